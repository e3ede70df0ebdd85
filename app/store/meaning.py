"""What a record must mean, beyond its shape: days that exist, answers within their scale.

Each field's type says what it means (app/domain/ledger/meaning.py). Checked at the door, when a file from outside is read; the
program itself writes nothing else. What a record refers to must be there, too, in a file that was put together by hand: with a
history, everything that ever was is accounted for. Ids of measures, roles and forms are not checked: they belong to the bundled
texts, which other versions of the program may have more of.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from app.domain.ledger.meaning import Meaning, Names
from app.domain.ledger.records import KINDS, Access, Record
from app.domain.words import Reader
from app.store.codec import columns, shown
from app.store.history import Key

Check = Callable[[Any], str]
FURTHEST = 1_000_000_000  # of positions; a next one must still be a number that SQLite can hold
HIGHEST = 3  # of the scale of B


def _day(value: str) -> str:
    try:
        sound = not value or date.fromisoformat(value).isoformat() == value
    except ValueError:
        sound = False
    return "" if sound else f"「{shown(value)}」は日付ではありません（例：2026-11-17）。"


def _position(value: int) -> str:
    return "" if 0 <= value <= FURTHEST else f"0から{FURTHEST}までの整数にしてください。"


def _score(value: int | None) -> str:
    return "" if value is None or 0 <= value <= HIGHEST else f"0から{HIGHEST}までの整数か、null にしてください。"


def _some(value: tuple[object, ...]) -> str:
    return "" if value else "一つもありません。"


def _version(value: int) -> str:
    return "" if value >= 1 else "1からの整数にしてください。"


CHECKS: Mapping[object, Check] = {
    Meaning.DAY: _day,
    Meaning.POSITION: _position,
    Meaning.SCORE: _score,
    Meaning.VERSION: _version,
    Meaning.SOME: _some,
}
MARKED = [
    (kind, column.name, mark) for kind, record in KINDS.items() for column in columns(record) for mark in column.marks
]
"""What the types of the fields say that they mean: (kind, field, what)."""
VALUES: Mapping[str, Mapping[str, Check]] = {
    kind: {field: CHECKS[mark] for at, field, mark in MARKED if at == kind and mark in CHECKS} for kind in KINDS
}
REFERENCES: Mapping[str, Mapping[str, str]] = {  # a field → the kind that it names by id
    kind: {field: mark.kind for at, field, mark in MARKED if at == kind and isinstance(mark, Names)} for kind in KINDS
}
READERS = {Reader.PERSON: "people", Reader.DEPARTMENT: "departments"}


def wrong_values(kind: str, record: Record) -> Iterator[tuple[str, str]]:
    """Fields whose value cannot be meant, and why, in Japanese."""
    for field, check in VALUES[kind].items():
        if why := check(getattr(record, field)):
            yield field, why


def missing(kind: str, record: Record, there: Mapping[Key, Record]) -> Iterator[tuple[str, str]]:
    """Fields that name somebody or something that is not in the file."""
    named = dict(REFERENCES[kind])
    if isinstance(record, Access) and record.reader in READERS:
        named["who"] = READERS[record.reader]
    for field, other in named.items():
        row_id = getattr(record, field)
        if row_id and (other, row_id) not in there:
            yield field, f"{KINDS[other].LABEL}「{shown(row_id)}」がありません。"
