"""The real window without a screen: with the sample company, typed into as an input method does, named as a screen reader hears it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from app.actions import ledgers
from app.ui import start
from app.ui.settings import Settings
from app.ui.window import Window


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as it really starts: Fusion, our fonts, Japanese."""
    existing = QApplication.instance()
    if not isinstance(existing, QApplication):
        return start.application(["mamoricho"])
    existing.setStyle("Fusion")
    return start.dressed(existing)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the sample company; copy it before changing it."""
    path = tmp_path_factory.mktemp("sample") / "sample.mamori"
    ledgers.create_sample(path, "川口")
    return path


@pytest.fixture
def window(qapp: QApplication, sample: Path, tmp_path: Path) -> Iterator[Window]:
    """The window with the sample company open."""
    path = tmp_path / "見本.mamori"
    shutil.copy(sample, path)
    made = start.window(Settings(tmp_path / "settings.ini"))
    made.resize(1280, 800)
    made.show()
    assert made.open_ledger(path)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def ime() -> Callable[..., None]:
    """Type as an input method does; `keyClicks` aborts the process on Japanese text."""

    def type_in(widget: QWidget, text: str, *, commit: bool = True) -> None:
        widget.setFocus()
        event = QInputMethodEvent("" if commit else text, [])
        if commit:
            event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return type_in


@pytest.fixture
def answer(qapp: QApplication) -> Iterator[Callable[..., list[str]]]:
    """Waits for the next dialog, notes its words and presses these buttons of it one by one; every dialog has to come."""
    timers: list[QTimer] = []
    waited: list[str] = []

    def wait(*words: str) -> list[str]:
        said: list[str] = []
        timer = QTimer()
        timer.setInterval(5)
        timer.timeout.connect(lambda: _answer(timer, words, said, waited))
        waited.append(" ".join(words))
        timers.append(timer)
        timer.start()
        return said

    yield wait
    for timer in timers:
        timer.stop()
    assert waited == [], "these dialogs never came"


def _answer(timer: QTimer, words: tuple[str, ...], said: list[str], waited: list[str]) -> None:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QDialog) or not dialog.isVisible():
        return
    timer.stop()
    waited.remove(" ".join(words))
    said += [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    shown = {one.accessibleName() or one.text(): one for one in dialog.findChildren(QPushButton)}
    for word in words:
        if word not in shown:
            dialog.reject()
        assert word in shown, list(shown)
        shown[word].click()


@pytest.fixture
def nameless() -> Callable[[QWidget], list[str]]:
    """What a screen reader could not name: fields, buttons, lists, trees and tables."""
    role = QAccessible.Role
    wanted = {role.EditableText, role.Button, role.ComboBox, role.Table, role.List, role.Tree, role.CheckBox}
    wanted |= {role.RadioButton, role.SpinBox}

    def walk(iface) -> Iterator:
        yield iface
        for place in range(iface.childCount()):
            if (child := iface.child(place)) is not None:
                yield from walk(child)

    def look(widget: QWidget) -> list[str]:
        QAccessible.setActive(True)
        found = walk(QAccessible.queryAccessibleInterface(widget))
        return [
            f"{one.role().name} {one.object().__class__.__name__}"
            for one in found
            if one.role() in wanted and not one.state().invisible and not one.text(QAccessible.Text.Name)
        ]

    return look


def settle() -> None:
    """Let everything be laid out."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
