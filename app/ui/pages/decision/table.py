"""All assets with what is suggested and what is decided, for 「一覧で決める」: filtered and sorted in Python."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.advice.evaluation import suggest
from app.domain.advice.progress import undecided
from app.domain.columns.asset import BY_KEY
from app.domain.folding import natural
from app.domain.ledger.company import Company
from app.domain.ledger.unlawful import CHECK_FIRST, held_back
from app.domain.words import Level
from app.ui.kit import text
from app.ui.kit.level_cells import LEVEL, SOFT

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


@dataclass(frozen=True)
class DecisionRow:
    """One asset as the table shows it."""

    id: str
    name: str
    department: str
    suggested: Level | None
    decided: Level | None
    reason: str
    held: bool = False


@dataclass(frozen=True)
class Column:
    """A heading, what stands in a cell, and by what the column is sorted."""

    label: str
    value: Callable[[DecisionRow], str | Level | None]


COLUMNS = (
    Column("情報の名前", lambda row: row.name),
    Column("部門", lambda row: row.department),
    Column("まもり帳の提案", lambda row: CHECK_FIRST if row.held else row.suggested),
    Column("あなたの決定", lambda row: row.decided),
    Column("決めた理由", lambda row: row.reason),
)


class DecisionTable(QAbstractTableModel):
    """The rows of 「未決定」 or 「全部」, in the owner's order until a heading is clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._company = Company(on=date.min)
        self._listed: list[DecisionRow] = []
        self._rows: list[DecisionRow] = []
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show_company(self, company: Company, *, only_open: bool) -> None:
        """Show the company as it is now."""
        self.beginResetModel()
        self._company = company
        self._listed = [
            DecisionRow(
                asset.id,
                asset.name,
                BY_KEY["department"].text(company, asset),
                company.of(asset.id, suggest).level,
                company.level_of(asset.id),
                company.decisions[asset.id].reason if asset.id in company.decisions else "",
                held_back(company, asset),
            )
            for asset in (map(company.assets.__getitem__, undecided(company)) if only_open else company.listed)
        ]
        self._rows = self._in_order()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column of -1 goes back to the owner's order. What is chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        assets = [self._rows[index.row()].id for index in before]
        self._sorted = (column, order)
        self._rows = self._in_order()
        places = {row.id: number for number, row in enumerate(self._rows)}
        after = [self.index(places[a], index.column()) for a, index in zip(assets, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @property
    def assets(self) -> list[str]:
        """The ids from the top."""
        return [row.id for row in self._rows]

    def asset(self, row: int) -> str:
        """The id of a row."""
        return self._rows[row].id

    def with_suggestion(self, rows: Iterable[int]) -> list[str]:
        """The ids of those of some rows for which a level is suggested."""
        found = (self._rows[row] for row in rows)
        return [row.id for row in found if row.suggested is not None]

    def row_of(self, asset: str) -> int:
        """The row of an asset, -1 when it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.id == asset), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == ROLE.DisplayRole else None
        label, (column, order) = COLUMNS[section].label, self._sorted
        if role == ROLE.DisplayRole:
            return label
        if role == ROLE.AccessibleTextRole:
            how = {Qt.SortOrder.AscendingOrder: "小さい順", Qt.SortOrder.DescendingOrder: "大きい順"}[order]
            return f"{label}（{how}に並べています）" if section == column else label
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if role == ROLE.TextAlignmentRole else None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        value = column.value(row)
        if role == LEVEL:
            return value if isinstance(value, Level) else None
        if role == SOFT:
            return value is None
        words = self._company.level_name(value) if isinstance(value, Level) else "まだ" if value is None else value
        if role == ROLE.DisplayRole:
            return words
        if role == ROLE.AccessibleTextRole:
            return f"{row.name}、{column.label}：{words or 'なし'}"
        return text.tip(words) if role == ROLE.ToolTipRole and words else None

    def _in_order(self) -> list[DecisionRow]:
        column, order = self._sorted
        if column < 0:
            return list(self._listed)
        value, down = COLUMNS[column].value, order is Qt.SortOrder.DescendingOrder
        return sorted(self._listed, key=lambda row: _key(value(row)), reverse=down)


def _key(value: str | Level | None) -> tuple[int, tuple[int | str, ...]]:
    """Levels by their rank with 「まだ」 first, words as they are sorted everywhere."""
    if isinstance(value, Level):
        return value.rank + 1, ()
    return 0, natural(value or "")
