"""References and values inside a text: chips that are one character wide for the cursor and show what will be printed."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from app.domain.forms.body import Piece, RefSlot, ValueSlot, Words
from app.ui.kit import text
from app.ui.look import Look

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
NAME = QTextFormat.Property.UserProperty.value + 1
SIGN = "\ufffc"
MOST = 24
LOST = "〔"
"""With this sign begins what is not there: a blank, a lost reference."""


class SlotChips(QPyTextObject):
    """Paints the chips of one document. `texts` says by position what each shows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.texts: Mapping[int, str] = {}

    def intrinsicSize(self, document: QTextDocument, position: int, given: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(document.defaultFont())
        return QSizeF(metrics.horizontalAdvance(self._text(position)) + self._look.px(12), metrics.height())

    def drawObject(
        self, painter: QPainter, room: QRectF | QRect, document: QTextDocument, position: int, given: QTextFormat
    ) -> None:
        text, color = self._text(position), self._look.color
        lost, reference = text.startswith(LOST), name_of(given.toCharFormat())[0] != "value"
        ground, ink = ("kari_pale", "kari") if lost else ("ai_pale", "ai") if reference else ("rail", "ink")
        inner = QRectF(room).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(ink if lost or reference else "edge"), 1))
        painter.setBrush(color(ground))
        painter.drawRoundedRect(inner, 3, 3)
        painter.setPen(color(ink))
        painter.setFont(document.defaultFont())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _text(self, position: int) -> str:
        return text.short(self.texts.get(position, "…"), MOST)


def chip(piece: RefSlot | ValueSlot) -> QTextCharFormat:
    """The format of the one character that stands for a reference or value."""
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    match piece:
        case ValueSlot(name):
            made.setProperty(NAME, ["value", name])
        case RefSlot(target, full):
            made.setProperty(NAME, ["full" if full else "ref", target])
    return made


def name_of(given: QTextCharFormat) -> tuple[str, str]:
    """Kind and name of a chip; two empty words for any other text."""
    kind, name = given.property(NAME) or ("", "") if given.objectType() == CHIP else ("", "")
    return kind, name


def pieces(text: str, given: QTextCharFormat) -> list[Piece]:
    """What a run of characters of one format stands for. Only the sign is a chip; letters typed behind one are words."""
    kind, name = name_of(given)
    if not kind:
        return [Words(text)]
    slot: Piece = ValueSlot(name) if kind == "value" else RefSlot(name, kind == "full")
    found: list[Piece] = []
    for number, words in enumerate(text.split(SIGN)):
        found += [slot] if number else []
        found += [Words(words)] if words else []
    return found
