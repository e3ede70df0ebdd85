"""A drawing and its words are the same values: whatever stands in a box is heard."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.drawing import Box, Column, Frame, Grid, Part, Picture, Row, Tone, boxes, said

WORDS = st.sampled_from(["鍵", "印を付ける", "記録", "<b>太字</b>", "髙﨑𠮷"])
BOXES = st.builds(Box, WORDS, st.lists(WORDS, max_size=2).map(tuple), st.sampled_from(Tone))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    across, down = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    some = st.lists(BOXES, min_size=across, max_size=across).map(tuple)
    lines = draw(st.lists(some, min_size=down, max_size=down).map(tuple))
    sides = draw(st.just(()) | st.lists(BOXES, min_size=down, max_size=down).map(tuple))
    return Grid(draw(some), lines, sides, arrows=draw(st.booleans()))


def around(inner: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(Row, several, st.booleans())
        | st.builds(Column, several, st.booleans())
        | st.builds(Frame, WORDS, inner)
    )


DRAWINGS: st.SearchStrategy[Part] = st.recursive(BOXES | grids(), around, max_leaves=6)


@given(DRAWINGS)
def test_whatever_stands_in_a_box_is_heard(part: Part) -> None:
    words = said(part)
    for box in boxes(part):
        assert all(word in words for word in (box.title, *box.words))


def test_arrows_are_heard_as_an_order_and_what_has_none_is_not() -> None:
    two = (Box("洗い出し"), Box("決定", ("秘密にするか。",)))
    assert said(Row(two, arrows=True)) == "洗い出し → 決定（秘密にするか）"
    assert said(Row(two)) == "洗い出し、決定（秘密にするか）"
    assert said(Frame("流れ", Column(two))) == "流れ［洗い出し。決定（秘密にするか）］"


def test_a_grid_is_heard_line_by_line_or_heading_by_heading() -> None:
    heads, cells = (Box("鍵"), Box("印")), (Box("1/2"), Box("空いています"))
    assert said(Grid(heads, (cells,), (Box("取引先"),))) == "取引先：鍵 1/2、印 空いています"
    assert said(Grid(heads, (cells,), arrows=True)) == "鍵には、1/2 → 印には、空いています"
    assert Picture("地図", Box("鍵")).words == "図「地図」：鍵。"
