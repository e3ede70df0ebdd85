"""A table under the hand: keys, selection, copying and pasting as in Excel.

Enter edits; in an edit it writes and goes down, to the column where a run of Tabs began. Tab goes on, and leaves the table at its
end. Typing starts an edit. Del and Backspace clear cells; Del takes out rows only where they were chosen by their numbers. Ctrl+C,
X, V and D copy, cut, paste, and fill downwards. These keys are the table's own: elsewhere in the window they do nothing here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QMenu, QTableView, QWidget

from app.domain.columns import sheet as sheets
from app.ui.kit.sheet.cells import CellDelegate
from app.ui.kit.sheet.model import ROLE, Index, SheetModel
from app.ui.look import Look

MoveNext, MovePrevious = QAbstractItemView.CursorAction.MoveNext, QAbstractItemView.CursorAction.MovePrevious
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EDITING = QAbstractItemView.State.EditingState


@dataclass(frozen=True)
class TableActions:
    """What the keys of a table lead to; rows are ids, columns are keys."""

    remove: Callable[[list[str]], object]
    clear: Callable[[list[str], list[str]], object]
    fill_down: Callable[[list[str], list[str]], object]
    paste: Callable[[], object]
    more: Callable[[QMenu], object]


class SheetView(QTableView):
    """Shows a SheetModel."""

    moved = Signal()
    """The keyboard or what is seen is elsewhere."""
    went = Signal()
    """The keyboard is on another cell."""

    def __init__(self, look: Look, model: SheetModel, actions: TableActions, name: str) -> None:
        super().__init__()
        self._look, self._sheet, self._actions = look, model, actions
        self._place: tuple[str, int] | None = None
        self._run: int | None = None  # the column where a run of Tabs began
        self._by_number = False
        self._delegate = CellDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        for chosen in (self.verticalHeader().sectionPressed, self.verticalHeader().sectionEntered):
            chosen.connect(lambda _: self._chose_by_number())
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        model.shaped.connect(self._span)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.horizontalHeader().viewport().update())
        self._span()

    # what is chosen -------------------------------------------------------------------------------------

    @property
    def here(self) -> str:
        """The row where the keyboard is, "" in the last one."""
        return self._sheet.id_at(self.currentIndex().row())

    def chosen(self) -> tuple[list[str], list[str]]:
        """The selected rows from the top, and the selected columns that are seen, from the left."""
        rows, columns = self._chosen_cells()
        return [self._sheet.id_at(row) for row in rows], [self._sheet.columns[column].key for column in columns]

    def _chosen_cells(self) -> tuple[list[int], list[int]]:
        rows: set[int] = set()
        columns: set[int] = set()
        for top, bottom, left, right in self._ranges():
            rows |= set(range(top, min(bottom + 1, self._sheet.new_row)))
            columns |= set(range(left, right + 1))
        return sorted(rows), sorted(column for column in columns if not self.isColumnHidden(column))

    def _ranges(self) -> list[tuple[int, int, int, int]]:
        selection = self.selectionModel().selection()
        found = (selection.at(number) for number in range(selection.count()))
        return [(part.top(), part.bottom(), part.left(), part.right()) for part in found]

    def columns(self, start: int = 0) -> list[str]:
        """The columns that are seen from the left, beginning with one of them."""
        every = enumerate(self._sheet.columns)
        return [column.key for n, column in every if n >= start and not self.isColumnHidden(n)]

    def selectRow(self, row: int) -> None:
        """Choose a row by its number."""
        super().selectRow(row)
        self._chose_by_number()

    def _chose_by_number(self) -> None:
        self._by_number = True

    # keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is EDITING or not self.key(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text that comes at once instead of being composed first, as when spoken, begins an edit like any letter."""
        editing = self.state() is EDITING
        super().inputMethodEvent(event)
        field = QApplication.focusWidget()
        if event.commitString() and not editing and field is not None and field is not self:
            QApplication.sendEvent(field, event)

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key was ours."""
        key, index = event.key(), self.currentIndex()
        keys, held = QKeySequence.StandardKey, event.modifiers()
        if event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Cut):
            self.cut()
        elif event.matches(keys.Paste):
            self._actions.paste()
        elif key == Qt.Key.Key_D and held == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif key == Qt.Key.Key_Delete:
            self._delete()
        elif key == Qt.Key.Key_Backspace:
            self.clear_chosen()
        elif key == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ShiftModifier:
            self.selectRow(index.row())
        elif key == Qt.Key.Key_F6:
            self._leave(forward=not held & Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_Escape and self._sheet.refusal(index) is not None:
            self._sheet.discard(self.here, self._sheet.key(index))
        elif key in ENTER and index.isValid():
            self.edit(index)
        else:
            return self._leaves(event)
        return True

    def _leaves(self, event: QKeyEvent) -> bool:
        """Tab in the last row and Shift+Tab in the first cell lead out of the table."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Tab and index.row() >= self._sheet.new_row:
            return self._leave(forward=True)
        if event.key() == Qt.Key.Key_Backtab and (not index.isValid() or index.row() == 0 == index.column()):
            return self._leave(forward=False)
        self._run = self._run_after(event.key(), index)
        return False

    def _run_after(self, key: int, index: QModelIndex) -> int | None:
        """Where the run of Tabs began to which this key belongs."""
        if key != Qt.Key.Key_Tab:
            return None
        return index.column() if self._run is None else self._run

    def _leave(self, *, forward: bool) -> bool:
        """Hand the keyboard to the widget after or before the table, for which Qt must not take Tab as a step inside."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
        return True

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        """The last row is one long cell, and the keyboard is at its beginning."""
        index = super().moveCursor(action, held)
        return index.siblingAtColumn(0) if index.row() >= self._sheet.new_row else index

    # what the keys do -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """The selected cells to the clipboard, as Excel takes them."""
        rows, columns = self._chosen_cells()
        cells = [[self._sheet.index(row, column).data(ROLE.EditRole) for column in columns] for row in rows]
        if cells:
            QGuiApplication.clipboard().setText(sheets.write(cells))

    def cut(self) -> None:
        """The same, and the cells are empty after it. Rows stay, for there may be more in them than is seen."""
        self.copy()
        self.clear_chosen()

    def clear_chosen(self) -> None:
        """Empty the selected cells."""
        rows, keys = self.chosen()
        if rows:
            self._actions.clear(rows, keys)

    def fill_down(self) -> None:
        """The top cell of each selected column in all below it; of a single row, what stands above it."""
        rows, columns = self._chosen_cells()
        rows = [rows[0] - 1, *rows] if len(rows) == 1 and rows[0] else rows
        if len(rows) > 1:
            keys = [self._sheet.columns[column].key for column in columns]
            self._actions.fill_down([self._sheet.id_at(row) for row in rows], keys)

    def _delete(self) -> None:
        rows, _ = self.chosen()
        if rows and self._by_number:
            self._actions.remove(rows)
        else:
            self.clear_chosen()

    def menu(self) -> QMenu:
        """What the right button of the mouse offers."""
        menu = QMenu(self)
        for words, act in (
            ("切り取り", self.cut),
            ("コピー", self.copy),
            ("貼り付け", self._actions.paste),
            ("上と同じ内容を下へ", self.fill_down),
            ("欄を空にする", self.clear_chosen),
        ):
            menu.addAction(words, act)
        self._actions.more(menu)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        self.menu().exec(self.viewport().mapToGlobal(place))

    # an edit comes to its end ---------------------------------------------------------------------------

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes down, Tab goes on; a cell whose text was refused stays where it is."""
        hints = QAbstractItemDelegate.EndEditHint
        index, sideways = self.currentIndex(), {hints.EditNextItem: MoveNext, hints.EditPreviousItem: MovePrevious}
        super().closeEditor(editor, hints.NoHint if hint in sideways else hint)
        if not index.isValid() or self._sheet.refusal(index) is not None:
            return
        if hint in sideways:
            self._run = self._run_after(Qt.Key.Key_Tab if hint == hints.EditNextItem else 0, index)
            self.setCurrentIndex(self.moveCursor(sideways[hint], Qt.KeyboardModifier.NoModifier))
        elif hint == hints.SubmitModelCache:
            self.written(index)
            self._go_down(index)

    def written(self, index: QModelIndex) -> None:
        """Enter has written a cell."""

    def _go_down(self, index: QModelIndex) -> None:
        """To the row below, in the column where a run of Tabs began; in the last row to its name."""
        if self._sheet.id_at(index.row()):
            row, column = index.row() + 1, index.column() if self._run is None else self._run
            self.setCurrentIndex(self._sheet.index(row, column if row < self._sheet.new_row else 0))
        self._run = None

    # focus and selection --------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._sheet.index(0, 0))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._run = None
        super().mousePressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._by_number = False
        self._shade()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._shade()
        self.moved.emit()
        self.went.emit()

    def _shade(self) -> None:
        """While one cell is chosen, its whole row stands on the pale ground."""
        ranges = self._ranges()
        alone = len(ranges) == 1 and ranges[0][0] == ranges[0][1] and ranges[0][2] == ranges[0][3]
        row = ranges[0][0] if alone else -1
        self._delegate.pale_row = row if row < self._sheet.new_row else -1
        self.viewport().update()

    def _remember(self) -> None:
        index = self.currentIndex()
        self._place = (self.here, index.column()) if index.isValid() else None

    def _return(self) -> None:
        """After the rows were laid out anew, back to the same cell; to the top where it is not shown any more."""
        if self._place is not None:
            row_id, column = self._place
            row = self._sheet.row_of(row_id) if row_id else self._sheet.new_row
            index = self._sheet.index(max(row, 0), column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self.moved.emit()

    def _span(self) -> None:
        """The last row is one long cell."""
        self.clearSpans()
        if len(self._sheet.columns) > 1:
            self.setSpan(self._sheet.new_row, 0, 1, len(self._sheet.columns))
        self._shade()
