"""A ledger that cannot be written to where it is: opened to be read, replaced, or gone; and the way on in another place."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui import asking, elsewhere, tab_order
from app.ui.pages import TABS
from app.ui.window import Window
from tests.store.conftest import _without_privileges, let_through
from tests.ui.conftest import settle

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights and open files work differently there")


def other_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the owner wants the copy."""
    folder = tmp_path / "別の場所"
    folder.mkdir()
    monkeypatch.setattr(asking, "for_folder", lambda *_: folder)
    return folder


def shown_strips(window: Window) -> list[elsewhere.ReadingStrip]:
    return [strip for strip in window.findChildren(elsewhere.ReadingStrip) if strip.isVisible()]


def footer(window: Window) -> str:
    page = window.page(window.open_page)
    return f"{page._stand.text()} {page._safe.text()}"


@pytest.fixture
def reading(window: Window) -> Iterator[Window]:
    """The same ledger, where nothing can be written."""
    path = window.desk.path
    window.close_ledger()
    path.chmod(0o444)
    let_through(path)
    path.parent.chmod(0o555)
    with _without_privileges():  # only for the opening: what opened a ledger to read it never writes to it
        assert window.open_ledger(path)
    path.parent.chmod(0o755)
    settle()
    yield window
    window.unsaved.clear()


def test_a_ledger_that_can_be_written_to_has_no_strip(window: Window) -> None:
    assert shown_strips(window) == [] and window.desk.writable


def test_a_ledger_that_can_only_be_read_opens_and_says_so_on_every_page(reading: Window) -> None:
    before = reading.desk.path.read_bytes()
    for tab in TABS:
        reading.open(tab.key)
        settle()
        (strip,) = shown_strips(reading)
        assert "読むだけで開いています" in strip.words.text()
        page = reading.page(tab.key)
        assert page._saved.text() == "読むだけ" and not page._undo.isVisible()
    reading.open("home")
    reading.page("home").on_save()
    assert "読むだけ" in footer(reading)
    assert reading.desk.path.read_bytes() == before


def test_what_is_typed_while_reading_is_refused_with_the_way_on_and_written_there(
    reading: Window, answer, ime, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.open("ledger", "basics")
    settle()
    field = reading.page("ledger").section("basics").fields["phone"]
    said, folder = answer(elsewhere.GO_ON), other_place(tmp_path, monkeypatch)
    field.selectAll()
    ime(field, "045-000-0000")
    field.clearFocus()
    settle()
    assert any("読むだけで開いています" in words for words in said)
    assert reading.desk.path.parent == folder and reading.desk.writable and shown_strips(reading) == []
    assert reading.desk.company.profile.phone == "045-000-0000" and not reading.unsaved
    assert not reading.desk.verify()


def swapped(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"x" * 5000)
    other.replace(path)


@pytest.mark.parametrize("happens", [swapped, Path.unlink])
def test_a_file_that_was_replaced_or_is_gone_leaves_a_copy_to_go_on_with(
    window: Window, answer, ime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, happens
) -> None:
    folder, old = other_place(tmp_path, monkeypatch), window.desk.path
    window.open("ledger", "basics")
    settle()
    field = window.page("ledger").section("basics").fields["phone"]
    entries = len(window.desk.history())
    happens(old)
    said = answer(elsewhere.GO_ON)
    field.selectAll()
    ime(field, "045-000-0000")
    field.clearFocus()
    settle()
    assert any("いまの変更は保存されていません" in words for words in said)
    assert window.desk.path == folder / old.name and not window.unsaved and not window.desk.refused
    assert window.desk.company.profile.phone == "045-000-0000"
    assert len(window.desk.history()) == entries + 1 and not window.desk.verify()
    assert window.settings.recent[0] == window.desk.path
    assert not old.exists() or old.read_bytes() == b"x" * 5000


def test_the_way_on_can_be_left_and_the_text_waits(window: Window, answer, ime) -> None:
    window.open("ledger", "basics")
    settle()
    field = window.page("ledger").section("basics").fields["phone"]
    window.desk.path.unlink()
    answer("閉じる")
    ime(field, "1")
    field.clearFocus()
    settle()
    assert len(window.unsaved) == 1 and window.desk.refused
    window.unsaved.clear()


def test_the_words_after_going_on_say_what_to_do_next(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_place(tmp_path, monkeypatch)
    window.go_on_elsewhere()
    assert "読み返して確かめました" in footer(window) and "元の場所にあるファイル" in footer(window)
    window.desk.path.unlink()
    window.desk.ledger._db.close()  # as of a stick that was pulled out
    window.go_on_elsewhere()
    assert "前の記録" in footer(window) and "消さずに" in footer(window)
    assert window.desk.verify() == []


def test_the_strip_is_reached_by_tab(reading: Window, qtbot) -> None:
    (strip,) = shown_strips(reading)
    assert reading._notebook is not None
    assert list(tab_order.stops(strip)) == [strip.go_on]
    reading.activateWindow()
    qtbot.waitActive(reading)
    strip.go_on.setFocus()
    reading._notebook.focusNextPrevChild(False)
    before = QApplication.focusWidget()
    reading._notebook.focusNextPrevChild(True)
    assert before is not strip.go_on and QApplication.focusWidget() is strip.go_on
