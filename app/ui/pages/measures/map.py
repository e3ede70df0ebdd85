"""The map of route × purpose as a table of four rows and five columns: for the eye, and in words for a screen reader."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.advice.balance import size_of
from app.domain.advice.coverage import WORDS, Cell, Standing
from app.domain.ledger.company import Company
from app.domain.words import Purpose, Route

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole

CELL = ROLE.UserRole + 1
"""The Cell of the domain."""
SECOND = ROLE.UserRole + 2
"""The second line of a heading."""

ROUTES, PURPOSES = list(Route), list(Purpose)
EFFORT = ("手間なし", "手間は軽い", "手間は中くらい", "手間は重い")


class MeasureMap(QAbstractTableModel):
    """The twenty cells."""

    def __init__(self) -> None:
        super().__init__()
        self._company = Company(on=date.min)
        self._cells: Mapping[tuple[Route, Purpose], Cell] = {}

    def show_cells(self, company: Company, cells: Mapping[tuple[Route, Purpose], Cell]) -> None:
        """Show the map as it is now. The cells stay where they are, and what is as before is not painted again."""
        if not self._cells:
            self.beginResetModel()
            self._company, self._cells = company, cells
            self.endResetModel()
            return
        before, sizes = self._cells, self._sizes
        self._company, self._cells = company, cells
        if cells != before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ROUTES) - 1, len(PURPOSES) - 1))
        if self._sizes != sizes:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(ROUTES) - 1)

    @property
    def _sizes(self) -> list[str]:
        return [size_of(self._company, route) for route in ROUTES]

    def key(self, index: Index) -> tuple[Route, Purpose]:
        """What a cell stands for."""
        return ROUTES[index.row()], PURPOSES[index.column()]

    def index_of(self, route: Route, purpose: Purpose) -> QModelIndex:
        """Where it stands."""
        return self.index(ROUTES.index(route), PURPOSES.index(purpose))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() or not self._cells else len(ROUTES)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PURPOSES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            first, second = PURPOSES[section].plain, PURPOSES[section].label
        else:
            first = ROUTES[section].label
            second = size_of(self._company, ROUTES[section])
        if role == ROLE.AccessibleTextRole:
            return f"{first}（{second}）"
        return {ROLE.DisplayRole: first, SECOND: second}.get(role)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        cell = self._cells[self.key(index)]
        if role == CELL:
            return cell
        if role == ROLE.DisplayRole:
            return WORDS.get(cell.standing) or f"{cell.chosen} / {cell.suggested}"
        if role in (ROLE.AccessibleTextRole, ROLE.ToolTipRole):
            return f"{cell.route.label}の「{cell.purpose.plain}」：{spoken(cell)}"
        return None


def spoken(cell: Cell) -> str:
    """One cell in words."""
    match cell.standing:
        case Standing.NOT_APPLICABLE | Standing.NOT_NOW:
            return WORDS[cell.standing]
        case Standing.GAP:
            return f"空いています。勧める対策は{cell.suggested}です"
        case _:
            return f"勧める{cell.suggested}のうち{cell.chosen}を選びました。{EFFORT[cell.effort]}です"
