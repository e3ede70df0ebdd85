"""What the program stands on: a Qt that counts references right, locked packages, and fonts with every kanji of a name."""

import re
import sys
import tomllib
from pathlib import Path

import PySide6
import pytest
from packaging.requirements import Requirement
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout
from PySide6.QtWidgets import QLabel

HOME = Path(__file__).resolve().parent.parent
FONTS = HOME / "resources" / "fonts"
LOCKS = [HOME / "requirements.lock", HOME / "requirements-dev.lock"]
PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))

GOTHIC = ("BIZUDPGothic-Regular.ttf", "MamorichoRareGothic-Regular.ttf")
MINCHO = ("BIZUDPMincho-Regular.ttf", "MamorichoRareMincho-Regular.ttf")
PAIRS = [
    GOTHIC,
    ("BIZUDPGothic-Bold.ttf", GOTHIC[1]),
    ("BIZUDGothic-Regular.ttf", GOTHIC[1]),
    MINCHO,
    ("BIZUDMincho-Regular.ttf", MINCHO[1]),
]


# Qt


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on, None cannot run out")
def test_calls_that_return_nothing_do_not_use_up_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(300):
        label.setText("あ")
    assert sys.getrefcount(None) > before - 50


def test_qt_is_the_version_that_was_measured():
    wanted = next(line for line in PROJECT["project"]["dependencies"] if line.startswith("PySide6-Essentials"))
    assert wanted == f"PySide6-Essentials=={PySide6.__version__}"


# the lock files


def locked(lock: Path) -> dict[str, str]:
    """Name and version of each package a lock file names."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ \\]+)", lock.read_text("utf-8"), re.M))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_hash_and_no_address(lock):
    text = lock.read_text("utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.M)[1:]
    assert len(entries) == len(locked(lock)) > 10
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|--index|--find-links| @ ", text)


def test_the_locks_keep_what_the_project_asks_for():
    run, dev = map(locked, LOCKS)
    for lock, lines in ((run, PROJECT["project"]["dependencies"]), (dev, PROJECT["dependency-groups"]["dev"])):
        for wanted in map(Requirement, lines):
            assert wanted.specifier.contains(lock[wanted.name.lower()]), wanted.name
    assert run.items() <= dev.items(), "the tests must run on the versions the program runs on"


# fonts


def kanji() -> set[str]:
    """The kanji of JIS X 0213, all four levels, read off its EUC code: two bytes for plane 1, three for plane 2."""
    found = set()
    for lead in range(0xA1, 0xFF):
        for trail in range(0xA1, 0xFF):
            for code in (bytes([lead, trail]), bytes([0x8F, lead, trail])):
                text = code.decode("euc_jis_2004", "ignore")
                found |= {c for c in text if ord(c) >= 0x3400 and c.isalpha()}
    return found


def missing(characters: set[str], *fonts: str) -> str:
    raw = [QRawFont(str(FONTS / font), 12) for font in fonts]
    assert all(font.isValid() for font in raw)
    return "".join(c for c in sorted(characters) if not any(font.supportsCharacter(ord(c)) for font in raw))


@pytest.mark.parametrize(("main", "rare"), PAIRS, ids=lambda name: name.removesuffix(".ttf"))
def test_each_font_with_its_helper_has_every_kanji_of_a_japanese_name(qapp, main, rare):
    every = kanji()
    assert len(every) > 10_000
    assert missing(set("髙﨑①㈱〔〕　―…々"), main) == ""
    assert missing({"𠮷"}, main) == "𠮷", "the helper font is no longer needed"
    assert missing(every | set("髙﨑𠮷") | set("NguyễnVănĐứcẨƯƠ"), main, rare) == ""


@pytest.mark.parametrize("pair", [GOTHIC, MINCHO], ids=["gothic", "mincho"])
def test_a_rare_kanji_is_drawn_by_the_helper_without_a_taller_line(qapp, pair):
    families = []
    for name in pair:
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONTS / name)))
    font = QFont()
    font.setFamilies(families)

    def lay(text: str) -> QTextLayout:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout

    name = lay("髙﨑𠮷田")
    drawn = [(run.rawFont().familyName(), glyph) for run in name.glyphRuns() for glyph in run.glyphIndexes()]
    assert 0 not in [glyph for _, glyph in drawn], "an empty box"
    assert [family for family, _ in drawn].count(families[1]) == 1
    assert name.lineAt(0).height() == lay("高崎吉田").lineAt(0).height()


def test_each_font_has_its_licence_beside_it():
    third_party = (HOME / "THIRD_PARTY.md").read_text("utf-8")
    licences = sorted(path.name for path in FONTS.glob("OFL-*.txt"))
    assert all("SIL OPEN FONT LICENSE Version 1.1" in (FONTS / name).read_text("utf-8") for name in licences)
    assert all(name in third_party for name in licences)
    for font in FONTS.glob("*.ttf"):
        assert font.stem.split("-")[0] in third_party
        assert font.stat().st_size < 6_000_000


def test_what_the_parts_do_not_bring_along_stands_beside_the_fonts_words():
    third_party, licences = (HOME / "THIRD_PARTY.md").read_text("utf-8"), HOME / "resources" / "licences"
    sqlcipher = (licences / "SQLCipher.txt").read_text("utf-8")
    assert "ZETETIC LLC" in sqlcipher and sqlcipher.endswith("POSSIBILITY OF SUCH DAMAGE.\n")
    locked = re.findall(r"^([a-z0-9-]+)==", (HOME / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert [name for name in locked if name not in third_party.lower()] == []
