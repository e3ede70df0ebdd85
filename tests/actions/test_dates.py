"""What is due, on a real ledger: each tick, the year and the end of an access is one step, and there again after a restart."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.actions import dates
from app.desk import Desk
from app.domain.addresses import Address
from app.domain.days import year
from app.domain.days.due import TICK, Due, Kind
from app.domain.days.leaving import going_on
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Person
from app.domain.words import Reader

KEYS = Due("leaver:p-onishi:things", Kind.LEAVER, "2026-12-01", "預けた物を返してもらいます。", Address("home"), "返却")
WHO = "p-onishi"


def leaver(desk: Desk) -> Person:
    """Somebody who leaves one day, and may view two things: one without an end, one until before that day."""
    leaves = replace(desk.company.people[WHO], left="2027-03-31")
    rows = [
        Access(id="ends", asset="a-payroll", reader=Reader.PERSON, who=WHO, until="2027-01-31"),
        Access(id="goes-on", asset="a-nc", reader=Reader.PERSON, who=WHO),
    ]
    desk.change("準備", [leaves, *rows])
    return leaves


def prepared(desk: Desk) -> None:
    leaver(desk)
    dates.tick(desk, KEYS)


def ticked(company: Company) -> bool:
    return TICK + KEYS.key in company.answers


STEPS: list[tuple[Callable[[Desk], object], str, Callable[[Company], bool]]] = [
    (lambda d: dates.tick(d, replace(KEYS, key="other")), "」を済みに", lambda c: f"{TICK}other" in c.answers),
    (lambda d: dates.untick(d, KEYS), "」の済みを取消し", lambda c: not ticked(c)),
    (lambda d: dates.begin_year_in(d, 1), "会社の年の始まり", lambda c: c.answers[year.START].value == "1"),
    (
        lambda d: dates.end_access(d, WHO),
        "の見てよい範囲を、最後の日まで",
        lambda c: c.access["goes-on"].until == "2027-03-31" and c.access["ends"].until == "2027-01-31",
    ),
]


@pytest.mark.parametrize(("do", "label", "then"), STEPS, ids=[label for _, label, _ in STEPS])
def test_each_is_one_step_that_can_be_taken_back_and_done_again(
    opened: Callable[[], Desk], do: Callable[[Desk], object], label: str, then: Callable[[Company], bool]
) -> None:
    desk = opened()
    prepared(desk)
    before, entries = desk.company, len(desk.ledger.history())
    do(desk)
    after = desk.company
    assert then(after) and label in desk.undo_label and len(desk.ledger.history()) == entries + 1
    desk = opened()
    assert desk.company == after
    desk.undo()
    assert desk.company == before
    desk = opened()
    desk.redo()
    assert desk.company == after and desk.ledger.verify() == []


def test_an_access_that_ends_in_time_is_left_alone_and_leaves_no_entry(sample_desk: Desk) -> None:
    who = leaver(sample_desk)
    count = len(going_on(sample_desk.company, who))
    assert count and dates.end_access(sample_desk, WHO) == count
    entries = len(sample_desk.ledger.history())
    assert dates.end_access(sample_desk, WHO) == 0 and len(sample_desk.ledger.history()) == entries
