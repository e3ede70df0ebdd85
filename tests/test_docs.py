"""What the documents for contributors name is there: every file, and every function behind a colon."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent
DOCUMENTS = (
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "app/store/README.md",
    "handbook_content/README.md",
    "forms/README.md",
)
NAMED = re.compile(r"`((?:app|tests|tools|resources|handbook_content|forms)/[\w./-]+?\.(?:py|md|txt|json))(?::(\w+))?`")


def lost(text: str) -> Iterator[str]:
    """The files and functions that a text names and that are not there."""
    for file, name in NAMED.findall(text):
        path = HOME / file
        if not path.is_file():
            yield file
        elif name and name not in defined(path):
            yield f"{file}:{name}"


def defined(path: Path) -> set[str]:
    """What a source file defines, inside its classes too."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_named_is_there(document: str) -> None:
    assert list(lost((HOME / document).read_text("utf-8"))) == []


def test_what_is_not_there_is_found() -> None:
    assert list(lost("`app/nowhere.py` `app/desk.py:change` `app/desk.py:fly`")) == [
        "app/nowhere.py",
        "app/desk.py:fly",
    ]


def test_the_walks_name_something() -> None:
    assert len(NAMED.findall((HOME / "CONTRIBUTING.md").read_text("utf-8"))) > 25


COUNTED = {"困りごと": "worries", "事例": "cases", "法律のページ": "law", "よくある情報": "assets", "対策": "measures"}


@pytest.mark.parametrize("document", ["README.md", "CHANGELOG.md"])
def test_no_more_is_promised_than_there_is(document: str) -> None:
    """One text more must not need a line here; one less must."""
    told = re.findall(rf"(\d+)(?:の|を超える)({'|'.join(COUNTED)})", (HOME / document).read_text("utf-8"))
    there = {word: len(list((HOME / "handbook_content" / kind).glob("*.md"))) for word, kind in COUNTED.items()}
    assert told and [(number, word) for number, word in told if int(number) > there[word]] == []
