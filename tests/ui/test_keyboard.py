"""By keyboard alone: Enter presses what has the keyboard, Tab goes through a sheet as it is read, a ring is always to be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from app.ui import tab_order
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout
from app.ui.look import Look
from app.ui.window import Window
from tests.ui.conftest import settle


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def sheet(window: Window, pressed: list[str]):
    made = Sheet(window, window.look, "ためし")
    made.late = QLineEdit()
    made.body.addWidget(buttons.button("一つめ", lambda: pressed.append("一つめ")))
    made.body.addWidget(buttons.link("二つめ", lambda: pressed.append("二つめ")))
    made.body.insertWidget(1, made.late)
    made.buttons.addWidget(buttons.button("決める", lambda: pressed.append("決める"), look=window.look, primary=True))
    made.show()
    settle()
    yield made
    made.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_and_a_link(sheet: Sheet, pressed: list[str], key: Qt.Key) -> None:
    for button in sheet.findChildren(QPushButton):
        button.setFocus()
        QTest.keyClick(button, key)
    assert sorted(pressed) == ["一つめ", "二つめ", "決める"] and sheet.isVisible()


def test_enter_follows_a_link_of_a_page(window: Window) -> None:
    page = window.page("home")
    link = next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("仮のままの行"))
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    settle()
    assert window.open_page == "inventory"


def test_tab_goes_through_a_sheet_as_it_is_laid_out(sheet: Sheet) -> None:
    names = [stop.accessibleName() for stop in tab_order.stops(sheet)]
    assert names == ["一つめ", "", "二つめ", "決める"]
    first, late = sheet.findChildren(QPushButton)[0], sheet.late
    first.setFocus()
    sheet.focusNextPrevChild(True)
    assert sheet.focusWidget() is late, "though it was put in last"
    sheet.focusNextPrevChild(False)
    assert sheet.focusWidget() is first


LOOKS = [Look(), Look(dark=True), Look(strong=True), Look(dark=True, strong=True)]


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def strangeness(one: QImage, other: QImage, widget: QWidget) -> int:
    """How many points differ clearly."""
    size = widget.size()
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 40
        for x in range(size.width())
        for y in range(size.height())
    )


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "light strong", "dark strong"])
@pytest.mark.parametrize("traits", [{}, {"primary": True}, {"danger": True}, {"link": True}, {"alarm": True}])
def test_whatever_has_the_keyboard_looks_different(qapp, qtbot, look: Look, traits: dict[str, bool]) -> None:
    whole = QWidget()
    whole.setStyleSheet(look.style_sheet())
    whole.setPalette(look.palette())
    button, other = buttons.button("決める", lambda: None, look=look, **traits), QCheckBox("ほか")
    layout.spaced(layout.QVBoxLayout(whole), margins=(9,) * 4).addWidget(button)
    whole.layout().addWidget(other)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    other.setFocus()
    without = picture(button)
    button.setFocus()
    assert button.hasFocus()
    assert strangeness(without, picture(button), button) > button.width(), "a ring all around"
