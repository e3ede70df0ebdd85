"""三つの条件 beside an asset, what is said while a level is chosen, and the list of 気になる所: in the real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.actions import decisions
from app.domain.advice.xrays import xrays
from app.domain.ledger.records import Access, Person
from app.domain.words import Level, YesNo
from app.ui.pages import TABS
from app.ui.pages.decision import meter as meter_box
from tests.ui.conftest import settle

LAYOUTS, DRAWINGS = "a-layouts", "a-die-drawings"
HOSTILE = "<b>A&B</b>{who}髙﨑𠮷"


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(qtbot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


@pytest.fixture
def box(window):
    window.open("decision", LAYOUTS)
    settle()
    return window.page("decision").one.meter


def test_the_three_conditions_stand_beside_the_asset_in_words_with_the_weakest_point(window, box) -> None:
    words = said(box)
    assert "秘密として管理しているか（秘密管理性）" in words and "● 「極秘」と決めてあります。" in words
    assert "いちばん弱い所：全員が見られます" in words and "一件ごとの事情で決まります" in words
    assert "%" not in words and "守られます" not in words


def test_the_small_step_leads_to_where_it_is_taken(qtbot, window, box) -> None:
    assert box.step.text() == "小さな一歩：見てよい人を絞る"
    press(qtbot, box.step)
    assert window.open_page == "inventory" and window.page("inventory").place() == LAYOUTS


def test_towards_partners_other_facts_count_and_the_sources_open(qtbot, window, box) -> None:
    partners = next(b for b in box.audiences.findChildren(QPushButton) if "取引先" in b.accessibleName())
    press(qtbot, partners)
    assert "社外に渡した記録はありません" in said(box) and "全員が見られます" not in said(box)
    assert "出どころ：" not in said(box)
    press(qtbot, box._sources)
    assert "出どころ：まもり帳の提案" in said(box)


def test_it_follows_an_edit(window, box) -> None:
    assert "● 「極秘」と決めてあります。" in said(box)
    decisions.reopen(window.desk, LAYOUTS)
    settle()
    assert "秘密と決めていません" in said(box)


def test_in_a_small_window_it_is_folded_until_the_owner_opens_it(qtbot, window, box, monkeypatch) -> None:
    window.resize(900, 640)
    settle()
    assert not box.fold.isChecked() and "いちばん弱い所" not in said(box)
    read = []
    monkeypatch.setattr(meter_box, "reading", lambda *_: read.append(1))
    window.open("decision", DRAWINGS)
    settle()
    assert read == [], "nothing is worked out while it is folded"
    monkeypatch.undo()
    press(qtbot, box.fold)
    assert "いちばん弱い所" in said(box)
    window.resize(920, 650)
    settle()
    assert box.fold.isChecked(), "what the owner opened stays open"


@pytest.mark.parametrize("unlawful", [YesNo.YES, YesNo.UNKNOWN])
def test_of_what_is_held_back_only_the_sentence_stands_there(window, box, unlawful: YesNo) -> None:
    asset = window.desk.company.assets[LAYOUTS]
    window.desk.change("試し", [replace(asset, unlawful=unlawful)])
    settle()
    assert "秘密管理性" not in said(box) and not box.fold.isVisible()
    assert ("有用性がありません" if unlawful is YesNo.YES else "まだ分かりません") in said(box)
    window.desk.undo()
    settle()
    assert "秘密管理性" in said(box)


def test_what_a_level_would_contradict_is_said_while_it_is_chosen(window, box) -> None:
    verdict = window.page("decision").one.verdict
    assert "今は全員が見られます" in said(verdict)
    verdict.levels.press(2)
    settle()
    assert "今は全員が見られます" not in said(verdict)


def test_of_many_at_once_too(window) -> None:
    window.open("decision", "many")
    settle()
    many = window.page("decision").many
    many.table.selectAll()
    many.verdict.levels.press(1)
    settle()
    assert f"「{window.desk.company.level_name(Level.TOP_SECRET)}」です。多すぎると" in said(many.verdict)


# 気になる所


def ways(page) -> list[QPushButton]:
    return [b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("直す所をひらく")]


def test_home_counts_what_is_doubtful_and_leads_to_the_list(qtbot, window) -> None:
    count = len(xrays(window.desk.company, window.desk.library))
    assert count and f"気になる所 {count}件" in said(window.page("home"))
    way = next(b for b in window.page("home").findChildren(QPushButton) if b.text() == "一覧を見る")
    press(qtbot, way)
    assert window.open_page == "xrays" and len(ways(window.page("xrays"))) == count


def test_each_line_is_one_click_from_its_cure_and_goes_when_it_is_mended(qtbot, window) -> None:
    desk = window.desk
    leaver = Person(id="gone", name=HOSTILE, left="2026-01-31")
    desk.change("試し", [leaver, Access(id="gone-sees", asset=DRAWINGS, who="gone")])
    window.open("xrays")
    settle()
    page = window.page("xrays")
    assert HOSTILE[:8] in said(page)
    press(qtbot, next(b for b in ways(page) if HOSTILE[:8] in b.accessibleName()))
    assert window.open_page == "inventory" and window.page("inventory").place() == DRAWINGS
    desk.change("外す", [], [("access", "gone-sees")])
    window.open("xrays")
    settle()
    assert HOSTILE[:8] not in said(page)


def test_every_cure_is_a_page_that_can_be_opened(window) -> None:
    pages = {tab.key for tab in TABS}
    proofs = window.desk.library.requirements.values()
    assert {proof.page for proof in proofs if proof.page} <= pages
    assert {proof.focus for proof in proofs if proof.page == "measures"} <= window.desk.library.measures.keys()
    assert {proof.focus for proof in proofs if proof.page == "papers"} <= set(window.desk.forms)
    for one in xrays(window.desk.company, window.desk.library):
        window.open(one.to.page, one.to.focus)
        settle()
        assert window.open_page == one.to.page


def test_where_nothing_contradicts_itself_that_is_said_and_home_is_silent(window) -> None:
    desk = window.desk
    desk.change(
        "消す",
        [],
        [(kind, row) for kind in ("decisions", "disclosures", "choices") for row in getattr(desk.company, kind)],
    )
    entrusted = [replace(one, partner="") for one in desk.company.assets.values()]
    desk.change("外す", entrusted)
    assert xrays(desk.company, desk.library) == []
    window.open("xrays")
    settle()
    assert "見つかりませんでした" in said(window.page("xrays"))
    window.open("home")
    settle()
    assert "気になる所" not in said(window.page("home"))
