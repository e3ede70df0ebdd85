"""What is painted beside letters: grounds and rules."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


@dataclass(frozen=True)
class Ground:
    """A coloured rectangle."""

    layer: ClassVar[int] = 0
    area: QRectF
    colour: str

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.area, QColor(self.colour))


@dataclass(frozen=True)
class Rule:
    """A straight line, in the colour of the letters where it has none of its own."""

    layer: ClassVar[int] = 2
    start: QPointF
    end: QPointF
    width: float
    colour: str = ""

    def paint(self, painter: QPainter) -> None:
        painter.save()
        colour = QColor(self.colour) if self.colour else painter.pen().color()
        painter.setPen(QPen(colour, self.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(self.start, self.end)
        painter.restore()


@dataclass(frozen=True)
class Frame:
    """A box around something, in the colour of the letters where it has none of its own."""

    layer: ClassVar[int] = 2
    area: QRectF
    width: float
    colour: str = ""

    def paint(self, painter: QPainter) -> None:
        painter.save()
        colour = QColor(self.colour) if self.colour else painter.pen().color()
        painter.setPen(
            QPen(colour, self.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.area)
        painter.restore()
