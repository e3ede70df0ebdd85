"""What is sound in a paper: numbers without a gap, references that find their clause, words that are defined.

The references are read back by an interpreter of its own (前条, 次項, 本項第2号 …), not by the code that words them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.documents.checks import wording as wording_checks
from app.documents.tree import Article, Chapter, Document, Heading, Inline, Item, Prose, Ref, Text, plain
from tests.documents.small_company import all_forms

KANA = "アイウエオカキクケコ"
ANNOUNCED = ("次に掲げる", "次の各号")
OF_A_LAW = re.compile(r"法第[0-9]+条(?:及び第[0-9]+条)*")
TYPED = re.compile(r"第[0-9一二三四五六七八九十]+[条項号]|[次同][条項号]|別紙")
DEFINED = re.compile(r"以下(?:これらを)?「([^」]+)」")
Address = tuple[int, int, int, int]


def check(document: Document) -> None:
    numbers_follow_each_other(document)
    every_reference_leads_to_its_clause(document)
    for words in texts(document):
        assert words.strip()
        assert not TYPED.search(OF_A_LAW.sub("", words))
        assert "{{" not in words
    lists_are_announced_and_announcements_kept(document)
    words_are_defined(document)
    assert list(wording_checks.unsound([document])) == []


def numbers_follow_each_other(document: Document) -> None:
    articles = list(document.articles())
    assert [article.label for article in articles] == [f"第{n}条" for n in range(1, len(articles) + 1)]
    chapters = [block for block in document.blocks if isinstance(block, Chapter)]
    assert [chapter.label for chapter in chapters] == [f"第{n}章" for n in range(1, len(chapters) + 1)]
    pairs = zip(document.blocks, document.blocks[1:], strict=False)
    assert not any(isinstance(one, Chapter) and not isinstance(next_one, Article) for one, next_one in pairs)
    for article in articles:
        labels = [paragraph.label for paragraph in article.paragraphs]
        assert labels == ["", *(str(n) for n in range(2, len(labels) + 1))]
        for paragraph in article.paragraphs:
            items_follow(paragraph.items, lambda n: f"({n})")
    annexes = [block.title for block in document.blocks if isinstance(block, Heading) and block.new_page]
    named = [f"別紙{n}" for n in range(1, len(annexes) + 1)] if len(annexes) > 1 else ["別紙"] * len(annexes)
    assert [title.partition("　")[0] for title in annexes] == named


def items_follow(items: tuple[Item, ...], label: Callable[[int], str]) -> None:
    assert [item.label for item in items] == [label(n) for n in range(1, len(items) + 1)]
    for item in items:
        items_follow(item.items, lambda n: KANA[n - 1])


def lists_are_announced_and_announcements_kept(document: Document) -> None:
    for article in document.articles():
        for paragraph in article.paragraphs:
            announced = any(words in plain(paragraph.inlines) for words in ANNOUNCED)
            assert announced == bool(paragraph.items), plain(paragraph.inlines)


def words_are_defined(document: Document) -> None:
    """A word that the form defines somewhere is used only where its definition stayed in the paper."""
    form = all_forms()[document.form]
    body = "".join(plain(inlines) for _, inlines in clauses(document))
    for word in set(DEFINED.findall(str(form.parts))):
        if word in body:
            assert f"「{word}」" in body, word


@dataclass(frozen=True)
class Clause:
    """Where a text stands: article, paragraph, item, subitem, each from 1."""

    address: Address
    paragraphs: int = 0


def clauses(document: Document) -> Iterator[tuple[Clause, tuple[Inline, ...]]]:
    """Every text with its address; texts outside the articles have none."""
    for block in document.blocks:
        if isinstance(block, Article):
            for number, paragraph in enumerate(block.paragraphs, 1):
                here = (block.number, number, 0, 0)
                yield Clause(here, len(block.paragraphs)), paragraph.inlines
                yield from items_of(paragraph.items, here, len(block.paragraphs))
        elif isinstance(block, Prose):
            yield Clause((0, 0, 0, 0)), block.inlines


def items_of(items: tuple[Item, ...], above: Address, paragraphs: int) -> Iterator[tuple[Clause, tuple[Inline, ...]]]:
    for number, item in enumerate(items, 1):
        here = (*above[:2], above[2], number) if above[2] else (*above[:2], number, 0)
        yield Clause(here, paragraphs), item.inlines
        yield from items_of(item.items, here, paragraphs)


def addresses(document: Document) -> dict[str, Address | str]:
    """The address of every part with an id; an annex has its title's first word."""
    found: dict[str, Address | str] = {}
    for block in document.blocks:
        if isinstance(block, Heading) and block.id:
            found[block.id] = block.title.partition("　")[0]
        elif isinstance(block, Article):
            found[block.id] = (block.number, 0, 0, 0)
            for number, paragraph in enumerate(block.paragraphs, 1):
                single = len(block.paragraphs) == 1
                found[paragraph.id] = (block.number, 0 if single else number, 0, 0)
                for place, item in enumerate(paragraph.items, 1):
                    found[item.id] = (block.number, 0 if single else number, place, 0)
    return found


def every_reference_leads_to_its_clause(document: Document) -> None:
    known = addresses(document)
    for clause, inlines in clauses(document):
        for piece in inlines:
            if isinstance(piece, Ref):
                assert read(piece.text, clause) == known[piece.target], piece.text


def read(text: str, clause: Clause) -> Address | str:
    """The address that a reference names, read from where it stands."""
    if text.startswith("別紙"):
        return text
    article, paragraph, item, _ = clause.address
    single = clause.paragraphs == 1
    match = re.fullmatch(
        r"(?:第(\d+)条|(前条)|(次条)|(本条))?(?:第(\d+)項|(前項)|(次項)|(本項))?(?:第(\d+)号|(前号)|(次号))?", text
    )
    assert match and text, text
    a, before, after, this, p, p_before, p_after, p_this, i, i_before, i_after = match.groups()
    to_article = int(a) if a else article + bool(after) - bool(before)
    to_paragraph = int(p) if p else 0
    if p_before or p_after or p_this or i_before or i_after:
        to_paragraph = 0 if single else paragraph + bool(p_after) - bool(p_before)
    to_item = int(i) if i else item + bool(i_after) - bool(i_before) if i_before or i_after else 0
    assert to_article and (a or before or after or this or to_paragraph or i_before or i_after)
    return (to_article, to_paragraph, to_item, 0)


def texts(document: Document) -> Iterator[str]:
    """The words of the form itself, references and values left out, and what a run of articles swallowed."""
    for piece in document.inlines():
        if isinstance(piece, Text) and piece.text not in ("　", ""):
            yield piece.text
