"""One slip of the finger in a long word: a letter too many, too few, wrong, or two that changed places."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from app.domain.folding import plain_fold

SHORTEST = 4
"""A shorter word with a letter changed is another word."""
_LONG = re.compile(r"[\u3400-\u9fff々]{4,}|[ァ-ヺー]{4,}|[A-Za-zＡ-Ｚａ-ｚ]{4,}")


def written_words(texts: Iterable[str]) -> dict[str, int]:
    """The long words of one script that stand in texts, folded, and how often."""
    words = Counter(word for text in texts for word in _LONG.findall(text))
    folded = Counter[str]()
    for word, often in words.items():
        folded[plain_fold(word)] += often
    return folded


def one_slip(word: str, written: Mapping[str, int]) -> str:
    """The most usual of the words that are one slip away, "" for none."""
    if len(word) < SHORTEST:
        return ""
    alike = (other for other in written if abs(len(other) - len(word)) <= 1 and _is_one_slip(word, other))
    return max(alike, key=lambda other: (written[other], other), default="")


def _is_one_slip(one: str, other: str) -> bool:
    """Whether the words are alike but for one letter, or two that changed places."""
    begin = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[begin:], other[begin:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )
