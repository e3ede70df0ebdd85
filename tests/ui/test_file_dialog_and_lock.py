"""Qt's own file dialog looks into the files that it shows; the open ledger stays locked all the same."""

import os

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QListView

from app.actions import ledgers
from app.domain.ledger.records import Department
from app.ui import asking
from app.ui.window import Window
from tests.store.test_surroundings import opened_elsewhere


def look_around(window: Window) -> list[str]:
    """Open the dialog in the ledger's folder and close it; what it showed."""
    seen: list[str] = []
    folder = window.desk.path.parent

    def leave() -> None:
        dialog = window.findChild(QFileDialog)
        assert dialog is not None and dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        rows = dialog.findChild(QListView, "listView")
        assert rows is not None
        seen.extend(
            rows.model().index(row, 0, rows.rootIndex()).data()
            for row in range(rows.model().rowCount(rows.rootIndex()))
        )
        dialog.reject()

    QTimer.singleShot(1000, leave)  # until the folder has been read, icons and all
    asking.to_open(window, "台帳を開く", folder, f"まもり帳の台帳 (*.{ledgers.ENDING})")
    return seen


@pytest.fixture(autouse=True)
def qts_own_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = asking._dialog

    def own(*arguments) -> QFileDialog:
        made = whole(*arguments)
        made.setOption(QFileDialog.Option.DontUseNativeDialog)
        return made

    monkeypatch.setattr(asking, "_dialog", own)


def test_a_second_program_is_refused_after_the_dialog_too(window: Window) -> None:
    assert look_around(window) == [window.desk.path.name]
    assert not opened_elsewhere(window.desk.path)
    window.desk.change("まだ書ける", [Department(id="new", name="新")])
    assert window.desk.verify() == []


@pytest.mark.skipif(os.name == "nt", reason="locks work differently there")
def test_a_handle_that_is_closed_would_have_let_it_in(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: with SQLite's lock alone, any look into the file by this program is enough."""
    path = window.desk.path
    window.close_ledger()
    monkeypatch.setattr("app.store.lock.hold", lambda _: None)
    assert window.open_ledger(path) and not opened_elsewhere(path)
    path.read_bytes()
    assert opened_elsewhere(path)
