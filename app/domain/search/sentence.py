"""A typed sentence falls into the words that say something: 「来月で辞める人のパソコンどうする」 → 来月, 辞, パソコン.

No analyser is needed for that. Japanese changes its script where a word ends, so a run of kanji, of katakana or of letters is a word.
In hiragana a reviewed table knows particles, endings and the words that are no use for finding (endings.txt), and another the verbs
that are often written without kanji (stems.txt); words of the tables of spellings and synonyms are known whole, in any script.
The longest known word wins. Kana behind kanji are its ending; of a verb with one kanji that kanji is kept, which also stands in
its compounds (撮る, 撮影).
"""

import re
from collections.abc import Iterable, Iterator

from app.domain.folding import Spellings, in_hiragana, plain_fold, upright
from app.domain.value import Value

_RUN = re.compile(
    r"(?P<kanji>[\u3400-\u9fff々〇\U00020000-\U0003ffff]+)|(?P<katakana>[ァ-ヺー]+)|(?P<kana>[ぁ-ゖー]+)|(?P<letters>[^\W_ぁ-ヺ\u3400-\u9fff]+)"
)
_PARTICLES = "がをにはもへとでやかのよねな"
_SAYS_SOMETHING = 3
"""Hiragana that nobody knows are a word from so many letters on; fewer are the ending of another."""


class Spoken(Value):
    """A word of a sentence, folded; `joined` when it stands right behind the one before."""

    text: str
    joined: bool = False


class Grammar:
    """Which words are known: in any spelling, as verbs in hiragana, as words that say nothing."""

    def __init__(
        self, spellings: Spellings, stems: Iterable[tuple[str, ...]] = (), endings: Iterable[str] = ()
    ) -> None:
        known = {word: word for word in map(plain_fold, spellings.known)}
        known |= {plain_fold(stem): plain_fold(group[0]) for group in stems for stem in group[1:]}
        known |= {plain_fold(ending): "" for ending in endings}
        self._known = known
        self._longest = max(map(len, known), default=0)

    def words(self, sentence: str) -> list[Spoken]:
        """The words of a sentence that say something, in their order, none twice."""
        words: dict[str, Spoken] = {}
        for word in self._words(upright(sentence)):
            words.setdefault(word.text, word)
        return list(words.values())

    def _words(self, shown: str) -> Iterator[Spoken]:
        folded, inner = in_hiragana(shown), _inner(shown)
        at, last, behind_kanji = 0, -1, False
        shortest = 2  # a particle of one letter stands behind a word, not behind another particle
        while at < len(folded):
            if known := self._at(folded, at, inner, shortest):
                shortest = 1 if len(known) > 1 else 2
                if says := self._known[known]:
                    yield Spoken(says, at == last)
                    last = at + len(known)
                at, behind_kanji = at + len(known), False
            elif (run := _RUN.match(shown, at)) is None:
                at, behind_kanji, shortest = at + 1, False, 2
            elif run.lastgroup != "kana":
                yield Spoken(folded[at : run.end()], at == last)
                at, shortest = run.end(), 1
                last = at
                behind_kanji = run.lastgroup == "kanji"
            else:
                end = next((n for n in range(at + 1, run.end()) if self._at(folded, n, inner, 2)), run.end())
                unknown = folded[at:end].rstrip(_PARTICLES)
                if len(unknown) >= _SAYS_SOMETHING and not behind_kanji:
                    yield Spoken(unknown)
                at, behind_kanji, shortest = end, False, 1

    def _at(self, folded: str, at: int, inner: set[int], shortest: int) -> str:
        """The longest known word that begins here and does not end within a word of one script, "" for none."""
        for end in range(min(at + self._longest, len(folded)), at + shortest - 1, -1):
            if end not in inner and folded[at:end] in self._known:
                return folded[at:end]
        return ""


def _inner(shown: str) -> set[int]:
    """The places within a run of kanji, katakana or letters: no word ends there."""
    runs = (run for run in _RUN.finditer(shown) if run.lastgroup != "kana")
    return {place for run in runs for place in range(run.start() + 1, run.end())}
