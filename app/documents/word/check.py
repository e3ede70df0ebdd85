"""Reads a finished Word file back and compares it with the tree, numbers included.

It reads the parts of the file and counts the lists by the file's own numbering part, as Word does: so it notices a lost word as
well as a list that would show another number than the plain text of the same tree. What of a file is the same in a hundred
pledges, its styles and lists, is parsed once and known again by its bytes. The first file of each kind is read a second time with
python-docx, which knows nothing of us: a package that only we can read is of no use to the owner.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from app.documents import plain
from app.documents.numbering import KANA
from app.documents.tree import Blank, Document, PaperKind
from app.documents.word.base import DOCUMENT, NUMBERING, RELATIONS, STYLES, W, margin_part, parsed, targets_of
from app.documents.word.body import HARD_SPACE
from app.documents.writer import differs
from app.domain.plain_text import clean
from app.errors import PaperError

PAGE_COUNT = "1 / 1 ページ"  # as written; Word counts the pages itself
COUNTING = {STYLES, NUMBERING}
KEPT = 16
"""So many styles and so many lists are remembered; there are six base files."""
_PARAGRAPH, _RUN, _TEXT, _TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc"))
_PROPERTIES, _LIST = f"{W}pPr", f"{W}numPr"
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


class Check:
    """Reads back what one writer writes."""

    def __init__(self) -> None:
        self._read_by_others: set[PaperKind] = set()

    def verify(self, document: Document, data: bytes, name: str) -> None:
        """As verify_bytes; and the first file of a kind must read the same for others."""
        verify_bytes(document, data, name)
        if document.kind not in self._read_by_others:
            _read_by_others(data, name)
            self._read_by_others.add(document.kind)


def _read_by_others(data: bytes, name: str) -> None:
    import docx  # not at program start: only whoever writes a paper waits for it

    body = parsed(_whole(data)[DOCUMENT]).find(f"{W}body")
    meant = [_line(paragraph) for paragraph in body.findall(_PARAGRAPH)]
    with _readable(name):
        shown = [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]
    if shown != meant:
        raise differs(name, next((one for one, other in zip_longest(meant, shown) if one != other), "") or meant[0])


def reopen_text(path: Path) -> str:
    """The text of a Word file, a line a paragraph: header, body, footer; numbers before their text, ｜ between cells."""
    return _text(path.read_bytes(), path.name)


def _text(data: bytes, name: str) -> str:
    with _readable(name):
        return _softened("\n".join(_lines(_whole(data))))


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """In a damaged file the libraries below meet almost anything."""
    try:
        yield
    except Exception as error:
        raise PaperError(
            f"「{name}」を読み返せませんでした。", "台帳は変わっていません。", "もう一度書き出してください。"
        ) from error


def _whole(data: bytes) -> Mapping[str, bytes]:
    """The parts of a file. Each is unpacked, which checks its sum: a part that nobody reads below may be damaged too."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _lines(parts: Mapping[str, bytes]) -> Iterator[str]:
    """First of the header, then the body, last of the footer. Every part must be XML to its end."""
    read = {name: parsed(part) for name, part in parts.items() if name not in COUNTING}
    body = read[DOCUMENT].find(f"{W}body")
    section, targets = body.find(f"{W}sectPr"), targets_of(read[RELATIONS])
    header, footer = (read[margin_part(section, tag, targets)] for tag in ("headerReference", "footerReference"))
    yield _line(header.find(_PARAGRAPH))
    yield from _body(body, Counter(parts))
    yield _line(footer.find(_PARAGRAPH))


def _softened(text: str) -> str:
    """With the spaces as they were typed; in the file those of names and blanks are hard, two for a full-width one."""
    return text.replace(2 * HARD_SPACE, "\u3000").replace(HARD_SPACE, " ")


