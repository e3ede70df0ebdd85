"""What is wrong with the body of a text, line by line. Markdown never complains, so this does."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from unicodedata import normalize

from app.content.reading import HEADING, HOUSE, Block, Mark, blocks, is_mark, is_picture, parse_mark, picture_of
from app.domain.advice.figures import NAMES
from app.domain.words import Basis
from app.frontmatter import Fault

SECTIONS = {
    "measures": ("進め方", "小さな会社では", "つまずきやすい所"),
    "assets": ("なぜ大事か", "どこから漏れるか"),
}
"""What every text of a kind must have, by the headings."""
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]*)\)")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_BAD_HEADING = re.compile(r"#(?!# \S)|##\s*\Z|(=+|-{2,})\s*\Z")
_LIST_OR_TABLE = re.compile(r"([-*+]|\d+\.) |\|")
_ARTICLE = r"第[0-9一二三四五六七八九十百]+(条|項|号)"
_SHARE = r"[0-9][0-9.,]*\s*(%|パーセント|割)"
_COUNT = r"[0-9][0-9.,]*\s*(件|社|億|万|千|円|人|か月|ヶ月|日以内|日間)"
_YEARS = r"(?<![0-9])(?<!平成)(?<!令和)(?<!昭和)(?!(19|20)[0-9]{2}年)[0-9]+年"
_FIGURE = re.compile("|".join((_ARTICLE, _SHARE, _COUNT, _YEARS)))
_LAW = re.compile(f"{_ARTICLE}|{_SHARE}")

Ids = Mapping[str, Set[str]]
Wrong = tuple[int, str]


def faults(lines: Sequence[str], first: int, name: str, kind: str, mark: Mark, ids: Ids) -> Iterator[Fault]:
    """Every fault of a body whose first line is line `first` and whose file is marked `mark`."""
    found = list(blocks(lines, first, mark))
    if not any(block.lines for block in found):
        yield Fault(name, first, "本文が空です")
        return
    wrong = [*_lines(lines, first, ids), *_figures(found), *_headings(found, kind)]
    yield from (Fault(name, line, what) for line, what in wrong)


def figure(text: str) -> str:
    """The first figure that would need a source, "" when there is none. Plain dates do not count."""
    match = _FIGURE.search(normalize("NFKC", text))
    return match[0] if match else ""


def unchecked(what: str) -> str:
    """The fault of a figure in a text that nobody has compared with its source."""
    return f"数字「{what}」は、原典と照らしていない（recalled）文には書けません"


def _lines(lines: Sequence[str], first: int, ids: Ids) -> Iterator[Wrong]:
    """What can be seen on a line, knowing its neighbours."""
    around = ["", *lines, ""]
    for place, line in enumerate(lines, 1):
        before, after, number = around[place - 1], around[place + 1], first + place - 1
        if is_mark(line):
            yield from ((number, what) for what in _mark(line, before, after))
        elif is_picture(line):
            yield from ((number, what) for what in _picture(line, before, after))
        elif _BAD_HEADING.match(line):
            yield number, "見出しは「## 」で始まる行だけです"
        elif _LIST_OR_TABLE.match(line) and _is_text(before):
            yield number, "一覧や表の前には、空の行が要ります"
        if _HTML.search(line):
            yield number, "HTML は使えません"
        for image, target in _LINK.findall(line):
            if what := "絵はこの書き方では置けません。{: picture=… } と書きます" if image else _target(target, ids):
                yield number, what


def _is_text(line: str) -> bool:
    """Whether a line belongs to a paragraph: neither empty nor part of a list, a table, a heading, or a mark."""
    return bool(line.strip()) and not (line.startswith((HEADING, " ")) or _LIST_OR_TABLE.match(line) or is_mark(line))


def _mark(line: str, before: str, after: str) -> Iterator[str]:
    if parse_mark(line) is None:
        yield '印が読めません。{: basis=… source="…" } と書きます'
    elif not before.strip() or is_mark(before) or (after.strip() and not before.startswith(HEADING)):
        yield "印は、見出しか段落のすぐ下に置きます"


def _picture(line: str, before: str, after: str) -> Iterator[str]:
    name = picture_of(line)
    if not name:
        yield "絵が読めません。行の初めから {: picture=… } と書きます"
    elif name not in NAMES:
        yield f"絵「{name}」はありません（{'・'.join(sorted(NAMES))} だけです）"
    if before.strip() or after.strip():
        yield "絵の行は、上と下に空の行を置きます"


def _target(target: str, ids: Ids) -> str:
    link, colon, entry = target.partition(":")
    if not colon or link not in ids:
        return f"リンク「{target}」は使えません（{'・'.join(f'{link}:' for link in ids)} だけです）"
    return "" if entry in ids[link] else f"リンクの先「{target}」がありません"


def _figures(found: Sequence[Block]) -> Iterator[Wrong]:
    """No figures in what nobody has checked; no law and no share of anything in what is only our own proposal."""
    for block in found:
        for number, line in enumerate(block.lines, block.line):
            if block.mark.basis is Basis.RECALLED and (what := figure(line)):
                yield number, unchecked(what)
            elif block.mark == Mark(HOUSE, Basis.OURS) and (law := _LAW.search(normalize("NFKC", line))):
                yield number, f"「{law[0]}」には、まもり帳のほかに出典が要ります"


def _headings(found: Sequence[Block], kind: str) -> Iterator[Wrong]:
    for block, following in zip(found, [*found[1:], None], strict=True):
        if block.heading and not block.lines and (following is None or following.heading):
            yield block.line - 1, f"「{block.heading}」の中身がありません"
    have = {block.heading for block in found}
    for heading in SECTIONS.get(kind, ()):
        if heading not in have:
            yield found[0].line, f"「## {heading}」がありません"
