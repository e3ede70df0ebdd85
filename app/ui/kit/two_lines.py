"""A list whose rows have a title and, softer below it, a second line; both are wrapped."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.kit import text
from app.ui.look import Look

KEY = Qt.ItemDataRole.UserRole
SECOND = KEY + 1
WIDE = 1.35
"""The height of a line, in heights of its letters."""


class TwoLines(QListWidget):
    """Rows of (key, title, second line). `chosen` tells the key that the owner came to, `taken` that he pressed it."""

    chosen = Signal(str)
    taken = Signal(str)

    def __init__(self, look: Look, name: str, *, whole: bool = False) -> None:
        """`whole`: as high as all its rows, for a list inside something that scrolls."""
        super().__init__()
        self._whole = whole
        self.setProperty("plain", "true")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Delegate(self, look))
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(item.data(KEY)) if item else None)
        for pressed in (self.itemClicked, self.itemActivated):
            pressed.connect(lambda item: self.taken.emit(item.data(KEY)))

    def fill(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """New rows; what was chosen stays chosen where it is still there, and nobody is told. Other rows begin at the top."""
        item = self.currentItem()
        here, place, before = item.data(KEY) if item else "", self.verticalScrollBar().value(), self.listed()
        self.blockSignals(True)
        self.clear()
        for key, title, second in rows:
            item = QListWidgetItem(title, self)
            item.setData(KEY, key)
            item.setData(SECOND, second)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}　{second}")
        self.blockSignals(False)
        self.show_chosen(here)
        self.verticalScrollBar().setValue(place if self.listed() == before else 0)

    def listed(self) -> list[str]:
        """The keys in order."""
        return [self.item(row).data(KEY) for row in range(self.count())]

    def show_chosen(self, key: str) -> None:
        """Show this row as chosen, without telling anybody."""
        keys = self.listed()
        self.blockSignals(True)
        self.setCurrentRow(keys.index(key) if key in keys else -1)
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if self._whole:
            self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth())


class _Delegate(QStyledItemDelegate):
    """Paints both lines; a ring marks the row where the keyboard is."""

    def __init__(self, view: TwoLines, look: Look) -> None:
        super().__init__(view)
        self._view, self._look = view, look
        self._fonts = (look.font("table"), look.font("caption"))
        self._inks = (look.color("ink"), look.color("ink2"))
        self._ring = QPen(look.color("ai"), 2)
        self._side, self._air = look.px(14), look.px(6)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        both = zip(self._lines(index, width - 2 * self._side), self._fonts, strict=True)
        return QSize(width, sum(self._height(lines, font) for lines, font in both) + 2 * self._air)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._ring)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        room = QRect(option.rect).adjusted(self._side, self._air, -self._side, 0)
        for lines, font, ink in zip(self._lines(index, room.width()), self._fonts, self._inks, strict=True):
            painter.setFont(font)
            painter.setPen(ink)
            text.paint_lines(painter, room, lines, WIDE)
            room.setTop(room.top() + self._height(lines, font))
        painter.restore()

    def _lines(self, index: QModelIndex | QPersistentModelIndex, width: int) -> list[list[str]]:
        """The lines of the title, and those of the second line."""
        words = (index.data(), index.data(SECOND))
        return [text.broken(said, font, width) for said, font in zip(words, self._fonts, strict=True)]

    def _height(self, lines: list[str], font: QFont) -> int:
        return len(lines) * text.pitch(QFontMetrics(font), WIDE)
