"""The bundled texts as sections for search, and the reviewed tables of spellings and of words for the same thing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.content.reading import read, without_pictures
from app.domain.folding import Spellings, read_groups
from app.domain.forms.body import FormArticle, FormParagraph, Part, Words, children
from app.domain.forms.form import Form
from app.domain.handbook.library import ENTRY_KINDS, Case, Entry, Library, Measure, Statistic, Term
from app.domain.search.finder import Finder
from app.domain.search.section import HEADING, KINDS, LEAD, TEXT, TITLE, Section
from app.domain.search.sentence import Grammar

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"^\s*(?:[-*]|\d+\.|#+|\|)\s*|\*\*|\|", re.MULTILINE)


def spellings(folder: Path) -> Spellings:
    """The tables of words in resources/search."""
    return Spellings(read_groups(_lines(folder, "spellings")), read_groups(_lines(folder, "synonyms")))


def finder(folder: Path, texts: Iterable[Section]) -> Finder:
    """A finder in these texts that knows the tables of resources/search."""
    words = spellings(folder)
    return Finder(texts, words, grammar(folder, words))


def grammar(folder: Path, spellings: Spellings) -> Grammar:
    """How a sentence falls into words, by the tables of resources/search."""
    endings = (ending for line in _lines(folder, "endings") for ending in line.partition("#")[0].split())
    return Grammar(spellings, read_groups(_lines(folder, "stems")), endings)


def _lines(folder: Path, name: str) -> list[str]:
    return (folder / f"{name}.txt").read_text("utf-8").splitlines()


def sections(folder: Path, library: Library, forms: Mapping[str, Form]) -> Iterator[Section]:
    """Every text that can be found, entry by entry."""
    for kind in (kind for kind in ENTRY_KINDS if kind in KINDS):
        for entry in getattr(library, kind).values():
            yield from _entry(folder, library, kind, entry)
    for form in forms.values():
        yield from _form(form)


def _entry(folder: Path, library: Library, kind: str, entry: Entry) -> Iterator[Section]:
    link = f"{kind}:{entry.id}"
    yield Section(kind, link, entry.title, entry.title, TITLE)
    for line in _head_lines(entry):
        yield Section(kind, link, entry.title, line, HEADING)
    for number, passage in enumerate(read(folder, library, kind, entry.id).passages):
        if passage.heading:
            yield Section(kind, link, entry.title, passage.heading, HEADING)
        yield Section(kind, link, entry.title, _plain(passage.markdown), TEXT if number else LEAD)


def _head_lines(entry: Entry) -> Iterator[str]:
    """What stands in a head and is worth finding."""
    match entry:
        case Term():
            yield from (entry.reading, *entry.also)
        case Measure():
            yield from filter(None, (entry.training, entry.check, entry.poster))
        case Case():
            yield from filter(None, (entry.trade, entry.trigger, entry.method, *entry.outcome))
        case Statistic():
            yield from entry.rows
        case _:
            return


def _form(form: Form) -> Iterator[Section]:
    link = f"forms:{form.id}"
    yield Section("forms", link, form.title, form.title, TITLE)
    yield Section("forms", link, form.title, form.use, LEAD)
    for part in form.parts:
        if isinstance(part, FormArticle):
            yield Section("forms", link, form.title, part.caption.strip("（）"), HEADING)
            for paragraph in part.paragraphs:
                yield Section("forms", link, form.title, _words(paragraph), TEXT)


def _words(part: Part) -> str:
    """A 項 with its 号 as one text; slots are left out."""
    pieces = getattr(part, "pieces", ())
    own = "".join(piece.text for piece in pieces if isinstance(piece, Words))
    below = [_words(child) for child in children(part)]
    return "\n".join(filter(None, (own, *below))) if isinstance(part, FormParagraph) else " ".join([own, *below])


def _plain(markdown: str) -> str:
    """Markdown without its signs, for search only."""
    return _SIGNS.sub("", _LINK.sub(r"\1", without_pictures(markdown)))
