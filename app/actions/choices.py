"""C 対策: the owner's choice on each measure."""

from app.desk import Desk
from app.domain.company import Choice
from app.domain.words import State

LABELS = {
    State.ADOPTED: "対策を採用",
    State.DONE: "対策を実施済みに",
    State.LATER: "対策をあとで",
    State.DECLINED: "対策を見送り",
}


def choose(desk: Desk, measure: str, state: State | None, *, reason: str = "", who: str = "", due: str = "") -> None:
    """Adopt, mark done, put off or decline a measure; None takes the choice back."""
    if state is None:
        desk.change("対策を「まだ」に", drop=[("choices", measure)])
    else:
        desk.change(LABELS[state], [Choice(id=measure, state=state, reason=reason, who=who, due=due)])
