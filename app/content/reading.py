"""The body of an entry for reading: passages of Markdown, each with its own source and certainty, and their HTML.

A line `{: basis=… source="…" }` directly under a heading marks the whole section, directly under a paragraph that paragraph;
everything else has the mark of the file. A line `{: picture=… }` of its own stands for a picture. `blocks` is the one place that
understands this; `check` reads with it too.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from types import MappingProxyType

from app.content.library import body
from app.domain.drawing import Picture
from app.domain.handbook.library import Entry, Library
from app.domain.words import Basis

HOUSE = "まもり帳"
HEADING = "## "
_MARK = re.compile(r'\{:\s*basis=([a-z]+)\s+source="([^"]+)"\s*\}\Z')
_PICTURE = re.compile(r"\{: picture=([a-z-]+) \}\Z")
_MEANT = re.compile(r"\s*\{[:：]\s*picture")
_SHOWN = re.compile(r"<p>\{: picture=([a-z-]+) \}</p>")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_SOFT_BREAK = re.compile(r"(?<=[^\x00-\x7f])\n\s*(?=[^\x00-\x7f])")


@dataclass(frozen=True)
class Mark:
    """Where a text comes from, and how sure we are."""

    source: str
    basis: Basis

    @property
    def words(self) -> str:
        """What the reader is told."""
        if self == Mark(HOUSE, Basis.OURS):
            return self.basis.label
        return f"出典：{self.source}　確かさ：{self.basis.label}"


@dataclass(frozen=True)
class Block:
    """Lines without an empty one between them, the first at `line`. `heading` where a section begins with it."""

    line: int
    heading: str
    lines: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True)
class Passage:
    """Text with one mark. `heading` is empty in the lead, and where a section goes on with another mark."""

    heading: str
    markdown: str
    mark: Mark


@dataclass(frozen=True)
class Reading:
    """A whole page to read."""

    title: str
    mark: Mark
    passages: tuple[Passage, ...]


def read(folder: Path, entries: Library, kind: str, entry_id: str) -> Reading:
    """One entry of the library with its body, read from its file."""
    entry: Entry = getattr(entries, kind)[entry_id]
    mark = Mark(entry.source, entry.basis)
    lines = body(folder, kind, entry_id).splitlines()
    return Reading(entry.title, mark, tuple(_passages(blocks(lines, 1, mark))))


def opening(folder: Path, kind: str, entry_id: str) -> str:
    """The first paragraph of a text as plain words: what the thing is, in a sentence or two."""
    first = body(folder, kind, entry_id).split("\n\n", 1)[0]
    return _plain(first)


def without_pictures(markdown: str) -> str:
    """The text alone."""
    return "\n".join(line for line in markdown.splitlines() if not is_picture(line))


def _plain(markdown: str) -> str:
    """The words of a paragraph without the signs of Markdown."""
    markdown = without_pictures(markdown)
    return _LINK.sub(r"\1", markdown).replace("**", "").replace("\n", "")


def own_words(folder: Path, entries: Library, kind: str, entry_id: str) -> tuple[tuple[str, str], ...]:
    """What we ourselves say of a thing, section by section: (heading, plain words). The lead and what has another source stay out."""
    passages = read(folder, entries, kind, entry_id).passages
    return tuple(
        (one.heading, _plain(one.markdown)) for one in passages if one.heading and one.mark == Mark(HOUSE, Basis.OURS)
    )


def blocks(lines: Iterable[str], first: int, mark: Mark) -> Iterator[Block]:
    """The blocks of a body whose first line is line `first` of its file, marked `mark`."""
    here = mark
    for line, run in _runs(lines, first):
        heading = ""
        if run[0].startswith(HEADING):
            heading, here = run.pop(0).removeprefix(HEADING).strip(), mark
            line += 1
            if run and is_mark(run[0]):
                here = parse_mark(run.pop(0)) or mark
                line += 1
        own = parse_mark(run.pop()) if len(run) > 1 and is_mark(run[-1]) else None
        yield Block(line, heading, tuple(run), own or here)


def is_mark(line: str) -> bool:
    """Whether a line was meant as a mark, and not as a picture."""
    return line.lstrip().startswith(("{:", "{：")) and not is_picture(line)


def is_picture(line: str) -> bool:
    """Whether a line was meant as a picture."""
    return bool(_MEANT.match(line))


def picture_of(line: str) -> str:
    """The name of the picture for which a line stands, "" for no such line."""
    match = _PICTURE.match(line)
    return match[1] if match else ""


def pictures(reading: Reading) -> list[str]:
    """The names of the pictures of a page."""
    lines = (line for passage in reading.passages for line in passage.markdown.splitlines())
    return [name for line in lines if (name := picture_of(line))]


def parse_mark(line: str) -> Mark | None:
    """The mark of a line, None where it is not written as it should be."""
    match = _MARK.match(line.strip())
    return Mark(match[2], Basis(match[1])) if match and match[1] in list(Basis) else None


def _runs(lines: Iterable[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not empty, a heading always beginning a new one."""
    run: list[str] = []
    for number, line in enumerate([*lines, ""], first):
        if run and (not line.strip() or line.startswith(HEADING)):
            yield number - len(run), run
            run = []
        if line.strip():
            run.append(line.rstrip())


