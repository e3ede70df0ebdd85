"""Folding text for search: width, case, kana and spelling do not matter. What is stored is never folded.

NFKC and casefold, katakana → hiragana, then a reviewed table of spellings (漏えい・漏洩, 持出し・持ち出し), longest first, alike for text and
query. `positions` leads from a folded character back to the one that was written, so that a hit can be shown where it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_NUMBER = re.compile(r"([0-9]{1,4000})")  # longer ones Python does not make numbers of
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def plain_fold(text: str) -> str:
    """NFKC, casefold, katakana to hiragana; white space as one blank."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA).split())


def natural(text: str) -> tuple[int | str, ...]:
    """By what words are sorted: folded, and numbers by their size, so that No.9 comes before No.10. Nothing for no words."""
    folded = plain_fold(text)
    parts = _NUMBER.split(folded)  # words and numbers by turns, words first
    return tuple(int(part) if turn % 2 else part for turn, part in enumerate(parts)) if folded else ()


@dataclass(frozen=True)
class Spellings:
    """Groups of spellings of one word; the first of a group stands for all. `similar` are groups of other words for one thing."""

    groups: tuple[tuple[str, ...], ...] = ()
    similar: tuple[tuple[str, ...], ...] = ()
    _canonical: dict[str, str] = field(init=False, repr=False, compare=False)
    _pattern: "re.Pattern[str] | None" = field(init=False, repr=False, compare=False)
    _words: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        canonical = {plain_fold(word): plain_fold(group[0]) for group in self.groups for word in group[1:]}
        longest_first = sorted(canonical, key=lambda word: (-len(word), word))
        pattern = re.compile("|".join(map(re.escape, longest_first))) if canonical else None
        object.__setattr__(self, "_canonical", canonical)
        object.__setattr__(self, "_pattern", pattern)
        object.__setattr__(self, "_words", {self.fold(word): group for group in self.similar for word in group})

    def fold(self, text: str) -> str:
        """The text as it is compared."""
        return self.respell(plain_fold(text))

    def respell(self, folded: str) -> str:
        """A plainly folded text with every spelling as the first of its group."""
        if self._pattern is None:
            return folded
        return self._pattern.sub(lambda match: self._canonical[match[0]], folded)

    def alternatives(self, word: str) -> tuple[str, ...]:
        """A folded word and the other words for the same thing, folded, the word itself first."""
        return tuple(dict.fromkeys([word, *(self.fold(other) for other in self._words.get(word, ()))]))

    def positions(self, text: str) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the place in `text` that it came from."""
        letters: list[str] = []
        places: list[int] = []
        for place, letter in enumerate(text):
            for folded in unicodedata.normalize("NFKC", letter).casefold().translate(_HIRAGANA):
                blank = folded.isspace()
                if not (blank and (not letters or letters[-1] == " ")):
                    letters.append(" " if blank else folded)
                    places.append(place)
        return self._respelled("".join(letters), places)

    def _respelled(self, folded: str, places: Sequence[int]) -> tuple[str, list[int]]:
        if self._pattern is None:
            return folded, list(places)
        written, kept, end = [], list[int](), 0
        for match in self._pattern.finditer(folded):
            word = self._canonical[match[0]]
            written += [folded[end : match.start()], word]
            kept += [*places[end : match.start()], *[places[match.start()]] * len(word)]
            end = match.end()
        return "".join([*written, folded[end:]]), [*kept, *places[end:]]


def read_groups(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Groups from a table file: one a line, words separated by spaces; `#` begins a remark."""
    words = (tuple(line.partition("#")[0].split()) for line in lines)
    return tuple(group for group in words if len(group) > 1)
