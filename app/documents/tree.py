"""The one document tree that every paper is written from.

`compose` makes it: conditions are gone, every number is counted, every reference carries the text to show and the id of
its target, every value stands as typed. Writers (Word, plain text, Qt) only lay it out, so they cannot disagree.

Document
├── blocks: Chapter | Article | Prose | Heading | Table | Chart | Signature | Annex start (Heading with new_page)
│     Article → Paragraph(項) → Item(号) → Item(細号)
└── inline pieces in every text: Text | Value | Blank | Ref
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.forms.form import PaperKind as PaperKind

STAMP = ("収入印紙", "（要るとき）")
"""What stands in the frame for a 収入印紙, a line each."""
STAMP_WIDTH, STAMP_HEIGHT = 26, 30
"""Of that frame, in mm: the common stamps are smaller."""
LOST = "lost:"
"""So begins the key of a blank where the owner's own words name what the paper does not have."""


@dataclass(frozen=True)
class Text:
    """Words of the form."""

    text: str


@dataclass(frozen=True)
class Value:
    """What the ledger or the owner said, exactly as typed; a long answer may contain line breaks."""

    key: str
    text: str


@dataclass(frozen=True)
class Blank:
    """A known value that is still empty: shown as 〔　　　〕 and listed to the owner. `label` says what belongs there."""

    key: str
    label: str
    text: str = "〔　　　　〕"

    @property
    def lost(self) -> bool:
        """Whether it stands for something that is not there any more, and so cannot be filled in."""
        return self.key.startswith(LOST)


@dataclass(frozen=True)
class Ref:
    """A reference; `target` is the id of an article, paragraph, item or annex in this tree, `text` is what to show (第3条第2項)."""

    target: str
    text: str


Inline = Text | Value | Blank | Ref


def plain(inlines: tuple[Inline, ...]) -> str:
    """The words of a run of pieces."""
    return "".join(piece.text for piece in inlines)


@dataclass(frozen=True)
class Item:
    """号 (depth 0: 「(1)」) or 細号 (depth 1: 「ア」). `label` is its number as shown; `measures` brought it here (ids)."""

    id: str
    label: str
    inlines: tuple[Inline, ...]
    items: tuple["Item", ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """項. The first of an article shows no number (label ""), later ones 「2」, 「3」; `measures` brought it here (ids)."""

    id: str
    label: str
    inlines: tuple[Inline, ...]
    items: tuple[Item, ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Article:
    """条. `label` 「第3条」, `caption` 「（目的）」 with its brackets; `measures` brought it here (ids), empty for a standing article.

    `own`: its words are the owner's, no longer the form's.
    """

    id: str
    number: int
    label: str
    caption: str
    paragraphs: tuple[Paragraph, ...]
    measures: tuple[str, ...] = ()
    own: bool = False


def brought_by(article: Article) -> tuple[str, ...]:
    """The measures that brought an article or a part of it, each once, in reading order."""
    found = list(article.measures)
    for paragraph in article.paragraphs:
        found += paragraph.measures
        for item in _all_items(paragraph.items):
            found += item.measures
    return tuple(dict.fromkeys(found))


def _all_items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all_items(item.items)


@dataclass(frozen=True)
class Chapter:
    """章. `label` 「第1章」."""

    number: int
    label: str
    title: str


@dataclass(frozen=True)
class Heading:
    """An unnumbered heading: 附則, 別紙1 …, a section of a register. `id` is "" where nothing refers to it."""

    id: str
    title: str
    new_page: bool = False


@dataclass(frozen=True)
class Prose:
    """A paragraph outside the articles: 前文, 附則の項, an explanation. `label` 「1」 where it is numbered, else ""."""

    inlines: tuple[Inline, ...]
    label: str = ""
    align: str = "left"
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Column:
    """A table column; `width` in per cent of the text width. A column of labels names what is written beside it."""

    title: str
    width: float
    align: str = "left"
    label: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a repeating header row, which a 記入票 does not have. Cells hold text as typed, may contain line breaks.

    What is missing in a cell already shows 〔　　　　〕 there; `blanks` lists it for the owner and is not written again.
    `heights` says of each row how high it is at least, in mm, so that a hand can write in it: 0 as high as its text.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    blanks: tuple[Blank, ...] = ()
    heights: tuple[int, ...] = ()

    @property
    def headed(self) -> bool:
        """Whether there is a row of titles."""
        return any(column.title for column in self.columns)

    def lines(self) -> Iterator[tuple[tuple[str, ...], int]]:
        """Every row with its least height."""
        return zip(self.rows, self.heights or (0,) * len(self.rows), strict=True)


@dataclass(frozen=True)
class Box:
    """A box of a 体制図: the role, who holds it, and that person's department and title ("" where nobody does)."""

    role: str
    person: Value | Blank
    work: str = ""


@dataclass(frozen=True)
class Chart:
    """体制図: the first box is on top, the others report to it."""

    boxes: tuple[Box, ...]

    @property
    def below(self) -> tuple[Box, ...]:
        """Those who report to the top."""
        return self.boxes[1:]


@dataclass(frozen=True)
class Signature:
    """署名欄 of one party in Japanese order: `lines` are (label, value) such as (住所, …), (氏名, …); `seal` prints 印 at the last.

    A line without any piece is to be written by hand: the writer leaves room for it.
    """

    party: str
    lines: tuple[tuple[str, tuple[Inline, ...]], ...]
    seal: bool = True


Block = Chapter | Article | Heading | Prose | Table | Chart | Signature


@dataclass(frozen=True)
class Document:
    """A paper ready to be written.

    `head_left` / `head_right` stand in every page's header (level, in the frame of `level`; version and date), `foot` in the footer beside 「n / N ページ」.
    With a `stamp_box`, a frame to stick a 収入印紙 into stands above the title. `subtitle` lines stand right-aligned under the title.
    """

    form: str
    kind: PaperKind
    title: str
    company: str
    head_left: str = ""
    head_right: str = ""
    foot: str = ""
    subtitle: tuple[str, ...] = ()
    landscape: bool = False
    blocks: tuple[Block, ...] = ()
    level: str = ""
    stamp_box: bool = False

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Every blank once, in reading order."""
        seen = {piece.key: piece for piece in self.inlines() if isinstance(piece, Blank)}
        return tuple(seen.values())

    def inlines(self) -> Iterator[Inline]:
        """All inline pieces in reading order."""
        for block in self.blocks:
            yield from inlines_of(block)

    def articles(self) -> Iterator[Article]:
        """The articles in order."""
        return (block for block in self.blocks if isinstance(block, Article))


def mark_style(document: Document) -> str:
    """The style of the level at the head of a page; a level of its own that a paper does not name has the lightest frame."""
    return {"top_secret": "区分（極秘）", "secret": "区分（秘）"}.get(document.level, "区分（社外秘）")


def inlines_of(block: Block) -> Iterator[Inline]:
    """The inline pieces of one block in reading order."""
    match block:
        case Article(paragraphs=paragraphs):
            for paragraph in paragraphs:
                yield from paragraph.inlines
                yield from _item_inlines(paragraph.items)
        case Prose(inlines=inlines, items=items):
            yield from inlines
            yield from _item_inlines(items)
        case Table(blanks=blanks):
            yield from blanks
        case Chart(boxes=boxes):
            yield from (box.person for box in boxes)
        case Signature(lines=lines):
            for _, inlines in lines:
                yield from inlines
        case _:
            return


def _item_inlines(items: tuple[Item, ...]) -> Iterator[Inline]:
    for item in items:
        yield from item.inlines
        yield from _item_inlines(item.items)
