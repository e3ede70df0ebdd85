"""Reads a finished Word file back and compares it with the tree, numbers included.

It goes through python-docx and counts the lists by the file's own numbering part, as Word does: so it notices a lost word as
well as a list that would show another number than the plain text of the same tree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.documents import plain
from app.documents.numbering import KANA
from app.documents.ooxml import clean
from app.documents.tree import Blank, Document
from app.documents.word.base import W
from app.documents.word.body import HARD_SPACE
from app.documents.writer import differs
from app.errors import PaperError

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

PAGE_COUNT = "1 / 1 ページ"  # as written; Word counts the pages itself
_LIST = ("pPr", "numPr")
_PARAGRAPH, _RUN, _TEXT = f"{W}p", f"{W}r", f"{W}t"
_SIGNS = {f"{W}br": "\n", f"{W}tab": "\t"}
_SPACE = re.compile(rf"[\s｜{plain.BY_HAND[0]}]")  # what sets words apart differs between writers


def verify(document: Document, path: Path) -> None:
    """Raises PaperError unless the file holds every piece as typed, and every line in order and with its number."""
    verify_bytes(document, path.read_bytes(), path.name)


def verify_bytes(document: Document, data: bytes, name: str) -> None:
    """The same for the bytes of a file; `name` is what the owner calls it."""
    found, expected = _text(data, name), clean(plain.text(document)) + PAGE_COUNT
    typed = (_softened(clean(piece.text)) for piece in document.inlines() if not isinstance(piece, Blank))
    lost = [text for text in typed if text not in found]
    shown, meant = _SPACE.sub("", found), _SPACE.sub("", expected)
    if lost or shown != meant:
        same = next((n for n, (one, other) in enumerate(zip_longest(shown, meant)) if one != other), 0)
        raise differs(name, (lost or [meant[same:]])[0])


def reopen_text(path: Path) -> str:
    """The text of a Word file, a line a paragraph: header, body, footer; numbers before their text, ｜ between cells."""
    return _text(path.read_bytes(), path.name)


def _text(data: bytes, name: str) -> str:
    import docx  # not at program start

    try:
        file = docx.Document(BytesIO(data))
        section = file.sections[0]
        lines = [section.header.paragraphs[0].text, *_body(file), section.footer.paragraphs[0].text]
        return _softened("\n".join(lines))
    except Exception as error:  # in a damaged file the libraries below meet almost anything
        raise PaperError(
            f"「{name}」を読み返せませんでした。", "台帳は変わっていません。", "もう一度書き出してください。"
        ) from error


def _softened(text: str) -> str:
    """With the spaces as they were typed; in the file those of names and blanks are hard, two for a full-width one."""
    return text.replace(2 * HARD_SPACE, "\u3000").replace(HARD_SPACE, " ")


def _body(file: Any) -> Iterator[str]:
    counter = Counter(file)
    for block in file.iter_inner_content():
        if hasattr(block, "rows"):
            yield from ("｜".join(map(_cell, row.tc_lst)) for row in block._tbl.tr_lst)
        else:
            yield f"{counter.number(block)}\t{_line(block._p)}"


def _cell(cell: Any) -> str:
    return "\n".join(map(_line, cell.iter(_PARAGRAPH)))


def _line(paragraph: Any) -> str:
    """The text of a paragraph, read without python-docx, which takes five times as long: a ledger has thousands of them."""
    parts = (part for run in paragraph.iter(_RUN) for part in run)
    return "".join(part.text or "" if part.tag == _TEXT else _SIGNS.get(part.tag, "") for part in parts)


@dataclass(frozen=True)
class Level:
    """One level of a list: where it starts, how its numbers are written, and the words around them (「第%1条」)."""

    start: int
    kana: bool
    text: str


class Counter:
    """Counts paragraphs as Word does: numbers (w:num) of one list count on together, a level begins anew after each one above
    it, and a number that has a start of its own begins there once."""

    def __init__(self, file: Any) -> None:
        numbering, styles = file.part.numbering_part.element, file.styles.element
        self._levels = {
            (entry.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl"))): _level(level)
            for entry in numbering.iter(f"{W}abstractNum")
            for level in entry.iter(f"{W}lvl")
        }
        self._lists = {number.get(f"{W}numId"): _value(number, "abstractNumId") for number in numbering.iter(f"{W}num")}
        self._starts = {
            number.get(f"{W}numId"): int(start)
            for number in numbering.iter(f"{W}num")
            if (start := _value(number, "lvlOverride", "startOverride"))
        }
        counted = (number.getparent().getparent() for number in styles.iter(f"{W}numPr"))
        self._of_styles = {style.get(f"{W}styleId"): _counted(style) for style in counted}
        self._reached: dict[str, dict[int, int]] = {}

    def number(self, paragraph: "Paragraph") -> str:
        """The number that Word shows before a paragraph: of the paragraph's own list, else that of its style."""
        own = paragraph._p
        number, depth = _counted(own)
        if not number:
            number, depth = self._of_styles.get(_value(own, "pPr", "pStyle"), ("", 0))
        return self._count(number, depth) if number else ""

    def _count(self, number: str, depth: int) -> str:
        name = self._lists[number]
        level, reached = self._levels[name, depth], self._reached.setdefault(name, {})
        reached[depth] = self._starts.pop(number, 0) or (reached[depth] + 1 if depth in reached else level.start)
        for below in [other for other in reached if other > depth]:
            del reached[below]
        shown = KANA[reached[depth] - 1] if level.kana else str(reached[depth])
        return level.text.replace(f"%{depth + 1}", shown)


def _counted(element: Any) -> tuple[str, int]:
    """The number (w:num) of a paragraph or style, and its level."""
    return _value(element, *_LIST, "numId"), int(_value(element, *_LIST, "ilvl") or 0)


def _level(level: Any) -> Level:
    return Level(int(_value(level, "start")), _value(level, "numFmt") == "aiueoFullWidth", _value(level, "lvlText"))


def _value(element: Any, *path: str) -> str:
    """The w:val of what lies below an element, "" where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else str(found.get(f"{W}val"))
