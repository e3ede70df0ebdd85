"""One slip of the finger is forgiven in a long word, two are not, and a word that stands somewhere is left alone."""

import pytest

from app.domain.folding import Spellings
from app.domain.search.finder import Finder
from app.domain.search.section import Section
from app.domain.search.slips import one_slip, written_words

WRITTEN = written_words(["不正競争防止法と、就業規則と、ランサムウェア。", "就業規則。", "金型図"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("就業規足", "就業規則"),  # another letter
        ("不正競争防止方法", "不正競争防止法"),  # one too many
        ("不正競争防法", "不正競争防止法"),  # one too few
        ("就規業則", "就業規則"),  # two that changed places
        ("らんさむうえあ", "らんさむうぇあ"),
        ("就職規約", ""),  # two
        ("金型", ""),  # short: another word
        ("就業", ""),
    ],
)
def test_one_slip_is_forgiven(typed: str, meant: str) -> None:
    assert one_slip(typed, WRITTEN) == meant


def test_of_two_the_more_usual_is_meant() -> None:
    assert one_slip("就業規", {"就業規則": 1}) == ""
    assert one_slip("就業規足", {"就業規定": 1, "就業規則": 2}) == "就業規則"


def test_a_word_that_stands_somewhere_is_not_corrected() -> None:
    texts = ("就業規則を直す", "就業規足という名の会社")
    finder = Finder([Section("terms", f"terms:{n}", "題", text) for n, text in enumerate(texts)], Spellings())
    assert [hit.text for hit in finder.find("就業規足").hits] == [texts[1]]
    assert [hit.text for hit in finder.find("就行規則").hits] == [texts[0]]
    assert finder.find("修行規側は").hits == ()
