"""A table of words to look at and to choose rows from, in the looks of all our tables."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.kit import text
from app.ui.kit.level_cells import SOFT, LevelDelegate
from app.ui.look import Look


class RowTable(QTableWidget):
    """`columns` are (title, width); the last one takes what is left. `many` rows may be chosen at once."""

    def __init__(self, look: Look, name: str, columns: Sequence[tuple[str, int]], *, many: bool = False) -> None:
        super().__init__(0, len(columns))
        mode = QAbstractItemView.SelectionMode
        self.setAccessibleName(name)
        self.setItemDelegate(LevelDelegate(look, self))
        self.setHorizontalHeaderLabels([title for title, _ in columns])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(36))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, (_, width) in enumerate(columns):
            self.setColumnWidth(column, look.px(width))
        head.setSectionResizeMode(len(columns) - 1, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Iterable[Sequence[str]], soft: Iterable[bool] = ()) -> None:
        """New rows; those that are `soft` are written in the softer ink."""
        shown = list(rows)
        faint = [*soft, *([False] * len(shown))]
        self.setRowCount(len(shown))
        for row, words in enumerate(shown):
            for column, word in enumerate(words):
                item = QTableWidgetItem(word)
                item.setToolTip(text.tip(word))
                item.setData(SOFT, faint[row])
                self.setItem(row, column, item)

    @property
    def chosen(self) -> list[int]:
        """The rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())
