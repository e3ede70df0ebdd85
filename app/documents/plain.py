"""A paper as plain text: the same numbers and words, in the same order, as every other writer shows them.

`lines` is the body, one line for each 条, 項, 号, row; `text` adds what stands around it. A line to be written by hand ends in
`BY_HAND`; the cells of a row are joined by ｜.
"""

from collections.abc import Iterator

from app.documents.tree import (
    STAMP,
    Article,
    Block,
    Chapter,
    Chart,
    Document,
    Heading,
    Item,
    Prose,
    Signature,
    Table,
    plain,
)

BY_HAND = "＿＿＿＿＿＿＿＿"
SEAL = "印"
_INDENT = "　"


def text(document: Document) -> str:
    """The whole paper: what the header shows, the body, what the footer shows."""
    head = "　".join(filter(None, (document.head_left, document.head_right)))
    return "\n".join([*filter(None, (head,)), *lines(document), *filter(None, (document.foot,))]) + "\n"


def lines(document: Document) -> list[str]:
    """Title and body, in reading order; above them the words of the frame for a 収入印紙."""
    stamp = STAMP if document.stamp_box else ()
    return [*stamp, document.title, *document.subtitle, *(line for block in document.blocks for line in _block(block))]


def block_lines(block: Block) -> list[str]:
    """One block, a line for each 条, 項, 号, row."""
    return list(_block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Chapter(label=label, title=title):
            yield f"{label}　{title}"
        case Heading(title=title):
            yield title
        case Article():
            yield from _article(block)
        case Prose(inlines=inlines, label=label, items=items):
            yield _labelled(label, plain(inlines))
            yield from _items(items, _INDENT)
        case Table(caption=caption, columns=columns, rows=rows):
            yield from filter(None, (caption,))
            if block.headed:
                yield "｜".join(column.title for column in columns)
            for row in rows:
                yield "｜".join(_INDENT.join(cell.splitlines()) for cell in row)
        case Chart(boxes=boxes):
            for number, box in enumerate(boxes):
                yield _INDENT * (number > 0) + _INDENT.join(filter(None, (box.role, box.person.text, box.work)))
        case Signature():
            yield from _signature(block)


def _article(article: Article) -> Iterator[str]:
    yield article.caption
    for paragraph in article.paragraphs:
        yield _labelled(paragraph.label or article.label, plain(paragraph.inlines))
        yield from _items(paragraph.items, _INDENT)


def _items(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        yield indent + _labelled(item.label, plain(item.inlines))
        yield from _items(item.items, indent + _INDENT)


def _signature(signature: Signature) -> Iterator[str]:
    yield from filter(None, (signature.party,))
    for number, (label, inlines) in enumerate(signature.lines, 1):
        seal = f"　{SEAL}" if signature.seal and number == len(signature.lines) else ""
        yield _labelled(label, plain(inlines) or BY_HAND) + seal


def _labelled(label: str, words: str) -> str:
    return f"{label}　{words}" if label else words
