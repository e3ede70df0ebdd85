"""Strips on pages: none lost, none torn from what it belongs to, none over the edge."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.paper.strips import Page, Strip, paginate

HEIGHT = 100


def lines(*heights: float, keep: int = 0) -> list[Strip]:
    """Lines of text; the first `keep` of them stay with the next."""
    return [Strip(height, text=f"{n}", keep_next=n < keep) for n, height in enumerate(heights)]


def texts(pages: list[Page]) -> list[list[str]]:
    return [[placed.strip.text for placed in page] for page in pages]


strips = st.lists(
    st.builds(
        Strip,
        height=st.integers(1, 40),
        before=st.integers(0, 30),
        keep_next=st.booleans(),
        new_page=st.integers(0, 9).map(lambda n: n == 0),
    ),
    max_size=60,
)


@given(strips)
def test_every_strip_is_on_a_page_once_in_order_and_inside(stack: list[Strip]) -> None:
    pages = paginate(stack, HEIGHT)
    assert [id(placed.strip) for page in pages for placed in page] == [id(strip) for strip in stack]
    assert all(page[-1].bottom <= HEIGHT for page in pages if page)
    assert all(above.bottom + below.strip.before == below.y for page in pages for above, below in pairwise(page))
    assert all(pages) or not stack
    assert all(not placed.strip.new_page for page in pages for placed in page[1:])


def test_an_empty_paper_is_one_empty_page() -> None:
    assert paginate([], HEIGHT) == [()]


def test_what_keeps_with_the_next_goes_over_together() -> None:
    stack = [*lines(80), *lines(10, 15, 5, keep=2)]
    assert texts(paginate(stack, HEIGHT)) == [["0"], ["0", "1", "2"]]


def test_what_is_too_long_for_a_page_begins_at_once_and_goes_on() -> None:
    stack = [*lines(40), *lines(*[30] * 5, keep=5)]
    assert texts(paginate(stack, HEIGHT)) == [["0", "0", "1"], ["2", "3", "4"]]


def test_a_new_page_is_begun_where_asked() -> None:
    stack = [*lines(10), Strip(10, text="annex", before=20, new_page=True)]
    pages = paginate(stack, HEIGHT)
    assert texts(pages) == [["0"], ["annex"]]
    assert pages[1][0].y == 20


def test_room_above_is_lost_at_the_top_of_a_page_that_was_merely_full() -> None:
    first, second = paginate([Strip(90, before=5), Strip(20, before=30)], HEIGHT)
    assert (first[0].y, second[0].y) == (5, 0)


def test_a_table_begins_each_further_page_with_its_head() -> None:
    head = Strip(10, text="head", keep_next=True)
    rows = [Strip(40, text=f"{n}", head=(head,)) for n in range(4)]
    first, second = paginate([head, *rows], HEIGHT)
    assert texts([first, second]) == [["head", "0", "1"], ["", "2", "3"]]
    assert second[0].strip.height == 10 and second[1].y == 10
