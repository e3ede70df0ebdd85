"""Pictures of every page of the window and of every paper, made without a screen: for the README, for `demo`, for review."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.actions import ledgers
from app.actions.papers import make as papers
from app.documents.files import make_folder
from app.paper import png
from app.ui import start
from app.ui.pages import TABS
from app.ui.settings import Settings
from app.ui.window import Window

SIZE = QSize(1280, 800)


@contextmanager
def application() -> Iterator[QApplication]:
    """A Qt application that needs no screen."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    before = qInstallMessageHandler(_complain)
    try:
        yield existing if isinstance(existing, QApplication) else start.application(["mamoricho"])
    finally:
        qInstallMessageHandler(before)


def _complain(_: QtMsgType, __: QMessageLogContext, words: str) -> None:
    """What Qt has to say, but for its remark that a window without a screen has no size hints."""
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)


def of_pages(ledger: Path, folder: Path) -> list[Path]:
    """Every page of the window with this ledger open, and the welcome page."""
    make_folder(folder)
    window = start.window(Settings(folder / ".settings.ini"))
    window.resize(SIZE)
    window.show()
    written = [_grab(window, folder / "00-welcome.png")]
    if window.open_ledger(ledger):
        for number, tab in enumerate(TABS, 1):
            window.open(tab.key)
            written.append(_grab(window, folder / f"{number:02}-{tab.key}.png"))
    window.close()
    window.settings.save()
    (folder / ".settings.ini").unlink(missing_ok=True)
    return written


def of_papers(ledger: Path, folder: Path) -> list[Path]:
    """Every page of every paper of this ledger."""
    make_folder(folder)
    desk = ledgers.open_ledger(ledger)
    try:
        made = [papers.make(desk, form.id, datetime.now().astimezone()) for form in papers.papers(desk)]
    finally:
        desk.close()
    return [path for paper in made for path in png.write_pages(paper.document, folder, papers.file_stem(paper))]


def _grab(window: Window, path: Path) -> Path:
    """The window as it is once everything has been laid out."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
    window.grab().save(str(path))
    return path
