"""The plan of C 対策 in the real window: what to begin when, one click to take it up, until when it is put off, what comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.dates import months_later, written
from app.domain.ledger.records import Choice
from app.domain.words import State
from app.ui.pages.measures.page import MAP, PLAN
from tests.ui.conftest import settle


@pytest.fixture
def fresh(window):
    """The sample company before it chose any measure, with its own page C."""
    window.desk.change("やり直し", drop=[("choices", choice) for choice in window.desk.company.choices])
    window.open("measures")
    settle()
    return window.page("measures")


def said(widget) -> str:
    """Every visible word."""
    return "\n".join(
        label.accessibleName() or label.text() for label in widget.findChildren(QLabel) if label.isVisible()
    )


def press(qtbot, widget, words: str) -> None:
    """The visible button of these words."""
    found = [b for b in widget.findChildren(QPushButton) if b.isVisible() and words in (b.text(), b.accessibleName())]
    assert len(found) == 1, [b.text() for b in widget.findChildren(QPushButton) if b.isVisible()]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def first(page):
    """The card of what the plan names first."""
    return page.plan.cards[page._agenda.suggested[0]]


def order(page) -> list[str]:
    """The titles that can be seen, from top to bottom."""
    cards = [card for card in page.plan.cards.values() if card.isVisible()]
    return [card.measure.id for card in sorted(cards, key=lambda card: card.mapTo(page, card.rect().topLeft()).y())]


def test_it_is_shown_first_in_the_order_of_the_plan_each_with_reason_person_day_and_work(window, fresh):
    page, library = fresh, window.desk.library
    assert page._face == PLAN and order(page) == list(page._agenda.first_month)
    words, advice = said(first(page)), window.desk.advice[page._agenda.suggested[0]]
    measure, western = library.measures[advice.measure], window.desk.company.profile.western_dates
    assert measure.title in words and advice.reasons[0].text in words and advice.reasons[1].text not in words
    assert f"{window.desk.company.person_name(advice.who)}さん・{written(advice.due, western)}まで" in words
    assert (
        f"手間は{measure.effort.label}　目安 月{measure.minutes}分" in words
        and "分数は、まもり帳の見積りです。" in said(page)
    )
    assert f"今月は、あと{len(page._agenda.first_month)}つ始めます。" in said(page)
    folded = [card for card in page._agenda.suggested if card not in page.plan.cards]
    assert folded  # what is folded away is not even made


def test_one_click_takes_it_up_with_person_and_day_and_one_step_gives_it_back(qtbot, window, fresh):
    card, second = first(fresh), fresh.plan.cards[fresh._agenda.suggested[1]]
    planned = window.desk.advice[card.measure.id]
    press(qtbot, card, "採用")
    choice = window.desk.company.choices[card.measure.id]
    assert choice == Choice(id=choice.id, state=State.ADOPTED, who=planned.who, due=planned.due)
    assert order(fresh)[0] == card.measure.id and fresh._agenda.begun == (card.measure.id,)  # it stands on top now
    assert window.focusWidget() in second.findChildren(QPushButton)  # and the keyboard goes on
    window.desk.undo()
    settle()
    assert not window.desk.company.choices and fresh._agenda.suggested[0] == card.measure.id


def test_person_and_day_can_be_written_anew(qtbot, window, fresh, ime):
    card = first(fresh)
    press(qtbot, card, "採用")
    qtbot.mouseClick(card._summary, Qt.MouseButton.LeftButton)
    settle()
    assert card.who.isVisible() and card.who.count() > 20
    card.due.clear()
    ime(card.due, "令和9年4月1日")
    qtbot.keyClick(card.due, Qt.Key.Key_Return)
    assert window.desk.company.choices[card.measure.id].due == "2027-04-01"


def test_what_is_done_is_counted_and_folded(qtbot, window, fresh):
    card = first(fresh)
    press(qtbot, card, "もうしている")
    assert not card.isVisible() and fresh._agenda.done == (card.measure.id,)
    press(qtbot, fresh.plan, "済んだもの　1つ")
    assert card.isVisible()
    window.set_scale(1.1)
    settle()
    again = window.page("measures")
    assert again.plan.cards[card.measure.id].isVisible()  # the fold is remembered


def test_later_asks_until_when_and_on_that_day_it_comes_back_as_such(qtbot, window, fresh):
    card, today = first(fresh), window.desk.company.on
    menu = card.later_menu()
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert menu.activeAction() is offered[1] and offered[1].text().startswith("3か月後（")
    menu.popup(card.mapToGlobal(card.rect().center()))
    menu.close()
    settle()
    assert not window.desk.company.choices  # who thinks better of it has chosen nothing
    offered[1].trigger()
    settle()
    choice = window.desk.company.choices[card.measure.id]
    assert (choice.state, choice.due) == (State.LATER, months_later(today, 3).isoformat())
    assert not card.isVisible() and fresh._agenda.later == (card.measure.id,)
    day = (today - timedelta(days=1)).isoformat()
    window.desk.change("日が来た", [replace(choice, due=day)])
    settle()
    assert card.isVisible() and "「後で」の日が来ました" in said(card)
    assert not any(b.isChecked() for b in card.state.findChildren(QPushButton))


def test_a_day_that_has_passed_is_said(window, fresh):
    measure = first(fresh).measure.id
    yesterday = (window.desk.company.on - timedelta(days=1)).isoformat()
    window.desk.change("採用", [Choice(id=measure, state=State.ADOPTED, due=yesterday)])
    settle()
    assert "期日を過ぎています" in said(fresh.plan.cards[measure])


def test_what_does_not_fit_says_why_and_leaves_the_plan(qtbot, window, fresh, ime):
    card = first(fresh)
    press(qtbot, card, "合わない")
    assert card.reason.hasFocus() and not window.desk.company.choices
    ime(card.reason, "型が重くて動かない")
    qtbot.keyClick(card.reason, Qt.Key.Key_Return)
    settle()
    assert window.desk.company.choices[card.measure.id].state is State.DECLINED and not card.isVisible()


def test_the_two_faces_are_one_click_apart_and_the_new_text_size_keeps_them(qtbot, window, fresh):
    press(qtbot, fresh, "地図")
    assert fresh._face == MAP and fresh.map.isVisible() and not fresh.plan.isVisible()
    window.set_scale(1.1)
    settle()
    again = window.page("measures")
    assert again.map.isVisible()
    press(qtbot, again, "計画")
    assert again.plan.isVisible() and again.place() == PLAN


def test_when_all_is_answered_it_says_so(window, fresh):
    for _ in range(20):
        rows = [Choice(id=one, state=State.DECLINED, reason="x") for one in fresh._agenda.suggested]
        window.desk.change("合わない", rows)
        settle()
    assert "今、新しく勧める対策はありません" in said(fresh) and not order(fresh)


@pytest.mark.parametrize(("width", "scale"), [(1024, 0.9), (1024, 1.5), (1280, 1.5)])
def test_it_fits_small_windows_and_large_letters(window, fresh, width, scale):
    window.resize(width, 700)
    window.set_scale(scale)
    settle()
    page = window.page("measures")
    assert window.width() == width and page.plan.isVisible()
    for card in (c for c in page.plan.cards.values() if c.isVisible()):
        for option in card.state.findChildren(QPushButton):
            assert option.mapTo(page, option.rect().topRight()).x() <= page.width()


def test_everything_has_a_name_for_a_screen_reader(window, fresh, nameless):
    window.desk.undo()
    settle()
    assert nameless(fresh) == []
