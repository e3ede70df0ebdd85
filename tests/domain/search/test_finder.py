"""What stands higher among what is found: the text in which the word stands more often, however it is spelled there."""

import pytest

from app.domain.folding import Spellings
from app.domain.search.finder import Finder, Section

SPELLINGS = Spellings((("漏洩", "漏えい"), ("映像", "えいぞう"), ("用水", "ようすい")))


def order(query: str, *texts: str) -> list[str]:
    """The texts as they are found; what counts alike goes by its title, the last first."""
    titles = [f"{len(texts) - n}" for n in range(len(texts))]
    sections = [Section("terms", f"terms:{title}", title, text) for title, text in zip(titles, texts, strict=True)]
    return [hit.text for hit in Finder(sections, SPELLINGS).find(query)]


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
