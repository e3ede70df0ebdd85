"""目次: everything there is to read, in reading order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.handbook.library import WORRIES, Entry, Library, code_key
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


Order = Callable[[Any], Any]
LISTS: tuple[tuple[str, str, Order], ...] = (
    ("worries", "困りごと", lambda worry: (WORRIES.index(worry.group), worry.order, worry.id)),
    ("rules", "対策の選び方", lambda rule: (rule.order, rule.id)),
    ("requirements", "三要件の手がかり", lambda proof: (proof.order, proof.id)),
    ("roles", "社内の役", lambda role: role.order),
    ("training", "教育", lambda training: training.order),
    ("checklists", "点検表", lambda checklist: checklist.order),
    ("calendar", "年間予定", lambda month: month.month),
    ("trades", "業種ごとの秘密", lambda trade: trade.order),
    ("law", "法律のページ", lambda law: law.order),
    ("terms", "用語", lambda term: term.reading),
    ("contacts", "相談先", lambda contact: contact.order),
    ("statistics", "調査", lambda survey: (-survey.year, survey.id)),
    ("editions", "版", lambda edition: (edition.year, edition.order)),
)
"""(kind, heading, order) of what follows the chapters and the measures."""


@dataclass(frozen=True)
class Section:
    """A heading of the contents and the entries of one kind below it."""

    title: str
    kind: str
    entries: tuple[Entry, ...]


def contents(library: Library) -> tuple[Section, ...]:
    """The chapters of the handbook, then measures by route, then the lists. Empty ones are left out."""
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
    for kind, title, order in LISTS:
        entries = sorted(getattr(library, kind).values(), key=order)
        yield Section(title, kind, tuple(entries))
