"""A paper taken along: saved and read back, printed, thought better of, refused by the disk or the printer; the menu and its sheets."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QPushButton

from app.actions.papers import issue as issuing
from app.documents.word import check as word_check
from app.paper import pdf_check, printer
from app.ui.pages.papers.page import PapersPage
from app.ui.pages.papers.steps import PaperSteps
from app.ui.window import Window
from tests.ui.conftest import settle

REGISTER, PLEDGE = "asset-register", "joining-pledge"
BUTTONS = {"docx": "Wordで保存", "pdf": "PDF"}
Answer = Callable[..., list[str]]


@pytest.fixture
def page(window: Window) -> PapersPage:
    window.resize(1400, 800)
    window.open("papers", REGISTER)
    settle()
    found = window.page("papers")
    assert isinstance(found, PapersPage)
    return found


@pytest.fixture
def save_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], list[str]]:
    """What the owner chooses in the dialog for a file, None for やめる; hands out the names that were offered."""

    def choose(target: Path | None) -> list[str]:
        offered: list[str] = []

        def run(dialog: QFileDialog) -> int:
            offered.extend(Path(name).name for name in selected(dialog))
            return QDialog.DialogCode.Accepted if target else QDialog.DialogCode.Rejected

        selected = QFileDialog.selectedFiles
        monkeypatch.setattr(QFileDialog, "exec", run)
        if target:
            monkeypatch.setattr(QFileDialog, "selectedFiles", lambda dialog: [str(target)])
        return offered

    return choose


@pytest.fixture
def pdf_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A printer that writes what it is given into a file."""
    target = tmp_path / "印刷.pdf"
    device_for = printer.printer_for

    def made(pages: printer.Printable) -> QPrinter:
        device = device_for(pages)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(target))
        return device

    monkeypatch.setattr(printer, "printer_for", made)
    yield target


def click(qtbot, page: PapersPage, words: str) -> None:
    found = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == words]
    assert len(found) == 1
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def taken(window: Window) -> list[tuple[str, str, str]]:
    """What the ledger says went out."""
    return [(one.form, one.subject, one.how) for one in window.desk.company.outputs.values()]


