"""Several columns of rows of a small list at once: filled, emptied, or brought by rows from a sheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

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
    },
    "partners": {
        "name": "会社名 名前 名称 取引先 取引先名 社名 相手 相手先 得意先 得意先名 仕入先 外注先 顧客名",  # as typed
        "relation": "関係 区分 取引区分 種別 分類",
        "address": "所在地 本社所在地 会社住所",
        "representative_title": "代表者役職 代表役職 代表者の役職",
        "representative": "代表者 代表者名 代表者氏名 代表者の氏名 代表取締役",
        "nda_signed": "NDA NDA締結日 秘密保持契約 秘密保持契約日 秘密保持契約締結日 契約日 締結日",
        "nda_until": "NDA期限 契約期限 有効期限 満了日 契約満了日",
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
        record = _fresh(what, new_id(), position) if new else getattr(company, what.kind)[line.asset]
        values = {key: text for key, text in line.values.items() if text.strip() or not new}
        company, edit = apply(company, what, record, values, new_id)
        put |= {(KIND_OF[type(one)], one.id): one for one in edit.put}
        row = getattr(company, what.kind)[record.id]
        cells = {column.key: column.text(company, row) for column in what.fields}
        told = tuple(f"入れません　{what.field(key).label}：{values[key]}" for key in edit.problems)
        incoming.append(Incoming(record.id, new, cells, told))
        yield Done(len(incoming), len(lines))
    return Plan(tuple(incoming), tuple(put.values()))


def _fresh(what: List, new_id: str, position: int) -> Any:
    return replace(what.record(id=new_id), position=position)  # type: ignore[call-arg]
