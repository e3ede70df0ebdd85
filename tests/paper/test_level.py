"""The level at the head of every page: in a frame, large enough, and heavier the weightier the secret is."""

from dataclasses import replace

import pytest

from app.documents.tree import Document
from app.documents.word import file as word
from app.paper.letters import Letters
from app.paper.look import look_of
from app.paper.marks import Frame
from app.paper.pages import Pages
from tests.documents import ooxml_reading as inside
from tests.documents import samples
from tests.documents.test_word import MADE

TWELVE_POINTS = 240
LEVELS = {
    "top_secret": ("極秘", "区分（極秘）"),
    "secret": ("秘", "区分（秘）"),
    "internal": ("社外秘", "区分（社外秘）"),
}


def marked(level: str, name: str) -> Document:
    return replace(samples.regulation(), level=level, head_left=name)


@pytest.mark.parametrize("level", LEVELS)
def test_every_page_bears_the_level_in_its_frame(level: str) -> None:
    name, style = LEVELS[level]
    pages = Pages(marked(level, name))
    assert look_of(pages.document)[style].size >= TWELVE_POINTS
    for n in range(pages.count):
        marks = [mark for _, mark in pages.marks(n)]
        frames = [mark for mark in marks if isinstance(mark, Frame)]
        assert len(frames) == (2 if level == "top_secret" else 1)
        assert any(isinstance(mark, Letters) and mark.owner.text() == name for mark in marks)
        assert all(frame.area.bottom() + pages._look.header < pages._look.top for frame in frames)


def test_more_ink_for_the_weightier_secret() -> None:
    look = look_of(samples.regulation())
    top, secret, internal = (look[style] for _, style in LEVELS.values())
    assert top.frame_doubled and secret.frame > 2 * internal.frame > 0


def test_a_paper_for_everyone_has_no_frame() -> None:
    assert not [mark for _, mark in Pages(marked("", "")).marks(0) if isinstance(mark, Frame)]


@pytest.mark.parametrize("level", LEVELS)
def test_word_frames_the_level_too(level: str) -> None:
    name, style = LEVELS[level]
    made = word.to_bytes(marked(level, name), MADE)
    header = inside.tree(made, "word/header1.xml")
    (used,) = [inside.attribute(mark, "val") for mark in inside.every(header, "rStyle")]
    styles = {
        inside.attribute(one, "styleId"): one for one in inside.every(inside.tree(made, "word/styles.xml"), "style")
    }
    assert inside.attribute(inside.every(styles[used], "name")[0], "val") == style
    assert inside.every(styles[used], "bdr") and int(inside.attribute(inside.every(styles[used], "sz")[0], "val")) >= 24
    assert name in inside.text(header)
    open_to_all = inside.tree(word.to_bytes(marked("", ""), MADE), "word/header1.xml")
    assert not inside.every(open_to_all, "rStyle")
