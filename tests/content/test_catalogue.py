"""The catalogue is whole: no cell of ハンドブック 第3章 has lost a measure. Adding a file never breaks a test."""

import re
from collections import Counter

import pytest

from app import paths
from app.content import library, reading
from app.content.body_checks import SECTIONS
from app.domain.handbook.library import Library
from app.domain.words import Purpose, Route

AT_LEAST = {
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
    short = {
        (route, purpose): counted[route, purpose]
        for route, least in AT_LEAST.items()
        for purpose, number in zip(Purpose, least, strict=True)
        if counted[route, purpose] < number
    }
    assert short == {}
    assert [sum(least) for least in AT_LEAST.values()] == [55, 19, 24, 25]


def test_outsiders_are_not_asked_for_trust(entries: Library) -> None:
    """信頼関係 is no purpose towards people from outside: the one cell that must stay empty."""
    cells = {(measure.route, measure.purpose) for measure in entries.measures.values()}
    assert (Route.OUTSIDERS, Purpose.TRUST) not in cells


def test_the_handbooks_own_and_ours_are_told_apart(entries: Library) -> None:
    origins = Counter(measure.origin for measure in entries.measures.values())
    assert set(origins) == {"handbook", "ours"}
    assert origins["handbook"] >= 82


def test_the_starter_set_is_four(entries: Library) -> None:
    assert sorted(measure.starter for measure in entries.measures.values() if measure.starter) == [1, 2, 3, 4]


def test_there_is_enough_to_start_from(entries: Library) -> None:
    assert len(entries.assets) >= 78
    assert len(entries.worries) >= 40
    assert len(entries.trades) >= 10
    assert sum(case.id.startswith("inc-") for case in entries.cases.values()) >= 19


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


def test_every_page_of_the_guide_and_every_list_is_reached_from_another_page() -> None:
    texts = {file: file.read_text("utf-8") for file in paths.CONTENT.rglob("*.md")}
    alone = [
        f"{kind}/{file.stem}"
        for kind in ("steps", "checklists")
        for file in sorted((paths.CONTENT / kind).glob("*.md"))
        if not any(other != file and _names(text, kind, file.stem) for other, text in texts.items())
    ]
    assert alone == []


def _names(text: str, kind: str, page: str) -> bool:
    """A link in the text, or the page that a worry opens."""
    return re.search(rf"(?:{kind}|{kind[:-1]}):{re.escape(page)}(?![a-z0-9-])", text) is not None
