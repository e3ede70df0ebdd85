"""What stays together: blocks on one page, so that nobody signs a sheet that says nothing, and names on one line."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from app.documents.tree import Article, Block, Chart, Heading, Prose, Signature, Table

TALLEST_SHEET = 130
"""A 記入票 up to this height in mm is not torn; the rows of a taller one part where the page ends."""
_LINE = 6  # mm, of a row without a height of its own
_NAME = "[々〆ヶぁ-ゖァ-ヺー\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_BETWEEN_NAMES = re.compile(f"(?<={_NAME})[ \u3000](?={_NAME}{{1,6}}(?!{_NAME}))")
_LONGEST_NAME = 30


def leading(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Every block, and whether it keeps with the next.

    Words keep with the table or signature below them, also over a date line; the last article with the signature or the 附則
    below it; 附則 are not parted.
    """
    for number, block in enumerate(blocks):
        yield block, _keeps(block, blocks[number + 1 :], in_rules=_in_supplementary_rules(blocks, number))


def _keeps(block: Block, below: Sequence[Block], *, in_rules: bool) -> bool:
    following, after = (*below[:2], None, None)[:2]
    if isinstance(block, Article):
        return _is_end(below)
    dated = isinstance(block, Prose) and isinstance(following, Prose) and isinstance(after, Signature)
    parted = in_rules and isinstance(following, Prose)
    return dated or parted or isinstance(following, Table | Chart | Signature)


def _is_end(below: Sequence[Block]) -> bool:
    """Whether what is below an article are the words that close the paper: 附則, or a signature and what leads to it."""
    match below:
        case [Heading(new_page=False), *_]:
            return True
        case [Signature(), *_] | [Prose(), Signature(), *_] | [Prose(), Prose(), Signature(), *_]:
            return True
    return False


def _in_supplementary_rules(blocks: Sequence[Block], number: int) -> bool:
    """Whether this paragraph is one of the 附則: nothing but paragraphs up to a heading right below an article."""
    above = list(takewhile(lambda block: isinstance(block, Prose), reversed(blocks[: number + 1])))
    start = number - len(above)
    return bool(above) and start > 0 and isinstance(blocks[start], Heading) and isinstance(blocks[start - 1], Article)


def holds_together(table: Table) -> bool:
    """Whether the rows of a 記入票 stay on one page."""
    return not table.headed and sum(max(height, _LINE) for _, height in table.lines()) <= TALLEST_SHEET


def narrowed(blank: str, room: int) -> str:
    """A blank that has room on one line of so many letters."""
    spaces = blank.count("　")
    return blank.replace("　" * spaces, "　" * max(1, min(spaces, room - 2)))


def spaces_of_names(text: str) -> list[int]:
    """Where the spaces inside Japanese names are (湊 和代): no line ends there."""
    if len(text) > _LONGEST_NAME:
        return []
    return [match.start() for match in _BETWEEN_NAMES.finditer(text)]
