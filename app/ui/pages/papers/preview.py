"""The preview: the pages of a paper in a rail-coloured well, exactly as they will be printed. A click chooses an article."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from app.documents.tree import Document
from app.paper.pages import Pages
from app.ui.kit import buttons
from app.ui.look import LIGHT, Look

GAP = 12
OWN = "会社の文"
A4_MM = 210
STEP = 1.15
ZOOM = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Minus: 1 / STEP, Qt.Key.Key_0: 0.0}
"""What a turn of the wheel does, and the keys on the paper that do the same."""


class Preview(QScrollArea):
    """Fits the page to the width of the well. `chosen` hears the id of the article that was clicked ("" beside them)."""

    def __init__(self, look: Look, chosen: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("well", "true")
        self._zoom = max(1.0, look.scale)  # whoever reads large letters reads them on the paper, too
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName("書類の見本")
        self.setMinimumWidth(look.px(300))
        self._sheet = _Sheet(look, chosen, self.zoom)
        self._sheet.installEventFilter(self)
        self.setWidget(self._sheet)

    def show_document(self, document: Document) -> int:
        """Lay out and show a paper, staying where the reader was. Returns the number of pages. The very same stays as it is."""
        if self._sheet.pages is not None and self._sheet.pages.document == document:
            return self._sheet.pages.count
        place = self.verticalScrollBar().value()
        self._sheet.pages = Pages(document)
        self._sheet.own = frozenset(article.id for article in document.articles() if article.own)
        self._sheet.setAccessibleDescription(self._sheet.pages.plain_text())
        self._fit()
        self.verticalScrollBar().setValue(place)
        return self._sheet.pages.count

    def to_top(self) -> None:
        """Show the first page."""
        self.verticalScrollBar().setValue(0)

    def choose(self, article: str) -> float:
        """Frame an article and bring it into view. Returns how far down the well it starts."""
        self._sheet.article = article
        self._sheet.update()
        frame = self._sheet.frame_of(article)
        if frame.isNull():
            return 0.0
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if frame.top() < bar.value() or frame.bottom() > bar.value() + room:
            bar.setValue(round(frame.top() - room / 4))
        return frame.top() - self.verticalScrollBar().value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A ring around the well while the keyboard is in it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("keyboard", "true" if event.type() is QEvent.Type.FocusIn else "false")
            buttons.restyle(self)
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the paper grows and shrinks."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom(self, factor: float) -> None:
        """Larger or smaller, from the width of the well to four times that; 0 is the width of the well."""
        self._zoom = min(4.0, max(1.0, self._zoom * factor)) if factor else 1.0
        place = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._fit()
        self.verticalScrollBar().setValue(round(place * self.verticalScrollBar().maximum()))

    def _fit(self) -> None:
        self._sheet.fit(round((self.viewport().width() - 2 * GAP) * self._zoom))


class _Sheet(QWidget):
    """All pages one below the other; a page is painted when it is first seen."""

    def __init__(self, look: Look, chosen: Callable[[str], object], zoom: Callable[[float], object]) -> None:
        super().__init__()
        self._look, self._chosen, self._zoom = look, chosen, zoom
        self.pages: Pages | None = None
        self.own: frozenset[str] = frozenset()
        self.article = ""
        self._width = 0
        self._pictures: dict[int, QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fit(self, width: int) -> None:
        """Take this width for a page."""
        self._width = max(width, 200)
        self._pictures.clear()
        if self.pages is not None:
            self.resize(QSize(self._width + 2 * GAP, self.pages.count * (self._height() + GAP) + GAP))
        self.update()

    def frame_of(self, article: str) -> QRectF:
        """Where an article first stands."""
        for n in range(self.pages.count if self.pages else 0):
            if rect := self._articles(n).get(article):
                return rect
        return QRectF()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.pages is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.color("rail"))
        for n in range(self.pages.count):
            top = self._top(n)
            if top > event.rect().bottom() or top + self._height() < event.rect().top():
                continue
            painter.drawPixmap(GAP, top, self._picture(n))
            painter.setPen(QPen(self._look.color("line"), 1))
            painter.drawRect(GAP, top, self._width - 1, self._height() - 1)
            self._mark(painter, self._articles(n))

    def _mark(self, painter: QPainter, articles: dict[str, QRectF]) -> None:
        """A frame around the chosen article; in the margin, downwards, what is in the owner's words. Never printed."""
        painter.setPen(QPen(QColor(LIGHT["ai"]), 1))  # the paper is white in the dark, too
        if frame := articles.get(self.article):
            painter.drawRect(frame.adjusted(-8, -4, 8, 4))
        painter.setFont(self._look.font("caption"))
        height = painter.fontMetrics().height()
        for frame in (rect for article, rect in articles.items() if article in self.own):
            margin = QRectF(frame.right() + 12, frame.top(), height, height)
            for number, letter in enumerate(OWN):
                painter.drawText(margin.translated(0, number * height), Qt.AlignmentFlag.AlignCenter, letter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.pages is None:
            return
        for n in range(self.pages.count):
            for article, rect in self._articles(n).items():
                if rect.contains(event.position()):
                    self._chosen(article)
                    return
        self._chosen("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from article to article; + and − make the paper larger and smaller, 0 as wide as the well."""
        if Qt.Key(event.key()) in ZOOM and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(ZOOM[Qt.Key(event.key())])
            return
        order = self._order()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not order:
            super().keyPressEvent(event)
            return
        here = order.index(self.article) + step if self.article in order else 0
        self._chosen(order[max(0, min(here, len(order) - 1))])

    def _order(self) -> list[str]:
        pages = range(self.pages.count if self.pages else 0)
        return list(dict.fromkeys(article for n in pages for article in self._articles(n)))

    def _picture(self, n: int) -> QPixmap:
        if n not in self._pictures and self.pages is not None:
            ratio = self.devicePixelRatioF()
            self._pictures[n] = QPixmap.fromImage(self.pages.image(n, self._width, ratio))
        return self._pictures[n]

    def _articles(self, n: int) -> dict[str, QRectF]:
        """Where the articles of a page stand in this widget."""
        if self.pages is None:
            return {}
        scale = self._width / self.pages.size_mm.width()
        found = {}
        for article, rect in self.pages.article_rects(n).items():
            corner = rect.topLeft() * scale
            found[article] = QRectF(
                corner.x() + GAP, corner.y() + self._top(n), rect.width() * scale, rect.height() * scale
            )
        return found

    def _height(self) -> int:
        size = self.pages.size_mm if self.pages else None
        return round(self._width * size.height() / size.width()) if size else 0

    def _top(self, n: int) -> int:
        return GAP + n * (self._height() + GAP)
