"""Rows with ids as a table: those that are there, a last row to write a new one in, and an example while there is none.

A change of the ledger touches only the rows it concerns, so that selection, scroll position and an edit under way stay. What the
ledger refuses stays in its cell with the reason, until it is mended or given up.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.ui.kit import text

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
GUESS = ROLE.UserRole + 1
"""Whether a cell is a guess that nobody has confirmed (仮)."""
ENTRUSTED = ROLE.UserRole + 2
"""Whether the name is that of something a partner entrusted to us (預)."""
TOLD = ROLE.UserRole + 4
"""A few words that stand in a frame at the right of a cell, "" where there are none."""
TONE = ROLE.UserRole + 3
"""How the words stand: "" in ink, "soft" for what is not the owner's own, "refused" for what could not be written."""
NOT_SAVED = "保存できていません。ほかの所を書き込めた時に、もう一度保存します。"
"""Why a text stands in its cell that the ledger would have, if the disk let it."""
FEW = 40  # ranges of rows up to which a change is told range by range


class Column(Protocol):
    """A column as its list knows it; the first one names a row."""

    @property
    def key(self) -> str:
        """By which the ledger knows it."""

    @property
    def label(self) -> str:
        """Its heading."""


@dataclass(frozen=True)
class Editing:
    """How a column is written in: what it offers, whether as a pull-down, whether only that will do, several names in one cell."""

    offered: Sequence[str] = ()
    pull_down: bool = False
    closed: bool = False
    several: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Refusal:
    """A typed text that could not be written, and why not."""

    text: str
    why: str


