"""The words of an article as rows: 項 (depth 0), 号 (1), 細号 (2), each made of words, values and references.

So the owner edits an article and so the ledger keeps what became of it (`OwnArticle.lines`). A row is data: nothing in its words
is ever read as a slot, a number or a mark. What comes from outside in another shape stays there as the words that it is.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.domain.forms.body import FormArticle, FormItem, FormParagraph, Piece, RefSlot, ValueSlot, Words
from app.domain.plain_text import clean

Line = TypeVar("Line", FormParagraph, FormItem)
DEEPEST = 2
MOST_SUBITEMS = 44
"""So many 細号 have a letter (ア … ワ)."""


@dataclass(frozen=True)
class Row:
    """項, 号 or 細号. `id` is what references to it name."""

    depth: int
    pieces: tuple[Piece, ...]
    id: str = ""


def read(lines: Iterable[str]) -> tuple[Row, ...]:
    """The rows that the ledger keeps."""
    return tuple(map(_row, lines))


def written(rows: Iterable[Row]) -> tuple[str, ...]:
    """The rows as the ledger keeps them."""
    return tuple(_json([row.depth, [_pair(piece) for piece in row.pieces], row.id]) for row in rows)


def rows_of(article: FormArticle) -> tuple[Row, ...]:
    """The 項 and 号 of an article in reading order, each with the id by which it can be pointed at."""
    return tuple(_flat(article.id, article.paragraphs, 0))


def address(article: str, part: FormParagraph | FormItem) -> str:
    """Its id, or one made of its words: with other words it is another part, and nothing points at the wrong one."""
    return part.id or f"{article}--{fingerprint([Row(0, part.pieces)])[:12]}"


def addressed(article: FormArticle, wanted: Set[str] | None = None) -> FormArticle:
    """The article with an address as the id of each 項 and 号 that has none: of all, or of the wanted ones."""
    return replace(article, paragraphs=tuple(_addressed(article.id, one, wanted) for one in article.paragraphs))


def paragraphs(rows: Iterable[Row]) -> tuple[FormParagraph, ...]:
    """The rows as parts of a form."""
    groups = _groups(settled(rows), 0)
    return tuple(FormParagraph(id=row.id, pieces=row.pieces, items=_items(below, 1)) for row, below in groups)


def settled(rows: Iterable[Row]) -> list[Row]:
    """The rows that say something: none deeper than the row above allows, no id twice, no more 細号 than letters."""
    made: list[Row] = []
    seen = {""}
    for row in rows:
        if says_nothing(row):
            continue
        depth = min(row.depth, made[-1].depth + 1 if made else 0)
        if depth == DEEPEST and [one.depth for one in made[-MOST_SUBITEMS:]] == [DEEPEST] * MOST_SUBITEMS:
            depth -= 1
        made.append(replace(row, depth=depth, id="" if row.id in seen else row.id))
        seen.add(row.id)
    return made


def moved(rows: Sequence[Row], place: int, step: int) -> tuple[list[Row], int]:
    """The rows with one row and all under it past its neighbour (step -1 up, 1 down), and where it stands now."""
    depth, end = rows[place].depth, _end(rows, place)
    group = list(rows[place:end])
    rest = [*rows[:place], *rows[end:]]
    if step < 0:
        above = range(place - 1, -1, -1)
        place = next((n for n in above if rows[n].depth <= depth), place)
    elif end < len(rows):
        place = _end(rest, place, depth)
    return [*rest[:place], *group, *rest[place:]], place


def _end(rows: Sequence[Row], place: int, depth: int | None = None) -> int:
    """Where the rows under a row end; those not deeper than `depth` count as beside it."""
    least = rows[place].depth if depth is None else depth
    return next((n for n in range(place + 1, len(rows)) if rows[n].depth <= least), len(rows))


def says_nothing(row: Row) -> bool:
    """Whether a row has no words, no value and no reference."""
    return all(isinstance(piece, Words) and not piece.text.strip() for piece in row.pieces)


def fingerprint(rows: Iterable[Row]) -> str:
    """The SHA-256 of what rows say, whatever their ids."""
    return hashlib.sha256("\n".join(written(replace(row, id="") for row in rows)).encode()).hexdigest()


def _flat(article: str, parts: Sequence[FormParagraph | FormItem], depth: int) -> Iterator[Row]:
    for part in parts:
        yield Row(depth, part.pieces, address(article, part))
        yield from _flat(article, part.items, depth + 1)


def _addressed(article: str, part: Line, wanted: Set[str] | None) -> Line:
    name = address(article, part)
    items = tuple(_addressed(article, item, wanted) for item in part.items)
    return replace(part, id=name if wanted is None or name in wanted else part.id, items=items)


def _items(rows: list[Row], depth: int) -> tuple[FormItem, ...]:
    groups = _groups(rows, depth)
    return tuple(FormItem(id=row.id, pieces=row.pieces, items=_items(below, depth + 1)) for row, below in groups)


def _groups(rows: list[Row], depth: int) -> list[tuple[Row, list[Row]]]:
    """Each row of this depth with the deeper rows that follow it."""
    groups: list[tuple[Row, list[Row]]] = []
    for row in rows:
        if row.depth == depth:
            groups.append((row, []))
        else:
            groups[-1][1].append(row)
    return groups


def _pair(piece: Piece) -> tuple[str, str]:
    match piece:
        case Words(text):
            return "text", clean(text)
        case ValueSlot(name):
            return "value", name
        case RefSlot(target, full):
            return "full" if full else "ref", target


def _piece(pair: Any) -> Piece:
    match pair:
        case ["text", str(text)]:
            return Words(clean(text))
        case ["value", str(name)]:
            return ValueSlot(name)
        case ["ref" | "full" as kind, str(target)]:
            return RefSlot(target, kind == "full")
    raise ValueError(pair)


def _row(line: str) -> Row:
    try:
        match json.loads(line):
            case [int(depth), [*pairs], str(name)] if depth in range(DEEPEST + 1):
                row = Row(int(depth), tuple(map(_piece, pairs)), name)
                "".join(written([row])).encode()  # refuses half of a character
                return row
    except (ValueError, RecursionError):
        pass
    return Row(0, (Words(line),))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
