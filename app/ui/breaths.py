"""Work in slices (app/domain/slices.py) by the breath: the window lives in between."""

import gc
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.slices import Done, Work

T = TypeVar("T")
AT_ONCE, BREATH = 0.1, 0.04
"""Seconds that nobody notices, and from one sign of life to the next."""


@dataclass(frozen=True)
class Whole(Generic[T]):
    """All of it is done, and this was made."""

    made: T


def breathe(seconds: float, work: Work[T]) -> Done | Whole[T]:
    """Go on for a while: how much is done, or what was made."""
    until = time.monotonic() + seconds
    while True:
        try:
            done = next(work)
        except StopIteration as end:
            return Whole(end.value)
        if time.monotonic() > until:
            return done


def breaths(work: Work[T], take: Callable[[T], object]) -> Generator[Done, None, None]:
    """Breath after breath; at the end `take` gets what was made. Closed before that, the work is stopped."""
    try:
        while isinstance(found := breathe(BREATH, work), Done):
            yield found
    finally:
        work.close()
    take(found.made)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Rows by the ten thousand are there to stay: looking for rubbish among them takes a third of the time, and the window stands still."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.freeze()
            gc.enable()
