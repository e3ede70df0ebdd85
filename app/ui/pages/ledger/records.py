"""A small editable list — departments, people, partners — as a table; its last row takes a new entry."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from app.actions import firm
from app.domain.columns import lists as list_fields
from app.domain.columns.lists import List
from app.ui.shell import Shell

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


class RecordModel(QAbstractTableModel):
    """One list of the company. What the ledger refuses is told through `problem`."""

    def __init__(self, shell: Shell, what: List, problem: Callable[[str], object]) -> None:
        super().__init__()
        self._shell, self._what, self._problem = shell, what, problem
        self._rows: list[Any] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now."""
        rows = list_fields.rows(self._shell.desk.company, self._what.kind)
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        else:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows), self.columnCount() - 1))

    def record(self, row: int) -> Any | None:
        """The record of a table row, None for the last row."""
        return self._rows[row] if row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._what.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if role != ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._what.fields[section].label
        return str(section + 1) if section < len(self._rows) else "＋"

    def flags(self, index: Index) -> Qt.ItemFlag:
        new = index.row() == len(self._rows)
        editable = Qt.ItemFlag.ItemIsEditable if not new or index.column() == 0 else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        record = self.record(index.row())
        if record is None:
            if role == ROLE.ForegroundRole:
                return QGuiApplication.palette().placeholderText()
            example = self._what.example
            words = example[index.column()] if index.column() < len(example) else ""
            if not self._rows:
                return words if role == ROLE.DisplayRole else None
            return f"ここに{self._what.row}を書き足す" if role == ROLE.DisplayRole and not index.column() else None
        if role in (ROLE.DisplayRole, ROLE.EditRole, ROLE.ToolTipRole):
            words = self._what.fields[index.column()].text(self._shell.desk.company, record)
            return words if role != ROLE.ToolTipRole else None
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        desk, field = self._shell.desk, self._what.fields[index.column()]
        record = self.record(index.row())
        words = str(value)
        if record is None and not words.strip():
            return False
        told = self._shell.attempt(lambda: firm.edit_row(desk, self._what, record, field.key, words))
        self._problem(told or "")
        return told == ""

    def options(self, column: int) -> tuple[str, ...]:
        """What a column offers to choose from."""
        field = self._what.fields[column]
        if field.key == "department":
            return tuple(row.name for row in list_fields.rows(self._shell.desk.company, "departments"))
        return field.options
