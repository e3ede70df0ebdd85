"""Letters: every character of a name has a shape, and the owner hears of those that have none."""

from dataclasses import replace

from PySide6.QtGui import QFontDatabase, QTextLayout

from app.paper import fonts
from app.paper.fonts import GOTHIC, MINCHO, SHIPPED, missing_glyphs, with_geta
from app.paper.layout import strips_of
from app.paper.letters import Letters, Run, set_lines
from app.paper.look import look_of
from app.paper.writers import told_missing
from tests.documents import samples


def test_all_shipped_families_are_there_and_a_second_call_adds_nothing() -> None:
    before = QFontDatabase.families()
    fonts.load()
    assert QFontDatabase.families() == before
    assert set(SHIPPED) <= set(before)


def test_a_name_with_rare_kanji_misses_nothing() -> None:
    assert missing_glyphs("株式会社A&B<精密>製作所　髙﨑𠮷郎、葛\U000e0100子、Nguyễn Văn Đức ①㈱\n\t") == ""


def test_each_missing_character_is_named_once() -> None:
    assert missing_glyphs("金型😀한국😀") == "국한😀"
    told = told_missing(replace(samples.notice(), foot="金型😀한국😀"))
    assert "국한😀" in told and told_missing(samples.notice()) == ""


def test_a_picture_that_no_font_has_becomes_a_geta_and_no_letter_does() -> None:
    assert with_geta("家族👨‍👩‍👧の☃️会").count("〓") == 3, "the snowman is ours"
    assert with_geta("①㈱髙﨑𠮷한국〓™") == "①㈱髙﨑𠮷한국〓™"
    for text in ("家族👨‍👩‍👧の会", "👍🏽", "☃"):
        assert len(with_geta(text).encode("utf-16-le")) == len(text.encode("utf-16-le")), "places stay"


def test_a_font_named_in_word_comes_first_and_ours_stand_behind_it() -> None:
    assert fonts.families("BIZ UD明朝 Medium") == [*MINCHO, *GOTHIC]
    assert fonts.families("BIZ UDゴシック") == [*GOTHIC, *MINCHO]
    assert fonts.families("游明朝") == ["游明朝", *MINCHO, *GOTHIC]
    assert fonts.families("MS Gothic") == ["MS Gothic", *GOTHIC, *MINCHO]


def test_no_paper_shows_an_empty_box() -> None:
    for sample in samples.ALL:
        document = sample()
        marks = [mark for strip in strips_of(document, look_of(document)) for mark in strip.marks]
        runs = [run for mark in marks if isinstance(mark, Letters) for run in mark.line.glyphRuns()]
        drawn = [(run.rawFont().familyName(), glyph) for run in runs for glyph in run.glyphIndexes()]
        assert 0 not in [glyph for _, glyph in drawn]
        assert {family for family, _ in drawn} <= {*MINCHO, *GOTHIC}


def test_an_empty_box_would_be_seen() -> None:
    layout = QTextLayout("\ue000", fonts.font(MINCHO[0], 210))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    assert 0 in [glyph for run in line.glyphRuns() for glyph in run.glyphIndexes()]


def test_control_characters_show_nothing_rather_than_a_box() -> None:
    style = look_of(samples.contract())["段落"]
    text = "".join(map(chr, (*range(32), *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x2028, 0x202F), 0xFEFF)))
    lines = set_lines([Run(f"金{text}型")], style, 9000)
    assert 0 not in [glyph for line in lines for _, glyph in line.letters.glyphs()]
    assert lines[-1].text.endswith("型")
