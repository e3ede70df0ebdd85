"""Work on rows by the thousand, done in slices: whoever drives it can show how far it is, and stop between two of them.

Such work is a generator that says after each slice how much of it is done, and returns what it made. Closing it stops it, and then
nothing of it has happened.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

T = TypeVar("T")
ROWS = 250
"""So many rows are one slice: a few hundredths of a second, even on a slow machine."""


@dataclass(frozen=True)
class Done:
    """So much of all of it is done."""

    number: int
    total: int


Work: TypeAlias = Generator[Done, None, T]


def finished(work: Work[T]) -> T:
    """All of it at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: T = end.value
            return made


def sliced(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """The rows, slice by slice."""
    for start in range(0, len(rows), ROWS):
        yield rows[start : start + ROWS]


class Count:
    """How far work is that goes through its rows several times."""

    def __init__(self, total: int) -> None:
        self._number, self._total = 0, total

    def more(self, rows: Sequence[object]) -> Done:
        """These rows are done, too."""
        self._number += len(rows)
        return Done(min(self._number, self._total), self._total)
