"""What only the finished sentence shows, looked for in the papers of companies that take every way of every choice.

A phrase said twice in a row, a list that lists one thing, 「前各号」 for two, articles in a row that are not drawn together.
No company is needed: a paper is made of the form and of every kind of answer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise, product

from app.documents.compose import compose
from app.documents.tree import Article, Document, Heading, Item, Paragraph, Prose, Table, plain
from app.domain.forms.body import FormTable, walk
from app.domain.forms.conditions import names
from app.domain.forms.facts import OF_PERSON, VALUES, Fact, Facts
from app.domain.forms.form import Form
from app.frontmatter import Fault

MOST = 16
"""Choices are combined with each other up to so many ways; else each is taken by itself."""
_TWICE = re.compile(r"([^\s□・、（）｜]{3,}、?)\1")
_WORDS = re.compile(r"[一-龥ぁ-んァ-ヶ]")
_RUN = re.compile(r"第[0-9]+条(?:から第[0-9]+条まで)?(?:(?:、|及び)第[0-9]+条(?:から第[0-9]+条まで)?(?![第項号0-9]))+")
_ONE = re.compile(r"第([0-9]+)条(?:から第([0-9]+)条まで)?")
Label = str


def faults(forms: Mapping[str, Form], always: Set[str], levels: Sequence[str], folder: str = "forms") -> list[Fault]:
    """Every such fault of every form, once; `always` are the tags that may hold besides levels and choices."""
    return [
        Fault(f"{folder}/{form.id}.md", 0, what)
        for form in forms.values()
        for what in unsound(paper(form, tags) for tags in ways(form, always, levels))
    ]


def ways(form: Form, always: Set[str], levels: Sequence[str]) -> Iterator[frozenset[str]]:
    """The tags of companies that differ in all that matters to the form: nothing adopted or everything, one level or all."""
    used = {tag for part in walk(form.parts) for tag in names(part.when)}
    every = (
        chosen | held
        for chosen in _choices(form)
        for held in (set(levels), set(levels) | (always - set(OF_PERSON)), {levels[0]} | always)
    )
    yield from dict.fromkeys(frozenset(tags & used) for tags in every)


def _choices(form: Form) -> Iterator[frozenset[str]]:
    usual = {group.name: f"choice:{group.name}={group.default}" for group in form.choices}
    combinations = list(product(*(group.tags for group in form.choices)))
    if len(combinations) <= MOST:
        yield from map(frozenset, combinations)
        return
    for group in form.choices:
        for tag in group.tags:
            yield frozenset({**usual, group.name: tag}.values())


def paper(form: Form, tags: Set[str]) -> Document:
    """The paper for these tags; every value says its own name."""
    known = {*VALUES, *(question.name for question in form.ask)}
    tables: dict[str, tuple[()]] = {part.name: () for part in walk(form.parts) if isinstance(part, FormTable)}
    values = {name: Fact(f"〈{name}〉", name) for name in known}
    return compose(form, Facts(values=values, tags=frozenset(tags), tables=tables))


def unsound(documents: Iterable[Document]) -> Iterator[str]:
    """What is wrong with the sentences of these papers, in words. A sentence that stands in many is read once."""
    sentences: dict[str, Label] = {}
    lists: dict[tuple[str, ...], Label] = {}
    for document in documents:
        for place, text in _sentences(document):
            sentences.setdefault(text, place)
        for place, items in _lists(document):
            lists.setdefault(tuple(plain(item.inlines) for item in items), place)
    for text, place in sentences.items():
        if match := next((match for match in _TWICE.finditer(text) if _WORDS.search(match[0])), None):
            yield f"{place}：同じ言葉が続いています「{match[0]}」"
        if loose := next((run for run in _RUN.findall(text) if not drawn_together(run)), ""):
            yield f"{place}：続く条が一つにまとまっていません「{loose}」"
    for texts, place in lists.items():
        if len(texts) == 1:
            yield f"{place}：号が一つだけです「{texts[0]}」"
        if len(texts) > 2 and "前各号" in texts[2]:
            yield f"{place}：二つの号を指して「前各号」と言っています（「前2号」）"


def drawn_together(run: str) -> bool:
    """Whether no three articles side by side are named one by one: 「第1条から第3条まで、第4条」 is not drawn together."""
    spans = [(int(first), int(last or first)) for first, last in _ONE.findall(run)]
    length = 1
    for (first, last), (after, _) in pairwise(spans):
        length = length + 1 if after == last + 1 else 1
        if after == last + 1 and (length > 2 or last > first):
            return False
    return True


def _sentences(document: Document) -> Iterator[tuple[Label, str]]:
    for block in document.blocks:
        if isinstance(block, Article):
            for paragraph in block.paragraphs:
                yield block.label, plain(paragraph.inlines)
                yield from ((block.label, plain(item.inlines)) for item in _all(paragraph.items))
        elif isinstance(block, Prose):
            yield document.title, plain(block.inlines)
            yield from ((document.title, plain(item.inlines)) for item in _all(block.items))
        elif isinstance(block, Heading):
            yield document.title, block.title
        elif isinstance(block, Table):
            yield from ((block.caption or document.title, cell) for row in block.rows for cell in row)


def _lists(document: Document) -> Iterator[tuple[Label, tuple[Item, ...]]]:
    for block in document.blocks:
        holders: Sequence[Paragraph | Prose] = block.paragraphs if isinstance(block, Article) else ()
        for holder in (block,) if isinstance(block, Prose) else holders:
            label = block.label if isinstance(block, Article) else document.title
            yield from (
                (label, items) for items in (holder.items, *(item.items for item in _all(holder.items))) if items
            )


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.items)
