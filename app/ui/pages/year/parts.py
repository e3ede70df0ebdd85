"""What each part of 年間の予定 shows: a value that two refreshes can compare."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.days import year
from app.domain.days.due import Due
from app.domain.days.month import Month
from app.domain.handbook.library import Library
from app.domain.ledger.company import Company
from app.ui.kit.dues import Line, lines


@dataclass(frozen=True)
class Part:
    """A month by its key ("" for what is behind its day); `theme` is the handbook's month that falls there, where it is not due."""

    month: str
    title: str
    note: str = ""
    theme: str = ""
    theme_name: str = ""
    lines: tuple[Line, ...] = ()


def overdue(company: Company, found: Sequence[Due]) -> list[Due]:
    """What is still open and behind its day."""
    return [due for due in found if due.day < company.day and not due.done]


def part(company: Company, library: Library, month: Month, found: Sequence[Due]) -> Part:
    """One month, with what is not already said to be behind its day."""
    behind = overdue(company, found)
    here = [due for due in found if month.first <= due.day <= month.last and due not in behind]
    theme = year.theme(company, library, month[1])
    theme = None if theme and year.applies(company, theme) else theme  # then it stands among the lines
    notes = (
        "今月" if month == (company.on.year, company.on.month) else "",
        "会社の年の始まり" if month[1] == year.first_month(company) else "",
    )
    return Part(
        month.key,
        month.name,
        "・".join(filter(None, notes)),
        theme.id if theme else "",
        year.name_of(theme) if theme else "",
        lines(company, here),
    )
