"""The columns of the small lists — departments, people, partners — each as text and back, like app/domain/columns/asset.py."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from app.domain import dates
from app.domain.columns import marks
from app.domain.ledger.company import Company
from app.domain.ledger.people import department_joining
from app.domain.ledger.records import Department, Partner, Person, Record
from app.domain.words import Relation

EMPLOYMENT = ("役員", "正社員", "パート", "派遣", "技能実習", "嘱託")
CUSTOMERS = ("得意先", "客先", "顧客")  # as typed


@dataclass(frozen=True)
class Changed:
    """What a typed text means: the record as it then is (and records it founds), or a problem in words."""

    put: tuple[Record, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class ListField:
    """One column of a list."""

    key: str
    label: str
    text: Callable[[Company, Any], str]
    edit: Callable[[Company, Any, str, Callable[[], str]], Changed]
    options: tuple[str, ...] = ()
    closed: bool = False
    """Whether only the options will do; such a column is never empty."""


@dataclass(frozen=True)
class List:
    """One list: its kind, what a row is called, and its columns; the first one names a row."""

    kind: str
    row: str
    record: type[Record]
    fields: tuple[ListField, ...]
    example: tuple[str, ...]

    def field(self, key: str) -> ListField:
        """One column."""
        return next(field for field in self.fields if field.key == key)


def rows(company: Company, kind: str) -> list[Any]:
    """The rows of a list in the owner's order."""
    return sorted(getattr(company, kind).values(), key=lambda row: (row.position, row.id))


def offers(company: Company, field: ListField) -> tuple[str, ...]:
    """What a column offers to choose from."""
    if field.key == "department":
        return tuple(row.name for row in rows(company, "departments"))
    return field.options


def _plain(key: str, label: str, options: tuple[str, ...] = ()) -> ListField:
    return ListField(
        key,
        label,
        lambda _, row: str(getattr(row, key)),
        lambda _, row, text, __: Changed((replace(row, **{key: text.strip()}),)),
        options,
    )


def _day(key: str, label: str) -> ListField:
    def edit(_: Company, row: Any, text: str, __: Callable[[], str]) -> Changed:
        day = dates.read(text)
        if text.strip() and not day:
            return Changed(problem=f"{label}は 2026/4/1 のように書いてください。")
        return Changed((replace(row, **{key: day}),))

    return ListField(key, label, lambda _, row: getattr(row, key).replace("-", "/"), edit)


def _department() -> ListField:
    def edit(company: Company, row: Person, text: str, new_id: Callable[[], str]) -> Changed:
        joining = department_joining(company, "" if marks.is_nothing(text) else text, new_id)
        if joining.problem:
            return Changed(problem=joining.problem)
        return Changed((*joining.new, replace(row, department=joining.id)))

    def text(company: Company, row: Person) -> str:
        return company.departments[row.department].name if row.department in company.departments else ""

    return ListField("department", "部門", text, edit)


def _relation() -> ListField:
    names = {relation.label: relation for relation in Relation}
    read = names | {other: Relation.CUSTOMER for other in CUSTOMERS}

    def edit(_: Company, row: Partner, text: str, __: Callable[[], str]) -> Changed:
        if text.strip() not in read:
            return Changed(problem=f"間柄は {'・'.join(names)} から選びます。")
        return Changed((replace(row, relation=read[text.strip()]),))

    return ListField("relation", "間柄", lambda _, row: row.relation.label, edit, tuple(names), closed=True)


DEPARTMENTS = List("departments", "部門", Department, (_plain("name", "部門の名前"),), ("例：製造部",))
PEOPLE = List(
    "people",
    "人",
    Person,
    (
        _plain("name", "氏名"),
        _department(),
        _plain("title", "役職"),
        _plain("employment", "雇い方", EMPLOYMENT),
        _day("joined", "入社日"),
        _day("left", "退職日"),
    ),
    ("例：大西 誠", "製造部", "工場長", "正社員"),
)
PARTNERS = List(
    "partners",
    "取引先",
    Partner,
    (
        _plain("name", "会社の名前"),
        _relation(),
        _plain("address", "住所"),
        _plain("representative_title", "代表の役職"),
        _plain("representative", "代表の氏名"),
        _day("nda_signed", "秘密保持契約の日"),
        _day("nda_until", "契約の期限"),
        _plain("note", "メモ"),
    ),
    ("例：有限会社ほくと金型", "外注先"),
)