def _body(body: Any, counter: "Counter") -> Iterator[str]:
    for block in body:
        if block.tag == _PARAGRAPH:
            yield f"{counter.number(block)}\t{_line(block)}"
        elif block.tag == _TABLE:
            yield from ("｜".join(map(_cell, row.findall(_CELL))) for row in block.findall(_ROW))


def _cell(cell: Any) -> str:
    return "\n".join(map(_line, cell.iter(_PARAGRAPH)))


def _line(paragraph: Any) -> str:
    parts = (part for run in paragraph.iter(_RUN) for part in run)
    return "".join(part.text or "" if part.tag == _TEXT else _SIGNS.get(part.tag, "") for part in parts)


class Level(NamedTuple):
    """One level of a list: where it starts, how its numbers are written, and the words around them (「第%1条」)."""

    start: int
    kana: bool
    text: str


class Lists(NamedTuple):
    """What the numbering part says."""

    levels: Mapping[tuple[str, int], Level]
    of_numbers: Mapping[str, str]  # a number (w:num) → its list
    starts: Mapping[str, int]  # a number → where it begins, if it says so


class Counter:
    """Counts paragraphs as Word does: numbers (w:num) of one list count on together, a level begins anew after each one above
    it, and a number that has a start of its own begins there once."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._lists = _lists(parts[NUMBERING])
        self._of_styles = _counted_styles(parts[STYLES])
        self._starts = dict(self._lists.starts)
        self._reached: dict[str, dict[int, int]] = {}

    def number(self, paragraph: Any) -> str:
        """The number that Word shows before a paragraph: of the paragraph's own list, else that of its style."""
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            return ""
        number, depth = _counted(properties)
        if not number:
            number, depth = self._of_styles.get(_value(properties, "pStyle"), ("", 0))
        return self._count(number, depth) if number else ""

    def _count(self, number: str, depth: int) -> str:
        name = self._lists.of_numbers[number]
        level, reached = self._lists.levels[name, depth], self._reached.setdefault(name, {})
        reached[depth] = self._starts.pop(number, 0) or (reached[depth] + 1 if depth in reached else level.start)
        for below in [other for other in reached if other > depth]:
            del reached[below]
        shown = KANA[reached[depth] - 1] if level.kana else str(reached[depth])
        return level.text.replace(f"%{depth + 1}", shown)


@lru_cache(maxsize=KEPT)
def _lists(part: bytes) -> Lists:
    numbering = parsed(part)
    numbers = {number.get(f"{W}numId"): number for number in numbering.iter(f"{W}num")}
    starts = {own: _value(number, "lvlOverride", "startOverride") for own, number in numbers.items()}
    return Lists(
        {
            (entry.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl"))): _level(level)
            for entry in numbering.iter(f"{W}abstractNum")
            for level in entry.iter(f"{W}lvl")
        },
        {own: _value(number, "abstractNumId") for own, number in numbers.items()},
        {own: int(start) for own, start in starts.items() if start},
    )


@lru_cache(maxsize=KEPT)
def _counted_styles(part: bytes) -> Mapping[str, tuple[str, int]]:
    """The number and level by which a style counts its paragraphs."""
    styles = parsed(part).iter(f"{W}style")
    properties = ((style.get(f"{W}styleId"), style.find(_PROPERTIES)) for style in styles)
    return {own: _counted(found) for own, found in properties if found is not None and found.find(_LIST) is not None}


def _counted(properties: Any) -> tuple[str, int]:
    """The number (w:num) that the properties of a paragraph or style name, and the level of it."""
    found = properties.find(_LIST)
    return ("", 0) if found is None else (_value(found, "numId"), int(_value(found, "ilvl") or 0))


def _level(level: Any) -> Level:
    return Level(int(_value(level, "start")), _value(level, "numFmt") == "aiueoFullWidth", _value(level, "lvlText"))


def _value(element: Any, *path: str) -> str:
    """The w:val of what lies below an element, "" where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else str(found.get(f"{W}val"))
