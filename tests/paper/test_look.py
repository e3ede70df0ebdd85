"""The look comes from the Word base, so a designer's change in Word is seen in preview, print and PDF."""

from dataclasses import replace

import pytest

from app.documents.tree import PaperKind
from app.documents.word.base import STYLES, Base, base_for
from app.errors import PaperError
from app.paper.look import Look, read

USED = (
    "Title Subtitle 章 条の見出し 条 項 号 細号 見出し 段落 番号のある段落 段落の号 段落の細号 表の題 表の見出し 表の文字 体制図の氏名 表の後 "
    "署名の初めの行 署名の行 手書きの行 header footer 空欄 印"
)


def changed(base: Base, old: str, new: str) -> Look:
    """The look after a change of the styles in Word."""
    text = base.parts[STYLES].decode()
    assert old in text
    return read(replace(base, parts={**base.parts, STYLES: text.replace(old, new).encode()}), landscape=False)


@pytest.mark.parametrize("kind", PaperKind)
def test_every_base_has_every_style(kind: PaperKind) -> None:
    look = read(base_for(kind), landscape=False)
    for name in USED.split():
        assert 160 <= look[name].size <= 400 or name == "表の後"
    assert look["空欄"].ground and look.table.head_ground and look.table.rule_colour.startswith("#")


def test_a_regulation_looks_as_its_base_says() -> None:
    look = read(base_for(PaperKind.REGULATION), landscape=False)
    assert (look.width, look.height, look.left, look.top) == (11906, 16838, 1417, 1417)
    assert look.text_width == 9072
    article = look["条"]
    assert (article.font, article.size, article.line) == ("BIZ UD明朝 Medium", 210, 360)
    assert (article.label, article.left, article.label_ends, article.align) == (0, 840, False, "both")
    assert (look["項"].label, look["項"].left, look["項"].label_ends) == (630, 840, True)
    assert look["条の見出し"].keep_next and not article.keep_next
    assert look["章"].font == "BIZ UDゴシック"


def test_landscape_turns_the_page_and_keeps_the_margins() -> None:
    upright, turned = (read(base_for(PaperKind.REGISTER), landscape=landscape) for landscape in (False, True))
    assert (turned.width, turned.height) == (upright.height, upright.width)
    assert turned.width > turned.height
    assert turned.left == upright.left


def test_a_change_in_word_is_followed() -> None:
    base = base_for(PaperKind.REGULATION)
    assert changed(base, '<w:sz w:val="32"/>', '<w:sz w:val="40"/>')["Title"].size == 400
    assert changed(base, 'w:line="360" w:lineRule="atLeast"', 'w:line="360" w:lineRule="auto"')["条"].line == 315
    assert changed(base, 'w:fill="F6EBCF"', 'w:fill="auto"')["空欄"].ground == ""


def test_a_base_without_a_style_is_refused_by_name() -> None:
    look = changed(base_for(PaperKind.REGULATION), 'w:val="条"', 'w:val="第何条"')
    with pytest.raises(PaperError, match=r"regulation\.docx」にスタイル「条」"):
        look["条"]
