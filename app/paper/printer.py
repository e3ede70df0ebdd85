"""Pages on a printer. Qt's printing is imported here only, because most sessions never print."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from app.errors import PaperError
from app.paper.bundle import Printable
from app.paper.pdf import PROGRAM, property_text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def printer_for(pages: Printable) -> "QPrinter":
    """The default printer, set to the size and direction of this paper; a print dialog may change it."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    upright = pages.size_mm.height() >= pages.size_mm.width()
    size = pages.size_mm if upright else pages.size_mm.transposed()
    direction = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    printer.setPageLayout(QPageLayout(QPageSize(size, QPageSize.Unit.Millimeter), direction, QMarginsF()))
    printer.setFullPage(True)  # the margins are ours
    printer.setDocName(property_text(pages.title))
    printer.setCreator(PROGRAM)
    return printer


def print_pages(pages: Printable, printer: "QPrinter") -> None:
    """Paints the pages that the printer was asked for; smaller paper gets smaller pages, larger paper the true size.

    Raises PaperError where that is none.
    """
    from PySide6.QtPrintSupport import QPrinter

    wanted = _wanted(pages, printer)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PaperError(
            f"「{pages.title}」の印刷を始められませんでした。",
            "台帳は変わっていません。",
            "プリンターの電源と接続を確かめて、もう一度印刷してください。",
        )
    sheet = printer.paperRect(QPrinter.Unit.Millimeter)
    fitting = min(1.0, sheet.width() / pages.size_mm.width(), sheet.height() / pages.size_mm.height())
    painter.scale(fitting * printer.logicalDpiX() / 25.4, fitting * printer.logicalDpiY() / 25.4)
    for position, n in enumerate(wanted):
        if position:
            printer.newPage()
        pages.paint(painter, n)
    painter.end()


def _wanted(pages: Printable, printer: "QPrinter") -> list[int]:
    """The pages in the order of printing. A printer counts from 1, and no range means all."""
    ranges = printer.pageRanges()
    wanted = [n for n in range(pages.count) if ranges.isEmpty() or ranges.contains(n + 1)]
    if not wanted:
        raise PaperError(
            f"「{pages.title}」は全部で{pages.count}ページなので、{ranges.toString()}ページは印刷できませんでした。",
            "台帳は変わっていません。",
            f"1から{pages.count}までのページを選んで、もう一度印刷してください。",
        )
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        wanted.reverse()
    if printer.supportsMultipleCopies():
        return wanted
    copies = printer.copyCount()
    return wanted * copies if printer.collateCopies() else [n for n in wanted for _ in range(copies)]
