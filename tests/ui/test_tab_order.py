"""Tab walks through every page as it is read, and nothing flashes up as a window of its own on the way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import tab_order
from app.ui.pages import TABS
from app.ui.window import Window
from tests.ui.conftest import settle


@pytest.fixture
def active(window: Window, qtbot) -> Window:
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def tab(*modifiers: Qt.KeyboardModifier) -> QWidget:
    """Press Tab; what has the keyboard then."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Tab, *modifiers)
    following = QApplication.focusWidget()
    assert following is not None
    return following


def walk(most: int = 60) -> Iterator[str]:
    """The names that are met until the rail begins."""
    for _ in range(most):
        name = tab().accessibleName()
        if name == "緊急 Z もしもの時":
            return
        yield name


def test_tab_goes_through_b_as_it_is_read_though_its_levels_are_made_last(active: Window) -> None:
    active.open("decision")
    settle()
    names = list(walk())
    order = [
        "決め方：一件ずつ",
        "区分 極秘",
        "決めた理由（一行で）",
        "決めた人",
        "三つの条件",
        "後で決める",
        "B 秘密の決定　残り9件",
    ]
    assert [name for name in names if name in order] == order


def test_tab_goes_round_and_shift_tab_back(active: Window) -> None:
    active.open("home")
    settle()
    first = tab()
    assert first.accessibleName().startswith("ひらく：")
    assert tab(Qt.KeyboardModifier.ShiftModifier).accessibleName() == "緊急 Z もしもの時"
    assert tab() is first


def test_from_the_answer_that_arrows_led_to_tab_goes_on_to_the_next_question(active: Window) -> None:
    active.open("decision")
    settle()
    while not tab().accessibleName().startswith("これがあるから受注できている？"):
        pass
    chosen = QApplication.focusWidget()
    assert chosen.accessibleName() == "これがあるから受注できている？：大いに", "Tab stops at the answer that is chosen"
    QTest.keyClick(chosen, Qt.Key.Key_Left)
    assert QApplication.focusWidget().accessibleName() == "これがあるから受注できている？：かなり"
    assert tab().accessibleName().startswith("漏れたら、売上や価格が傷む？")


def test_what_is_hidden_or_cannot_be_pressed_is_passed_over(active: Window) -> None:
    active.open("guide")
    settle()
    page = active.page("guide")
    met = list(tab_order.stops(page))
    assert met and all(stop.isVisible() and stop.isEnabled() for stop in met)
    assert page._previous not in met and page._next in met


class Windows(QObject):
    """Every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{watched.__class__.__name__} {watched.accessibleName()}")
        return False


def test_no_part_of_a_page_flashes_up_as_a_window(window: Window, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        for page in (tab.key for tab in TABS):
            window.open(page)
            settle()
        window.set_scale(1.5)
        settle()
    finally:
        qapp.removeEventFilter(windows)
    assert windows.seen == []
