"""The lists of A, B and C on paper: what is seen, in its order, printed or as PDF; and nothing where there is nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from app.actions import assets
from app.actions.papers.lists import Document
from app.documents.tree import Table
from app.domain.dates import written
from app.domain.words import Level
from app.paper import pdf_check, printer
from app.ui.window import Window
from tests.ui.conftest import settle

TITLES = {"inventory": "洗い出し表", "decision": "秘密の一覧", "measures": "対策の計画"}
NAME = 1
"""The column in which the name of a row stands."""


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], Path]:
    """A printer that writes into a file, and an owner who says 印刷."""
    target = tmp_path / "印刷.pdf"
    device_for = printer.printer_for

    def made(pages: printer.Printable) -> QPrinter:
        device = device_for(pages)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(target))
        return device

    monkeypatch.setattr(printer, "printer_for", made)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    return lambda: target


def turned(window: Window, key: str):
    window.open(key)
    settle()
    return window.page(key)


def table(document: Document | None) -> Table:
    assert document is not None
    found = [block for block in document.blocks if isinstance(block, Table)]
    assert len(found) == 1
    return found[0]


def names(document: Document | None) -> list[str]:
    return [row[NAME].removesuffix("（仮）") for row in table(document).rows]


@pytest.mark.parametrize("key", list(TITLES))
def test_ctrl_p_prints_the_list_and_says_so(window: Window, printed: Callable[[], Path], key: str) -> None:
    page = turned(window, key)
    QTest.keySequence(window, QKeySequence("Ctrl+P"))
    settle()
    assert printed().stat().st_size > 1000
    assert page.stand == f"{TITLES[key]}を印刷に送りました。"
    assert not window.desk.company.outputs  # a list is no paper of the company


@pytest.mark.parametrize("key", list(TITLES))
def test_as_pdf_it_is_read_back(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str) -> None:
    page, target = turned(window, key), tmp_path / "一覧.pdf"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])
    {action.text(): action for action in page._paper.menu().actions()}["PDFで保存…"].trigger()
    document = page._on_paper()
    assert document is not None
    pdf_check.verify(document, target.read_bytes(), target.name)
    assert "保存し、読み返して" in page.stand


def test_a_filter_and_an_order_of_a_go_onto_the_paper_with_the_columns_that_are_seen(window: Window) -> None:
    page, company = turned(window, "inventory"), window.desk.company
    assert names(page._on_paper()) == [asset.name for asset in company.listed]
    assert not any("のうち" in block.inlines[0].text for block in page._on_paper().blocks[:1])
    page.model.sort(0, Qt.SortOrder.DescendingOrder)
    page.tools.search.setText("図面")
    page._want(words="図面")
    shown = [company.assets[asset].name for asset in page.model.order]
    assert 0 < len(shown) < len(company.assets)
    document = page._on_paper()
    assert names(document) == shown
    assert "のうち" in document.blocks[0].inlines[0].text and "「図面」を含む" in document.blocks[0].inlines[0].text
    few = len(table(document).columns)
    page.tools.columns.click()
    assert len(table(page._on_paper()).columns) > few
    assert sum(column.width for column in table(page._on_paper()).columns) == pytest.approx(100)


def test_a_guess_says_on_paper_that_it_is_one(window: Window) -> None:
    page, company = turned(window, "inventory"), window.desk.company
    guessed = [asset for asset in company.listed if set(asset.guesses) & set(page.view.columns())]
    cells = [cell for row in table(page._on_paper()).rows for cell in row]
    assert bool(guessed) == any(cell.endswith("（仮）") for cell in cells)
    for asset in guessed:
        page._confirm([asset.id], "")
    assert not any("（仮）" in cell for row in table(page._on_paper()).rows for cell in row)


def test_b_prints_what_its_list_shows_and_everything_beside_one_asset(window: Window) -> None:
    page, company = turned(window, "decision"), window.desk.company
    assert names(page._on_paper()) == [asset.name for asset in company.listed]
    page.focus_on("many")
    still = [asset.name for asset in company.listed if asset.id not in company.decisions]
    assert names(page._on_paper()) == still
    assert all(height > 0 for height in table(page._on_paper()).heights)  # a hand can write there
    page.many._filter("all")
    page.many.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(page._on_paper()) == [company.assets[a].name for a in page.many._model.assets]
    assert sorted(names(page._on_paper())) == sorted(asset.name for asset in company.listed)


def test_c_prints_the_plan_with_stage_person_day_and_a_box_to_tick(window: Window) -> None:
    page, company, library = turned(window, "measures"), window.desk.company, window.desk.library
    document = page._on_paper()
    assert document is not None and document.title == "対策の計画"
    rows, plan = table(document).rows, page._agenda
    assert [row[2] for row in rows] == [library.measures[one].title for one in (*plan.begun, *plan.suggested)]
    assert {row[0] for row in rows} == {"□"} and rows[0][1] == "取りかかり中"
    first, advice = rows[len(plan.begun)], window.desk.advice[plan.suggested[0]]
    western = company.profile.western_dates
    assert first[1] == advice.stage.label and first[4:] == (
        company.person_name(advice.who),
        written(advice.due, western),
    )
    begun = company.choices[plan.begun[0]]
    assert rows[0][4:] == (company.person_name(begun.who), written(begun.due, western))


def test_c_prints_the_measures_of_the_level_that_is_looked_at(window: Window) -> None:
    page = turned(window, "measures")
    page.focus_on("map")
    every = table(page._on_paper()).rows
    page._filter_by(Level.TOP_SECRET)
    some = page._on_paper()
    company = window.desk.company
    assert len(table(some).rows) <= len(every)
    assert f"{company.level_name(Level.TOP_SECRET)}の情報を守る対策" in some.blocks[0].inlines[0].text
    adopted = {window.desk.library.measures[m].title for m in company.choices}
    assert adopted <= {row[3] for row in every}


def test_a_list_of_secrets_bears_the_companys_own_mark(window: Window) -> None:
    desk = window.desk
    desk.change("区分", [replace(desk.company.profile, name_secret="マル秘")])
    for key in TITLES:
        document = turned(window, key)._on_paper()
        assert document is not None and document.head_left == "マル秘" and document.level == "secret"


def test_where_nothing_is_there_nothing_is_printed_and_it_is_said(window: Window, printed: Callable[[], Path]) -> None:
    desk = window.desk
    assets.remove(desk, list(desk.company.assets))
    desk.change("空に", drop=[("choices", choice) for choice in desk.company.choices])
    for key, said in {"inventory": "行", "decision": "行", "measures": "対策"}.items():
        page = turned(window, key)
        page.on_print()
        assert page.stand == f"印刷する{said}が、まだありません。"
    assert not printed().exists()


def test_a_filter_that_nothing_fits_prints_nothing(window: Window, printed: Callable[[], Path]) -> None:
    page = turned(window, "inventory")
    page._want(words="どこにもない言葉")
    page.on_print()
    assert not printed().exists() and "印刷する行が" in page.stand


@pytest.mark.parametrize("key", ["people", "departments", "partners", "disclosures"])
def test_the_small_lists_are_printed_too(window: Window, printed: Callable[[], Path], key: str) -> None:
    window.open("ledger", key)
    settle()
    page = window.page("ledger")
    document = page._on_paper()
    assert len(table(document).rows) == len(getattr(window.desk.company, key))
    QTest.keySequence(window, QKeySequence("Ctrl+P"))
    settle()
    assert printed().stat().st_size > 1000 and page.stand == f"{document.title}を印刷に送りました。"


def test_a_section_without_a_list_has_nothing_to_print(window: Window, printed: Callable[[], Path]) -> None:
    window.open("ledger", "basics")
    settle()
    page = window.page("ledger")
    assert not page._paper.button.isVisible()
    QTest.keySequence(window, QKeySequence("Ctrl+P"))
    settle()
    assert not printed().exists()
    window.open("ledger", "disclosures")
    settle()
    assert page._paper.button.isVisible()
