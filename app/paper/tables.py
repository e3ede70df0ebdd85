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
Cells = list[list[Line]]


class TableSetter:
    """Sets one table in the look of its paper."""

    def __init__(self, table: Table, look: Look) -> None:
        self._table, self._look, self._rules = table, look, look.table
        self._edges = _edges(table.columns, look.text_width)

    def strips(self) -> list[Strip]:
        """The head and the rows; the head keeps with the first row."""
        titles = self._cells([column.title for column in self._table.columns], self._look["表の見出し"])
        head = replace(self._row(titles, head=True), keep_next=True)
        room = self._look.text_height * TALLEST_ROW - head.height
        style = self._look["表の文字"]
        rows = [
            replace(self._row(piece), head=(head,))
            for texts in self._table.rows
            for piece in self._pieces(self._cells(texts, style), room)
        ]
        strips = [head, *rows]
        frame = self._across(strips[-1].height, self._rules.frame, self._rules.frame_colour)
        strips[-1] = replace(strips[-1], marks=(*strips[-1].marks, frame))
        return strips

    def _cells(self, texts: Sequence[str], style: Style) -> Cells:
        widths = [right - left for left, right in zip(self._edges, self._edges[1:], strict=False)]
        return [
            set_lines(self._runs(text), style, width - 2 * self._rules.pad_x, align=_align(column, style))
            for column, width, text in zip(self._table.columns, widths, texts, strict=True)
        ]

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

    def _row(self, cells: Cells, *, head: bool = False) -> Strip:
        pad_x, pad_y = self._rules.pad_x, self._rules.pad_y
        height = max(sum(line.height for line in lines) for lines in cells) + 2 * pad_y
        letters = [
            line.moved(left + pad_x, pad_y + above)
            for left, lines in zip(self._edges, cells, strict=False)
            for above, line in zip(accumulate((line.height for line in lines), initial=0.0), lines, strict=False)
        ]
        marks: list[Mark] = [*letters, *self._uprights(height), self._across(height)]
        if head:
            ground = Ground(QRectF(0, 0, self._look.text_width, height), self._rules.head_ground)
            marks = [ground, *marks, self._across(0, self._rules.frame, self._rules.frame_colour)]
        text = "\t".join("".join(line.text for line in lines) for lines in cells)
        return Strip(height, tuple(marks), f"{text}\n")

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
