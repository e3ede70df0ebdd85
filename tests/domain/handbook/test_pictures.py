"""The pictures of the reading pages say what the word lists say, and every one stands on a page."""

from app import paths
from app.content import reading
from app.domain.advice.figures import NAMES
from app.domain.drawing import boxes
from app.domain.handbook.pictures import NUMBERS, PICTURES, STAGES
from app.domain.words import Purpose
from tests import firms


def test_the_five_purposes_have_the_handbook_s_numbers_and_each_stands_against_one_stage() -> None:
    assert [f"{NUMBERS[purpose]}{purpose.label[:2]}" for purpose in Purpose] == [
        "①接近",
        "②持出",
        "③視認",
        "④認識",
        "⑤信頼",
    ]
    assert {purpose for *_, purpose in STAGES} == set(Purpose)
    for name in ("purposes", "stages"):
        titles = [box.title for box in boxes(PICTURES[name].part)]
        assert [titles.count(f"{NUMBERS[purpose]} {purpose.label}") for purpose in Purpose] == [1] * 5


def test_the_flow_has_every_step() -> None:
    titles = [box.title[0] for box in boxes(PICTURES["flow"].part)]
    assert titles == ["A", "B", "C", "X", "Y", "Z"]


def test_every_picture_stands_on_a_page() -> None:
    library = firms.library()
    named = {
        name for step in library.steps for name in reading.pictures(reading.read(paths.CONTENT, library, "steps", step))
    }
    assert named == NAMES
