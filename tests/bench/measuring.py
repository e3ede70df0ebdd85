"""How the benches measure: the time of our own process, so that a busy machine counts less; medians; one line of a table each."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def row(work: str, before: str, now: str, aim: str) -> None:
    """One line of the table, at once."""
    print(f"| {work} | {before} | {now} | {aim} |", flush=True)


def seconds(act: Callable[[], object]) -> float:
    """What an action takes of the processor."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def median(acts: Iterator[Callable[[], object]] | list[Callable[[], object]]) -> float:
    """The middle one of several; the first only warms up."""
    return statistics.median([seconds(act) for act in acts][1:])


def ms(taken: float) -> str:
    """「26 ms」."""
    return f"{taken * 1000:.0f} ms"


@contextmanager
def window(make: Callable[[Path], object]) -> "Iterator[Window]":
    """The real window with the ledger that `make` puts at a path."""
    from PySide6.QtWidgets import QApplication

    from app.ui import start
    from app.ui.settings import Settings

    application = QApplication.instance() or start.application(
        sys.argv
    )  # one a process, and the second company needs it, too
    with TemporaryDirectory() as folder:
        path = Path(folder) / "はかる.mamori"
        make(path)
        shown = start.window(Settings(Path(folder) / "settings.ini"))
        shown.resize(1280, 800)
        shown.show()
        shown.open_ledger(path)
        settle()
        yield shown
        shown.close()
    del application


def settle() -> None:
    """Let everything be laid out and painted."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()


def answered() -> None:
    """Let everything be laid out and painted, and what waits for an idle moment wait."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.sendPostedEvents()


def step() -> None:
    """Whatever is next."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
