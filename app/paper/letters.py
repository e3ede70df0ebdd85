"""Text set into lines by Qt: shaping, line ends by the Japanese rules, justification, rare kanji from a second font.

Text goes in as text (QTextLayout knows no markup), and each line comes out apart, to be placed on a page. The unit is the
twip: a font of 210 units is one of 10.5 pt, and every length is a whole number, as Qt's font sizes must be.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QRawFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from app.documents.keeping import spaces_of_names
from app.domain.plain_text import clean
from app.paper.fonts import font, with_geta
from app.paper.look import Style

ALIGNMENTS = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "end": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify,
    "distribute": Qt.AlignmentFlag.AlignJustify,
}
# Qt breaks a line at U+2028 only, and shows other control characters as empty boxes; U+200B has no width. What turns the
# reading direction is not obeyed: a paper shows words in the order in which they are stored.
AS_QT_SHOWS = {
    **dict.fromkeys([*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\u200b"),
    **str.maketrans({"\n": "\u2028", "\x85": "\u2028", "\u2029": "\u2028", "\t": "\u3000"}),
}
WIDE_SPACE, NO_BREAK_SPACE = "\u3000", "\u00a0"
SPACES = {WIDE_SPACE, " "}


@dataclass(frozen=True)
class Run:
    """Some words. A ground marks a blank, which does not come apart at the end of a line; nor do the names in a value."""

    text: str
    ground: str = ""
    colour: str = ""
    value: bool = False

    @property
    def held(self) -> list[int]:
        """Where the spaces are at which no line ends."""
        if self.ground:
            return [place for place, sign in enumerate(self.text) if sign in SPACES]
        return spaces_of_names(self.text) if self.value else []


@dataclass(frozen=True)
class Letters:
    """The letters of one line and where they stand."""

    layer: ClassVar[int] = 1
    line: QTextLine
    owner: QTextLayout  # the line lives as long as this does
    x: float
    y: float

    def paint(self, painter: QPainter) -> None:
        self.line.draw(painter, QPointF(self.x, self.y))

    def glyphs(self) -> Iterator[tuple[str, int]]:
        """Family and number of each letter's shape, in the order of painting."""
        for run in self.line.glyphRuns():
            family = _family(run.rawFont())
            yield from ((family, glyph) for glyph in run.glyphIndexes())


@dataclass(frozen=True)
class Line:
    """A line of text: its letters, its height, how far the letters reach, and the words in it."""

    letters: Letters
    height: float
    reach: float
    text: str

    def moved(self, x: float, y: float) -> Letters:
        return replace(self.letters, x=self.letters.x + x, y=self.letters.y + y)


def set_lines(
    runs: Iterable[Run],
    style: Style,
    right: float,
    *,
    left: float = 0,
    first_left: float | None = None,
    align: str = "",
) -> list[Line]:
    """The runs as lines between `left` and `right`; the first may begin elsewhere. An empty text is one empty line."""
    layout, words = _prepared(list(runs), style, align or style.align)
    lines: list[Line] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        x = left if lines or first_left is None else first_left
        line.setLineWidth(max(right - x, style.size))
        height = max(style.line, line.height())
        letters = Letters(line, layout, x, (height - line.height()) / 2)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        lines.append(Line(letters, height, x + line.naturalTextWidth(), words[start:end].decode("utf-16-le")))
    layout.endLayout()
    return lines


def _family(font: QRawFont) -> str:
    """The name of a font, "" for the empty boxes of a script that no font has: asked for a name, those end the process."""
    return font.familyName() if font.fontTable("head") else ""


def _prepared(runs: list[Run], style: Style, align: str) -> tuple[QTextLayout, bytes]:
    """A layout that only wants its lines, and its words in the code that Qt counts in."""
    runs = [replace(run, text=clean(run.text)) for run in runs]
    words = "".join(run.text for run in runs)
    shown = "".join(map(_whole, runs))
    layout = QTextLayout(with_geta(shown.translate(AS_QT_SHOWS)), font(style.font, style.size, style.tracking))
    option = QTextOption(ALIGNMENTS.get(align, Qt.AlignmentFlag.AlignLeft))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(runs, style)))
    return layout, words.encode("utf-16-le")


def _whole(run: Run) -> str:
    """The words with spaces that hold together; `_formats` makes them wide again."""
    held = set(run.held)
    return "".join(NO_BREAK_SPACE if place in held else sign for place, sign in enumerate(run.text))


def _formats(runs: list[Run], style: Style) -> Iterator[QTextLayout.FormatRange]:
    place = 0
    for run in runs:
        length = _units(run.text)
        if run.ground or run.colour:
            yield _format(run, place, length)
        for space in run.held:
            if run.text[space] == WIDE_SPACE:
                yield _format(run, place + _units(run.text[:space]), 1, spacing=style.size / 2)
        place += length


def _format(run: Run, start: int, length: int, spacing: float = 0) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    if run.ground:
        look.setBackground(QColor(run.ground))
    if run.colour:
        look.setForeground(QColor(run.colour))
    if spacing:
        look.setFontLetterSpacingType(look.fontLetterSpacingType().AbsoluteSpacing)
        look.setFontLetterSpacing(spacing)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def _units(text: str) -> int:
    """How long Qt thinks it is: 𠮷 counts twice."""
    return len(text.encode("utf-16-le")) // 2
