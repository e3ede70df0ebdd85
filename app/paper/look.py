"""How a kind of paper looks, read from its Word base: what a designer sets in Word holds for preview, print and PDF as well.

Lengths are Word's own twips (1/1440 inch). They are whole numbers and belong to no screen, so the pages come out alike everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from app.documents.tree import Document, PaperKind
from app.documents.word.base import NUMBERING, STYLES, Base, base_for
from app.errors import PaperError

NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NAMES['w']}}}"
EIGHTH_OF_A_POINT = 20 / 8


@dataclass(frozen=True)
class Style:
    """How one sort of paragraph is set. `left` is where text begins, `label` where its number does (or ends)."""

    font: str
    size: int
    tracking: int
    line: int
    before: int
    after: int
    left: int
    label: int
    label_ends: bool
    align: str
    keep_next: bool
    tabs: tuple[int, ...]
    colour: str
    ground: str
    frame: int
    frame_colour: str
    frame_doubled: bool


@dataclass(frozen=True)
class TableLook:
    """Rules and room of a table: `frame` above and below it, `rule` everywhere else; colours as #rrggbb."""

    frame: int
    frame_colour: str
    rule: int
    rule_colour: str
    head_ground: str
    pad_x: int
    pad_y: int


@dataclass(frozen=True)
class Look:
    """Page, margins and styles of one kind of paper."""

    name: str
    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    styles: Mapping[str, Style]
    table: TableLook

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    def __getitem__(self, style: str) -> Style:
        try:
            return self.styles[style]
        except KeyError:
            raise PaperError(
                f"書類の見た目のもと「{self.name}」にスタイル「{style}」がありません。",
                "台帳は変わっていません。",
                "「もと」のファイルを直すか、まもり帳を入れ直してください。",
            ) from None


def look_of(document: Document) -> Look:
    """The look of this paper, upright or landscape."""
    return _look(document.kind, document.landscape)


@cache
def _look(kind: PaperKind, landscape: bool) -> Look:
    return read(base_for(kind), landscape=landscape)


def read(base: Base, *, landscape: bool) -> Look:
    """Reads a base file, whoever saved it last."""
    section = ElementTree.fromstring((base.landscape if landscape else base.portrait).section)
    size, margins = _child(section, "pgSz"), _child(section, "pgMar")
    sheet = ElementTree.fromstring(base.parts[STYLES])
    levels = _levels(ElementTree.fromstring(base.parts[NUMBERING]))
    chains = {chain[0]: chain for chain in _chains(sheet)}
    styles = {_named(style): _style(chain, levels) for style, chain in chains.items()}
    tables = [style for style in chains if _named(style) == "書類の表"]
    return Look(
        name=base.name,
        width=_number(size, "w"),
        height=_number(size, "h"),
        **{side: _number(margins, side) for side in ("top", "bottom", "left", "right", "header", "footer")},
        styles=styles,
        table=_table(tables[0] if tables else sheet),
    )


def _chains(sheet: Element) -> list[list[Element]]:
    """Each style followed by the style it is based on, and so on down to the defaults of the file."""
    by_id = {style.get(f"{W}styleId"): style for style in sheet.findall("w:style", NAMES)}
    defaults = sheet.findall("w:docDefaults/*", NAMES)
    chains = []
    for style in by_id.values():
        chain = [style]
        while (parent := by_id.get(_value(chain[-1:], "w:basedOn", "val"))) is not None and parent not in chain:
            chain.append(parent)
        chains.append([*chain, *defaults])
    return chains


