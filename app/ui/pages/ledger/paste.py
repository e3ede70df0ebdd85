"""Rows from a sheet on their way into the people, the departments or the partners."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.columns import list_rows
from app.domain.columns import paste as pasting
from app.domain.columns import sheet as sheets
from app.domain.columns.lists import List
from app.domain.columns.paste import Line
from app.ui.kit.sheet.paste import Planning, SheetPaste
from app.ui.shell import Shell


class ListPaste(SheetPaste):
    """What could not be read is said, and its cell stays empty."""

    def __init__(
        self,
        parent: QWidget,
        shell: Shell,
        what: List,
        rows: list[list[str]],
        columns: Sequence[str],
        below: Sequence[str],
        *,
        over: bool,
    ) -> None:
        self._what, self.fields = what, what.fields
        self.noted = any(field.key == "note" for field in what.fields)
        super().__init__(parent, shell, rows, columns, below, over=over)

    def headings(self, row: Sequence[str]) -> list[str] | None:
        return sheets.headings(row, list_rows.names(self._what))

    def lines(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Line]:
        return pasting.lines(columns, rows, {field.key: field.label for field in self._what.fields})

    def planning(self, lines: Sequence[Line], *, join: bool) -> Planning:
        desk = self.shell.desk
        return list_rows.planning(desk.company, self._what, lines, desk.new_id)
