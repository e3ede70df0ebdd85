"""What is due on paper and for other calendars: a month as a list to tick off, the year to hang on the wall, both as days in a file.

A month names everything and bears the mark of what is for us alone. The file says no secret by its name; nor does the year, which
hangs where everybody sees it, and it names no partner, and nobody who leaves or joins.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from app.actions.papers.lists import register
from app.documents import ics
from app.documents.tables import HAND
from app.documents.tree import Column, Document, Prose, Table, Text
from app.domain.days import month as days
from app.domain.days import year
from app.domain.days.due import WEEKDAYS, Due, Kind
from app.domain.days.month import Month
from app.domain.forms.facts import level_shown
from app.domain.handbook.library import Library
from app.domain.ledger.company import Company
from app.domain.words import Level

MONTH = (
    Column("日", 12, "right"),
    Column("何のこと", 16),
    Column("すること", 48),
    Column("担当する人", 14),
    Column("済んだ日", 10),
)
YEAR = (Column("月", 14, "right"), Column("主なこと", 22), Column("日の決まっていること", 50), Column("済み", 14))
PERSONAL = (Kind.LEAVER, Kind.HIRE)
"""What is nobody else's business."""
NAMED = (Kind.CHOICE, Kind.LATER, Kind.TRAINING)
"""What may hang on a wall as it is called; of all else only the kind does."""


def month_sheet(company: Company, library: Library, month: Month) -> Document | None:
    """One month, and before it what is behind its day; None where nothing is due."""
    behind = days.overdue(company, library) if month == days.twelve(company)[0] else ()
    listed = [*behind, *(due for due in days.of(company, library, month) if due not in behind)]
    rows = [_row(due, month) for due in listed]
    table = Table("", "", MONTH, tuple(rows), heights=(HAND,) * len(rows))
    words = f"{len(rows)}件。済んだら日付を書き、台帳の「年間の予定」でも済みにします。"
    return _sheet(company, f"{month.name}の予定", words, table, Level.INTERNAL) if rows else None


def year_sheet(company: Company, library: Library) -> Document:
    """Twelve months from this one on."""
    rows = [_month(company, library, month) for month in days.twelve(company)]
    words = "壁に貼れるように、秘密・取引先・入る人・辞める人の名前は載せていません。"
    return _sheet(company, "年間の予定", words, Table("", "", YEAR, tuple(rows), heights=(HAND,) * len(rows)))


def events(company: Company, library: Library) -> list[ics.Event]:
    """What is open and behind its day, or due in the twelve months from this one on."""
    last = days.twelve(company)[-1].last
    listed = [due for due in days.between(company, library, "", last) if not due.done]
    return [ics.Event(f"{due.key}@mamoricho", date.fromisoformat(due.day), _summary(due)) for due in listed]


def write_ics(company: Company, library: Library, path: Path, now: datetime) -> int:
    """Write the file; how many days are in it. Raises PaperError."""
    found = events(company, library)
    ics.write(path, found, "まもり帳の予定", now)
    return len(found)


def _summary(due: Due) -> str:
    return f"{due.brief}（{due.who}）" if due.who else due.brief


def _row(due: Due, month: Month) -> tuple[str, ...]:
    year_before = "" if due.day >= f"{month[0]}" else f"{due.day[:4]}/"
    return year_before + _day(due.day), due.kind.label, due.text, due.who, "済み" if due.done else ""


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.month}/{day.day}（{WEEKDAYS[day.weekday()]}）"


def _month(company: Company, library: Library, month: Month) -> tuple[str, ...]:
    theme = year.theme(company, library, month[1])
    shown = [due for due in days.of(company, library, month) if due.kind not in (*PERSONAL, Kind.YEAR)]
    return month.name, year.name_of(theme) if theme else "", "\n".join(_on_the_wall(shown)), ""


def _on_the_wall(shown: Iterable[Due]) -> list[str]:
    """A line each; what is said alike of one day is counted."""
    said = Counter(f"{_day(due.day)}　{_summary(due) if due.kind in NAMED else due.kind.label}" for due in shown)
    return [f"{line}（{count}件）" if count > 1 else line for line, count in said.items()]


def _sheet(company: Company, title: str, words: str, table: Table, level: Level | None = None) -> Document:
    marked = level_shown(company, level) if level else None
    return register(company, title, marked, (Prose((Text(words),)), table))
