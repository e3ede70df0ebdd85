"""媒体 and 置き場所 as lines: what is shown can be typed back, and no place is lost by editing beside it."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger import places
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Place
from app.domain.words import Medium

ASSET = Asset(id="a")


def kept(*rows: tuple[Medium, str]) -> list[Place]:
    return [Place(id=f"p{n}", asset="a", medium=medium, where=where) for n, (medium, where) in enumerate(rows)]


def line(rows) -> str:
    return places.places_text(Company(on=date.today()).after(rows), ASSET)


def new_id():
    numbers = count()
    return lambda: f"new{next(numbers)}"


def pairs(rows) -> list[tuple[Medium, str]]:
    return [(row.medium, row.where) for row in rows]


def test_one_place_speaks_of_every_medium():
    rows = kept((Medium.DATA, "共有"), (Medium.PAPER, "共有"))
    assert line(rows) == "共有"
    changed = places.with_places("a", rows, "設計室", new_id())
    assert pairs(changed.rows) == [(Medium.PAPER, "設計室"), (Medium.DATA, "設計室")]
    assert {row.id for row in changed.rows} == {"p0", "p1"}


def test_a_place_with_a_stroke_in_it_stays_whole():
    rows = kept((Medium.PAPER, "金型庫"), (Medium.DATA, "共有"))
    changed = places.with_places("a", rows, "紙：金型庫／B棚／電子：共有", new_id())
    assert pairs(changed.rows) == [(Medium.PAPER, "金型庫／B棚"), (Medium.DATA, "共有")]


def test_one_medium_may_lie_at_two_places():
    rows = kept((Medium.PAPER, "金型庫"), (Medium.PAPER, "現場"))
    assert line(rows) == "紙：金型庫／紙：現場"
    changed = places.with_places("a", rows, "紙：金型庫／紙：事務所", new_id())
    assert [(row.id, row.where) for row in changed.rows] == [("p0", "金型庫"), ("p1", "事務所")]


def test_one_place_typed_over_several_leaves_one_row_a_medium():
    rows = kept((Medium.PAPER, "金型庫"), (Medium.PAPER, "現場"), (Medium.DATA, "共有"))
    assert pairs(places.with_places("a", rows, "事務所", new_id()).rows) == [
        (Medium.PAPER, "事務所"),
        (Medium.DATA, "事務所"),
    ]


def test_a_medium_that_is_not_named_is_left_without_a_place():
    rows = kept((Medium.PAPER, "金型庫"), (Medium.DATA, "共有"))
    changed = places.with_places("a", rows, "紙：金型庫", new_id()).rows
    assert pairs(changed) == [(Medium.PAPER, "金型庫"), (Medium.DATA, "")]
    assert line(changed) == "紙：金型庫"


def test_a_place_without_a_medium_is_taken_for_data_as_a_guess():
    changed = places.with_places("a", [], "共有", new_id())
    assert pairs(changed.rows) == [(Medium.DATA, "共有")] and changed.guessed


def test_a_new_medium_takes_over_the_place_that_all_others_share():
    changed = places.with_media("a", kept((Medium.DATA, "設計室")), "紙", new_id())
    assert pairs(changed.rows) == [(Medium.PAPER, "設計室")]


def test_media_cannot_be_emptied_while_there_is_a_place():
    assert places.with_media("a", kept((Medium.DATA, "設計室")), "", new_id()).problem
    assert places.with_media("a", kept((Medium.DATA, "")), "", new_id()) == places.Parsed()


@pytest.mark.parametrize("text", ["紙と電子", "紙、電子", "紙・電子", "紙 データ", "書類／PC"])
def test_media_are_read_as_people_write_them(text):
    assert pairs(places.with_media("a", [], text, new_id()).rows) == [(Medium.PAPER, ""), (Medium.DATA, "")]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("紙媒体", Medium.PAPER),
        ("紙ファイル", Medium.PAPER),
        ("印刷物", Medium.PAPER),
        ("電子データ", Medium.DATA),
        ("ＰＤＦファイル", Medium.DATA),
        ("excel", Medium.DATA),
        ("サーバー", Medium.DATA),
        ("試作品", Medium.THING),
    ],
)
def test_a_medium_is_read_in_the_words_of_owners_own_sheets(text, medium):
    assert [row.medium for row in places.with_media("a", [], text, new_id()).rows] == [medium]


@pytest.mark.parametrize("text", ["ファイル", "図面", "媒体", "石板"])
def test_a_word_that_may_mean_either_is_not_guessed(text):
    assert places.with_media("a", [], text, new_id()).problem


def test_a_place_that_begins_like_a_medium_of_theirs_stays_whole():
    rows = kept((Medium.DATA, ""))
    assert pairs(places.with_places("a", rows, "サーバー：共有／図面", new_id()).rows) == [
        (Medium.DATA, "サーバー：共有／図面")
    ]


def test_an_unknown_medium_is_named():
    assert "石板" in places.with_media("a", [], "紙・石板", new_id()).problem


WHERE = st.text("共有金型庫A棚 1／-", max_size=8).map(str.strip)


@given(st.lists(st.tuples(st.sampled_from(Medium), WHERE), max_size=5, unique=True))
def test_the_line_as_shown_changes_nothing_when_it_is_typed_back(rows):
    before = kept(*rows)
    shown = line(before)
    after = places.with_places("a", before, shown, new_id()).rows
    assert line(after) == shown
    assert {(row.medium, row.where) for row in after if row.where} == {pair for pair in pairs(before) if pair[1]}
