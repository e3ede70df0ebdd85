"""Strips and pages: a paper is a tall stack of strips that are never cut, and a page takes as many as fit.

A strip is one line of text or one row of a table. That lines belong together (a heading and what follows, the first two
lines of a paragraph, a signature) is said by `keep_next`; `keep_whole` asks the same, but gives way where a page is too small.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from PySide6.QtGui import QPainter


class Mark(Protocol):
    """Something to paint; its place counts from the upper left corner of its strip. Lower layers lie below the others."""

    layer: ClassVar[int]

    def paint(self, painter: QPainter) -> None: ...


@dataclass(frozen=True)
class Strip:
    """A line or a row. `text` is what can be read in it, with a line break where a paragraph ends; `head` are the rows that
    a new page repeats above it, `foot` is painted where it is the last on a page and more of it follows; `before` is room
    above it, lost where it merely happens to be the first on a page."""

    height: float
    marks: tuple[Mark, ...] = ()
    text: str = ""
    before: float = 0
    keep_next: bool = False
    keep_whole: bool = False
    new_page: bool = False
    article: str = ""
    head: tuple["Strip", ...] = ()
    foot: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Placed:
    """A strip at its height on a page, counted from the top of the text."""

    y: float
    strip: Strip

    @property
    def bottom(self) -> float:
        return self.y + self.strip.height


Page = tuple[Placed, ...]


def paginate(strips: Iterable[Strip], height: float) -> list[Page]:
    """Fills pages of this height; there is always one."""
    pages: list[list[Placed]] = [[]]
    for chunk in _fitting_chunks(strips, height):
        tall = _tall(chunk)
        if pages[-1] and (chunk[0].new_page or _bottom(pages[-1]) + tall > height >= tall):
            pages.append([])
        for strip in chunk:
            if pages[-1] and _bottom(pages[-1]) + strip.before + strip.height > height:  # a chunk taller than a page
                pages.append([])
            _place(pages[-1], strip, keep_room=len(pages) == 1 or strip.new_page)
    return [tuple(page) for page in pages]


def _fitting_chunks(strips: Iterable[Strip], height: float) -> Iterator[list[Strip]]:
    """What is to stay together; what a page cannot hold in one piece comes in smaller ones."""
    for chunk in _chunks(strips, whole=True):
        if _tall(chunk) <= height:
            yield chunk
        else:
            yield from _chunks(chunk, whole=False)


def _chunks(strips: Iterable[Strip], *, whole: bool) -> Iterator[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        if chunk and (strip.new_page or not (chunk[-1].keep_next or (whole and chunk[-1].keep_whole))):
            yield chunk
            chunk = []
        chunk.append(strip)
    if chunk:
        yield chunk


def _place(page: list[Placed], strip: Strip, *, keep_room: bool) -> None:
    if not page:
        for row in strip.head:
            page.append(Placed(_bottom(page), replace(row, text="")))  # read once, shown on every page
    y = _bottom(page) + (strip.before if page or keep_room else 0)
    page.append(Placed(y, strip))


def _bottom(page: list[Placed]) -> float:
    return page[-1].bottom if page else 0


def _tall(chunk: list[Strip]) -> float:
    return sum(strip.before + strip.height for strip in chunk)
