"""見てよい人 and who needs it: access rows read as people, written as a short line, and parsed from what the owner typed.

The owner types 「設計部、工場長、湊」; the ledger keeps real rows, one a reader, each with what they may do.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.domain.ledger.company import Company
from app.domain.ledger.people import (
    coming_named,
    department_joining,
    departments_meant,
    label,
    people_meant,
    person_joining,
)
from app.domain.ledger.records import Access, Asset, Person, Record
from app.domain.value import Value
from app.domain.words import Reader

DEPARTMENT_ENDINGS = ("部", "課", "係", "室", "班", "グループ", "チーム", "工場", "支店", "営業所", "事業所")
TITLE_ENDINGS = ("長", "役", "主任", "リーダー", "責任者", "担当者", "専務", "常務")
EVERYONE = ("全員", "全従業員", "全社員", "みんな")
SIGNS = "、，,／/;；\n\t"
SEPARATORS = re.compile(f"[{SIGNS}]+")


def people_who(
    company: Company, asset: str, test: Callable[[Access], bool] = lambda row: row.view
) -> tuple[Person, ...]:
    """The people here whom the access rows of an asset cover, in the owner's order."""
    rows = [row for row in current(company, asset) if test(row)]
    if any(row.reader is Reader.EVERYONE for row in rows):
        return company.staff
    places = set[int]().union(*(company.staff_as.get((row.reader, row.who), ()) for row in rows))
    return tuple(company.staff[place] for place in sorted(places))


def viewers(company: Company, asset: Asset) -> int:
    """How many people here may view an asset."""
    return len(people_who(company, asset.id))


def current(company: Company, asset: str) -> list[Access]:
    """The access rows of an asset that have not ended."""
    return [row for row in company.access_of(asset) if not row.until or row.until >= company.day]


def covers(row: Access, person: Person) -> bool:
    """Whether an access row speaks of this person."""
    match row.reader:
        case Reader.EVERYONE:
            return True
        case Reader.PERSON:
            return row.who == person.id
        case Reader.DEPARTMENT:
            return row.who == person.department
        case Reader.TITLE:
            return row.who == person.title


def open_to_all(company: Company, asset: str) -> bool:
    """Whether everyone may view the asset."""
    return any(row.view and row.reader is Reader.EVERYONE for row in current(company, asset))


def reader_name(company: Company, row: Access) -> str:
    """One reader in words."""
    match row.reader:
        case Reader.EVERYONE:
            return "全員"
        case Reader.PERSON:
            return label(company, row.who)
        case Reader.DEPARTMENT:
            return company.departments[row.who].name if row.who in company.departments else ""
        case Reader.TITLE:
            return row.who


def line(company: Company, asset: str) -> str:
    """Who may view an asset now, as one editable line; `parse` reads it back."""
    return "、".join(name for row in current(company, asset) if row.view and (name := reader_name(company, row)))


class Parsed(Value):
    """What a typed line of readers means: rows, the words that fit nobody, and whoever joins the company by it."""

    rows: tuple[Access, ...]
    unknown: tuple[str, ...] = ()
    joined: tuple[Record, ...] = ()


def parse(company: Company, asset: str, text: str, new_id: Callable[[], str]) -> Parsed:
    """Read a typed line of readers. A name that the line showed means the very same rows, with their ids and rights.

    Rows that it did not show stay as they are, unless they are named: who needs the asset without viewing it, who once might.
    """
    old, now = company.access_of(asset), current(company, asset)
    shown = [row for row in now if row.view]
    rows = {row.id: row for row in old if row not in shown}
    new: dict[tuple[Reader, str], Access] = {}
    unknown: list[str] = []
    for word in _words(company, text, [reader_name(company, row) for row in shown]):
        key = _reader(company, word)
        known = [row for row in shown if reader_name(company, row).strip() == word]
        known = known or [row for row in old if (row.reader, row.who) == key]
        rows |= {row.id: replace(row, view=True, until=row.until if row in now else "") for row in known}
        if key is not None and not known:
            new.setdefault(key, Access(id=new_id(), asset=asset, reader=key[0], who=key[1]))
        elif not known:
            unknown.append(word)
    return Parsed((*rows.values(), *new.values()), tuple(unknown))


def parse_joining(company: Company, asset: str, text: str, new_id: Callable[[], str]) -> Parsed:
    """As parse, but whom nobody knows yet joins the company, as `kind_of_name` takes the word."""
    new = strangers(company, parse(company, asset, text, new_id).unknown)
    joined: list[Record] = []
    for word in new:
        kind = kind_of_name(word)
        if kind is not Reader.TITLE:
            join = department_joining if kind is Reader.DEPARTMENT else person_joining
            joined += join(company, word, new_id).new
            company = company.after(joined[-1:])
    known = parse(company, asset, text, new_id)
    titles = [word for word in known.unknown if word in new]
    rows = tuple(Access(id=new_id(), asset=asset, reader=Reader.TITLE, who=title) for title in titles)
    several = tuple(word for word in known.unknown if word not in new)
    return Parsed(known.rows + rows, several, tuple(joined))


def strangers(company: Company, words: Iterable[str]) -> list[str]:
    """Those of the words that are nobody's name here; a family name that several have, or who is still to come, is not among them."""
    return [
        word for word in dict.fromkeys(words) if not people_meant(company, word) and not coming_named(company, word)
    ]


def strangers_in(company: Company, asset: str, text: str) -> list[str]:
    """The strangers in a typed line."""
    return strangers(company, parse(company, asset, text, str).unknown)


def kind_of_name(word: str) -> Reader:
    """What a word that nobody knows looks like: a department by its ending, a title by its ending, else a person."""
    if word.endswith(DEPARTMENT_ENDINGS):
        return Reader.DEPARTMENT
    return Reader.TITLE if word.endswith(TITLE_ENDINGS) else Reader.PERSON


def _words(company: Company, text: str, shown: Iterable[str]) -> Iterator[str]:
    """The typed readers. 「・」 separates too; but no sign separates inside a name such as 設計・開発 or 総務／経理."""
    names = {
        *shown,
        *(d.name for d in company.departments.values()),
        *company.out_of(("people",), _titles),
        *company.out_of(("people", "departments"), _labels),
    }
    whole = sorted((name for name in names if SEPARATORS.search(name)), key=len, reverse=True)
    word = re.compile("|".join([*(rf"\s*{re.escape(name)}(?![^{SIGNS}])" for name in whole), f"[^{SIGNS}]+"]))
    for part in filter(None, (piece.strip() for piece in word.findall(text))):
        if "・" in part and part not in names and _reader(company, part) is None:
            yield from filter(None, (piece.strip() for piece in part.split("・")))
        else:
            yield part


def _reader(company: Company, word: str) -> tuple[Reader, str] | None:
    if word in EVERYONE:
        return Reader.EVERYONE, ""
    if departments := departments_meant(company, word):
        return Reader.DEPARTMENT, departments[0].id
    if word in company.out_of(("people",), _titles):
        return Reader.TITLE, word
    found = people_meant(company, word)
    return (Reader.PERSON, found[0].id) if len(found) == 1 else None


def _titles(company: Company) -> set[str]:
    return {person.title for person in company.staff if person.title}


def _labels(company: Company) -> set[str]:
    """The names that are told apart by what stands in brackets: 佐藤 健（製造部・工場長）."""
    return {said for person in company.staff if (said := label(company, person.id)) != person.name}
