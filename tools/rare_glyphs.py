"""Makes the small fonts in resources/fonts that hold what the BIZ UD fonts lack: 𠮷, the rest of JIS X 0213, Vietnamese.

    python tools/rare_glyphs.py MAIN.ttf SOURCE.ttf "Family Name" OUT.ttf        (needs: pip install fonttools)

From SOURCE it keeps only the characters that MAIN has not, under a family name of its own, because a changed font
must not pass for the original. The line height becomes MAIN's, so that one rare character does not push lines apart.
"""

from __future__ import annotations

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT = 1, 2, 3, 4, 5, 6
KEPT_NAMES = (0, 13, 14)  # copyright, licence, where the licence is


def make(main: TTFont, source: TTFont, family: str) -> TTFont:
    keep = set(source.getBestCmap()) - set(main.getBestCmap())
    options = subset.Options(hinting=False, layout_features=["ccmp", "mark", "mkmk"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=keep)
    version = source["name"].getDebugName(VERSION)
    subsetter.subset(source)
    rename(source, family, version)
    take_line_height(source, main)
    return source


def rename(font: TTFont, family: str, version: str) -> None:
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES]
    fresh = {FAMILY: family, STYLE: "Regular", UNIQUE: f"{family} Regular", FULL: family}
    fresh |= {VERSION: f"{version}; subset", POSTSCRIPT: family.replace(" ", "") + "-Regular"}
    for name_id, text in fresh.items():
        names.setName(text, name_id, 3, 1, 0x409)


def take_line_height(font: TTFont, main: TTFont) -> None:
    scale = font["head"].unitsPerEm / main["head"].unitsPerEm
    above, below = round(main["hhea"].ascent * scale), round(main["hhea"].descent * scale)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = above, below, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = above, below, 0
    os2.usWinAscent, os2.usWinDescent = above, -below


if __name__ == "__main__":
    main_path, source_path, family_name, out_path = sys.argv[1:]
    # Without the date of making, so that the same sources give the same bytes.
    make(TTFont(main_path), TTFont(source_path, recalcTimestamp=False), family_name).save(out_path)
