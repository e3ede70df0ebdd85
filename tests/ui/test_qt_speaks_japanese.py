"""Qt's own dialogs, which the owner meets where the system has none: no word of English in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QLineEdit, QMessageBox, QTextBrowser, QWidget

from app.ui import printing
from app.ui.japanese import LEFT_OUT, LeftOut
from tests.ui.conftest import settle

ENGLISH = re.compile(r"[A-Za-z]{3}")
NOT_WORDS = re.compile(r"Word|PDF|docx|Ctrl|Shift|Alt|Enter|/\S*")
SAID = ("text", "title", "toolTip", "placeholderText")


def said(widget: QWidget) -> Iterator[str]:
    """Every word of a dialog that is not the owner's own."""
    for part in (widget, *widget.findChildren(QWidget)):
        if not isinstance(part, QLineEdit):
            yield from (getattr(part, name)() for name in SAID if hasattr(part, name))
        if isinstance(part, QAbstractItemView) and (model := part.model()) is not None:
            across = Qt.Orientation.Horizontal
            yield from (str(model.headerData(column, across)) for column in range(model.columnCount()))
        yield from (action.text() for action in part.actions())


def file_dialog(tmp_path: Path, mode: QFileDialog.AcceptMode) -> QFileDialog:
    dialog = QFileDialog(None, "保存", str(tmp_path), "Word文書 (*.docx)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    return dialog


@pytest.fixture
def print_dialog(tmp_path: Path) -> Iterator[QPrintDialog]:
    printer = QPrinter()  # Qt's dialog does not keep it
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    yield QPrintDialog(printer)


def shown_in_english(qtbot, dialog: QDialog) -> list[str]:
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    words = {word for word in said(dialog) if word}
    assert words
    return [word for word in words if ENGLISH.search(NOT_WORDS.sub("", word))]


@pytest.mark.parametrize("mode", [QFileDialog.AcceptMode.AcceptSave, QFileDialog.AcceptMode.AcceptOpen])
def test_the_file_dialog_speaks_japanese(qapp, qtbot, tmp_path: Path, mode: QFileDialog.AcceptMode) -> None:
    assert shown_in_english(qtbot, file_dialog(tmp_path, mode)) == []


def test_the_print_dialog_speaks_japanese(qapp, qtbot, print_dialog: QPrintDialog) -> None:
    assert shown_in_english(qtbot, print_dialog) == []


def test_a_question_is_answered_in_japanese(qapp, qtbot) -> None:
    buttons = QMessageBox.StandardButton
    answers = buttons.Yes | buttons.No | buttons.Save | buttons.Cancel
    assert shown_in_english(qtbot, QMessageBox(QMessageBox.Icon.Question, "", "", answers)) == []


def test_the_menu_of_a_field_speaks_japanese(qapp, qtbot) -> None:
    for field in (QLineEdit("図面"), QTextBrowser()):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        assert not [action.text() for action in menu.actions() if ENGLISH.search(NOT_WORDS.sub("", action.text()))]


def test_what_nobody_has_translated_stays_as_it_is(qapp) -> None:
    own = LeftOut()
    assert own.translate("X", "Folder") == LEFT_OUT["Folder"] and own.translate("X", "Not there") is None
    assert qapp.translate("X", "Not there") == "Not there"


def test_the_print_dialog_offers_what_is_obeyed_and_no_more(qapp, qtbot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    dialog = printing.print_dialog(printer, 7, "規程を印刷", None)
    qtbot.addWidget(dialog)
    assert (dialog.minPage(), dialog.maxPage(), dialog.windowTitle()) == (1, 7, "規程を印刷")
    offered = QPrintDialog.PrintDialogOption
    assert not dialog.testOption(offered.PrintSelection) and not dialog.testOption(offered.PrintCurrentPage)
    assert dialog.testOption(offered.PrintPageRange)
