"""The headings of the table of assets: which columns are seen, how wide they are, how high the rows."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from app.ui.look import Look
from app.ui.pages.inventory.columns import COLUMNS, MAIN

NAME, OTHER, NARROWEST = 160, 130, 0.8
WIDTHS = {"department": 84, "media": 98, "places": 128, "readers": 104, "keeper": 92}


def dress(view: QTableView, look: Look) -> None:
    """Set the headings up: a click sorts up, down, and back to the owner's order."""
    across, down = view.horizontalHeader(), view.verticalHeader()
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    across.setSortIndicatorClearable(True)
    across.setMinimumSectionSize(look.px(56))
    across.setFixedHeight(look.px(36))
    across.setHighlightSections(False)
    across.setAccessibleName("列の見出し")
    down.setDefaultSectionSize(look.px(36))
    down.setMinimumWidth(look.px(40))
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setHighlightSections(False)
    down.setAccessibleName("行の番号")
    view.setSortingEnabled(True)


def show(view: QTableView, look: Look, also: Collection[str] | None) -> None:
    """The columns that matter most and these; None is all of them."""
    for number, field in enumerate(COLUMNS):
        view.setColumnHidden(number, also is not None and field.key not in {*MAIN, *also})
    fit(view, look)


def fit(view: QTableView, look: Look) -> None:
    """The name has whatever room the other columns leave. Where it helps, they become somewhat narrower."""
    shown = [number for number in range(1, len(COLUMNS)) if not view.isColumnHidden(number)]
    usual = {number: look.px(WIDTHS.get(COLUMNS[number].key, OTHER)) for number in shown}
    part = (view.viewport().width() - look.px(NAME)) / sum(usual.values())
    part = part if NARROWEST <= part < 1 else 1
    for number, width in usual.items():
        view.setColumnWidth(number, int(width * part))
    left = view.viewport().width() - sum(view.columnWidth(number) for number in shown)
    view.setColumnWidth(0, max(look.px(NAME), left))
