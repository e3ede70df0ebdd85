"""What people type in whole sentences: one of the pages that help stands within the first three.

The sixty of colloquial.toml were at hand when the tables were written, the twenty-five of holdout.toml were not. What is missed is
named here, so that a miss that comes or goes is seen.
"""

import tomllib
from pathlib import Path

import pytest

from app import paths
from app.content import forms, library, search
from app.domain.search.finder import Finder

HERE = Path(__file__).parent
MISSED: dict[str, set[str]] = {
    "colloquial": {
        "やめた人が図面もってった",
        "中国の工場に頼みたい",
    },
    "holdout": {
        "図面の束をゴミに出していいの",
        "事務のパートさんが給料の一覧を見てしまった",
        "ラインで図面の写真やりとりしてる",
        "掃除のおばさんも事務所に入るけど大丈夫？",
        "昔の社員が同じ商売を近所で始めた",
        "社長の机の鍵をみんな知ってる",
        "USBメモリは全部禁止にすべき？",
    },
}
AT_LEAST = {"colloquial": 54, "holdout": 17}


@pytest.fixture(scope="module")
def finder() -> Finder:
    texts = search.sections(paths.CONTENT, library.load(paths.CONTENT), forms.load(paths.FORMS))
    return search.finder(paths.SEARCH, texts)


@pytest.mark.parametrize("name", MISSED)
def test_a_page_that_helps_is_within_the_first_three(finder: Finder, name: str) -> None:
    queries = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["query"]
    first = {query["text"]: {hit.link for hit in finder.find(query["text"]).hits[:3]} for query in queries}
    missed = {query["text"] for query in queries if not first[query["text"]] & set(query["wants"])}
    assert missed == MISSED[name]
    assert len(queries) - len(missed) >= AT_LEAST[name]


def test_no_sentence_of_theirs_stands_in_a_table() -> None:
    """The control: the tables hold words, not the answers."""
    tables = "\n".join(path.read_text("utf-8") for path in paths.SEARCH.glob("*.txt"))
    for name in MISSED:
        for query in tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["query"]:
            assert query["text"].replace(" ", "") not in tables
