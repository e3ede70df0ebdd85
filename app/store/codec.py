"""Records ⇄ plain rows, straight from the dataclasses' type hints.

A *row* is what JSON can say: texts, whole numbers, true/false, null, and lists of texts. SQLite holds the same row with
lists as JSON text and true/false as 1/0. Reading is strict: a record is exactly what its dataclass says, or it is refused
with the kind, the id and the field.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from app.domain.ledger.records import KINDS, Record
from app.domain.words import Word
from app.errors import ImportRefused
from app.store import older

Row = dict[str, Any]
Value = TypeVar("Value")

KIND_NAMES: Mapping[str, str] = {
    "profile": "会社の基本",
    "departments": "部門・班",
    "people": "人",
    "partners": "取引先",
    "assets": "情報資産",
    "places": "置き場所",
    "access": "見てよい人",
    "evaluations": "評価の答え",
    "decisions": "区分の決定",
    "choices": "対策の採否",
    "appointments": "役割",
    "answers": "様式への答え",
    "own_articles": "手直しした条",
    "issues": "確定した書類",
    "signatures": "署名",
    "outputs": "作った書類",
}
AS_IT_IS = frozenset({str, int, bool, type(None)})
PLAIN_NAMES: Mapping[type, str] = {str: "文字", int: "整数", bool: "true か false"}


@dataclass(frozen=True)
class Column:
    """One field: its plain type or word list, whether it may be empty (None), whether it holds several."""

    name: str
    base: type
    optional: bool
    many: bool
    default: Any


class Unfit(Exception):
    """A row that its dataclass cannot take: which field, and why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(field, why)
        self.field, self.why = field, why


def to_row(record: Record) -> Row:
    """The record as JSON can say it."""
    known = vars(record)
    values = ((name, known[name]) for name in names(type(record)))
    return {name: value if type(value) in AS_IT_IS else _plain(value) for name, value in values}


def from_row(kind: str, row: object) -> Record:
    """The record that a row says; every field must be there, and no other."""
    try:
        record = build(KINDS[kind], row)
        if not record.id:
            raise Unfit("id", "空です。")
    except Unfit as unfit:
        raise _refusal(kind, row, unfit) from unfit
    return record


def recall(kind: str, row: object) -> Record:
    """As from_row, for a row of any version: fields that did not exist when it was written have their defaults."""
    if isinstance(row, dict) and row.keys() != set(names(KINDS[kind])):
        row = older.renewed(kind, row)
        defaults = ((column.name, column.default) for column in columns(KINDS[kind]))
        row = {name: _plain(default) for name, default in defaults if default is not MISSING} | row
    return from_row(kind, row)


def to_sql(record: Record) -> Row:
    """The row as SQLite holds it."""
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        for name, value in to_row(record).items()
    }


def from_sql(kind: str, row: Mapping[str, Any]) -> Record:
    """The record behind a row of SQLite."""
    plain = dict(row)
    for column in other_in_sql(KINDS[kind]):
        value = plain.get(column.name)
        if column.many and isinstance(value, str):
            plain[column.name] = _list(value)
        elif column.base is bool and value in (0, 1):
            plain[column.name] = bool(value)
    return from_row(kind, plain)


def build(dataclass: type[Value], row: object) -> Value:
    """The dataclass that a row says, or Unfit."""
    if not isinstance(row, dict):
        raise Unfit("", "項目と値の組（{ }）ではありません。")
    known = names(dataclass)
    for name in row:
        if name not in known:
            raise Unfit(name, "この項目はありません。つづりを確かめてください。")
    for name in known:
        if name not in row:
            raise Unfit(name, "この項目が抜けています。")
    made = object.__new__(
        dataclass
    )  # a flat dataclass is its fields; its own __init__ sets them one by one, and slowly
    vars(made).update({column.name: _value(column, row[column.name]) for column in columns(dataclass)})
    return made


def shown(value: object) -> str:
    """A value from outside, short and printable, for use in a message."""
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= 40 else f"{text[:40]}…"


def _columns(dataclass: type) -> tuple[Column, ...]:
    hints = get_type_hints(dataclass)
    return tuple(_column(field.name, hints[field.name], field.default) for field in fields(dataclass))


columns: Callable[[type], tuple[Column, ...]] = cache(_columns)  # the fields of a flat dataclass in their order


def _names(dataclass: type) -> tuple[str, ...]:
    return tuple(column.name for column in columns(dataclass))


names: Callable[[type], tuple[str, ...]] = cache(_names)  # of its fields


def _other_in_sql(dataclass: type) -> tuple[Column, ...]:
    return tuple(column for column in columns(dataclass) if column.many or column.base is bool)


other_in_sql: Callable[[type], tuple[Column, ...]] = cache(_other_in_sql)  # what SQLite holds in another form than JSON


def _column(name: str, hint: Any, default: Any) -> Column:
    many, optional = get_origin(hint) is tuple, get_origin(hint) is UnionType
    return Column(name, get_args(hint)[0] if many or optional else hint, optional, many, default)


def _plain(value: Any) -> Any:
    if isinstance(value, Word):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _value(column: Column, value: object) -> Any:
    if value is None and column.optional:
        return None
    if not column.many and type(value) is str and column.base is str and value.isascii():  # most of all
        return value
    if not column.many:
        return _one(column, value)
    if not isinstance(value, list):
        raise Unfit(column.name, "一覧（[ ]）ではありません。")
    return tuple(_one(column, one) for one in value)


def _one(column: Column, value: object) -> Any:
    base = column.base
    if issubclass(base, Word):
        if not isinstance(value, str) or (found := _words(base).get(value)) is None:
            words = "・".join(_words(base))
            raise Unfit(column.name, f"「{shown(value)}」という言葉は使えません（使えるのは {words}）。")
        return found
    if type(value) is not base:
        raise Unfit(column.name, f"{PLAIN_NAMES[base]}ではありません。")
    if isinstance(value, str) and not (value.isascii() or _is_text(value)):
        raise Unfit(column.name, "文字としてこわれたものが含まれています。")
    if isinstance(value, int) and abs(value) >= 2**63:
        raise Unfit(column.name, "数が大きすぎます。")
    return value


@cache
def _words(base: type[Word]) -> Mapping[str, Word]:
    return {word.value: word for word in base}


def _is_text(value: str) -> bool:
    """Whether it can be written as UTF-8 at all; half of a surrogate pair cannot."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _list(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text  # refused in a moment, as what it is


def _refusal(kind: str, row: object, unfit: Unfit) -> ImportRefused:
    where = f"{KIND_NAMES[kind]}（{kind}）"
    if isinstance(row, dict) and "id" in row:
        where += f"の「{shown(row['id'])}」"
    if unfit.field:
        where += f"、項目「{shown(unfit.field)}」"
    return refused(f"{where}：{unfit.why}")


def refused(what: str) -> ImportRefused:
    """A file from outside is not what it should be."""
    return ImportRefused(what, "何も書き込んでいません。", "その箇所を直して、もう一度読み込んでください。")
