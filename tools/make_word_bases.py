"""Makes resources/word/*.docx, the looks of the papers, from the readable XML in tools/word_bases/.

    python tools/make_word_bases.py

That folder is a Word file unpacked, with $words where the kinds of paper differ; LOOKS below fills them in. Run it only to
start the looks anew: what a designer changed in Word lives in the .docx files and would be lost. The program reads styles by
their name (章, 条, 項, 号 …) and lists through the style that uses them, so a file that Word saved again works as well.
"""

from pathlib import Path
from string import Template
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HOME = Path(__file__).resolve().parent
PARTS = HOME / "word_bases"
TARGET = HOME.parent / "resources" / "word"
MINCHO, GOTHIC = "BIZ UD明朝 Medium", "BIZ UDゴシック"
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'


class Look(NamedTuple):
    """How one kind of paper differs from the others. Lengths in twips (1/20 pt), sizes of letters in half points."""

    name: str
    font: str = MINCHO
    heading: str = GOTHIC
    size: int = 21
    cell: int = 19
    cell_line: int = 280
    title: int = 32
    line: int = 360
    gap: int = 0
    page: str = PORTRAIT
    top: int = 1417
    bottom: int = 1417
    side: int = 1417


LOOKS = {
    "regulation": Look("規程"),
    "contract": Look("契約書", gap=120),
    "pledge": Look("誓約書", title=34, gap=100),
    "register": Look(
        "台帳", font=GOTHIC, size=20, cell=17, title=28, line=320, page=LANDSCAPE, top=1191, bottom=1247, side=1021
    ),
    # For people who read little Japanese: large letters, also in the table.
    "summary": Look(
        "やさしい要約",
        font=GOTHIC,
        size=24,
        cell=24,
        cell_line=290,
        title=34,
        line=370,
        gap=20,
        top=1134,
        bottom=1021,
        side=794,
    ),
    "notice": Look("通知・掲示", font=GOTHIC, size=22, cell=19, title=36, line=400, gap=60),
}


def make(look: Look) -> dict[str, bytes]:
    """The parts of one base file, the list of content types first, as Word writes it."""
    files = sorted(path for path in PARTS.rglob("*") if path.is_file())
    return {
        path.relative_to(PARTS).as_posix(): Template(path.read_text("utf-8")).substitute(look._asdict()).encode()
        for path in files
    }


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for kind, look in LOOKS.items():
        with ZipFile(TARGET / f"{kind}.docx", "w", ZIP_DEFLATED) as base:
            for name, data in make(look).items():
                base.writestr(ZipInfo(name), data, ZIP_DEFLATED)  # a ZipInfo of its own has the year 1980, not today


if __name__ == "__main__":
    main()
