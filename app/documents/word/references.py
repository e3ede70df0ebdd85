"""References as Word fields.

A field must show the same words when Word counts it anew as the tree shows now. One field cannot say 第3条第2項第1号, so a
reference is cut at its numbers and only those become fields that Word can get right:

    第3条          a field on the 条 (its list counts 「第3条」)
    第2項          第 + a field on the 項 + 項; the first 項 has no number in the paper, so its 1 stays typed
    別紙1          a field on these words in the heading
    第1号, ア      typed: the list shows (1), and a field would bring the brackets along
    前条, 次項 …   typed: relative words count nothing

The switch \\n shows the number of the one list that counts the place. \\r would add where the reader stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.documents import ooxml
from app.documents.tree import Article, Document, Heading, Item, Ref

_NUMBER = re.compile(r"(第[0-9]+条)|(?<=第)([0-9]+)(?=項)")


@dataclass(frozen=True)
class Place:
    """Somewhere a field can lead to: 条 (「第3条」), 項 of it (「2」) or the first words of a heading (「別紙1」)."""

    shown: str
    within: str = ""  # the label of its 条, the id of its heading
    counted: bool = True


def heading_label(heading: Heading) -> tuple[str, str]:
    """「別紙1」 and the rest of its line."""
    label, space, rest = heading.title.partition("　")
    return label, space + rest


class References:
    """Knows every place of a document, and which of them are referred to: only those get a bookmark."""

    def __init__(self, document: Document) -> None:
        self._places = dict(_places(document))
        referred = [piece for piece in document.inlines() if isinstance(piece, Ref)]
        wanted = dict.fromkeys(place for ref in referred for _, place in self._pieces(ref) if place)
        self._names = {place: f"_Ref_{number}" for number, place in enumerate(wanted, start=1)}

    def write(self, ref: Ref) -> str:
        """The reference: fields where Word can count, typed words where it cannot."""
        return "".join(self._field(place) if place else ooxml.run(text) for text, place in self._pieces(ref))

    def mark(self, place: Place, content: str) -> str:
        """The content, as a bookmark if anything refers to it."""
        name = self._names.get(place)
        return ooxml.bookmark(int(name.rpartition("_")[2]), name, content) if name else content

    def _field(self, place: Place) -> str:
        switches = r"\n \h" if place.counted else r"\h"
        return ooxml.field(f"REF {self._names[place]} {switches}", place.shown)

    def _pieces(self, ref: Ref) -> Iterator[tuple[str, Place | None]]:
        """The words of a reference in order, each with the place that a field can take them from."""
        within_reach = {place.shown: place for place in self._places.get(ref.target, ())}
        if ref.text in within_reach:
            yield ref.text, within_reach[ref.text]
            return
        end = 0
        for match in _NUMBER.finditer(ref.text):
            if place := within_reach.get(match[0]):
                yield from _typed(ref.text[end : match.start()])
                yield match[0], place
                end = match.end()
        yield from _typed(ref.text[end:])


def _typed(text: str) -> Iterator[tuple[str, None]]:
    if text:
        yield text, None


def _places(document: Document) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Per id, the places that a reference to it may name: for a 号 these are its 条 and its 項."""
    for block in document.blocks:
        match block:
            case Article():
                yield from _places_in_article(block)
            case Heading(id=id) if id:
                yield id, (Place(heading_label(block)[0], id, counted=False),)


def _places_in_article(article: Article) -> Iterator[tuple[str, tuple[Place, ...]]]:
    whole = Place(article.label)
    yield article.id, (whole,)
    for paragraph in article.paragraphs:
        reach = (whole, Place(paragraph.label, article.label)) if paragraph.label else (whole,)
        for id in (paragraph.id, *_item_ids(paragraph.items)):
            yield id, reach


def _item_ids(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield item.id
        yield from _item_ids(item.items)
