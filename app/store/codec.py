"""Records ⇄ plain rows, straight from the dataclasses' type hints.

A *row* is what JSON can say: texts, whole numbers, true/false, null, and lists of texts. SQLite holds the same row with
lists as JSON text and true/false as 1/0. Reading is strict: a record is exactly what its dataclass says, or it is refused
with the kind, the id and the field.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from app.domain.ledger.records import KINDS, Record
from app.domain.plain_text import clean, is_clean
from app.domain.value import Value
from app.domain.words import Word
from app.errors import ImportRefused
from app.store import older

Row = dict[str, Any]
Built = TypeVar("Built", bound=Value)

PLAIN_NAMES: Mapping[type, str] = {str: "文字", int: "整数", bool: "true か false"}


class Column(Value):
    """One field: its plain type or word list, whether it may be empty (None), whether it holds several, what it means."""

    name: str
    base: type
    optional: bool
    many: bool
    default: Any
    marks: tuple[object, ...] = ()

    @cached_property
    def words(self) -> Mapping[str, Word] | None:
        """The words by how they are stored, None where it is not one of a list."""
        return {word.value: word for word in self.base} if issubclass(self.base, Word) else None

    @property
    def text(self) -> bool:
        """Whether it is one text, as most fields are."""
        return self.base is str and not self.many and not self.optional


class Shape(Value):
    """A flat dataclass as rows by the thousand want it: its texts are looked at all at once, the other fields one by one."""

    names: tuple[str, ...]
    known: frozenset[str]
    texts: tuple[str, ...]
    others: tuple[Column, ...]
    lists: tuple[str, ...]
    unlike_json: tuple[str, ...]
    unlike_sql: tuple[Column, ...]


class Unfit(Exception):
    """A row that its dataclass cannot take: which field, and why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(field, why)
        self.field, self.why = field, why


def to_row(record: Record) -> Row:
    """The record as JSON can say it."""
    known, shape = vars(record), shape_of(type(record))
    row = {name: known[name] for name in shape.names}
    for name in shape.unlike_json:
        row[name] = _plain(row[name])
    return row


def from_row(kind: str, row: object) -> Record:
    """The record that a row says; every field must be there, and no other."""
    try:
        record = build(KINDS[kind], _cleaned(KINDS[kind], row))
        if not record.id:
            raise Unfit("id", "空です。")
    except Unfit as unfit:
        raise _refusal(kind, row, unfit) from unfit
    return record


def recall(kind: str, row: object) -> Record:
    """As from_row, for a row of any version: fields that did not exist when it was written have their defaults."""
    if isinstance(row, dict) and row.keys() != shape_of(KINDS[kind]).known:
        row = older.renewed(kind, row)
        defaults = ((column.name, column.default) for column in columns(KINDS[kind]))
        row = {name: _plain(default) for name, default in defaults if default is not MISSING} | row
    return from_row(kind, row)


def to_sql(record: Record) -> Row:
    """The row as SQLite holds it."""
    return sql_of(type(record), to_row(record))


def sql_of(dataclass: type, row: Row) -> Row:
    """The same row as SQLite holds it."""
    lists = {
        column.name: json.dumps(row[column.name], ensure_ascii=False) if row[column.name] else "[]"
        for column in shape_of(dataclass).unlike_sql
        if column.many
    }
    return row | lists


def from_sql(kind: str, row: Mapping[str, Any]) -> Record:
    """The record behind a row of SQLite."""
    plain = dict(row)
    for column in shape_of(KINDS[kind]).unlike_sql:
        value = plain.get(column.name)
        if column.many and isinstance(value, str):
            plain[column.name] = _list(value)
        elif column.base is bool and value in (0, 1):
            plain[column.name] = bool(value)
    return from_row(kind, plain)


def build(dataclass: type[Built], row: object) -> Built:
    """The dataclass that a row says, or Unfit."""
    if not isinstance(row, dict):
        raise Unfit("", "項目と値の組（{ }）ではありません。")
    shape = shape_of(dataclass)
    if row.keys() != shape.known:
        raise _misnamed(shape, row)
    made = object.__new__(
        dataclass
    )  # a flat dataclass is its fields; its own __init__ sets them one by one, and slowly
    fields = vars(made)
    fields.update({name: row[name] for name in shape.names})
    if not _are_texts([row[name] for name in shape.texts]):
        raise _not_text(shape, row)
    for column in shape.others:
        fields[column.name] = _value(column, row[column.name])
    return made


