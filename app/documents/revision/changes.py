"""改定: two versions of a paper compared block by block, and what follows from it.

The comparison is exact: `apply(old, revision)` gives the new version again. What is only renumbered is told apart from what
says something else, because only the latter is a change of duty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from app.documents import plain
from app.documents.tree import (
    Article,
    Block,
    Chapter,
    Chart,
    Document,
    Heading,
    Inline,
    Item,
    Paragraph,
    Prose,
    Ref,
    Signature,
    Table,
    Text,
    Value,
)


class Nature(StrEnum):
    """What became of a block."""

    SAME = "same"
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Change:
    """One block before and after; None where it is not there."""

    before: Block | None
    after: Block | None

    @property
    def nature(self) -> Nature:
        """What became of it."""
        if self.before is None:
            return Nature.ADDED
        if self.after is None:
            return Nature.REMOVED
        if self.before == self.after or plain.block_lines(self.before) == plain.block_lines(self.after):
            return Nature.SAME
        return Nature.RENUMBERED if _unnumbered(self.before) == _unnumbered(self.after) else Nature.CHANGED


@dataclass(frozen=True)
class Revision:
    """Every block of both versions in reading order, and the new version's frame (title, header, footer)."""

    changes: tuple[Change, ...]
    frame: Document

    @property
    def reworded(self) -> tuple[Change, ...]:
        """What says something else now: neither what stayed as it was, nor what only has another number."""
        return tuple(change for change in self.changes if change.nature not in (Nature.SAME, Nature.RENUMBERED))


def compare(old: Document, new: Document) -> Revision:
    """The way from one version to the next. Blocks with an id are the same block wherever they stand."""
    matcher = SequenceMatcher(None, [_key(block) for block in old.blocks], [_key(block) for block in new.blocks], False)
    changes: list[Change] = []
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            changes += map(Change, old.blocks[i1:i2], new.blocks[j1:j2])
        else:
            changes += _replaced(old.blocks[i1:i2], new.blocks[j1:j2])
    return Revision(tuple(changes), replace(new, blocks=()))


def _replaced(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    """Blocks without a counterpart. Words outside the articles have no name: they are reworded where they stand."""
    matcher = SequenceMatcher(None, [_unnamed(block) for block in old], [_unnamed(block) for block in new], False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            yield from map(Change, old[i1:i2], new[j1:j2])
        else:
            yield from (Change(block, None) for block in old[i1:i2])
            yield from (Change(None, block) for block in new[j1:j2])


def _unnamed(block: Block) -> tuple[str, str]:
    return ("Prose", "") if isinstance(block, Prose) else _key(block)


def apply(old: Document, revision: Revision) -> Document:
    """The new version, made from the old one and the revision. ValueError when the revision does not start from it."""
    here = iter(old.blocks)
    for change in revision.changes:
        if change.before is not None and next(here, None) != change.before:
            raise ValueError("the revision starts from another version")
    if next(here, None) is not None:
        raise ValueError("the revision ends before the old version does")
    return replace(revision.frame, blocks=tuple(c.after for c in revision.changes if c.after is not None))


def duties_changed(old: Document, new: Document) -> tuple[str, ...]:
    """Captions of the articles that oblige to something else now: who signed the old text has to sign again."""
    blocks = (change.after or change.before for change in compare(old, new).reworded)
    return tuple(block.caption.strip("（）") for block in blocks if isinstance(block, Article))


def _key(block: Block) -> tuple[str, str]:
    """What makes a block the same block in two versions."""
    match block:
        case Article(id=name) | Table(id=name) | Heading(id=name) if name:
            return type(block).__name__, name
        case Article(caption=caption):
            return "Article", caption
        case Chapter(title=title) | Heading(title=title):
            return type(block).__name__, title
        case Signature(party=party):
            return "Signature", party
        case Prose():
            return "Prose", plain.block_lines(_unnumbered(block))[0]
        case Table(caption=caption):
            return "Table", caption
        case Chart():
            return "Chart", ""
    raise TypeError(block)


def _unnumbered(block: Block) -> Block:
    """The block without its numbers and names: labels gone, references by their target, not their words."""
    match block:
        case Article(paragraphs=paragraphs):
            bare = tuple(_bare_paragraph(paragraph) for paragraph in paragraphs)
            return replace(block, number=0, label="", paragraphs=bare, measures=(), own=False)
        case Chapter():
            return replace(block, number=0, label="")
        case Heading(title=title, new_page=True):
            return replace(block, title=title.partition("　")[2])
        case Prose(inlines=inlines, items=items):
            return replace(block, label="", inlines=tuple(_bare(inlines)), items=_bare_items(items))
        case Signature(lines=lines):
            return replace(block, lines=tuple((label, tuple(_bare(inlines))) for label, inlines in lines))
        case _:
            return block


def _bare_paragraph(paragraph: Paragraph) -> Paragraph:
    return Paragraph("", "", tuple(_bare(paragraph.inlines)), _bare_items(paragraph.items))


def _bare_items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(Item("", "", tuple(_bare(item.inlines)), _bare_items(item.items)) for item in items)


def _bare(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for piece in inlines:
        match piece:
            case Ref(target=target):
                yield Ref(target, "")
            case Value(text=text):
                yield Text(text)
            case _:
                yield piece
