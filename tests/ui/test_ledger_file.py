"""台帳と設定 by its buttons: the ledger's file copied, moved, examined, exchanged for another, and how the window looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QWidget

from app.actions import ledgers
from app.domain.ledger.records import Profile
from app.domain.words import Level
from app.store.ledger import Ledger
from app.ui import dialogs
from app.ui.pages.ledger import history
from app.ui.welcome import Welcome
from app.ui.window import Window
from tests.ui.conftest import settle

Choose = Callable[[Path | None], None]
NEW = Profile(name="新田製作所", author="新田")


def turn(window: Window, key: str) -> QWidget:
    window.open("ledger", key)
    settle()
    return window.page("ledger").section(key)


def press(place: QWidget, words: str) -> None:
    next(one for one in place.findChildren(QPushButton) if one.accessibleName() == words and one.isVisible()).click()
    settle()


def said(place: QWidget) -> str:
    return "\n".join(label.text() for label in place.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """The next file dialog of the system gives this path; None: the owner thinks better of it."""

    def now(path: Path | None) -> None:
        monkeypatch.setattr(QFileDialog, "exec", lambda _: path is not None)
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])

    return now


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was asked to show."""
    found: list[Path] = []

    def take(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(dialogs, "tell_error", lambda parent, look, error: found.append(error.what))
    return found


# the file -------------------------------------------------------------------------------------------------------


def test_a_copy_is_made_where_the_owner_wants_it_and_its_folder_is_one_click_away(
    window: Window, tmp_path: Path, choose: Choose, shown: list[Path]
) -> None:
    page, folder = turn(window, "file"), tmp_path / "usb"
    folder.mkdir()
    choose(folder)
    press(page, "控えを作る")
    (made,) = folder.iterdir()
    assert f"控え「{made.name}」を作り" in window.page("ledger").stand
    press(window.page("ledger"), "フォルダを開く")
    with Ledger.open(made) as copy:
        assert copy.company() == window.desk.company and copy.verify() == []
    assert window.desk.path.parent != folder, "one goes on in the first"


def test_the_ledger_moves_to_another_folder_and_is_open_there(window: Window, tmp_path: Path, choose: Choose) -> None:
    page, old, company = turn(window, "file"), window.desk.path, window.desk.company
    folder = tmp_path / "会社"
    folder.mkdir()
    choose(folder)
    press(page, "ほかの場所へ移す")
    assert window.desk.path == folder / old.name and not old.exists() and window.desk.company == company
    window.desk.change("まだ書ける", [NEW])
    assert window.settings.own == folder / old.name, "the next start finds it"


@pytest.mark.parametrize(
    "words",
    ["控えを作る", "ほかの場所へ移す", "ほかの台帳を開く", "書き出す", "書き出したファイルから新しい台帳を作る"],
)
def test_whoever_thinks_better_of_it_has_changed_nothing(
    window: Window, tmp_path: Path, choose: Choose, told: list[str], words: str
) -> None:
    page, desk, before = turn(window, "file"), window.desk, sorted(tmp_path.rglob("*"))
    said_before = window.page("ledger").stand
    choose(None)
    press(page, words)
    assert (window.desk, sorted(tmp_path.rglob("*")), told) == (desk, before, [])
    assert window.page("ledger").stand == said_before


def test_a_move_to_where_it_lies_is_no_move(window: Window, choose: Choose, told: list[str]) -> None:
    page, desk = turn(window, "file"), window.desk
    choose(desk.path.parent)
    press(page, "ほかの場所へ移す")
    assert window.desk is desk and desk.path.exists() and told == []


def test_a_copy_or_move_that_is_refused_is_told_and_leaves_the_ledger_where_it_is(
    window: Window, tmp_path: Path, choose: Choose, told: list[str]
) -> None:
    page, desk = turn(window, "file"), window.desk
    (tmp_path / "usb").write_text("no folder any more", "utf-8")
    choose(tmp_path / "usb")
    press(page, "控えを作る")
    press(page, "ほかの場所へ移す")
    assert len(told) == 2 and window.desk is desk and desk.path.exists()
    assert "控え「" not in window.page("ledger").stand and "移しました" not in window.page("ledger").stand


def test_the_folder_of_the_ledger_is_shown(window: Window, shown: list[Path]) -> None:
    press(turn(window, "file"), "フォルダを開く")
    assert shown == [window.desk.path.parent]


def test_another_ledger_is_opened_and_the_first_page_is_one_click_away(
    window: Window, tmp_path: Path, choose: Choose
) -> None:
    other = tmp_path / "別.mamori"
    ledgers.create(other, NEW)
    choose(other)
    press(turn(window, "file"), "ほかの台帳を開く")
    assert window.desk.company.profile.name == NEW.name
    press(turn(window, "file"), "最初の画面へ")
    assert isinstance(window.centralWidget(), Welcome) and other.exists()


def test_what_was_written_out_becomes_a_new_ledger_beside_the_old_one(
    window: Window, tmp_path: Path, choose: Choose, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setenv("MAMORICHO_LEDGERS", str(tmp_path / "ledgers"))
    first, company, target = window.desk.path, window.desk.company, tmp_path / "引っ越し.json"
    choose(target)
    page = turn(window, "file")
    press(page, "書き出す")
    assert "に書き出しました" in window.page("ledger").stand
    press(page, "書き出したファイルから新しい台帳を作る")
    assert window.desk.path == tmp_path / "ledgers" / "引っ越し.mamori" and first.exists() and told == []
    assert window.desk.company == company
    target.write_text("{}", "utf-8")
    here = window.desk
    press(turn(window, "file"), "書き出したファイルから新しい台帳を作る")
    assert len(told) == 1 and window.desk is here and len(list((tmp_path / "ledgers").glob("*.mamori"))) == 1


@pytest.mark.parametrize(
    "findings", [[], ["記録 3件目が、書き換えられています。", "人の表に、記録と違う行があります。"]]
)
def test_examining_says_what_is_wrong_or_that_nothing_is(
    window: Window, monkeypatch: pytest.MonkeyPatch, findings: list[str]
) -> None:
    monkeypatch.setattr(window.desk, "verify", lambda: findings)
    page = turn(window, "file")
    press(page, "台帳を点検する")
    assert all(one in said(page) for one in findings)
    assert ("台帳に異常はありません。" in said(page)) is not bool(findings)


# the looks ------------------------------------------------------------------------------------------------------


def test_size_and_colours_are_chosen_and_the_page_stays(window: Window) -> None:
    press(turn(window, "screen"), "文字の大きさ：とても大きい")
    assert window.settings.scale == window.look.scale == 1.5
    press(window.page("ledger"), "画面の色：暗い")
    assert window.look.dark and window.settings.mode == "dark"
    press(window.page("ledger"), "画面の色：パソコンに合わせる")
    assert window.settings.mode == "" and (window.open_page, window.page("ledger").place()) == ("ledger", "screen")
    assert "文字の大きさと色" in said(window.page("ledger"))


# the firm -------------------------------------------------------------------------------------------------------


def test_dates_of_the_papers_may_be_western(window: Window) -> None:
    box = next(one for one in turn(window, "basics").findChildren(QCheckBox) if "西暦" in one.text())
    before = window.desk.company.profile.western_dates
    box.click()
    assert window.desk.company.profile.western_dates is not before and window.desk.undo_label == "日付の書き方"
    window.desk.undo()
    settle()
    assert box.isChecked() is before


def test_choosing_the_same_number_of_levels_is_no_step(window: Window) -> None:
    step = window.desk.undo_label
    press(turn(window, "levels"), "区分の数：三つ使う")
    assert window.desk.undo_label == step
    window.desk.change("決め直し", drop=[("decisions", one) for one in window.desk.company.decisions])
    press(turn(window, "levels"), "区分の数：二つ使う")
    assert Level.TOP_SECRET not in window.desk.company.profile.levels
    press(turn(window, "levels"), "区分の数：三つ使う")
    assert Level.TOP_SECRET in window.desk.company.profile.levels


def test_the_history_shows_the_latest_and_no_more(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "SHOWN", 3)
    for number in range(5):
        window.desk.change(f"歩み {number}", [Profile(name=f"名 {number}", author="川口")])
    table = turn(window, "history").table
    assert [table.item(row, 3).text() for row in range(table.rowCount())] == ["歩み 4", "歩み 3", "歩み 2"]


# the clipboard --------------------------------------------------------------------------------------------------


def test_one_copied_cell_goes_where_the_keyboard_is_or_into_all_that_are_selected(window: Window) -> None:
    people = turn(window, "people")
    ids = list(people.model.order)[:2]
    QGuiApplication.clipboard().setText("検査")
    people.table.setCurrentIndex(people.model.index(0, 1))
    people.paste()
    words = [people.model.words(one, people.what.fields[1].key) for one in ids]
    assert words[0] == "検査" != words[1]
    people.table.selectionModel().select(people.model.index(1, 1), people.table.selectionModel().SelectionFlag.Select)
    people.paste()
    assert [people.model.words(one, people.what.fields[1].key) for one in ids] == ["検査", "検査"]


def test_an_empty_clipboard_says_what_to_do(window: Window) -> None:
    people, company = turn(window, "people"), window.desk.company
    QGuiApplication.clipboard().clear()
    press(people, "Excelから貼り付け")
    assert "貼り付けるものがありません" in said(people) and window.desk.company is company


def test_rows_are_taken_out_from_the_menu_too(window: Window) -> None:
    people = turn(window, "people")
    people.model.setData(people.model.index(people.model.new_row, 0), "試しの人")
    people.table.setCurrentIndex(people.model.index(people.model.new_row - 1, 0))
    next(action for action in people.table.menu().actions() if action.text() == "選んだ行を消す").trigger()
    assert "試しの人" not in [person.name for person in window.desk.company.staff]
