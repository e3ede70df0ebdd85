"""The table of assets under the hand: what its keys do beyond those of every table.

Enter on a guess confirms it and goes to the next one of the row. Alt+Enter opens the details, Alt+↑ and ↓ move the row.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent

from app.ui.kit.sheet.view import ENTER, SheetView, TableActions
from app.ui.look import Look
from app.ui.pages.inventory import heads as asset_heads
from app.ui.pages.inventory.columns import COLUMNS, GUESS, at
from app.ui.pages.inventory.table import AssetTable


@dataclass(frozen=True)
class AssetTableActions(TableActions):
    """What the keys of the table lead to; assets are ids, columns are keys."""

    confirm: Callable[[list[str], str], object]
    move: Callable[[str, int], object]
    details: Callable[[str], object]


class AssetView(SheetView):
    """Shows an AssetTable."""

    def __init__(self, look: Look, model: AssetTable, actions: AssetTableActions) -> None:
        super().__init__(look, model, actions, "情報資産の表")
        self._model, self._asset_actions = model, actions
        self.setAccessibleDescription("Enterで書くか仮を確定、Tabで次へ、F6で表の外へ")
        asset_heads.dress(self, look)
        self.verticalHeader().sectionDoubleClicked.connect(lambda row: actions.details(model.asset(row)))
        self.show_columns(())

    @property
    def asset(self) -> str:
        """The asset where the keyboard is, "" in the last row."""
        return self.here

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
        """The columns that matter most and these; None is all of them. The keyboard does not stay where nobody sees it."""
        asset_heads.show(self, self._look, also)
        index = self.currentIndex()
        if index.isValid() and self.isColumnHidden(index.column()):
            self.setCurrentIndex(index.siblingAtColumn(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            asset_heads.fit(self, self._look)
        self.moved.emit()

    def key(self, event: QKeyEvent) -> bool:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        index = self.currentIndex()
        if alt and key in ENTER:
            self._asset_actions.details(self.asset)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._asset_actions.move(self.asset, -1 if key == Qt.Key.Key_Up else 1)
        elif key in ENTER and index.data(GUESS):
            self._confirm(index)
        else:
            return super().key(event)
        return True

    def written(self, index: QModelIndex) -> None:
        """Enter in an edit says that a guess is right, even if it was left as it stood."""
        if index.data(GUESS):
            self._asset_actions.confirm([self.asset], COLUMNS[index.column()].key)

    def _confirm(self, index: QModelIndex) -> None:
        """Confirm a guess, and go on to the next one of this row."""
        row = index.row()
        self._asset_actions.confirm([self.asset], COLUMNS[index.column()].key)
        rest = (
            self._model.index(row, n) for n in range(index.column() + 1, len(COLUMNS)) if not self.isColumnHidden(n)
        )
        following = next((cell for cell in rest if cell.data(GUESS)), None)
        if following is not None:
            self.setCurrentIndex(following)
