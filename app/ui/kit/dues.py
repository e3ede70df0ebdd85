"""What is due, line by line: by when and whose, what, the way there, and 「済みにする」 where only the owner can know.

And a card for somebody who leaves: what only this person knows stands in 朱, all else is calm.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.actions import dates
from app.domain.days import leaving
from app.domain.days.due import Due, said
from app.domain.days.leaving import Plan
from app.domain.ledger.company import Company
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.shell import Shell

FIRST = 2
"""Steps that a card shows; the others stand in 年間の予定."""


@dataclass(frozen=True)
class Line:
    """Something due, and its day in words, which are others tomorrow."""

    due: Due
    when: str
    late: bool


@dataclass(frozen=True)
class Leaver:
    """All that a card shows. `rows` are the access rows that would go on after the last day."""

    person: str
    name: str
    lead: str
    alone: tuple[str, ...]
    steps: tuple[Line, ...]
    done: int
    total: int
    rows: int


def lines(company: Company, found: Iterable[Due]) -> tuple[Line, ...]:
    """As they stand today."""
    return tuple(Line(due, said(company, due.day), due.day < company.day and not due.done) for due in found)


def leaver(company: Company, plan: Plan) -> Leaver:
    """A plan as it stands today."""
    return Leaver(
        plan.person.id,
        plan.name,
        _lead(company, plan),
        plan.alone,
        lines(company, plan.open),
        len(plan.steps) - len(plan.open),
        len(plan.steps),
        len(leaving.going_on(company, plan.person)),
    )


def _lead(company: Company, plan: Plan) -> str:
    if plan.last_day < company.day:
        return f"最後の日（{said(company, plan.last_day)}）。秘密の情報を{plan.secrets}件、見ていました。"
    return f"最後の日は{said(company, plan.last_day)}です。秘密の情報を{plan.secrets}件、見られます。"


def line(shell: Shell, shown: Line, *, kind: bool = True) -> QWidget:
    """One line; without what set it off where that is plain."""
    due, px = shown.due, shell.look.px
    facts = (
        f"済み　{shown.when}" if due.done else shown.when,
        due.kind.label if kind else "",
        f"{due.who}さん" if due.who else "",
    )
    head: list[QWidget] = [text.text("・".join(filter(None, facts)), "caption", "" if shown.late else "soft")]
    head.append(_way("ひらく", due, partial(shell.open, due.to.page, due.to.focus)))
    if due.by_hand and shell.desk.writable:
        words, act = ("済みを取り消す", dates.untick) if due.done else ("済みにする", dates.tick)
        head.append(_way(words, due, partial(shell.attempt, partial(act, shell.desk, due))))
    body = text.prose(due.text, tone="soft" if due.done else "shu" if due.alarm else "")
    whole = layout.column(Flow(*head, spacing=px(16)), body, spacing=0)
    whole.setContentsMargins(0, px(5), 0, px(5))
    return layout.widget_with(whole)


def _way(words: str, due: Due, act: Callable[[], object]) -> QWidget:
    way = buttons.link(words, act)
    way.setAccessibleName(f"{words}：{due.text}")
    return way


def leaver_card(shell: Shell, shown: Leaver) -> QFrame:
    """A card for somebody who leaves."""
    px, desk = shell.look.px, shell.desk
    frame = layout.card()
    box = QVBoxLayout(frame)
    layout.spaced(box, margins=(px(18), px(14), px(18), px(12)), spacing=px(4))
    head = layout.row(
        text.text(f"{shown.name}さんの退職", "step"), None, text.text(f"済み {shown.done} / {shown.total}")
    )
    box.addLayout(head)
    box.addWidget(text.prose(shown.lead, "table", "soft"))
    if shown.alone:
        box.addWidget(text.prose(f"この人だけが知っています：{'、'.join(shown.alone)}", "strong", "shu"))
    for step in shown.steps[:FIRST]:
        box.addWidget(line(shell, step, kind=False))
    if not shown.steps:
        box.addWidget(text.prose("することは、すべて済みました。最後の日まで、このまま待ちます。"))
    more = [
        buttons.link(f"このあと {len(shown.steps) - FIRST}つ", partial(shell.open, "year"))
        if shown.steps[FIRST:]
        else None,
        buttons.link(
            f"見てよい人から、最後の日で外す（{shown.rows}件）",
            lambda: shell.attempt(partial(dates.end_access, desk, shown.person)),
        )
        if shown.rows and desk.writable
        else None,
    ]
    ways = [way for way in more if way is not None]
    if ways:
        box.addLayout(Flow(*ways, spacing=px(20)))
    return frame
