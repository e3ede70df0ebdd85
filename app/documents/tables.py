"""The tables of papers: column titles and widths for the ledger's rows, and what an empty table shows."""

from collections.abc import Mapping, Sequence

from app.documents.tree import Blank, Column, Table
from app.domain.tables import Gap, Row

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "assets": (
        Column("番号", 4, "right"),
        Column("情報の名前", 17),
        Column("部門", 7),
        Column("媒体・置き場所", 16),
        Column("管理する人", 8),
        Column("見てよい人", 13),
        Column("区分", 7, "center"),
        Column("自社・預かり", 10),
        Column("個人情報・輸出管理", 9),
        Column("保存する期間・見直す日", 9),
    ),
    "decisions": (
        Column("番号", 5, "right"),
        Column("情報の名前", 25),
        Column("区分", 9, "center"),
        Column("決めた日", 14),
        Column("決めた人", 12),
        Column("理由", 35),
    ),
    "readers": (
        Column("番号", 6, "right"),
        Column("情報の名前", 28),
        Column("区分", 9, "center"),
        Column("見てよい人", 17),
        Column("できること", 16),
        Column("いつから", 12),
        Column("いつまで", 12),
    ),
    "person-secrets": (
        Column("情報の名前", 50),
        Column("区分", 14, "center"),
        Column("自社・預かり", 36),
    ),
    "partners": (
        Column("取引先", 40),
        Column("間柄", 20),
        Column("秘密保持契約を結んだ日", 20),
        Column("契約の終わる日", 20),
    ),
    "roles": (
        Column("役割", 21),
        Column("担当する人", 15),
        Column("代わりの人", 15),
        Column("電話", 20),
        Column("主な仕事", 29),
    ),
    "organisation": (
        Column("段", 6, "center"),
        Column("役割", 27),
        Column("担当する人", 20),
        Column("部門・役職", 27),
        Column("報告する相手", 20),
    ),
    "contacts": (
        Column("役割", 31),
        Column("担当する人", 23),
        Column("電話", 23),
        Column("つながらないときの人", 23),
    ),
}

EMPTY = "（まだありません）"


def ledger_table(name: str, rows: Sequence[Row]) -> Table:
    """A table of the ledger's rows; gaps show as blanks and are listed."""
    columns = COLUMNS[name]
    gaps = {cell.key: Blank(cell.key, cell.label) for row in rows for cell in row if isinstance(cell, Gap)}
    shown = tuple(tuple(gaps[cell.key].text if isinstance(cell, Gap) else cell for cell in row) for row in rows)
    nothing = (tuple(EMPTY if number == 1 else "" for number in range(len(columns))),)
    return Table(id="", caption="", columns=columns, rows=shown or nothing, blanks=tuple(gaps.values()))
