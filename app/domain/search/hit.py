"""What was found: an entry with the sentence in which the words stand, and all of them by kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from app.domain.folding import Spellings
from app.domain.search.section import KINDS

EXCERPT = 60
NEAR = "全部の言葉を含むものがないので、近いものを出しています。"


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
class Found:
    """All that was found, the best first. `near`: nothing has all the words, so what has some of them is shown."""

    hits: tuple[Hit, ...] = ()
    near: bool = False


def grouped(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """Hits by kind: the kind with the best hit first, each kind's hits in their order."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    return [(KINDS.get(kind, kind), found) for kind, found in groups.items()]


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
