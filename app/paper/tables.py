"""A table as strips: one a row, and the head again at the top of every page that the table reaches."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from app.documents.keeping import holds_together, narrowed
from app.documents.tree import Blank, Column, Table
from app.paper.letters import Line, Run, set_lines
from app.paper.look import Look, Style
from app.paper.marks import Ground, Rule
from app.paper.strips import Mark, Strip

BLANK = Blank("", "").text
TALLEST_ROW = 0.5  # of the text on a page: a whole row that does not fit any more leaves that much empty
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
        head, whole = self._head(), holds_together(self._table)
        rows = [replace(row, head=(head,), keep_whole=whole) for row in self._rows()]
        last = replace(self._framed(rows[-1], rows[-1].height), keep_whole=False)
        return [head, *rows[:-1], last]

    def _head(self) -> Strip:
        """The titles below the stronger rule; in a sheet, which has none, the rule alone."""
        titles = Strip(0)
        if self._table.headed:
            titles = self._row(self._cells([column.title for column in self._table.columns], head=True), head=True)
        return replace(self._framed(titles, 0), keep_next=True)

    def _cells(self, texts: Sequence[str], *, head: bool = False) -> Cells:
        return [
            self._cell(column, right - left, text, head=head)
            for (column, left, right), text in zip(self._columns, texts, strict=True)
        ]

    def _cell(self, column: Column, width: int, text: str, *, head: bool) -> list[Line]:
        style = self._look["表の見出し" if head or column.label else "表の文字"]
        room = width - 2 * self._rules.pad_x
        return set_lines(self._runs(text, room // style.size), style, room, align=_align(column, style))

    def _runs(self, text: str, room: int) -> list[Run]:
        """A cell is text without pieces, so a blank in it is known by its look; so many letters have room beside one another."""
        ground = self._look["空欄"].ground
        parts = re.split(f"({re.escape(BLANK)})", text)
        return [Run(narrowed(part, room), ground) if part == BLANK else Run(part, value=True) for part in parts]

    def _rows(self) -> Iterator[Strip]:
        """Whole rows; only one that would leave half a page empty is cut, between lines."""
        for texts, least in self._table.lines():
            cells, height = self._cells(texts), least * TWIPS_A_MM
            if _tall(cells) > self._look.text_height * TALLEST_ROW:
                yield from self._lines_of(cells)
            else:
                yield self._row(cells, height)

    def _lines_of(self, cells: Cells) -> Iterator[Strip]:
        """A tall row line by line; all its words are read in the first, and where a page ends in it, a rule closes the page."""
        last = max(map(len, cells)) - 1
        closing = self._across(0)
        for number in range(last + 1):
            pieces = [lines[number : number + 1] for lines in cells]
            strip = self._row(pieces, above=number == 0, below=number == last)
            text = _text(cells) if number == 0 else ""
            foot = replace(closing, start=QPointF(0, strip.height), end=QPointF(self._look.text_width, strip.height))
            ends = {0, last - 1} - {last}  # no line of it stands alone
            yield replace(strip, text=text, foot=(foot,), keep_next=number in ends)

    def _row(
        self, cells: Cells, least: float = 0, *, head: bool = False, above: bool = True, below: bool = True
    ) -> Strip:
        """At least so high; then its words stand half-way down. Only the first and last line of a cut row have room there."""
        pad_x, over, under = self._rules.pad_x, self._rules.pad_y * above, self._rules.pad_y * below
        tall = [sum(line.height for line in lines) for lines in cells]
        height = max(least, max(tall) + over + under)
        tops = [(height - words) / 2 if least else float(over) for words in tall]
        letters = [
            line.moved(left + pad_x, y)
            for (_, left, _), lines, top in zip(self._columns, cells, tops, strict=True)
            for y, line in zip(accumulate((line.height for line in lines), initial=top), lines, strict=False)
        ]
        grounds = [
            Ground(QRectF(left, 0, right - left, height), self._rules.head_ground)
            for column, left, right in self._columns
            if self._rules.head_ground and (head or column.label)
        ]
        across = [self._across(height)] if below else []
        marks: list[Mark] = [*grounds, *letters, *self._uprights(height), *across]
        return Strip(height, tuple(marks), _text(cells))

    def _framed(self, strip: Strip, y: float) -> Strip:
        """With the stronger rule above or below the whole table."""
        return replace(strip, marks=(*strip.marks, self._across(y, self._rules.frame, self._rules.frame_colour)))

    def _uprights(self, height: float) -> list[Rule]:
        return [Rule(QPointF(x, 0), QPointF(x, height), self._rules.rule, self._rules.rule_colour) for x in self._edges]

    def _across(self, y: float, width: int = 0, colour: str = "") -> Rule:
        ends = QPointF(0, y), QPointF(self._look.text_width, y)
        return Rule(*ends, width or self._rules.rule, colour or self._rules.rule_colour)


def _tall(cells: Cells) -> float:
    return max(sum(line.height for line in lines) for lines in cells)


def _text(cells: Cells) -> str:
    return "\t".join("".join(line.text for line in lines) for lines in cells) + "\n"


def _edges(columns: Sequence[Column], width: int) -> list[int]:
    """Where the columns begin and end; together they are as wide as the text."""
    total = sum(column.width for column in columns)
    return [round(width * reached / total) for reached in accumulate((c.width for c in columns), initial=0.0)]


def _align(column: Column, style: Style) -> str:
    """Left is what the style does by itself."""
    return style.align if column.align == "left" else column.align
