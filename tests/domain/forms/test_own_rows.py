"""The owner's words of an article as rows: what is typed is kept as typed, and comes back as the parts of a form."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.documents.numbering import KANA
from app.domain.forms import own_rows
from app.domain.forms.body import FormArticle, FormItem, FormParagraph, Piece, RefSlot, ValueSlot, Words
from app.domain.forms.own_rows import DEEPEST, MOST_SUBITEMS, Row
from app.domain.plain_text import clean
from tests.documents.small_forms import sound
from tests.firms import ANYTHING

IDS = st.sampled_from(["", "purpose", "removal", "own-1", "above", "x" * 200])
PIECES: st.SearchStrategy[Piece] = st.one_of(
    ANYTHING.map(clean).map(Words),
    st.sampled_from(["company", "keeper-room", "そんな値はない"]).map(ValueSlot),
    st.builds(RefSlot, IDS, st.booleans()),
)
ROWS = st.lists(st.builds(Row, st.integers(0, DEEPEST), st.lists(PIECES, max_size=4).map(tuple), IDS), max_size=12)


def says(text: str, depth: int = 0, id: str = "") -> Row:
    return Row(depth, (Words(text),), id)


@given(ROWS)
def test_what_is_written_reads_back_the_same(rows: list[Row]) -> None:
    assert own_rows.read(own_rows.written(rows)) == tuple(rows)


@given(ROWS)
def test_rows_become_parts_and_rows_again(rows: list[Row]) -> None:
    settled = own_rows.settled(rows)
    article = FormArticle(id="a", caption="（一）", paragraphs=own_rows.paragraphs(rows))
    again = own_rows.rows_of(article)
    assert [(row.depth, row.pieces) for row in again] == [(row.depth, row.pieces) for row in settled]
    assert [row.id for row in again if not row.id.startswith("a--")] == [row.id for row in settled if row.id]


@given(ROWS)
def test_settled_rows_hang_together(rows: list[Row]) -> None:
    settled = own_rows.settled(rows)
    depths = [row.depth for row in settled]
    assert all(here <= above + 1 for above, here in zip([-1, *depths], depths, strict=False))
    assert own_rows.settled(settled) == settled
    named = [row.id for row in settled if row.id]
    assert len(named) == len(set(named))
    assert [row.pieces for row in settled] == [row.pieces for row in rows if not own_rows.says_nothing(row)]


@given(ANYTHING)
@example("{{ company }}")
@example("[0,[],")
@example('[3,[["text","深すぎる"]],""]')
@example('[0,[["script","x"]],""]')
@example("[" * 100_000)
@example("null")
@example("3")
def test_a_line_in_another_shape_stays_there_as_words(line: str) -> None:
    assert own_rows.read([line]) == (says(line),)


def test_the_shape_of_a_line_in_the_ledger() -> None:
    pieces = (Words("会社の"), ValueSlot("chief"), Words("は"), RefSlot("purpose"), RefSlot("levels", True))
    (line,) = own_rows.written([Row(1, pieces, "own-1")])
    assert json.loads(line) == [
        1,
        [["text", "会社の"], ["value", "chief"], ["text", "は"], ["ref", "purpose"], ["full", "levels"]],
        "own-1",
    ]


def test_deeper_rows_belong_to_the_row_above() -> None:
    rows = [says("一"), says("い", 1), says("ろ", 1), says("甲", 2), says("二"), says("は", 1)]
    first, second = own_rows.paragraphs(rows)
    assert first.items[1].items == (FormItem(pieces=(Words("甲"),)),)
    assert (len(first.items), len(second.items)) == (2, 1)


def test_a_deep_row_without_one_above_it_rises() -> None:
    (paragraph,) = own_rows.paragraphs([says("細号から始まる", 2), says("その下", 2)])
    assert paragraph == FormParagraph(pieces=(Words("細号から始まる"),), items=(FormItem(pieces=(Words("その下"),)),))


def test_there_are_no_more_subitems_than_letters() -> None:
    rows = [says("項"), says("号", 1), *(says(f"細号{n}", 2) for n in range(MOST_SUBITEMS + 2))]
    (paragraph,) = own_rows.paragraphs(rows)
    assert [len(item.items) for item in paragraph.items] == [MOST_SUBITEMS, 1]


def test_letters_of_subitems_are_counted_alike() -> None:
    assert len(KANA) == MOST_SUBITEMS


@pytest.mark.parametrize("blank", ["", " ", "　\n\t"])
def test_rows_that_say_nothing_go(blank: str) -> None:
    assert own_rows.paragraphs([says(blank), Row(0, ())]) == ()
    assert len(own_rows.paragraphs([says(blank), says("文"), says(blank, 1)])) == 1


def test_a_part_without_an_id_is_known_by_its_words() -> None:
    (article,) = sound("## （一） {#one}\n文。\n\n別の文。\n{: #other }\n\n1. 号\n").articles()
    first, other, item = own_rows.rows_of(article)
    assert other.id == "other"
    assert first.id.startswith("one--") and item.id.startswith("one--") and first.id != item.id
    (same,) = sound("## （一） {#one}\n前に足した文。\n\n文。\n").articles()
    assert own_rows.rows_of(same)[1].id == first.id


def test_the_fingerprint_follows_words_and_depth_but_not_ids() -> None:
    plain = own_rows.fingerprint([says("文"), says("号", 1)])
    assert plain == own_rows.fingerprint([says("文", id="x"), says("号", 1, id="y")])
    assert plain != own_rows.fingerprint([says("文"), says("号", 0)])
    assert plain != own_rows.fingerprint([says("文"), says("号。", 1)])


@pytest.mark.parametrize(
    ("place", "step", "order", "here"),
    [
        (0, -1, "abcde", 0),
        (0, 1, "dabce", 1),
        (1, 1, "acbde", 2),
        (2, -1, "acbde", 1),
        (2, 1, "abdce", 3),
        (3, -1, "dabce", 0),
        (3, 1, "abced", 4),
        (4, 1, "abcde", 4),
    ],
)
def test_a_row_moves_with_all_that_is_under_it(place: int, step: int, order: str, here: int) -> None:
    rows = [says("a"), says("b", 1), says("c", 1), says("d"), says("e")]
    moved, now = own_rows.moved(rows, place, step)
    assert "".join(piece.text for row in moved for piece in row.pieces if isinstance(piece, Words)) == order
    assert now == here


@given(ROWS.filter(bool), st.data())
def test_moving_loses_nothing(rows: list[Row], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    moved, here = own_rows.moved(rows, place, data.draw(st.sampled_from([-1, 1])))
    assert moved[here] == rows[place] and sorted(map(repr, moved)) == sorted(map(repr, rows))


def test_signs_that_no_paper_can_hold_are_in_no_row() -> None:
    (line,) = own_rows.written([says("会\x01社\ud800の\x0b定め")])
    assert json.loads(line)[1] == [["text", "会社の\n定め"]]
    assert own_rows.read(['[0,[["text","会\\u0001社\\ud800"]],""]']) == (says("会社"),)
