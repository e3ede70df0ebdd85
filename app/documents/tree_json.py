"""A document tree as JSON and back, so that an issued paper stays exactly as it was signed.

Every node is written with the name of its class; reading is strict, and what is read equals what was written. A field that
did not exist when a paper was issued has its default.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from app.documents import tree
from app.documents.tree import Document
from app.domain.forms.form import PaperKind
from app.errors import ImportRefused

NODES: Mapping[str, type[Any]] = {
    node.__name__: node
    for node in (
        tree.Text,
        tree.Value,
        tree.Blank,
        tree.Ref,
        tree.Item,
        tree.Paragraph,
        tree.Article,
        tree.Chapter,
        tree.Heading,
        tree.Prose,
        tree.Column,
        tree.Table,
        tree.Box,
        tree.Chart,
        tree.Signature,
        tree.Document,
    )
}
HINTS: Mapping[type[Any], dict[str, Any]] = {node: get_type_hints(node) for node in NODES.values()}
KIND = "node"


def dumps(document: Document) -> str:
    """The tree as one line of JSON."""
    return json.dumps(_plain(document), ensure_ascii=False, separators=(",", ":"))


def loads(text: str | bytes) -> Document:
    """The tree that a JSON text says. Raises ImportRefused when it is not one."""
    try:
        document = _node(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ImportRefused(
            "確定した書類の記録を読めませんでした。", "台帳は変わっていません。", "台帳を点検してください。"
        ) from error
    if not isinstance(document, Document):
        raise ImportRefused(
            "確定した書類の記録が、書類の形をしていません。", "台帳は変わっていません。", "台帳を点検してください。"
        )
    return document


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {KIND: type(value).__name__} | {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _node(json_value: Any) -> Any:
    """The dataclass a JSON object stands for; lists become tuples; anything else stays."""
    if isinstance(json_value, list):
        return tuple(_node(one) for one in json_value)
    if not isinstance(json_value, dict):
        return json_value
    made = NODES[json_value[KIND]]
    given = {name: _node(one) for name, one in json_value.items() if name != KIND}
    for name, value in given.items():
        hint = HINTS[made][name]
        if hint is PaperKind:
            given[name] = PaperKind(value)
        elif not _fits(value, hint):
            raise TypeError(name)
    return made(**given)


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value is of the type that a field asks for."""
    origin = get_origin(hint)
    if origin is tuple:
        inner = get_args(hint)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return isinstance(value, tuple) and all(_fits(one, inner[0]) for one in value)
        return isinstance(value, tuple) and len(value) == len(inner) and all(map(_fits, value, inner))
    if origin is UnionType or str(origin) == "typing.Union":
        return any(_fits(value, one) for one in get_args(hint))
    if hint is float:
        return isinstance(value, int | float)
    return isinstance(value, hint)
