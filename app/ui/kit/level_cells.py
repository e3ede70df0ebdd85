"""Levels as chips in the cells of a table. Apart from the other chips, because only tables need what Qt needs for it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit.chips import paint_chip
from app.ui.look import Look

LEVEL = Qt.ItemDataRole.UserRole + 1
"""The role under which a table model hands out the Level of a cell; its words come as DisplayRole."""

SOFT = Qt.ItemDataRole.UserRole + 2
"""The role under which a model says that a cell's words stand in the softer ink."""


class LevelDelegate(QStyledItemDelegate):
    """Cells with a level are chips, others are words; a ring marks the cell where the keyboard is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, level = self._look, index.data(LEVEL)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.color("ai_pale"))
        room = self.room(option, index)
        painter.save()
        if level is not None:
            paint_chip(painter, look, level, index.data(), room)
        else:
            painter.setFont(option.font)
            painter.setPen(look.color("ink2" if index.data(SOFT) else "ink"))
            words = option.fontMetrics.elidedText(index.data() or "", Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.color("ai"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def room(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where the words of a cell stand."""
        return option.rect.adjusted(self._look.px(8), 0, -self._look.px(8), 0)
