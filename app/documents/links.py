"""Which articles of a paper point at one another, as the paper stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.documents.tree import Article, Document, Item, Ref, inlines_of

Named = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Links:
    """The articles that one article points at and that point at it: (id, 「第3条　定義」), each once, in order."""

    to: Named
    by: Named


def links(document: Document, article: str) -> Links:
    """Those of one article, itself left out."""
    home = {name: one.id for one in document.articles() for name in _ids(one)}
    points = {
        one.id: {home.get(piece.target, "") for piece in inlines_of(one) if isinstance(piece, Ref)}
        for one in document.articles()
    }
    others = [one for one in document.articles() if one.id != article]
    return Links(
        to=tuple(_named(one) for one in others if one.id in points.get(article, set())),
        by=tuple(_named(one) for one in others if article in points[one.id]),
    )


def _named(article: Article) -> tuple[str, str]:
    return article.id, f"{article.label}　{article.caption.strip('（）')}"


def _ids(article: Article) -> Iterator[str]:
    yield article.id
    for paragraph in article.paragraphs:
        yield paragraph.id
        yield from _item_ids(paragraph.items)


def _item_ids(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield item.id
        yield from _item_ids(item.items)
