"""The clipboard as rows of cells: plain text as Excel writes it, or a table in HTML where there is no other or cells are merged."""

from PySide6.QtGui import QGuiApplication

from app.domain.columns import sheet as sheets
from app.domain.columns import sheet_html


def rows() -> list[list[str]]:
    """What lies on the clipboard, nothing where there are no words."""
    found = QGuiApplication.clipboard().mimeData()
    if found is None:  # where nothing has been copied yet, some systems have no clipboard to look into
        return []
    html = found.html() if found.hasHtml() else ""
    words = found.text() if found.hasText() else ""
    if html and (not words.strip() or sheet_html.merges(html)):
        return sheet_html.rows(html)
    return sheets.read(words)
