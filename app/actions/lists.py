"""Several rows of a list (departments, people, partners, what is outside) at once: emptied, filled downwards, pasted, removed, each in one step."""

from collections.abc import Iterable, Mapping, Sequence

from app.actions import firm
from app.desk import Desk
from app.domain.columns import list_rows
from app.domain.columns.lists import List
from app.domain.columns.paste import Plan
from app.domain.ledger.records import KIND_OF, Record


def fill(desk: Desk, what: List, rows: Iterable[str], keys: Iterable[str], text: str) -> str:
    """The same text in several cells ("" empties them). What cannot be stays; returns why, or ""."""
    values = {key: text for key in keys}
    return _write_cells(desk, what, "同じ内容を記入" if text else "欄を空に", {row: values for row in rows})


def fill_down(desk: Desk, what: List, rows: Sequence[str], keys: Iterable[str]) -> str:
    """What stands in the first row in all rows below it, column by column. What cannot be stays; returns why, or ""."""
    first = getattr(desk.company, what.kind)[rows[0]]
    values = {key: what.field(key).text(desk.company, first) for key in keys}
    return _write_cells(desk, what, "上と同じ内容を記入", {row: values for row in rows[1:]})


def paste(desk: Desk, plan: Plan) -> None:
    """Write rows from a sheet, all in one step."""
    desk.change(f"{len(plan.taken)}行を貼り付け", plan.put, plan.drop)


def remove(desk: Desk, what: List, records: Sequence[Record]) -> str:
    """Remove rows that nothing uses, in one step. Returns which ones stay and why, or ""."""
    if len(records) == 1:
        return firm.remove(desk, records[0], what.fields[0].text(desk.company, records[0]))
    uses = {record.id: firm.used_in(desk, record.id) for record in records}
    gone = [record for record in records if not uses[record.id]]
    if gone:
        desk.change(f"{what.row}{len(gone)}件を削除", drop=[(KIND_OF[type(record)], record.id) for record in gone])
    kept = [what.fields[0].text(desk.company, record) for record in records if uses[record.id]]
    return f"使われているので残しました：{'、'.join(kept)}。先に、使っている所を直してください。" if kept else ""


def _write_cells(desk: Desk, what: List, label: str, cells: Mapping[str, Mapping[str, str]]) -> str:
    company, problems = desk.company, dict[str, None]()
    put: dict[tuple[str, str], Record] = {}
    for row, values in cells.items():
        company, edit = list_rows.apply(company, what, getattr(company, what.kind)[row], values, desk.new_id)
        put |= {(KIND_OF[type(record)], record.id): record for record in edit.put}
        problems |= dict.fromkeys(edit.problems.values())
    desk.change(label, put.values())
    return "\n".join(problems)
