"""掲示: the words of a measure as large as the sheet takes them, with one sentence for everybody and the company's name below.

A sign is no paper of the company: nothing is filled in, numbered or kept. Any measure with `poster` words has one. In millimetres.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from app.domain.value import Value
from app.paper import fonts
from app.paper.pages import MM

SIZE = QSizeF(210, 297)
MARGIN, BAR, SMALL = 18.0, 2.4, 12.0
LARGEST, LONGEST = 46.0, 7
"""The height of the large letters, and how many stand on a line before there is a second one."""
SHORT = 21
"""Letters of a sentence that stand on one line."""
INK = QColor("#1B1B1B")
FACE = "BIZ UDPGothic"


class Sign(Value):
    """The large words, the sentence below them, and what stands at the foot."""

    words: str
    sentence: str
    company: str = ""
    foot: str = ""


class Signs:
    """Signs as pages, one each."""

    def __init__(self, title: str, signs: Sequence[Sign]) -> None:
        fonts.load()
        self.title = title
        self._signs = signs

    @property
    def count(self) -> int:
        return len(self._signs)

    @property
    def size_mm(self) -> QSizeF:
        return SIZE

    def paint(self, painter: QPainter, n: int) -> None:
        """Paints sign `n` with its upper left corner at the painter's origin; the painter's unit is the millimetre."""
        sign, width = self._signs[n], SIZE.width() - 2 * MARGIN
        painter.fillRect(QRectF(MARGIN, MARGIN, width, BAR), INK)
        painter.fillRect(QRectF(MARGIN, SIZE.height() - MARGIN - SMALL - BAR, width, BAR), INK)
        lines = large_lines(sign.words)
        tall = min(LARGEST, *(width / max(1, len(line)) for line in lines))
        room = tall * 1.25 * len(lines)
        top = (SIZE.height() - room) / 2 - 24
        for number, line in enumerate(lines):
            place = QRectF(MARGIN, top + number * tall * 1.25, width, tall * 1.25)
            _write(painter, place, line, tall, Qt.AlignmentFlag.AlignCenter, bold=True)
        below = QRectF(MARGIN, top + room + 14, width, 70)
        _write(painter, below, in_two(sign.sentence), 8.2, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        foot = QRectF(MARGIN, SIZE.height() - MARGIN - SMALL, width, SMALL)
        _write(painter, foot, sign.company, 4.6, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        _write(painter, foot, sign.foot, 4.6, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def large_lines(words: str) -> list[str]:
    """The words on as few lines as stay large, of about the same length."""
    count = max(1, -(-len(words) // LONGEST))
    long = max(1, -(-len(words) // count))
    return [words[start : start + long] for start in range(0, len(words), long)] or [""]


def in_two(sentence: str) -> str:
    """A long sentence on two lines, broken behind the comma that is nearest to its middle."""
    commas = [place + 1 for place, sign in enumerate(sentence) if sign == "、"]
    if len(sentence) <= SHORT or not commas:
        return sentence
    place = min(commas, key=lambda comma: abs(comma - len(sentence) / 2))
    return f"{sentence[:place]}\n{sentence[place:]}"


def _write(
    painter: QPainter, place: QRectF, words: str, tall: float, align: Qt.AlignmentFlag, *, bold: bool = False
) -> None:
    """Words so many millimetres tall; what is too wide for its line becomes smaller."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(MM, MM)
    room = QRectF(0, 0, place.width() / MM, place.height() / MM)
    font = fonts.font(FACE, round(tall / MM))
    font.setBold(bold)
    if align & Qt.AlignmentFlag.AlignVCenter:
        wide = QFontMetricsF(font).horizontalAdvance(words)
        if wide > room.width():
            font.setPixelSize(max(1, int(font.pixelSize() * room.width() / wide)))
    painter.setFont(font)
    painter.setPen(INK)
    painter.drawText(room, int(align | Qt.TextFlag.TextWrapAnywhere), words)
    painter.restore()
