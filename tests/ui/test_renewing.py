"""No page shows yesterday's company: whatever is written, and whichever page is turned to, it draws from the newest value."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app import desk as desk_room
from app.domain.ledger.company import Company
from app.domain.ledger.records import Person, Record
from app.domain.words import Owner
from app.ui.frame import Foot
from app.ui.kit import buttons
from app.ui.pages import TABS
from app.ui.pages.home import HomePage
from app.ui.pages.papers.page import PapersPage
from app.ui.window import Window
from tests.ui.conftest import settle

PAGES = [tab.key for tab in TABS]


def written(company: Company) -> Record:
    """A change that shows in papers, though no list of rows has it: an answer of B."""
    asset = next(asset for asset in company.listed if asset.id in company.evaluations)
    return replace(company.evaluations[asset.id], value=0, loss=0, rival=0, trust=0)


@pytest.mark.parametrize("key", PAGES)
def test_a_page_that_was_out_of_sight_draws_from_the_company_of_now(window: Window, key: str) -> None:
    window.open(key)
    window.open("cases" if key != "cases" else "home")
    window.desk.change("B", [written(window.desk.company)])
    seen = []
    page = window.page(key)
    page.refresh = lambda: seen.append(window.desk.company)
    window.open(key)
    assert seen == [window.desk.company]
    window.open(key)
    assert len(seen) == 1, "the same company is not drawn twice"


def parts(page: HomePage) -> list[QWidget]:
    """The steps of the ladder and the cards beside it, from the top."""
    return [kept.box.itemAt(n).widget() for kept in (page._ladder, page._side) for n in range(kept.box.count())]


def said(page: HomePage) -> list[list[str]]:
    return [
        [shown.text() for shown in part.findChildren(QLabel) + part.findChildren(QPushButton)] for part in parts(page)
    ]


def test_home_keeps_what_says_the_same_and_says_what_it_would_say_if_it_were_built_anew(window: Window) -> None:
    window.open("home")
    desk, page = window.desk, window.page("home")
    assert isinstance(page, HomePage)
    first = desk.company.listed[0]
    no_longer_decided = [("decisions", asset) for asset in desk.company.decisions]
    steps: list[tuple[list[Record], list[tuple[str, str]], int]] = [
        ([replace(first, name="別の名前", guesses=())], [], 0),
        ([], [no_longer_decided[0]], 1),
        ([replace(first, owner=Owner.ENTRUSTED), replace(desk.company.profile, name_secret="丸秘")], [], 1),
        ([], no_longer_decided[1:], 1),
        ([], [("appointments", seat) for seat in desk.company.appointments], 1),
    ]
    for put, drop, least in steps:
        before = parts(page)
        desk.change("試す", put, drop)
        new = [part for part in parts(page) if part not in before]
        assert least <= len(new) < len(before) if least else not new
        assert said(page) == said(HomePage(window))
    desk.undo()
    assert said(page) == said(HomePage(window))


def test_a_paper_is_composed_anew_when_an_answer_of_b_changes(window: Window) -> None:
    window.open("papers")
    settle()
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    before = page.paper
    window.desk.change("B", [written(window.desk.company)])
    settle()
    assert page.paper is not before


def test_past_midnight_whoever_had_the_last_day_is_gone(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, today = window.desk, date.today()
    desk.change("人", [Person(id="leaver", name="去る人", left=today.isoformat())])
    window.open("home")
    assert "leaver" in {person.id for person in desk.company.staff} and desk.advice
    before = desk.advice

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return today + timedelta(days=1)

    monkeypatch.setattr(desk_room, "date", Tomorrow)
    assert "leaver" not in {person.id for person in desk.company.staff}
    assert desk.company.on == today + timedelta(days=1) and desk.advice is not before
    seen = []
    window.page("home").refresh = lambda: seen.append(desk.company.on)
    window.open("home")
    assert seen == [today + timedelta(days=1)]


@pytest.mark.parametrize("key", PAGES[:-1])
def test_the_footer_leaves_the_page_its_room(window: Window, key: str) -> None:
    window.open(key)
    settle()
    foot = window.page(key).findChild(Foot)
    assert foot.height() <= window.look.px(150)
    window.page(key).offer(buttons.link("開く", lambda: None))
    settle()
    assert foot.height() <= window.look.px(180)
