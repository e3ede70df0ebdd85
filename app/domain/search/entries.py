"""Texts folded once, and what a word counts in them: by where it stands (title, heading, lead, text), how often, and in which form."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.folding import Spellings, plain_fold
from app.domain.search.section import TITLE, Section

AS_ANOTHER_WORD = 0.3
IN_A_LONGER_WORD, IN_ANOTHER_WORD = 0.9, 0.5
"""退職 in 退職金 counts less than in 退職の点検: kanji stand on at least one side of it, wherever it is found.
The one kanji of a verb in a compound (撮 in 撮影) counts half: as often it is another word (子 in 様子)."""


@dataclass(frozen=True)
class Folded:
    """A section and its two folded texts: as it is written, and with every word in its first spelling."""

    section: Section
    plain: str
    spelled: str


@dataclass(frozen=True)
class Entry:
    """All sections of one entry, and their folded texts in one, so that most entries are passed over at a glance."""

    sections: tuple[Folded, ...]
    plain: str
    spelled: str


@dataclass(frozen=True)
class Word:
    """A word that is looked for: as typed ("" when only whole words are meant), as spelled, the beginnings that do as well, and
    other words for the same thing.
    """

    plain: str
    spelled: str
    others: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()

    def stands_in(self, text: Entry | Folded) -> str:
        """The form of this word that stands in a folded text, "" when none does."""
        if self.spelled in text.spelled:
            return self.spelled
        if self.plain and self.plain in text.plain:
            return self.plain
        return next((form for form in (*self.stems, *self.others) if form in text.spelled), "")

    def points(self, folded: Folded, likeness: float = AS_ANOTHER_WORD) -> float:
        """What it counts in one section: more in a title, and when it is most of it. `likeness` is the worth of another word."""
        form = self.stands_in(folded)
        if not form:
            return 0
        text = folded.plain if form == self.plain and form not in folded.spelled else folded.spelled
        share = len(form) / max(len(text), 1)
        often = 1 + min(text.count(form), 5) / 10
        alike = (
            likeness
            if form in self.others
            else 1
            if _stands_alone(form, text)
            else IN_A_LONGER_WORD
            if len(form) > 1 or self.plain
            else IN_ANOTHER_WORD
        )
        return folded.section.weight * (often + share) * alike


def fold(sections: Iterable[Section], spellings: Spellings) -> tuple[Entry, ...]:
    """Sections entry by entry, folded."""
    by_entry: dict[tuple[str, str], list[Folded]] = {}
    for section in sections:
        plain = plain_fold(section.text)
        folded = Folded(section, plain, spellings.respell(plain))
        by_entry.setdefault((section.kind, section.link), []).append(folded)
    return tuple(
        Entry(tuple(found), "\n".join(f.plain for f in found), "\n".join(f.spelled for f in found))
        for found in by_entry.values()
    )


def best_text(scored: Iterable[tuple[float, Folded]]) -> Folded:
    """The section to show: the one that fits best and is not the title itself."""
    scored = list(scored)
    texts = [pair for pair in scored if pair[0] and pair[1].section.weight != TITLE] or scored
    return max(texts, key=lambda pair: pair[0])[1]


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
