"""One way back for all pages: Alt+Left, or 「もどる」 in the header, to what was shown before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.ui.pages import TABS
from app.ui.window import Window
from tests.ui.conftest import settle

ALT = Qt.KeyboardModifier.AltModifier


def back(window: Window) -> None:
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Left, ALT)
    settle()


def test_back_through_every_page_and_no_further(window: Window, qtbot) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    keys = [tab.key for tab in TABS]
    for key in keys[1:]:
        window.open(key)
        settle()
    for key in reversed(keys[:-1]):
        back(window)
        assert window.open_page == key
    back(window)
    assert window.open_page == "home"


def test_back_shows_what_was_shown(window: Window) -> None:
    who = window.desk.company.staff[3].id
    window.open("papers", f"joining-pledge@{who}")
    window.open("papers", "information-rules")
    window.open("structure", "inspector")
    window.go_back()
    assert window.page("papers").place() == "information-rules@"
    window.go_back()
    assert window.page("papers").place() == f"joining-pledge@{who}"
    window.go_back()
    assert window.open_page == "home"


def test_the_page_already_open_leaves_no_trace(window: Window) -> None:
    window.open("papers")
    window.open("papers")
    window.go_back()
    assert window.open_page == "home"


def test_the_header_shows_the_way_and_where_to(window: Window, qtbot) -> None:
    def shown() -> list[QPushButton]:
        page = window.page(window.open_page)
        return [
            b for b in page.findChildren(QPushButton) if b.isVisible() and b.accessibleName().startswith("もどる：")
        ]

    assert shown() == []
    window.open("structure")
    settle()
    assert [b.accessibleName() for b in shown()] == ["もどる：ホーム"]
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)
    settle()
    assert window.open_page == "home" and shown() == []


@pytest.mark.parametrize("scale", [1.5])
def test_a_new_text_size_keeps_the_way(window: Window, scale: float) -> None:
    window.open("structure")
    window.set_scale(scale)
    window.go_back()
    assert window.open_page == "home"
