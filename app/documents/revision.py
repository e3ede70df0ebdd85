"""改定: two versions of a paper compared block by block, and what follows from it.

The comparison is exact: `apply(old, revision)` gives the new version again. What is only renumbered is told apart from what
says something else, because only the latter is a change of duty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from app.documents import plain
from app.documents.tree import (
    Article,
    Block,
    Chapter,
    Column,
    Document,
    Heading,
    Inline,
    Item,
    PaperKind,
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
        if self.before == self.after:
            return Nature.SAME
        return Nature.RENUMBERED if _unnumbered(self.before) == _unnumbered(self.after) else Nature.CHANGED


@dataclass(frozen=True)
class Revision:
    """Every block of both versions in reading order, and the new version's frame (title, header, footer)."""

    changes: tuple[Change, ...]
    frame: Document

    @property
    def told(self) -> tuple[Change, ...]:
        """What a 新旧対照表 shows: everything but what stayed as it was."""
        return tuple(change for change in self.changes if change.nature is not Nature.SAME)


def compare(old: Document, new: Document) -> Revision:
    """The way from one version to the next. Blocks with an id are the same block wherever they stand."""
    matcher = SequenceMatcher(None, [_key(block) for block in old.blocks], [_key(block) for block in new.blocks], False)
    changes: list[Change] = []
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            changes += map(Change, old.blocks[i1:i2], new.blocks[j1:j2])
        else:
            changes += [Change(block, None) for block in old.blocks[i1:i2]]
            changes += [Change(None, block) for block in new.blocks[j1:j2]]
    return Revision(tuple(changes), replace(new, blocks=()))


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
    told = compare(old, new).told
    return tuple(
        article.caption.strip("（）")
        for change in told
        if change.nature is not Nature.RENUMBERED and isinstance(article := change.after or change.before, Article)
    )


def comparison_table(old: Document, new: Document, revision: Revision) -> Document:
    """新旧対照表 as a paper: new beside old, and what became of it."""
    rows = tuple(
        (_cell(change.after, "（新設）", change), _cell(change.before, "（なし）", change), NOTES[change.nature])
        for change in revision.told
    )
    columns = (Column("改定後", 44), Column("改定前", 44), Column("備考", 12))
    table = Table("comparison", "", columns, rows)
    lead = Prose((Text("この表は、改定の前後で異なる条その他の部分を示す。"),))
    nothing = Prose((Text("改定の前後で、異なる部分はない。"),))
    return Document(
        form=new.form,
        kind=PaperKind.REGISTER,
        title=f"{new.title}　新旧対照表",
        company=new.company,
        head_left=new.head_left,
        head_right=f"{_edition(old)} → {_edition(new)}",
        foot=new.foot,
        landscape=True,
        blocks=(lead, table) if rows else (nothing,),
    )


NOTES = {
    Nature.SAME: "",
    Nature.RENUMBERED: "番号の変更",
    Nature.CHANGED: "変更",
    Nature.ADDED: "追加",
    Nature.REMOVED: "削除",
}


def _edition(document: Document) -> str:
    return document.head_right or "旧"


def _cell(block: Block | None, missing: str, change: Change) -> str:
    if block is None:
        return missing if change.nature is Nature.ADDED else "（削除）"
    if change.nature is Nature.RENUMBERED and isinstance(block, Article):
        return f"{block.caption}\n{block.label}　（略）"
    return "\n".join(plain.block_lines(block))


def _key(block: Block) -> tuple[str, str]:
    """What makes a block the same block in two versions."""
    match block:
        case Article(id=name) | Table(id=name) if name:
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
    raise TypeError(block)


def _unnumbered(block: Block) -> Block:
    """The block without its numbers: labels gone, references by their target, not their words."""
    match block:
        case Article(paragraphs=paragraphs):
            bare = tuple(_bare_paragraph(paragraph) for paragraph in paragraphs)
            return replace(block, number=0, label="", paragraphs=bare, measures=(), own=False)
        case Chapter():
            return replace(block, number=0, label="")
        case Prose(inlines=inlines, items=items):
            return replace(block, label="", inlines=tuple(_bare(inlines)), items=_bare_items(items))
        case Signature(lines=lines):
            return replace(block, lines=tuple((label, tuple(_bare(inlines))) for label, inlines in lines))
        case _:
            return block


def _bare_paragraph(paragraph: Paragraph) -> Paragraph:
    inlines = tuple(_bare(paragraph.inlines))
    return Paragraph(paragraph.id, "", inlines, _bare_items(paragraph.items))


def _bare_items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(Item(item.id, "", tuple(_bare(item.inlines)), _bare_items(item.items)) for item in items)


def _bare(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for piece in inlines:
        match piece:
            case Ref(target=target):
                yield Ref(target, "")
            case Value(text=text):
                yield Text(text)
            case _:
                yield piece
