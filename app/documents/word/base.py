"""A base file: the look of one kind of paper, as a designer left it in Word.

Word gives styles and lists new ids whenever it saves, but keeps the names of styles and the tie from a style to its list. So
everything here is looked up by the name of a style.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from posixpath import basename
from typing import Any, NamedTuple
from zipfile import ZipFile

from app.documents.tree import PaperKind
from app.errors import PaperError
from app.paths import WORD_BASES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
CORE, APP = "docProps/core.xml", "docProps/app.xml"


@dataclass(frozen=True)
class Page:
    """Size and margins of the page, and the width that is left for text in twips (1/20 pt)."""

    section: str
    text_width: int


class List(NamedTuple):
    """A list (the id of its w:abstractNum) and the level of it that counts a style."""

    id: str
    level: int


@dataclass(frozen=True)
class Base:
    """What a writer needs to know of a base file."""

    name: str
    parts: Mapping[str, bytes]
    styles: Mapping[str, str]  # name of a style → its id
    lists: Mapping[str, "List"]  # name of a style → the list that counts it, and at which level
    first_free_number: int
    header: str  # names of the parts
    footer: str
    head_fill: str  # the ground of a table's titles
    portrait: Page
    landscape: Page

    def style(self, name: str) -> str:
        """The id of a style."""
        try:
            return self.styles[name]
        except KeyError:
            raise self._damaged(f"スタイル「{name}」") from None

    def list_of(self, name: str) -> List:
        """The list that counts the paragraphs of a style."""
        try:
            return self.lists[name]
        except KeyError:
            raise self._damaged(f"スタイル「{name}」の番号") from None

    def _damaged(self, missing: str) -> PaperError:
        return PaperError(
            f"書類の見た目のもと「{self.name}」に{missing}がありません。",
            "台帳は変わっていません。",
            "「もと」のファイルを直すか、まもり帳を入れ直してください。",
        )


@cache
def base_for(kind: PaperKind) -> Base:
    """The base file of a kind, read once: it is part of the program and does not change while it runs."""
    path = WORD_BASES / f"{kind}.docx"
    return read_base(path.name, path.read_bytes())


def read_base(name: str, data: bytes) -> Base:
    """Reads a base file, whoever saved it last."""
    with ZipFile(BytesIO(data)) as file:
        parts = {info.filename: file.read(info) for info in file.infolist()}
    section = parsed(parts[DOCUMENT]).find(f"{W}body/{W}sectPr")
    numbers = parsed(parts[NUMBERING]).findall(f"{W}num")
    styles = parsed(parts[STYLES]).findall(f"{W}style")
    targets = targets_of(parsed(parts[RELATIONS]))
    return Base(
        name=name,
        parts=parts,
        styles={style.find(f"{W}name").get(f"{W}val"): style.get(f"{W}styleId") for style in styles},
        lists=_lists(styles, numbers),
        first_free_number=1 + max(int(number.get(f"{W}numId")) for number in numbers),
        header=margin_part(section, "headerReference", targets),
        footer=margin_part(section, "footerReference", targets),
        head_fill=_head_fill(styles),
        portrait=_page(section, landscape=False),
        landscape=_page(section, landscape=True),
    )


def parsed(part: bytes) -> Any:
    """The outermost element of a part of a Word file."""
    from lxml import etree  # not at program start: only whoever writes a paper waits for it

    return etree.fromstring(part)


def _lists(styles: list[Any], numbers: list[Any]) -> dict[str, List]:
    lists = {number.get(f"{W}numId"): number.find(f"{W}abstractNumId").get(f"{W}val") for number in numbers}
    counted = {style: style.find(f"{W}pPr/{W}numPr/{W}numId") for style in styles}
    return {
        style.find(f"{W}name").get(f"{W}val"): List(lists[number.get(f"{W}val")], _level(style))
        for style, number in counted.items()
        if number is not None and number.get(f"{W}val") in lists  # 0 means: no list after all
    }


def _level(style: Any) -> int:
    level = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return 0 if level is None else int(level.get(f"{W}val"))


def _head_fill(styles: list[Any]) -> str:
    """「F1EFEA」, "" when titles have no ground."""
    tables = (style for style in styles if style.find(f"{W}name").get(f"{W}val") == "書類の表")
    path = f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd"
    found = next((ground for style in tables if (ground := style.find(path)) is not None), None)
    fill = "" if found is None else str(found.get(f"{W}fill"))
    return "" if fill == "auto" else fill


def targets_of(relations: Any) -> Mapping[str, str]:
    """The parts that a part names, by the ids that it has for them."""
    return {part.get("Id"): part.get("Target") for part in relations}


def margin_part(section: Any, tag: str, targets: Mapping[str, str]) -> str:
    """The name of the part that is the header or the footer of a section."""
    reference = section.find(f"{W}{tag}[@{W}type='default']")
    return f"word/{basename(targets[reference.get(f'{R}id')])}"


def _page(section: Any, *, landscape: bool) -> Page:
    from lxml import etree

    section = deepcopy(section)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    short, long = sorted((size.get(f"{W}w"), size.get(f"{W}h")), key=int)
    width, height = (long, short) if landscape else (short, long)
    size.set(f"{W}w", width)
    size.set(f"{W}h", height)
    size.attrib.pop(f"{W}orient", None)
    if landscape:
        size.set(f"{W}orient", "landscape")
    left, right = margins.get(f"{W}left"), margins.get(f"{W}right")
    return Page(etree.tostring(section, encoding="unicode", with_tail=False), int(width) - int(left) - int(right))
