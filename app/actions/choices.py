"""C 対策: the owner's choice on each measure."""

from dataclasses import replace

from app.desk import Desk
from app.domain.dates import months_later
from app.domain.ledger.people import person_joining
from app.domain.ledger.records import Choice
from app.domain.words import State

LABELS = {
    State.ADOPTED: "対策を採用",
    State.DONE: "対策を実施済みに",
    State.LATER: "対策を後で",
    State.DECLINED: "対策を見送り",
}

PUT_OFF = 3
"""For how many months a measure is put off, if nothing else is said."""


def choose(desk: Desk, measure: str, state: State | None, *, reason: str = "", who: str = "", due: str = "") -> None:
    """Adopt, mark done, put off or decline a measure; None takes the choice back. What is put off always comes back one day."""
    if state is None:
        desk.change("対策を「まだ」に", drop=[("choices", measure)])
        return
    day = due or (back_again(desk) if state is State.LATER else "")
    desk.change(LABELS[state], [Choice(id=measure, state=state, reason=reason, who=who, due=day)])


def switch(desk: Desk, measure: str, state: State) -> None:
    """Another state for a measure. Who and by when stay while it is in force; what is taken up anew has the person and the day of the
    plan. The reason stays too, unless it was one for declining."""
    old = desk.company.choices.get(measure) or Choice(id=measure, state=state)
    reason = "" if old.state is State.DECLINED else old.reason
    known = measure in desk.company.choices and old.state.in_force
    planned = desk.advice[measure]
    due = old.due if known else planned.due if state is State.ADOPTED else ""
    choose(desk, measure, state, reason=reason, who=old.who or planned.who, due="" if state is State.LATER else due)


def put_off(desk: Desk, measure: str, due: str) -> str:
    """「後で」, until this day (ISO). Returns a problem, or ""."""
    if due <= desk.company.day:
        return "今日より後の日を書いてください。その日に、また勧めます。"
    old = desk.company.choices.get(measure) or Choice(id=measure, state=State.LATER)
    choose(desk, measure, State.LATER, reason=old.reason, who=old.who, due=due)
    return ""


def back_again(desk: Desk) -> str:
    """The day that is offered for what is put off."""
    return months_later(desk.company.on, PUT_OFF).isoformat()


def decline(desk: Desk, measure: str, reason: str) -> None:
    """「うちには合わない」, which always says why."""
    choose(desk, measure, State.DECLINED, reason=reason)


def note(desk: Desk, measure: str, *, due: str | None = None, reason: str | None = None) -> None:
    """By when (an ISO date), or why; what is None stays as it is."""
    old = desk.company.choices[measure]
    new = replace(old, due=old.due if due is None else due, reason=old.reason if reason is None else reason)
    desk.change("対策の期日" if reason is None else "対策の理由", [new])


def assign(desk: Desk, measure: str, name: str) -> str:
    """Who sees to a measure, by name; a name that is new joins the people in the same step. Returns a problem, or ""."""
    choice = desk.company.choices[measure]
    joining = person_joining(desk.company, name, desk.new_id, now=choice.who)
    if not joining.problem:
        desk.change("対策の担当", [*joining.new, replace(choice, who=joining.id)])
    return joining.problem