@pytest.mark.parametrize("kind", list(BUTTONS))
def test_a_saved_paper_holds_what_is_shown_and_is_noted(
    page: PapersPage, window: Window, qtbot, save_to, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / f"台帳 100%#.{kind}"
    offered = save_to(target)
    click(qtbot, page, BUTTONS[kind])
    assert page.paper
    if kind == "docx":
        word_check.verify(page.paper.document, target)
    else:
        pdf_check.verify(page.paper.document, target.read_bytes(), target.name)
    assert page.stand == f"「{target.name}」に保存し、読み返して確かめました。"
    assert page._safe.text() == f"場所：{tmp_path}"
    assert offered and taken(window) == [(REGISTER, "", kind)]


@pytest.mark.parametrize("kind", list(BUTTONS))
def test_whoever_thinks_better_of_it_has_nothing_and_nothing_is_noted(
    page: PapersPage, window: Window, qtbot, save_to, tmp_path: Path, kind: str
) -> None:
    before, said = sorted(tmp_path.iterdir()), page.stand
    save_to(None)
    click(qtbot, page, BUTTONS[kind])
    assert sorted(tmp_path.iterdir()) == before and page.stand == said and taken(window) == []


def test_a_folder_that_is_no_more_is_told_and_nothing_is_noted(
    page: PapersPage, window: Window, qtbot, save_to, answer: Answer, tmp_path: Path
) -> None:
    said = answer("閉じる")
    save_to(tmp_path / "抜いたUSB" / "台帳.docx")
    click(qtbot, page, BUTTONS["docx"])
    assert said[0].startswith("「台帳.docx」を書き出せませんでした。") and len(said) == 3
    assert taken(window) == [] and "保存し" not in page.stand


def test_a_file_that_is_open_elsewhere_stays_as_it_was(
    page: PapersPage, window: Window, qtbot, save_to, answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "台帳.docx"
    target.write_bytes(b"somebody is reading this")

    def held(source: object, place: object) -> None:
        raise PermissionError(13, "in use", str(place))

    said = answer("閉じる")
    save_to(target)
    with monkeypatch.context() as windows:
        windows.setattr(os, "replace", held)
        click(qtbot, page, BUTTONS["docx"])
    assert "ほかで開かれています" in said[0] and "閉じて" in said[2]
    assert target.read_bytes() == b"somebody is reading this" and taken(window) == []
    assert [path.name for path in tmp_path.glob("*台帳*")] == [target.name], "no half file is left"


def test_a_printed_paper_holds_what_is_shown_and_is_noted(
    page: PapersPage, window: Window, qtbot, pdf_printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: titles.append(dialog.windowTitle()) or 1)
    click(qtbot, page, "印刷")
    assert page.paper
    pdf_check.verify(page.paper.document, pdf_printer.read_bytes(), pdf_printer.name)
    assert titles == [f"{page.form.title}を印刷"]
    assert page.stand == f"{page.form.title}を印刷に送りました。"
    assert taken(window) == [(REGISTER, "", "print")]


def test_whoever_does_not_print_has_not_printed(
    page: PapersPage, window: Window, qtbot, pdf_printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: 0)
    click(qtbot, page, "印刷")
    assert not pdf_printer.exists() and taken(window) == [] and "印刷に送りました" not in page.stand


def test_a_printer_that_does_not_answer_is_told_and_nothing_is_noted(
    page: PapersPage, window: Window, qtbot, pdf_printer: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(pdf_printer.parent / "ない" / "印刷.pdf"))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", asked)
    said = answer("閉じる")
    click(qtbot, page, "印刷")
    assert "印刷を始められませんでした" in said[0] and "電源と接続" in said[2]
    assert taken(window) == []


def test_while_no_paper_is_shown_no_step_does_anything(
    page: PapersPage, window: Window, save_to, tmp_path: Path
) -> None:
    offered, before = save_to(tmp_path / "台帳.docx"), window.desk.company
    steps = PaperSteps(page, lambda: None)
    for act in (steps.issue, steps.versions, steps.make_set, steps.signatures, steps.print, lambda: steps.save("docx")):
        act()
    assert offered == [] and window.desk.company is before and not (tmp_path / "台帳.docx").exists()
    assert [one.text() for one in steps.menu().actions()] == ["確定する…", "版と改定…", "PDFで保存…", "印刷…"]


def test_the_menu_opens_by_its_button(page: PapersPage, qtbot) -> None:
    click(qtbot, page, "ほかのこと")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["確定する…", "版と改定…"], "what has a button is not said twice"
    menu.close()


@pytest.mark.parametrize("words", ["版と改定…", "全員分を作る…", "署名の記録…"])
def test_each_line_of_the_menu_opens_its_sheet(page: PapersPage, window: Window, answer: Answer, words: str) -> None:
    page.focus_on(PLEDGE)
    before = window.desk.company
    said = answer("閉じる")
    next(one for one in page.steps.menu().actions() if one.text() == words).trigger()
    assert said and window.desk.company is before


def test_a_paper_is_made_final_from_the_menu_and_the_page_says_so(
    page: PapersPage, window: Window, answer: Answer
) -> None:
    answer("第1版を確定する")
    page.steps.menu().actions()[0].trigger()
    (made,) = issuing.versions(window.desk.company, REGISTER)
    assert datetime.fromisoformat(made.on) and page.stand == f"「{made.title}」を第1版として確定しました。"


def test_whoever_does_not_make_it_final_has_no_version(page: PapersPage, window: Window, answer: Answer) -> None:
    answer("やめる")
    page.steps.issue()
    assert issuing.versions(window.desk.company, REGISTER) == []
