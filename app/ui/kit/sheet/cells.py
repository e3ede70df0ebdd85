"""How a cell of a table is painted, with its marks, and what it is edited with."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
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

from app.ui.kit.fields import PullDown, TextLine
from app.ui.kit.sheet.model import ENTRUSTED, GUESS, ROLE, TOLD, TONE, Editing, SheetModel
from app.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
WIDEST = 380  # px of a field while it is typed in
LONGEST_LIST = 12  # choices seen at once
TONES = {"": "ink", "soft": "ink2", "refused": "shu"}
STEPS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
"""Keys with which a closed pull-down of Qt goes to another choice at once."""


def told_width(look: Look, words: str) -> int:
    """How wide the mark with these words is."""
    return max(look.px(22), QFontMetrics(look.font("caption")).horizontalAdvance(words) + look.px(10))


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
        if told := index.data(TOLD):
            room = self._mark(painter, room, told, "ink", "")
        painter.setFont(look.font("table"))
        painter.setPen(look.color(TONES[index.data(TONE) or ""]))
        words = painter.fontMetrics().elidedText(index.data() or "", Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.restore()
        if self._is_here(index):
            self._ring(painter, option.rect)

    def _is_here(self, index: Index) -> bool:
        """Whether the keyboard is on this cell. The last row is one long cell."""
        here, model = self._view.currentIndex(), index.model()
        long = isinstance(model, SheetModel) and here.isValid() and here.row() == model.new_row
        return index.row() == here.row() if long else index == here

    def _ring(self, painter: QPainter, room: QRect) -> None:
        """Where the keyboard is, or will be when it comes back to the table."""
        painter.save()
        painter.setPen(QPen(self._look.color("ai" if self._view.hasFocus() else "edge"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.intersected(self._view.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.restore()

    def _mark(self, painter: QPainter, room: QRect, sign: str, ink: str, ground: str) -> QRect:
        """A small mark at the right; returns the room left for the words."""
        look = self._look
        width = told_width(look, sign)
        box = QRectF(0, 0, width, look.px(20))
        box.moveCenter(QRectF(room).center())
        box.moveRight(room.right() + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if ground else QPen(look.color("edge"), 1))
        painter.setBrush(look.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.restore()
        painter.setFont(look.font("caption"))
        painter.setPen(look.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
        return room.adjusted(0, 0, -width - look.px(6), 0)

    # editing --------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, SheetModel)
        column = index.column() if index.row() < model.new_row else 0
        how = model.editing(column)
        editor: QWidget = self._pull_down(parent, how) if how.pull_down else _line(parent, how)
        for named in (editor, editor.lineEdit() if isinstance(editor, QComboBox) else None):
            if named is not None:
                named.setAccessibleName(model.columns[column].label)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = index.data(ROLE.EditRole) or ""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(words))
            if (line := editor.lineEdit()) is not None:
                line.setText(words)
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(words)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            if editor.isEditable() or editor.currentIndex() >= 0:
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

    def _pull_down(self, parent: QWidget, how: Editing) -> QComboBox:
        """A pull-down, done once something was chosen in its list; a closed one opens by itself."""
        box = CellPullDown(parent)
        box.addItems(list(how.offered))
        box.setMaxVisibleItems(min(len(how.offered), LONGEST_LIST))
        if how.closed:
            QTimer.singleShot(0, box, box.showPopup)
        else:
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            if (line := box.lineEdit()) is not None:
                line.setPlaceholderText(how.hint)
        box.activated.connect(lambda _: self._done(box))
        return box

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class CellPullDown(PullDown):
    """The arrow keys open the list instead of choosing the next one at once: what is chosen is written."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.showPopup()
        else:
            super().keyPressEvent(event)


def _line(parent: QWidget, how: Editing) -> QLineEdit:
    """A line to type in, which offers names that contain what was typed."""
    line = TextLine(parent=parent)
    line.setPlaceholderText(how.hint)
    if how.offered:
        completer = Names(list(how.offered), line) if how.several else QCompleter(list(how.offered), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if (shown := completer.popup()) is not None:  # a window of its own, which inherits nothing
            shown.setStyleSheet(parent.window().styleSheet())
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
