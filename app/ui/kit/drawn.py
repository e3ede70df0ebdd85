"""A drawing laid out for the width there is, and painted in the colours of a look.

Lengths are hundredths of an em; whoever paints scales them to its letters, so that letters, frames and gaps grow together. A part is
laid out first, and painted when it is known how high its neighbours made it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from app.domain.drawing import Box, Column, Frame, Grid, Part, Row, Tone
from app.ui.look import SCREEN, Look

EM = 100
PAD, GAP, ARROW, LEAD = 30, 40, 100, 1.3
"""Room around words, between parts, for an arrow, and the height of a line in its letters."""
TITLE_SIZE, WORDS_SIZE = 90, 86
Paint = Callable[[QPainter, Look], None]


class Laid(NamedTuple):
    """A part laid out at its place: how high it is, and what paints it when it is `height` high or more."""

    height: float
    paint: Callable[[float], Iterator[Paint]]


def lay(part: Part, x: float, y: float, width: float) -> Laid:
    """Lay a part out at this place in this width."""
    match part:
        case Box():
            return _box(part, x, y, width)
        case Row():
            return _row(part, x, y, width)
        case Column():
            return _column(part.parts, part.arrows, x, y, width)
        case Frame():
            return _frame(part, x, y, width)
        case Grid():
            return _grid(part, x, y, width)


def _box(box: Box, x: float, y: float, width: float) -> Laid:
    room = width - 2 * PAD
    plain = box.tone in (Tone.HEAD, Tone.BARE)
    texts = [_words(box.title, WORDS_SIZE if plain else TITLE_SIZE, room, bold=not plain)]
    texts += [_words(line, WORDS_SIZE, room) for line in box.words]
    words = sum(height for _, height in texts)

    def paint(height: float) -> Iterator[Paint]:
        yield _ground(box.tone, QRectF(x, y, width, height))
        top = y + (height - words) / 2
        for text, tall in texts:
            yield _writing(text, QPointF(x + PAD, top))
            top += tall

    return Laid(words + 2 * PAD * 0.7, paint)


def _row(row: Row, x: float, y: float, width: float) -> Laid:
    between = ARROW if row.arrows else GAP
    if (width - between * (len(row.parts) - 1)) / len(row.parts) < row.least * EM:
        return _column(row.parts, row.arrows, x, y, width)
    return _abreast(row.parts, between, row.arrows, x, y, width)


def _abreast(parts: Sequence[Part], between: float, arrows: bool, x: float, y: float, width: float) -> Laid:
    each = (width - between * (len(parts) - 1)) / len(parts)
    places = [x + number * (each + between) for number in range(len(parts))]
    laid = [lay(part, place, y, each) for part, place in zip(parts, places, strict=True)]

    def paint(height: float) -> Iterator[Paint]:
        for one in laid:
            yield from one.paint(height)
        if arrows:
            middle = y + height / 2
            yield from (_arrow(QPointF(place - between, middle), QPointF(place, middle)) for place in places[1:])

    return Laid(max(one.height for one in laid), paint)


def _column(parts: Sequence[Part], arrows: bool, x: float, y: float, width: float) -> Laid:
    return _stacked([partial(_below, part, x, width) for part in parts], arrows, x + width / 2, y)


def _below(part: Part, x: float, width: float, y: float) -> Laid:
    return lay(part, x, y, width)


def _stacked(parts: Sequence[Callable[[float], Laid]], arrows: bool, middle: float, y: float) -> Laid:
    """Parts one below the other, each laid out where the one before it ends; room that is left over goes to the last."""
    between = ARROW if arrows else GAP
    laid: list[Laid] = []
    tops: list[float] = []
    top = y
    for part in parts:
        tops.append(top)
        laid.append(part(top))
        top += laid[-1].height + between
    total = top - between - y

    def paint(height: float) -> Iterator[Paint]:
        for one in laid[:-1]:
            yield from one.paint(one.height)
        yield from laid[-1].paint(laid[-1].height + height - total)
        if arrows:
            yield from (_arrow(QPointF(middle, place - between), QPointF(middle, place)) for place in tops[1:])

    return Laid(total, paint)


def _frame(frame: Frame, x: float, y: float, width: float) -> Laid:
    text, tall = _words(frame.title, WORDS_SIZE, width - 2 * PAD)
    inside = lay(frame.part, x + PAD, y + tall + PAD, width - 2 * PAD)

    def paint(height: float) -> Iterator[Paint]:
        yield _ground(Tone.PLAIN, QRectF(x, y, width, height), "line", "paper")
        yield _writing(text, QPointF(x + PAD, y + PAD / 2))
        yield from inside.paint(height - tall - 2 * PAD)

    return Laid(inside.height + tall + 2 * PAD, paint)


def _grid(grid: Grid, x: float, y: float, width: float) -> Laid:
    """As rows of equal columns; turned where that is too narrow and there are fewer columns the other way."""
    lines: list[tuple[Box, ...]] = [grid.heads, *grid.lines]
    if grid.sides:
        corner = Box(grid.corner, (), Tone.BARE)
        lines = [(side, *line) for side, line in zip((corner, *grid.sides), lines, strict=True)]
    turned = width / len(lines[0]) < grid.least * EM and len(lines) < len(lines[0])
    if turned:
        lines = list(zip(*lines, strict=True))
    down, across = grid.arrows and turned, grid.arrows and not turned
    rows = [partial(_line, line, across, across and not number, x, width) for number, line in enumerate(lines)]
    return _stacked(rows, down, x + width / len(lines[0]) / 2, y)


def _line(line: Sequence[Box], wide: bool, arrows: bool, x: float, width: float, y: float) -> Laid:
    return _abreast(line, ARROW if wide else GAP, arrows, x, y, width)


def _words(words: str, size: int, room: float, *, bold: bool = False) -> tuple[QTextLayout, float]:
    """Words broken into lines of about equal length in the middle of their room, and how high they are."""
    font = QFont()
    font.setFamilies(SCREEN)
    font.setPixelSize(size)
    font.setBold(bold)
    text = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setTextOption(option)
    room = max(room, size)
    needed = _break(text, size, room, room)
    narrower = text.boundingRect().width() * 0.5
    while needed > 1 and narrower < room and _break(text, size, narrower, room) > needed:
        narrower += size / 4
    return text, text.lineCount() * size * LEAD


def _break(text: QTextLayout, size: int, width: float, room: float) -> int:
    """Break into lines of this width in the middle of the room; how many there are."""
    text.beginLayout()
    while (line := text.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF((room - width) / 2, (text.lineCount() - 1) * size * LEAD))
    text.endLayout()
    return text.lineCount()


def _writing(text: QTextLayout, place: QPointF) -> Paint:
    def paint(painter: QPainter, look: Look) -> None:
        painter.setPen(look.color("ink"))
        text.draw(painter, place)

    return paint


def _ground(tone: Tone, rect: QRectF, edge: str = "edge", fill: str = "card") -> Paint:
    """The frame of a box in its tone."""
    edge = {Tone.PALE: "ai", Tone.SEAL: "shu", Tone.HEAD: "line"}.get(tone, edge)
    fill = {Tone.PALE: "ai_pale", Tone.HEAD: "rail"}.get(tone, fill)

    def paint(painter: QPainter, look: Look) -> None:
        if tone is Tone.BARE:
            return
        pen = QPen(look.color(edge), 6)
        pen.setStyle(Qt.PenStyle.DashLine if tone is Tone.GAP else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(look.color(fill))
        painter.drawRect(rect.adjusted(4, 4, -4, -4))
        if tone is Tone.SEAL:
            painter.drawRect(rect.adjusted(18, 18, -18, -18))

    return paint


def _arrow(start: QPointF, end: QPointF) -> Paint:
    """A line with a head, across or down."""
    across = start.y() == end.y()
    point = end - (QPointF(14, 0) if across else QPointF(0, 14))
    back, side = (QPointF(34, 0), QPointF(0, 20)) if across else (QPointF(0, 34), QPointF(20, 0))
    tail = start + (QPointF(14, 0) if across else QPointF(0, 14))

    def paint(painter: QPainter, look: Look) -> None:
        painter.setPen(QPen(look.color("ink2"), 8))
        painter.drawLine(tail, point - back)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("ink2"))
        painter.drawPolygon(QPolygonF([point, point - back + side, point - back - side]))

    return paint
