"""How a cell of the asset ledger is painted, with its marks, and what it is edited with."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.columns.asset import Field
from app.domain.columns.offers import offers
from app.ui.look import Look
from app.ui.pages.inventory.columns import COLUMNS, ENTRUSTED, GUESS, ROLE, TONE
from app.ui.pages.inventory.table import AssetTable

Index = QModelIndex | QPersistentModelIndex
LONGEST = 1_000_000  # characters in one cell; Qt's own limit would cut at 32,767
WIDEST = 380  # px of a field while it is typed in
TONES = {"": "ink", "soft": "ink2", "refused": "shu"}
MULTIPLE = "readers"


class CellDelegate(QStyledItemDelegate):
    """Words with 「仮」 and 「預」 at the right, a pale ground for what is selected, a ring where the keyboard is."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.pale_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected or index.row() == self.pale_row:
            painter.fillRect(option.rect, look.color("ai_pale"))
        room = option.rect.adjusted(look.px(8), 0, -look.px(8), 0)
        if index.data(GUESS):
            room = self._mark(painter, room, "仮", "kari", "kari_pale")
        if index.data(ENTRUSTED):
            room = self._mark(painter, room, "預", "ink2", "")
        painter.setFont(look.font("table"))
        painter.setPen(look.color(TONES[index.data(TONE) or ""]))
        words = painter.fontMetrics().elidedText(index.data() or "", Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(look.color("ai"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _mark(self, painter: QPainter, room: QRect, sign: str, ink: str, ground: str) -> QRect:
        """A small mark at the right; returns the room left for the words."""
        look = self._look
        box = QRectF(0, 0, look.px(22), look.px(20))
        box.moveCenter(QRectF(room).center())
        box.moveRight(room.right() + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if ground else QPen(look.color("edge"), 1))
        painter.setBrush(look.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
        return room.adjusted(0, 0, -look.px(28), 0)

    # editing --------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field, model = COLUMNS[index.column()], index.model()
        assert isinstance(model, AssetTable)
        choices = offers(model.company, field.key)
        editor = self._chooser(parent, field, choices) if field.options else _line(parent, field, choices)
        editor.setAccessibleName(field.label)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = index.data(ROLE.EditRole) or ""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(words)
            if (line := editor.lineEdit()) is not None:
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(words)

    def setModelData(self, editor: QWidget, model, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell, and over its neighbours as far as the words need."""
        cell, whole = option.rect, self._view.viewport().width()
        words = editor.fontMetrics().horizontalAdvance(index.data(ROLE.EditRole) or "") + self._look.px(28)
        width = min(max(cell.width(), words), max(cell.width(), self._look.px(WIDEST)), whole)
        editor.setGeometry(max(0, min(cell.left(), whole - width)), cell.top(), width, cell.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in an open list of choices chooses there, before the cell is left."""
        popup = watched.completer().popup() if isinstance(watched, QLineEdit) and watched.completer() else None
        if event.type() == QEvent.Type.KeyPress and popup is not None and popup.isVisible():
            return False
        return super().eventFilter(watched, event)

    def _chooser(self, parent: QWidget, field: Field, choices: Sequence[str]) -> QComboBox:
        """A pull-down; a closed one opens by itself and is done once something is chosen."""
        box = QComboBox(parent)
        box.addItems(choices)
        box.setMaxVisibleItems(len(choices))
        if not field.closed:
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            if (line := box.lineEdit()) is not None:
                line.setAccessibleName(field.label)
        else:
            QTimer.singleShot(0, box, box.showPopup)
        box.activated.connect(lambda _: self._done(box))
        return box

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def _line(parent: QWidget, field: Field, choices: Sequence[str]) -> QLineEdit:
    """A line to type in, which offers names that contain what was typed."""
    line = QLineEdit(parent)
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(field.hint)
    if choices:
        completer = Names(choices, line) if field.key == MULTIPLE else QCompleter(choices, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
    return line


class Names(QCompleter):
    """Completes the last of several names in a line: 「設計、大」."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition("、")[2].strip()]

    def pathFromIndex(self, index: Index) -> str:
        line = self.widget()
        before, comma, _ = line.text().rpartition("、") if isinstance(line, QLineEdit) else ("", "", "")
        return before + comma + super().pathFromIndex(index)
