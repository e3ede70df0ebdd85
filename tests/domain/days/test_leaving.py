"""Somebody leaves: who gets a plan, what is in it, and what makes a step done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.advice import exposure
from app.domain.days import leaving
from app.domain.days.due import TICK, Kind
from app.domain.days.leaving import BEFORE, Plan, Step
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Answer, Decision, Person, Place, Record, Signature
from app.domain.ledger.unlawful import held_back
from app.domain.words import Level, Medium, Reader, YesNo
from tests import firms
from tests.domain.advice.companies_at_random import TODAY, companies

LAST = "2027-02-28"


def firm(
    *more: Record, left: str = LAST, level: Level = Level.SECRET, media: tuple[Medium, ...] = (Medium.DATA,)
) -> Company:
    """社員1 leaves and may view one asset."""
    asset = [*firms.asset("配合表", media=media, readers=["p1"]), Decision(id="a1", level=level)]
    people = [*firms.people(3), Person(id="p1", position=1, name="社員1", left=left)]
    return Company(on=TODAY).after([*people, *asset, *more])


def plan(company: Company) -> Plan:
    (only,) = leaving.plans(company)
    return only


def days(company: Company) -> dict[str, str]:
    return {due.key.rpartition(":")[2]: due.day for due in plan(company).steps}


def step(company: Company, which: Step):
    return next(due for due in plan(company).steps if due.key == f"leaver:p1:{which}")


def test_the_plan_is_counted_back_from_the_last_day() -> None:
    found = days(firm())
    assert found["stop"] == LAST and found["pledge"] == "2027-02-14" and found["things"] == "2027-02-21"
    assert found["review"] == TODAY.isoformat()  # at once
    assert list(found.values()) == sorted(found.values())


def test_another_last_day_moves_the_plan() -> None:
    later = (date.fromisoformat(LAST) + timedelta(days=7)).isoformat()
    moved, was = days(firm(left=later)), days(firm())
    assert all(date.fromisoformat(moved[k]) - date.fromisoformat(was[k]) == timedelta(7) for k in was if k != "review")


def test_near_the_end_everything_moves_together_and_nothing_is_due_in_the_past() -> None:
    found = days(firm(left="2026-11-30"))
    assert set(found.values()) == {TODAY.isoformat(), "2026-11-30"} and found["stop"] == "2026-11-30"


@pytest.mark.parametrize(
    "left",
    ["", "2027-03-28", "2026-10-27", "未定"],  # nothing said, 121 days ahead, 31 days ago, no date
)
def test_no_plan_while_the_last_day_is_far_off_or_unknown(left: str) -> None:
    assert leaving.plans(firm(left=left)) == ()


@pytest.mark.parametrize("left", ["2027-03-27", "2026-11-27", "2026-10-28"])
def test_a_plan_on_the_first_and_on_the_last_of_its_days(left: str) -> None:
    assert len(leaving.plans(firm(left=left))) == 1


def test_whoever_sees_nothing_secret_needs_no_plan() -> None:
    assert leaving.plans(firm(level=Level.OPEN)) == ()
    company = firm()
    assert leaving.plans(company.after([replace(company.access["a1-p1"], view=False)])) == ()
    assert leaving.plans(company.after([replace(company.access["a1-p1"], until="2026-11-26")])) == ()
    assert leaving.plans(company.after([replace(company.assets["a1"], unlawful=YesNo.UNKNOWN)])) == ()


@pytest.mark.parametrize("row", [(Reader.DEPARTMENT, "d1"), (Reader.TITLE, "班長"), (Reader.EVERYONE, "")])
def test_whoever_sees_it_by_department_title_or_as_everyone_has_one_too(row: tuple[Reader, str]) -> None:
    company = firm()
    other = [replace(company.access["a1-p1"], reader=row[0], who=row[1])]
    me = replace(company.people["p1"], department="d1", title="班長")
    assert len(leaving.plans(company.after([*other, me]))) == 1


def test_a_hire_who_has_not_come_yet_has_no_plan() -> None:
    company = firm()
    assert leaving.plans(company.after([replace(company.people["p1"], joined="2026-12-01")])) == ()


def test_a_signed_pledge_is_done_and_taken_back_it_is_not() -> None:
    company = firm()
    assert not step(company, Step.PLEDGE).done and not step(company, Step.PLEDGE).by_hand
    signed = Signature(id="s1", form="leaving-pledge", subject="p1", on="2026-11-20")
    assert step(company.after([signed]), Step.PLEDGE).done
    other = replace(signed, subject="p2")
    assert not step(company.after([other]), Step.PLEDGE).done
    assert not step(company.after([signed, replace(signed, id="s2", on="")]), Step.PLEDGE).done


def test_what_only_this_person_knows_is_named_until_it_is_written_down() -> None:
    head = firm(media=(Medium.MEMORY,))
    assert plan(head).alone == ("配合表",) and step(head, Step.INTERVIEW).alarm
    assert "「配合表」" in step(head, Step.INTERVIEW).text
    written = head.after([Place(id="w", asset="a1", medium=Medium.PAPER, where="金庫")])
    assert plan(written).alone == () and step(written, Step.INTERVIEW).done and not step(written, Step.INTERVIEW).alarm
    shared = head.after([Access(id="x", asset="a1", who="p2")])
    assert plan(shared).alone == () and not step(shared, Step.INTERVIEW).alarm
    assert plan(firm()).alone == ()  # it lies in a folder, where others can be let in


def test_access_that_ends_with_the_last_day_is_done_and_a_day_longer_is_not() -> None:
    company = firm()
    row = company.access["a1-p1"]
    assert not step(company, Step.STOP).done
    assert step(company.after([replace(row, until=LAST)]), Step.STOP).done
    assert not step(company.after([replace(row, until="2027-03-01")]), Step.STOP).done
    everybody = company.after([replace(row, reader=Reader.EVERYONE, who="")])
    assert not step(everybody, Step.STOP).done, "nobody's keys come back by themselves"


def test_what_the_ledger_cannot_know_is_ticked() -> None:
    company = firm()
    key = step(company, Step.THINGS).key
    assert step(company, Step.THINGS).by_hand
    assert step(company.after([Answer(id=TICK + key, value="2026-11-27")]), Step.THINGS).done


def test_after_the_last_day_only_what_is_still_open_is_said() -> None:
    company = firm(left="2026-11-20")
    found = plan(company)
    assert [due.key.rpartition(":")[2] for due in found.steps] == ["pledge", "things", "stop"]
    assert {due.day for due in found.steps} == {TODAY.isoformat()}
    done = [Answer(id=TICK + due.key, value="2026-11-21") for due in found.steps]
    assert leaving.plans(company.after(done)) == ()


def test_namesakes_have_a_plan_each_and_are_told_apart() -> None:
    company = firm(Person(id="p9", position=9, name="社員1", left=LAST, title="工場長"))
    company = company.after([Access(id="x", asset="a1", who="p9")])
    names = [one.name for one in leaving.plans(company)]
    assert len(names) == len(set(names)) == 2


MANY = settings(max_examples=80, deadline=None)


@MANY
@given(companies(), st.integers(-40, 160))
def test_for_any_company_a_leaver_has_a_plan_if_and_only_if_there_is_a_secret_to_see(
    company: Company, ahead: int
) -> None:
    last = TODAY + timedelta(days=ahead)
    company = company.after([replace(company.people["p1"], left=last.isoformat())])
    found = leaving.plans(company)
    assert all(one.person.id == "p1" for one in found)
    if not 0 <= ahead <= 120:
        assert ahead < 0 or not found
        return
    secrets = [
        a
        for a in company.listed
        if exposure.guarded(company, a) and any(p.id == "p1" for p in exposure.leaving(company, a.id))
    ]
    assert bool(found) == bool(secrets)
    for one in found:
        assert one.secrets == len(secrets)
        for due in one.steps:
            assert company.day <= due.day <= last.isoformat() and due.kind is Kind.LEAVER


@MANY
@given(companies())
def test_for_any_company_what_is_held_back_is_named_in_no_plan(company: Company) -> None:
    company = company.after([replace(one, left=LAST) for one in company.staff])
    company = company.after([replace(one, name=f"名{one.id}名") for one in company.assets.values()])
    kept = [f"名{asset.id}名" for asset in company.listed if held_back(company, asset)]
    assume(kept)
    text = "".join(due.text for one in leaving.plans(company) for due in one.steps)
    assert not [name for name in kept if name in text]


def test_the_days_of_the_steps_are_in_their_order() -> None:
    assert list(BEFORE) == list(Step) and list(BEFORE.values()) == sorted(BEFORE.values(), reverse=True)