def _style(chain: list[Element], levels: Mapping[tuple[str, int], Element]) -> Style:
    number = next((found for style in chain if (found := style.find("w:pPr/w:numPr", NAMES)) is not None), None)
    level = (
        None if number is None else levels.get((_value([number], "w:numId", "val"), _int([number], "w:ilvl", "val")))
    )
    indents = chain if level is None else [chain[0], level, *chain[1:]]
    size = 10 * _int(chain, "w:rPr/w:sz", "val", 21)
    line = _int(chain, "w:pPr/w:spacing", "line", 240)
    in_twips = _value(chain, "w:pPr/w:spacing", "lineRule") in {"atLeast", "exact"}
    left = _int(indents, "w:pPr/w:ind", "left")
    hanging = _int(indents, "w:pPr/w:ind", "hanging")
    first = _int(indents, "w:pPr/w:ind", "firstLine")
    return Style(
        font=_value(chain, "w:rPr/w:rFonts", "eastAsia"),
        size=size,
        tracking=_int(chain, "w:rPr/w:spacing", "val"),
        line=line if in_twips else size * line // 240,
        before=_int(chain, "w:pPr/w:spacing", "before"),
        after=_int(chain, "w:pPr/w:spacing", "after"),
        left=left,
        label=left - hanging + first,
        label_ends=level is not None and _value([level], "w:lvlJc", "val") in {"right", "end"},
        align=_value(chain, "w:pPr/w:jc", "val"),
        keep_next=_switch(chain, "w:pPr/w:keepNext"),
        tabs=_tabs(chain),
        colour=_colour(_value(chain, "w:rPr/w:color", "val")),
        ground=_colour(_value(chain, "w:rPr/w:shd", "fill")),
        frame=round(_int(chain, "w:rPr/w:bdr", "sz") * EIGHTH_OF_A_POINT),
        frame_colour=_colour(_value(chain, "w:rPr/w:bdr", "color")),
        frame_doubled=_value(chain, "w:rPr/w:bdr", "val") == "double",
    )


def _table(style: Element) -> TableLook:
    borders, cells = "w:tblPr/w:tblBorders/", "w:tblPr/w:tblCellMar/"
    return TableLook(
        frame=round(_int([style], f"{borders}w:top", "sz", 6) * EIGHTH_OF_A_POINT),
        frame_colour=_colour(_value([style], f"{borders}w:top", "color")) or "#000000",
        rule=round(_int([style], f"{borders}w:insideH", "sz", 4) * EIGHTH_OF_A_POINT),
        rule_colour=_colour(_value([style], f"{borders}w:insideH", "color")) or "#000000",
        head_ground=_colour(_value([style], "w:tblStylePr[@w:type='firstRow']/w:tcPr/w:shd", "fill")),
        pad_x=_int([style], f"{cells}w:left", "w", 108),
        pad_y=round((_int([style], f"{cells}w:top", "w") + _int([style], f"{cells}w:bottom", "w")) / 2),
    )


def _levels(numbering: Element) -> dict[tuple[str, int], Element]:
    """The shape of a list's number, by the id and the level that a style gives for it."""
    lists = {entry.get(f"{W}abstractNumId"): entry for entry in numbering.findall("w:abstractNum", NAMES)}
    return {
        (number.get(f"{W}numId", ""), int(level.get(f"{W}ilvl", "0"))): level
        for number in numbering.findall("w:num", NAMES)
        for level in lists[_value([number], "w:abstractNumId", "val")].findall("w:lvl", NAMES)
    }


def _value(chain: Sequence[Element], path: str, attribute: str, default: str = "") -> str:
    """What the first of the chain that has an opinion says."""
    for element in chain:
        found = element.find(path, NAMES)
        if found is not None and (value := found.get(f"{W}{attribute}")) is not None:
            return value
    return default


def _int(chain: Sequence[Element], path: str, attribute: str, default: int = 0) -> int:
    return round(float(_value(chain, path, attribute, str(default))))


def _switch(chain: Sequence[Element], path: str) -> bool:
    found = next((hit for element in chain if (hit := element.find(path, NAMES)) is not None), None)
    return found is not None and found.get(f"{W}val", "1") not in {"0", "false", "off"}


def _tabs(chain: Sequence[Element]) -> tuple[int, ...]:
    tabs = next((tabs for element in chain if (tabs := element.findall("w:pPr/w:tabs/w:tab", NAMES))), [])
    return tuple(sorted(_number(tab, "pos") for tab in tabs))


def _colour(value: str) -> str:
    return f"#{value}" if value not in {"", "auto"} else ""


def _named(style: Element) -> str:
    return _value([style], "w:name", "val")


def _child(element: Element, tag: str) -> Element:
    found = element.find(f"w:{tag}", NAMES)
    if found is None:
        raise PaperError(
            f"書類の見た目のもとに {tag} がありません。", "台帳は変わっていません。", "まもり帳を入れ直してください。"
        )
    return found


def _number(element: Element, attribute: str) -> int:
    return round(float(element.get(f"{W}{attribute}", "0")))
