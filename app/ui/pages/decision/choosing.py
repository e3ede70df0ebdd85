"""Rows with a check box each: pressing a row, or Space on it, ticks it and ticks it off again; nothing else ever takes a tick away.

What is ticked is what the table calls selected, so Shift, Ctrl+A and a screen reader know of it.
"""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from app.ui import icons
from app.ui.kit.level_cells import LevelDelegate
from app.ui.look import Look

Flag = QItemSelectionModel.SelectionFlag
BOX = 20


class CheckedRows(QTableView):
    """The table."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        px = look.px
        self.setItemDelegate(CheckedDelegate(look, self))
        self.setAccessibleName(name)
        self.setAccessibleDescription("スペースキーで選ぶ、もう一度で外す。Enterでその一件を開く")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.setWordWrap(False)
        self.setMinimumHeight(px(260))
        self.verticalHeader().sectionPressed.connect(self._tick)
        self.verticalHeader().setDefaultSectionSize(px(36))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _tick(self, row: int) -> None:
        """The number of a row was pressed."""
        self.selectionModel().select(self.model().index(row, 0), Flag.Toggle | Flag.Rows)

    def _tick_between(self, before: QModelIndex, event: QInputEvent) -> None:
        """Shift ticks all rows from where the keyboard was to where it has come."""
        here, flags = self.currentIndex(), Flag.Select | Flag.Rows
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and before.isValid() and before != here:
            first, last = sorted((before.row(), here.row()))
            self.selectionModel().select(
                QItemSelection(self.model().index(first, 0), self.model().index(last, 0)), flags
            )

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """What a press or a key does to the ticks."""
        if not isinstance(event, QInputEvent):
            return Flag.NoUpdate  # the keyboard was put there
        press = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress
        right = isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.RightButton
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if right or not (press or isinstance(event, QKeyEvent)) or not index.isValid():
            return Flag.NoUpdate
        whole = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not space
        return Flag.Toggle | Flag.Rows if (press or space) and not whole else Flag.NoUpdate

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        super().mousePressEvent(event)
        self._tick_between(before, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        self._tick_between(before, event)


class CheckedDelegate(LevelDelegate):
    """The first cell of a row begins with its check box."""

    def __init__(self, look: Look, parent: CheckedRows) -> None:
        super().__init__(look, parent)
        self._tick = icons.icon("check", look.color("on_ai"), look.px(BOX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.column() == 0:
            self._paint_box(painter, option.rect, chosen=bool(option.state & QStyle.StateFlag.State_Selected))

    def room(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRect:
        beside = super().room(option, index)
        return beside.adjusted(self._look.px(BOX + 8), 0, 0, 0) if index.column() == 0 else beside

    def _paint_box(self, painter: QPainter, cell: QRect, *, chosen: bool) -> None:
        look, side = self._look, self._look.px(BOX)
        box = QRect(cell.left() + look.px(8), cell.center().y() - side // 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("ai" if chosen else "ink2"), 1))
        painter.setBrush(look.color("ai" if chosen else "card"))
        painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), look.px(3), look.px(3))
        painter.restore()
        if chosen:
            self._tick.paint(painter, box.adjusted(2, 2, -2, -2))
