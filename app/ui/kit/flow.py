"""A toolbar that breaks its line where the window is narrow or the letters are large."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """Widgets side by side, going on in the next line where there is no room; those that may grow share what is left of a line."""

    def __init__(self, *widgets: QWidget, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # Qt asks many times over before it places anything
            self._heights[width] = self._place(QRect(0, 0, width, 0), only_measure=True)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        self._place(room, only_measure=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, room: QRect, *, only_measure: bool) -> int:
        """Lay the lines out; returns the height of all of them."""
        top = room.top()
        for line in self._lines(room.width()):
            height = max(item.sizeHint().height() for item in line)
            if not only_measure:
                self._place_line(line, QRect(room.left(), top, room.width(), height))
            top += height + self.spacing()
        return max(0, top - self.spacing() - room.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = _least(item)
            if not lines or used + self.spacing() + needed > width:
                lines.append([item])
                used = needed
            else:
                lines[-1].append(item)
                used += self.spacing() + needed
        return lines

    def _place_line(self, line: list[QLayoutItem], room: QRect) -> None:
        widths = [min(_least(item), room.width()) for item in line]
        spare = room.width() - sum(widths) - self.spacing() * (len(line) - 1)
        growing = [n for n, item in enumerate(line) if _grows(item)]
        left = room.left()
        for number, (item, width) in enumerate(zip(line, widths, strict=True)):
            width += max(0, spare) // len(growing) if number in growing else 0
            height = item.sizeHint().height()
            down = (room.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, room.top() + down), QSize(width, height)))
            left += width + self.spacing()


def _least(item: QLayoutItem) -> int:
    """The width an item asks for; one that grows begins with what it cannot do without."""
    return item.minimumSize().width() if _grows(item) else item.sizeHint().width()


def _grows(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
