"""The pictures of a text that is read: painted into it as drawings, sharp at any size, on the screen and on paper.

Qt asks here for every image of such a document, so that a text can show nothing but our own pictures.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat

from app.domain.drawing import Picture
from app.ui.kit.drawn import EM, Laid, lay
from app.ui.look import Look

SCHEME = "picture"
WIDEST, USUAL = 46 * EM, 36 * EM
"""A picture grows no wider; and how wide it is where nobody says."""


class Drawings(QPyTextObject):
    """Gives a document its pictures by name. `em` is how large an em is in points."""

    def __init__(self, document: QTextDocument, look: Look, em: float) -> None:
        super().__init__(document)
        self._look, self._em = look, em
        self._pictures: Mapping[str, Picture] = {}
        self._laid: dict[tuple[str, int], Laid] = {}
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self)

    def show(self, pictures: Mapping[str, Picture]) -> None:
        """The pictures of the text that comes next."""
        self._pictures = pictures
        self._laid.clear()

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """As wide as the text, as high as it needs to be."""
        scale, width = self._scale(doc), self._width(doc)
        laid = self._laid_out(format, width)
        return QSizeF(width * scale, laid.height * scale) if laid else QSizeF(0, 0)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        """Paint it where the text has left room."""
        scale = self._scale(doc)
        laid = self._laid_out(format, round(rect.width() / scale))
        if laid is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x(), rect.y())
        painter.scale(scale, scale)
        for paint in laid.paint(laid.height):
            paint(painter, self._look)
        painter.restore()

    def _laid_out(self, format: QTextFormat, width: int) -> Laid | None:
        """The picture that the text names, None where it is none of ours."""
        scheme, _, name = format.toImageFormat().name().partition(":")
        if scheme != SCHEME or name not in self._pictures:
            return None
        if (name, width) not in self._laid:
            self._laid[name, width] = lay(self._pictures[name].part, 0, 0, width)
        return self._laid[name, width]

    def _scale(self, doc: QTextDocument) -> float:
        """Units of the device for one of ours."""
        return self._em * _dots(doc) / 72 / EM

    def _width(self, doc: QTextDocument) -> int:
        """The room of the text in our units, on paper within its margins (which Qt counts at 96 dots an inch)."""
        if doc.textWidth() <= 0:
            return USUAL
        frame = doc.rootFrame().frameFormat()
        room = doc.textWidth() - (frame.leftMargin() + frame.rightMargin()) * _dots(doc) / 96
        return max(EM, min(WIDEST, int(room / self._scale(doc)) - 1))


def _dots(doc: QTextDocument) -> int:
    """Dots an inch of what the document is shown on."""
    device = doc.documentLayout().paintDevice()
    return device.logicalDpiY() if device else 96
