"""How long papers take: a long rule with a long table against docxtpl, cost per article, preview of every form.

    python tests/bench/bench_papers.py [--turns 7]

Whoever is compared takes turns in the same run; figures are medians.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from docxtpl import DocxTemplate
from PySide6.QtGui import QGuiApplication, QImage

from app.actions import ledgers
from app.actions.papers import make as papers
from app.desk import Desk
from app.documents.compose import compose
from app.documents.tree import Block, Column, Document, Prose, Table, Text
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.domain.forms.facts import gather
from app.domain.forms.form import Form
from app.domain.ledger.company import Company
from app.paper.pages import Pages
from tests.documents.probes import PLAIN_HEAD as HEAD_ALONE
from tests.documents.samples import article, items, paragraph, regulation
from tests.documents.small_forms import sound

MADE = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
ARTICLES, ROWS, NAMES = 60, 1000, ("番号", "名前", "部門", "区分", "置き場所")
GROWTH = (10, 100, 1000)
WIDTH = 700  # pixels of the preview
PREVIEW_AIM = 0.2  # seconds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=7)
    turns = parser.parse_args().turns
    application = QGuiApplication([])
    long_rule(turns)
    cost_per_article(turns)
    previews(turns)
    del application


def medians(ways: Mapping[str, Callable[[], object]], turns: int) -> dict[str, float]:
    """Milliseconds of each way; the first turn, which imports and reads the base file, does not count."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(turns + 1):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: statistics.median(times[1:]) for name, times in taken.items()}


def long_rule(turns: int) -> None:
    """60 articles and a table of 1,000 rows. docxtpl has 40 of its articles under a condition, and the same values."""
    rule, template = _rule(_rows()), _template()
    data = word.to_bytes(rule, MADE)

    def theirs() -> None:
        paper = DocxTemplate(BytesIO(template))
        paper.render({"on": True, "company": rule.company, "rows": _rows()}, autoescape=True)
        paper.save(BytesIO())

    taken = medians(
        {
            "ours": lambda: word.to_bytes(_rule(_rows()), MADE),
            "docxtpl": theirs,
            "reading ours back": lambda: word_check.verify_bytes(rule, data, "rule.docx"),
        },
        turns,
    )
    ours, other, check = taken.values()
    print(f"a rule of {ARTICLES} articles with a table of {ROWS} rows")
    print(f"  ours {ours:.0f} ms, docxtpl {other:.0f} ms: {other / ours:.1f} times as fast")
    print(f"  read back {check:.0f} ms; with that {other / (ours + check):.2f} times as fast")


def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple((str(n), f"曲げ戻りの勘所 {n}", "製造部", "秘", "書庫3段目") for n in range(1, ROWS + 1))


def _rule(rows: tuple[tuple[str, ...], ...]) -> Document:
    return replace(regulation(), blocks=(*_articles(), _table(rows)))


def _articles() -> list[Block]:
    words = (
        "従業員は、会社の秘密情報を取り扱うに当たり、この規程及び会社の指示に従い、必要な注意を払わなければならない。"
    )
    things = ("図面", "金型", "見積り")
    return [
        article(
            n,
            f"取扱い{n}",
            paragraph(f"a{n}-1", 1, words),
            paragraph(f"a{n}-2", 2, words, items=items(f"a{n}", *things)),
        )
        for n in range(1, ARTICLES + 1)
    ]


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table("t", "一覧", tuple(Column(name, 20) for name in NAMES), rows)


def _template() -> bytes:
    """The same rule with docxtpl's marks: a condition around 40 articles, a loop around one row."""
    blocks: list[Block] = []
    for number, one in enumerate(_articles()):
        conditional = number < 40
        blocks += [_mark("{%p if on %}"), one, _mark("{%p endif %}")] if conditional else [one]
    loop = (
        ("{%tr for r in rows %}", *[""] * 4),
        tuple(f"{{{{ r[{n}] }}}}" for n in range(5)),
        ("{%tr endfor %}", *[""] * 4),
    )
    return word.to_bytes(replace(regulation(), blocks=(*blocks, _table(loop))), MADE)


def _mark(text: str) -> Prose:
    return Prose((Text(text),))


def cost_per_article(turns: int) -> None:
    """From a form of so many articles to the bytes of its Word file: what stays is kept, numbered, referred to, written."""
    forms = {n: sound("".join(map(_article_of_form, range(n))), HEAD_ALONE) for n in GROWTH}
    ways = {str(n): partial(_made, form) for n, form in forms.items()}
    print("\ncost of an article, composed and written")
    for articles, taken in medians(ways, turns).items():
        print(f"  of {articles:>5}: {taken / int(articles):.3f} ms")


def _article_of_form(number: int) -> str:
    return (
        f"## （約束{number}） {{#a{number}}}\n会社は、これを守る。\n\n"
        f"{{{{ ref:a{number // 2} }}}}に定める者は、次に掲げる物を返す。\n\n1. 図面\n2. 金型\n\n"
    )


def _made(form: Form) -> bytes:
    return word.to_bytes(compose(form, gather(Company(on=date.today()), form, today=MADE.date())), MADE)


def previews(turns: int) -> None:
    """Every form of the sample company: composed, laid out, and the picture of its first page."""
    with TemporaryDirectory() as folder:
        ledgers.create_sample(Path(folder) / "sample.mamori")
        desk = ledgers.open_ledger(Path(folder) / "sample.mamori")
        ways = {form.id: partial(_preview, desk, form.id) for form in papers.papers(desk)}
        taken = medians(ways, turns)
        desk.close()
    print(f"\npreview of a form, the aim is {PREVIEW_AIM * 1000:.0f} ms")
    for form, time_taken in sorted(taken.items(), key=lambda one: -one[1]):
        print(f"  {form:28} {time_taken:6.0f} ms{'' if time_taken <= 1000 * PREVIEW_AIM else '  TOO SLOW'}")


def _preview(desk: Desk, form: str) -> QImage:
    return Pages(papers.make(desk, form, MADE).document).image(0, WIDTH)


if __name__ == "__main__":
    main()
