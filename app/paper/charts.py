"""体制図 as strips: the box on top, then one strip a pair, each with its piece of the trunk."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from app.documents.chart import MIDDLE, edges, pairs
from app.documents.tree import Blank, Box, Chart, Value
from app.paper.letters import Line, Run, set_lines
from app.paper.look import Look
from app.paper.marks import Frame, Ground, Rule
from app.paper.strips import Mark, Strip

PAD, BETWEEN = 60, 150
"""Twips: room around the words in a box, and above a pair."""


class ChartSetter:
    """Sets one chart in the look of its paper."""

    def __init__(self, chart: Chart, look: Look) -> None:
        self._chart, self._look, self._rules = chart, look, look.table
        self._edges = edges(look.text_width)
        self._trunk = self._edges[MIDDLE]

    def strips(self) -> list[Strip]:
        """The whole chart, on one page where it has room there."""
        strips = [self._top(), *self._pairs()]
        return [*(replace(strip, keep_next=True) for strip in strips[:-1]), strips[-1]]

    def _top(self) -> Strip:
        left, right = self._edges[1], self._edges[-2]
        lines = self._lines(self._chart.boxes[0], right - left)
        height = _tall(lines) + 2 * PAD
        ground = Ground(QRectF(left, 0, right - left, height), self._rules.head_ground)
        marks = self._box(lines, left, right, 0, height)
        return Strip(height, (*([ground] if self._rules.head_ground else []), *marks), _text([lines]))

    def _pairs(self) -> Iterator[Strip]:
        """The two boxes of a pair are as high as the higher, and the line to them is half-way down."""
        below = pairs(self._chart)
        for pair in below:
            sides = [(self._edges[0], self._edges[MIDDLE - 1]), (self._edges[MIDDLE + 1], self._edges[-1])][: len(pair)]
            words = [self._lines(box, right - left) for box, (left, right) in zip(pair, sides, strict=True)]
            height = max(map(_tall, words)) + 2 * PAD
            middle, bottom = BETWEEN + height / 2, BETWEEN + height
            marks = [self._rule(self._trunk, 0, self._trunk, middle if pair is below[-1] else bottom)]
            for lines, (left, right) in zip(words, sides, strict=True):
                marks += self._box(lines, left, right, BETWEEN, height)
                marks.append(self._rule(right if right < self._trunk else left, middle, self._trunk, middle))
            yield Strip(bottom, tuple(marks), _text(words))

    def _lines(self, box: Box, width: int) -> list[Line]:
        """Role, name, department and title, one below the other."""
        parts = [("表の見出し", Run(box.role)), ("体制図の氏名", self._run(box.person))]
        parts += [("表の文字", Run(box.work, value=True))] if box.work else []
        room = width - 2 * PAD
        return [line for name, run in parts for line in set_lines([run], self._look[name], room, align="center")]

    def _run(self, person: Value | Blank) -> Run:
        ground = self._look["空欄"].ground if isinstance(person, Blank) else ""
        return Run(person.text, ground, value=isinstance(person, Value))

    def _box(self, lines: Sequence[Line], left: int, right: int, top: float, height: float) -> list[Mark]:
        """Words in the middle of their frame."""
        marks: list[Mark] = [
            Frame(QRectF(left, top, right - left, height), self._rules.frame, self._rules.frame_colour)
        ]
        y = top + (height - _tall(lines)) / 2
        for line in lines:
            marks.append(line.moved(left + PAD, y))
            y += line.height
        return marks

    def _rule(self, x1: float, y1: float, x2: float, y2: float) -> Mark:
        return Rule(QPointF(x1, y1), QPointF(x2, y2), self._rules.frame, self._rules.frame_colour)


def _tall(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)


def _text(boxes: Sequence[Sequence[Line]]) -> str:
    return "".join(f"{''.join(line.text for line in lines)}\n" for lines in boxes)
