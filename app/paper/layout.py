"""A document as strips: walks the tree and sets every block in the style that bears its name in the Word base.

Numbers are the tree's labels; nothing is counted here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from app.documents.keeping import leading
from app.documents.plain import SEAL
from app.documents.tree import (
    STAMP,
    STAMP_HEIGHT,
    STAMP_WIDTH,
    Article,
    Blank,
    Block,
    Chapter,
    Chart,
    Document,
    Heading,
    Inline,
    Item,
    Prose,
    Signature,
    Table,
    Value,
)
from app.paper.charts import ChartSetter
from app.paper.letters import Line, Run, set_lines
from app.paper.look import Look, Style
from app.paper.marks import Frame, Rule
from app.paper.strips import Strip
from app.paper.tables import TWIPS_A_MM, TableSetter

RULE, RULE_BELOW = 8, 20  # the rule under what is written by hand: its weight, and its distance from the letters
IN_ARTICLES, IN_PROSE = ("号", "細号"), ("段落の号", "段落の細号")
Group = tuple[list[Strip], int]  # a paragraph or a table, and the room to leave below it


def strips_of(document: Document, look: Look) -> list[Strip]:
    """The whole paper in its look, from the title to the last signature."""
    strips: list[Strip] = []
    room = 0
    for group, below in Layout(document, look).groups():
        strips += [replace(group[0], before=group[0].before + room), *group[1:]]
        room = below
    return strips


def _leading_on(group: Group) -> Group:
    """Words that lead to a table or a signature stand on the same page with it."""
    strips, below = group
    return [*strips[:-1], replace(strips[-1], keep_next=True)], below


def _whole(group: Group) -> Group:
    """Words that stay on one page with what follows, as long as a page has room for them."""
    strips, below = group
    return [replace(strip, keep_whole=True) for strip in strips], below


class Layout:
    """Sets one document, block by block."""

    def __init__(self, document: Document, look: Look) -> None:
        self._document, self._look = document, look

    def groups(self) -> Iterator[Group]:
        if self._document.stamp_box:
            yield [self._stamp_box()], self._look["表の後"].line
        yield self._paragraph("Title", [Run(self._document.title)])
        for line in self._document.subtitle:
            yield self._paragraph("Subtitle", [Run(line)])
        for block, leads in leading(self._document.blocks):
            groups = list(self._block(block))
            if leads and isinstance(block, Article | Prose):
                groups = list(map(_whole, groups))
            if leads and isinstance(block, Article | Prose | Signature):
                groups[-1] = _leading_on(groups[-1])
            yield from groups

    def _stamp_box(self) -> Strip:
        """An empty frame but for the words, which the stamp covers."""
        width, height = STAMP_WIDTH * TWIPS_A_MM, STAMP_HEIGHT * TWIPS_A_MM
        style = self._look["表の文字"]
        words = [line for text in STAMP for line in set_lines([Run(text)], style, width, align="center")]
        top = (height - sum(line.height for line in words)) / 2
        letters = [line.moved(0, top + number * style.line) for number, line in enumerate(words)]
        rules = self._look.table
        frame = Frame(QRectF(0, 0, width, height), rules.rule, rules.rule_colour)
        return Strip(height, (frame, *letters), "".join(f"{line.text}\n" for line in words), keep_next=True)

    def _block(self, block: Block) -> Iterator[Group]:
        match block:
            case Chapter():
                yield self._paragraph("章", [Run(f"{block.label}　{block.title}")])
            case Article():
                for strips, below in self._article(block):
                    yield [replace(strip, article=block.id) for strip in strips], below
            case Heading():
                strips, below = self._paragraph("見出し", [Run(block.title)])
                yield [replace(strips[0], new_page=block.new_page), *strips[1:]], below
            case Prose():
                style = "番号のある段落" if block.label else "段落"
                yield self._paragraph(style, self._runs(block.inlines), block.label, align=block.align)
                yield from self._items(block.items, IN_PROSE)
            case Table():
                if block.caption:
                    yield self._paragraph("表の題", [Run(block.caption)])
                yield TableSetter(block, self._look).strips(), self._look["表の後"].line
            case Chart():
                yield ChartSetter(block, self._look).strips(), self._look["表の後"].line
            case Signature():
                yield from self._signature(block)

    def _article(self, article: Article) -> Iterator[Group]:
        """The caption on a line of its own; the first 項 stands on the line of 第n条."""
        if article.caption:
            yield self._paragraph("条の見出し", [Run(article.caption)])
        for number, paragraph in enumerate(article.paragraphs):
            style, label = ("項", paragraph.label) if number else ("条", article.label)
            yield self._paragraph(style, self._runs(paragraph.inlines), label)
            yield from self._items(paragraph.items, IN_ARTICLES)

    def _items(self, items: tuple[Item, ...], styles: tuple[str, ...]) -> Iterator[Group]:
        """号 in the first style, 細号 in the second; deeper levels do not exist."""
        for item in items:
            yield self._paragraph(styles[0], self._runs(item.inlines), item.label)
            yield from self._items(item.items, styles[1:])

    def _signature(self, signature: Signature) -> Iterator[Group]:
        """The party, then its lines, 印 at the end of the last; all on one page."""
        lines = [("署名の行", "", [Run(signature.party)])] if signature.party else []
        lines += [
            ("署名の行" if inlines else "手書きの行", label, self._runs(inlines)) for label, inlines in signature.lines
        ]
        groups = [
            self._signature_line(
                style if number > 1 else "署名の初めの行", label, runs, sealed=signature.seal and number == len(lines)
            )
            for number, (style, label, runs) in enumerate(lines, start=1)
        ]
        yield from map(_leading_on, groups[:-1])
        yield from groups[-1:]

    def _signature_line(self, name: str, label: str, runs: list[Run], *, sealed: bool) -> Group:
        """A line to be filled in by hand has a rule to write on."""
        style = self._look[name]
        seal_room = 2 * style.size if sealed else 0
        strips, below = self._paragraph(name, runs, label, narrower=seal_room)
        *others, strip = strips
        if name == "手書きの行":
            strip = self._ruled(strip, style, self._right(style) - seal_room)
        if sealed:
            seal = set_lines([Run(SEAL, colour=self._look["印"].colour)], style, self._right(style), align="right")[0]
            strip = replace(strip, marks=(*strip.marks, seal.letters), text=f"{strip.text.rstrip()}　{SEAL}\n")
        return [*others, strip], below

    def _ruled(self, strip: Strip, style: Style, right: int) -> Strip:
        y = (strip.height + style.size) / 2 + RULE_BELOW
        rule = Rule(QPointF(style.left, y), QPointF(right, y), RULE)
        return replace(strip, marks=(*strip.marks, rule))

    def _paragraph(
        self, name: str, runs: list[Run], label: str = "", *, align: str = "left", narrower: int = 0
    ) -> Group:
        """One paragraph; its first two lines stay together and so do its last two."""
        style = self._look[name]
        number = self._number(label, style)
        first = style.label if number is None else max(style.left, number.reach + style.size // 4)
        align = style.align if align == "left" else align  # left is what the style does by itself
        right = self._right(style) - narrower
        lines = set_lines(runs, style, right, left=style.left, first_left=first, align=align)
        last = len(lines) - 1
        strips = [
            Strip(line.height, (line.letters,), line.text, keep_next=n in {0, last - 1} and n < last)
            for n, line in enumerate(lines)
        ]
        strips[last] = replace(strips[last], text=f"{strips[last].text}\n", keep_next=style.keep_next)
        if number is not None:
            marks = (number.letters, *strips[0].marks)
            strips[0] = replace(strips[0], marks=marks, text=f"{label}　{strips[0].text}")
        strips[0] = replace(strips[0], before=style.before)
        return strips, style.after

    def _number(self, label: str, style: Style) -> Line | None:
        """The number before a paragraph: it begins where the style says, or ends there."""
        if not label:
            return None
        line = set_lines([Run(label)], style, self._look.text_width, align="left")[0]
        x = style.label - (line.reach if style.label_ends else 0)
        return replace(line, letters=line.moved(x, 0), reach=line.reach + x)

    def _right(self, style: Style) -> int:
        """Where lines end: at the last tab stop of the style, else at the margin."""
        return style.tabs[-1] if style.tabs else self._look.text_width

    def _runs(self, inlines: Iterable[Inline]) -> list[Run]:
        ground = self._look["空欄"].ground
        return [
            Run(piece.text, ground if isinstance(piece, Blank) else "", value=isinstance(piece, Value))
            for piece in inlines
        ]
