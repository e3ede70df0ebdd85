"""What stays on one page: the words that lead to a table or a signature, so that nobody signs a sheet that says nothing."""

from collections.abc import Iterator, Sequence

from app.documents.tree import Block, Prose, Signature, Table


def leading(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Every block, and whether it keeps with the next: right before a table or signature, or with the date line between."""
    for number, block in enumerate(blocks):
        following, after = (*blocks[number + 1 : number + 3], None, None)[:2]
        dated = isinstance(block, Prose) and isinstance(following, Prose) and isinstance(after, Signature)
        yield block, dated or isinstance(following, Table | Signature)
