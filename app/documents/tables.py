"""The tables of papers: column titles and widths for the ledger's rows, and what an empty table shows."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import cast

from app.documents.tree import Blank, Column, Table
from app.domain.forms.cells import Gap, Row

RETURNS = (
    Column("番号", 6, "right"),
    Column("題名・品名", 28),
    Column("媒体", 12),
    Column("数量", 9),
    Column("返還・廃棄・消去", 17),
    Column("方法", 15),
    Column("行った日", 13),
)
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "assets": (
        Column("番号", 4, "right"),
        Column("情報の名前", 17),
        Column("部門", 7),
        Column("媒体・置き場所", 15),
        Column("管理する人", 8),
        Column("見てよい人", 12),
        Column("区分", 6, "center"),
        Column("自社・預かり", 11),
        Column("個人情報・輸出管理", 9),
        Column("保存する期間・見直す日", 11),
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
        Column("役割", 22),
        Column("担当する人", 14),
        Column("代わりの人", 14),
        Column("電話", 17),
        Column("主な仕事", 33),
    ),
    "contacts": (
        Column("役割", 31),
        Column("担当する人", 23),
        Column("電話", 23),
        Column("つながらないときの人", 23),
    ),
    "access": (
        Column("番号", 4, "right"),
        Column("情報の名前", 16),
        Column("区分", 6, "center"),
        Column("見てよい人", 12),
        Column("できること", 9),
        Column("見てよい理由", 11),
        Column("いつから", 12),
        Column("いつまで", 12),
        Column("管理する人", 8),
        Column("ID・鍵の番号", 10),
    ),
    "takers": (
        Column("情報の名前", 42),
        Column("区分", 12, "center"),
        Column("持ち出してよい人", 26),
        Column("いつまで", 20),
    ),
    "entrusted": (
        Column("預かっている情報", 30),
        Column("取引先", 26),
        Column("契約", 20),
        Column("知らせた日時・方法", 24),
    ),
    "know-how": (
        Column("番号", 5, "right"),
        Column("題名", 19),
        Column("範囲・要点", 22),
        Column("知る人", 16),
        Column("区分", 8, "center"),
        Column("隠す・特許", 8, "center"),
        Column("考えた人", 11),
        Column("記録の番号", 11),
    ),
    "attendance": (
        Column("番号", 6, "right"),
        Column("所属", 22),
        Column("氏名", 18),
        Column("受けた日・署名", 24),
        Column("理解の確認", 12),
        Column("補講の日・署名", 18),
    ),
    "person-access": (
        Column("情報の名前", 28),
        Column("区分", 9, "center"),
        Column("できること", 15),
        Column("置き場所", 24),
        Column("止めた日", 12),
        Column("確かめた人", 12),
    ),
    "person-duties": (
        Column("受け持っていること", 40),
        Column("代わりの人", 20),
        Column("引き継ぐ人", 22),
        Column("引き継いだ日", 18),
    ),
    "person-returns": RETURNS,
    "partner-returns": RETURNS,
    "partner-outside": RETURNS,
    "partner-entrusted": (
        Column("番号", 6, "right"),
        Column("題名・品名", 24),
        Column("図番・版", 14),
        Column("媒体", 10),
        Column("数量", 8),
        Column("当社での区分", 12, "center"),
        Column("返す期限", 13),
        Column("返した日", 13),
    ),
}

CHART = "organisation"
"""The one that is drawn: app/documents/chart.py."""
EMPTY = "（まだありません）"
HAND = 10
"""How high a row is in which somebody writes, in mm."""
SPARE = 3
"""So many empty rows at least stand in a table that is to be written in."""


def ledger_table(name: str, rows: Sequence[Row], to_write: int = 0) -> Table:
    """A table of the ledger's rows; gaps show as blanks and are listed.

    One to be written in has `to_write` rows, some of them empty however many the ledger has. Where a hand writes, rows are
    high enough.
    """
    columns = COLUMNS[name]
    gaps: dict[str, Blank] = {}
    shown = cast("tuple[tuple[str, ...], ...]", tuple(rows))
    if Gap in set(map(type, chain.from_iterable(rows))):  # of ten thousand rows mostly none has any
        gaps = {cell.key: Blank(cell.key, cell.label) for row in rows for cell in row if isinstance(cell, Gap)}
        shown = tuple(tuple(gaps[cell.key].text if isinstance(cell, Gap) else cell for cell in row) for row in rows)
    if to_write:
        shown += (("",) * len(columns),) * max(SPARE, to_write - len(shown))
    first = next(number for number, column in enumerate(columns) if column.align == "left")
    shown = shown or (tuple(EMPTY if number == first else "" for number in range(len(columns))),)
    heights = tuple(0 if any(row) and not to_write else HAND for row in shown)
    return Table("", "", columns, shown, tuple(gaps.values()), heights)
