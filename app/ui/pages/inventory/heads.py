"""The headings of the table of assets: which columns are seen, how wide they are, how high the rows."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from app.ui.kit.sheet.cells import told_width
from app.ui.kit.sheet.model import ENTRUSTED, GUESS, TOLD, SheetModel
from app.ui.look import Look
from app.ui.pages.inventory.columns import COLUMNS, MAIN

NAME, OTHER, NARROWEST, WIDEST = 160, 130, 0.8, 420
SEEN = 60
"""Rows that are looked at to find how wide a column should be."""
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
    if view.isVisible():  # else its width is not known yet, nor the letters of the window
        fit(view, look)


def fit(view: QTableView, look: Look) -> None:
    """Every column as wide as its words need, as far as there is room; what is left over is the name's.

    Where there is too little, each gets its share of what it lacks beyond the least, so that no column is wide beside one that is cut.
    """
    shown = [number for number in range(len(COLUMNS)) if not view.isColumnHidden(number)]
    usual = {number: look.px(NAME if number == 0 else WIDTHS.get(COLUMNS[number].key, OTHER)) for number in shown}
    needed = {number: min(_needed(view, look, number), look.px(WIDEST)) for number in shown}
    room = view.viewport().width()
    least = {number: max(min(width, needed[number]), int(width * NARROWEST)) for number, width in usual.items()}
    least = least if sum(least.values()) <= room else usual
    lacking = {number: max(0, needed[number] - width) for number, width in least.items()}
    spare = max(0, room - sum(least.values()))
    part = min(1.0, spare / max(1, sum(lacking.values())))
    widths = {number: width + int(lacking[number] * part) for number, width in least.items()}
    widths[0] += max(0, room - sum(widths.values()))
    for number, width in widths.items():
        view.setColumnWidth(number, width)


def _needed(view: QTableView, look: Look, column: int) -> int:
    """The width of a column's heading and of its first words, their marks included."""
    model, words = view.model(), QFontMetrics(look.font("table"))
    rows = model.new_row if isinstance(model, SheetModel) else model.rowCount()
    widest = view.horizontalHeader().sectionSizeHint(column)
    for row in range(min(rows, SEEN)):
        cell = model.index(row, column)
        marks = sum(bool(model.data(cell, mark)) for mark in (GUESS, ENTRUSTED))
        told = model.data(cell, TOLD)
        beside = look.px(20 + 28 * marks) + (told_width(look, told) + look.px(6) if told else 0)
        widest = max(widest, words.horizontalAdvance(model.data(cell) or "") + beside)
    return widest
