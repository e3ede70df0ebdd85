"""Word's own numbers, so that the owner can put an article in later and everything below it counts on.

条, 項, 号 and 細号 are the levels of one list, so each begins anew below the one above it, also what is put in later.
Only the 号 right below 第n条 have a list of their own, because LibreOffice counts a 項 where 号 stand without one; each group
of them, and of 号 outside articles, takes a number of its own from its list, with the start written down again.
"""

from app.documents.word.base import Base


class Numbering:
    """Hands out one number (w:num) a group and keeps them for the numbering part."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._numbers: list[str] = []

    def group(self, style: str) -> str:
        """A new group of the style's list; the answer goes into the properties of each of its paragraphs."""
        number, (id, level) = self._base.first_free_number + len(self._numbers), self._base.list_of(style)
        self._numbers.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{id}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def part(self, part: bytes) -> bytes:
        """The base's numbering part with the new numbers behind its own."""
        before, end, after = part.decode().rpartition("</w:num>")
        return "".join((before, end, *self._numbers, after)).encode()
