"""What plain tables have in common: headings at the left, one line a row, columns as wide as what stands in them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from app.ui.look import Look

NARROWEST, WIDEST = 72, 240


def dress(table: QTableView, look: Look) -> None:
    """Set a table up."""
    table.setProperty("dressed", "true")
    across, down = table.horizontalHeader(), table.verticalHeader()
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setHighlightSections(False)
    across.setStretchLastSection(True)
    across.setMinimumSectionSize(look.px(NARROWEST))
    down.setDefaultSectionSize(look.px(36))
    down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    down.setHighlightSections(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)


def fit(table: QTableView, look: Look) -> None:
    """Columns as wide as their heading and their words need, up to a measure."""
    for column in range(table.model().columnCount()):
        needed = max(table.sizeHintForColumn(column), table.horizontalHeader().sectionSizeHint(column))
        table.setColumnWidth(column, min(needed + look.px(12), look.px(WIDEST)))
