"""Asking for a printer; and a text to read, on paper: ink on white, whatever the mode and the letters of the window.

Qt's printing is imported here only when it is wanted, because most sessions never print.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.actions.reading import Text
from app.ui.kit.reader import on_paper
from app.ui.shell import Shell

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


def print_dialog(printer: "QPrinter", pages: int, title: str, parent: QWidget) -> "QPrintDialog":
    """Asks for a printer and for some of so many pages; nothing is offered that printing does not obey."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setMinMax(1, pages)
    obeyed = QPrintDialog.PrintDialogOption
    dialog.setOptions(obeyed.PrintToFile | obeyed.PrintPageRange | obeyed.PrintCollateCopies)
    return dialog


def print_text(shell: Shell, parent: QWidget, text: Text) -> None:
    """Ask for a printer and print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(text.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"「{text.title}」を印刷")
    if dialog.exec() == QDialog.DialogCode.Accepted:
        on_paper(text).print_(printer)
        shell.tell(f"「{text.title}」を印刷に送りました。")
