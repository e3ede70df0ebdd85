"""Rows of lists that a new paper does not repeat, although an old version has them: those that name one of some things.

An issued version stays as it is. What is made out of it later (新旧対照表 and what goes with it) must not hand the name on.
"""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import compress

from app.documents.tree import Block, Document, Table


def without(document: Document, names: Set[str]) -> Document:
    """The document without the rows that name any of these things."""
    return replace(document, blocks=tuple(_without(block, names) for block in document.blocks)) if names else document


def name_any(document: Document, names: Set[str]) -> bool:
    """Whether some row does."""
    tables = (block for block in document.blocks if isinstance(block, Table)) if names else ()
    return any(_names(row, names) for table in tables for row in table.rows)


def _without(block: Block, names: Set[str]) -> Block:
    if not isinstance(block, Table):
        return block
    stay = [not _names(row, names) for row in block.rows]
    return replace(block, rows=tuple(compress(block.rows, stay)), heights=tuple(compress(block.heights, stay)))


def _names(row: Sequence[str], names: Set[str]) -> bool:
    """A cell is the name, begins with it as its first line, or is 「name」の管理."""
    return any(
        cell in names or _begins(cell, names) or cell[1:].partition("」の管理")[0] in names for cell in row if cell
    )


def _begins(cell: str, names: Set[str]) -> bool:
    lines = cell.split("\n")
    return any("\n".join(lines[:count]) in names for count in range(1, len(lines)))
