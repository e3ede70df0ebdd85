"""Several columns of rows of a small list at once: filled, emptied, or brought by rows from a sheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.columns import sheet
from app.domain.columns.lists import List
from app.domain.columns.paste import Incoming, Line, Plan
from app.domain.ledger.company import Company
from app.domain.ledger.records import KIND_OF, Record
from app.domain.slices import Done, Work

NewId = Callable[[], str]
ALIASES: dict[str, dict[str, str]] = {
    "departments": {"name": "部門 部署 部署名 部門名 名前 名称 課 班 所属"},
    "people": {
        "name": "名前 氏名（漢字） 社員名 従業員名 従業員氏名 担当者 担当者名",
        "department": "部署 部署名 部門名 所属 所属部署 所属部門 課 班",
        "title": "役職名 職位 肩書 肩書き 職名",
        "employment": "雇用形態 雇用区分 区分 社員区分 契約形態",
        "joined": "入社年月日 入社 採用日 雇入日 雇入れ日",
        "left": "退職年月日 退職 退社日 離職日",
        "previous": "前職 前の会社 前の職場 前勤務先 以前の勤め先 前の勤務先",
    },
    "partners": {
        "name": "会社名 名前 名称 取引先 取引先名 社名 相手 相手先 得意先 得意先名 仕入先 外注先 顧客名",  # as typed
        "relation": "関係 区分 取引区分 種別 分類",
        "address": "所在地 本社所在地 会社住所",
        "representative_title": "代表者役職 代表役職 代表者の役職",
        "representative": "代表者 代表者名 代表者氏名 代表者の氏名 代表取締役",
        "nda_signed": "NDA NDA締結日 秘密保持契約 秘密保持契約日 秘密保持契約締結日 契約日 締結日",
        "nda_until": "NDA期限 契約期限 有効期限 満了日 契約満了日",
        "abroad": "海外 国 国名 所在国 国内外 国内／海外",
        "note": "備考 メモ欄 注記 コメント",
    },
    "disclosures": {
        "asset": "情報の名前 情報名 名前 名称 品名 題名 渡したもの 渡した物 開示した情報 図面名 資料名",
        "partner": "渡した相手 相手先 渡し先 取引先 取引先名 会社名 開示先 貸出先 提供先",
        "since": "渡した日 開示日 提供日 貸出日 貸した日 日付",
        "form": "形態 媒体 渡し方 種類",
        "agreement": "契約 約束 もとになる契約 契約名 根拠",
        "return_by": "返却期限 返却予定日 返却予定 返す日 期限",
        "returned": "返却日 返却済み 戻った日 返還日",
        "note": "備考 メモ欄 注記 コメント",
    },
}
"""Other names that owners' own sheets have for the columns."""


@dataclass(frozen=True)
class Edit:
    """The records of one row, and by column what could not be taken."""

    put: tuple[Record, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)


def apply(
    company: Company, what: List, record: Record, values: Mapping[str, str], new_id: NewId
) -> tuple[Company, Edit]:
    """Several columns of one row in turn; the company as it then is. What is refused is left out."""
    put: dict[tuple[str, str], Record] = {(what.kind, record.id): record}
    problems: dict[str, str] = {}
    company = company.after((record,))
    for column in what.fields:
        if column.key not in values or (column.closed and not values[column.key].strip()):
            continue
        row = getattr(company, what.kind)[record.id]
        changed = column.edit(company, row, values[column.key], new_id)
        if changed.problem:
            problems[column.key] = changed.problem
            continue
        company = company.after(changed.put)
        put |= {(KIND_OF[type(one)], one.id): one for one in changed.put}
    return company, Edit(tuple(put.values()), problems)


def names(what: List) -> dict[str, str]:
    """What owners' own sheets call the columns of a list."""
    return sheet.names_of({column.key: column.label for column in what.fields}, ALIASES[what.kind])


def planning(company: Company, what: List, lines: Sequence[Line], new_id: NewId) -> Work[Plan]:
    """Work out rows from a sheet in turn, so that a department that comes in with the first row is known to the second.

    It says how many rows are done after each.
    """
    incoming: list[Incoming] = []
    put: dict[tuple[str, str], Record] = {}
    position = max((row.position for row in getattr(company, what.kind).values()), default=0)
    for line in lines:
        new = line.asset not in getattr(company, what.kind)
        position += new
        record = what.fresh(new_id(), position) if new else getattr(company, what.kind)[line.asset]
        values = {key: text for key, text in line.values.items() if text.strip() or not new}
        after, edit = apply(company, what, record, values, new_id)
        row = getattr(after, what.kind)[record.id]
        cells = {column.key: column.text(after, row) for column in what.fields}
        left_out = bool(what.key) and not getattr(row, what.key)
        told = tuple(f"入れません　{what.field(key).label}：{values[key]}" for key in edit.problems)
        if left_out:
            told = (f"この行は入れません　{_without(what, edit)}",)
            position -= new
        else:
            company = after
            put |= {(KIND_OF[type(one)], one.id): one for one in edit.put}
        incoming.append(Incoming(record.id, new, cells, told, left_out))
        yield Done(len(incoming), len(lines))
    return Plan(tuple(incoming), tuple(put.values()))


def _without(what: List, edit: Edit) -> str:
    """Why there is no row."""
    return edit.problems.get(what.key) or f"{what.field(what.key).label}が空です。"
