"""空欄をうめる: which blanks of a paper the owner can fill now, and how; each is written where it belongs in the ledger.

A paper for nobody in particular leaves the names of its person or partner open on purpose: these are no blanks of the company.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from app.actions import firm
from app.actions.papers import make as papers
from app.actions.papers.make import Paper
from app.desk import Desk
from app.documents.tree import Blank
from app.domain.columns import lists
from app.domain.forms.facts import VALUES
from app.domain.forms.form import Form, QuestionKind
from app.domain.ledger.seats import Seat, filled, holder, seats

OF_EACH = ("person", "partner")
"""Values that begin like this are filled in for each person or partner."""
PROFILE = ("company", "address", "phone", "trade", "representative", "representative-title")


class Kind(Enum):
    """What is written into a blank: any words, words on several lines, or the name of somebody here."""

    WORDS = "words"
    LINES = "lines"
    NAME = "name"


@dataclass(frozen=True)
class Gap:
    """A blank that can be filled now. `hint` shows what an answer looks like, `use` what it is for."""

    key: str
    label: str
    kind: Kind = Kind.WORDS
    hint: str = ""
    use: str = ""


HINTS: Mapping[str, str] = {
    "representative-title": "例：代表取締役",
    "phone": "市外局番から",
    "chief-title": "例：専務取締役",
    "person-joined": "例：2026/4/1",
    "person-left": "例：2026/12/31",
    "partner-nda-signed": "例：2026/4/1",
}
ASKED: Mapping[QuestionKind, str] = {
    QuestionKind.DATE: "例：2026/12/1",
    QuestionKind.MONTH: "例：4月",
    QuestionKind.NUMBER: "例：3",
}


def to_fill(paper: Paper) -> list[Blank]:
    """The blanks that are waited for, in the order of the paper."""
    each = _of_each(paper.form) if not paper.subject else ()
    return [blank for blank in paper.document.blanks if not _is_one(blank.key, each)]


def left_open(paper: Paper) -> list[Blank]:
    """The blanks that stay, because the paper is for nobody in particular yet."""
    waited = to_fill(paper)
    return [blank for blank in paper.document.blanks if blank not in waited]


def gaps(desk: Desk, paper: Paper) -> list[Gap]:
    """The blanks that can be filled here and now; what is lost from the owner's own words is mended in the paper."""
    found = (_gap(desk, paper, blank) for blank in to_fill(paper) if not blank.lost)
    return list({gap.key: gap for gap in found}.values())


def holder_of(desk: Desk, key: str) -> str:
    """The name of whoever holds the seat of a blank by now."""
    seat = _seats(desk).get(key)
    return desk.company.person_name(holder(desk.company, seat.id).person) if seat else ""


def fill(desk: Desk, paper: Paper, key: str, words: str) -> str:
    """Write what was typed for a blank to where it belongs. Returns a problem, or "" when it is written."""
    question = next((one for one in paper.form.ask if one.name == key), None)
    if question is not None:
        papers.answer(desk, question, words.strip(), paper.subject)
        return ""
    writes = (_fill_profile, _fill_seat, _fill_other_side)
    return next((told for write in writes if (told := write(desk, paper, key, words)) is not None), "")


def _of_each(form: Form) -> tuple[str, ...]:
    return (*OF_EACH, *(question.name for question in form.ask if question.each))


def _is_one(key: str, names: tuple[str, ...]) -> bool:
    return any(key == name or (name in OF_EACH and key.startswith(f"{name}-")) for name in names)


def _gap(desk: Desk, paper: Paper, blank: Blank) -> Gap:
    for question in paper.form.ask:
        if question.name == blank.key:
            kind = Kind.LINES if question.kind is QuestionKind.LINES else Kind.WORDS
            return Gap(blank.key, question.text, kind, ASKED.get(question.kind, ""), question.use)
    known = _seats(desk)
    seat = known.get(blank.key) or _untaken(desk, known.get(blank.key.removesuffix("-title")))
    if seat is not None:
        return Gap(seat.key, VALUES[seat.key], Kind.NAME, "名前を選ぶか書く", "一人がいくつ兼ねてもかまいません。")
    hint = HINTS.get(blank.key, "市外局番から" if blank.key.endswith("-phone") else "")
    return Gap(blank.key, blank.label, hint=hint)


def _untaken(desk: Desk, seat: Seat | None) -> Seat | None:
    """A seat whose person must be known before what the person is in the firm."""
    return seat if seat and not filled(desk.company, seat.id) else None


def _seats(desk: Desk) -> dict[str, Seat]:
    """The seats by the name of their value."""
    return {seat.key: seat for seat in seats(desk.company)}


# writing: each takes what is its own, and returns None for what is not ------------------------------------------


def _fill_profile(desk: Desk, paper: Paper, key: str, words: str) -> str | None:
    if key not in PROFILE:
        return None
    field = "name" if key == "company" else key.replace("-", "_")
    firm.edit_profile(desk, replace(desk.company.profile, **{field: words}))  # type: ignore[arg-type]
    return ""


def _fill_seat(desk: Desk, paper: Paper, key: str, words: str) -> str | None:
    """Who sits somewhere, the telephone there, or what the person there is in the firm."""
    stem, _, what = key.rpartition("-")
    known = _seats(desk)
    seat = known.get(key) or known.get(stem)
    if seat is None:
        return None
    held, company = holder(desk.company, seat.id), desk.company
    if seat.key == key:
        return firm.appoint_by_name(desk, seat.id, words, company.person_name(held.deputy), held.phone, name=seat.name)
    elif what == "phone":
        firm.appoint(desk, seat.id, held.person, held.deputy, words, name=seat.name)
    elif held.person in company.people:
        return firm.edit_row(desk, lists.PEOPLE, company.people[held.person], "title", words)
    return ""


def _fill_other_side(desk: Desk, paper: Paper, key: str, words: str) -> str | None:
    """A fact of the person or partner that the paper is for."""
    company = desk.company
    for prefix, rows, what in (("person", company.people, lists.PEOPLE), ("partner", company.partners, lists.PARTNERS)):
        if key == prefix or key.startswith(f"{prefix}-"):
            field = key.removeprefix(prefix).removeprefix("-").replace("-", "_") or "name"
            record = rows.get(paper.subject)
            return firm.edit_row(desk, what, record, field, words) if record else "まだ、誰の分かが決まっていません。"
    return None
