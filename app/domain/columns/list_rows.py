"""Several columns of rows of a small list at once: filled, emptied, or brought by rows from a sheet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.columns.lists import List
from app.domain.columns.paste import Incoming, Line, Plan
from app.domain.ledger.company import Company
from app.domain.ledger.records import KIND_OF, Record

NewId = Callable[[], str]


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


def plan(company: Company, what: List, lines: Iterable[Line], new_id: NewId) -> Plan:
    """Work out rows from a sheet in turn, so that a department that comes in with the first row is known to the second."""
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
    return Plan(tuple(incoming), tuple(put.values()))


def _fresh(what: List, new_id: str, position: int) -> Any:
    return replace(what.record(id=new_id), position=position)  # type: ignore[call-arg]
