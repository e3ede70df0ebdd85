"""Several papers as one print job: their pages, one paper after the other, each counted for itself."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

from app.paper.pages import Pages


class Printable(Protocol):
    """What a printer takes: pages of one size."""

    @property
    def title(self) -> str: ...

    @property
    def count(self) -> int: ...

    @property
    def size_mm(self) -> QSizeF: ...

    def paint(self, painter: QPainter, n: int) -> None: ...


class Bundle:
    """Papers of one form, so of one size. Printed on both sides, no paper begins on the back of another."""

    def __init__(self, title: str, papers: Sequence[Pages], *, two_sided: bool = False) -> None:
        self.title = title
        self._papers = papers
        self._pages = [
            (paper, n) for paper in papers for n in range(paper.count + (paper.count % 2 if two_sided else 0))
        ]

    def two_sided(self) -> "Bundle":
        """The same for a printer that prints on both sides."""
        return Bundle(self.title, self._papers, two_sided=True)

    @property
    def count(self) -> int:
        return len(self._pages)

    @property
    def size_mm(self) -> QSizeF:
        return self._papers[0].size_mm

    def paint(self, painter: QPainter, n: int) -> None:
        """Paints page `n` of the job as `Pages` does; the back of a last page stays empty."""
        paper, own = self._pages[n]
        if own < paper.count:
            paper.paint(painter, own)
