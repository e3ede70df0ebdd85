"""Thousands of rows on their way into the ledger: how far it is, a way to stop, and nothing else slips in meanwhile."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.actions import assets
from app.domain.columns import paste as pasting
from app.domain.ledger.records import Person
from app.store.ledger import Ledger
from app.ui import breaths, dialogs
from app.ui.kit import writing
from app.ui.kit.writing import Writing
from app.ui.unsaved import Typed
from app.ui.window import Window
from tests.store.test_slices import as_it_is
from tests.ui.conftest import settle

WORDS = "大西 誠"


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine on which everything takes its time: whatever comes in slices is shown, slice by slice."""
    monkeypatch.setattr(writing, "AT_ONCE", 0)
    monkeypatch.setattr(breaths, "BREATH", 0)
    monkeypatch.setattr("app.domain.slices.ROWS", 20)


@pytest.fixture
def during(window: Window) -> Iterator[Callable[[Callable[[Writing], object]], list[str]]]:
    """Does something once, in the middle of the transaction; the list says what was seen then."""
    timer, seen = QTimer(), list[str]()
    acts: list[Callable[[Writing], object]] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        if acts and isinstance(sheet, Writing) and window.desk.ledger._db.in_transaction:
            seen.extend(label.text() for label in sheet.findChildren(QLabel))
            acts.pop()(sheet)

    def wait(act: Callable[[Writing], object]) -> list[str]:
        acts.append(act)
        timer.start(0)
        return seen

    timer.timeout.connect(look)
    yield wait
    timer.stop()
    assert not acts, "it was never in the middle"


def paste(window: Window, rows: int = 200) -> bool:
    """Rows come in as the page brings them."""
    desk = window.desk
    lines = pasting.lines(["name", "keeper"], [[f"図面{n}", WORDS] for n in range(rows)])
    plan = pasting.plan(desk.company, lines, desk.new_id)
    return window.done(lambda: assets.paste(desk, plan))


def button(sheet: Writing) -> None:
    stop = next(one for one in sheet.findChildren(QPushButton) if one.isVisible())
    assert stop.text() == "とちゅうでやめる"
    stop.click()


def escape(sheet: Writing) -> None:
    QApplication.sendEvent(sheet, _key(Qt.Key.Key_Escape))


def _key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QKeyEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize("stop", [button, escape, Writing.close])
@pytest.mark.parametrize("step", ["paste", "undo", "redo"])
def test_stopped_in_the_middle_the_ledger_is_as_it_was(window, during, stop, step: str) -> None:
    desk = window.desk
    window.open("inventory")
    if step != "paste":
        assert paste(window)
    if step == "redo":
        desk.undo()
    before, company = as_it_is(desk.ledger), desk.company
    seen = during(stop)
    assert not (paste(window) if step == "paste" else window.done(getattr(desk, step)))
    assert any(words.endswith("％") for words in seen) and any("途中でやめると" in words for words in seen)
    assert as_it_is(desk.ledger) == before and desk.company is company and not desk.refused
    shown = [label.text() for label in window.page("inventory").findChildren(QLabel)]
    assert "途中でやめました。" in shown and "何も書き込んでいません。台帳は前のままです。" in shown
    assert paste(window) if step == "paste" else window.done(getattr(desk, step))
    assert as_it_is(desk.ledger) != before and desk.verify() == []


def test_closing_the_window_stops_it_and_then_closes(window, during, tmp_path) -> None:
    path, before = window.desk.path, as_it_is(window.desk.ledger)
    during(lambda _: window.close())
    assert not paste(window)
    for _ in range(5):
        settle()
    assert not window.isVisible() and not hasattr(window, "desk")
    with Ledger.open(path) as ledger:
        assert as_it_is(ledger) == before and ledger.verify() == []


def test_quitting_the_program_stops_it_too(window, during, qapp) -> None:
    path, before = window.desk.path, as_it_is(window.desk.ledger)
    during(lambda _: qapp.closeAllWindows())
    assert not paste(window)
    for _ in range(5):
        settle()
    assert not hasattr(window, "desk")
    with Ledger.open(path) as ledger:
        assert as_it_is(ledger) == before


def test_a_full_disk_in_the_middle_is_told_in_three_parts_and_nothing_is_written(window, monkeypatch) -> None:
    told = []
    monkeypatch.setattr(dialogs, "tell_error", lambda _, __, error: told.append(error))
    ledger = window.desk.ledger
    before, company = as_it_is(ledger), window.desk.company
    (pages,) = ledger._db.execute("PRAGMA page_count").fetchone()
    ledger._db.execute(f"PRAGMA max_page_count = {pages + 12}")
    assert not paste(window, 600)
    (error,) = told
    assert (
        error.what == "ディスクの空きが足りません。"
        and error.safe.endswith("台帳は変更の前のままです。")
        and error.then
    )
    assert QApplication.activeModalWidget() is None
    assert as_it_is(ledger) == before and window.desk.company is company and window.desk.refused
    assert paste(window, 600) and window.desk.verify() == []  # the disk is free again: on a new connection


def test_a_fault_of_our_own_in_the_middle_leaves_no_dialog_and_writes_nothing(window, during, monkeypatch) -> None:
    ledger, before = window.desk.ledger, as_it_is(window.desk.ledger)
    during(lambda _: monkeypatch.setattr("app.store.tables._every", lambda *_: 1 / 0))
    with pytest.raises(ZeroDivisionError):
        paste(window)
    monkeypatch.undo()
    assert QApplication.activeModalWidget() is None and as_it_is(ledger) == before
    assert paste(window) and window.desk.verify() == []


def test_no_key_and_no_waiting_text_slips_in(window, during, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(dialogs, "tell_error", lambda *_: pytest.fail("something was tried"))
    desk = window.desk
    window.open("inventory")
    window.page("inventory").view.go_to(desk.company.listed[0].id)
    window.page("inventory").view.setFocus()
    desk.change("前の記入", [Person(id="before", position=99, name="前 太郎")])
    waiting = Typed("people:late", "氏名", "後 花子")

    def meddle(sheet: Writing) -> None:
        window.unsaved.keep(waiting, lambda: desk.change("後の記入", [Person(id="late", position=99, name="後 花子")]))
        window.unsaved.try_again()
        assert len(window.unsaved) == 1, "it still waits"
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            qtbot.keyClick(sheet, key)
            qtbot.keyClick(sheet.focusWidget() or sheet, key)
        for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            qtbot.keyClick(sheet, key, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Delete)
        window.show_welcome()
        assert not window.open_ledger(desk.path.with_name("ほか.mamori"))

    during(meddle)
    assert paste(window)
    window.unsaved.try_again()
    QCoreApplication.processEvents()
    labels = [entry.label for entry in desk.history()]
    assert labels[-3:] == ["前の記入", "200行を貼り付け", "後の記入"]
    assert not window.unsaved and desk.verify() == []


def test_what_takes_no_more_than_a_moment_shows_nothing(window, monkeypatch) -> None:
    monkeypatch.setattr(writing, "AT_ONCE", 60)
    monkeypatch.setattr(Writing, "carry_out", lambda _: pytest.fail("shown"))
    assert paste(window, 30)
