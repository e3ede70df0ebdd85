"""The map on screen: two-line headings, quarter discs, little squares for the work it makes, a dashed frame where nothing is."""

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.advice.coverage import WORDS, Cell, Standing
from app.ui.kit import text
from app.ui.look import Look
from app.ui.pages.measures.map import CELL, SECOND, MeasureMap

WRAP = Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextDontClip
HALVES = (
    ("近づけ", "にくく"),
    ("持出し", "にくく"),
    ("見つかり", "やすく"),
    ("秘密と", "分かる"),
    ("信頼を", "保つ"),
    ("接近の", "制御"),
    ("持出し", "困難化"),
    ("視認性", "の確保"),
    ("認識", "向上"),
    ("信頼", "関係"),
    ("今は", "勧めません"),
    ("空いて", "います"),
)
"""Where our own short words are broken when a column is too narrow for them; Qt would break them anywhere."""
BROKEN = {first + second: f"{first}\n{second}" for first, second in HALVES}
SIZES = ("table", "caption")
TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
SQUARES = 3


class TwoLines(QHeaderView):
    """A heading in the owner's words, and under it a second line in the softer ink."""

    def __init__(self, orientation: Qt.Orientation, look: Look, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHighlightSections(False)

    def needed(self, width: int) -> int:
        """The height that the longest heading needs at this width of a section."""
        return max(
            (sum(rect.height() for rect in self._rects(section, QRect(0, 0, width, 1000))) for section in self._all),
            default=0,
        ) + self._look.px(16)

    @property
    def _all(self) -> range:
        return range(self.count())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color("rail"))
        painter.setPen(look.color("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        rects = self._rects(section, rect)
        down = (rect.height() - sum(part.height() for part in rects)) // 2
        flags = self._align | WRAP
        roles, tokens = (Qt.ItemDataRole.DisplayRole, SECOND), ("ink", "ink2")
        for part, role, size, token in zip(rects, roles, SIZES, tokens, strict=True):
            painter.setFont(look.font(size, bold=token == "ink"))
            painter.setPen(look.color(token))
            words = fitting(self._word(section, role), painter.fontMetrics(), part.width())
            painter.drawText(part.translated(0, down), flags, words)
        painter.restore()

    @property
    def _align(self) -> Qt.AlignmentFlag:
        across = self.orientation() is Qt.Orientation.Horizontal
        return Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft

    def _word(self, section: int, role: int) -> str:
        return self.model().headerData(section, self.orientation(), role) or ""

    def _rects(self, section: int, room: QRect) -> list[QRect]:
        """Where both lines stand when they begin at the top of the room."""
        px, found = self._look.px, []
        left, width, top = room.left() + px(4), room.width() - px(6), room.top()
        for role, size in zip((Qt.ItemDataRole.DisplayRole, SECOND), SIZES, strict=True):
            metrics = QFontMetrics(self._look.font(size, bold=size == "table"))
            words = fitting(self._word(section, role), metrics, width)
            box = metrics.boundingRect(QRect(0, 0, width, 1000), self._align | WRAP, words)
            height = math.ceil(box.height() / metrics.height()) * metrics.lineSpacing()
            found.append(QRect(left, top, width, height))
            top += height + px(2)
        return found


def fitting(words: str, metrics: QFontMetrics, width: int) -> str:
    """The words as they fit into a column: in one line, or else broken where one would break them."""
    return words if metrics.horizontalAdvance(words) <= width else BROKEN.get(words, words)


def quarters(cell: Cell) -> int:
    """○◔◑◕●: never quite empty or quite full unless it is."""
    if cell.standing is Standing.FULL or not cell.chosen:
        return 4 if cell.chosen else 0
    return min(3, max(1, round(4 * cell.chosen / cell.suggested)))


def paint_disc(painter: QPainter, ink: QColor, room: QRectF, filled: int) -> None:
    """An outline, filled by quarters."""
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(room)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    inner = room.adjusted(2.5, 2.5, -2.5, -2.5)
    if filled == 4:
        painter.drawEllipse(inner)
    elif filled:
        painter.drawPie(inner, 90 * 16, -filled * 90 * 16)


def _is_tight(look: Look, width: int) -> bool:
    """Whether the numbers of a cell of this width go under the disc."""
    return width < look.px(88)


class Discs(QWidget):
    """Empty, half and full, for the line that explains them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(62), look.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._look.px
        for number, filled in enumerate((0, 2, 4)):
            paint_disc(painter, self._look.color("ink2"), QRectF(1 + number * px(21), 1, px(15), px(15)), filled)


class MapDelegate(QStyledItemDelegate):
    """One cell. Selected is a pale ground; the ring says where the keyboard is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell: Cell = index.data(CELL)
        look, px = self._look, self._look.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "paper" if cell.standing is Standing.NOT_APPLICABLE else "card"
        painter.fillRect(option.rect, look.color("ai_pale" if chosen else ground))
        room = option.rect.adjusted(px(9), px(8), -px(6), -px(8))
        if cell.standing in (Standing.NOT_APPLICABLE, Standing.NOT_NOW):
            self._words(painter, room, WORDS[cell.standing], "ink2")
        else:
            self._count(painter, room, cell)
        if chosen:
            wide = 2 if option.state & QStyle.StateFlag.State_HasFocus else 1
            painter.setPen(QPen(look.color("ai"), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(wide / 2, wide / 2, -wide / 2 - 1, -wide / 2 - 1))
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, words: str, token: str, *, bold: bool = False) -> None:
        painter.setFont(self._look.font("table", bold=bold))
        painter.setPen(self._look.color(token))
        painter.drawText(room, TOP_LEFT | WRAP, fitting(words, painter.fontMetrics(), room.width()))

    def _count(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        px, look = self._look.px, self._look
        paint_disc(painter, look.color("ink"), QRectF(room.left(), room.top() + 1, px(18), px(18)), quarters(cell))
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        right, down = (0, px(20)) if _is_tight(look, room.width() + px(15)) else (px(27), 0)
        numbers = QRect(room.left() + right, room.top() + down, room.width() - right, px(20))
        painter.drawText(numbers, Qt.AlignmentFlag.AlignVCenter, f"{cell.chosen} / {cell.suggested}")
        if cell.standing is Standing.GAP:
            painter.setPen(QPen(look.color("edge"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(-px(5), -px(4), px(2), px(4)))
            self._words(painter, room.adjusted(0, px(27) + down, 0, 0), WORDS[Standing.GAP], "ink", bold=True)
        elif cell.chosen:
            self._effort(painter, room, cell.effort)

    def _effort(self, painter: QPainter, room: QRect, effort: int) -> None:
        px, look = self._look.px, self._look
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        words = "手間"
        wide = painter.fontMetrics().horizontalAdvance(words) + px(4)
        fits = wide + SQUARES * px(11) <= room.width()
        line = QRect(room.left(), room.bottom() - px(17), room.width(), px(18))
        if fits:
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        left = line.left() + (wide if fits else 0)
        for number in range(SQUARES):
            painter.setBrush(look.color("ink2") if number < effort else Qt.BrushStyle.NoBrush)
            painter.drawRect(
                QRectF(QPointF(left + number * px(11) + 0.5, line.center().y() - px(3)), QSize(px(7), px(7)))
            )


class MapView(QTableView):
    """The table itself: as high as it needs, one cell chosen, arrows move, Enter opens."""

    def __init__(self, look: Look, model: MeasureMap) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(MapDelegate(look, self))
        self._head = TwoLines(Qt.Orientation.Horizontal, look, self)
        self.setHorizontalHeader(self._head)
        self.setVerticalHeader(TwoLines(Qt.Orientation.Vertical, look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("対策の地図（漏れる道 × ねらい）")
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._corner = text.text("漏れる道\n＼ねらい", "caption")
        self._corner.setParent(self)
        self._corner.setStyleSheet("background: transparent")
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        px, head, side = self._look.px, self._head, self.verticalHeader()
        wide = px(86)
        side.setFixedWidth(wide)
        each = (self.width() - wide) // self.model().columnCount()
        high = head.needed(max(px(40), each))
        head.setFixedHeight(high)
        self.setFixedHeight(high + self.model().rowCount() * px(100 if _is_tight(self._look, each) else 86) + 2)
        self._corner.setGeometry(px(7), 1, wide - px(8), high)
        super().resizeEvent(event)
