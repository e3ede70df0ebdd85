"""A form and the facts of one company become one document tree.

First everything whose condition does not hold goes, then what stays is numbered, then slots are filled: references from the
numbers just counted, values as they were typed. Filled-in text is never read again, so it cannot act as markup.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from app.documents import article_runs, numbering, references, signatures
from app.documents.chart import chart
from app.documents.numbering import NOWHERE, Place
from app.documents.tables import CHART, HAND, ledger_table
from app.documents.tree import (
    LOST,
    Article,
    Blank,
    Block,
    Chapter,
    Column,
    Document,
    Heading,
    Inline,
    Item,
    Paragraph,
    Prose,
    Ref,
    Table,
    Text,
    Value,
    plain,
)
from app.domain.forms.body import (
    ABOVE,
    FormArticle,
    FormChapter,
    FormGrid,
    FormHeading,
    FormItem,
    FormParagraph,
    FormPart,
    FormProse,
    FormSection,
    FormSign,
    FormTable,
    Part,
    Piece,
    RefSlot,
    SectionKind,
    SignerKind,
    ValueSlot,
    Words,
    walk,
)
from app.domain.forms.conditions import demanded, holds
from app.domain.forms.facts import Facts
from app.domain.forms.form import Form, PaperKind
from app.domain.forms.parts import kept
from app.errors import PaperError

MEASURE = "measure:"
EMPTY = Blank("", "").text
LOST_REFERENCE = ("指す先がなくなった参照", "〔参照先なし〕")
LOST_VALUE = ("様式からなくなった言葉", "〔言葉なし〕")
"""Label and text of what the owner's own words name and the paper does not have."""


@dataclass(frozen=True)
class Outline:
    """What stays of a form where certain tags hold, and where each of it then stands: the same for everybody of whom they hold."""

    parts: tuple[FormPart, ...]
    places: Mapping[str, Place]
    annexes: int


def outlined(form: Form, tags: Set[str]) -> Outline:
    """The outline of a form."""
    parts = _without_empty_chapters(kept(form.parts, tags))
    return Outline(parts, numbering.places(parts), numbering.annexes_in(parts))


def compose(form: Form, facts: Facts, outline: Outline | None = None) -> Document:
    """The paper of this form for this company; `outline` is that of the form for these tags, if it is known already.

    Raises PaperError naming form and id where something is missing.
    """
    outline = outline or outlined(form, facts.tags)
    parts = outline.parts
    writer = _Writer(form, facts, outline.places, outline.annexes)
    company = facts.values["company"].text
    return Document(
        form=form.id,
        kind=PaperKind.SUMMARY if form.summary_of else form.kind,
        title=form.paper_title or form.title,
        company=company,
        head_left=facts.level,
        level=facts.level_mark,
        head_right=_dated(form, facts, parts),
        foot=company,
        landscape=holds(form.landscape, facts.tags),
        stamp_box=holds(form.stamp_box, facts.tags),
        blocks=tuple(writer.blocks(parts)),
    )


def _without_empty_chapters(parts: tuple[FormPart, ...]) -> tuple[FormPart, ...]:
    """A chapter goes when no article of it is left."""
    filled: set[int] = set()
    chapter = -1
    for number, part in enumerate(parts):
        if isinstance(part, FormChapter):
            chapter = number
        elif isinstance(part, FormArticle):
            filled.add(chapter)
    return tuple(part for number, part in enumerate(parts) if not isinstance(part, FormChapter) or number in filled)


def _dated(form: Form, facts: Facts, parts: Iterable[Part]) -> str:
    """「第1版　令和8年12月1日施行」 where the form asks for it; a notice or what shows the ledger says of which day it is, unless it
    is dated where it is signed."""
    shown = []
    if "edition" in facts.values:
        shown.append(f"第{facts.values['edition'].text or EMPTY}版")
    if "effective-date" in facts.values:
        shown.append(f"{facts.values['effective-date'].text or EMPTY}施行")
    of_the_ledger = any(isinstance(part, FormTable) for part in walk(parts))
    signed = any(
        signer.kind is SignerKind.DATE for part in parts if isinstance(part, FormSign) for signer in part.signers
    )
    if (
        not shown
        and not signed
        and (form.kind is PaperKind.NOTICE or (form.kind is PaperKind.REGISTER and of_the_ledger))
    ):
        shown.append(f"{facts.values['today'].text}現在")
    return "　".join(shown)


