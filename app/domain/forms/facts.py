"""What a paper needs to know of one company: values by name, the tags that hold, rows of tables.

`VALUES` is the list that forms/README.md shows to whoever writes a form; a name that is neither here nor asked by the form is a
fault that `check` names. A value that is known by name but still empty becomes a blank in the paper.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain import dates
from app.domain.forms.body import FormTable, walk
from app.domain.forms.cells import Row
from app.domain.forms.form import Form, Question, QuestionKind
from app.domain.forms.tables import ROWS
from app.domain.forms.tables_of_one import ROWS_OF_PARTNER, ROWS_OF_PERSON
from app.domain.ledger import size
from app.domain.ledger.agreements import on_paper
from app.domain.ledger.circumstances import circumstances
from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_officer, is_representative
from app.domain.ledger.records import Person
from app.domain.ledger.seats import Seat, department_and_title, filled, holder, seats, sitting, used_levels
from app.domain.words import Level

VALUES: Mapping[str, str] = {
    "company": "会社名",
    "address": "会社の住所",
    "phone": "会社の電話番号",
    "trade": "業種",
    "representative-title": "代表者の役職",
    "representative": "代表者の氏名",
    "chief": "統括責任者",
    "chief-title": "統括責任者の役職",
    "keeper-top-secret": "管理責任者（極秘）",
    "keeper-secret": "管理責任者（秘）",
    "keeper-internal": "管理責任者（社外秘）",
    "secretariat": "事務局",
    "inspector": "点検者",
    "hotline": "通報・相談窓口",
    "hotline-phone": "通報・相談窓口の電話",
    "emergency": "緊急連絡担当（平日の昼）",
    "emergency-phone": "緊急連絡（平日の昼）の電話",
    "emergency-night": "緊急連絡担当（夜間・休日）",
    "emergency-night-phone": "緊急連絡（夜間・休日）の電話",
    "level-names": "使う区分の名",
    "level-highest": "いちばん上の区分の名",
    "level-boxes": "区分に印を付ける欄",
    "level-top-secret": "「極秘」の会社での名",
    "level-secret": "「秘」の会社での名",
    "level-internal": "「社外秘」の会社での名",
    "person": "本人の氏名",
    "person-department": "本人の所属",
    "person-joined": "本人の入社日",
    "person-left": "本人の退職日",
    "partner": "取引先の会社名",
    "partner-address": "取引先の住所",
    "partner-representative-title": "取引先の代表者の役職",
    "partner-representative": "取引先の代表者の氏名",
    "partner-nda": "取引先との秘密保持契約",
    "work-rules": "「就業規則」か「労働契約」",
    "today": "作った日",
}
"""Every value that the ledger knows, with the label of its blank."""
OF_THE_HOUSE = ("profile", "departments", "people", "appointments")
"""The kinds of records that say what is the same in every paper."""
SHOWN_BY = ("profile", "departments", "people", "partners", "assets", "places", "access")
"""The kinds of records that show what is the case at the company."""
FOR_PARTNER = "for:partner"
"""The tag of a paper that is made for one partner, where a form fits persons and partners."""
JOINING, WORKING, OFFICER = OF_PERSON = ("person:joining", "person:working", "person:officer")
"""The tags of a paper for one person: who joins today or later; who is here already; who serves as an officer. Where the day
of joining is not known, neither of the first two holds.
"""

_BREAKS = re.compile(r"[ \t]*[\n\r\t\v\f\x85\u2028\u2029]+[ \t]*")


@dataclass(frozen=True)
class Fact:
    """One value as a paper shows it ("" while empty), and what belongs there."""

    text: str
    label: str


@dataclass(frozen=True)
class Facts:
    """All that `compose` is told. `level` is the company's name for the form's own level, and `level_mark` the level itself;
    both are "" when the paper is open to all or given away."""

    values: Mapping[str, Fact] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    level: str = ""
    level_mark: str = ""
    signing_date: str = ""


def gather(company: Company, form: Form, *, today: date, partner: str = "", person: str = "") -> Facts:
    """The facts of one paper, for one partner or one person where the form is made for each."""
    if company.on != today:
        company = replace(company, on=today)
    western = company.profile.western_dates
    known = {**company.out_of(OF_THE_HOUSE, _house), **dict(_other_side(company, partner, person, today))}
    known["work-rules"] = "労働契約" if size.CONTRACTS in _of_firm(company) else "就業規則"
    known["today"] = dates.written(today.isoformat(), western)
    values = {name: Fact(in_a_line(known.get(name, "")), label) for name, label in VALUES.items()}
    values |= {q.name: Fact(_answer(company, q, partner or person), q.text) for q in form.ask}
    wanted = {part.name for part in walk(form.parts) if isinstance(part, FormTable)}
    level = None if form.given_away else level_shown(company, form.level)
    return Facts(
        values=values,
        tags=tags(company, form) | frozenset(_tags_of_one(company, partner, person, today)),
        tables=dict(_tables(company, wanted, partner, person)),
        level=company.level_name(level) if level else "",
        level_mark=level or "",
        signing_date=dates.to_fill_in(today, western),
    )


def _tables(company: Company, wanted: Set[str], partner: str, person: str) -> Iterator[tuple[str, tuple[Row, ...]]]:
    yield from ((name, tuple(rows(company))) for name, rows in ROWS.items() if name in wanted)
    for one, tables in ((person, ROWS_OF_PERSON), (partner, ROWS_OF_PARTNER)):
        yield from ((name, tuple(rows(company, one))) for name, rows in tables.items() if name in wanted)


def tags(company: Company, form: Form) -> frozenset[str]:
    """Every tag that holds: adopted measures, circumstances, levels in use, roles that are filled, the form's choices."""
    return frozenset(_tags(company, form))


