"""今月の予定: all that is due, gathered from where it is set off, in the order of its days.

leaving · arriving · handing_over · year · the owner's own choices and days of review
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.domain.addresses import Address
from app.domain.days import arriving, handing_over, leaving, year
from app.domain.days.due import Due, Kind, real
from app.domain.handbook.library import Library
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Choice
from app.domain.ledger.unlawful import held_back
from app.domain.naming import short
from app.domain.words import State

AHEAD = timedelta(days=30)
"""How far ahead ホーム looks."""


class Month(tuple[int, int]):
    """A month of the calendar: (2026, 12)."""

    __slots__ = ()

    @property
    def first(self) -> str:
        """Its first day."""
        return date(self[0], self[1], 1).isoformat()

    @property
    def last(self) -> str:
        """Its last day."""
        return (date.fromisoformat(self.after(1).first) - timedelta(days=1)).isoformat()

    @property
    def name(self) -> str:
        """「2026年12月」."""
        return f"{self[0]}年{self[1]}月"

    @property
    def key(self) -> str:
        """「2026-12」."""
        return f"{self[0]:04}-{self[1]:02}"

    def after(self, count: int) -> "Month":
        """So many months later."""
        months = self[0] * 12 + self[1] - 1 + count
        return Month((months // 12, months % 12 + 1))


def read(typed: str) -> Month:
    """「2026-12」; ValueError for what is no month."""
    day = date.fromisoformat(f"{typed}-01")
    month = Month((day.year, day.month))
    if month.key != typed or month.after(1)[0] > date.max.year:
        raise ValueError(typed)
    return month


def twelve(company: Company) -> tuple[Month, ...]:
    """The months from this one on."""
    return tuple(Month((company.on.year, company.on.month)).after(count) for count in range(12))


def waiting(company: Company, library: Library) -> tuple[Due, ...]:
    """What is still open and behind its day, or due within thirty days; the oldest first."""
    last = (company.on + AHEAD).isoformat()
    return tuple(due for due in between(company, library, "", last) if not due.done)


def overdue(company: Company, library: Library) -> tuple[Due, ...]:
    """What is still open and behind its day."""
    return tuple(due for due in waiting(company, library) if due.day < company.day)


def of(company: Company, library: Library, month: Month) -> tuple[Due, ...]:
    """What falls into one month, done or not."""
    return between(company, library, month.first, month.last)


def between(company: Company, library: Library, first: str, last: str) -> tuple[Due, ...]:
    """What falls between two days ("" for the first: all that went before), in the order of its days."""
    found = [due for due in _dated(company, library) if first <= due.day <= last]
    month = Month((company.on.year, company.on.month))  # what was not done in its month waits for the next year
    if first > month.first:
        start = date.fromisoformat(first)
        month = Month((start.year, start.month))
    while month.first <= last:
        of_year = year.of_month(company, library, *month)
        found += [due for due in of_year if first <= due.day <= last]
        month = month.after(1)
    order = list(Kind)
    return tuple(sorted(found, key=lambda due: (due.day, order.index(due.kind))))


def _dated(company: Company, library: Library) -> Iterator[Due]:
    """Everything with a day of its own."""
    for plan in leaving.plans(company):
        yield from (_with_name(due, plan.name) for due in plan.steps)
    yield from arriving.hires(company)
    yield from handing_over.handed_over(company)
    for choice in company.choices.values():
        yield from _choice(company, library, choice)
    for due in company.of_every(_review):
        if due is not None:
            yield due


def _with_name(due: Due, name: str) -> Due:
    """A step of a plan, outside of the plan that says whose it is."""
    return replace(due, text=f"{name}さんの退職：{due.text}")


def _choice(company: Company, library: Library, choice: Choice) -> Iterator[Due]:
    """A measure that was adopted and is not done, or was put off until a day."""
    measure = library.measures.get(choice.id)
    if measure is None or real(choice.due) is None or choice.state not in (State.ADOPTED, State.LATER):
        return
    later = choice.state is State.LATER
    text = f"{'もう一度考える日です' if later else '始める期日です'}：{measure.title}"
    kind, who = Kind.LATER if later else Kind.CHOICE, company.person_name(choice.who)
    yield Due(
        f"choice:{choice.id}", kind, choice.due, text, Address("measures", choice.id), f"対策：{measure.title}", who
    )


def _review(company: Company, asset: Asset) -> Due | None:
    """The day on which the level of an asset is to be looked at again."""
    if real(asset.review_on) is None or held_back(company, asset):
        return None
    text = f"「{short(asset.name) or '名前のない情報'}」の区分を見直します。"
    to, who = Address("decision", asset.id), company.person_name(asset.keeper)
    return Due(f"review:{asset.id}", Kind.REVIEW, asset.review_on, text, to, Kind.REVIEW.label, who)
