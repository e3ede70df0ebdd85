"""The contents of the handbook and the case book."""

import pytest

from app import paths
from app.content import library
from app.domain import cases, contents
from app.domain.library import ENTRY_KINDS, Library
from app.domain.words import Purpose, Route


@pytest.fixture(scope="module")
def real() -> Library:
    return library.load(paths.CONTENT)


def test_the_contents_follow_the_handbook(real: Library) -> None:
    titles = [section.title for section in contents.contents(real)]
    assert titles[:7] == [
        "はじめに",
        "A　洗い出し",
        "B　秘密の決定",
        "C　対策の選択",
        "X　社内体制",
        "Y　他社の情報",
        "Z　もしもの時",
    ]
    assert titles[7:] == [*(f"対策　{route.label}" for route in Route), "社内の役", "用語", "相談先", "調査"]


def test_everything_to_read_is_listed_once(real: Library) -> None:
    listed = contents.pages(contents.contents(real))
    assert len(listed) == len(set(listed))
    for kind in ENTRY_KINDS:
        shown = {entry for of, entry in listed if of == kind}
        assert shown == (set() if kind in ("cases", "assets") else set(getattr(real, kind)))


def test_a_chapter_is_in_its_own_order(real: Library) -> None:
    assert [entry.id for entry in contents.chapter(real, "Z").entries][:2] == ["z-overview", "z-signs"]
    of_staff = next(s for s in contents.contents(real) if s.title == "対策　従業員等")
    assert [real.measures[entry.id].code for entry in of_staff.entries][:2] == ["E-1-a", "E-1-b"]


def test_cases_are_found_by_what_was_done(real: Library) -> None:
    def found(**asked: object) -> set[str]:
        return {case.id for case in cases.matching(real, **asked)}  # type: ignore[arg-type]

    assert found() == set(real.cases)
    assert found(measure="work-recording") == {"clothes-care"}
    assert found(route=Route.OUTSIDERS) == {"press-trust", "inc-sns-recruiting"}
    assert found(route=Route.EMPLOYEES, purpose=Purpose.TRUST) == {
        "clothes-care",
        "press-repair",
        "inc-research-mail",
        "inc-sns-recruiting",
    }
    assert found(measure="no-such-measure") == set()
