"""The catalogue is whole: 123 measures in the cells of ハンドブック 第3章, the handbook's own and ours told apart."""

import re
from collections import Counter

import pytest

from app import paths
from app.content import library, reading
from app.content.body_checks import SECTIONS
from app.domain.library import Library
from app.domain.words import Purpose, Route

CELLS = {
    Route.EMPLOYEES: (10, 13, 18, 6, 8),
    Route.LEAVERS: (3, 4, 4, 5, 3),
    Route.PARTNERS: (5, 5, 4, 7, 3),
    Route.OUTSIDERS: (10, 5, 6, 4, 0),
}


@pytest.fixture(scope="module")
def entries() -> Library:
    return library.load(paths.CONTENT)


def test_every_cell_has_its_measures(entries: Library) -> None:
    counted = Counter((measure.route, measure.purpose) for measure in entries.measures.values())
    assert {route: tuple(counted[route, purpose] for purpose in Purpose) for route in Route} == CELLS
    assert len(entries.measures) == 123


def test_the_handbooks_own_and_ours_are_told_apart(entries: Library) -> None:
    origins = Counter(measure.origin for measure in entries.measures.values())
    assert origins == {"handbook": 82, "ours": 41}


def test_the_starter_set_is_four(entries: Library) -> None:
    assert sorted(measure.starter for measure in entries.measures.values() if measure.starter) == [1, 2, 3, 4]


def test_there_is_enough_to_start_from(entries: Library) -> None:
    assert len(entries.assets) == 78
    assert len(entries.worries) >= 40
    assert len(entries.trades) == 10
    assert sum(case.id.startswith("inc-") for case in entries.cases.values()) == 19


def test_every_typical_asset_says_in_its_own_words_why_it_matters_and_where_it_leaks(entries: Library) -> None:
    said: dict[str, str] = {}
    for asset in entries.assets:
        found = sentences(entries, asset)
        assert found.keys() == set(SECTIONS["assets"])
        for heading, own in found.items():
            assert 1 <= len(own) <= 3, (asset, heading)
            assert [(sentence, asset, said[sentence]) for sentence in own if sentence in said] == []
            said |= dict.fromkeys(own, asset)


def sentences(entries: Library, asset: str) -> dict[str, list[str]]:
    """The sentences of a typical asset by section, without the links."""
    told: dict[str, str] = {}
    heading = ""
    for passage in reading.read(paths.CONTENT, entries, "assets", asset).passages:
        heading = passage.heading or heading
        if heading:
            told[heading] = told.get(heading, "") + re.sub(r"（→[^）]*\)）|\s", "", passage.markdown)
    return {heading: [sentence for sentence in text.split("。") if sentence] for heading, text in told.items()}
