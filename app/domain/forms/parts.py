"""Parts of a form made into other parts: those that stay for a company, and those with other pieces in them.

A list of which a single 号 stays is no list: the 項 then says it in one sentence, where the form has one for that.
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from typing import Any, TypeVar

from app.domain.forms.body import (
    BELOW,
    ITEM,
    MEANING,
    TERM,
    FormItem,
    FormParagraph,
    FormProse,
    FormRow,
    Part,
    Piece,
    Words,
    children,
    existence,
)
from app.domain.forms.conditions import All, holds

P = TypeVar("P", bound=Part)


def kept(parts: Iterable[P], tags: Set[str]) -> tuple[P, ...]:
    """The parts that are there for these tags, at every depth."""
    return tuple(_pruned(part, tags) for part in parts if holds(existence(part), tags))


def _pruned(part: P, tags: Set[str]) -> P:
    below = children(part)
    changed: dict[str, Any] = {BELOW[type(part)]: kept(below, tags)} if below else {}
    if isinstance(part, FormParagraph) and part.alone:
        changed |= _in_one_sentence(part, changed["items"])
    return replace(part, **changed)


def _in_one_sentence(paragraph: FormParagraph, items: tuple[FormItem, ...]) -> dict[str, Any]:
    """What changes where a single 号 is left: its words go into the sentence, and what brings it is what brings the 項."""
    if len(items) != 1:
        return {}
    (item,) = items
    return {
        "id": paragraph.id or item.id,
        "when": All((paragraph.when, item.when)),
        "pieces": told(paragraph.alone, item),
        "items": (),
        "alone": (),
    }


def told(sentence: tuple[Piece, ...], item: FormItem) -> tuple[Piece, ...]:
    """The sentence with the 号 in it."""
    term, meaning = _at_the_space(item.pieces)
    slots: dict[Piece, tuple[Piece, ...]] = {ITEM: item.pieces, TERM: term, MEANING: meaning}
    return tuple(inner for piece in sentence for inner in slots.get(piece, (piece,)))


def _at_the_space(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """What stands before and behind the first wide space; all of it behind, where there is none."""
    for number, piece in enumerate(pieces):
        if isinstance(piece, Words) and "　" in piece.text:
            before, _, behind = piece.text.partition("　")
            return (*pieces[:number], Words(before)), (Words(behind), *pieces[number + 1 :])
    return (), pieces


def with_pieces(part: P, change: Callable[[Piece], Piece]) -> P:
    """The part with each of its pieces put through a function, at every depth."""
    changed: dict[str, Any] = {}
    match part:
        case FormParagraph(pieces=pieces) | FormItem(pieces=pieces) | FormProse(pieces=pieces):
            changed["pieces"] = tuple(map(change, pieces))
            if isinstance(part, FormParagraph):
                changed["alone"] = tuple(map(change, part.alone))
        case FormRow(cells=cells):
            changed["cells"] = tuple(tuple(map(change, cell)) for cell in cells)
    if below := children(part):
        changed[BELOW[type(part)]] = tuple(with_pieces(child, change) for child in below)
    return replace(part, **changed)
