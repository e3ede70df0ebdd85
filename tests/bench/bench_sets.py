"""How long the work around the papers takes, on the ledger of the sample company: sets for everyone, versions, the list.

    python tests/bench/bench_sets.py

A set is composed, written, read back from the disk and only then put in its place; docxtpl fills one template as often and reads
nothing back. The two take turns.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from docxtpl import DocxTemplate
from PySide6.QtGui import QGuiApplication

from app.actions import ledgers
from app.actions.papers import issue as issuing
from app.actions.papers import list as paper_list
from app.actions.papers import make as papers
from app.actions.papers import sets
from app.actions.papers import sign as signing
from app.desk import Desk
from app.documents.word import file as word
from app.domain.ledger.records import Person
from app.paper.writers import writers

NOW = datetime.now(UTC)
PLEDGE, RULES = "joining-pledge", "information-rules"
COUNT, TURNS = 100, 5


def main() -> None:
    application = QGuiApplication([])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "見本.mamori"
        ledgers.create_sample(path)
        desk = ledgers.open_ledger(path)
        hundred_pledges(desk, Path(folder))
        if "--table" not in sys.argv:
            versions(desk, path)
        desk.close()
    del application


def median(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of each way, which take turns; the first turn imports and does not count."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(TURNS + 1):
        for name, way in ways.items():
            begun = time.process_time()
            way()
            taken[name].append(time.process_time() - begun)
    return {name: statistics.median(times[1:]) for name, times in taken.items()}


def hundred_pledges(desk: Desk, folder: Path) -> None:
    """From the people of the ledger to a folder of files."""
    people = [Person(id=f"x{n}", position=n, name=f"髙﨑 {n}子") for n in range(COUNT)]
    gone = [("people", person) for person in desk.company.people]
    desk.change("名簿", people, gone)
    wanted = sets.for_each(desk, desk.forms[PLEDGE])
    blank = papers.make(desk, PLEDGE, NOW).document
    template = word.to_bytes(blank, NOW)

    def theirs() -> None:
        for n in range(COUNT):
            paper = DocxTemplate(BytesIO(template))
            paper.render({"person": f"髙﨑 {n}子"}, autoescape=True)
            paper.save(folder / f"{n}.docx")

    def ours(kind: str) -> Callable[[], object]:
        return lambda: list(sets.write(desk, wanted, folder / kind, writers(kind), NOW, covers=False))

    taken = median({"docx": ours("docx"), "docxtpl": theirs})
    if "--table" in sys.argv:
        faster = f"{taken['docxtpl'] / taken['docx']:.2f} × ({taken['docx'] * 10:.1f} ms a pledge)"
        print(f"| {COUNT} pledges from the ledger to the folder, against docxtpl | 0.98 × | {faster} | ≥ 2 × |")
        return
    pdf = median({"pdf": ours("pdf")})["pdf"]
    print(
        f"誓約書 {COUNT}通　組み上げから読み返しまで {taken['docx']:.2f} 秒、docxtpl（読み返しなし） {taken['docxtpl']:.2f} 秒、"
    )
    print(f"　{taken['docxtpl'] / taken['docx']:.2f}倍速い。PDFと読み返し {pdf:.2f} 秒（{pdf / taken['docx']:.1f}倍）")
    desk.undo()


def versions(desk: Desk, path: Path) -> None:
    """Issuing for everyone, and the list of papers before and after."""
    before = median({"list": lambda: paper_list.rows(desk, NOW)})["list"]
    form, made, begun = desk.forms[PLEDGE], writers(*issuing.FILES), time.perf_counter()
    wanted = sets.for_each(desk, form)
    list(sets.issue(desk, wanted, made, NOW))
    issued = time.perf_counter() - begun
    issuing.issue(desk, RULES, "", NOW, made)
    signing.record(desk, form, [one.subject for one in wanted], on="2026-11-17")
    after = median({"list": lambda: paper_list.rows(desk, NOW)})["list"]
    size = path.stat().st_size / 1e6
    print(f"{len(wanted)}人分を確定 {issued:.2f} 秒、台帳は {size:.1f} MB")
    print(
        f"一覧 {len(desk.forms)}様式　{before * 1000:.0f} ms、{len(wanted)}人の署名と版があると {after * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
