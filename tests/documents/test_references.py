"""References are worded from where they stand, and never in a way that could be misread."""

import pytest

from app.documents.numbering import Place
from app.documents.references import above, wording


def place(article: int, paragraph: int = 0, item: int = 0, subitem: int = 0, *, of: int = 3) -> Place:
    """A place in an article of `of` 項."""
    return Place(article, paragraph, item, subitem, paragraphs=of)


HERE = place(5, 2)
WORDINGS = [
    (place(3), "第3条"),
    (place(4), "前条"),
    (place(6), "次条"),
    (place(5), "本条"),
    (place(3, 2), "第3条第2項"),
    (place(4, 1), "前条第1項"),
    (place(3, 1, of=1), "第3条"),
    (place(4, 1, 2, of=1), "前条第2号"),
    (place(3, 1, 2), "第3条第1項第2号"),
    (place(3, 1, 2, 1), "第3条第1項第2号ア"),
    (place(5, 1), "前項"),
    (place(5, 3), "次項"),
    (place(5, 2), "本項"),
    (place(5, 1, 4), "前項第4号"),
    (place(5, 2, 4), "本項第4号"),
    (place(5, 2, 4, 2), "本項第4号イ"),
    (Place(annex=2, annexes=3), "別紙2"),
    (Place(annex=1, annexes=1), "別紙"),
]


@pytest.mark.parametrize(("target", "words"), WORDINGS)
def test_a_reference_from_the_second_paragraph_of_article_5(target: Place, words: str) -> None:
    assert wording(target, HERE) == words


def test_two_paragraphs_away_the_number_is_written() -> None:
    assert wording(place(5, 1), place(5, 3)) == "第1項"
    assert wording(place(5, 3, 1), place(5, 1)) == "第3項第1号"


def test_between_items_of_one_paragraph() -> None:
    assert wording(place(5, 2, 1), place(5, 2, 2)) == "前号"
    assert wording(place(5, 2, 3), place(5, 2, 2)) == "次号"
    assert wording(place(5, 2, 1), place(5, 2, 3)) == "本項第1号"
    assert wording(place(5, 2, 1), place(5, 2, 2, 1)) == "前号"
    assert wording(place(5, 2, 1, 1), place(5, 2, 2)) == "本項第1号ア"


def test_in_an_article_of_one_paragraph_that_paragraph_is_not_named() -> None:
    here = place(5, 1, of=1)
    assert wording(place(5, 1, of=1), here) == "本条"
    assert wording(place(5, 1, 2, of=1), here) == "本条第2号"


def test_outside_the_articles_and_on_demand_the_whole_address_is_written() -> None:
    assert wording(place(1, 2), Place()) == "第1条第2項"
    assert wording(place(4), HERE, full=True) == "第4条"
    assert wording(place(5, 1, 2), HERE, full=True) == "第5条第1項第2号"


def test_the_brothers_above() -> None:
    assert [above(place(5, 1, item)) for item in (1, 2, 3, 4, 9)] == ["", "前号", "前2号", "前各号", "前各号"]
    assert [above(place(5, paragraph)) for paragraph in (1, 2, 3, 4)] == ["", "前項", "前2項", "前3項"]
