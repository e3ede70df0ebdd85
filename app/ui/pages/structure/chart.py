"""体制図 on the screen: the boxes of the paper in its proportions, each a button that leads to the fields of its seat.

One stop for Tab; the arrows go from box to box in the order in which the chart is read.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLine, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.chart import MIDDLE, chart_of, edges, told, told_box, two_by_two
from app.documents.tree import Blank, Box, Chart
from app.domain.ledger.company import Company
from app.ui.kit import text
from app.ui.kit.pressed import PressButton
from app.ui.kit.roving import Roving
from app.ui.look import Look

EMPTY = "まだ決まっていません"
WIDEST = 760
"""Wider than this the lines would lead the eye too far."""
AIR = 1.3


class BoxButton(PressButton):
    """Role, name, department and title, one below the other."""

    def __init__(self, box: Box, look: Look, go: Callable[[], object], *, top: bool) -> None:
        super().__init__()
        self._look, self._pad = look, look.px(8)
        self.setProperty("box", "top" if top else "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: go())
        self.show_box(box)

    def show_box(self, box: Box) -> None:
        """Who sits there now."""
        empty = isinstance(box.person, Blank)
        name = ("table", "kari", EMPTY) if empty else ("h2", "ink", box.person.text)
        self._parts = [("caption", "ink2", box.role), name, *([("caption", "ink2", box.work)] if box.work else [])]
        self._empty = empty
        self.setAccessibleName("、".join(filter(None, (told_box(box), box.work))))
        self.setAccessibleDescription("押すと、この役を書く欄へ進みます。")
        self.update()

    def height_at(self, width: int) -> int:
        """How high it has to be for its words."""
        return sum(room for *_, room in self._lines(width)) + 2 * self._pad

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        lines = self._lines(self.width())
        top = (self.height() - sum(room for *_, room in lines)) // 2
        for size, token, words, room in lines:
            painter.setFont(self._look.font(size, bold=size == "h2"))
            line = QRect(self._pad, top, self.width() - 2 * self._pad, room)
            if token == "kari":
                wide = painter.fontMetrics().horizontalAdvance(words) + 2 * self._pad
                ground = QRect((self.width() - wide) // 2, top, wide, room)
                painter.fillRect(ground.intersected(line), self._look.color("kari_pale"))
            painter.setPen(self._look.color(token))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
            top += room

    def _lines(self, width: int) -> list[tuple[str, str, str, int]]:
        """Size, colour, words and height of each line at this width."""
        found = []
        for size, token, words in self._parts:
            font = self._look.font(size, bold=size == "h2")
            room = text.pitch(QFontMetrics(font), AIR)
            found += [(size, token, line, room) for line in text.broken(words, font, width - 2 * self._pad)]
        return found


class ChartView(QWidget):
    """The chart of a company; `go` is told of which box (its number, in the order of the seats)."""

    def __init__(self, look: Look, go: Callable[[int], object]) -> None:
        super().__init__()
        self._look, self._go = look, go
        self._gap = look.px(10)
        self._boxes: list[BoxButton] = []
        self._roving = Roving(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(look.px(WIDEST))
        self.setAccessibleName("体制図")

    def show_company(self, company: Company) -> None:
        """Draw it as it is now; boxes that stay keep the keyboard."""
        chart = chart_of(company)
        self.setAccessibleDescription(told(chart))
        if len(self._boxes) == len(chart.boxes):
            for button, box in zip(self._boxes, chart.boxes, strict=True):
                button.show_box(box)
        else:
            self._make(chart)
        self._place(self.width())
        self.updateGeometry()
        self.update()

    def _make(self, chart: Chart) -> None:
        for old in self._boxes:
            old.hide()
            old.deleteLater()
        self._boxes = [
            BoxButton(box, self._look, lambda number=number: self._go(number), top=not number)  # type: ignore[misc]
            for number, box in enumerate(chart.boxes)
        ]
        for button in self._boxes:
            button.setParent(self)
            button.show()
        self._roving.gather(self._boxes)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._bottom(self._rows(width))

    def sizeHint(self) -> QSize:
        width = self._look.px(WIDEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.heightForWidth(max(self.width(), self._look.px(240))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The trunk, and the line to each box."""
        if not self._boxes:
            return
        painter = QPainter(self)
        painter.setPen(self._look.color("edge"))
        trunk = edges(self.width() - 1)[MIDDLE]
        reached = self._boxes[0].geometry().bottom()
        for button in self._boxes[1:]:
            box = button.geometry()
            middle = box.center().y()
            painter.drawLine(QLine(trunk, reached, trunk, middle))
            painter.drawLine(QLine(box.right() if box.right() < trunk else box.left(), middle, trunk, middle))

    def _place(self, width: int) -> None:
        for row in self._rows(width):
            for button, area in row:
                button.setGeometry(area)

    def _rows(self, width: int) -> list[list[tuple[BoxButton, QRect]]]:
        """The box on top and the pairs below it, where each stands at this width; the two of a pair are as high as the higher."""
        if not self._boxes:
            return []
        at = edges(width - 1)
        top, *below = self._boxes
        sides = [(at[0], at[MIDDLE - 1]), (at[MIDDLE + 1], at[-1])]
        rows = [self._row([(top, (at[1], at[-2]))], 0)]
        for pair in two_by_two(below):
            rows.append(self._row(list(zip(pair, sides, strict=False)), self._bottom(rows) + self._gap))
        return rows

    def _row(self, row: Sequence[tuple[BoxButton, tuple[int, int]]], y: int) -> list[tuple[BoxButton, QRect]]:
        height = max(button.height_at(right - left) for button, (left, right) in row)
        return [(button, QRect(left, y, right - left + 1, height)) for button, (left, right) in row]

    def _bottom(self, rows: Sequence[Sequence[tuple[BoxButton, QRect]]]) -> int:
        return rows[-1][0][1].bottom() + 1 if rows else 0
