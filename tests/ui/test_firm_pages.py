"""ホーム, X 社内体制, 台帳と設定, さがす and the first page in the real window: what is typed is in the ledger, what is wrong is said calmly."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from app.domain.ledger.records import APPEND_ONLY, KINDS, Profile, Record, Signature
from app.domain.search.hit import NEAR, Hit
from app.domain.words import Act, Circumstance, Level
from app.errors import LedgerError
from app.ui import dialogs
from app.ui.kit.fields import NameField
from app.ui.kit.sheet.view import SheetView
from app.ui.pages import TABS
from app.ui.pages.ledger import tables
from app.ui.pages.structure.page import StructurePage
from app.version import VERSION
from tests.ui.conftest import settle

HOSTILE = "<b>A&B</b>髙﨑𠮷"


def section(window, key: str):
    window.open("ledger", key)
    settle()
    return window.page("ledger").section(key)


def name_into(qtbot, ime, field: NameField, words: str) -> None:
    field.lineEdit().selectAll()
    ime(field.lineEdit(), words)
    if popup := QApplication.activePopupWidget():
        popup.close()
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    settle()


def seat(window, which: str):
    window.open("structure", which)
    settle()
    page = window.page("structure")
    assert isinstance(page, StructurePage)
    return next(row for row in page._rows if row.seat.id == which)


@pytest.mark.parametrize("key", [tab.key for tab in TABS])
def test_every_page_opens_and_everything_on_it_has_a_name(window, nameless, key: str) -> None:
    window.open(key)
    settle()
    assert nameless(window.page(key)) == []


def test_the_settings_say_which_version_this_is(window) -> None:
    window.open("ledger")
    settle()
    shown = [label.text() for label in window.page("ledger").findChildren(QLabel) if label.isVisible()]
    assert f"まもり帳 {VERSION}" in shown


def test_home_leads_to_the_one_next_thing(qtbot, window) -> None:
    home = window.page("home")
    primary = [b for b in home.findChildren(QPushButton) if b.property("primary") == "true" and b.isVisible()]
    assert len(primary) == 1
    qtbot.mouseClick(primary[0], Qt.MouseButton.LeftButton)
    settle()
    assert window.page("decision").isVisible()


def test_a_section_is_made_when_it_is_first_turned_to(window) -> None:
    window.open("ledger")
    page = window.page("ledger")
    assert page.findChildren(SheetView) == [], "nobody has asked for the lists yet"
    window.open("ledger", "people")
    (table,) = page.findChildren(SheetView)
    window.open("ledger", "basics")
    window.open("ledger", "people")
    assert page.findChildren(SheetView) == [table], "it stays as it was left"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_words_for_a_field_stand_beside_its_middle(window, scale: float) -> None:
    window.set_scale(scale)
    basics = section(window, "basics")
    for field in basics.fields.values():
        words = next(label for label in basics.findChildren(QLabel) if label.buddy() is field)
        assert abs(words.geometry().center().y() - field.geometry().center().y()) <= 1, words.text()


def test_the_columns_of_a_list_are_as_wide_as_the_letters_of_the_window_need(window) -> None:
    window.set_scale(1.5)
    table = section(window, "people").table
    head = table.horizontalHeader()
    for column in range(head.count() - 1):
        needed = max(table.sizeHintForColumn(column), head.sectionSizeHint(column))
        assert head.sectionSize(column) == min(needed + window.look.px(12), window.look.px(tables.WIDEST)), column


def test_a_new_name_in_a_seat_joins_the_people_and_goes_with_undo(qtbot, window, ime) -> None:
    people = len(window.desk.company.people)
    row = seat(window, "inspector")
    name_into(qtbot, ime, row.person, HOSTILE)
    held = window.desk.company.appointments["inspector"]
    assert window.desk.company.person_name(held.person) == HOSTILE
    assert len(window.desk.company.people) == people + 1
    window.desk.undo()
    assert "inspector" not in window.desk.company.appointments
    assert len(window.desk.company.people) == people
    assert row.person.currentText() == ""


def test_a_seat_can_be_emptied(qtbot, window) -> None:
    row = seat(window, "chief")
    row.person.setEditText("")
    qtbot.keyClick(row.person.lineEdit(), Qt.Key.Key_Return)
    assert window.desk.company.appointments["chief"].person == ""
    assert window.desk.company.appointments["chief"].deputy, "the deputy is not thrown out with the holder"


def test_the_basics_are_saved_as_they_are_left(qtbot, window, ime) -> None:
    basics = section(window, "basics")
    field = basics.fields["name"]
    field.selectAll()
    ime(field, HOSTILE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.company.profile.name == HOSTILE
    window.open("home")
    assert window.page("home")._title.text() == HOSTILE
    window.desk.undo()
    assert window.desk.company.profile.name == "株式会社みなと精密プレス"


def test_the_window_bears_the_name_of_the_company(window) -> None:
    assert window.windowTitle() == "株式会社みなと精密プレス − まもり帳"
    window.desk.change("会社の名前", [replace(window.desk.company.profile, name="[*]製作所")])
    assert window.windowTitle() == "[*][*]製作所 − まもり帳", "Qt shows [*][*] as [*]"
    window.show_welcome()
    assert window.windowTitle() == "まもり帳"


def test_a_file_gets_its_ending_before_it_is_asked_whether_to_replace_one(window, tmp_path: Path, monkeypatch) -> None:
    asked: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: asked.append(dialog) or 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda dialog: [str(tmp_path / "規程.docx")])
    assert window.ask_file("情報管理規程を保存", "規程.docx", "docx") == tmp_path / "規程.docx"
    assert asked[0].defaultSuffix() == "docx" and asked[0].nameFilters() == ["Word文書 (*.docx)"]
    assert window.settings.folder == tmp_path


def test_a_circumstance_is_ticked_and_unticked(qtbot, window) -> None:
    circumstances = section(window, "circumstances")
    before = Circumstance.AI in window.desk.company.profile.circumstances
    circumstances.boxes[Circumstance.AI].click()
    assert (Circumstance.AI in window.desk.company.profile.circumstances) is not before


def test_two_levels_are_refused_while_something_is_top_secret(window) -> None:
    levels = section(window, "levels")
    levels._set_count(2)
    assert len(window.desk.company.profile.levels) == 3
    window.desk.change("決め直し", drop=[("decisions", d) for d in window.desk.company.decisions])
    levels._set_count(2)
    assert window.desk.company.profile.levels == (Level.SECRET, Level.INTERNAL)


def test_a_level_takes_the_firms_own_name_and_an_empty_one_does_not_stay(qtbot, window, ime) -> None:
    levels = section(window, "levels")
    field = levels.names[Level.SECRET]
    field.selectAll()
    ime(field, "部外秘")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.company.level_name(Level.SECRET) == "部外秘"
    field.setText("")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.company.level_name(Level.SECRET) == "部外秘"
    assert field.text() == "部外秘"
    field.setText("社長と工場長だけが見てよいもの")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "社長と工場長だけが見てよいもの", "nothing is cut"
    assert window.desk.company.level_name(Level.SECRET) == "部外秘"
    assert "12文字" in window.page("ledger").stand


def test_a_person_is_added_changed_and_only_removed_when_unused(window) -> None:
    people = section(window, "people")
    model = people.model
    last = model.rowCount() - 1
    assert model.setData(model.index(last, 0), HOSTILE)
    assert model.setData(model.index(last, 1), "検査")
    person = next(p for p in window.desk.company.people.values() if p.name == HOSTILE)
    assert window.desk.company.departments[person.department].name == "検査"
    assert not model.setData(model.index(last, 4), "きのう")
    assert "2026/4/1" in people._problem.text()
    people.table.setCurrentIndex(model.index(last, 0))
    people._remove()
    assert person.id not in window.desk.company.people
    people.table.setCurrentIndex(model.index(0, 0))
    used = window.desk.company.staff[0]
    people._remove()
    assert used.id in window.desk.company.people
    assert used.name in people._problem.text()


def test_the_ledger_is_examined_and_written_out_and_read_into_a_new_one(window, tmp_path: Path, monkeypatch) -> None:
    file = section(window, "file")
    file._verify()
    assert "異常はありません" in file._result.text()
    target = tmp_path / "書き出し.json"
    monkeypatch.setattr(window, "ask_file", lambda *_: target)
    file._dump()
    assert '"format": "mamoricho"' in target.read_text("utf-8")


def test_the_history_shows_who_did_what(window) -> None:
    window.desk.change("試し", [Profile(name="新しい名", author="川口")])
    history = section(window, "history")
    assert history.table.item(0, 3).text() == "試し"


def test_the_history_has_words_for_every_act_and_is_there_after_a_signature(window) -> None:
    history = section(window, "history")  # open all the while: it follows
    window.desk.change("試し", [replace(window.desk.company.profile, name="新しい名")])
    window.desk.undo()
    window.desk.redo()
    window.desk.record("署名を記録", [Signature(id="s", form="nda", subject="x", on="2026-04-01")])
    shown = [history.table.item(row, 3).text() for row in range(4)]
    assert shown == ["署名を記録", "やり直した：試し", "元に戻した：試し", "試し"]
    assert {entry.act for entry in window.desk.history()} == set(Act)


def test_the_history_follows_a_change_of_every_kind(window) -> None:
    history, company = section(window, "history"), window.desk.company
    for kind, record in KINDS.items():
        if kind not in ("profile", *APPEND_ONLY):
            rows = list(getattr(company, kind).values())
            new = replace(rows[0], id="new") if rows else record(id="new")
            window.desk.change(f"試し {kind}", [*_asset_for(kind, company), new])
            assert history.table.item(0, 3).text() == f"試し {kind}"


def _asset_for(kind: str, company) -> list[Record]:
    """What an evaluation or a decision called "new" hangs on."""
    return [replace(company.listed[0], id="new")] if kind in ("evaluations", "decisions") else []


def test_words_are_found_and_opened(qtbot, window, ime) -> None:
    window.open("search")
    page = window.page("search")
    ime(page.field, "金型")
    settle()
    assert page.list.isVisible() and page.model.rowCount() > 5
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    settle()
    assert not page.isVisible()
    window.open("search", "ほげほげほげ")
    settle()
    assert not page.list.isVisible()
    assert "見つかりませんでした" in page.stand
    assert "「図面」「退職」のような短い言葉" in page._told.text() and page._examples.isVisible()


def test_a_sentence_is_answered_and_what_is_only_near_is_told(window) -> None:
    window.open("search", "USBをなくした")
    page = window.page("search")
    settle()
    assert page.model.row(page.model.first_hit()).link == "worries:lost-usb" and not page._told.isVisible()
    window.open("search", "パスワードみんな一緒でほげほげ")
    settle()
    assert page.list.isVisible() and page._told.text() == NEAR
    name = next(iter(window.desk.company.people.values())).name
    window.open("search", f"{name}さんに何を頼んだ")
    settle()
    assert any(hit.kind == "ledger" and hit.title == name for hit in rows(page) if isinstance(hit, Hit))


def rows(page) -> list[object]:
    return [page.model.row(page.model.index(n, 0)) for n in range(page.model.rowCount())]


def test_what_the_world_refuses_is_told_in_three_sentences(window, monkeypatch) -> None:
    told = []
    monkeypatch.setattr(dialogs, "tell_error", lambda _, __, error: told.append(str(error)))

    def refused() -> None:
        raise LedgerError("保存できませんでした。", "入力は画面に残っています。", "空きを作ってください。")

    assert window.attempt(refused) is None
    assert told == ["保存できませんでした。\n入力は画面に残っています。\n空きを作ってください。"]


@pytest.mark.parametrize("scale", [0.9, 1.5])
def test_a_new_text_size_keeps_the_page(window, scale: float) -> None:
    window.open("structure")
    window.set_scale(scale)
    settle()
    assert window.page("structure").isVisible()
