"""Companies drawn by lot: everything that a clause, a number or a value of a paper can depend on.

A number names a company for good, so whatever is found with one can be found again: `drawn(form, 4711)`.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from app.documents.tree import Document
from app.domain.forms.form import Form, Question, QuestionKind
from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    THREE_LEVELS,
    Access,
    Answer,
    Appointment,
    Asset,
    Choice,
    Decision,
    Partner,
    Person,
    Profile,
    Record,
)
from app.domain.ledger.seats import seats
from app.domain.words import Circumstance, Level, Owner, State
from tests.documents.small_company import all_forms, paper
from tests.firms import library

SHARES = (0.0, 0.1, 0.5, 0.9, 1.0)
LEVELS = (THREE_LEVELS, (Level.SECRET, Level.INTERNAL), (Level.TOP_SECRET,), ())
NAMES = ("会社", "A&B<精密>製作所", "髙﨑𠮷", "葛\U000e0100城ゴム", "{{ company }}", "", " 前後に空白 ")
ANSWERS = {
    QuestionKind.DATE: ("2026-12-01", "来年の春", ""),
    QuestionKind.MONTH: ("4", ""),
    QuestionKind.NUMBER: ("3", "12", ""),
    QuestionKind.TEXT: NAMES,
    QuestionKind.LINES: ("金型庫\n試作室", "一つ", ""),
}
PERSON, PARTNER = "person", "partner"


def drawn(form: str, number: int) -> Document:
    """A paper of this form for company number so-and-so, for nobody, a person or a partner."""
    chance = Random(f"{form} {number}")
    subject = chance.choice(("", PERSON, PARTNER))
    company = Company(on=date.today()).after(list(_records(chance, all_forms()[form], subject)))
    return paper(company, form, person=subject, partner=subject)


def _records(chance: Random, form: Form, subject: str) -> Iterator[Record]:
    yield Profile(
        name=chance.choice(NAMES),
        address=chance.choice(NAMES),
        representative=chance.choice(NAMES),
        levels=chance.choice(LEVELS),
        circumstances=tuple(_some(chance, tuple(Circumstance))),
        western_dates=chance.random() < 0.5,
    )
    yield Person(id=PERSON, name=chance.choice(NAMES), title=chance.choice(("", "工場長")))
    yield Partner(id=PARTNER, name=chance.choice(NAMES), representative=chance.choice(NAMES))
    yield from (_choice(chance, measure) for measure in _some(chance, _measures()))
    yield from (_appointment(seat) for seat in _some(chance, _seats()))
    yield from _assets(chance)
    for group in form.choices:
        yield Answer(id=form.answer_id(group), value=chance.choice(group.options).name)
    for question in _some(chance, form.ask):
        yield _answer(chance, question, subject)


def _some(chance: Random, all_of_them: tuple[str, ...] | tuple[Question, ...]) -> Iterator:
    """None, a few, half, most or all."""
    share = chance.choice(SHARES)
    return (one for one in all_of_them if chance.random() < share)


def _choice(chance: Random, measure: str) -> Choice:
    return Choice(id=measure, state=chance.choice(tuple(State)))


def _appointment(seat: str) -> Appointment:
    role, _, variant = seat.partition(":")
    return Appointment(id=seat, role=role, variant=variant, person=PERSON)


def _assets(chance: Random) -> Iterator[Record]:
    for number in range(chance.randrange(4)):
        name, owner = f"asset-{number}", chance.choice((Owner.OWN, Owner.ENTRUSTED))
        yield Asset(id=name, position=number, name=f"図面{number}", keeper=PERSON, owner=owner, partner=PARTNER)
        yield Access(id=name, asset=name, who=PERSON)
        yield Decision(id=name, level=chance.choice(THREE_LEVELS))


def _answer(chance: Random, question: Question, subject: str) -> Answer:
    name = f"{question.name}@{subject}" if question.each and subject else question.name
    return Answer(id=name, value=chance.choice(ANSWERS[question.kind]))


@cache
def _measures() -> tuple[str, ...]:
    return tuple(sorted(library().measures))


@cache
def _seats() -> tuple[str, ...]:
    return tuple(seat.id for seat in seats(Company(on=date.today())))
