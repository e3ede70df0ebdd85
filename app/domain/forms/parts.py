"""Parts of a form made into other parts: those that stay for a company, and those with other pieces in them."""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from typing import Any, TypeVar

from app.domain.forms.conditions import holds
from app.domain.forms.form import BELOW, FormItem, FormParagraph, FormProse, FormRow, Part, Piece, children, existence

P = TypeVar("P", bound=Part)


def kept(parts: Iterable[P], tags: Set[str]) -> tuple[P, ...]:
    """The parts that are there for these tags, at every depth."""
    return tuple(_pruned(part, tags) for part in parts if holds(existence(part), tags))


def _pruned(part: P, tags: Set[str]) -> P:
    below = children(part)
    changed: dict[str, Any] = {BELOW[type(part)]: kept(below, tags)} if below else {}
    return replace(part, **changed)


def with_pieces(part: P, change: Callable[[Piece], Piece]) -> P:
    """The part with each of its pieces put through a function, at every depth."""
    changed: dict[str, Any] = {}
    match part:
        case FormParagraph(pieces=pieces) | FormItem(pieces=pieces) | FormProse(pieces=pieces):
            changed["pieces"] = tuple(map(change, pieces))
        case FormRow(cells=cells):
            changed["cells"] = tuple(tuple(map(change, cell)) for cell in cells)
    if below := children(part):
        changed[BELOW[type(part)]] = tuple(with_pieces(child, change) for child in below)
    return replace(part, **changed)
