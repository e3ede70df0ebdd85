"""The open ledger: the rail, and the pages, each built when it is first turned to."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.addresses import Address
from app.domain.advice.progress import undecided
from app.ui import tab_order
from app.ui.coming import Coming
from app.ui.frame import Page
from app.ui.kit import layout
from app.ui.pages import TABS
from app.ui.rail import Rail
from app.ui.shell import Shell

FAR = 49
"""So many steps back are remembered, and the last one."""


class Notebook(QWidget):
    """One page at a time. It speaks to its pages; what they ask for, they ask of the shell."""

    def __init__(self, shell: Shell, trail: Iterable[Address] = ()) -> None:
        super().__init__()
        self._shell = shell
        self._pages: dict[str, Page] = {}
        self._trail: list[Address] = list(trail)
        self.open_page = ""
        self._rail = Rail(shell.look, shell.open, sample=shell.is_sample)
        self._stack = QStackedWidget()
        self._coming = Coming(shell.look)
        self._stack.addWidget(self._coming)
        line = QHBoxLayout(self)
        layout.spaced(line)
        line.addWidget(self._rail)
        self._strip = self._made_strip()
        line.addLayout(layout.column(self._strip, self._stack, spacing=0), 1)
        self._count_left()

    def _made_strip(self) -> QWidget:
        """What stands over the pages; nothing where the ledger can be written to."""
        if self._shell.desk.writable:
            strip = QWidget()
            strip.hide()
            return strip
        from app.ui.elsewhere import ReadingStrip

        return ReadingStrip(self._shell.look, self._shell.go_on_elsewhere)

    def turn(self, page: str, focus: str = "") -> None:
        """Turn to a page; the one that was open is remembered for the way back."""
        if self.open_page and (page, focus) != (self.open_page, self.place()) and (page != self.open_page or focus):
            self.remember()
        self._turn(page, focus)

    def remember(self) -> None:
        """What is shown now is where the next step back leads."""
        if self.open_page in self._pages:
            self._trail = [*self._trail[-FAR:], Address(self.open_page, self.place())]
            self._pages[self.open_page].show_back(_label(self.open_page))

    def go_back(self) -> None:
        """Turn to where the owner was before, and show there what was shown."""
        if self._trail:
            page, place = self._trail.pop()
            self._turn(page, place)

    def _turn(self, page: str, focus: str) -> None:
        if page not in self._pages:
            self._pages[page] = self._built(page)
            self._stack.addWidget(self._pages[page])
        turned, self.open_page = page != self.open_page, page
        self._pages[page].renew()
        self._pages[page].show_back(_label(self._trail[-1].page) if self._trail else "")
        self._stack.setCurrentWidget(self._pages[page])
        self._rail.show_open(page)
        if turned:
            self._pages[page].setFocus()
        if focus:
            self._pages[page].focus_on(focus)

    def _built(self, page: str) -> Page:
        """A page that is opened for the first time. Its ground, its heading and its mark on the rail are seen at once."""
        tab, before = next(tab for tab in TABS if tab.key == page), self._pages.get(self.open_page)
        if before is None:
            return tab.page_class()(self._shell)
        self._coming.show_heading(tab.heading)
        self._stack.setCurrentWidget(self._coming)
        self._rail.show_open(page)
        self.repaint()
        try:
            return tab.page_class()(self._shell)
        except BaseException:
            self._stack.setCurrentWidget(before)
            self._rail.show_open(self.open_page)
            raise

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the open page, then through the rail."""
        return tab_order.step(self._strip, self._stack, self._rail, forward=forward)

    @property
    def trail(self) -> tuple[Address, ...]:
        """The pages that were open before, each with what it showed, the last one last."""
        return tuple(self._trail)

    def page(self, key: str) -> Page:
        """A page that has been opened."""
        return self._pages[key]

    def place(self) -> str:
        """What the open page shows, as it may be asked to show it again."""
        return self._pages[self.open_page].place() if self.open_page in self._pages else ""

    def tell(self, words: str, safe: str = "") -> None:
        """Say something in the footer of the open page."""
        if self.open_page in self._pages:
            self._pages[self.open_page].set_footer(words, safe)

    def renew(self) -> None:
        """Something was written; the open page hears it now, the others when they are turned to."""
        self._count_left()
        if self._shell.desk.writable:
            self._strip.hide()
        if self.open_page in self._pages:
            self._pages[self.open_page].renew()

    def draw_anew(self) -> None:
        """Something was refused: what was ticked or chosen on the open page goes back to what the ledger says."""
        if self.open_page in self._pages:
            self._pages[self.open_page].refresh()

    def _count_left(self) -> None:
        self._rail.show_left("decision", len(undecided(self._shell.desk.company)))


def _label(page: str) -> str:
    """What a page is called on the rail."""
    return next(tab.label for tab in TABS if tab.key == page)