def _cleaned(dataclass: type, row: object) -> object:
    """The row with clean texts; what is no text is left to be refused. An id is a name and is refused rather than changed."""
    if not isinstance(row, dict):
        return row
    shape = shape_of(dataclass)
    texts = [value for value in map(row.get, shape.texts) if type(value) is str]
    lists = [value for value in map(row.get, shape.lists) if isinstance(value, list)]
    if is_clean("".join(texts)) and all(type(one) is not str or is_clean(one) for some in lists for one in some):
        return row
    if isinstance(row.get("id"), str) and not is_clean(row["id"]):
        raise Unfit("id", "使えない文字が含まれています。")
    return {name: [*map(_clean, value)] if isinstance(value, list) else _clean(value) for name, value in row.items()}


def _clean(value: object) -> object:
    return clean(value) if type(value) is str else value


def _misnamed(shape: Shape, row: Row) -> Unfit:
    """Which field is too many, or missing."""
    for name in row:
        if name not in shape.known:
            return Unfit(name, "この項目はありません。つづりを確かめてください。")
    missing = next(name for name in shape.names if name not in row)
    return Unfit(missing, "この項目が抜けています。")


def _not_text(shape: Shape, row: Row) -> Unfit:
    """Which of the texts is none."""
    name = next(name for name in shape.texts if not _are_texts([row[name]]))
    broken = type(row[name]) is str
    return Unfit(name, "文字としてこわれたものが含まれています。" if broken else f"{PLAIN_NAMES[str]}ではありません。")


def shown(value: object) -> str:
    """A value from outside, short and printable, for use in a message."""
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= 40 else f"{text[:40]}…"


def _columns(dataclass: type) -> tuple[Column, ...]:
    hints = get_type_hints(dataclass, include_extras=True)
    return tuple(_column(field.name, hints[field.name], field.default) for field in fields(dataclass))


columns: Callable[[type], tuple[Column, ...]] = cache(_columns)  # the fields of a flat dataclass in their order


def _shape_of(dataclass: type) -> Shape:
    every = columns(dataclass)
    names = tuple(column.name for column in every)
    return Shape(
        names=names,
        known=frozenset(names),
        texts=tuple(column.name for column in every if column.text),
        others=tuple(column for column in every if not column.text),
        lists=tuple(column.name for column in every if column.many and column.words is None),
        unlike_json=tuple(column.name for column in every if column.many or column.words is not None),
        unlike_sql=tuple(column for column in every if column.many or column.base is bool),
    )


shape_of: Callable[[type], Shape] = cache(_shape_of)


def _column(name: str, hint: Any, default: Any) -> Column:
    hint, *marks = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    many, optional = get_origin(hint) is tuple, get_origin(hint) is UnionType
    return Column(name, get_args(hint)[0] if many or optional else hint, optional, many, default, tuple(marks))


def _plain(value: Any) -> Any:
    if isinstance(value, Word):
        return value._value_
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _value(column: Column, value: object) -> Any:
    if value is None and column.optional:
        return None
    if not column.many:
        return _one(column, value)
    if not isinstance(value, list):
        raise Unfit(column.name, "一覧（[ ]）ではありません。")
    return tuple([_one(column, one) for one in value])


def _one(column: Column, value: object) -> Any:
    if column.words is not None:
        if not isinstance(value, str) or (found := column.words.get(value)) is None:
            words = "・".join(column.words)
            raise Unfit(column.name, f"「{shown(value)}」という言葉は使えません（使えるのは {words}）。")
        return found
    if type(value) is not column.base:
        raise Unfit(column.name, f"{PLAIN_NAMES[column.base]}ではありません。")
    if isinstance(value, str) and not _are_texts([value]):
        raise Unfit(column.name, "文字としてこわれたものが含まれています。")
    if isinstance(value, int) and abs(value) >= 2**63:
        raise Unfit(column.name, "数が大きすぎます。")
    return value


def _are_texts(values: list[Any]) -> bool:
    """Whether these are texts that can be written as UTF-8 at all; half of a surrogate pair cannot."""
    if not set(map(type, values)) <= {str}:
        return False
    try:
        "".join(values).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _list(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text  # refused in a moment, as what it is


def _refusal(kind: str, row: object, unfit: Unfit) -> ImportRefused:
    where = f"{KINDS[kind].LABEL}（{kind}）"
    if isinstance(row, dict) and "id" in row:
        where += f"の「{shown(row['id'])}」"
    if unfit.field:
        where += f"、項目「{shown(unfit.field)}」"
    return refused(f"{where}：{unfit.why}")


def refused(what: str) -> ImportRefused:
    """A file from outside is not what it should be."""
    return ImportRefused(what, "何も書き込んでいません。", "その箇所を直して、もう一度読み込んでください。")
