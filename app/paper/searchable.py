"""Rare characters of a PDF made findable.

Qt tells a reader of the file which character a glyph is, but only below U+10000: a name with 𠮷 could be read, not found or
copied. The glyphs of a font stand in the file in the order of their first use, so what Qt left out is known here; it goes
behind the file as an update, which the format is made for, and nothing before it moves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import QFont, QRawFont

from app.paper.fonts import GOTHIC, MINCHO
from app.paper.letters import Letters
from app.paper.pages import Pages

_FONT = re.compile(rb"/Subtype /Type0\n/BaseFont /([^\s-]+)\S*\n[^>]*?/ToUnicode (\d+) 0 R")
_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]{4})>|\[([^\]]*)\])")
_TRAILER = re.compile(rb"trailer\n<<(.*?)>>\nstartxref\n(\d+)", re.S)


Glyph = tuple[str, int]  # family and number


def completed(pdf: bytes, pages: Pages) -> bytes:
    """The file with a name for every rare character; as it was when it has none, or is not built as expected."""
    letters = [mark for n in range(pages.count) for _, mark in pages.marks(n) if isinstance(mark, Letters)]
    rare = _rare_glyphs({c for mark in letters for c in mark.owner.text() if ord(c) > 0xFFFF})
    if not rare:
        return pdf
    order, updates = _first_uses(letters), {}
    for name, number in _FONT.findall(pdf):
        glyphs = order.get(name.decode(), [])
        missing = {index: rare[glyph] for index, glyph in enumerate(glyphs, start=1) if glyph in rare}
        table = re.search(rb"\n%s 0 obj\n<<.*?>>\nstream\n(.*?)endstream\nendobj\n" % number, pdf, re.S)
        if missing and table and _agrees(_known(table[1]), missing, len(glyphs)):
            updates[int(number)] = table[1].replace(b"endcmap\n", _entries(missing) + b"endcmap\n")
    return _updated(pdf, updates)


def _rare_glyphs(characters: set[str]) -> dict[Glyph, str]:
    """Which character each of their glyphs is."""
    fonts = {family: QRawFont.fromFont(QFont(family)) for family in (*MINCHO, *GOTHIC)} if characters else {}
    found = {
        (family, font.glyphIndexesForString(c)[0]): c for c in sorted(characters) for family, font in fonts.items()
    }
    return {glyph: character for glyph, character in found.items() if glyph[1]}


def _first_uses(letters: Iterable[Letters]) -> dict[str, list[Glyph]]:
    """The glyphs of each font, by its name in the file, in the order of their first use."""
    used: dict[str, dict[Glyph, None]] = {}
    for glyph in (glyph for mark in letters for glyph in mark.glyphs()):
        used.setdefault(glyph[0].replace(" ", ""), {})[glyph] = None
    return {name: list(glyphs) for name, glyphs in used.items()}


def _known(table: bytes) -> set[int]:
    """The places for which Qt has given a character."""
    return {index for match in _RANGE.finditer(table) for index in _named(match)}


def _named(match: re.Match[bytes]) -> Iterator[int]:
    first, last = int(match[1], 16), int(match[2], 16)
    values = match[4].split() if match[4] else [match[3]] * (last - first + 1)
    return (index for index, value in enumerate(values, start=first) if value.strip(b"<>") != b"0000")


def _agrees(known: set[int], missing: Mapping[int, str], count: int) -> bool:
    """Whether the order is right: Qt has named nothing beyond it, and none of what is missing."""
    return max(known, default=0) <= count and not known & missing.keys()


def _entries(missing: Mapping[int, str]) -> bytes:
    lines = [f"<{index:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for index, text in missing.items()]
    blocks = (lines[start : start + 100] for start in range(0, len(lines), 100))  # a block holds a hundred at most
    return "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks).encode()


def _updated(pdf: bytes, objects: Mapping[int, bytes]) -> bytes:
    trailer = _TRAILER.search(pdf)
    if not objects or not trailer:
        return pdf
    index = b"0 1\n0000000000 65535 f \n"
    for number, stream in sorted(objects.items()):
        index += b"%d 1\n%010d 00000 n \n" % (number, len(pdf))
        pdf += b"%d 0 obj\n<< /Length %d >>\nstream\n%sendstream\nendobj\n" % (number, len(stream), stream)
    kept, previous = trailer.groups()
    start = len(pdf)
    return pdf + b"xref\n%strailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (index, kept, previous, start)
