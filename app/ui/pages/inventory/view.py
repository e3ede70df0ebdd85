"""The table of assets under the hand: keys, selection, copying and pasting as in Excel.

Enter confirms a guess or edits; in an edit it writes and goes down. Tab goes on, and leaves the table at its end. Typing starts an
edit. Del clears cells, or takes out whole rows that were chosen by their numbers.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from app.domain.columns import sheet as sheets
from app.ui.look import Look
from app.ui.pages.inventory import heads as asset_heads
from app.ui.pages.inventory.cells import CellDelegate
from app.ui.pages.inventory.columns import COLUMNS, GUESS, ROLE, at
from app.ui.pages.inventory.table import AssetTable, Index

MoveNext, MovePrevious = QAbstractItemView.CursorAction.MoveNext, QAbstractItemView.CursorAction.MovePrevious
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Hand:
    """What the keys of the table lead to; assets are ids, columns are keys."""

    confirm: Callable[[list[str], str], object]
    remove: Callable[[list[str]], object]
    clear: Callable[[list[str], list[str]], object]
    move: Callable[[str, int], object]
    details: Callable[[str], object]
    paste: Callable[[], object]


class AssetView(QTableView):
    """Shows an AssetTable."""

    moved = Signal()

    def __init__(self, look: Look, model: AssetTable, hand: Hand) -> None:
        super().__init__()
        self._look, self._model, self._hand = look, model, hand
        self._place: tuple[str, int] | None = None
        self._delegate = CellDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("情報資産の表")
        self.setAccessibleDescription("Enterで書くか仮を確定、Tabで次へ、F6で表の外へ")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        asset_heads.dress(self, look)
        self.verticalHeader().sectionDoubleClicked.connect(lambda row: hand.details(model.asset(row)))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        model.shaped.connect(self._span)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        self.show_columns(())
        self._span()

    # what is chosen -------------------------------------------------------------------------------------

    @property
    def asset(self) -> str:
        """The asset where the keyboard is, "" in the last row."""
        return self._model.asset(self.currentIndex().row())

    def chosen(self) -> tuple[list[str], list[str]]:
        """The selected assets from the top, and the selected columns that are seen, from the left."""
        rows, columns = self._chosen_cells()
        return [self._model.asset(row) for row in rows], [COLUMNS[column].key for column in columns]

    def _chosen_cells(self) -> tuple[list[int], list[int]]:
        rows: set[int] = set()
        columns: set[int] = set()
        for top, bottom, left, right in self._ranges():
            rows |= set(range(top, min(bottom + 1, self._model.new_row)))
            columns |= set(range(left, right + 1))
        return sorted(rows), sorted(column for column in columns if not self.isColumnHidden(column))

    def _ranges(self) -> list[tuple[int, int, int, int]]:
        selection = self.selectionModel().selection()
        found = (selection.at(number) for number in range(selection.count()))
        return [(part.top(), part.bottom(), part.left(), part.right()) for part in found]

    def columns(self, start: int = 0) -> list[str]:
        """The columns that are seen from the left, beginning with one of them."""
        return [field.key for n, field in enumerate(COLUMNS) if n >= start and not self.isColumnHidden(n)]

    def seen(self) -> tuple[int, int]:
        """The first and last row in view, as counted by the owner; (0, 0) when there is none."""
        count = len(self._model.order)
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - self.verticalHeader().defaultSectionSize() // 2)
        until = count if last < 0 else min(last + 1, count)
        return (first + 1, until) if count and 0 <= first < count else (0, 0)

    def go_to(self, asset: str, key: str = "name") -> None:
        """Put the keyboard on a cell and show it."""
        row = self._model.row_of(asset) if asset else self._model.new_row
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, at(key)))
            self.scrollTo(self.currentIndex())

    def show_columns(self, also: Collection[str] | None) -> None:
        """The columns that matter most and these; None is all of them."""
        asset_heads.show(self, self._look, also)

    # keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState or not self._key(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text that comes at once instead of being composed first, as when spoken, begins an edit like any letter."""
        editing = self.state() is QAbstractItemView.State.EditingState
        super().inputMethodEvent(event)
        field = QApplication.focusWidget()
        if event.commitString() and not editing and field is not None and field is not self:
            QApplication.sendEvent(field, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key was ours."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._hand.paste()
        elif key == Qt.Key.Key_Delete:
            self._delete()
        elif key == Qt.Key.Key_F6:
            self._leave(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif alt and key in ENTER:
            self._hand.details(self.asset)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._hand.move(self.asset, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and self.asset:
            return self._model.discard(self.asset, COLUMNS[index.column()].key)
        elif key in ENTER and index.data(GUESS):
            self._confirm(index)
        elif key in ENTER and index.isValid():
            self.edit(index)
        else:
            return self._leaves(event)
        return True

    def _leaves(self, event: QKeyEvent) -> bool:
        """Tab in the last row and Shift+Tab in the first cell lead out of the table."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Tab and index.row() >= self._model.new_row:
            return self._leave(forward=True)
        if event.key() == Qt.Key.Key_Backtab and (not index.isValid() or index.row() == 0 == index.column()):
            return self._leave(forward=False)
        return False

    def _leave(self, *, forward: bool) -> bool:
        """Hand the keyboard to the widget after or before the table, for which Qt must not take Tab as a step inside."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
        return True

    def _confirm(self, index: QModelIndex) -> None:
        """Confirm a guess, and go on to the next one of this row."""
        row = index.row()
        self._hand.confirm([self.asset], COLUMNS[index.column()].key)
        rest = (
            self._model.index(row, n) for n in range(index.column() + 1, len(COLUMNS)) if not self.isColumnHidden(n)
        )
        following = next((cell for cell in rest if cell.data(GUESS)), None)
        if following is not None:
            self.setCurrentIndex(following)

    def _delete(self) -> None:
        assets, keys = self.chosen()
        if assets and len(keys) == len(self.columns()):
            self._hand.remove(assets)
        elif assets:
            self._hand.clear(assets, keys)

    def copy(self) -> None:
        """The selected cells to the clipboard, as Excel takes them."""
        rows, columns = self._chosen_cells()
        cells = [[self._model.index(row, column).data(ROLE.EditRole) for column in columns] for row in rows]
        if cells:
            QGuiApplication.clipboard().setText(sheets.write(cells))

    # an edit comes to its end ---------------------------------------------------------------------------

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes down, Tab goes on; a cell whose text was refused stays where it is."""
        hints = QAbstractItemDelegate.EndEditHint
        index, sideways = self.currentIndex(), {hints.EditNextItem: MoveNext, hints.EditPreviousItem: MovePrevious}
        super().closeEditor(editor, hints.NoHint if hint in sideways else hint)
        if not index.isValid() or self._model.is_refused(index):
            return
        if hint in sideways:
            self.setCurrentIndex(self.moveCursor(sideways[hint], Qt.KeyboardModifier.NoModifier))
        elif hint == hints.SubmitModelCache:
            if index.data(GUESS):
                self._hand.confirm([self.asset], COLUMNS[index.column()].key)
            if self._model.asset(index.row()):
                self.setCurrentIndex(index.siblingAtRow(index.row() + 1))

    # focus and selection --------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._shade()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._shade()
        self.moved.emit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            asset_heads.fit(self, self._look)
        self.moved.emit()

    def _shade(self) -> None:
        """While one cell is chosen, its whole row stands on the pale ground."""
        ranges = self._ranges()
        alone = len(ranges) == 1 and ranges[0][0] == ranges[0][1] and ranges[0][2] == ranges[0][3]
        row = ranges[0][0] if alone else -1
        self._delegate.pale_row = row if row < self._model.new_row else -1
        self.viewport().update()

    def _remember(self) -> None:
        index = self.currentIndex()
        self._place = (self.asset, index.column()) if index.isValid() else None

    def _return(self) -> None:
        """After the rows were laid out anew, back to the same cell; to the top where it is not shown any more."""
        if self._place is not None:
            asset, column = self._place
            row = self._model.row_of(asset) if asset else self._model.new_row
            index = self._model.index(max(row, 0), column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self.moved.emit()

    def _span(self) -> None:
        """The last row is one long cell."""
        self.clearSpans()
        self.setSpan(self._model.new_row, 0, 1, len(COLUMNS))
        self._shade()
