"""What the ledger could not take is marked, kept and tried again, and nothing is lost by closing without a word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.domain.words import Circumstance
from app.store import tables
from app.ui import dialogs
from app.ui.dialogs import Leave
from app.ui.kit.fields import is_unsaved
from app.ui.kit.sheet.model import NOT_SAVED
from app.ui.pages.inventory.columns import at
from app.ui.window import Window
from tests.ui.conftest import settle


class Disk:
    """A disk that can be full, and what was said of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch, self._write = monkeypatch, tables.writing
        self.told: list[str] = []
        monkeypatch.setattr(dialogs, "tell_error", lambda _, __, error: self.told.append(error.what))

    def fill(self) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OSError("no space left on device")

        self._patch.setattr(tables, "writing", refuse)

    def free(self) -> None:
        self._patch.setattr(tables, "writing", self._write)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, window: Window) -> Iterator[Disk]:
    made = Disk(monkeypatch)
    yield made
    made.free()
    window.unsaved.clear()


def part(window: Window, key: str):
    window.open("ledger", key)
    settle()
    return window.page("ledger").section(key)


def typed(qtbot, ime, field, words: str) -> None:
    field.selectAll()
    ime(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_a_refused_text_is_marked_and_enter_tries_again(window, disk, qtbot, ime) -> None:
    field = part(window, "basics").fields["phone"]
    disk.fill()
    typed(qtbot, ime, field, "03-1111-2222")
    assert is_unsaved(field) and len(disk.told) == 1
    assert window.page("ledger")._saved.text() == "保存できていない記入 1件"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(disk.told) == 2, "Enter tried again"
    disk.free()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not is_unsaved(field) and window.desk.company.profile.phone == "03-1111-2222"
    assert window.page("ledger")._saved.text().startswith("保存済み")


def test_a_text_that_was_taken_is_not_marked(window, disk, qtbot, ime) -> None:
    field = part(window, "basics").fields["phone"]
    typed(qtbot, ime, field, "03-1111-2222")
    assert not is_unsaved(field) and not window.unsaved and disk.told == []


def test_a_refused_text_is_kept_over_a_turn_of_pages_and_written_with_the_next_change(window, disk, qtbot, ime) -> None:
    field = part(window, "basics").fields["phone"]
    disk.fill()
    typed(qtbot, ime, field, "03-1111-2222")
    window.open("home")
    window.open("ledger")
    assert field.text() == "03-1111-2222" and is_unsaved(field)
    disk.free()
    name = part(window, "basics").fields["trade"]
    typed(qtbot, ime, name, "めっき")
    settle()
    profile = window.desk.company.profile
    assert (profile.trade, profile.phone) == ("めっき", "03-1111-2222")
    assert not is_unsaved(field) and not window.unsaved


def test_a_text_that_waits_outlives_a_new_text_size(window, disk, qtbot, ime) -> None:
    disk.fill()
    typed(qtbot, ime, part(window, "basics").fields["phone"], "03-1111-2222")
    window.set_scale(1.2)
    disk.free()
    window.unsaved.try_again()
    assert window.desk.company.profile.phone == "03-1111-2222"


def test_a_text_that_is_taken_back_is_not_written_later(window, disk, qtbot, ime) -> None:
    field = part(window, "basics").fields["phone"]
    before = field.text()
    disk.fill()
    typed(qtbot, ime, field, "03-1111-2222")
    disk.free()
    typed(qtbot, ime, field, before)
    window.unsaved.try_again()
    assert window.desk.company.profile.phone == before and not is_unsaved(field)


def test_a_box_that_could_not_be_ticked_is_not_ticked(window, disk) -> None:
    box: QCheckBox = part(window, "circumstances").boxes[Circumstance.AI]
    before = box.isChecked()
    disk.fill()
    box.click()
    assert box.isChecked() is before and disk.told
    disk.free()
    box.click()
    assert box.isChecked() is not before


def test_a_refused_cell_and_a_refused_new_row_wait_in_the_table(window, disk) -> None:
    window.open("inventory")
    page = window.page("inventory")
    disk.fill()
    old, new = page.model.index(0, at("places")), page.model.index(page.model.new_row, 0)
    assert not page.model.setData(old, "金庫") and not page.model.setData(new, "めっきの条件")
    assert (old.data(), new.data()) == ("金庫", "めっきの条件")
    assert NOT_SAVED in old.data(Qt.ItemDataRole.ToolTipRole)
    assert "2か所" in page.stand
    disk.free()
    window.unsaved.try_again()
    settle()
    assert page.shell.desk.company.listed[-1].name == "めっきの条件"
    assert page.model.index(0, at("places")).data() == "金庫" and page.model.refused == {}
    assert page.model.index(page.model.new_row, 0).data() != "めっきの条件"


def test_a_refused_cell_that_is_given_up_is_not_tried_again(window, disk) -> None:
    window.open("inventory")
    page = window.page("inventory")
    disk.fill()
    page.model.setData(page.model.index(0, at("places")), "金庫")
    page.model.discard(page.model.id_at(0), "places")
    assert not window.unsaved


def test_a_row_that_is_gone_by_then_gives_its_text_up(window, disk) -> None:
    people = part(window, "people")
    assert people.model.setData(people.model.index(people.model.new_row, 0), "すぐ消す人")
    row = people.model.new_row - 1
    disk.fill()
    people.model.setData(people.model.index(row, 2), "係長")
    disk.free()
    people._remove_rows([people.model.id_at(row)])
    window.unsaved.try_again()
    assert not window.unsaved and "係長" not in str(window.desk.company.people)


@pytest.mark.parametrize("answer", [Leave.STAY, Leave.LOSE, Leave.AGAIN])
def test_closing_asks_while_a_text_waits(window, disk, qtbot, ime, monkeypatch, answer) -> None:
    disk.fill()
    typed(qtbot, ime, part(window, "basics").fields["phone"], "03-1111-2222")
    asked = []

    def ask(_: object, __: object, texts: list) -> Leave:
        asked.append([text.words for text in texts])
        disk.free()
        return answer

    monkeypatch.setattr(dialogs, "ask_about_unsaved", ask)
    path = window.desk.ledger.path
    window.close()
    assert asked == [["03-1111-2222"]]
    assert window.isVisible() is (answer is Leave.STAY)
    if answer is not Leave.STAY:
        assert window.open_ledger(path)
    wrote = window.desk.company.profile.phone == "03-1111-2222"
    assert wrote is (answer is Leave.AGAIN)


def test_closing_does_not_ask_while_nothing_waits(window, disk, monkeypatch) -> None:
    monkeypatch.setattr(dialogs, "ask_about_unsaved", lambda *_: pytest.fail("asked"))
    window.close()
    assert not window.isVisible()


def test_the_question_before_closing_names_what_would_be_lost(window, disk, qtbot, ime, nameless) -> None:
    disk.fill()
    typed(qtbot, ime, part(window, "basics").fields["phone"], "<b>03</b>")
    shown = []

    def look(sheet: dialogs.Sheet) -> int:
        shown.append([one.text() for one in sheet.findChildren(dialogs.text.Prose)])
        return 0

    dialogs.Sheet.exec, before = look, dialogs.Sheet.exec  # type: ignore[method-assign]
    try:
        assert dialogs.ask_about_unsaved(window, window.look, window.unsaved.texts) is Leave.STAY
    finally:
        dialogs.Sheet.exec = before  # type: ignore[method-assign]
    assert any("電話：<b>03</b>" in words for words in shown[0])
