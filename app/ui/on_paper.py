"""What leaves the window on paper or as a file: said in the footer, once it is there; and 「印刷・PDF」 of a list as it stands."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from app.ui.frame import Page
from app.ui.kit import buttons

if TYPE_CHECKING:
    from app.actions.papers.lists import Document


def save(page: Page, stem: str, kind: str, write: Callable[[Path], object], noted: Callable[[], object]) -> None:
    """Ask where to, and write a file that is read back before the owner is told; `noted` hears of it first."""
    from app.ui import outside

    target = page.shell.ask_file(f"{stem}を保存", f"{stem}.{kind}", kind)
    if target is None or not page.shell.done(lambda: write(target)):
        return
    noted()
    page.set_footer(f"「{target.name}」に保存し、読み返して確かめました。", f"場所：{target.parent}")
    page.offer(*outside.ways_to(page.shell, target))


def print_out(page: Page, title: str, document: "Document", noted: Callable[[], object]) -> None:
    """Ask for a printer, and send the pages there; `noted` hears of it first."""
    from app.paper import printer
    from app.paper.pages import Pages
    from app.ui.printing import print_dialog

    pages = Pages(document)
    device = printer.printer_for(pages)
    dialog = print_dialog(device, pages.count, f"{title}を印刷", page)
    if dialog.exec() and page.shell.done(lambda: printer.print_pages(pages, device)):
        noted()
        page.set_footer(f"{title}を印刷に送りました。")


class ListOnPaper:
    """`made` hands out the list as it is shown, None where there is nothing to print: then `nothing` is said."""

    def __init__(self, page: Page, made: "Callable[[], Document | None]", nothing: str) -> None:
        self._page, self._made, self._nothing = page, made, nothing
        self.button = buttons.link("印刷・PDF", self._open_menu, look=page.look, icon="print")

    def print(self) -> None:
        """Ctrl+P."""
        if document := self._list():
            print_out(self._page, document.title, document, _nobody)

    def save(self) -> None:
        """As PDF."""
        from app.paper.writers import writers

        if document := self._list():
            writer, now = writers("pdf")["pdf"], datetime.now().astimezone()
            save(self._page, document.title, "pdf", lambda path: writer.write(document, path, now), _nobody)

    def menu(self) -> QMenu:
        """The two ways."""
        menu = QMenu(self._page)
        menu.addAction("印刷…", self.print)
        menu.addAction("PDFで保存…", self.save)
        return menu

    def _list(self) -> "Document | None":
        document = self._made()
        if document is None:
            self._page.set_footer(self._nothing)
        return document

    def _open_menu(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))


def _nobody() -> None:
    """A list is no paper of the company: that it was printed is not noted."""
