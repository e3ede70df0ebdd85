"""The window: the rail, one page at a time, and the calm voice for what goes wrong. It is the Shell of its pages."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.desk import Desk
from app.domain.company import Changes
from app.domain.progress import undecided
from app.errors import MamoriError
from app.ui import dialogs, parts
from app.ui.frame import Page
from app.ui.look import Look
from app.ui.pages import TABS
from app.ui.rail import Rail
from app.ui.settings import Settings
from app.ui.welcome import Welcome

T = TypeVar("T")


class Window(QMainWindow):
    """The program's one window: the welcome page until a ledger is open, then the notebook."""

    painted = Signal()
    desk: Desk

    def __init__(self, settings: Settings, open_ledger: Callable[[Path], Desk]) -> None:
        super().__init__()
        self.settings = settings
        self._open_ledger = open_ledger
        self._pages: dict[str, Page] = {}
        self._open_page = ""
        self._told_paint = False
        self.look = self._make_look()
        self.setWindowTitle("まもり帳")
        self.setMinimumSize(1024, 700)
        self.resize(1280, 800)
        if settings.geometry is not None:
            self.restoreGeometry(settings.geometry)
        self._wear()
        self.show_welcome()
        self._shortcuts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self.rebuild())

    # opening and closing ledgers ------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """The first page, while no ledger is open."""
        self.close_ledger()
        self.setCentralWidget(Welcome(self))

    def open_ledger(self, path: Path) -> bool:
        """Open a ledger file and turn to ホーム; what is wrong with it is said."""
        self.close_ledger()
        desk = self.attempt(lambda: self._open_ledger(path))
        if desk is None:
            self.show_welcome()
            return False
        self.desk = desk
        self.settings.opened(path)
        self.settings.author = desk.author or self.settings.author
        desk.listen(self._changed)
        self._show_notebook("home")
        return True

    def close_ledger(self) -> None:
        """Close the open ledger, if there is one."""
        if hasattr(self, "desk"):
            self._pages.clear()
            self.desk.close()
            del self.desk

    # Shell ----------------------------------------------------------------------------------------------

    def open(self, page: str, focus: str = "") -> None:
        """Turn to a page, building it when it is first needed."""
        if page not in self._pages:
            tab = next(tab for tab in TABS if tab.key == page)
            self._pages[page] = tab.page_class()(self)
            self._stack.addWidget(self._pages[page])
        self._open_page = page
        self._stack.setCurrentWidget(self._pages[page])
        self._rail.show_open(page)
        self._pages[page].setFocus()
        if focus:
            self._pages[page].focus_on(focus)

    def tell(self, words: str) -> None:
        """Say something in the footer of the present page."""
        if self._open_page in self._pages:
            self._pages[self._open_page].set_footer(words)

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Run an action; what the world refuses is shown in a calm dialog."""
        try:
            return act()
        except MamoriError as error:
            dialogs.tell_error(self, self.look, error)
            return None

    def done(self, act: Callable[[], object]) -> bool:
        """Run an action; whether the world let it happen."""
        return self.attempt(lambda: (act(), True)) is not None

    def ask_file(self, title: str, name: str, kind: str) -> Path | None:
        """Ask where to save."""
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, f"{kind} (*.{kind})")
        return (Path(chosen) if chosen.endswith(f".{kind}") else Path(f"{chosen}.{kind}")) if chosen else None

    def ask_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self, title)
        return Path(chosen) if chosen else None

    def confirm(self, title: str, words: str, do: str) -> bool:
        """Ask before something that is hard to take back."""
        return dialogs.confirm(self, self.look, title, words, do)

    # the notebook ---------------------------------------------------------------------------------------

    def page(self, key: str) -> Page:
        """A page that has been opened."""
        return self._pages[key]

    def set_scale(self, scale: float) -> None:
        """A new text size; every page is built again."""
        self.settings.scale = scale
        self.rebuild()

    def rebuild(self) -> None:
        """Dress anew, after a change of text size or of the system's colours."""
        self.look = self._make_look()
        self._wear()
        if hasattr(self, "desk"):
            page = self._open_page or "home"
            self._show_notebook(page, self._pages[page].place() if page in self._pages else "")
        else:
            self.setCentralWidget(Welcome(self))

    def _show_notebook(self, page: str, focus: str = "") -> None:
        self._pages = {}
        self._rail = Rail(self.look, self.open)
        self._stack = QStackedWidget()
        whole = QWidget()
        line = QHBoxLayout(whole)
        parts.tight(line)
        line.addWidget(self._rail)
        line.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self._count_left()
        self.open(page, focus)

    def _changed(self, changes: Changes) -> None:
        self._count_left()
        for page in tuple(self._pages.values()):
            page.changed(changes)

    def _count_left(self) -> None:
        self._rail.show_left("decision", len(undecided(self.desk.company)))

    # look and keys --------------------------------------------------------------------------------------

    def _make_look(self) -> Look:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Look(dark=dark, scale=self.settings.scale)

    def _wear(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(self.look.palette())
            application.setFont(self.look.font())
            application.setStyleSheet(self.look.style_sheet())

    def _shortcuts(self) -> None:
        self._key(QKeySequence.StandardKey.Undo, lambda: self.desk.undo())
        self._key(QKeySequence("Ctrl+Y"), lambda: self.desk.redo())
        self._key(QKeySequence("Ctrl+Shift+Z"), lambda: self.desk.redo())
        for number, tab in enumerate(TABS[:9], 1):
            self._key(QKeySequence(f"Ctrl+{number}"), partial(self.open, tab.key))
        self._key(QKeySequence("Ctrl++"), lambda: self.set_scale(self.settings.scale + 0.1))
        self._key(QKeySequence("Ctrl+-"), lambda: self.set_scale(self.settings.scale - 0.1))
        self._key(QKeySequence("Ctrl+0"), lambda: self.set_scale(1.0))

    def _key(self, keys: QKeySequence | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
        QShortcut(keys, self, lambda: self.attempt(act) if hasattr(self, "desk") else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._told_paint:
            self._told_paint = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = self.saveGeometry()
        self.close_ledger()
        super().closeEvent(event)
