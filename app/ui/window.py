"""The window: the welcome page or the notebook, and the calm voice for what goes wrong. It is the Shell of its pages.

Only what the first paint needs is imported here; the notebook, the dialogs and all that they need come when they are wanted.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from app.errors import MamoriError, Stopped, Stranded
from app.ui.look import Look
from app.ui.opening import Opening
from app.ui.pages import TABS
from app.ui.settings import Settings
from app.ui.unsaved import Typed, Unsaved

if TYPE_CHECKING:
    from app.desk import Desk
    from app.domain.addresses import Address
    from app.domain.ledger.company import Changes
    from app.domain.slices import Work
    from app.ui.frame import Page
    from app.ui.notebook import Notebook

T = TypeVar("T")
USUAL, LEAST = QSize(1280, 800), QSize(1024, 700)
NAME = "まもり帳"
LETTERS = {"H": "home"} | {tab.mark: tab.key for tab in TABS if len(tab.mark) == 1}
"""Alt with the letter that stands on the rail turns to that page."""
FRAME = 40
"""Pixels that the system may put around a window, above and below."""
WAIT = 300
"""Milliseconds until we look again whether a dialog is over."""


class Window(QMainWindow):
    """The program's one window: the welcome page until a ledger is open, then the notebook."""

    painted = Signal()
    desk: "Desk"

    def __init__(self, settings: Settings, open_ledger: Callable[[Path], "Desk"], opening: Path | None = None) -> None:
        super().__init__()
        self.settings = settings
        self._open_ledger = open_ledger
        self._notebook: Notebook | None = None
        self._told_paint = False
        self._writing = self._wants_to_close = False
        self.unsaved = Unsaved(self)
        self.unsaved.changed.connect(self._show_steps)
        self.look = self._make_look()
        self._show_title()
        self._take_room()
        self._wear()
        if opening:
            self._open_soon(opening)
        else:
            self.show_welcome()
        self._shortcuts()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self._dress_when_free())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _: self._dress_when_free())

    def _take_room(self) -> None:
        """As large as last time, else as usual; whole on the screen with its frame. (A small notebook has less than we would like.)"""
        room = self.screen().availableGeometry().adjusted(0, FRAME, 0, 0).size()
        self.setMinimumSize(LEAST.boundedTo(room))
        self.resize(USUAL.boundedTo(room))
        if self.settings.geometry is not None:
            self.restoreGeometry(self.settings.geometry)
        self.fills_the_screen = self.settings.geometry is None and USUAL.boundedTo(room) != USUAL

    # opening and closing ledgers ------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """The first page, while no ledger is open."""
        from app.ui.welcome import Welcome

        if not self._may_leave():
            return
        self.close_ledger()
        first = Welcome(self)
        self.setCentralWidget(first)
        first.setFocus()

    def open_ledger(self, path: Path) -> bool:
        """Open a ledger file and turn to ホーム; what is wrong with it is said, and the one that was open stays open."""
        if self._is_open(path):
            self.open("home")
            return True
        if not self._may_leave():
            return False
        desk = self.attempt(lambda: self._open_ledger(path))
        if desk is None:
            if not hasattr(self, "desk"):
                self.show_welcome()
            return False
        self.close_ledger()
        self.desk = desk
        self.settings.opened(path)
        desk.listen(self._changed)
        desk.drive = self._carry_out
        self._show_notebook("home")
        self._show_title()
        return True

    def _is_open(self, path: Path) -> bool:
        """Whether this very ledger is the open one."""
        own = self.desk.ledger.path if hasattr(self, "desk") else None
        return own is not None and own.exists() and path.exists() and own.samefile(path)

    @property
    def is_sample(self) -> bool:
        """Whether the sample company is open."""
        sample = self.settings.sample
        return sample is not None and self._is_open(sample)

    def close_ledger(self) -> None:
        """Close the open ledger, if there is one."""
        self._leave_field()
        self._notebook = None
        if hasattr(self, "desk"):
            self.desk.close()
            del self.desk
        self._show_title()

    def _leave_field(self) -> None:
        """What stands in an open field is written before its page goes."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()

    def _may_leave(self) -> bool:
        """What could not be saved is tried once more; if it still cannot be, the owner says whether it may be lost."""
        if not hasattr(self, "desk"):
            return True
        if self._writing:
            return False
        self._leave_field()
        self.unsaved.try_again()
        while self.unsaved:
            from app.ui import dialogs

            answer = dialogs.ask_about_unsaved(self, self.look, self.unsaved.texts)
            if answer is dialogs.Leave.STAY:
                return False
            if answer is dialogs.Leave.LOSE:
                self.unsaved.clear()
            else:
                self.unsaved.try_again()
        return True

    def _open_soon(self, path: Path) -> None:
        """Say which ledger is being opened, and open it once that has been painted."""
        self.setCentralWidget(Opening(f"「{path.stem}」を開いています…"))
        self.painted.connect(lambda: self.open_ledger(path))

    # Shell ----------------------------------------------------------------------------------------------

    def open(self, page: str, focus: str = "") -> None:
        """Turn to a page."""
        if self._notebook:
            self._notebook.turn(page, focus)

    def remember(self) -> None:
        """What is shown now is where the next step back leads."""
        if self._notebook:
            self._notebook.remember()

    def go_back(self) -> None:
        """Turn to where the owner was before."""
        if self._notebook:
            self._notebook.go_back()

    def tell(self, words: str, safe: str = "") -> None:
        """Say something in the footer of the open page."""
        if self._notebook:
            self._notebook.tell(words, safe)

    def go_on_elsewhere(self) -> None:
        """Write a copy of the open ledger to another place, and work there."""
        from app.ui import elsewhere

        elsewhere.go_on(self)

    def attempt(self, act: Callable[[], T], typed: Typed | None = None) -> T | None:
        """Run an action; what the world refuses is shown in a calm dialog, and what was typed is kept and tried again."""
        try:
            result = act()
        except Stopped as stopped:
            if self._notebook:
                self._notebook.draw_anew()
            self.tell(stopped.what, stopped.safe)
            return None
        except MamoriError as error:
            if typed:
                self.unsaved.keep(typed, act)
            if self._notebook:
                self._notebook.draw_anew()
            self.tell_error(error)
            return None
        if typed:
            self.unsaved.drop(typed.place)
        return result

    def _carry_out(self, title: str, work: "Work[T]") -> T:
        """A step of the desk; nothing else is written, and nothing closed, until it is over."""
        from app.ui.kit.writing import carry_out

        outer, self._writing = self._writing, True
        try:
            return carry_out(self, self, title, work)
        finally:
            self._writing = outer
            if self._wants_to_close:
                QTimer.singleShot(0, self, self.close)

    def done(self, act: Callable[[], object], typed: Typed | None = None) -> bool:
        """Run an action; whether the world let it happen."""
        return self.attempt(lambda: (act(), True), typed) is not None

    def tell_error(self, error: MamoriError) -> None:
        """What the world refused; where the ledger can go on elsewhere, that is offered."""
        from app.ui import dialogs, elsewhere

        if isinstance(error, Stranded):
            elsewhere.tell(self, error)
        else:
            dialogs.tell_error(self, self.look, error)

    def went_elsewhere(self) -> None:
        """The open ledger is another file from now on."""
        self.settings.opened(self.desk.path)
        self._show_title()

    def ask_file(self, title: str, name: str, kind: str) -> Path | None:
        """Ask where to save."""
        from app.ui import asking

        chosen = asking.to_save(self, title, self.settings.folder, name, kind)
        if chosen is not None:
            self.settings.folder = chosen.parent
        return chosen

    def ask_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        from app.ui import asking

        chosen = asking.for_folder(self, title, self.settings.folder)
        if chosen is not None:
            self.settings.folder = chosen
        return chosen

    def confirm(self, title: str, words: str, do: str) -> bool:
        """Ask before something that is hard to take back."""
        from app.ui import dialogs

        return dialogs.confirm(self, self.look, title, words, do)

    # the notebook ---------------------------------------------------------------------------------------

    def page(self, key: str) -> "Page":
        """A page that has been opened."""
        if self._notebook is None:
            raise LookupError("no ledger is open")
        return self._notebook.page(key)

    @property
    def open_page(self) -> str:
        """The key of the page that is turned to; "" while no ledger is open."""
        return self._notebook.open_page if self._notebook else ""

    def set_scale(self, scale: float) -> None:
        """A new text size; every page is built again."""
        self.settings.scale = scale
        self._dress_again("文字の大きさを変えています…")

    def set_mode(self, mode: str) -> None:
        """Light, dark, or "" for as the system has it."""
        self.settings.mode = mode
        self._dress_again("画面の色を変えています…")

    def _dress_again(self, words: str) -> None:
        """Building every page anew takes a moment, and says so before it begins."""
        veil = Opening(words, self)
        veil.setGeometry(self.rect())
        veil.show()
        veil.repaint()
        self.rebuild()
        veil.hide()
        veil.deleteLater()

    def _dress_when_free(self) -> None:
        """The system's colours have changed; while a dialog is open, what is typed there stays, and we look again later."""
        if QApplication.activeModalWidget() is None:
            self.rebuild()
        else:
            QTimer.singleShot(WAIT, self, self._dress_when_free)

    def rebuild(self) -> None:
        """Dress anew, after a change of text size or of the system's colours."""
        self._leave_field()
        self.look = self._make_look()
        self._wear()
        if self._notebook:
            self._show_notebook(self._notebook.open_page, self._notebook.place(), self._notebook.trail)
        else:
            self.show_welcome()

    def _stop_writing(self) -> None:
        """Whoever closes the window wants no more; the step is taken back before it closes."""
        from app.ui.kit.writing import Writing

        for sheet in self.findChildren(Writing):
            sheet.reject()

    def _show_notebook(self, page: str, focus: str = "", trail: "Iterable[Address]" = ()) -> None:
        from app.ui.notebook import Notebook

        self._notebook = Notebook(self, trail)
        self.setCentralWidget(self._notebook)
        self.open(page, focus)

    def _changed(self, _: "Changes") -> None:
        self._show_title()
        if self._notebook:
            self._notebook.renew()
        if self.unsaved and not self.desk.refused:
            QTimer.singleShot(0, self.unsaved.try_again)

    def _show_steps(self) -> None:
        if self._notebook:
            self._notebook.renew()

    def _show_title(self) -> None:
        """The company's name on the window's frame, so that two ledgers can be told apart."""
        name = " ".join(self.desk.company.profile.name.split()) if hasattr(self, "desk") else ""
        sample = "【見本】" if self.is_sample else ""
        shown = f"{sample}{name} − {NAME}" if name else NAME
        self.setWindowTitle(shown.replace("[*]", "[*][*]"))  # which is Qt's own sign for something else

    # look and keys --------------------------------------------------------------------------------------

    def _make_look(self) -> Look:
        hints = QGuiApplication.styleHints()  # a name of its own, or PySide forgets what it belongs to
        dark = self.settings.mode == "dark" if self.settings.mode else hints.colorScheme() is Qt.ColorScheme.Dark
        wish = hints.accessibility().contrastPreference()
        return Look(dark, self.settings.scale, strong=wish is Qt.ContrastPreference.HighContrast)

    def _wear(self) -> None:
        """The style sheet is the window's, not the application's: else Qt styles every part of a page again with each layout it comes into."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(self.look.palette())
            application.setFont(self.look.font())
        self.setStyleSheet(self.look.style_sheet())

    def _shortcuts(self) -> None:
        self._key(QKeySequence.StandardKey.Undo, lambda: self.desk.undo())
        self._key(QKeySequence("Ctrl+Y"), lambda: self.desk.redo())
        self._key(QKeySequence("Ctrl+Shift+Z"), lambda: self.desk.redo())
        for number, tab in enumerate([tab for tab in TABS if tab.on_rail][:9], 1):
            self._key(QKeySequence(f"Ctrl+{number}"), partial(self.open, tab.key))
        for letter, page in LETTERS.items():
            self._key(QKeySequence(f"Alt+{letter}"), partial(self.open, page))
        self._key(QKeySequence("Alt+Left"), self.go_back)
        self._key(QKeySequence("Alt+N"), lambda: self.page(self.open_page).press_primary())
        self._key(QKeySequence("Ctrl+F"), lambda: self.page(self.open_page).on_find())
        self._key(QKeySequence("Ctrl+P"), lambda: self.page(self.open_page).on_print())
        self._key(QKeySequence("Ctrl+S"), lambda: self.page(self.open_page).on_save())
        QShortcut(QKeySequence("F1"), self, self.show_keys)
        self._key(QKeySequence("Ctrl++"), lambda: self.set_scale(self.settings.scale + 0.1))
        self._key(QKeySequence("Ctrl+-"), lambda: self.set_scale(self.settings.scale - 0.1))
        self._key(QKeySequence("Ctrl+0"), lambda: self.set_scale(1.0))

    def show_keys(self) -> None:
        """「キーの一覧」."""
        from app.ui.key_list import KeySheet

        KeySheet(self, self.look).exec()

    def _key(self, keys: QKeySequence | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
        QShortcut(keys, self, lambda: self.attempt(act) if hasattr(self, "desk") else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._told_paint:
            self._told_paint = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = self.saveGeometry()
        self._wants_to_close = self._writing
        if self._writing:
            self._stop_writing()
        if not self._may_leave():
            event.ignore()
            return
        self.close_ledger()
        super().closeEvent(event)