class _Writer:
    """Turns kept parts into blocks, counting chapters, articles and annexes as it goes."""

    def __init__(self, form: Form, facts: Facts, places: Mapping[str, Place], of_annexes: int) -> None:
        self.form = form
        self.facts = facts
        self.places = places
        self.of_annexes = of_annexes
        self.chapters = self.articles = self.annexes = 0

    def blocks(self, parts: Iterable[FormPart]) -> Iterator[Block]:
        """The blocks of the paper in order."""
        for part in parts:
            match part:
                case FormChapter():
                    self.chapters += 1
                    yield Chapter(self.chapters, numbering.chapter_label(self.chapters), part.title)
                case FormArticle():
                    self.articles += 1
                    yield self._article(part, Place(article=self.articles, paragraphs=len(part.paragraphs)))
                case FormSection():
                    yield from self._section(part)
                case FormSign():
                    yield from signatures.blocks(part, self.facts, self._value)
                case _:
                    yield self._plain_block(part)

    def _article(self, article: FormArticle, here: Place) -> Article:
        paragraphs = tuple(
            self._paragraph(paragraph, replace(here, paragraph=number))
            for number, paragraph in enumerate(article.paragraphs, 1)
        )
        label = numbering.article_label(here.article)
        measures = self._measures(article)
        return Article(article.id, here.article, label, article.caption, paragraphs, measures, article.own)

    def _paragraph(self, paragraph: FormParagraph, here: Place) -> Paragraph:
        label = numbering.paragraph_label(here.paragraph)
        inlines = self._inlines(paragraph.pieces, here)
        return Paragraph(paragraph.id, label, inlines, self._items(paragraph.items, here), self._measures(paragraph))

    def _items(self, items: tuple[FormItem, ...], above: Place) -> tuple[Item, ...]:
        depth = 1 if above.item else 0
        written = []
        for number, item in enumerate(items, 1):
            here = replace(above, subitem=number) if depth else replace(above, item=number)
            below = self._items(item.items, here)
            label = numbering.item_label(number, depth)
            written.append(Item(item.id, label, self._inlines(item.pieces, here), below, self._measures(item)))
        return tuple(written)

    def _section(self, section: FormSection) -> Iterator[Block]:
        """前文 and 説明 are prose; 附則 and 別紙 have a heading, and 附則 numbers its paragraphs when there are several."""
        prose = [part for part in section.parts if isinstance(part, FormProse)]
        numbered = section.kind is SectionKind.SUPPLEMENTARY and len(prose) > 1
        if section.kind is SectionKind.SUPPLEMENTARY:
            yield Heading(section.id, section.title or "附則")
        elif section.kind is SectionKind.ANNEX:
            self.annexes += 1
            label = numbering.annex_label(self.annexes, self.of_annexes)
            yield Heading(section.id, f"{label}　{section.title}", new_page=True)
        for part in section.parts:
            label = str(prose.index(part) + 1) if numbered and isinstance(part, FormProse) else ""
            yield self._plain_block(part, label)

    def _plain_block(self, part: FormProse | FormHeading | FormTable | FormGrid, label: str = "") -> Block:
        match part:
            case FormProse():
                return Prose(self._inlines(part.pieces), label, part.align, self._items(part.items, NOWHERE))
            case FormHeading():
                return Heading(part.id, part.title)
            case FormTable():
                if part.name not in self.facts.tables:
                    raise self._missing(f"表「{part.name}」")
                rows = self.facts.tables[part.name]
                return chart(rows, self._value) if part.name == CHART else ledger_table(part.name, rows, part.to_write)
            case FormGrid():
                return self._grid(part)

    def _grid(self, grid: FormGrid) -> Table:
        """Where a hand writes, a row is high enough for that: in a 記入票, and wherever a cell is empty."""
        rows = [[self._inlines(cell) for cell in row.cells] for row in grid.rows for _ in range(row.times)]
        blanks = {piece.key: piece for row in rows for cell in row for piece in cell if isinstance(piece, Blank)}
        sheet = not any(title for title, _ in grid.columns)
        columns = tuple(
            Column(title, width, label=sheet and number % 2 == 0) for number, (title, width) in enumerate(grid.columns)
        )
        by_hand = [sheet or not all(row.cells) for row in grid.rows]
        heights = [
            row.height or HAND * hand for row, hand in zip(grid.rows, by_hand, strict=True) for _ in range(row.times)
        ]
        shown = tuple(tuple(plain(cell) for cell in row) for row in rows)
        return Table(grid.id, grid.caption, columns, shown, tuple(blanks.values()), tuple(heights))

    def _inlines(self, pieces: tuple[Piece, ...], here: Place = NOWHERE) -> tuple[Inline, ...]:
        return article_runs.drawn_together(tuple(self._inline(piece, here) for piece in pieces), self.places)

    def _inline(self, piece: Piece, here: Place) -> Inline:
        match piece:
            case Words(text):
                return Text(text)
            case ValueSlot(name, lenient):
                unknown = lenient and name not in self.facts.values
                return Blank(f"{LOST}{name}", *LOST_VALUE) if unknown else self._value(name)
            case RefSlot():
                return self._reference(piece, here)

    def _value(self, name: str) -> Value | Blank:
        fact = self.facts.values.get(name)
        if fact is None:
            raise self._missing(f"値「{name}」")
        return Value(name, fact.text) if fact.text.strip() else Blank(name, fact.label)

    def _reference(self, ref: RefSlot, here: Place) -> Inline:
        above = references.above(here) if ref.target == ABOVE else ""
        if above:
            return Text(above)
        if ref.target in self.places:
            return Ref(ref.target, references.wording(self.places[ref.target], here, ref.full))
        if ref.lenient:
            return Blank(f"{LOST}{ref.target}", *LOST_REFERENCE)
        raise self._missing(f"参照「ref:{ref.target}」の指す先")

    def _measures(self, part: Part) -> tuple[str, ...]:
        """The adopted measures that a part's own condition asks for."""
        asked = (tag for tag in demanded(part.when) if tag.startswith(MEASURE))
        return tuple(tag.removeprefix(MEASURE) for tag in asked if tag in self.facts.tags)

    def _missing(self, what: str) -> PaperError:
        return PaperError(
            f"様式「{self.form.title}」（{self.form.id}）の{what}がありません。",
            "台帳はそのままです。",
            "この様式を作った人に知らせてください。",
        )
