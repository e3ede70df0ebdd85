"""The window itself: which ledger is open and which is remembered, the sample and its mark, its look, its keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from app.actions import ledgers
from app.domain.ledger.records import Profile
from app.errors import ContentError
from app.ui import dialogs, start
from app.ui.coming import Coming
from app.ui.dialogs import Sheet
from app.ui.frame import Page
from app.ui.key_list import KeySheet
from app.ui.pages.structure.page import StructurePage
from app.ui.settings import Settings
from app.ui.welcome import Welcome
from app.ui.window import FRAME, LEAST, Window
from tests.ui.conftest import settle


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell_error", lambda parent, look, error: told.append(error.what))
    return told


# which ledger ---------------------------------------------------------------------------------------------------


def test_another_ledger_that_cannot_be_opened_leaves_this_one_open(window: Window, tmp_path: Path, quiet) -> None:
    broken = tmp_path / "こわれた.mamori"
    broken.write_bytes(b"x" * 5000)
    before = window.desk
    window.open("structure")
    assert not window.open_ledger(broken) and quiet
    assert window.desk is before and window.open_page == "structure"
    window.desk.change("まだ書ける", [Profile(name="新田")])


def test_the_ledger_that_is_open_can_be_chosen_again(window: Window, quiet) -> None:
    assert window.open_ledger(window.desk.ledger.path) and not quiet


def test_a_ledger_on_a_stick_that_is_out_is_remembered(tmp_path: Path) -> None:
    stick, own = tmp_path / "usb.mamori", tmp_path / "own.mamori"
    for path in (stick, own):
        path.touch()
    settings = Settings(tmp_path / "s.ini")
    settings.opened(stick)
    stick.rename(tmp_path / "out")
    settings.opened(own)
    assert settings.recent == [own], "what cannot be reached is not offered"
    (tmp_path / "out").rename(stick)
    assert settings.recent == [own, stick]


# the sample -----------------------------------------------------------------------------------------------------


@pytest.fixture
def first(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MAMORICHO_LEDGERS", str(tmp_path / "ledgers"))
    made = start.window(Settings(tmp_path / "settings.ini"))
    made.show()
    yield made
    made.close()


def open_sample(window: Window) -> None:
    window.show_welcome()
    welcome = window.centralWidget()
    assert isinstance(welcome, Welcome)
    next(b for b in welcome.findChildren(QPushButton) if b.accessibleName() == "見本をひらく").click()
    settle()


def test_there_is_one_sample_marked_as_such_and_it_does_not_open_by_itself(first: Window, tmp_path: Path) -> None:
    open_sample(first)
    assert first.is_sample and first.windowTitle().startswith("【見本】")
    assert "見本の会社" in [label.text() for label in first.findChildren(QLabel) if label.isVisible()]
    first.desk.change("試した", [Profile(name="試した名前")])
    open_sample(first)
    assert first.desk.company.profile.name == "試した名前"
    assert len(list((tmp_path / "ledgers").glob("*.mamori"))) == 1
    assert first.settings.own is None, "the next start does not begin with it"
    own = tmp_path / "own.mamori"
    ledgers.create(own, Profile(name="新田製作所"))
    assert first.open_ledger(own) and first.settings.own == own
    assert not first.is_sample and "見本" not in first.windowTitle()
    assert "見本の会社" not in [label.text() for label in first.findChildren(QLabel) if label.isVisible()]


# how it looks ---------------------------------------------------------------------------------------------------


def test_what_is_typed_in_a_dialog_outlives_a_change_of_the_systems_colours(window: Window, qtbot) -> None:
    sheet = Sheet(window.page("home"), window.look, "書きかけ")
    field = QLineEdit()
    sheet.body.addWidget(field)
    seen: list[str] = []

    def change() -> None:
        field.setText("書きかけの言葉")
        window._dress_when_free()
        QTimer.singleShot(700, finish)

    def finish() -> None:
        seen.append(field.text())
        sheet.accept()

    look = window.look
    QTimer.singleShot(0, change)
    assert sheet.exec() and seen == ["書きかけの言葉"]
    assert window.look is look, "not while it was open"
    qtbot.waitUntil(lambda: window.look is not look, timeout=5000)


def test_dark_and_light_can_be_chosen(window: Window) -> None:
    for mode, dark in (("dark", True), ("light", False), ("", window.look.dark)):
        window.set_mode(mode)
        assert window.look.dark is dark and window.settings.mode == mode


def test_the_first_window_is_whole_on_the_screen(qapp, tmp_path: Path) -> None:
    made = start.window(Settings(tmp_path / "new.ini"))
    room = made.screen().availableGeometry()
    assert made.height() <= room.height() - FRAME and made.width() <= max(room.width(), LEAST.width())
    made.close()


# keys -----------------------------------------------------------------------------------------------------------


def press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    settle()


CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_letters_of_the_rail_turn_the_pages(window: Window) -> None:
    for letter, page in (("X", "structure"), ("Z", "incident"), ("A", "inventory"), ("H", "home")):
        press(window, Qt.Key(ord(letter)), ALT)
        assert window.open_page == page


def test_find_print_save_and_next_are_answered_on_every_page(window: Window, monkeypatch) -> None:
    window.open("structure")
    press(window, Qt.Key.Key_S, CONTROL)
    assert "保存されています" in window.page("structure").stand
    press(window, Qt.Key.Key_P, CONTROL)
    assert "印刷するものがありません" in window.page("structure").stand
    press(window, Qt.Key.Key_N, ALT)
    assert window.open_page == "papers"
    done: list[str] = []
    monkeypatch.setattr(window.page("papers").steps, "print", lambda: done.append("print"))
    monkeypatch.setattr(window.page("papers").steps, "save", done.append)
    press(window, Qt.Key.Key_P, CONTROL)
    press(window, Qt.Key.Key_S, CONTROL)
    assert done == ["print", "docx"]
    press(window, Qt.Key.Key_F, CONTROL)
    assert window.page("papers").list.search.hasFocus() or window.focusWidget() is window.page("papers").list.search
    window.open("home")
    press(window, Qt.Key.Key_F, CONTROL)
    assert window.open_page == "search"


def test_f1_shows_the_keys(window: Window) -> None:
    seen: list[type] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        seen.append(type(sheet))
        QTest.keyClick(sheet, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert seen == [KeySheet]


@pytest.mark.parametrize("page", ["home", "structure", "papers", "ledger"])
def test_the_footer_has_room_for_its_words(window: Window, page: str) -> None:
    window.open(page)
    settle()
    shown = window.page(page)
    assert shown._stand.height() < 4 * shown._stand.fontMetrics().height() and shown._stand.width() > 200


def test_the_ledger_named_at_the_start_opens_by_itself(qapp, tmp_path: Path, qtbot) -> None:
    path = tmp_path / "own.mamori"
    ledgers.create(path, Profile(name="新田製作所"))
    made = start.window(Settings(tmp_path / "new.ini"), path)
    made.show()
    qtbot.waitUntil(lambda: hasattr(made, "desk"), timeout=20_000)
    made.close()


def test_a_page_that_opens_for_the_first_time_shows_its_heading_before_it_is_built(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, bool]] = []
    built = StructurePage.build

    def build(page: Page) -> None:
        ground = window.centralWidget().findChild(Coming)
        seen.append((ground._heading.text(), ground.isVisible()))
        built(page)

    monkeypatch.setattr(StructurePage, "build", build)
    window.open("structure")
    window.open("home")
    window.open("structure")
    assert seen == [("X 社内体制", True)] and window.page("structure").isVisible()


def test_where_a_page_cannot_be_built_the_one_before_stays(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: Page) -> None:
        raise ContentError("様式に間違いがあります。")

    monkeypatch.setattr(StructurePage, "build", fail)
    with pytest.raises(ContentError):
        window.open("structure")
    settle()
    assert window.page("home").isVisible() and not window.centralWidget().findChild(Coming).isVisible()
    window.open("decision")
    assert window.page("decision").isVisible()
