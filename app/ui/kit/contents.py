"""目次: headings that open and close, and under them what can be chosen."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from app.domain.folding import plain_fold
from app.ui.kit import text
from app.ui.look import Look

KEY = Qt.ItemDataRole.UserRole
WIDE = 1.3
"""The height of a line, in heights of its letters."""


class Contents(QTreeWidget):
    """A tree of (heading, [(key, words)]). `chosen` tells the key that the owner came to, `taken` that he pressed it."""

    chosen = Signal(str)
    taken = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setProperty("plain", "true")
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(look.px(18))
        self.setItemDelegate(_Wrapped(self, look))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heading = look.font("table", bold=True)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._tell)
        for pressed in (self.itemClicked, self.itemActivated):
            pressed.connect(lambda item, _: self.taken.emit(item.data(0, KEY)) if item.data(0, KEY) else None)

    def fill(self, sections: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """New contents; what was chosen stays chosen where it is still there, and nobody is told."""
        here = self.key()
        opened = {heading.text(0) for heading in self._headings() if heading.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._items = {}
        for title, entries in sections:
            heading = QTreeWidgetItem(self, [title])
            heading.setFont(0, self._heading)
            heading.setExpanded(title in opened)
            for key, words in entries:
                item = QTreeWidgetItem(heading, [words])
                item.setData(0, KEY, key)
                item.setToolTip(0, text.tip(words))
                self._items[key] = item
        self.blockSignals(False)
        self.show_chosen(here)

    def open_all(self) -> None:
        """Open every heading."""
        self.expandAll()

    def key(self) -> str:
        """What is chosen, "" for nothing or a heading."""
        item = self.currentItem()
        return (item.data(0, KEY) or "") if item else ""

    def show_chosen(self, key: str) -> None:
        """Show this as chosen, without telling anybody."""
        item = self._items.get(key)
        self.blockSignals(True)
        if item and (heading := item.parent()):
            heading.setExpanded(True)
            self.setCurrentItem(item)
            self.scrollToItem(item, QTreeWidget.ScrollHint.EnsureVisible)
        else:
            self.selectionModel().clear()
        self.blockSignals(False)
        self.viewport().update()

    def keep(self, words: str) -> int:
        """Show only what contains these words; returns how many there are."""
        wanted = plain_fold(words)
        count = 0
        for heading in self._headings():
            found = 0
            for item in filter(None, (heading.child(place) for place in range(heading.childCount()))):
                fits = wanted in plain_fold(item.text(0))
                item.setHidden(not fits)
                found += fits
            heading.setHidden(not found)
            if wanted:
                heading.setExpanded(bool(found))
            count += found
        self.scrollToTop()
        return count

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _headings(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [heading for heading in found if heading]

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item and (key := item.data(0, KEY)):
            self.chosen.emit(key)


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their words need, which the tree would cut off; a ring marks the row where the keyboard is."""

    def __init__(self, tree: Contents, look: Look) -> None:
        super().__init__(tree)
        self._tree, self._side, self._air = tree, look.px(3), look.px(3)
        self._ink, self._ring = look.color("ink"), QPen(look.color("ai"), 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        self._tree.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._tree)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._ring)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.setFont(option.font)
        painter.setPen(self._ink)
        room = QRect(option.rect).adjusted(self._side, self._air, -self._side, 0)
        text.paint_lines(painter, room, text.broken(words, option.font, room.width()), WIDE)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.initStyleOption(option, index)
        depth = 2 if index.parent().isValid() else 1
        width = self._tree.viewport().width() - depth * self._tree.indentation()
        lines = text.broken(option.text, option.font, width - 2 * self._side)
        return QSize(width, len(lines) * text.pitch(option.fontMetrics, WIDE) + 2 * self._air)
