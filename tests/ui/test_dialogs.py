"""The few dialogs: three calm sentences as plain text, a report only when there is one, and the harmless answer on Enter and Escape."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.errors import PaperError
from app.ui import dialogs
from app.ui.dialogs import Sheet
from app.ui.look import Look

Answer = Callable[..., list[str]]
HOSTILE = "<b>A&B</b> 髙﨑𠮷"


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def look() -> Look:
    return Look(False)


def test_an_error_says_its_three_parts_as_they_are(parent: QWidget, look: Look, answer: Answer) -> None:
    said = answer("閉じる")
    dialogs.tell_error(
        parent, look, PaperError(f"「{HOSTILE}」を書き出せませんでした。", "台帳は無事です。", "閉じてください。")
    )
    assert said == [f"「{HOSTILE}」を書き出せませんでした。", "台帳は無事です。", "閉じてください。"]


def test_a_part_that_is_not_there_takes_no_line(parent: QWidget, look: Look, answer: Answer) -> None:
    said = answer("閉じる")
    dialogs.tell_error(parent, look, PaperError("書けません。", then="閉じてください。"))
    assert said == ["書けません。", "閉じてください。"]


def test_a_report_can_be_copied_and_the_dialog_stays_until_it_is_closed(
    parent: QWidget, look: Look, answer: Answer
) -> None:
    said = answer("報告をコピー", "閉じる")
    dialogs.tell_error(parent, look, PaperError("思いがけないことが起きました。"), "KeyError\npage.py:3")
    assert QGuiApplication.clipboard().text() == "KeyError\npage.py:3"
    assert "会社の情報は入りません" in said[-1]


@pytest.mark.parametrize(("press", "agreed"), [("外す", True), ("やめる", False)])
def test_what_is_hard_to_take_back_is_asked_by_name(
    parent: QWidget, look: Look, answer: Answer, press: str, agreed: bool
) -> None:
    said = answer(press)
    assert dialogs.confirm(parent, look, "外しますか", HOSTILE, "外す") is agreed
    assert said == ["外しますか", HOSTILE]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_leave_everything_as_it_is(
    parent: QWidget, look: Look, qtbot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    shown: list[Sheet] = []

    def run(sheet: Sheet) -> int:
        shown.append(sheet)
        sheet.show()
        stop = next(one for one in sheet.findChildren(QPushButton) if one.text() == "やめる")
        assert stop.isDefault()
        qtbot.keyClick(sheet, key)
        assert not sheet.isVisible()
        return sheet.result()

    monkeypatch.setattr(Sheet, "exec", run)
    assert dialogs.confirm(parent, look, "外しますか", "戻せません。", "外す") is False
    assert len(shown) == 1


def test_tab_goes_through_what_was_put_in_later(parent: QWidget, look: Look, qtbot) -> None:
    sheet = Sheet(parent, look, "題")
    qtbot.addWidget(sheet)
    first, second = QPushButton("一"), QPushButton("二")
    sheet.buttons.addWidget(second)
    sheet.body.addWidget(first)  # later, and above
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    first.setFocus()
    for key, wanted in ((Qt.Key.Key_Tab, second), (Qt.Key.Key_Tab, first), (Qt.Key.Key_Backtab, second)):
        qtbot.keyClick(sheet.focusWidget(), key)
        assert sheet.focusWidget() is wanted
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in sheet.findChildren(QLabel))
