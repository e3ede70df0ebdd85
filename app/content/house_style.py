"""One way of writing each word: what the bundled texts, the forms and the window must not write, read from resources/house_style.txt.

This is about writing. How a word is found in whatever spelling it was typed is the business of resources/search.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.frontmatter import Fault

TEXTS, FORMS, WINDOW = SCOPES = ("本文", "様式", "画面")
AS_TYPED = "# as typed"
"""Ends a line of a source that lists what owners type, in whatever spelling."""
_NOT_OURS = re.compile(r'source="[^"]*"|\]\([^)]*\)|\A(source:|>) .*')
"""The names of sources and the words of a law are quoted as they are; the targets of links are ids."""
Line = tuple[int, str]


@dataclass(frozen=True)
class Word:
    """A word as it is written here, the forms that are refused, and the longer words in which such a form is right."""

    preferred: str
    refused: tuple[str, ...]
    right_in: tuple[str, ...] = ()
    scopes: frozenset[str] = frozenset(SCOPES)

    def found(self, text: str) -> Iterator[str]:
        """The refused forms in a text."""
        if not any(form in text for form in self.refused):
            return
        right = [match.span() for match in _places((self.preferred, *self.right_in), text)]
        for match in _places(self.refused, text):
            if not any(first <= match.start() and match.end() <= last for first, last in right):
                yield match[0]


def read(path: Path) -> list[Word]:
    """The list, row by row."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [_word(line) for line in lines if line]


def faults(words: Iterable[Word], scope: str, name: str, lines: Iterable[Line]) -> Iterator[Fault]:
    """Every refused form in the lines of one file."""
    here = [word for word in words if scope in word.scopes]
    for number, line in lines:
        text = _NOT_OURS.sub("", line)
        for word in here:
            for form in word.found(text):
                yield Fault(name, number, f"「{form}」は「{word.preferred}」と書きます")


def all_faults(words: Sequence[Word], texts: Path, forms: Path, window: Path, sample: Path) -> Iterator[Fault]:
    """Every refused form in the bundled texts, the forms, the sources of the window, and the sample company."""
    for path in sorted(texts.glob("*/*.md")):
        yield from faults(words, TEXTS, f"{texts.name}/{path.relative_to(texts).as_posix()}", text_lines(path))
    for path in sorted(forms.glob("*.md")):
        if path.stem != "README":
            yield from faults(words, FORMS, f"{forms.name}/{path.name}", text_lines(path))
    for path in sorted(window.rglob("*.py")):
        name = f"{window.name}/{path.relative_to(window).as_posix()}"
        yield from faults(words, WINDOW, name, shown_strings(path.read_text("utf-8")))
    yield from faults(words, WINDOW, f"{sample.parent.name}/{sample.name}", text_lines(sample))


def text_lines(path: Path) -> Iterator[Line]:
    """The lines of a text, numbered."""
    return iter(enumerate(path.read_text("utf-8").splitlines(), 1))


def shown_strings(source: str) -> Iterator[Line]:
    """The strings of a Python source that are not about the code: no docstrings, no comments, nothing that is marked as typed."""
    tree, lines = ast.parse(source), source.splitlines()
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    for string in strings:
        if isinstance(string.value, str) and not lines[string.lineno - 1].endswith(AS_TYPED):
            yield string.lineno, string.value


def _word(line: str) -> Word:
    preferred, refused, *more = (cell.strip() for cell in line.split("|"))
    right_in, scopes = (*more, "", "")[:2]
    return Word(preferred, tuple(refused.split()), tuple(right_in.split()), frozenset(scopes.split() or SCOPES))


def _places(forms: Iterable[str], text: str) -> Iterator[re.Match[str]]:
    """Where any of these stands, the longest first; Latin letters only as a word of their own: there is no PC in PCT."""
    return re.finditer("|".join(map(_pattern, sorted(forms, key=len, reverse=True))), text)


def _pattern(form: str) -> str:
    return rf"(?<![A-Za-z]){re.escape(form)}(?![A-Za-z])" if form.isascii() else re.escape(form)
