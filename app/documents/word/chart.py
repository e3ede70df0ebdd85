"""体制図 in Word: a table whose cells are boxes and, between them, the lines of the trunk. It can be edited as any table is.

Each pair stands in two rows: the boxes go over both, and the line between the rows leads from the trunk to them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from app.documents import ooxml
from app.documents.chart import MIDDLE, SHARES, edges, pairs, told
from app.documents.tree import Box, Chart

HALF, BETWEEN = 470, 150
"""Twips: half of a box at least, and the room between two pairs."""
ALL_SIDES = "top left bottom right"
Write = Callable[[Box | None, bool], str]


class Drawing:
    """Draws one chart; `write` makes the paragraphs of a box, or of an empty cell, that stay with the row below."""

    def __init__(self, chart: Chart, width: int, fill: str, write: Write) -> None:
        self._chart, self._fill, self._write = chart, fill, write
        self._widths = [right - left for left, right in pairwise(edges(width))]

    def xml(self, *, title: str) -> str:
        """The table, with what a screen reader says of it."""
        return ooxml.drawing(self._widths, "".join(self._rows()), title=title, description=told(self._chart))

    def _rows(self) -> Iterator[str]:
        edge, inside = 1, len(SHARES) - 2
        top = self._cell(0, edge) + self._cell(edge, inside, box=self._chart.boxes[0], rules=ALL_SIDES, fill=self._fill)
        yield ooxml.drawn_row(top + self._cell(edge + inside, edge), 2 * HALF)
        below = pairs(self._chart)
        for pair in below:
            last = pair is below[-1]
            yield ooxml.drawn_row(
                self._cell(0, MIDDLE, rules="right") + self._cell(MIDDLE, MIDDLE), BETWEEN, exact=True
            )
            yield ooxml.drawn_row(self._half(pair, upper=True, last=last), HALF)
            yield ooxml.drawn_row(self._half(pair, upper=False, last=last), HALF)

    def _half(self, pair: Sequence[Box], *, upper: bool, last: bool) -> str:
        """The trunk ends at the line to the last pair."""
        left, right = (pair[0], pair[1] if len(pair) > 1 else None)
        lines = ("bottom right", "bottom" if right else "") if upper else ("" if last else "right", "")
        keep = upper or not last
        return (
            self._boxed(0, left, upper, keep)
            + self._cell(MIDDLE - 1, 1, rules=lines[0], keep=keep)
            + self._cell(MIDDLE, 1, rules=lines[1], keep=keep)
            + self._boxed(MIDDLE + 1, right, upper, keep)
        )

    def _boxed(self, column: int, box: Box | None, upper: bool, keep: bool) -> str:
        if box is None:
            return self._cell(column, 2, keep=keep)
        merge = "restart" if upper else "continue"
        return self._cell(column, 2, box=box if upper else None, merge=merge, rules=ALL_SIDES, keep=keep)

    def _cell(
        self,
        column: int,
        span: int,
        *,
        box: Box | None = None,
        merge: str = "",
        rules: str = "",
        fill: str = "",
        keep: bool = True,
    ) -> str:
        width = sum(self._widths[column : column + span])
        return ooxml.drawn_cell(width, self._write(box, keep), span=span, merge=merge, rules=rules, fill=fill)
