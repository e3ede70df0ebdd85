"""From nothing to the first paint, and then to the last ledger. Only what the first paint needs is imported before it."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from app.paper import fonts
from app.ui import japanese
from app.ui.look import SCREEN, TITLE
from app.ui.mishaps import Mishaps
from app.ui.settings import Settings
from app.ui.window import Window

if TYPE_CHECKING:
    from app.desk import Desk


SETTLED = 3000
"""Milliseconds after which even a slow machine shows the first page."""


def application(arguments: list[str]) -> QApplication:
    """The Qt application: Fusion, our fonts, Qt's own words in Japanese."""
    style = (
        "-style",
        "Fusion",
    )  # as an argument: `setStyle` would hand the style back, and making QStyle known takes 8 ms
    return dressed(QApplication([*arguments[:1], *style]))


def dressed(made: QApplication) -> QApplication:
    """An application that is there already, made ours but for its style."""
    made.setApplicationName("まもり帳")
    made.setOrganizationName("mamoricho")
    QLocale.setDefault(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
    japanese.speak(made)
    fonts.load({*SCREEN, *TITLE})
    return made


def window(settings: Settings | None = None, opening: Path | None = None) -> Window:
    """The window. `opening` is a ledger to be opened as soon as the window has been painted."""

    def open_ledger(path: Path) -> "Desk":
        from app.actions import ledgers

        return ledgers.open_or_read(path)

    return Window(settings or Settings(), open_ledger, opening)


def run(arguments: list[str]) -> int:
    """Show the window, and in it the ledger that was named, or the last one."""
    made = application(arguments)
    settings = Settings()
    named = [Path(argument) for argument in arguments[1:] if not argument.startswith("-")]
    shown = window(settings, next(iter(named), settings.own))
    Mishaps(shown).listen()
    shown.painted.connect(lambda: _mark(made))
    shown.showMaximized() if shown.fills_the_screen else shown.show()
    QTimer.singleShot(SETTLED, _tidy)
    code = made.exec()
    shown.close_ledger()
    return code


def _tidy() -> None:
    """From here on Python looks for rubbish, in what is made from here on."""
    gc.freeze()
    gc.enable()


def _mark(made: QApplication) -> None:
    """Our mark in the task bar; drawing it takes Qt's SVG, which the first paint does not wait for."""
    from app.ui import icons

    made.setWindowIcon(icons.program())
