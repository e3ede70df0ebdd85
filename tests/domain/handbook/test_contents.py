"""The contents of the handbook and the case book."""

from typing import Any

import pytest

from app import paths
from app.content import library
from app.domain.handbook import cases, contents
from app.domain.handbook.library import ENTRY_KINDS, Case, Library
from app.domain.words import Basis, CaseKind, Purpose, Route


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
    assert titles[7:11] == [f"対策　{route.label}" for route in Route]
    lists = [title for _, title, _ in contents.LISTS]
    assert [title for title in lists if title in titles] == titles[11:]


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


def case(case_id: str, **values: Any) -> Case:
    common = {"title": case_id, "source": "報道", "basis": Basis.PUBLIC, "trade": "プレス", "trigger": "漏れた。"}
    return Case(id=case_id, **{**common, "measures": (), **values})


def test_cases_are_found_by_what_was_done() -> None:
    listed = (
        case("old", kind=CaseKind.INCIDENT, year=2015, measures=("mark",), routes=(Route.LEAVERS,)),
        case("new", kind=CaseKind.INCIDENT, year=2022, purposes=(Purpose.TRUST,), routes=(Route.LEAVERS,)),
        case("press", measures=("mark", "lock"), routes=(Route.EMPLOYEES,), purposes=(Purpose.TRUST,)),
    )
    book = Library(cases={one.id: one for one in listed})

    def found(**asked: Any) -> list[str]:
        return [one.id for one in cases.matching(book, **asked)]

    assert found() == ["press", "new", "old"]
    assert found(measure="mark") == ["press", "old"]
    assert found(route=Route.LEAVERS, purpose=Purpose.TRUST) == ["new"]
    assert found(measure="lock", route=Route.LEAVERS) == []
