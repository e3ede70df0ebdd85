"""目次: everything there is to read, in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.coverage import code_key
from app.domain.library import Entry, Library
from app.domain.words import Route

CHAPTERS = {
    "start": "はじめに",
    "A": "A　洗い出し",
    "B": "B　秘密の決定",
    "C": "C　対策の選択",
    "X": "X　社内体制",
    "Y": "Y　他社の情報",
    "Z": "Z　もしもの時",
    "law": "法律",
    "data": "数字",
}


@dataclass(frozen=True)
class Section:
    """A heading of the contents and the entries of one kind below it."""

    title: str
    kind: str
    entries: tuple[Entry, ...]


def contents(library: Library) -> tuple[Section, ...]:
    """The chapters of the handbook, then measures by route, roles, terms, contacts and surveys. Empty ones are left out."""
    return tuple(section for section in _sections(library) if section.entries)


def chapter(library: Library, key: str) -> Section:
    """One chapter of the handbook."""
    steps = [step for step in library.steps.values() if step.chapter == key]
    steps.sort(key=lambda step: (step.order, step.id))
    return Section(CHAPTERS[key], "steps", tuple(steps))


def pages(sections: Iterable[Section]) -> list[tuple[str, str]]:
    """(kind, id) of every page, in order."""
    return [(section.kind, entry.id) for section in sections for entry in section.entries]


def _sections(library: Library) -> Iterator[Section]:
    for key in CHAPTERS:
        yield chapter(library, key)
    for route in Route:
        measures = [measure for measure in library.measures.values() if measure.route is route]
        measures.sort(key=lambda measure: code_key(measure.code))
        yield Section(f"対策　{route.label}", "measures", tuple(measures))
    roles = sorted(library.roles.values(), key=lambda role: role.order)
    yield Section("社内の役", "roles", tuple(roles))
    terms = sorted(library.terms.values(), key=lambda term: term.reading)
    yield Section("用語", "terms", tuple(terms))
    contacts = sorted(library.contacts.values(), key=lambda contact: contact.order)
    yield Section("相談先", "contacts", tuple(contacts))
    newest_first = sorted(library.statistics.values(), key=lambda survey: (-survey.year, survey.id))
    yield Section("調査", "statistics", tuple(newest_first))
