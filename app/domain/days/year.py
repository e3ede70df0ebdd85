"""一年の予定: the twelve months of the handbook laid over the company's own year, and the trainings that belong to them.

The handbook's year begins in April. A firm whose year begins in another month says so, and all twelve move along; the setting is an
answer of its own key. A month concerns a company once one of its measures is in force: nobody is told to do what was never decided.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from app.domain.addresses import Address
from app.domain.advice.recommendation import chosen
from app.domain.days.due import Due, Kind, ticked
from app.domain.handbook.library import Library, Month, Training
from app.domain.ledger.company import Company
from app.domain.ledger.seats import sitting

START = "year-start"
"""The id of the answer that holds the first month of the firm's year."""
APRIL, MONTHS = 4, 12
EDUCATION = "rules-and-training"
"""The measure by which the education plan is in force."""
_SEASON = re.compile(r"(\d{1,2})月")
_HEAD = re.compile(r"\d{1,2}月\s*")


def first_month(company: Company) -> int:
    """The month in which the firm's year begins."""
    answer = company.answers.get(START)
    told = answer.value if answer else ""
    return int(told) if told in map(str, range(1, MONTHS + 1)) else APRIL


def theme(company: Company, library: Library, month: int) -> Month | None:
    """The handbook's month that falls into a month of the calendar."""
    number = _number(company, month)
    return next((one for one in library.calendar.values() if one.month == number), None)


def name_of(one: Month) -> str:
    """「捨てる日」: its title without the month, which may be another one here."""
    return _HEAD.sub("", one.title, count=1)


def applies(company: Company, one: Month) -> bool:
    """Whether a measure of this month is in force."""
    return not chosen(company).isdisjoint(one.measures)


def trainings(company: Company, library: Library, month: int) -> list[Training]:
    """The trainings of a month of the calendar; none while no education is decided."""
    if EDUCATION not in chosen(company):
        return []
    number = _number(company, month)
    listed = sorted(library.training.values(), key=lambda one: one.order)
    return [one for one in listed if (season := _SEASON.match(one.season)) and int(season[1]) == number]


def of_month(company: Company, library: Library, year: int, month: int) -> Iterator[Due]:
    """What the year has for one month of the calendar, until its last day."""
    last, stamp = date(year, month, monthrange(year, month)[1]).isoformat(), f"{year}-{month:02}"
    who = sitting(company, "secretariat")[0]
    one = theme(company, library, month)
    if one is not None and applies(company, one):
        key, count = f"year:{stamp}", len(chosen(company).intersection(one.measures))
        text = f"{month}月のうちに：{name_of(one)}（決めた対策 {count}つ）"
        to, done = Address("guide", f"calendar:{one.id}"), ticked(company, key)
        yield Due(key, Kind.YEAR, last, text, to, name_of(one), who, done, True)
    for training in trainings(company, library, month):
        key = f"training:{training.id}:{stamp}"
        text = f"{training.title}をします（{training.who}・{training.minutes}分）。"
        to, done = Address("guide", f"training:{training.id}"), ticked(company, key)
        yield Due(key, Kind.TRAINING, last, text, to, training.title, who, done, True)


def _number(company: Company, month: int) -> int:
    """Which of the handbook's months falls into a month of the calendar."""
    return (month - first_month(company) + APRIL - 1) % MONTHS + 1
