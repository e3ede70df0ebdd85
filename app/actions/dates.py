"""What is due: ticked by hand where no fact in the ledger shows it; the firm's year; an access that ends with the last day."""

from dataclasses import replace

from app.desk import Desk
from app.domain.days.due import TICK, Due
from app.domain.days.leaving import going_on
from app.domain.days.year import START
from app.domain.ledger.records import Answer
from app.domain.naming import short


def tick(desk: Desk, due: Due) -> None:
    """It is done, today."""
    desk.change(f"「{short(due.text)}」を済みに", [Answer(id=TICK + due.key, value=desk.company.day)])


def untick(desk: Desk, due: Due) -> None:
    """It is not done after all."""
    desk.change(f"「{short(due.text)}」の済みを取消し", drop=[("answers", TICK + due.key)])


def begin_year_in(desk: Desk, month: int) -> None:
    """The month in which the firm's year begins; all twelve months of the plan move along."""
    desk.change("会社の年の始まり", [Answer(id=START, value=str(month))])


def end_access(desk: Desk, person: str) -> int:
    """Whatever names somebody who leaves among those who may view ends with the last day. How many rows that were."""
    who = desk.company.people[person]
    rows = [replace(row, until=who.left) for row in going_on(desk.company, who)]
    if rows:
        desk.change(f"「{short(who.name)}」の見てよい範囲を、最後の日まで", rows)
    return len(rows)
