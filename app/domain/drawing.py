"""A drawing as data: boxes in rows, columns and grids, with arrows between them, and the same told in words.

No lengths stand here: what paints it goes by the room there is, and a row too narrow for its boxes stands as a column. The words
for whoever hears the picture are read from the very same values, so that the two cannot disagree.
"""

from enum import StrEnum, auto
from typing import TypeAlias

from app.domain.value import Value

NARROWEST = 7.0
"""Ems of a part in a row; with less, the parts stand one below the other."""


class Tone(StrEnum):
    """How much ink a box has: the weight of ink is the weight of what it says."""

    BARE = auto()
    """Words alone, without a frame."""
    GAP = auto()
    """A broken frame: nothing is there yet, or not for certain."""
    PLAIN = auto()
    PALE = auto()
    """What we have done, or where it begins."""
    HEAD = auto()
    """The heading of a grid."""
    SEAL = auto()
    """二重罫 in 朱: the secret itself."""


class Box(Value):
    """A title, and lines of words below it."""

    title: str
    words: tuple[str, ...] = ()
    tone: Tone = Tone.PLAIN


class Row(Value):
    """Parts side by side, equally high."""

    parts: "tuple[Part, ...]"
    arrows: bool = False
    least: float = NARROWEST


class Column(Value):
    """Parts one below the other."""

    parts: "tuple[Part, ...]"
    arrows: bool = False


class Frame(Value):
    """A part with a name around it."""

    title: str
    part: "Part"


class Grid(Value):
    """Headings, and lines of cells below them, each with its own heading at the side where there are `sides`.

    Too narrow, it is turned: what went across goes down. `arrows` lead from heading to heading.
    """

    heads: tuple[Box, ...]
    lines: tuple[tuple[Box, ...], ...]
    sides: tuple[Box, ...] = ()
    corner: str = ""
    arrows: bool = False
    least: float = NARROWEST


Part: TypeAlias = Box | Row | Column | Frame | Grid


class Picture(Value):
    """What a reading page shows under a name."""

    title: str
    part: Part

    @property
    def words(self) -> str:
        """The picture for whoever hears it, or reads without pictures."""
        return f"図「{self.title}」：{said(self.part)}。"


def said(part: Part) -> str:
    """A drawing in words, in the order in which it is looked at."""
    match part:
        case Box():
            words = "、".join(line.removesuffix("。") for line in part.words)
            return f"{part.title}（{words}）" if words else part.title
        case Row() | Column():
            between = " → " if part.arrows else "。" if isinstance(part, Column) else "、"
            return between.join(said(one) for one in part.parts)
        case Frame():
            return f"{part.title}［{said(part.part)}］"
        case Grid() if part.sides:
            return "。".join(map(_line, part.sides, [part.heads] * len(part.lines), part.lines))
        case Grid():
            below = ("、".join(map(said, cells)) for cells in zip(*part.lines, strict=True))
            pairs = [f"{said(head)}には、{cells}" for head, cells in zip(part.heads, below, strict=True)]
            return (" → " if part.arrows else "。").join(pairs)


def _line(side: Box, heads: tuple[Box, ...], cells: tuple[Box, ...]) -> str:
    return f"{said(side)}：" + "、".join(f"{said(head)} {said(cell)}" for head, cell in zip(heads, cells, strict=True))


def boxes(part: Part) -> list[Box]:
    """Every box of a drawing."""
    match part:
        case Box():
            return [part]
        case Row() | Column():
            return [box for one in part.parts for box in boxes(one)]
        case Frame():
            return boxes(part.part)
        case Grid():
            return [*part.heads, *part.sides, *(box for line in part.lines for box in line)]
