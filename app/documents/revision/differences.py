"""What has changed between two versions of a paper, in words for the owner: where, what became of it, and why."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import groupby

from app.documents.revision.changes import Change, Nature, compare
from app.documents.revision.comparison import name_of
from app.documents.tree import Article, Blank, Block, Chapter, Document, Heading, Table, Value, brought_by, inlines_of

LONGEST_VALUE = 24
BECAME = {Nature.ADDED: "加わりました", Nature.REMOVED: "なくなりました", Nature.CHANGED: "変わりました"}


@dataclass(frozen=True)
class Names:
    """The titles of measures by id, and what each value of a paper is, by its name."""

    measures: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Difference:
    """One change: its place as it is called now (or was), what became of it, and why, as far as the two versions tell; and
    the blocks as they are now.
    """

    place: str
    nature: Nature
    why: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __str__(self) -> str:
        reasons = f"：{'、'.join(self.why)}" if self.why else ""
        return f"{self.place}が{BECAME[self.nature]}{reasons}"


def differences(old: Document, new: Document, names: Names) -> list[Difference]:
    """Every change of words, in reading order. What only has another number is none, nor is the number of the version."""
    found = list(_told(old, new, names))
    if not found and replace(old, blocks=(), head_right="") != replace(new, blocks=(), head_right=""):
        found.append(Difference("紙の題や、上下の表示", Nature.CHANGED))
    return found


def _told(old: Document, new: Document, names: Names) -> Iterator[Difference]:
    """A heading and what stands under it are one place, and told once."""
    revision, had, has = compare(old, new), _measures(old), _measures(new)
    under, reworded = "", revision.reworded
    found: list[Difference] = []
    for change in revision.changes:
        block = change.after or change.before
        assert block is not None, "a change of nothing"
        under = block.title if isinstance(block, Heading) else "" if isinstance(block, Article) else under
        if change in reworded and not isinstance(block, Chapter):  # a chapter comes and goes with its articles
            why = [*_of_measures(change, had, has, names), *_values(change, names), *_rows(change)]
            if change.nature is Nature.CHANGED and not why:
                why = ["文の変更"]
            now = [change.after] if change.after else []
            found.append(Difference(_place(block, under), change.nature, tuple(why), tuple(now)))
    for _, group in groupby(found, key=lambda one: (one.place, one.nature)):
        same = list(group)
        reasons = dict.fromkeys(reason for one in same for reason in one.why)
        blocks = tuple(block for one in same for block in one.blocks)
        yield replace(same[0], why=tuple(reasons), blocks=blocks)


def _measures(document: Document) -> set[str]:
    return {measure for article in document.articles() for measure in brought_by(article)}


def _place(block: Block, under: str) -> str:
    """「第11条（持出し）」, 「附則」, 「署名欄」."""
    return f"{block.label}{block.caption}" if isinstance(block, Article) else under or name_of(block)


def _of_measures(change: Change, had: Set[str], has: Set[str], names: Names) -> Iterator[str]:
    """Measures that are new in the whole paper, or gone from it: one that only moved to another article is neither."""
    for block, others, what in ((change.after, had, "採用"), (change.before, has, "取りやめ")):
        for measure in brought_by(block) if isinstance(block, Article) else ():
            if measure not in others:
                yield f"対策『{names.measures.get(measure, measure)}』の{what}"


def _values(change: Change, names: Names) -> Iterator[str]:
    """「点検者」を「児玉」から「大西」に変更."""
    old, new = _said(change.before), _said(change.after)
    for key in old:
        if new.get(key, old[key]) != old[key]:
            label = names.values.get(key, key)
            yield f"「{label}」を「{old[key]}」から「{new[key]}」に変更"


def _said(block: Block | None) -> dict[str, str]:
    """The values of a block, short."""
    values = (piece for piece in inlines_of(block) if isinstance(piece, Value | Blank)) if block else ()
    return {piece.key: _short(piece.text) if isinstance(piece, Value) else "空欄" for piece in values}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_VALUE else f"{line[: LONGEST_VALUE - 1]}…"


def _rows(change: Change) -> Iterator[str]:
    """「3行の追加」."""
    before, after = change.before, change.after
    if not isinstance(before, Table) or not isinstance(after, Table):
        return
    steps = SequenceMatcher(None, before.rows, after.rows, False).get_opcodes()
    sizes = [(i2 - i1, j2 - j1) for what, i1, i2, j1, j2 in steps if what != "equal"]
    changed = sum(min(sizes_of) for sizes_of in sizes)
    added = sum(max(new - old, 0) for old, new in sizes)
    removed = sum(max(old - new, 0) for old, new in sizes)
    counts = ((changed, "変更"), (added, "追加"), (removed, "削除"))
    yield from (f"{count}行の{what}" for count, what in counts if count)
