"""The open ledger: the rail, and the pages, each built when it is first turned to."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.advice.progress import undecided
from app.ui import tab_order
from app.ui.frame import Page
from app.ui.kit import layout
from app.ui.pages import TABS
from app.ui.rail import Rail
from app.ui.shell import Shell


class Notebook(QWidget):
    """One page at a time. It speaks to its pages; what they ask for, they ask of the shell."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._pages: dict[str, Page] = {}
        self.open_page = ""
        self._rail = Rail(shell.look, shell.open)
        self._stack = QStackedWidget()
        line = QHBoxLayout(self)
        layout.spaced(line)
        line.addWidget(self._rail)
        line.addWidget(self._stack, 1)
        self._count_left()

    def turn(self, page: str, focus: str = "") -> None:
        """Turn to a page."""
        if page not in self._pages:
            tab = next(tab for tab in TABS if tab.key == page)
            self._pages[page] = tab.page_class()(self._shell)
            self._stack.addWidget(self._pages[page])
        self.open_page = page
        self._pages[page].renew()
        self._stack.setCurrentWidget(self._pages[page])
        self._rail.show_open(page)
        self._pages[page].setFocus()
        if focus:
            self._pages[page].focus_on(focus)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the open page, then through the rail."""
        return tab_order.step(self._stack, self._rail, forward=forward)

    def page(self, key: str) -> Page:
        """A page that has been opened."""
        return self._pages[key]

    def place(self) -> str:
        """What the open page shows, as it may be asked to show it again."""
        return self._pages[self.open_page].place() if self.open_page in self._pages else ""

    def tell(self, words: str) -> None:
        """Say something in the footer of the open page."""
        if self.open_page in self._pages:
            self._pages[self.open_page].set_footer(words)

    def renew(self) -> None:
        """Something was written; the open page hears it now, the others when they are turned to."""
        self._count_left()
        if self.open_page in self._pages:
            self._pages[self.open_page].renew()

    def _count_left(self) -> None:
        self._rail.show_left("decision", len(undecided(self._shell.desk.company)))
