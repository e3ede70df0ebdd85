"""Numbers: what a kept part is called, and where every named part stands.

Only what stays in the paper is counted here, so a clause that is left out leaves no gap.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.forms.body import FormArticle, FormItem, FormParagraph, FormPart, FormSection, SectionKind

KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"


@dataclass(frozen=True)
class Place:
    """Where a part stands: numbers from 1, 0 where there is none. `paragraphs`: how many 項 its article has; `annexes`: how many 別紙
    the paper has.
    """

    article: int = 0
    paragraph: int = 0
    item: int = 0
    subitem: int = 0
    annex: int = 0
    paragraphs: int = 0
    annexes: int = 1


NOWHERE = Place()


def chapter_label(number: int) -> str:
    """第1章."""
    return f"第{number}章"


def article_label(number: int) -> str:
    """第1条."""
    return f"第{number}条"


def paragraph_label(number: int) -> str:
    """The first 項 of an article shows no number."""
    return "" if number == 1 else str(number)


def item_label(number: int, depth: int) -> str:
    """号 「(1)」, 細号 「ア」."""
    return KANA[number - 1] if depth else f"({number})"


def annex_label(number: int, of: int) -> str:
    """別紙1; one that stands alone is 別紙."""
    return f"別紙{number}" if of > 1 else "別紙"


def annexes_in(parts: Iterable[FormPart]) -> int:
    """How many 別紙 there are."""
    return sum(1 for part in parts if isinstance(part, FormSection) and part.kind is SectionKind.ANNEX)


def places(parts: Sequence[FormPart]) -> dict[str, Place]:
    """The place of every part that has an id, among parts that all stay."""
    found: dict[str, Place] = {}
    articles = annexes = 0
    of = annexes_in(parts)
    for part in parts:
        if isinstance(part, FormArticle):
            articles += 1
            found |= dict(_article(part, articles))
        elif isinstance(part, FormSection) and part.kind is SectionKind.ANNEX:
            annexes += 1
            found[part.id] = Place(annex=annexes, annexes=of)
    found.pop("", None)
    return found


def _article(article: FormArticle, number: int) -> Iterator[tuple[str, Place]]:
    here = Place(article=number, paragraphs=len(article.paragraphs))
    yield article.id, here
    for count, paragraph in enumerate(article.paragraphs, 1):
        yield from _paragraph(paragraph, replace(here, paragraph=count))


def _paragraph(paragraph: FormParagraph, here: Place) -> Iterator[tuple[str, Place]]:
    yield paragraph.id, here
    for count, item in enumerate(paragraph.items, 1):
        yield from _item(item, replace(here, item=count))


def _item(item: FormItem, here: Place) -> Iterator[tuple[str, Place]]:
    yield item.id, here
    for count, below in enumerate(item.items, 1):
        yield below.id, replace(here, subitem=count)
