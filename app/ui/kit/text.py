"""Words on the screen, always as plain text: on one line, on several, or painted by hand."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QWidget,
)


def text(words: str, size: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Plain words in one of the named sizes; on several lines if need be."""
    if wrap:
        return Prose(words, size, tone)
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    label.setProperty("type", size)
    if tone:
        label.setProperty("tone", tone)
    return label


class Prose(QLabel):
    """Plain words on as many lines as they need, with the air between the lines that Japanese wants and Qt does not give."""

    def __init__(self, words: str = "", size: str = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", size)
        self.setProperty("tone", tone)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._wide = 1.5 if size in ("body", "table", "caption") else 1.3
        self._broken: dict[int, list[str]] = {}
        self._broken_of = ("", "")
        self.setText(words)

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * pitch(self.fontMetrics(), self._wide)

    def _lines(self, width: int) -> list[str]:
        """The lines at this width. A layout asks for them a dozen times before anything is painted, so they are remembered."""
        now = (self.text(), self.font().key())
        if now != self._broken_of:
            self._broken, self._broken_of = {}, now
        if width not in self._broken:
            self._broken[width] = broken(self.text(), self.font(), width)
        return self._broken[width]

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * 4
        return QSize(min(least, super().minimumSizeHint().width()), pitch(self.fontMetrics(), self._wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        lines = self._lines(room.width())
        spare = room.height() - len(lines) * pitch(self.fontMetrics(), self._wide)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            room.setTop(room.top() + max(0, spare) // 2)
        paint_lines(QPainter(self), room, lines, self._wide)


def prose(words: str, size: str = "body", tone: str = "") -> Prose:
    """Words for reading, on as many lines as they need."""
    return Prose(words, size, tone)


class Line(QLabel):
    """One line of plain words that may be long: what does not fit ends in …, and pointing at it shows the whole."""

    def __init__(self, words: str = "", size: str = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", size)
        self.setProperty("tone", tone)
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.drawText(room, self.alignment() | Qt.TextFlag.TextSingleLine, shown)


class Beside(QLabel):
    """The words for a field: as high as that is, so that they stand beside its middle."""

    def __init__(self, words: str, field: QWidget) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setBuddy(field)
        self._field = field

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self._field.sizeHint().height()))


def broken(words: str, font: QFont, width: int) -> list[str]:
    """The lines of some words at this width; a word without an end, such as an address of a folder, is broken anywhere."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines = []
    for part in words.splitlines():
        halves = part.encode("utf-16-le", "surrogatepass")
        layout = QTextLayout(part, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            first = 2 * line.textStart()  # Qt counts in halves of a character such as 𠮷
            lines.append(halves[first : first + 2 * line.textLength()].decode("utf-16-le", "surrogatepass"))
        layout.endLayout()
    return lines


def pitch(metrics: QFontMetrics, wide: float) -> int:
    """From one line to the next."""
    return round(metrics.height() * wide)


def paint_lines(painter: QPainter, room: QRect, lines: Iterable[str], wide: float) -> None:
    """Lines from the top of the room, the air above and below each; font and pen are the painter's."""
    metrics = painter.fontMetrics()
    step = pitch(metrics, wide)
    for number, line in enumerate(lines):
        top = room.top() + number * step + (step - metrics.height()) // 2
        painter.drawText(room.left(), top + metrics.ascent(), line)


def short(words: str, most: int = 24) -> str:
    """A name inside one of our own sentences: one line, not longer than this."""
    from app.domain import naming  # not before the first paint

    return naming.short(words, most)


def tip(words: str) -> str:
    """Words for a tooltip: wrapped, shown as typed, and not longer than a glance."""
    return f"<p>{escape(words[:400])}</p>"
