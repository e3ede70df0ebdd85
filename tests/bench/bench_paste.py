"""Pasting thousands of rows from a sheet: worked out, written, shown; and taken back.

    python tests/bench/bench_paste.py [--rows 5000 10000] [--profile plan|write|undo]

Half of the departments, keepers and readers are known to the ledger of the sample company; the others come in with the rows.
"""

import argparse
import cProfile
import pstats
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.actions import assets, ledgers
from app.domain.columns import paste as pasting
from app.domain.columns import sheet
from tests.bench import measuring

COLUMNS = (
    "name",
    "kind",
    "department",
    "media",
    "places",
    "readers",
    "keeper",
    "owner",
    "partner",
    "review_on",
    "note",
)
BEFORE = {5000: ("2.7 s", "2.1 s"), 10000: ("5.7 s", "6.5 s")}
AIM = {5000: 1.5, 10000: 3.0}


def sheet_of(rows: int) -> str:
    """A sheet as Excel puts it on the clipboard."""
    return sheet.write(
        [
            f"金型図面 {n:05}",
            "3D・2Dの型図",
            ("製造部", "設計課", f"第{n % 9}班")[n % 3],
            ("紙", "電子", "紙・電子")[n % 3],
            f"棚{n % 50}",
            ("全員", "製造部", "工場長", "湊 誠一")[n % 4],
            ("湊 誠一", "", f"新人 {n % 7}太")[n % 3],
            ("自社", "預かり")[n % 5 == 0],
            f"株式会社取引{n % 11}" if n % 5 == 0 else "",
            "2027/4/1",
            f"備考 {n}",
        ]
        for n in range(rows)
    )


def steps(folder: Path, rows: int) -> dict[str, Callable[[], object]]:
    """The steps of one paste in a fresh copy of the sample ledger, in their order."""
    path = folder / f"{time.time_ns()}.mamori"
    shutil.copy(folder / "見本.mamori", path)
    desk = ledgers.open_ledger(path)
    text = sheet_of(rows)
    made: list[pasting.Plan] = []

    def plan() -> None:
        lines = pasting.lines(COLUMNS, sheet.read(text))
        made.append(pasting.plan(desk.company, lines, desk.new_id))

    return {"plan": plan, "write": lambda: assets.paste(desk, made[0]), "undo": desk.undo, "close": desk.close}


def profile(folder: Path, rows: int, name: str) -> None:
    """Where the time of one step goes."""
    for step, act in steps(folder, rows).items():
        watched = cProfile.Profile(time.process_time)
        watched.runcall(act)
        if step == name:
            pstats.Stats(watched).sort_stats("cumulative").print_stats(45)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[5000, 10000])
    parser.add_argument("--profile", choices=("plan", "write", "undo"))
    chosen = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        ledgers.create_sample(folder / "見本.mamori")
        if chosen.profile:
            profile(folder, chosen.rows[0], chosen.profile)
            return
        for rows in chosen.rows:
            taken = {step: measuring.seconds(act) for step, act in steps(folder, rows).items()}
            before, before_undo = BEFORE.get(rows, ("", ""))
            aim = f"≤ {AIM.get(rows, rows / 3333):.1f} s"
            both = (
                f"{taken['plan'] + taken['write']:.1f} s (worked out {taken['plan']:.1f}, written {taken['write']:.1f})"
            )
            measuring.row(f"pasting {rows:,} rows", before, both, aim)
            measuring.row(f"its undo, {rows:,} rows", before_undo, f"{taken['undo']:.1f} s", aim)


if __name__ == "__main__":
    main()
