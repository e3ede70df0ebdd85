"""空欄をうめる: every blank of every paper can be filled where it is seen, and what is written there is what the paper then says."""

from datetime import UTC, datetime

import pytest

from app.actions import firm
from app.actions.papers import gaps
from app.actions.papers import make as papers
from app.actions.papers.make import Paper
from app.desk import Desk
from app.domain.ledger.records import Partner, Person, Profile
from app.domain.ledger.seats import filled, seats

NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
RULES, PLEDGE = "information-rules", "joining-pledge"


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    """A company of which nothing is known but that somebody and some partner are there."""
    company = sample_desk.company
    drop = [(kind, row) for kind in ("appointments", "answers") for row in getattr(company, kind)]
    new = (Profile(), Person(id="p-new", name=""), Partner(id="t-new", name=""))
    sample_desk.change("空に", new, drop)
    return sample_desk


def words_for(gap: gaps.Gap) -> str:
    if gap.key == "person":
        return "新人 花"
    return {"例：4月": "4月", "例：3": "3"}.get(
        gap.hint, gap.hint.removeprefix("例：") if "/" in gap.hint else "髙﨑 𠮷"
    )


def test_every_blank_of_every_paper_can_be_filled_in_place(desk: Desk) -> None:
    for form in desk.forms.values():
        subjects = {"person": ["p-new"], "partner": ["t-new"], "either": ["p-new", "t-new"]}.get(form.per, [""])
        for subject in subjects:
            fill_all(desk, form.id, subject)


def fill_all(desk: Desk, form: str, subject: str) -> None:
    for _ in range(99):
        paper = papers.make(desk, form, NOW, subject)
        open_gaps = gaps.gaps(desk, paper)
        if not open_gaps:
            break
        gap = open_gaps[0]
        assert gaps.fill(desk, paper, gap.key, words_for(gap)) == "", (form, gap)
        after = gaps.gaps(desk, papers.make(desk, form, NOW, subject))
        assert gap.key not in {one.key for one in after}, f"{form}: {gap.label} stays blank"
    assert not gaps.to_fill(papers.make(desk, form, NOW, subject))


def test_a_paper_for_nobody_leaves_the_names_open_on_purpose(desk: Desk) -> None:
    blank = papers.make(desk, PLEDGE, NOW)
    assert "person" in {one.key for one in gaps.left_open(blank)}
    assert "person" not in {one.key for one in gaps.to_fill(blank)}
    named = papers.make(desk, PLEDGE, NOW, "p-new")
    assert not gaps.left_open(named) and "person" in {one.key for one in gaps.to_fill(named)}


def test_what_is_refused_is_said_and_nothing_is_written(desk: Desk) -> None:
    paper = Paper(desk.forms[PLEDGE], "p-new", "", papers.make(desk, PLEDGE, NOW).document)
    assert "2026/4/1" in gaps.fill(desk, paper, "person-joined", "来年のいつか")
    assert desk.company.people["p-new"].joined == ""


def test_the_deputy_stays_where_a_person_or_a_number_is_written(desk: Desk) -> None:
    firm.appoint_by_name(desk, "emergency:day", "", "川口 正")
    paper = papers.make(desk, RULES, NOW)
    for key, words in (("emergency", "大西 誠"), ("emergency-phone", "03")):
        assert gaps.fill(desk, paper, key, words) == ""
    held = desk.company.appointments["emergency:day"]
    names = [desk.company.person_name(who) for who in (held.person, held.deputy)]
    assert (names, held.phone, held.variant) == (["大西 誠", "川口 正"], "03", "day")


def test_everything_by_the_president_takes_the_empty_seats_alone_in_one_step(desk: Desk) -> None:
    firm.appoint_by_name(desk, "inspector", "川口 正")
    desk.change("代表者", [Profile(representative="新田 一郎", representative_title="取締役社長")])
    left = sum(not filled(desk.company, seat.id) for seat in seats(desk.company))
    assert firm.appoint_everywhere(desk, "新田 一郎") == "" and left == len(seats(desk.company)) - 1
    held = {
        seat.id: desk.company.person_name(desk.company.appointments[seat.id].person) for seat in seats(desk.company)
    }
    assert held.pop("inspector") == "川口 正" and set(held.values()) == {"新田 一郎"}
    assert sum(person.name == "新田 一郎" for person in desk.company.people.values()) == 1
    assert {person.title for person in desk.company.people.values() if person.name == "新田 一郎"} == {"取締役社長"}
    desk.undo()
    assert sum(filled(desk.company, seat.id) for seat in seats(desk.company)) == 1
    assert firm.appoint_everywhere(desk, " ") == "" and not filled(desk.company, "chief"), "nobody is nobody"