class SheetModel(QAbstractTableModel):
    """A subclass says what stands in the cells and writes what was typed."""

    shaped = Signal()
    refusals_changed = Signal()
    discarded = Signal(str, str)

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = columns
        self._order: list[str] = []
        self._tail = 1
        self._refused: dict[tuple[str, str], Refusal] = {}

    # what a list says -----------------------------------------------------------------------------------

    @abstractmethod
    def words(self, row_id: str, key: str) -> str:
        """What stands in a cell."""

    @abstractmethod
    def write(self, row_id: str, key: str, words: str) -> str:
        """Write what was typed, in a new row where the id is "". Returns what is wrong, or ""."""

    @abstractmethod
    def below(self, number: int, column: int, role: int) -> Any:
        """The row to write in (0), and the example (1)."""

    @abstractmethod
    def editing(self, column: int) -> Editing:
        """How a column is written in."""

    def blank(self, key: str) -> str:
        """What an empty cell shows."""
        return ""

    def aside(self, row_id: str, key: str) -> str:
        """What is said of a value beside it; it is no part of what is written, copied or edited."""
        return ""

    def guessed(self, row_id: str, key: str) -> bool:
        """Whether a cell is a guess."""
        return False

    def entrusted(self, row_id: str, key: str) -> bool:
        """Whether a cell names what is not ours."""
        return False

    def told(self, row_id: str, key: str) -> str:
        """A few words that stand beside those of a cell."""
        return ""

    # what is shown --------------------------------------------------------------------------------------

    @property
    def order(self) -> Sequence[str]:
        """The ids of the rows, from the top."""
        return self._order

    def id_at(self, row: int) -> str:
        """The id of a row, "" for the last row and the example."""
        return self._order[row] if 0 <= row < len(self._order) else ""

    def row_of(self, row_id: str) -> int:
        """The row of an id, -1 where it is not shown."""
        return self._order.index(row_id) if row_id in self._order else -1

    @property
    def new_row(self) -> int:
        """The row to write a new one in."""
        return len(self._order)

    def key(self, index: Index) -> str:
        """The column of a cell. The last row is one long cell, for the name."""
        return self.columns[index.column() if index.row() < self.new_row else 0].key

    @property
    def refused(self) -> dict[tuple[str, str], Refusal]:
        """What could not be written, by id and column."""
        return dict(self._refused)

    def refusal(self, index: Index) -> Refusal | None:
        """What could not be written in a cell."""
        return self._refused.get((self.id_at(index.row()), self.key(index)))

    def discard(self, row_id: str, key: str) -> bool:
        """Forget a text that could not be written; whether there was one."""
        if self._refused.pop((row_id, key), None) is None:
            return False
        self._tell_changed({row_id})
        self.refusals_changed.emit()
        self.discarded.emit(row_id, key)
        return True

    # Qt's questions -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._order) + self._tail

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.row() > self.new_row:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section].label if role == ROLE.DisplayRole else None
        if role == ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == ROLE.AccessibleTextRole and section == self.new_row:
            return "新しい行"
        if role not in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return None
        if section >= self.new_row:
            return "＋" if section == self.new_row else "例"
        return self.number(section)

    def number(self, row: int) -> str:
        """The number at the edge of a row."""
        return str(row + 1)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        row, refused = index.row(), self.refusal(index)
        if row > self.new_row or (row == self.new_row and (refused is None or index.column())):
            return self.below(row - self.new_row, index.column(), role)
        row_id, key = self.id_at(row), self.key(index)
        words = self.words(row_id, key) if refused is None else refused.text
        blank = "" if words else self.blank(key)
        guess = refused is None and self.guessed(row_id, key)
        beside = f"（{aside}）" if refused is None and row_id and (aside := self.aside(row_id, key)) else ""
        match role:
            case ROLE.DisplayRole:
                return f"{' '.join(words.splitlines()) or blank}{beside}"
            case ROLE.EditRole:
                return words
            case ROLE.ToolTipRole:
                told = f"{refused.why}　書いた言葉：{words}" if refused else words
                return text.tip(told) if told else None
            case ROLE.AccessibleTextRole:
                said = f"、まだ書き込んでいません。{refused.why}" if refused else "、仮" if guess else ""
                said += f"、{told}" if (told := self.told(row_id, key)) else ""
                return f"{words or ('空欄' if blank else '')}{beside}{said}"
            case _ if role == GUESS:
                return guess
            case _ if role == ENTRUSTED:
                return self.entrusted(row_id, key)
            case _ if role == TOLD:
                return self.told(row_id, key)
            case _ if role == TONE:
                return "refused" if refused else "soft" if guess or blank else ""
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        row_id, key, typed = self.id_at(index.row()), self.key(index), str(value)
        if row_id and typed == self.words(row_id, key):
            self.discard(row_id, key)
            return True
        if not row_id and not typed.strip():
            self.discard(row_id, key)
            return False
        problem = self.write(row_id, key, typed)
        if problem:
            self._refused[row_id, key] = Refusal(typed, problem)
            self.dataChanged.emit(index, index)
            self.refusals_changed.emit()
        else:
            self.discard(row_id, key)
        return not problem

    # the workings ---------------------------------------------------------------------------------------

    def forget_gone(self) -> None:
        """After a change: what was refused is forgotten where the row is gone, or the ledger says it by now."""
        stay = {
            cell: refused
            for cell, refused in self._refused.items()
            if not cell[0] or (self.known(cell[0]) and self.words(*cell) != refused.text)
        }
        if stay != self._refused:
            self._refused = stay
            self.refusals_changed.emit()

    @abstractmethod
    def known(self, row_id: str) -> bool:
        """Whether the company has such a row."""

    def tail(self) -> int:
        """Rows below: the one to write in, and the example while there is nothing at all."""
        return 1 if self._order else 2

    def lay_out(self, order: list[str]) -> None:
        """Other rows, or the same in another order."""
        self.beginResetModel()
        self._order = order
        self._tail = self.tail()
        self.endResetModel()
        self.shaped.emit()

    def move_to(self, target: list[str]) -> None:
        """Go over to another list of rows, by taking rows out and putting rows in where that is all there is to it."""
        had, stay = set(self._order), set(target)
        out = ranges([row for row, row_id in enumerate(self._order) if row_id not in stay])
        into = ranges([row for row, row_id in enumerate(target) if row_id not in had])
        same_order = [one for one in self._order if one in stay] == [one for one in target if one in had]
        if not same_order or not target or len(out) + len(into) > FEW:
            if self._order != target or self._tail != self.tail():
                self.lay_out(target)
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

    def _append(self, rows: list[str]) -> None:
        """Rows at the end: the row to write in becomes the first of them, so that whoever writes there stays in that row."""
        row, first = len(self._order), len(self._order) + self._tail
        grown = len(rows) + 1 - self._tail
        if grown:
            self.beginInsertRows(QModelIndex(), first, first + grown - 1)
        self._order += rows
        self._tail = 1
        if grown:
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(first - 1, len(self.columns) - 1))

    def _tell_changed(self, ids: set[str]) -> None:
        """Tell of changed rows."""
        rows = list(compress(count(), map(ids.__contains__, self._order)))
        rows += [self.new_row] if "" in ids else []
        for first, until in ranges(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(until, len(self.columns) - 1))


def ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Row numbers as runs: 1 2 3 7 as (1, 3) (7, 7)."""
    if not rows:
        return []
    breaks = [(before, after) for before, after in pairwise(rows) if after != before + 1]
    return list(
        zip([rows[0], *(after for _, after in breaks)], [*(before for before, _ in breaks), rows[-1]], strict=True)
    )
