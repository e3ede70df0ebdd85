"""Rows of 項 and 号 inside a QTextDocument: a paragraph each, its depth and id in the paragraph's format, chips in its text."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from app.domain.forms.body import Piece, RefSlot, ValueSlot, Words
from app.domain.forms.own_rows import Row
from app.ui.look import Look
from app.ui.pages.papers import slot_chips

ROW_ID = QTextFormat.Property.UserProperty.value + 2
BREAK = "\u2028"
"""A line break inside a row."""
LINE = 150
"""From one line to the next, in per cent of the letters."""


def rows(document: QTextDocument) -> Iterator[Row]:
    """The rows as they stand."""
    for block in blocks(document):
        yield Row(depth(block), tuple(_joined(_pieces(block))), id_of(block))


def insert(cursor: QTextCursor, piece: Piece) -> None:
    """Words, or one character for a reference or value."""
    match piece:
        case Words(text):
            cursor.insertText(text.replace("\n", BREAK), QTextCharFormat())
        case ValueSlot() | RefSlot():
            cursor.insertText(slot_chips.SIGN, slot_chips.chip(piece))


def chip_places(document: QTextDocument) -> Iterator[tuple[int, int, int]]:
    """Row, piece and position of every chip."""
    for number, (block, row) in enumerate(zip(blocks(document), rows(document), strict=True)):
        place = block.position()
        for piece, one in enumerate(row.pieces):
            if isinstance(one, Words):
                place += len(one.text.encode("utf-16-le")) // 2
            else:
                yield number, piece, place
                place += 1


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """The paragraphs in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def block_format(look: Look, row: Row) -> QTextBlockFormat:
    """How a row stands; at its left there is room for its number."""
    made = QTextBlockFormat()
    made.setIndent(row.depth)
    made.setLeftMargin(look.px(72))
    made.setBottomMargin(look.px(6))
    made.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setProperty(ROW_ID, row.id)
    return made


def depth(block: QTextBlock) -> int:
    """0 項, 1 号, 2 細号."""
    return block.blockFormat().indent()


def id_of(block: QTextBlock) -> str:
    """The id of a row, "" while it has none."""
    return str(block.blockFormat().property(ROW_ID) or "")


def with_id(given: QTextBlockFormat, name: str) -> QTextBlockFormat:
    """The format of a row with another id."""
    made = QTextBlockFormat(given)
    made.setProperty(ROW_ID, name)
    return made


def at_start(cursor: QTextCursor) -> bool:
    """Whether it stands before the first letter of a row."""
    return cursor.atBlockStart() and not cursor.hasSelection()


def _pieces(block: QTextBlock) -> Iterator[Piece]:
    run = block.begin()
    while not run.atEnd():
        fragment = run.fragment()
        yield from slot_chips.pieces(fragment.text().replace(BREAK, "\n"), fragment.charFormat())
        run += 1


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Words beside words are one piece."""
    words = ""
    for piece in pieces:
        if isinstance(piece, Words):
            words += piece.text
            continue
        if words:
            yield Words(words)
        words = ""
        yield piece
    if words:
        yield Words(words)
