"""A small editable list — departments, people, partners, what is outside — as a table."""

from typing import Any

from app.actions import firm
from app.domain.columns import lists as list_fields
from app.domain.columns.lists import List
from app.ui.kit.sheet.model import NOT_SAVED, ROLE, TONE, Editing, SheetModel
from app.ui.shell import Shell
from app.ui.unsaved import Typed


class RecordModel(SheetModel):
    """One list of the company."""

    def __init__(self, shell: Shell, what: List) -> None:
        super().__init__(what.fields)
        self._shell, self._what = shell, what
        self._rows: dict[str, Any] = {}
        self.discarded.connect(lambda row_id, key: shell.unsaved.drop(self.place(row_id, key)))
        shell.unsaved.written.connect(self._wrote)
        self._take_rows()
        self._order = list(self._rows)
        self._tail = self.tail()

    def refresh(self) -> None:
        """Show the list as it is now: rows come in and go out one by one, so that an edit under way stays in its cell."""
        self._take_rows()
        self.forget_gone()
        self.move_to(list(self._rows))
        self._tell_changed(set(self._rows))

    def record(self, row: int) -> Any | None:
        """The record of a table row, None for the last row."""
        return self._rows.get(self.id_at(row))

    def records(self, ids: list[str]) -> list[Any]:
        """The records of some rows."""
        return [self._rows[row_id] for row_id in ids]

    def known(self, row_id: str) -> bool:
        return row_id in self._rows

    def words(self, row_id: str, key: str) -> str:
        return self._what.field(key).text(self._shell.desk.company, self._rows[row_id])

    def aside(self, row_id: str, key: str) -> str:
        return self._what.field(key).aside(self._shell.desk.company, self._rows[row_id])

    def write(self, row_id: str, key: str, words: str) -> str:
        desk, record = self._shell.desk, self._rows.get(row_id)
        typed = Typed(self.place(row_id, key), f"{self._what.row}の{self._what.field(key).label}", words)
        told = self._shell.attempt(lambda: firm.edit_row(desk, self._what, self._as_it_is(record), key, words), typed)
        return NOT_SAVED if told is None else told

    def place(self, row_id: str, key: str) -> str:
        """The name of a cell among all that waits to be saved."""
        return f"{self._what.kind}:{row_id}:{key}"

    def _as_it_is(self, record: Any | None) -> Any | None:
        """A record by the time it is written; other cells of it may have changed while this one waited."""
        return None if record is None else getattr(self._shell.desk.company, self._what.kind)[record.id]

    def below(self, number: int, column: int, role: int) -> Any:
        example = self._what.example
        words = example[column] if number and column < len(example) else ""
        if not number and not column:
            words = f"ここに{self._what.row}を書き足すか、Excelの表を貼り付ける"
        if role == ROLE.DisplayRole:
            return words
        if role == TONE:
            return "soft"
        if role == ROLE.AccessibleTextRole:
            return f"例。{words}" if number else f"新しい行。{words}"
        return "" if role == ROLE.EditRole else None

    def editing(self, column: int) -> Editing:
        field = self._what.fields[column]
        offered = list_fields.offers(self._shell.desk.company, field)
        return Editing(offered, pull_down=bool(offered), closed=field.closed)

    def _wrote(self, place: str) -> None:
        """A text that waited is in the ledger."""
        for row_id, key in self.refused:
            if self.place(row_id, key) == place:
                self.discard(row_id, key)

    def _take_rows(self) -> None:
        rows = list_fields.rows(self._shell.desk.company, self._what.kind)
        self._rows = {row.id: row for row in rows}
