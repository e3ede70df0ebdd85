"""A piece of a sheet on the clipboard: tab-separated text as Excel writes and reads it, and which column is which.

Excel puts a cell in quotation marks only when it holds a tab, a line break, or quotation marks beside those; anything else is
taken as it stands, so that 「3" パイプ」 or 「"仮"」 stay as they are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from app.domain.columns.asset import FIELDS
from app.domain.folding import name_key

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|\r|\Z)')
_BARE = re.compile(r"[^\t\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|^"')

# Other names that owners' own sheets have for our columns.
ALIASES = {
    "name": "名前 名称 情報名 情報資産 情報資産名 資料名 資料 書類名 情報",
    "kind": "中身 内容 概要 説明 種類",
    "department": "部署 部署名 部門名 担当部門 担当部署 所管 所管部署 課",
    "media": "媒体の種類 記録媒体 形態 形式 形 保存形式 保存形態 保管形態 保管形式 保存媒体 保管媒体 媒体種別 媒体区分 記録形式 紙・電子の別 紙/電子",
    "places": "場所 保管場所 保存場所 保存先 置場所 置場 所在 保管先",  # as typed
    "readers": "見る人 閲覧者 閲覧できる人 アクセス アクセス権 アクセス権者 アクセスできる人 利用者 共有範囲",
    "keeper": "管理者 管理責任者 管理担当 責任者 担当 担当者",
    "owner": "自社 自社/預かり 預かり 自他の別",
    "partner": "預かり先 預かり元 預り元 相手 取引先 得意先 顧客",  # as typed
    "contract": "契約 契約書 根拠となる契約",
    "personal": "個人情報 個人情報の有無",
    "export": "輸出 輸出管理の該当 該非",
    "keep_until": "保存期間 保存期限 保管期間 保管期限",
    "review_on": "見直し日 見直し 次回見直し 次回見直し日 見直し予定日",
    "unlawful": "法律違反 法令違反 違法 通報 法律違反や通報 法律違反・通報 法令違反・通報",
    "note": "備考 メモ欄 注記 コメント",
}
NUMBERING = ("", "番号", "no", "no.", "#", "№", "項番", "通番")


def read(text: str) -> list[list[str]]:
    """The rows of a piece of a sheet, all of one length. Rows and columns keep their places; only those that are empty at the end are left out."""
    if '"' not in text:
        return trimmed([line.split("\t") for line in _BREAK.split(text)])
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        if at < len(text) and text[at] == "\t":
            at += 1
        elif line_break := _BREAK.match(text, at):
            at = line_break.end()
            rows.append([])
        else:
            break
    return trimmed(rows)


def trimmed(rows: Sequence[list[str]]) -> list[list[str]]:
    """Rows of one length, without those and the columns that are empty at the end."""
    height = max((n for n, row in enumerate(rows, 1) if any(cell.strip() for cell in row)), default=0)
    width = max((n for row in rows for n, cell in enumerate(row, 1) if cell.strip()), default=0)
    return [(row + [""] * width)[:width] for row in rows[:height]]


def write(rows: Iterable[Sequence[str]]) -> str:
    """Rows as Excel takes them from the clipboard."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def headings(row: Sequence[str], names: Mapping[str, str] | None = None) -> list[str] | None:
    """The columns that a row of headings names: keys, "" for numbering, the heading itself where we have no such column.

    None when this is no row of headings: fewer than two cells, or than half of them, are names that we know. `names` are those of another list.
    """
    names = _NAMES if names is None else names
    found = [_column(cell, names) for cell in row]
    named = [cell for cell in row if cell.strip()]
    known = sum(1 for key in found if key in names.values())
    if known < min(2, len(named)) or 2 * known < len(named):
        return None
    return found


def names_of(labels: Mapping[str, str], aliases: Mapping[str, str]) -> dict[str, str]:
    """The headings that stand for columns, folded: labels and other names by key."""
    found = {_plain(label): key for key, label in labels.items()}
    return found | {_plain(alias): key for key, others in aliases.items() for alias in others.split()}


def _column(heading: str, names: Mapping[str, str]) -> str:
    plain = _plain(heading)
    return "" if plain in NUMBERING else names.get(plain, heading.strip())


def _plain(words: str) -> str:
    return name_key(words)


def _cell(text: str, at: int) -> tuple[str, int]:
    """One cell from `at` on, and where it ends."""
    quoted = _QUOTED.match(text, at)
    if quoted and re.search(r'[\t\r\n]|""', quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    bare = _BARE.match(text, at)
    return (bare[0], bare.end()) if bare else ("", at)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


_NAMES = names_of({field.key: field.label for field in FIELDS}, ALIASES)
