"""The pages of a paper, laid out once and painted anywhere: a preview picture, a printer, a PDF.

Outside this room lengths are millimetres and pages count from 0. The painter's pen gives the colour of the letters: black
on paper, ink on the screen.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from app.documents.tree import Document, mark_style
from app.paper import fonts
from app.paper.layout import strips_of
from app.paper.letters import Run, set_lines
from app.paper.look import look_of
from app.paper.marks import Frame
from app.paper.strips import Mark, paginate

MM = 25.4 / 1440  # of a twip
LEVEL_PAD, LEVEL_SHARE = 100, 0.5  # room beside the level in its frame, and how much of the line it may take
PAPER, INK = QColor("#FFFFFF"), QColor("#1B1B1B")


class Pages:
    """One document as pages."""

    def __init__(self, document: Document) -> None:
        fonts.load()
        self.document = document
        self._look = look_of(document)
        self._pages = paginate(strips_of(document, self._look), self._look.text_height)

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def count(self) -> int:
        return len(self._pages)

    @property
    def size_mm(self) -> QSizeF:
        return QSizeF(self._look.width * MM, self._look.height * MM)

    def paint(self, painter: QPainter, n: int) -> None:
        """Paints page `n` with its upper left corner at the painter's origin; the painter's unit is the millimetre."""
        painter.save()
        painter.scale(MM, MM)
        for place, mark in self.marks(n):
            painter.translate(place)
            mark.paint(painter)
            painter.translate(-place)
        painter.restore()

    def marks(self, n: int) -> Iterator[tuple[QPointF, Mark]]:
        """All that is painted on page `n`, in this order, each with the place it counts from in twips.

        Every ground comes before every rule, because that of one row would cover half of the rule below the row before.
        """
        yield from sorted((*self._margin_marks(n), *self._body_marks(n)), key=lambda placed: placed[1].layer)

    def image(self, n: int, width_px: int, ratio: float = 1.0) -> QImage:
        """Page `n` as a picture `width_px` wide on a screen that has `ratio` real points for each pixel."""
        size = self.size_mm
        scale = width_px * ratio / size.width()
        picture = QImage(QSize(round(width_px * ratio), round(size.height() * scale)), QImage.Format.Format_RGB32)
        picture.fill(PAPER)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setPen(INK)
        painter.scale(scale, scale)
        self.paint(painter, n)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def article_rects(self, n: int) -> dict[str, QRectF]:
        """Where each article stands on page `n`; one that goes over a page's end is on both."""
        look, rects = self._look, dict[str, QRectF]()
        for placed in self._pages[n]:
            if placed.strip.article:
                rect = QRectF(
                    look.left * MM, (look.top + placed.y) * MM, look.text_width * MM, placed.strip.height * MM
                )
                rects[placed.strip.article] = rects.get(placed.strip.article, rect).united(rect)
        return rects

    def plain_text(self) -> str:
        """All that can be read on the pages, a paragraph a line, without what stands in the margins."""
        return "".join(placed.strip.text for page in self._pages for placed in page)

    def _body_marks(self, n: int) -> Iterator[tuple[QPointF, Mark]]:
        for placed in self._pages[n]:
            place = QPointF(self._look.left, self._look.top + placed.y)
            yield from ((place, mark) for mark in placed.strip.marks)
            if placed is self._pages[n][-1]:
                yield from ((place, mark) for mark in placed.strip.foot)

    def _margin_marks(self, n: int) -> Iterator[tuple[QPointF, Mark]]:
        """The header and the footer."""
        document, look = self.document, self._look
        below = look.height - look.footer - look["footer"].line
        yield from self._margin_line("footer", document.foot, f"{n + 1} / {self.count} ページ", below)
        yield from self._margin_line("header", "", document.head_right, look.header)
        if document.head_left:
            yield from ((QPointF(look.left, look.header), mark) for mark in self._level(document.head_left))

    def _level(self, name: str) -> Iterator[Mark]:
        """What a secret is called by stands in a frame: the heavier the ink, the weightier the secret."""
        style, pad = self._look[mark_style(self.document)], LEVEL_PAD
        width = self._look.text_width * LEVEL_SHARE
        line = set_lines([Run(name, colour=style.colour)], style, width, align="left")[0]
        high = style.size + pad
        yield line.moved(pad, (high - line.height) / 2)
        for inset in (0, 2 * style.frame) if style.frame_doubled else (0,):
            yield Frame(
                QRectF(0, 0, line.reach + 2 * pad, high).adjusted(inset, inset, -inset, -inset),
                style.frame,
                style.frame_colour,
            )

    def _margin_line(self, name: str, left: str, right: str, y: int) -> Iterator[tuple[QPointF, Mark]]:
        """Two texts on one line; where there is no room for both, the left one gives way."""
        style, width = self._look[name], self._look.text_width
        at_right = set_lines([Run(right)], style, width, align="right")[0]
        at_left = set_lines([Run(left)], style, width - at_right.reach - style.size, align="left")[0]
        for line in (at_left, at_right):
            yield QPointF(self._look.left, y), line.letters
