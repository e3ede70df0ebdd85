"""Search over everything at once, as you type: folded sections in memory, and `in`.

No index and no analyser: FTS5 finds nothing for two characters, and the whole handbook is read through in a few milliseconds.
A hit shows its sentence. Entries are ranked by where the words stand (title, heading, lead, text) and how often.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from app.domain.folding import Spellings, plain_fold

TITLE, HEADING, LEAD, TEXT = 1000, 120, 40, 10
MOST = 400
"""More hits in the text of one entry than this add nothing: a long text is not a better answer."""
AS_ANOTHER_WORD = 0.3
IN_A_LONGER_WORD = 0.9
"""退職 in 退職金 counts less than in 退職の点検: kanji stand on at least one side of it, wherever it is found."""
EXCERPT = 60
HIRAGANA = "".join(map(chr, range(0x3041, 0x3097)))
KINDS: Mapping[str, str] = {
    "ledger": "自分の台帳",
    "measures": "対策",
    "steps": "手引き",
    "cases": "事例",
    "worries": "困りごと",
    "forms": "書類",
    "assets": "よくある情報",
    "checklists": "点検表",
    "law": "法律",
    "terms": "用語",
    "roles": "社内の役",
    "trades": "業種",
    "contacts": "相談先",
    "statistics": "調査の数字",
    "training": "研修",
    "calendar": "年間予定",
    "signs": "掲示",
    "editions": "ハンドブックの版",
    "help": "使い方",
}
"""Kinds of entries in the order in which equal hits are shown."""


@dataclass(frozen=True)
class Section:
    """A piece of an entry: `weight` says how much a word there counts. `link` is what opens the entry."""

    kind: str
    link: str
    title: str
    text: str
    weight: int = TEXT


@dataclass(frozen=True)
class Hit:
    """One entry that was found: the text that fits best, and the folded words that stand in it."""

    kind: str
    link: str
    title: str
    text: str
    words: tuple[str, ...]
    score: float
    spellings: Spellings

    @property
    def excerpt(self) -> str:
        """The sentence to show."""
        return self.sentence[0]

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Where in the sentence the words stand (start, end)."""
        return self.sentence[1]

    @cached_property
    def sentence(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The part of the text around the first word, and the marks in it; worked out when it is shown."""
        folded, places = self.spellings.positions(self.text)
        spans = sorted(_spans(folded, places, self.words, len(self.text)))
        if not spans:
            return self.text[: 2 * EXCERPT].replace("\n", " "), ()
        first = spans[0][0]
        start = max(0, first - EXCERPT // 3)
        start = max(start, self.text.rfind("。", 0, first) + 1, self.text.rfind("\n", 0, first) + 1)
        end = min(len(self.text), start + 2 * EXCERPT)
        inside = [(a - start, min(b, end) - start) for a, b in spans if a < end]
        return self.text[start:end].replace("\n", " "), tuple(_merged(inside))


@dataclass(frozen=True)
class _Folded:
    section: Section
    plain: str
    spelled: str


@dataclass(frozen=True)
class _Entry:
    """All sections of one entry, and their folded texts in one, so that most entries are passed over at a glance."""

    sections: tuple[_Folded, ...]
    plain: str
    spelled: str


@dataclass(frozen=True)
class _Word:
    """A word of the query: as typed, as spelled, and the other words for the same thing."""

    plain: str
    spelled: str
    others: tuple[str, ...]

    def stands_in(self, text: "_Entry | _Folded") -> str:
        """The form of this word that stands in a folded text, "" when none does."""
        if self.spelled in text.spelled:
            return self.spelled
        if self.plain in text.plain:
            return self.plain
        return next((other for other in self.others if other in text.spelled), "")


class Finder:
    """Sections folded once; `find` reads through them."""

    def __init__(self, sections: Iterable[Section], spellings: Spellings) -> None:
        self._spellings = spellings
        by_entry: dict[tuple[str, str], list[_Folded]] = {}
        for section in sections:
            plain = plain_fold(section.text)
            folded = _Folded(section, plain, spellings.respell(plain))
            by_entry.setdefault((section.kind, section.link), []).append(folded)
        self._entries = [
            _Entry(tuple(found), "\n".join(f.plain for f in found), "\n".join(f.spelled for f in found))
            for found in by_entry.values()
        ]

    def find(self, query: str, limit: int = 200) -> list[Hit]:
        """The entries in which every word of the query stands, the best first."""
        words = [self._word(word) for word in plain_fold(query).split()]
        if not words:
            return []
        found = [self._hit(entry, words) for entry in self._entries if all(word.stands_in(entry) for word in words)]
        order = {kind: n for n, kind in enumerate(KINDS)}
        found.sort(key=lambda hit: (-hit.score, order.get(hit.kind, len(order)), hit.title))
        return found[:limit]

    def _word(self, plain: str) -> _Word:
        spelled = self._spellings.respell(plain)
        stem = spelled.rstrip(HIRAGANA)
        others = self._spellings.alternatives(spelled)[1:]
        return _Word(plain, spelled, (*((stem,) if 2 <= len(stem) < len(spelled) else ()), *others))

    def _hit(self, entry: _Entry, words: list[_Word]) -> Hit:
        """The score of an entry, and its best sentence that is not the title itself."""
        scored = [(_points(folded, words), folded) for folded in entry.sections]
        title = sum(points for points, folded in scored if folded.section.weight == TITLE)
        others = sum(points for points, folded in scored if folded.section.weight != TITLE)
        texts = [pair for pair in scored if pair[0] and pair[1].section.weight != TITLE] or scored
        shown = max(texts, key=lambda pair: pair[0])[1]
        section = shown.section
        sought = list(filter(None, (word.stands_in(shown) for word in words)))
        score = round(title + min(others, MOST), 1)
        return Hit(section.kind, section.link, section.title, section.text, tuple(sought), score, self._spellings)


def _points(folded: _Folded, words: list[_Word]) -> float:
    """What the words count in one section: more in a title, when they are most of it, when there are several."""
    points = 0.0
    for word in words:
        form = word.stands_in(folded)
        if not form:
            continue
        text = folded.plain if form == word.plain and form not in folded.spelled else folded.spelled
        share = len(form) / max(len(text), 1)
        often = 1 + min(text.count(form), 5) / 10
        likeness = AS_ANOTHER_WORD if form in word.others else 1 if _stands_alone(form, text) else IN_A_LONGER_WORD
        points += folded.section.weight * (often + share) * likeness
    return points


def _stands_alone(word: str, text: str) -> bool:
    """Whether a word ends somewhere where its kanji do; kana beside it are endings and particles."""
    at = text.find(word)
    while at >= 0:
        joins = ((text[max(0, at - 1) : at], word[0]), (word[-1], text[at + len(word) : at + len(word) + 1]))
        if not any(_is_kanji(left) and _is_kanji(right) for left, right in joins):
            return True
        at = text.find(word, at + 1)
    return False


def _is_kanji(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or letter == "々" or letter >= "\U00020000"


def _spans(folded: str, places: list[int], words: Iterable[str], length: int) -> Iterator[tuple[int, int]]:
    for word in words:
        at = folded.find(word)
        while word and at >= 0:
            last = at + len(word)
            yield places[at], max(places[last] if last < len(places) else length, places[at] + 1)
            at = folded.find(word, last)


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Overlapping marks as one."""
    end = -1
    start = 0
    for a, b in sorted(spans):
        if a > end:
            if end >= 0:
                yield start, end
            start, end = a, b
        else:
            end = max(end, b)
    if end >= 0:
        yield start, end


def grouped(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """Hits by kind: the kind with the best hit first, each kind's hits in their order."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    best = sorted(groups.items(), key=lambda group: -max(map(attrgetter("score"), group[1])))
    return [(KINDS.get(kind, kind), found) for kind, found in best]
