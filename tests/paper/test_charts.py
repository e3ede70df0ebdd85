"""体制図 painted: a frame for every box, words inside their frames, and a trunk that leads to each."""

import pytest

from app.documents.tree import Chart
from app.paper.charts import ChartSetter
from app.paper.letters import Letters
from app.paper.look import look_of
from app.paper.marks import Frame, Rule
from app.paper.pages import Pages
from app.paper.strips import Strip
from tests.documents.test_chart import LONG, a_box, drawn
from tests.paper.test_pages import squeezed


def strips(*names: str) -> list[Strip]:
    chart = Chart((a_box("統括責任者"), *(a_box(f"役{n}", name) for n, name in enumerate(names))))
    return ChartSetter(chart, look_of(drawn())).strips()


def frames(strip: Strip) -> list[Frame]:
    return [mark for mark in strip.marks if isinstance(mark, Frame)]


@pytest.mark.parametrize("below", range(1, 10))
def test_a_line_leads_from_the_trunk_to_every_box(below: int) -> None:
    top, *pairs = strips(*["湊 和代", LONG, "", "葛\U000e0100城 𠮷郎"][:below] * 3)[: 1 + (below + 1) // 2]
    assert len(frames(top)) == 1
    middle = frames(top)[0].area.center().x()
    for pair in pairs:
        trunk, *lines = (mark for mark in pair.marks if isinstance(mark, Rule))
        assert trunk.start.x() == trunk.end.x() == pytest.approx(middle, abs=1) and trunk.start.y() == 0
        for frame, line in zip(frames(pair), lines, strict=True):
            assert line.start.y() == line.end.y() == pytest.approx(frame.area.center().y())
            assert line.start.x() in (frame.area.left(), frame.area.right()) and line.end.x() == trunk.start.x()


def test_the_trunk_ends_at_the_last_pair_and_a_box_may_stand_alone() -> None:
    *_, before, last = strips("一", "二", "三")
    rules = [[mark for mark in strip.marks if isinstance(mark, Rule)] for strip in (before, last)]
    assert rules[0][0].end.y() == before.height and rules[1][0].end.y() < last.height
    assert (len(frames(before)), len(frames(last))) == (2, 1)


def test_words_stay_inside_their_frames_however_long() -> None:
    width = look_of(drawn()).text_width
    for strip in strips(LONG * 3, "湊 和代", "", LONG):
        boxes = [frame.area for frame in frames(strip)]
        assert all(0 <= box.left() < box.right() <= width for box in boxes)
        for mark in strip.marks:
            if isinstance(mark, Letters):
                left, top = mark.x + mark.line.naturalTextRect().left(), mark.y
                right, bottom = mark.x + mark.line.naturalTextRect().right(), top + mark.line.height()
                assert any(
                    box.left() <= left and right <= box.right() and box.top() <= top and bottom <= box.bottom()
                    for box in boxes
                )


def test_a_chart_stays_on_one_page_and_reads_as_the_list_does() -> None:
    chart = strips(*["湊 和代"] * 8)
    assert all(strip.keep_next for strip in chart[:-1]) and not chart[-1].keep_next
    document = drawn(a_box("統括責任者"), a_box("点検者", ""), a_box("事務局", LONG))
    assert squeezed(Pages(document).plain_text()).endswith(
        squeezed("点検者〔　　　　〕事務局" + LONG + "製造部　工場長")
    )
