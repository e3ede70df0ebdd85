"""An article while the owner is rewording it: how it would be printed, and what to mind before it is kept.

The rows go the same way as everything else, through `with_own` and `compose`, so what the editor shows is what the paper says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar
from unicodedata import normalize

from app.documents import numbering, plain, references
from app.documents.compose import compose
from app.documents.numbering import NOWHERE, Place
from app.documents.tree import Article, Document, Heading, Item, Paragraph
from app.documents.tree import plain as words_of
from app.documents.typed_numbers import typed_numbers
from app.domain.forms import own_rows
from app.domain.forms.body import ABOVE, FormArticle, Words
from app.domain.forms.facts import Facts
from app.domain.forms.form import Form
from app.domain.forms.own_rows import Row
from app.domain.forms.own_wording import own_of, pointing_at, with_own
from app.domain.forms.parts import kept
from app.domain.ledger.company import Company

Shown = TypeVar("Shown")
NO_WORDS = "言葉が一つもありません。条ごと要らないときは、この条を外してください。"
UNNAMED = "row-"
"""With its number behind it, how a target says that it is a row without an id yet."""


@dataclass(frozen=True)
class Target:
    """Something a reference can point at: 「第5条第2項」, what it says, and how deep it stands (0 for a 条)."""

    id: str
    label: str
    words: str
    depth: int


@dataclass(frozen=True)
class Typed:
    """A number that was typed: in which row and piece, from where to where, and what it means now ("" for nothing)."""

    row: int
    piece: int
    start: int
    end: int
    words: str
    target: str


@dataclass(frozen=True)
class Draft:
    """`labels` and `shown` (one text a piece) are of every row, empty for rows that say nothing; `lines` is the preview."""

    labels: tuple[str, ...]
    shown: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]
    targets: tuple[Target, ...]
    typed: tuple[Typed, ...]
    callers: tuple[str, ...]
    problem: str = ""

    @staticmethod
    def unnamed(target: str) -> int | None:
        """The number of the row that a target means, when that row has no id yet."""
        return int(target.removeprefix(UNNAMED)) if target.startswith(UNNAMED) else None


def draft(
    form: Form, company: Company, facts: Facts, article: str, rows: Sequence[Row], before: Sequence[Row] = ()
) -> Draft:
    """What becomes of an article with these rows; `before` are the rows as the owner found them."""
    rows = [replace(row, id=row.id or f"{UNNAMED}{number}") for number, row in enumerate(rows)]
    own = replace(own_of(form, company, article), shown=True, lines=own_rows.written(rows))
    whole = with_own(form, company.after([own]))
    whole = replace(whole, parts=tuple(own_rows.addressed(p) if isinstance(p, FormArticle) else p for p in whole.parts))
    document, places = compose(whole, facts), numbering.places(kept(whole.parts, facts.tags))
    found = next((one for one in document.articles() if one.id == article and one.own), None)
    gone = {row.id for row in before if row.id} - {row.id for row in own_rows.settled(rows)}
    return Draft(
        labels=tuple(_over(rows, [label for label, _ in _printed(found)], "")),
        shown=tuple(_over(rows, [texts for _, texts in _printed(found)], ())),
        lines=tuple(plain.block_lines(found)) if found else (),
        targets=tuple(_targets(document, places)),
        typed=tuple(_typed(rows, places)),
        callers=pointing_at(with_own(form, company), article, gone) if gone else (),
        problem="" if found else NO_WORDS,
    )


def article_lines(form: Form, facts: Facts, article: str) -> tuple[str, ...]:
    """An article of a form as plain text, a line for each 項 and 号; nothing when it is not there."""
    found = (one for one in compose(form, facts).articles() if one.id == article)
    return tuple(chain.from_iterable(map(plain.block_lines, found)))


def _over(rows: Sequence[Row], printed: list[Shown], empty: Shown) -> Iterator[Shown]:
    """What is printed, laid over the rows that say something."""
    left = iter(printed)
    return (empty if own_rows.says_nothing(row) else next(left, empty) for row in rows)


def _printed(article: Article | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Number and pieces of every 項 and 号 in order; the first 項 has the number of the 条."""
    for paragraph in article.paragraphs if article else ():
        yield paragraph.label or (article.label if article else ""), tuple(one.text for one in paragraph.inlines)
        yield from ((item.label, tuple(one.text for one in item.inlines)) for item in _items(paragraph.items))


def _items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _items(item.items)


def _targets(document: Document, places: Mapping[str, Place]) -> Iterator[Target]:
    for block in document.blocks:
        match block:
            case Article(id=name, label=label, caption=caption) if name:
                yield Target(name, label, caption, 0)
                yield from (target for one in block.paragraphs for target in _inside(one, places, 1))
            case Heading(id=name, title=title) if name in places:
                label, _, words = title.partition("　")
                yield Target(name, label, words, 0)


def _inside(part: Paragraph | Item, places: Mapping[str, Place], depth: int) -> Iterator[Target]:
    """項 and 号; the only 項 of an article is cited as the article, so it is not offered beside it."""
    place = places[part.id]
    if place.item or place.paragraphs > 1:
        yield Target(part.id, references.wording(place, NOWHERE, full=True), words_of(part.inlines), depth)
    for item in part.items:
        yield from _inside(item, places, depth + 1)


def _typed(rows: Sequence[Row], places: Mapping[str, Place]) -> Iterator[Typed]:
    for number, row in enumerate(rows):
        here = places.get(row.id, NOWHERE)
        for place, piece in enumerate(row.pieces):
            if isinstance(piece, Words):
                for start, end in typed_numbers(piece.text):
                    words = piece.text[start:end]
                    yield Typed(number, place, start, end, words, _meant(words, here, places))


def _meant(words: str, here: Place, places: Mapping[str, Place]) -> str:
    """What a typed number would point at if it stayed as it is."""
    plainly = normalize("NFKC", words)
    for target, place in places.items():
        if plainly in references.known_as(place, here):
            return target
    return ABOVE if plainly in references.above_known_as(here) else ""
