"""No page shows yesterday's company: whatever is written, and whichever page is turned to, it draws from the newest value."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import desk as desk_room
from app.domain.ledger.company import Company
from app.domain.ledger.records import Person, Record
from app.ui.frame import Foot
from app.ui.kit import buttons
from app.ui.pages import TABS
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


def test_a_paper_is_composed_anew_when_an_answer_of_b_changes(window: Window) -> None:
    window.open("papers")
    settle()
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    before = page._paper
    window.desk.change("B", [written(window.desk.company)])
    settle()
    assert page._paper is not before


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
