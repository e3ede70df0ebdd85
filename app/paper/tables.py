"""A table as strips: one a row, whole rows only, and the head again at the top of every page that the table reaches."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from app.documents.tree import Blank, Column, Table
from app.paper.letters import Line, Run, set_lines
from app.paper.look import Look, Style
from app.paper.marks import Ground, Rule
from app.paper.strips import Mark, Strip

BLANK = Blank("", "").text
TALLEST_ROW = 0.75  # of the text on a page: what leads to the table stands above it
TWIPS_A_MM = 1440 / 25.4
Cells = list[list[Line]]


class TableSetter:
    """Sets one table in the look of its paper."""

    def __init__(self, table: Table, look: Look) -> None:
        self._table, self._look, self._rules = table, look, look.table
        self._edges = _edges(table.columns, look.text_width)
        self._columns = list(zip(table.columns, self._edges, self._edges[1:], strict=False))

    def strips(self) -> list[Strip]:
        """The head and the rows; the head keeps with the first row."""
        head = self._head() if self._table.headed else []
        room = self._look.text_height * TALLEST_ROW - sum(strip.height for strip in head)
        rows = [
            replace(self._row(piece, height * TWIPS_A_MM), head=tuple(head))
            for texts, height in self._table.lines()
            for piece in self._pieces(self._cells(texts), room)
        ]
        strips = [*head, *rows]
        if not head:
            strips[0] = self._framed(strips[0], 0)
        strips[-1] = self._framed(strips[-1], strips[-1].height)
        return strips

    def _head(self) -> list[Strip]:
        titles = self._row(self._cells([column.title for column in self._table.columns], head=True), head=True)
        return [replace(self._framed(titles, 0), keep_next=True)]

    def _cells(self, texts: Sequence[str], *, head: bool = False) -> Cells:
        return [
            self._cell(column, right - left, text, head=head)
            for (column, left, right), text in zip(self._columns, texts, strict=True)
        ]

    def _cell(self, column: Column, width: int, text: str, *, head: bool) -> list[Line]:
        style = self._look["表の見出し" if head or column.label else "表の文字"]
        return set_lines(self._runs(text), style, width - 2 * self._rules.pad_x, align=_align(column, style))

    def _runs(self, text: str) -> list[Run]:
        """A cell is text without pieces, so a blank in it is known by its look."""
        ground = self._look["空欄"].ground
        parts = re.split(f"({re.escape(BLANK)})", text)
        return [Run(part, ground if part == BLANK else "") for part in parts]

    def _pieces(self, cells: Cells, room: float) -> Iterator[Cells]:
        """The row in one piece; only one that is too tall for a page with a heading is cut, between lines."""
        while any(cells):
            counts = [self._fitting(lines, room) for lines in cells]
            yield [lines[:count] for lines, count in zip(cells, counts, strict=True)]
            cells = [lines[count:] for lines, count in zip(cells, counts, strict=True)]

    def _fitting(self, lines: list[Line], room: float) -> int:
        heights = accumulate(line.height for line in lines)
        return max(1, sum(height <= room - 2 * self._rules.pad_y for height in heights))

    def _row(self, cells: Cells, least: float = 0, *, head: bool = False) -> Strip:
        """At least so high; then its words stand half-way down."""
        pad_x, pad_y = self._rules.pad_x, self._rules.pad_y
        tall = [sum(line.height for line in lines) for lines in cells]
        height = max(least, max(tall) + 2 * pad_y)
        tops = [(height - words) / 2 if least else float(pad_y) for words in tall]
        letters = [
            line.moved(left + pad_x, above)
            for (_, left, _), lines, top in zip(self._columns, cells, tops, strict=True)
            for above, line in zip(accumulate((line.height for line in lines), initial=top), lines, strict=False)
        ]
        grounds = [
            Ground(QRectF(left, 0, right - left, height), self._rules.head_ground)
            for column, left, right in self._columns
            if self._rules.head_ground and (head or column.label)
        ]
        text = "\t".join("".join(line.text for line in lines) for lines in cells)
        marks: list[Mark] = [*grounds, *letters, *self._uprights(height), self._across(height)]
        return Strip(height, tuple(marks), f"{text}\n")

    def _framed(self, strip: Strip, y: float) -> Strip:
        """With the stronger rule above or below the whole table."""
        return replace(strip, marks=(*strip.marks, self._across(y, self._rules.frame, self._rules.frame_colour)))

    def _uprights(self, height: float) -> list[Rule]:
        return [Rule(QPointF(x, 0), QPointF(x, height), self._rules.rule, self._rules.rule_colour) for x in self._edges]

    def _across(self, y: float, width: int = 0, colour: str = "") -> Rule:
        ends = QPointF(0, y), QPointF(self._look.text_width, y)
        return Rule(*ends, width or self._rules.rule, colour or self._rules.rule_colour)


def _edges(columns: Sequence[Column], width: int) -> list[int]:
    """Where the columns begin and end; together they are as wide as the text."""
    total = sum(column.width for column in columns)
    return [round(width * reached / total) for reached in accumulate((c.width for c in columns), initial=0.0)]


def _align(column: Column, style: Style) -> str:
    """Left is what the style does by itself."""
    return style.align if column.align == "left" else column.align
