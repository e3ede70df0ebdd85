"""The columns of the table of assets in their order, and the words of the rows below the assets."""

from typing import Any

from app.domain.columns.asset import BY_KEY, FIELDS
from app.ui.kit.sheet.model import ENTRUSTED as ENTRUSTED
from app.ui.kit.sheet.model import GUESS as GUESS
from app.ui.kit.sheet.model import ROLE as ROLE
from app.ui.kit.sheet.model import TONE as TONE

MAIN = ("name", "department", "media", "places", "readers", "keeper")
COLUMNS = tuple(BY_KEY[key] for key in MAIN) + tuple(field for field in FIELDS if field.key not in MAIN)
NEEDED = ("name", "places")
BLANK = "〔　空欄　〕"
INVITATION = "ここに書くか、Excelの表をそのまま貼り付けてください"
EXAMPLE = ("金型図面・金型データ", "設計", "紙・電子", "設計室 図面用パソコン", "設計、工場長", "大西")


def at(key: str) -> int:
    """Where a column stands."""
    return next(number for number, field in enumerate(COLUMNS) if field.key == key)


def below(number: int, column: int, role: int) -> Any:
    """The row to write in (0), and the example (1) that is there while nothing else is."""
    words = INVITATION if number == 0 else EXAMPLE[column] if column < len(EXAMPLE) else ""
    if number == 0 and column:
        return None
    if role == ROLE.DisplayRole:
        return words
    if role == TONE:
        return "soft"
    if role == ROLE.AccessibleTextRole:
        return f"新しい行。{words}" if number == 0 else f"例。{words}"
    return "" if role == ROLE.EditRole else None
