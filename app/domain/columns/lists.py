"""The columns of the small lists — departments, people, partners — each as text and back, like app/domain/columns/asset.py.

What is with whom outside is a list of the same kind, in disclosures.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain import dates
from app.domain.columns import marks
from app.domain.folding import name_key
from app.domain.ledger.agreements import Standing, standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.people import department_joining
from app.domain.ledger.records import Department, Partner, Person, Record
from app.domain.words import Relation

NewId = Callable[[], str]
EMPLOYMENT = ("役員", "正社員", "パート", "派遣", "技能実習", "嘱託")
CUSTOMERS = ("得意先", "客先", "顧客")  # as typed
AT_HOME, ABROAD = marks.keys("国内 日本 日本国 japan jp"), marks.keys("海外 国外 外国")


@dataclass(frozen=True)
class Changed:
    """What a typed text means: the record as it then is (and records it founds), or a problem in words."""

    put: tuple[Record, ...] = ()
    problem: str = ""


def _nothing(_: Company, __: Any) -> str:
    return ""


@dataclass(frozen=True)
class ListField:
    """One column of a list."""

    key: str
    label: str
    text: Callable[[Company, Any], str]
    edit: Callable[[Company, Any, str, NewId], Changed]
    options: tuple[str, ...] = ()
    closed: bool = False
    """Whether only the options will do; such a column is never empty."""
    aside: Callable[[Company, Any], str] = _nothing
    """What is to be said of the value, beside it."""
    offered: Callable[[Company], Sequence[str]] | None = None
    """What the company has to choose from, where that is not the same for all."""


@dataclass(frozen=True)
class List:
    """One list: its kind, what a row is called, and its columns; the first one names a row.

    `key` is the column without which there is no row, where there is one.
    """

    kind: str
    row: str
    record: type[Record]
    fields: tuple[ListField, ...]
    example: tuple[str, ...]
    key: str = ""

    def fresh(self, new_id: str, position: int) -> Any:
        """A new row, of which nothing is said yet."""
        bare = {self.key: ""} if self.key else {}
        return self.record(id=new_id, position=position, **bare)  # type: ignore[call-arg]

    def field(self, key: str) -> ListField:
        """One column."""
        return next(field for field in self.fields if field.key == key)


def rows(company: Company, kind: str) -> list[Any]:
    """The rows of a list in the owner's order."""
    return sorted(getattr(company, kind).values(), key=lambda row: (row.position, row.id))


def offers(company: Company, field: ListField) -> Sequence[str]:
    """What a column offers to choose from."""
    return field.offered(company) if field.offered else field.options


def plain(key: str, label: str, options: tuple[str, ...] = ()) -> ListField:
    """A column that is text as typed."""
    return ListField(
        key,
        label,
        lambda _, row: str(getattr(row, key)),
        lambda _, row, text, __: Changed((replace(row, **{key: text.strip()}),)),
        options,
    )


def day(key: str, label: str, aside: Callable[[Company, Any], str] = _nothing) -> ListField:
    """A column that is a date."""

    def edit(_: Company, row: Any, text: str, __: NewId) -> Changed:
        day = dates.read(text)
        if text.strip() and not day and not marks.is_nothing(text):
            return Changed(problem=f"{label}は 2026/4/1 のように書いてください。")
        return Changed((replace(row, **{key: day}),))

    return ListField(key, label, lambda _, row: getattr(row, key).replace("-", "/"), edit, aside=aside)


def _department() -> ListField:
    def edit(company: Company, row: Person, text: str, new_id: NewId) -> Changed:
        joining = department_joining(company, "" if marks.is_nothing(text) else text, new_id)
        if joining.problem:
            return Changed(problem=joining.problem)
        return Changed((*joining.new, replace(row, department=joining.id)))

    def text(company: Company, row: Person) -> str:
        return company.departments[row.department].name if row.department in company.departments else ""

    def offered(company: Company) -> tuple[str, ...]:
        return tuple(row.name for row in rows(company, "departments"))

    return ListField("department", "部門", text, edit, offered=offered)


def _relation() -> ListField:
    names = {relation.label: relation for relation in Relation}
    read = names | {other: Relation.CUSTOMER for other in CUSTOMERS}

    def edit(_: Company, row: Partner, text: str, __: NewId) -> Changed:
        if text.strip() not in read:
            return Changed(problem=f"間柄は {'・'.join(names)} から選びます。")
        return Changed((replace(row, relation=read[text.strip()]),))

    return ListField("relation", "間柄", lambda _, row: row.relation.label, edit, tuple(names), closed=True)


def _abroad() -> ListField:
    def edit(_: Company, row: Partner, text: str, __: NewId) -> Changed:
        key = name_key(text)
        if key in ABROAD | marks.YES:
            return Changed((replace(row, abroad=True),))
        if key in AT_HOME | marks.NO:
            return Changed((replace(row, abroad=False),))
        return Changed(problem="国内か海外かを選びます。")

    def text(_: Company, row: Partner) -> str:
        return "海外" if row.abroad else "国内"

    return ListField("abroad", "国内・海外", text, edit, ("国内", "海外"), closed=True)


def _first_day(company: Company, row: Person) -> str:
    return "来る予定" if row.joined > company.day else ""


def _last_day(company: Company, row: Person) -> str:
    return "退職の予定" if row.left and row.left >= company.day else ""


def _promised_until(company: Company, row: Partner) -> str:
    standing = standing_of(row, company.on)
    return standing.label if standing in (Standing.ENDED, Standing.SOON) else ""


DEPARTMENTS = List("departments", "部門", Department, (plain("name", "部門の名前"),), ("例：製造部",))
PEOPLE = List(
    "people",
    "人",
    Person,
    (
        plain("name", "氏名"),
        _department(),
        plain("title", "役職"),
        plain("employment", "雇い方", EMPLOYMENT),
        day("joined", "入社日", _first_day),
        day("left", "退職日", _last_day),
        plain("previous", "前の勤め先"),
    ),
    ("例：大西 誠", "製造部", "工場長", "正社員"),
)
PARTNERS = List(
    "partners",
    "取引先",
    Partner,
    (
        plain("name", "会社の名前"),
        _relation(),
        plain("address", "住所"),
        plain("representative_title", "代表の役職"),
        plain("representative", "代表の氏名"),
        day("nda_signed", "秘密保持契約の日"),
        day("nda_until", "契約の期限", _promised_until),
        _abroad(),
        plain("note", "メモ"),
    ),
    ("例：有限会社ほくと金型", "外注先"),
)
