"""Search over everything at once, as you type: folded sections in memory, and `in`.

No index and no analyser: FTS5 finds nothing for two characters, and the whole handbook is read through in a few milliseconds.
What stands in a text as it was typed comes first. A sentence falls into its words (sentence.py) and is answered by what has the most
and the rarest of them, all in one passage before some, 困りごと before other kinds. A word that stands nowhere is read with one slip
of the finger forgiven (slips.py), or by its parts.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from app.domain.folding import Spellings, plain_fold, verb_head
from app.domain.search.entries import Entry, Folded, Word, best_text, fold
from app.domain.search.hit import Found, Hit
from app.domain.search.section import HEADING, LEAD, ORDER, TEXT, TITLE, Section
from app.domain.search.sentence import Grammar, Spoken
from app.domain.search.slips import one_slip, written_words

MOST = 400
"""More hits in the text of one entry than this add nothing: a long text is not a better answer."""
HIRAGANA = "".join(map(chr, range(0x3041, 0x3097)))
PLACE = {TITLE: 10.0, HEADING: 4.0, LEAD: 3.0, TEXT: 1.5}
"""What a word of a sentence counts by where it stands: once, at its best place."""
KIND_COUNTS = {"worries": 1.5, "steps": 1.1, "measures": 1.1} | dict.fromkeys(
    ("cases", "editions", "statistics", "calendar"), 0.7
)
"""Whoever asks in a sentence wants to know what to do: 困りごと first."""
ALL_COUNTS = 1.3
"""What has all words of a sentence together counts so much more."""
AKIN = 0.6
"""In a sentence another word for the same thing counts more than for a word typed alone: people speak unlike papers."""
SUFFIXES = "者先書用員品簿票表"
"""退職者 is about 退職, too."""
NEAR_ENOUGH = 0.4
"""Of what has only some of the words, what comes so near to the best."""


class _Weighed(NamedTuple):
    """A word of a sentence: the fewer texts have it, the more it says. `asked`: it was typed as a word of its own."""

    word: Word
    rarity: float
    asked: bool


class _Scored(NamedTuple):
    """An entry weighed: whether it has all words, and the section to show."""

    score: float
    has_all: bool
    shown: Folded


def _scored(entry: Entry, words: list[_Weighed], asked: int) -> _Scored:
    """An entry by the words of a sentence that stand in it: each counts once, at its best place.

    It has all when the words that were asked for stand in one passage or the title; far apart in a long text they are an accident.
    """
    best, title, told = [0.0] * len(words), [0.0] * len(words), 0
    shown = []
    for folded in entry.sections:
        weight = folded.section.weight
        points = [word.points(folded, AKIN) for word, _, _ in words]
        if not any(points):
            continue
        if weight == TITLE:
            title = points
        told = max(told, sum(w.asked and bool(a or b) for w, a, b in zip(words, points, title, strict=True)))
        points = [here * PLACE[weight] / weight * w.rarity for here, w in zip(points, words, strict=True)]
        best = list(map(max, best, points))
        shown.append((sum(points), folded))
    has_all = told == asked
    kind = entry.sections[0].section.kind
    return _Scored(sum(best) * KIND_COUNTS.get(kind, 1) * (ALL_COUNTS if has_all else 1), has_all, best_text(shown))


class Finder:
    """Sections folded once; `find` reads through them."""

    def __init__(self, sections: Iterable[Section], spellings: Spellings, grammar: Grammar | None = None) -> None:
        self._spellings = spellings
        self._grammar = grammar or Grammar(spellings)
        self._entries = fold(sections, spellings)

    def with_sections(self, sections: Iterable[Section]) -> "Finder":
        """A finder in these sections, too; what is already folded is not folded again."""
        both = Finder((), self._spellings, self._grammar)
        both._entries = (*fold(sections, self._spellings), *self._entries)
        return both

    def find(self, query: str, limit: int = 200) -> Found:
        """What fits the query, the best first; at most `limit` of a kind."""
        typed = [self._typed(word) for word in plain_fold(query).split()]
        if not typed:
            return Found()
        entries = (entry for entry in self._entries if all(word.stands_in(entry) for word in typed))
        as_typed = _in_order((self._hit(entry, typed) for entry in entries), limit)
        spoken = self._grammar.words(query)
        is_words = "".join(word.text for word in spoken) == "".join(word.plain for word in typed)
        if as_typed and is_words:
            return Found(tuple(as_typed))
        sentence = self._by_sentence(spoken)
        known = {hit.link for hit in as_typed}
        others = [hit for hit in _in_order(sentence.hits, limit) if hit.link not in known]
        return Found((*as_typed, *others), sentence.near and not as_typed)

    # a word as it is typed

    def _typed(self, plain: str) -> Word:
        spelled = self._spellings.respell(plain)
        stem = spelled.rstrip(HIRAGANA)
        others = self._spellings.alternatives(spelled)[1:]
        return Word(plain, spelled, (*((stem,) if 2 <= len(stem) < len(spelled) else ()), *others))

    def _hit(self, entry: Entry, words: list[Word]) -> Hit:
        """The score of an entry, and its best sentence that is not the title itself."""
        scored = [(sum(word.points(folded) for word in words), folded) for folded in entry.sections]
        title = sum(points for points, folded in scored if folded.section.weight == TITLE)
        others = sum(points for points, folded in scored if folded.section.weight != TITLE)
        return self._shown(best_text(scored), words, title + min(others, MOST))

    def _shown(self, shown: Folded, words: list[Word], score: float) -> Hit:
        section = shown.section
        sought = tuple(filter(None, (word.stands_in(shown) for word in words)))
        return Hit(section.kind, section.link, section.title, section.text, sought, round(score, 1), self._spellings)

    # the words of a sentence

    def _by_sentence(self, spoken: list[Spoken]) -> Found:
        """What has the words of a sentence: all of them in one passage before some of them."""
        words = list(self._words(spoken))
        if len(words) == 1:
            word = words[0]
            hits = (self._hit(entry, words) for entry in self._entries if word.stands_in(entry))
            return Found(tuple(replace(hit, score=hit.score * KIND_COUNTS.get(hit.kind, 1)) for hit in hits))
        asked = len(words)
        words += (word for word in self._joined(spoken) if self._stands(word))
        standing: dict[int, list[_Weighed]] = {}
        for number, word in enumerate(words):
            where = [n for n, entry in enumerate(self._entries) if word.stands_in(entry)]
            for n in where:
                rarity = math.log(1 + len(self._entries) / len(where))
                standing.setdefault(n, []).append(_Weighed(word, rarity, number < asked))
        scored = [_scored(self._entries[n], weighed, asked) for n, weighed in self._promising(standing)]
        enough = NEAR_ENOUGH * max((one.score for one in scored), default=0)
        near = tuple(self._shown(one.shown, words, one.score) for one in scored if one.score >= enough)
        return Found(near, bool(near) and not any(one.has_all for one in scored))

    def _promising(self, standing: dict[int, list[_Weighed]]) -> Iterator[tuple[int, list[_Weighed]]]:
        """Entries with half of what was said, or with a word in their title: the others need no closer look."""
        said = {n: sum(weighed.rarity for weighed in words) for n, words in standing.items()}
        half = max(said.values(), default=0) / 2
        for n, words in standing.items():
            title = self._entries[n].sections[0]
            if said[n] >= half or any(weighed.word.stands_in(title) for weighed in words):
                yield n, words

    def _words(self, spoken: list[Spoken]) -> Iterator[Word]:
        """What is looked for: each word, or what was meant by it when it stands nowhere."""
        for text in (word.text for word in spoken):
            word = self._spoken(text)
            if self._stands(word):
                yield word
            elif right := one_slip(text, self._written):
                yield self._spoken(right)
            else:
                yield from list(self._parts(word)) or [word]

    def _spoken(self, text: str) -> Word:
        spelled = self._spellings.respell(text)
        head = verb_head(spelled)
        whole = (spelled[:-1],) if len(spelled) > 2 and spelled[-1] in SUFFIXES else ()
        return Word("", spelled, (*whole, *self._spellings.akin(spelled)), (head,) if head else ())

    def _parts(self, word: Word) -> Iterator[Word]:
        """A word that stands nowhere, by its parts that do: the longest first, none of one letter."""
        at, text = 0, "" if set(word.spelled) & set(HIRAGANA) else word.spelled  # pieces of kana are accidents
        while at < len(text):
            parts = (self._spoken(text[at:end]) for end in range(len(text), at + 1, -1))
            part = next((part for part in parts if part.spelled != text and self._stands(part)), None)
            if part:
                yield part
            at += len(part.spelled) if part else 1

    def _joined(self, spoken: list[Spoken]) -> Iterator[Word]:
        """Words that were written together: 営業ひみつ says more than 営業 and 秘密."""
        for one, other in pairwise(spoken):
            if other.joined:
                yield Word("", self._spellings.respell(one.text) + self._spellings.respell(other.text))

    def _stands(self, word: Word) -> bool:
        return any(word.stands_in(entry) for entry in self._entries)

    @cached_property
    def _written(self) -> dict[str, int]:
        """The long words of all texts and how often they are written; gathered when the first slip is looked up."""
        return written_words(folded.section.text for entry in self._entries for folded in entry.sections)


def _in_order(hits: Iterable[Hit], limit: int) -> list[Hit]:
    """The best first, of equal ones the owner's own; at most `limit` of a kind."""
    left: dict[str, int] = {}
    kept = []
    for hit in sorted(hits, key=lambda hit: (-hit.score, ORDER.get(hit.kind, len(ORDER)), hit.title)):
        left[hit.kind] = left.get(hit.kind, limit) - 1
        if left[hit.kind] >= 0:
            kept.append(hit)
    return kept
