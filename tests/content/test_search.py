"""Search: a reviewed table of queries with what must come first, nothing missed, and the tables of spellings themselves."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.content import forms, library, search
from app.domain.folding import Spellings, plain_fold
from app.domain.search.finder import Finder
from app.domain.search.section import TITLE, Section

QUERIES = [
    line.split("\t")
    for line in (Path(__file__).parent / "search_queries.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def spellings() -> Spellings:
    return search.spellings(paths.SEARCH)


@pytest.fixture(scope="module")
def sections() -> list[Section]:
    entries = library.load(paths.CONTENT)
    return list(search.sections(paths.CONTENT, entries, forms.load(paths.FORMS)))


@pytest.fixture(scope="module")
def finder(sections: list[Section]) -> Finder:
    return search.finder(paths.SEARCH, sections)


@pytest.fixture(scope="module")
def texts(sections: list[Section]) -> dict[str, str]:
    """All that stands in each text, folded without any table of spellings."""
    whole: dict[str, str] = {}
    for section in sections:
        whole[section.link] = whole.get(section.link, "") + "\n" + section.text
    return {link: plain_fold(text) for link, text in whole.items()}


def test_there_are_enough_queries_and_many_of_two_characters() -> None:
    assert len(QUERIES) >= 120
    assert sum(len(query) == 2 for query, _ in QUERIES) >= 40
    assert {len(query) for query, _ in QUERIES} >= set(range(1, 8))


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_what_is_meant_comes_among_the_first_three(finder: Finder, query: str, expected: str) -> None:
    found = finder.find(query).hits
    assert expected in [hit.link for hit in found[:3]]
    assert len(found) == len({(hit.kind, hit.link) for hit in found})


@pytest.mark.parametrize("query", [query for query, _ in QUERIES])
def test_nothing_that_stands_in_a_text_is_missed(texts: dict[str, str], finder: Finder, query: str) -> None:
    """Against a plain look through every section, without any table of spellings."""
    words = plain_fold(query).split()
    plainly = {link for link, text in texts.items() if all(word in text for word in words)}
    assert plainly <= {hit.link for hit in finder.find(query, limit=10_000).hits}


@pytest.mark.parametrize(
    "alike",
    [
        ("持出し", "持ち出し", "もちだし"),
        ("漏えい", "漏洩", "ろうえい", "漏泄"),
        ("USB", "ＵＳＢ", "usb"),
        ("ノウハウ", "ﾉｳﾊｳ", "のうはう"),
        ("見積り", "見積もり"),
        ("取扱い", "取り扱い"),
        ("引継ぎ", "引き継ぎ"),
        ("取引先", "取り引き先", "取引き先", "取り引先"),
        ("取扱者", "取り扱い者", "取扱い者"),
        ("持出し簿", "持ち出し簿", "持出簿"),
    ],
)
def test_spellings_of_one_word_find_the_same(finder: Finder, alike: tuple[str, ...]) -> None:
    found = [[hit.link for hit in finder.find(word).hits] for word in alike]
    assert found[0]
    assert all(Counter(links) == Counter(found[0]) for links in found)


def test_another_word_for_the_same_thing_is_found_behind_the_word_itself(finder: Finder) -> None:
    links = [hit.link for hit in finder.find("設計図").hits]
    assert "assets:cad-models" in links or any("図面" in hit.title for hit in finder.find("設計図").hits)
    assert finder.find("CAD").hits[0].link == "assets:cad-models"


def test_the_hit_is_shown_in_its_sentence_with_the_words_marked(finder: Finder, spellings: Spellings) -> None:
    for query, _ in QUERIES:
        for hit in finder.find(query).hits[:5]:
            assert hit.excerpt
            for start, end in hit.marks:
                assert 0 <= start < end <= len(hit.excerpt)
                assert spellings.fold(hit.excerpt[start:end]), (query, hit.link)


@given(st.text(max_size=40))
def test_any_query_is_answered(query: str) -> None:
    finder = Finder(
        [Section("terms", "terms:a", "金型", "金型", TITLE), Section("terms", "terms:a", "金型", "ﾌﾟﾚｽの㈱金型。")],
        Spellings((("持出", "持ち出"),), (("金型", "型"),)),
    )
    for hit in finder.find(query).hits:
        assert hit.excerpt is not None and hit.marks is not None


@given(st.text())
def test_every_folded_letter_leads_back_to_the_one_that_was_written(text: str) -> None:
    folded, places = Spellings((("漏洩", "漏えい"),)).positions(text)
    assert len(folded) == len(places)
    assert all(0 <= place < len(text) for place in places)
    assert places == sorted(places)


def test_the_tables_have_no_word_twice(spellings: Spellings) -> None:
    words = [plain_fold(word) for group in spellings.groups for word in group[1:]]
    assert [word for word, n in Counter(words).items() if n > 1] == []
    firsts = {plain_fold(group[0]) for group in spellings.groups}
    assert firsts & set(words) == set(), "a word that stands for a group is itself respelled"


def test_what_stands_for_a_picture_is_not_found(sections: list[Section]) -> None:
    assert [section.link for section in sections if "{:" in section.text] == []
