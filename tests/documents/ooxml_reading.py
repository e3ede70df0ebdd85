"""What the tests look for inside a Word file."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from app.documents.word.base import W


def parts(data: bytes) -> dict[str, bytes]:
    """Every part by its name."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def tree(data: bytes, part: str = "word/document.xml") -> Any:
    """A part as elements."""
    return etree.fromstring(parts(data)[part])


def every(element: Any, name: str) -> list[Any]:
    """All elements of a name below, in order."""
    return list(element.iter(f"{W}{name}"))


def attribute(element: Any, name: str) -> str:
    """An attribute of Word's own, "" where there is none."""
    return str(element.get(f"{W}{name}", ""))


def text(element: Any) -> str:
    """The letters below an element as Word shows them."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(child.text or "" if child.tag == f"{W}t" else signs.get(child.tag, "") for child in element.iter())


def styled(data: bytes, style: str) -> list[Any]:
    """The paragraphs in a style."""
    return [
        paragraph
        for paragraph in every(tree(data), "p")
        if (mark := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and attribute(mark, "val") == style
    ]


def fields(data: bytes, part: str = "word/document.xml") -> list[str]:
    """What every field of a part asks for."""
    return [(element.text or "").strip() for element in every(tree(data, part), "instrText")]
