"""The blocks of a document as one piece of WordprocessingML. Styles are named; how they look is the base file's matter."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from app.documents import ooxml
from app.documents.keeping import holds_together, leading, narrowed, spaces_of_names
from app.documents.plain import SEAL
from app.documents.tree import (
    STAMP,
    STAMP_HEIGHT,
    STAMP_WIDTH,
    Article,
    Blank,
    Block,
    Box,
    Chapter,
    Chart,
    Column,
    Document,
    Heading,
    Inline,
    Item,
    Prose,
    Ref,
    Signature,
    Table,
    Text,
    Value,
)
from app.documents.word import chart as word_chart
from app.documents.word.base import Base, Page
from app.documents.word.numbering import Numbering
from app.documents.word.references import Place, References, heading_label

BLANK = Blank("", "").text
HARD_SPACE = "\u00a0"
KEEP_WITH_NEXT, NOT_WITH_NEXT = "<w:keepNext/>", '<w:keepNext w:val="0"/>'
TWIPS_A_MM = 1440 / 25.4
CELL_MARGINS, LETTER, TALLEST_ROW = 136, 200, 25  # of a table: twips, twips, and so many lines are not half a page


class Counted(NamedTuple):
    """A style, and the list that each group of it begins anew. Without one Word begins anew by itself below each 項."""

    name: str
    list: str = ""


class Body:
    """Writes one document; `numbering` holds the groups that it asked for."""

    def __init__(self, base: Base, document: Document, page: Page) -> None:
        self._base, self._document, self._page = base, document, page
        self._references = References(document)
        self._above = ""  # the heading above
        self._open_group = ""  # the list that numbered paragraphs outside articles go on with
        self.numbering = Numbering(base)

    def xml(self) -> str:
        """The frame for a 収入印紙, title, subtitle lines and every block."""
        return "".join(self._everything())

    def _everything(self) -> Iterator[str]:
        if self._document.stamp_box:
            yield self._stamp_box()
            yield self._paragraph("表の後", "")
        yield self._paragraph("Title", ooxml.run(self._document.title))
        for line in self._document.subtitle:
            yield self._paragraph("Subtitle", ooxml.run(line))
        for block, leads in leading(self._document.blocks):
            yield from self._block(block, KEEP_WITH_NEXT if leads else "")

    def _stamp_box(self) -> str:
        width, height = round(STAMP_WIDTH * TWIPS_A_MM), round(STAMP_HEIGHT * TWIPS_A_MM)
        words = "".join(self._paragraph("表の文字", ooxml.run(line), _aligned("center")) for line in STAMP)
        frame = ooxml.drawn_row(ooxml.drawn_cell(width, words, rules="top left bottom right"), height, exact=True)
        return ooxml.drawing([width], frame, title=STAMP[0], description="要るときに収入印紙を貼る所。")

    def _block(self, block: Block, keep: str) -> Iterator[str]:
        """`keep` holds a block on the same page with what follows."""
        match block:
            case Chapter():
                yield self._paragraph("章", ooxml.run(block.title))
            case Article():
                yield from self._article(block, keep)
            case Heading():
                yield self._heading(block)
            case Prose():
                yield from self._prose(block, keep)
            case Table():
                yield from self._table(block)
            case Chart():
                yield from self._chart(block)
            case Signature():
                yield from self._signature(block, keep)

    def _article(self, article: Article, keep: str) -> Iterator[str]:
        """The caption on a line of its own; the first 項 stands on the line of 第n条."""
        if article.caption:
            yield self._paragraph("条の見出し", ooxml.run(article.caption))
        first, *others = article.paragraphs
        yield self._paragraph("条", self._references.mark(Place(article.label), self._words(first.inlines)), keep)
        counted_apart = (Counted("号", "一つ目の項の号"), Counted("細号", "一つ目の項の細号"))
        yield from self._items(first.items, counted_apart, keep)
        for paragraph in others:
            place = Place(paragraph.label, article.label)
            yield self._paragraph("項", self._references.mark(place, self._words(paragraph.inlines)), keep)
            yield from self._items(paragraph.items, (Counted("号"), Counted("細号")), keep)

    def _items(self, items: tuple[Item, ...], styles: tuple[Counted, ...], keep: str) -> Iterator[str]:
        """号 in the first style, 細号 in the second; deeper levels do not exist."""
        if not items:
            return
        style, *inner = styles
        group = self.numbering.group(style.list) if style.list else ""
        for item in items:
            yield self._paragraph(style.name, self._words(item.inlines), keep + group)
            yield from self._items(item.items, tuple(inner), keep)

    def _heading(self, heading: Heading) -> str:
        self._above = heading.title
        label, rest = heading_label(heading)
        marked = self._references.mark(Place(label, heading.id, counted=False), ooxml.run(label))
        break_before = "<w:pageBreakBefore/>" if heading.new_page else ""
        return self._paragraph("見出し", marked + (ooxml.run(rest) if rest else ""), break_before)

    def _prose(self, prose: Prose, keep: str) -> Iterator[str]:
        words = self._words(prose.inlines)
        if prose.label:
            if prose.label == "1":
                self._open_group = self.numbering.group("番号のある段落")
            yield self._paragraph("番号のある段落", words, keep + self._open_group + _aligned(prose.align))
        else:
            yield self._paragraph("段落", words, keep + _aligned(prose.align))
        counted = (Counted("段落の号", "段落の号"), Counted("段落の細号", "段落の細号"))
        yield from self._items(prose.items, counted, keep)

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield self._paragraph("表の題", ooxml.run(table.caption))
        widths = _widths(table.columns, self._page.text_width)
        line = partial(self._row, tuple(zip(table.columns, widths, strict=True)))
        held = len(table.rows) - 1 if holds_together(table) else 0
        rows = "".join(
            line(texts, height * TWIPS_A_MM, keep=number < held) for number, (texts, height) in enumerate(table.lines())
        )
        titles = line(tuple(column.title for column in table.columns), header=True) if table.headed else ""
        yield ooxml.table(
            self._base.style("書類の表"),
            widths,
            titles + rows,
            headed=table.headed,
            title=table.caption or self._above or self._document.title,
            description=_described(table),
        )
        yield self._paragraph("表の後", "")  # Word joins two tables that follow one another

    def _row(
        self,
        columns: tuple[tuple[Column, int], ...],
        texts: tuple[str, ...],
        least: float = 0,
        *,
        header: bool = False,
        keep: bool = False,
    ) -> str:
        """`keep` holds the row on the same page with the next."""
        cells = (
            self._label(width, text, least > 0, keep)
            if column.label
            else self._cell(width, text, column.align, header, least > 0)
            for (column, width), text in zip(columns, texts, strict=True)
        )
        lines = max(_lines(text, width) for (_, width), text in zip(columns, texts, strict=True))
        return ooxml.row("".join(cells), header=header, least=round(least), whole=lines <= TALLEST_ROW)

    def _cell(self, width: int, text: str, align: str, header: bool, middle: bool) -> str:
        style = "表の見出し" if header else "表の文字"
        words = self._cell_words(text, width)
        return ooxml.cell(width, self._paragraph(style, words, _aligned(align)), middle=middle)

    def _label(self, width: int, text: str, middle: bool, keep: bool) -> str:
        """A label looks like a title, but titles hold on to the row below, which would bind a long sheet together too."""
        words = self._paragraph("表の見出し", self._cell_words(text, width), KEEP_WITH_NEXT if keep else NOT_WITH_NEXT)
        return ooxml.cell(width, words, fill=self._base.head_fill, middle=middle)

    def _cell_words(self, text: str, width: int) -> str:
        """A cell is text without pieces, so a blank in it is known by its look."""
        words = [ooxml.run(_held(part)) for part in text.split(BLANK)]
        return self._blank(narrowed(BLANK, (width - CELL_MARGINS) // LETTER)).join(words)

    def _chart(self, chart: Chart) -> Iterator[str]:
        drawing = word_chart.Drawing(chart, self._page.text_width, self._base.head_fill, self._box)
        yield drawing.xml(title=self._above or self._document.title)
        yield self._paragraph("表の後", "")

    def _box(self, box: Box | None, keep: bool) -> str:
        """What stands in a box, or in the room between boxes; `keep` holds it on the page of the row below."""
        held, centred = KEEP_WITH_NEXT if keep else NOT_WITH_NEXT, _aligned("center")
        if box is None:
            return self._paragraph("表の文字", "", held)
        lines = [("表の見出し", ooxml.run(box.role)), ("体制図の氏名", self._words((box.person,)))]
        lines += [("表の文字", ooxml.run(box.work))] if box.work else []
        return "".join(self._paragraph(style, words, held + centred) for style, words in lines)

    def _signature(self, signature: Signature, keep: str) -> Iterator[str]:
        """The party, then its lines, 印 at the end of the last; all on one page."""
        lines = [("署名の行", ooxml.run(signature.party))] if signature.party else []
        lines += [self._signature_line(label, inlines) for label, inlines in signature.lines]
        seal = ooxml.run("\t") + ooxml.run(SEAL, self._base.style("印")) if signature.seal else ooxml.run("\t")
        last = len(lines) - 1
        for number, (style, content) in enumerate(lines):
            content += seal if number == last else ooxml.run("\t")
            keep_lines = keep if number == last else KEEP_WITH_NEXT
            yield self._paragraph(style if number else "署名の初めの行", content, keep_lines)

    def _signature_line(self, label: str, inlines: tuple[Inline, ...]) -> tuple[str, str]:
        """Style and content. A line to be filled in by hand has more room, and its last tab draws a rule to write on."""
        words = (ooxml.run(f"{label}\t") if label or not inlines else "") + self._words(inlines)
        return ("署名の行", words) if inlines else ("手書きの行", words)

    def _words(self, inlines: tuple[Inline, ...]) -> str:
        return "".join(map(self._piece, inlines))

    def _piece(self, piece: Inline) -> str:
        match piece:
            case Ref():
                return self._references.write(piece)
            case Blank(text=text):
                return self._blank(text)
            case Value(text=text):
                return ooxml.run(_held(text))
            case Text(text=text):
                return ooxml.run(text)

    def _blank(self, text: str) -> str:
        """No line end tears 〔 and 〕 apart."""
        return ooxml.run(_hard(text), self._base.style("空欄"))

    def _paragraph(self, style: str, content: str, properties: str = "") -> str:
        return ooxml.paragraph(self._base.style(style), content, properties)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a cell, roughly."""
    room = max(1, (width - CELL_MARGINS) // LETTER)
    return sum(1 + len(line) // room for line in text.splitlines())


def _hard(text: str) -> str:
    """With spaces at which no line ends, two for a full-width one."""
    return text.replace("　", 2 * HARD_SPACE).replace(" ", HARD_SPACE)


def _held(text: str) -> str:
    """The same for the spaces inside a name."""
    spaces = set(spaces_of_names(text))
    return "".join(_hard(sign) if place in spaces else sign for place, sign in enumerate(text))


def _described(table: Table) -> str:
    """What a screen reader says before it reads the cells."""
    if table.headed:
        return f"{len(table.rows)}段の表。列は左から、{'、'.join(column.title for column in table.columns)}。"
    return f"{len(table.rows)}段の記入票。見出しの右に書き込みます。"


def _aligned(align: str) -> str:
    """Left is what the style does by itself."""
    return "" if align == "left" else f'<w:jc w:val="{align}"/>'


def _widths(columns: tuple[Column, ...], text_width: int) -> list[int]:
    """The columns in twips; together exactly the width of the text."""
    total = sum(column.width for column in columns)
    widths = [int(text_width * column.width / total) for column in columns]
    widths[-1] += text_width - sum(widths)
    return widths
