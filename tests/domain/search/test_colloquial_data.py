"""The colloquial queries are well formed, and every page that they want is there. What search makes of them is judged elsewhere."""

import tomllib
from pathlib import Path

import pytest

from app import paths

QUERIES = tomllib.loads((Path(__file__).parent / "colloquial.toml").read_text("utf-8"))["query"]
KINDS = {"worries", "steps", "measures", "terms", "law", "cases"}


def test_there_are_sixty_and_none_twice() -> None:
    assert len({query["text"] for query in QUERIES}) == len(QUERIES) == 60


@pytest.mark.parametrize("query", QUERIES, ids=[query["text"] for query in QUERIES])
def test_every_wanted_page_is_there(query: dict[str, str | list[str]]) -> None:
    assert query.keys() == {"text", "wants", "why"}
    assert query["wants"]
    for link in query["wants"]:
        kind, _, name = link.partition(":")
        assert kind in KINDS or kind == "forms", link
        folder = paths.FORMS if kind == "forms" else paths.CONTENT / kind
        assert (folder / f"{name}.md").is_file(), link
