"""A text to read, on paper: the same page in ink on white, whatever the mode and the letters of the window."""

from PySide6.QtWidgets import QDialog, QWidget

from app.actions.reading import Text
from app.ui.kit.reader import on_paper
from app.ui.shell import Shell


def print_text(shell: Shell, parent: QWidget, text: Text) -> None:
    """Ask for a printer and print. Qt's printing is imported here only, because most sessions never print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(text.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"「{text.title}」を印刷")
    if dialog.exec() == QDialog.DialogCode.Accepted:
        on_paper(text).print_(printer)
        shell.tell(f"「{text.title}」を印刷に送りました。")