def _passages(found: Iterable[Block]) -> Iterator[Passage]:
    """Neighbours with the same mark joined, up to the next heading."""
    last: Passage | None = None
    for block in found:
        text = "\n".join(block.lines)
        if last and not block.heading and (block.mark == last.mark or not last.markdown):
            last = replace(last, markdown="\n\n".join(filter(None, (last.markdown, text))), mark=block.mark)
            continue
        if last:
            yield last
        last = Passage(block.heading, text, block.mark)
    if last:
        yield last


def to_html(
    reading: Reading,
    facts: Sequence[tuple[str, str]] = (),
    more: Passage | None = None,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> str:
    """A page as HTML. `facts` (label, Markdown) stand in a box under the lead, `more` is put after the text.

    Headings are paragraphs with a class, because Qt's rich text makes h1 and h2 larger than any size that is asked for.
    A mark is shown under each passage that differs from the page's own, and the page's at the end. Links keep our own scheme
    (`measure:id`). Under a picture stands in words what it shows, for whoever hears it or reads without pictures. Markdown's raw HTML
    is switched off: what looks like a tag is shown as it was typed.
    """
    convert = _converter(pictures)
    lead, *rest = reading.passages
    parts = [f'<p class="title">{escape(reading.title)}</p>', *_passage(convert, lead, reading.mark)]
    if facts:
        rows = "".join(f"<tr><th>{escape(label)}</th><td>{_inline(convert(text))}</td></tr>" for label, text in facts)
        parts.append(f'<table class="facts">{rows}</table>')
    for passage in rest:
        parts += _passage(convert, passage, reading.mark)
    if more:
        parts += _passage(convert, more, more.mark)
    parts.append(f"<hr>{_mark(reading.mark, 'このページ')}")
    return "\n".join(parts)


def _passage(convert: Callable[[str], str], passage: Passage, usual: Mark) -> Iterator[str]:
    if passage.heading:
        yield f'<p class="heading">{escape(passage.heading)}</p>'
    yield convert(passage.markdown)
    if passage.mark != usual:
        yield _mark(passage.mark)


def _mark(mark: Mark, of: str = "") -> str:
    kind = "mark recalled" if mark.basis is Basis.RECALLED else "mark"
    words = f"{of}{'の' if mark.words.startswith('出典') else 'は、'}{mark.words}" if of else mark.words
    return f'<p class="{kind}">{escape(words)}</p>'


def _picture(name: str, picture: Picture) -> str:
    return f'<p class="picture"><img src="picture:{name}"></p><p class="mark">{escape(picture.words)}</p>'


def _converter(pictures: Mapping[str, Picture]) -> Callable[[str], str]:
    """Markdown → HTML, with the pictures that it names. Lines of Japanese are joined without the space that a line break would leave."""
    from markdown import Markdown

    made = Markdown(extensions=["tables"])
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")

    def convert(text: str) -> str:
        html = _SOFT_BREAK.sub("", made.reset().convert(text))
        return _SHOWN.sub(lambda shown: _picture(shown[1], pictures[shown[1]]), html)

    return convert


def _inline(html: str) -> str:
    """The inside of a single paragraph."""
    return html.removeprefix("<p>").removesuffix("</p>")
