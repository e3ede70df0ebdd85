"""Somebody leaves: what has to be done until the last day, counted back from it, and what only this person knows.

A plan stands from 120 days before the last day on, for whoever may view anything secret; and after that day for a month, while
something is still open. The days are our own guide: nothing is due in the past, so that near the end all moves together.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from app.domain.addresses import Address
from app.domain.advice.evaluation import effective_level
from app.domain.advice.exposure import SOON
from app.domain.days.due import Due, Kind, in_time, real, ticked
from app.domain.ledger import outputs
from app.domain.ledger.company import OWN_ROWS, Company
from app.domain.ledger.people import label
from app.domain.ledger.readers import covers, people_who
from app.domain.ledger.records import Access, Asset, Person
from app.domain.ledger.seats import holder, seats, sitting
from app.domain.naming import short
from app.domain.value import Value
from app.domain.words import Level, Medium, Reader, Word

AFTERWARDS = timedelta(days=30)
"""How long after the last day what is still open is said."""
NAMED = 2
NAMELESS = "名前のない情報"


OF = (*OWN_ROWS, "profile", "departments", "people", "partners", "appointments", "answers", "signatures")
"""The kinds of which plans are made."""


class Step(Word):
    """A step of a plan, in the order in which it is done."""

    REVIEW = "review", "見てよい範囲を絞る"
    INTERVIEW = "interview", "面談"
    DUTIES = "duties", "受け持ちの引継ぎ"
    PLEDGE = "pledge", "誓約書"
    THINGS = "things", "預けた物と鍵"
    STOP = "stop", "最後の日"


BEFORE: Mapping[Step, int] = {
    Step.REVIEW: SOON.days,
    Step.INTERVIEW: 45,
    Step.DUTIES: 30,
    Step.PLEDGE: 14,
    Step.THINGS: 7,
    Step.STOP: 0,
}
"""How many days before the last day each is to be done."""


class Seen(Value):
    """A secret that somebody who leaves may view. `alone`: nobody else here knows it, and it is in the head; `written`: not only there."""

    asset: str
    level: Level
    alone: bool
    written: bool


class Plan(Value):
    """What is to be done for one person. `alone` are the names of what only this person knows and nobody has written down."""

    person: Person
    name: str
    last_day: str
    secrets: int
    alone: tuple[str, ...]
    steps: tuple[Due, ...]

    @property
    def open(self) -> tuple[Due, ...]:
        """What is not done yet."""
        return tuple(step for step in self.steps if not step.done)


def plans(company: Company) -> tuple[Plan, ...]:
    """A plan for each, the soonest last day first; remembered, for ホーム asks twice."""
    return company.out_of(OF, _plans)


def _plans(company: Company) -> tuple[Plan, ...]:
    known = _seen_by(company)
    leaving = sorted(
        ((day, person) for person in company.people.values() if (day := _last_day(company, person)) is not None),
        key=lambda one: (one[0], one[1].position, one[1].id),
    )
    made = [_plan(company, person, day, known[person.id]) for day, person in leaving if known.get(person.id)]
    return tuple(plan for plan in made if plan.last_day >= company.day or plan.open)


def going_on(company: Company, person: Person) -> list[Access]:
    """The rows that name somebody who leaves and go on after the last day: no departure ends them by itself."""
    return [row for row in _naming(company, person) if not row.until or row.until > person.left]


def _last_day(company: Company, person: Person) -> date | None:
    """The last day of somebody who is here, or was until lately; None while it is far off."""
    day = real(person.left)
    here = day is not None and person.joined <= company.day
    return day if here and day and company.on - AFTERWARDS <= day <= company.on + SOON else None


# what they may view ---------------------------------------------------------------------------------------


def _seen_by(company: Company) -> dict[str, list[Seen]]:
    """The secrets by who leaves, the highest first."""
    found: dict[str, list[Seen]] = {}
    for seen in company.of_every(_leavers_of):
        for person, what in seen:
            found.setdefault(person, []).append(what)
    for listed in found.values():
        listed.sort(key=lambda seen: -seen.level.rank)
    return found


def _leavers_of(company: Company, asset: Asset) -> tuple[tuple[str, Seen], ...]:
    """Who leaves and may view an asset (until the last day, for whoever has left); none where it is no secret."""
    going = company.out_of(("people",), _going)
    viewing = [one for one in going if any(_views(company, row, one) for row in company.access_of(asset.id))]
    level = effective_level(company, asset) if viewing else None
    if level is None or level is Level.OPEN:
        return ()
    media = {place.medium for place in company.places_of(asset.id)}
    here = {person.id for person in people_who(company, asset.id)}
    head = Medium.MEMORY in media
    return tuple(
        (one.id, Seen(asset.id, level, head and not here - {one.id}, bool(media - {Medium.MEMORY}))) for one in viewing
    )


def _going(company: Company) -> tuple[Person, ...]:
    return tuple(one for one in company.people.values() if _last_day(company, one))


def _views(company: Company, row: Access, person: Person) -> bool:
    return row.view and covers(row, person) and (not row.until or row.until >= min(company.day, person.left))


# the plan -------------------------------------------------------------------------------------------------


def _plan(company: Company, person: Person, last_day: date, seen: list[Seen]) -> Plan:
    alone = [one for one in seen if one.alone]
    only_known = tuple(_name(company, one) for one in alone if not one.written)
    steps = tuple(_steps(company, person, last_day, seen, alone))
    return Plan(person, label(company, person.id), person.left, len(seen), only_known, steps)


def _steps(company: Company, person: Person, last_day: date, seen: list[Seen], alone: list[Seen]) -> Iterator[Due]:
    name, duties, papers, gone = label(company, person.id), _duties(company, person), "papers", last_day < company.on
    secretary = holder(company, "secretariat").person
    who = sitting(company, "secretariat")[0] if secretary != person.id else ""

    def step(which: Step, text: str, to: Address, *, shown: bool | None = None, alarm: bool = False) -> Due:
        """`shown` says whether the ledger shows it done; None where it never can."""
        key = f"leaver:{person.id}:{which}"
        done = bool(shown) or ticked(company, key)
        by = in_time(company, last_day - timedelta(days=BEFORE[which]))
        brief = f"{name}さんの退職：{which.label}"
        return Due(key, Kind.LEAVER, by, text, to, brief, who, done, shown is None, alarm and not done)

    if not gone:
        told = f"見てよい範囲を、引継ぎに要る分に絞ります（今は{_listed(company, seen)}）。"
        yield step(Step.REVIEW, told, Address("inventory", seen[0].asset))
    unwritten = [one for one in alone if not one.written]
    if alone:
        left = _listed(company, unwritten or alone)
        told = f"面談で{left}を聞き、紙かデータに書き残します。" if unwritten else f"{left}は、書き残してあります。"
        to = Address("inventory", (unwritten or alone)[0].asset)
        yield step(Step.INTERVIEW, told, to, shown=not unwritten, alarm=True)
    elif not gone:
        told = "面談で、守ってほしい情報の題名を一つずつ確かめます。"
        yield step(Step.INTERVIEW, told, Address(papers, f"exit-checklist@{person.id}"))
    if duties:
        yield step(Step.DUTIES, f"受け持ちを次の人に引き継ぎます（{'、'.join(duties)}）。", _to_duties(company, person))
    signed = person.id in outputs.signed_by(company, "leaving-pledge")
    told = "退職時の誓約書に署名をもらいます。断られたら、説明した日を書き残します。"
    yield step(Step.PLEDGE, told, Address(papers, f"leaving-pledge@{person.id}"), shown=signed)
    back = person.id in outputs.signed_by(company, "return-certificate")
    told = "預けた物（鍵、図面、端末、名札）を返してもらい、二人で確かめます。"
    yield step(Step.THINGS, told, Address(papers, f"exit-checklist@{person.id}"), shown=back or None)
    told = "IDと鍵を止め、共用の暗証を替えます。見てよい人からも外します。"
    yield step(Step.STOP, told, Address("guide", "steps:c-leavers"), shown=_ended(company, person) or None)


def _ended(company: Company, person: Person) -> bool:
    """Whether every row that names the person ends with the last day; rows of a department or a title say nothing of IDs and keys."""
    return any(row.until for row in _naming(company, person)) and not going_on(company, person)


def _naming(company: Company, person: Person) -> list[Access]:
    return company.out_of(("access",), _by_name).get(person.id, [])


def _by_name(company: Company) -> dict[str, list[Access]]:
    """The rows by which somebody is named who may view."""
    found: dict[str, list[Access]] = {}
    for row in company.access.values():
        if row.reader is Reader.PERSON and row.view:
            found.setdefault(row.who, []).append(row)
    return found


def _duties(company: Company, person: Person) -> list[str]:
    """What this person is responsible for by name."""
    held = [seat.name for seat in seats(company) if holder(company, seat.id).person == person.id]
    kept = company.out_of(("assets",), _kept).get(person.id, ())
    return [*held, *([f"管理責任者の情報 {len(kept)}件"] if kept else [])]


def _to_duties(company: Company, person: Person) -> Address:
    seat = next((seat.id for seat in seats(company) if holder(company, seat.id).person == person.id), "")
    return (
        Address("structure", seat) if seat else Address("inventory", company.out_of(("assets",), _kept)[person.id][0])
    )


def _kept(company: Company) -> dict[str, list[str]]:
    """The assets (ids) by who keeps them."""
    found: dict[str, list[str]] = {}
    for asset in company.assets.values():
        if asset.keeper:
            found.setdefault(asset.keeper, []).append(asset.id)
    return found


def _name(company: Company, seen: Seen) -> str:
    return short(company.assets[seen.asset].name) or NAMELESS


def _listed(company: Company, seen: list[Seen]) -> str:
    """「金型図面」「配合表」ほか3件."""
    more = f"ほか{len(seen) - NAMED}件" if len(seen) > NAMED else ""
    return "".join(f"「{_name(company, one)}」" for one in seen[:NAMED]) + more
