"""Word's own numbers, so that the owner can put an article in later and everything below it counts on.

One single-level list a kind (章, 条, 項, 号, 細号): LibreOffice counts a multi-level list wrongly, and so every group of
項 or 号 takes a number of its own from the list of its kind, with the start written down again.
"""

from app.documents.word_base import Base


class Numbering:
    """Hands out one number (w:num) a group and keeps them for the numbering part."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._numbers: list[str] = []

    def group(self, style: str, start: int = 1) -> str:
        """A new group of the style's list; the answer goes into the properties of each of its paragraphs."""
        number = self._base.first_free_number + len(self._numbers)
        self._numbers.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._base.list_of(style)}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def part(self, part: bytes) -> bytes:
        """The base's numbering part with the new numbers behind its own."""
        before, end, after = part.decode().rpartition("</w:num>")
        return "".join((before, end, *self._numbers, after)).encode()
