"""The fonts that come with the program, so that a paper looks alike on every computer, and rare kanji of names are there.

Whoever is about to paint calls `load` first; a second call finds the families and does nothing.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from app.errors import PaperError
from app.paper.stage import without_window
from app.paths import FONTS

MINCHO = ("BIZ UDMincho", "Mamoricho Rare Mincho")
GOTHIC = ("BIZ UDGothic", "Mamoricho Rare Gothic")
SHIPPED: Mapping[str, tuple[str, ...]] = {
    "BIZ UDMincho": ("BIZUDMincho-Regular.ttf",),
    "BIZ UDPMincho": ("BIZUDPMincho-Regular.ttf",),
    "BIZ UDGothic": ("BIZUDGothic-Regular.ttf",),
    "BIZ UDPGothic": ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"),
    "Mamoricho Rare Mincho": ("MamorichoRareMincho-Regular.ttf",),
    "Mamoricho Rare Gothic": ("MamorichoRareGothic-Regular.ttf",),
}
# Windows has the same faces under Japanese names, and the Word files ask for them by those.
AS_WORD_SAYS = {"BIZ UD明朝 Medium": MINCHO[0], "BIZ UDゴシック": GOTHIC[0]}
_SHOWN_BY_NOTHING = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}  # control signs and spaces need no glyph
_PICTURES, GETA = {"So", "Sk"}, "〓"
_VARIATION_SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


def load(wanted: Iterable[str] = SHIPPED) -> None:
    """Makes shipped families known to Qt, which is started without a window where nobody has started it.

    Qt keeps each file whole in memory, so the window asks for the families of the screen only; papers ask for all.
    """
    without_window()
    known = set(QFontDatabase.families())
    for family in wanted:
        if family in known:
            continue
        for file in SHIPPED[family]:
            if QFontDatabase.addApplicationFont(str(FONTS / file)) < 0:
                raise PaperError(
                    f"書体のファイル「{file}」を読めませんでした。",
                    "台帳は変わっていません。",
                    "まもり帳を入れ直してください。",
                )


def families(word_name: str) -> list[str]:
    """The families to try, in order, for a font that a Word style names; the shipped ones stand behind any other."""
    gothic = "ゴシック" in word_name or "gothic" in word_name.lower()
    ours = (*GOTHIC, *MINCHO) if gothic else (*MINCHO, *GOTHIC)
    return list(dict.fromkeys((AS_WORD_SAYS.get(word_name, word_name), *ours)))


def font(word_name: str, pixels: int, tracking: int = 0) -> QFont:
    """A font for paper: never hinted, because a hinted letter is as wide as the screen likes it."""
    made = QFont(families(word_name))
    made.setPixelSize(pixels)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return made


def missing_glyphs(text: str) -> str:
    """The characters that no family of ours can show, each once, in the order of their codes."""
    load()
    return "".join(sign for sign in sorted(set(text)) if not _shown(sign))


def with_geta(text: str) -> str:
    """The text with 〓, as a printer sets it, in the place of pictures that we have not: a PDF would drop them without a word.

    It stays as long as it was in the code that Qt counts in. (Letters of other scripts may be in a font of the computer.)
    """
    pictures = {sign for sign in set(text) if unicodedata.category(sign) in _PICTURES and not _shown(sign)}
    return "".join((GETA + "\u200b" * (ord(sign) > 0xFFFF)) if sign in pictures else sign for sign in text)


@cache
def _shown(sign: str) -> bool:
    """Whether one of ours has it, or it needs no shape."""
    if ord(sign) in _VARIATION_SELECTORS or unicodedata.category(sign) in _SHOWN_BY_NOTHING:
        return True
    return any(QRawFont.fromFont(QFont(family)).supportsCharacter(ord(sign)) for family in (*MINCHO, *GOTHIC))
