"""Rows from a sheet on their way into the ledger of assets."""

from collections.abc import Sequence

from app.domain.columns import paste as pasting
from app.domain.columns import sheet as sheets
from app.domain.columns.paste import Line
from app.ui.kit.sheet.paste import NEW as NEW
from app.ui.kit.sheet.paste import OVER as OVER
from app.ui.kit.sheet.paste import Planning, SheetPaste
from app.ui.pages.inventory.columns import COLUMNS


class PastePreview(SheetPaste):
    """Readers nobody knows are asked about; what belongs to no column goes to the note."""

    fields = COLUMNS

    def headings(self, row: Sequence[str]) -> list[str] | None:
        return sheets.headings(row)

    def lines(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Line]:
        return pasting.lines(columns, rows)

    def planning(self, lines: Sequence[Line], *, join: bool) -> Planning:
        desk = self.shell.desk
        return pasting.planning(desk.company, lines, desk.new_id, join=join)
