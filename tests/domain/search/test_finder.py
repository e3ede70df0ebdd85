"""What stands higher among what is found: the text in which the word stands more often, however it is spelled there."""

import pytest

from app.domain.folding import Spellings
from app.domain.search.finder import Finder
from app.domain.search.section import Section

SPELLINGS = Spellings((("漏洩", "漏えい"), ("映像", "えいぞう"), ("用水", "ようすい")))


def order(query: str, *texts: str) -> list[str]:
    """The texts as they are found; what counts alike goes by its title, the last first."""
    titles = [f"{len(texts) - n}" for n in range(len(texts))]
    sections = [Section("terms", f"terms:{title}", title, text) for title, text in zip(titles, texts, strict=True)]
    return [hit.text for hit in Finder(sections, SPELLINGS).find(query).hits]


@pytest.mark.parametrize(
    ("query", "often", "once"),
    [
        ("漏洩", "漏洩と漏えい", "漏洩と金型図"),  # in any spelling
        ("漏えい", "漏洩と漏えい", "漏洩と金型図"),
        ("えい", "漏えいとえいぞう", "漏えいとようすい"),  # pieces that a respelled text no longer has
        ("金型", "金型・金型・金型", "金型・図面・治具"),
    ],
)
def test_the_text_with_more_of_the_word_comes_first(query: str, often: str, once: str) -> None:
    assert len(often) == len(once)
    assert order(query, often, once) == order(query, once, often) == [often, once]


def test_what_has_the_word_as_often_goes_by_its_title() -> None:
    assert order("金型", "金型と図面", "図面と金型") == ["図面と金型", "金型と図面"]


@pytest.mark.parametrize(
    ("query", "alone", "joined"),
    [
        ("退職", "退職の点検", "退職金の点検"),
        ("図面", "古い図面の控え", "古い原図面の控"),
        ("退職", "点検（退職）", "点検退職時間"),
        ("競業", "競業を控える", "競業避止の事"),
    ],
)
def test_a_word_that_stands_alone_comes_before_one_within_a_longer_word(query: str, alone: str, joined: str) -> None:
    assert order(query, alone, joined) == order(query, joined, alone) == [alone, joined]


@pytest.mark.parametrize(
    ("query", "one", "other"), [("退職", "退職した人と", "退職する人の"), ("usb", "usbとmo", "usbやmo")]
)
def test_endings_and_particles_make_no_longer_word(query: str, one: str, other: str) -> None:
    """The control: what counts alike goes by its title."""
    assert order(query, one, other) == [other, one] and order(query, other, one) == [one, other]
