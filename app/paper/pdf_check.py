"""Reads a finished PDF file back: every word of the paper is on its pages, and every letter of the pages is in the file.

The file is read as Qt writes it (searchable.py does the same): one stream a page, in which each letter is shown by its place
in its font.
"""

import re
import zlib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from app.documents import plain
from app.documents.tree import Blank, Document
from app.documents.writer import differs
from app.domain.plain_text import clean
from app.errors import PaperError
from app.paper.letters import Letters
from app.paper.pages import Pages

_APART = re.compile(rf"[\s｜{plain.BY_HAND[0]}]")  # what sets words apart differs between writers
_PAGES = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj")


def verify(document: Document, data: bytes, name: str) -> None:
    """Raises PaperError unless the file shows the whole paper."""
    pages = Pages(document)
    if lost := _lost_words(document, pages):
        raise differs(name, lost)
    try:
        drawn = list(_drawn(data))
    except (LookupError, TypeError, ValueError, zlib.error) as error:
        raise PaperError(
            f"「{name}」を読み返せませんでした。", "台帳は変わっていません。", "もう一度書き出してください。"
        ) from error
    if not _same_letters(drawn, _meant(pages)):
        raise differs(name, document.title)


def _lost_words(document: Document, pages: Pages) -> str:
    """What is not on the pages as typed; no page lacks a letter, though a tall row of a table may be cut between lines."""
    shown = _bare(pages.plain_text())
    for piece in document.inlines():
        if not isinstance(piece, Blank) and _bare(piece.text) not in shown:
            return piece.text
    lacking = Counter(_bare("".join(plain.lines(document)))) - Counter(shown)
    return "".join(lacking)


def _bare(text: str) -> str:
    return _APART.sub("", clean(text))


def _drawn(pdf: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Font and place in it of every letter, page by page. Raises what a file that is not whole makes of it."""
    for page in _REFERENCE.findall(_found(_PAGES, pdf)):
        stream = _object(pdf, int(_found(_CONTENTS, _object(pdf, int(page)))))
        content = zlib.decompressobj().decompress(stream[stream.index(b"stream\n") + 7 :])
        font = b""
        for match in _SHOWN.finditer(content):
            if match[1]:
                font = match[1]
            else:
                yield from ((font, match[2][start : start + 4]) for start in range(0, len(match[2]), 4))


def _object(pdf: bytes, number: int) -> bytes:
    return pdf[pdf.index(b"\n%d 0 obj\n" % number) :]


def _found(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    match = pattern.search(text)
    if match is None:
        raise ValueError(pattern.pattern)
    return match[1]


def _meant(pages: Pages) -> Iterator[tuple[str, int]]:
    """Family and number of every letter that a font has."""
    marks = (mark for n in range(pages.count) for _, mark in pages.marks(n))
    return (glyph for mark in marks if isinstance(mark, Letters) for glyph in mark.glyphs() if glyph[0])


def _same_letters(drawn: Iterable[Hashable], meant: Iterable[Hashable]) -> bool:
    """Each as often. (Their order is no help: two scripts that run leftwards are painted in another than they are laid out.)"""
    return sorted(Counter(drawn).values()) == sorted(Counter(meant).values())