def _tags(company: Company, form: Form) -> Iterator[str]:
    yield from (f"measure:{choice.id}" for choice in company.choices.values() if choice.state.in_force)
    yield from (f"circumstance:{fact}" for fact in company.out_of(SHOWN_BY, circumstances))
    yield from (f"level:{level}" for level in used_levels(company))
    yield from (f"role:{seat.key}" for seat in company.out_of(OF_THE_HOUSE, _filled))
    yield from _of_firm(company)
    for group in form.choices:
        answer = company.answers.get(form.answer_id(group))
        names = [option.name for option in group.options]
        first = group.first(small=size.SMALL in _of_firm(company))
        yield f"choice:{group.name}={answer.value if answer and answer.value in names else first}"


def _of_firm(company: Company) -> list[str]:
    return company.out_of(size.SHOWN_BY, size.of_firm)


def _tags_of_one(company: Company, partner: str, person: str, today: date) -> Iterator[str]:
    """What holds of the partner or the person for whom a paper is made."""
    if partner in company.partners:
        yield FOR_PARTNER
    if who := company.people.get(person):
        if who.joined:
            yield JOINING if who.joined >= today.isoformat() else WORKING
        if is_officer(who) or is_representative(company, who):
            yield OFFICER


def _filled(company: Company) -> list[Seat]:
    return [seat for seat in seats(company) if filled(company, seat.id)]


def _house(company: Company) -> Mapping[str, str]:
    """What is the same in every paper of the company."""
    return dict(_company(company)) | dict(_people(company))


def _company(company: Company) -> Iterator[tuple[str, str]]:
    profile = company.profile
    yield "company", profile.name
    yield "address", profile.address
    yield "phone", profile.phone
    yield "trade", profile.trade
    yield "representative-title", profile.representative_title
    yield "representative", profile.representative
    levels = used_levels(company)
    yield "level-names", joined([company.level_name(level) for level in levels])
    yield "level-highest", company.level_name(levels[0])
    yield "level-boxes", "　".join(f"□{company.level_name(level)}" for level in levels)
    for level in (Level.TOP_SECRET, Level.SECRET, Level.INTERNAL):
        yield f"level-{level.replace('_', '-')}", company.level_name(level)


def _people(company: Company) -> Iterator[tuple[str, str]]:
    for seat in seats(company):
        held = holder(company, seat.id)
        yield seat.key, sitting(company, seat.id)[0]
        yield f"{seat.key}-phone", held.phone
        yield f"{seat.key}-title", company.people[held.person].title if filled(company, seat.id) else ""


def _other_side(company: Company, partner: str, person: str, today: date) -> Iterator[tuple[str, str]]:
    them = company.partners.get(partner)
    yield "partner-nda", on_paper(company, them, today)
    if them:
        yield "partner", them.name
        yield "partner-address", them.address
        yield "partner-representative-title", them.representative_title
        yield "partner-representative", them.representative
    if person in company.people:
        who: Person = company.people[person]
        yield "person", who.name
        yield "person-department", department_and_title(company, person)
        yield "person-joined", dates.written(who.joined, company.profile.western_dates)
        yield "person-left", dates.written(who.left, company.profile.western_dates)
        if is_representative(company, who):  # nobody signs a paper on both sides
            yield from (("representative-title", ""), ("representative", ""))


def _answer(company: Company, question: Question, other: str) -> str:
    key = f"{question.name}@{other}" if question.each else question.name
    answer = company.answers.get(key)
    text = answer.value if answer else question.default
    if question.kind is QuestionKind.DATE:
        return dates.written(text, company.profile.western_dates)
    if question.kind is QuestionKind.TEXT:
        return in_a_line(text)
    if question.kind is QuestionKind.MONTH and text.isascii() and text.isdigit():
        return f"{int(text)}月"
    return text


def level_shown(company: Company, level: Level) -> Level | None:
    """The form's level; where the company does not use it, the next one that it uses. None when it is open to all."""
    if not level.rank:
        return None
    levels = used_levels(company)
    fitting = [one for one in levels if one.rank >= level.rank] or levels[:1]
    return fitting[-1]


def in_a_line(text: str) -> str:
    """The text with a space for every line break and tab: a name that was pasted with one does not break a sentence."""
    return _BREAKS.sub(" ", text)


def joined(names: list[str]) -> str:
    """「極秘、秘及び社外秘」, as a statute joins words."""
    return "及び".join(filter(None, ("、".join(names[:-1]), *names[-1:])))
