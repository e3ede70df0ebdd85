"""The asset ledger as a table: which assets are shown, in which order, and what stands in their cells."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from app.domain.columns.lines import AssetLines, Wish
from app.domain.columns.offers import offers
from app.domain.folding import plain_fold
from app.domain.ledger.company import Company
from app.domain.ledger.unlawful import CHECK_FIRST, held_back
from app.domain.words import Owner
from app.ui.kit.sheet.model import ROLE, Editing, Index, SheetModel
from app.ui.pages.inventory.columns import BLANK, COLUMNS, NEEDED, below

__all__ = ["AssetTable", "Index"]


class AssetTable(SheetModel):
    """`write` takes an asset ("" for a new one), a column and the typed text, and returns what is wrong, or "". `fold` is the search's."""

    def __init__(
        self, company: Company, write: Callable[[str, str, str], str], fold: Callable[[str], str] = plain_fold
    ) -> None:
        super().__init__(COLUMNS)
        self._lines = AssetLines(company, fold)
        self._write = write
        self._numbers: dict[str, int] = {}
        self.wish = Wish()
        self._order = self._lines.arranged(self.wish)
        self._tail = self.tail()
        self._renumber()

    # what is shown --------------------------------------------------------------------------------------

    @property
    def company(self) -> Company:
        """The company as the table shows it."""
        return self._lines.company

    def asset(self, row: int) -> str:
        """The asset of a row, "" for the last row and the example."""
        return self.id_at(row)

    def row_of(self, row_id: str) -> int:
        return super().row_of(row_id) if row_id in self._numbers else -1

    def want(self, wish: Wish) -> None:
        """Show what the owner wishes to see."""
        self.wish = wish
        self.lay_out(self._lines.arranged(wish))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def follow(self, company: Company) -> None:
        """Show the company as it now is. Rows stay where the owner last saw them, even if they no longer fit the filter."""
        before = self._lines.company
        changed = self._lines.renew(company)
        self.forget_gone()
        if company.order is not before.order:
            self._renumber()
            self._follow_order(before)
        self._tell_changed(changed)

    def _follow_order(self, before: Company) -> None:
        """Assets came, went or moved."""
        company = self.company
        new = [asset for asset in company.order if asset not in before.assets]
        if self.wish.by:
            target = [asset for asset in self._order if asset in company.assets] + new
        else:
            kept = {*self._order, *new}
            target = [asset for asset in company.order if asset in kept]
        self.move_to(target)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(self._order) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the owner's own order."""
        wish, down = self.wish, order is Qt.SortOrder.DescendingOrder
        by = COLUMNS[column].key if column >= 0 else ""
        self.want(Wish(wish.words, wish.department, wish.guesses, by, down))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or COLUMNS[section].key != self.wish.by:
            return super().headerData(section, orientation, role)
        label = COLUMNS[section].label
        if role == ROLE.DisplayRole:
            return f"{label} {'▼' if self.wish.down else '▲'}"
        if role == ROLE.AccessibleTextRole:
            return f"{label}、{'降順' if self.wish.down else '昇順'}に並んでいます"
        return None

    def number(self, row: int) -> str:
        return str(self._numbers[self._order[row]])

    # what stands in the cells ---------------------------------------------------------------------------

    def tail(self) -> int:
        return 1 if self.company.assets else 2

    def known(self, row_id: str) -> bool:
        return row_id in self.company.assets

    def words(self, row_id: str, key: str) -> str:
        return self._lines.text(row_id, key)

    def write(self, row_id: str, key: str, words: str) -> str:
        return self._write(row_id, key, words)

    def below(self, number: int, column: int, role: int) -> Any:
        return below(number, column, role)

    def editing(self, column: int) -> Editing:
        field = COLUMNS[column]
        return Editing(
            offers(self.company, field.key),
            pull_down=bool(field.options),
            closed=field.closed,
            several=field.key == "readers",
            hint=field.hint,
        )

    def blank(self, key: str) -> str:
        return BLANK if key in NEEDED else ""

    def guessed(self, row_id: str, key: str) -> bool:
        return key in self.company.assets[row_id].guesses

    def entrusted(self, row_id: str, key: str) -> bool:
        return key == "name" and self.company.assets[row_id].owner is Owner.ENTRUSTED

    def told(self, row_id: str, key: str) -> str:
        return CHECK_FIRST if key == "name" and held_back(self.company, self.company.assets[row_id]) else ""

    def _renumber(self) -> None:
        self._numbers = {asset: number for number, asset in enumerate(self.company.order, 1)}
