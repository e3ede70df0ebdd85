"""Y 他社の情報 and Z もしもの時: our own lists, the chapters, and whom to call."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel

from app.actions import firm
from app.domain.ledger.records import Asset, Disclosure, Partner
from app.domain.words import Owner
from app.ui.kit.two_lines import SECOND, TwoLines
from app.ui.pages.incident import FOUR, IncidentPage
from app.ui.pages.others.page import OthersPage
from app.ui.rail import Rail, TabButton
from app.ui.window import Window

HOSTILE = ("<b>A&B</b>", "髙﨑𠮷", "あ" * 10_000)


@pytest.fixture
def others(window: Window) -> OthersPage:
    window.open("others")
    return window.page("others")


@pytest.fixture
def incident(window: Window) -> IncidentPage:
    window.open("incident")
    return window.page("incident")


def rows(listed: TwoLines) -> list[tuple[str, str]]:
    return [(listed.item(row).text(), listed.item(row).data(SECOND)) for row in range(listed.count())]


def labels(page: IncidentPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def opened_by(window: Window, monkeypatch) -> list[tuple[str, str]]:
    opened: list[tuple[str, str]] = []
    monkeypatch.setattr(window, "open", lambda page, focus="": opened.append((page, focus)))
    return opened


# Y ------------------------------------------------------------------------------------------------------


def test_what_we_hold_comes_first(window: Window, others: OthersPage) -> None:
    held = [asset for asset in window.desk.company.listed if asset.owner is Owner.ENTRUSTED]
    assert others.place() == "held"
    assert [title for title, _ in rows(others.held.rows)] == [asset.name for asset in held]
    partner = window.desk.company.partners[held[0].partner]
    assert rows(others.held.rows)[0][1].startswith(f"{partner.name}から・{held[0].contract}・秘密を守る約束は")


def test_a_row_leads_to_the_inventory_by_mouse_and_by_enter(
    qtbot, window: Window, others: OthersPage, monkeypatch
) -> None:
    opened = opened_by(window, monkeypatch)
    listed = others.held.rows
    middle = listed.visualItemRect(listed.item(1)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    keys = listed.listed()
    assert opened == [("inventory", keys[1]), ("inventory", keys[2])]


def test_a_promise_that_ends_is_said_in_words_and_undone(window: Window, others: OthersPage) -> None:
    partner = next(iter(window.desk.company.partners.values()))
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    firm.save(window.desk, "約束の期限", [replace(partner, nda_signed="2020-01-01", nda_until=yesterday)])
    assert any("秘密を守る約束は切れています（" in second for _, second in rows(others._partners.rows))
    assert "相手との約束を確かめます" in others.stand
    window.desk.undo()
    assert others.place() == "held"


def test_a_company_without_entrusted_things_is_taught(window: Window, others: OthersPage, monkeypatch) -> None:
    held = [asset for asset in window.desk.company.listed if asset.owner is Owner.ENTRUSTED]
    window.desk.change("自社のものに", [replace(asset, owner=Owner.OWN, partner="") for asset in held])
    assert not others.held.rows.isVisible()
    assert others.held._empty.isVisible() and others.held._begin.isVisible()
    assert others.stand == "預かっている情報は、まだ書き出されていません。"
    opened = opened_by(window, monkeypatch)
    others.held._begin.click()
    assert opened == [("inventory", "")]


def test_what_is_with_whom_leads_to_its_row_and_to_the_papers_that_go_with_it(
    qtbot, window: Window, others: OthersPage, monkeypatch
) -> None:
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    asset = window.desk.company.listed[0]
    partner = Partner(id="x", position=99, name="北めっき")
    rows_of = [Disclosure(id="late", asset=asset.id, position=90, partner="x", since="2026-04-01", return_by=yesterday)]
    window.desk.change("渡した", [partner, *rows_of, Disclosure(id="whose", asset=asset.id, position=91)])
    others.focus_on("out")
    listed = others.out.listing.rows
    said = dict(zip(listed.listed(), rows(listed), strict=True))
    assert said["late"][0] == asset.name and "北めっき（お客様）へ・令和8年4月1日から" in said["late"][1]
    assert "を過ぎています・秘密を守る約束はまだありません" in said["late"][1]
    assert "相手が空欄です" in said["whose"][1]
    assert "返してもらう日を過ぎています" in others.stand
    window.desk.change("返った", [replace(one, returned="2026-05-01") for one in rows_of])
    assert "相手との約束を確かめます" in others.stand
    window.desk.undo()
    assert any(second.endswith("・渡してあるもの1件") for _, second in rows(others._partners.rows))
    assert not others.out.agreement.isEnabled()
    opened = opened_by(window, monkeypatch)
    listed.setFocus()
    listed.setCurrentRow(listed.listed().index("late"))
    others.out.agreement.click()
    others.out.certificate.click()
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert opened == [("papers", "one-way-nda@x"), ("papers", "return-certificate@x"), ("inventory", asset.id)]
    listed.setCurrentRow(listed.listed().index("whose"))
    assert not others.out.agreement.isEnabled()
    others.out.write.click()
    assert opened[-1] == ("ledger", "disclosures")


def test_a_company_that_handed_over_nothing_is_taught(window: Window, others: OthersPage) -> None:
    window.desk.change("消す", drop=[("disclosures", row) for row in window.desk.company.disclosures])
    others.focus_on("out")
    assert others.out.listing._empty.isVisible() and not others.out.write.isVisible()
    assert others.stand == "渡してある情報は、まだ書き出されていません。"


def test_the_chapter_is_read_beside_the_lists(qtbot, window: Window, others: OthersPage, monkeypatch) -> None:
    for place in ("out", "partners"):
        qtbot.mouseClick(others._next, Qt.MouseButton.LeftButton)
        assert others.place() == place
    qtbot.mouseClick(others._next, Qt.MouseButton.LeftButton)
    assert others.reader.isVisible() and others.place() == "steps:y-others"
    others.reader.anchorClicked.emit(QUrl("step:y-offers"))
    assert others.place() == "steps:y-offers"
    opened = opened_by(window, monkeypatch)
    others.reader.anchorClicked.emit(QUrl("contact:lawyers"))
    assert opened == [("guide", "contacts:lawyers")]
    others.focus_on("held")
    assert others.held.isVisible() and not others.reader.isVisible()


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_shown_as_they_were_typed(window: Window, others: OthersPage, text: str) -> None:
    partner = Partner(id="x-partner", position=99, name=text)
    asset = Asset(id="x-asset", position=99, name=text, owner=Owner.ENTRUSTED, partner="x-partner", contract=text)
    window.desk.change("名前", [partner, asset])
    assert rows(others.held.rows)[-1] == (text, f"{text}から・{text}・秘密を守る約束はまだありません")
    assert rows(others._partners.rows)[-1][0] == f"{text}（お客様）"
    others.grab()


def test_a_change_keeps_what_was_chosen(window: Window, others: OthersPage) -> None:
    others.held.rows.setCurrentRow(2)
    key = others.held.rows.listed()[2]
    window.desk.change("名前", [Partner(id="x", position=99, name="新しい会社")])
    assert others.held.rows.listed()[others.held.rows.currentRow()] == key


# Z ------------------------------------------------------------------------------------------------------


def test_the_four_words_stand_on_every_page(qtbot, incident: IncidentPage) -> None:
    incident.focus_on(incident._steps[0])
    assert not incident._previous.isEnabled()
    for number in range(len(incident._steps)):
        assert FOUR in labels(incident)
        assert incident.stand == f"{len(incident._steps)}ページのうち {number + 1}ページ目"
        qtbot.mouseClick(incident._next, Qt.MouseButton.LeftButton)
    assert incident.place() == incident._steps[-1]
    assert not incident._next.isEnabled()
    qtbot.mouseClick(incident._first, Qt.MouseButton.LeftButton)
    assert incident.place() == "steps:z-first-hour" and not incident._first.isEnabled()


def test_it_opens_at_what_is_to_be_done_first(incident: IncidentPage) -> None:
    assert incident.place() == "steps:z-first-hour" and incident._next.isEnabled()


def test_it_is_set_in_large_letters(incident: IncidentPage) -> None:
    sizes = set()
    block = incident.reader.document().begin()
    while block.isValid():
        sizes.add(round(block.charFormat().fontPointSize(), 1) or block.begin().fragment().charFormat().fontPointSize())
        block = block.next()
    assert {34.0, 19.5} <= sizes


def test_the_people_to_call_follow_the_ledger(qtbot, window: Window, incident: IncidentPage) -> None:
    assert "大西 浩二" in labels(incident) and "まだ決まっていません" in labels(incident)
    firm.appoint(window.desk, "emergency:night", "p-minato", phone="000-1111-2222", name="夜間の緊急連絡")
    qtbot.waitUntil(lambda: "電話 000-1111-2222" in labels(incident))
    assert "まだ決まっていません" not in labels(incident)
    window.desk.undo()
    qtbot.waitUntil(lambda: "まだ決まっていません" in labels(incident))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_person_s_name_is_shown_as_typed(window: Window, incident: IncidentPage, text: str) -> None:
    person = window.desk.company.people["p-onishi"]
    window.desk.change("氏名", [replace(person, name=text)])
    shown = [label for label in incident.findChildren(QLabel) if label.text() == text]
    assert shown and all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    assert incident.width() <= window.width()


def test_a_contact_is_read_without_leaving_and_back_leads_on(qtbot, window: Window, incident: IncidentPage) -> None:
    incident.focus_on("steps:z-first-response")
    incident.reader.anchorClicked.emit(QUrl("contact:ipa-organizations"))
    assert incident.isVisible()
    assert incident.reader.toPlainText().startswith("IPA 企業組織向け")
    assert not incident._next.isEnabled()
    qtbot.mouseClick(incident._previous, Qt.MouseButton.LeftButton)
    assert incident.place() == "steps:z-first-response"


def test_contacts_tell_a_number_only_with_its_date(window: Window, incident: IncidentPage) -> None:
    listed = next(found for found in incident.findChildren(TwoLines))
    told = dict(zip(listed.listed(), (second for _, second in rows(listed)), strict=True))
    for contact in window.desk.library.contacts.values():
        words = told[f"contacts:{contact.id}"]
        assert (contact.phone in words and contact.as_of in words) if contact.phone else words == ""


def test_larger_letters_keep_the_step(window: Window, incident: IncidentPage) -> None:
    incident.focus_on("steps:z-team")
    window.set_scale(1.2)
    assert window.page("incident").place() == "steps:z-team"
    assert not any(tab.isChecked() for tab in window.findChild(Rail).findChildren(TabButton))
