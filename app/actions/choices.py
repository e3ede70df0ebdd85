"""C 対策: the owner's choice on each measure."""

from dataclasses import replace

from app.desk import Desk
from app.domain.ledger.people import person_joining
from app.domain.ledger.records import Choice
from app.domain.words import State

LABELS = {
    State.ADOPTED: "対策を採用",
    State.DONE: "対策を実施済みに",
    State.LATER: "対策を後で",
    State.DECLINED: "対策を見送り",
}


def choose(desk: Desk, measure: str, state: State | None, *, reason: str = "", who: str = "", due: str = "") -> None:
    """Adopt, mark done, put off or decline a measure; None takes the choice back."""
    if state is None:
        desk.change("対策を「まだ」に", drop=[("choices", measure)])
    else:
        desk.change(LABELS[state], [Choice(id=measure, state=state, reason=reason, who=who, due=due)])


def switch(desk: Desk, measure: str, state: State) -> None:
    """Another state for a measure; who and by when stay, and the reason unless it was one for declining."""
    old = desk.company.choices.get(measure) or Choice(id=measure, state=state)
    reason = "" if old.state is State.DECLINED else old.reason
    choose(desk, measure, state, reason=reason, who=old.who, due=old.due)


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
