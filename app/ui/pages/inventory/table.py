"""The asset ledger as a table: its rows, a last row to write a new one in, and an example while there is none.

It holds the ids of the rows that are shown and in which order. A change of the ledger touches only the rows it concerns, so
that selection, scroll position and an edit under way stay; a new search, filter or order lays the table out anew.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.domain.columns.lines import AssetLines, Wish
from app.domain.ledger.company import Company
from app.domain.words import Owner
from app.ui.kit import text
from app.ui.pages.inventory.columns import BLANK, COLUMNS, ENTRUSTED, GUESS, NEEDED, ROLE, TONE, below

Index = QModelIndex | QPersistentModelIndex
FEW = 40  # ranges of rows up to which a change is told range by range


class AssetTable(QAbstractTableModel):
    """`write` takes an asset ("" for a new one), a column and the typed text, and returns what is wrong, or ""."""

    shaped = Signal()

    def __init__(self, company: Company, write: Callable[[str, str, str], str]) -> None:
        super().__init__()
        self._lines = AssetLines(company)
        self._write = write
        self._numbers: dict[str, int] = {}
        self._refused: dict[tuple[str, str], str] = {}
        self.wish = Wish()
        self._order = self._lines.arranged(self.wish)
        self._tail = self._tail_of(company)
        self._renumber()

    # what is shown --------------------------------------------------------------------------------------

    @property
    def company(self) -> Company:
        """The company as the table shows it."""
        return self._lines.company

    @property
    def order(self) -> Sequence[str]:
        """The assets shown, from the top."""
        return self._order

    def asset(self, row: int) -> str:
        """The asset of a row, "" for the last row and the example."""
        return self._order[row] if 0 <= row < len(self._order) else ""

    def row_of(self, asset: str) -> int:
        """The row of an asset, -1 where it is not shown."""
        return self._order.index(asset) if asset in self._numbers and asset in self._order else -1

    @property
    def new_row(self) -> int:
        """The row to write a new asset in."""
        return len(self._order)

    def want(self, wish: Wish) -> None:
        """Show what the owner wishes to see."""
        self.wish = wish
        self._lay_out(self._lines.arranged(wish))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def follow(self, company: Company) -> None:
        """Show the company as it now is. Rows stay where the owner last saw them, even if they no longer fit the filter."""
        before = self._lines.company
        changed = self._lines.renew(company)
        self._renumber()
        self._refused = {cell: text for cell, text in self._refused.items() if cell[0] in company.assets}
        shown = set(self._order)
        new = [asset.id for asset in company.listed if asset.id not in before.assets]
        if self.wish.by:
            target = [asset for asset in self._order if asset in company.assets] + new
        else:
            kept = shown | set(new)
            target = [asset.id for asset in company.listed if asset.id in kept]
        self._move_to(target)
        self._tell_changed(changed & shown)

    def is_refused(self, index: Index) -> bool:
        """Whether a cell holds a text that could not be written."""
        return (self.asset(index.row()), COLUMNS[index.column()].key) in self._refused

    def discard(self, asset: str, key: str) -> bool:
        """Forget a text that could not be written; whether there was one."""
        if self._refused.pop((asset, key), None) is None:
            return False
        self._tell_changed({asset})
        return True

    # Qt's questions -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._order) + self._tail

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.row() > self.new_row:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section, role)
        field = COLUMNS[section]
        sorted_by = field.key == self.wish.by
        if role == ROLE.DisplayRole:
            return f"{field.label} {'▼' if self.wish.down else '▲'}" if sorted_by else field.label
        if role == ROLE.AccessibleTextRole:
            return f"{field.label}、{'降順' if self.wish.down else '昇順'}に並んでいます" if sorted_by else field.label
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        field, row = COLUMNS[index.column()], index.row()
        if row >= self.new_row:
            return below(row - self.new_row, index.column(), role)
        asset = self.company.assets[self._order[row]]
        refused = self._refused.get((asset.id, field.key))
        words = self._lines.text(asset.id, field.key) if refused is None else refused
        blank = BLANK if not words and field.key in NEEDED else ""
        guess = field.key in asset.guesses and refused is None
        match role:
            case ROLE.DisplayRole:
                return " ".join(words.splitlines()) or blank
            case ROLE.EditRole:
                return words
            case ROLE.ToolTipRole:
                return text.tip(words) if words else None
            case ROLE.AccessibleTextRole:
                said = "、まだ書き込んでいません" if refused is not None else "、仮" if guess else ""
                return f"{words or ('空欄' if blank else '')}{said}"
            case _ if role == GUESS:
                return guess
            case _ if role == ENTRUSTED:
                return field.key == "name" and asset.owner is Owner.ENTRUSTED
            case _ if role == TONE:
                return "refused" if refused is not None else "soft" if guess or blank else ""
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        asset, field, text = self.asset(index.row()), COLUMNS[index.column()], str(value)
        if asset and text == self._lines.text(asset, field.key):
            self.discard(asset, field.key)
            return True
        if not asset and not text.strip():
            return False
        problem = self._write(asset, field.key, text)
        if problem and asset:
            self._refused[asset, field.key] = text
            self.dataChanged.emit(index, index)
        elif asset:
            self.discard(asset, field.key)
        return not problem

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the owner's own order."""
        wish, down = self.wish, order is Qt.SortOrder.DescendingOrder
        by = COLUMNS[column].key if column >= 0 else ""
        self.want(Wish(wish.words, wish.department, wish.guesses, by, down))

    # the workings ---------------------------------------------------------------------------------------

    def _tail_of(self, company: Company) -> int:
        """Rows below the assets: the one to write in, and the example while there is nothing at all."""
        return 1 if company.assets else 2

    def _row_head(self, row: int, role: int) -> Any:
        if role == ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == ROLE.AccessibleTextRole and row == self.new_row:
            return "新しい行"
        if role not in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return None
        if row >= self.new_row:
            return "＋" if row == self.new_row else "例"
        return str(self._numbers[self._order[row]])

    def _renumber(self) -> None:
        self._numbers = {asset.id: number for number, asset in enumerate(self.company.listed, 1)}

    def _lay_out(self, order: list[str]) -> None:
        self.beginResetModel()
        self._order = order
        self._tail = self._tail_of(self.company)
        self.endResetModel()
        self.shaped.emit()

    def _tell_changed(self, assets: set[str]) -> None:
        """Tell of changed rows; the table's edges follow from their numbers."""
        rows = sorted(row for row, asset in enumerate(self._order) if asset in assets)
        last = len(COLUMNS) - 1
        for first, until in ranges(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(until, last))
        if self._order:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._order) - 1)

    def _move_to(self, target: list[str]) -> None:
        """Go over to another list of rows, by taking rows out and putting rows in where that is all there is to it."""
        had, stay = set(self._order), set(target)
        out = ranges([row for row, asset in enumerate(self._order) if asset not in stay])
        into = ranges([row for row, asset in enumerate(target) if asset not in had])
        same_order = [asset for asset in self._order if asset in stay] == [asset for asset in target if asset in had]
        if not same_order or not target or len(out) + len(into) > FEW:
            self._lay_out(target)
            return
        for first, until in reversed(out):
            self.beginRemoveRows(QModelIndex(), first, until)
            del self._order[first : until + 1]
            self.endRemoveRows()
        for first, until in into:
            if first < len(self._order):
                self.beginInsertRows(QModelIndex(), first, until)
                self._order[first:first] = target[first : until + 1]
                self.endInsertRows()
            else:
                self._append(target[first : until + 1])
        if out or into:
            self.shaped.emit()

    def _append(self, assets: list[str]) -> None:
        """Rows at the end: the row to write in becomes the first of them, so that whoever writes there stays in that row."""
        row, first = len(self._order), len(self._order) + self._tail
        grown = len(assets) + 1 - self._tail
        if grown:
            self.beginInsertRows(QModelIndex(), first, first + grown - 1)
        self._order += assets
        self._tail = 1
        if grown:
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(first - 1, len(COLUMNS) - 1))


def ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Row numbers as runs: 1 2 3 7 as (1, 3) (7, 7)."""
    if not rows:
        return []
    breaks = [(before, after) for before, after in pairwise(rows) if after != before + 1]
    return list(
        zip([rows[0], *(after for _, after in breaks)], [*(before for before, _ in breaks), rows[-1]], strict=True)
    )
