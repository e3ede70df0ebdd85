"""What has changed between two versions of a paper, in words for the owner: where, what became of it, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from app.documents.comparison import name_of
from app.documents.revision import Change, Nature, compare
from app.documents.tree import Article, Blank, Block, Document, Heading, Table, Value, brought_by, inlines_of

LONGEST_VALUE = 24
BECAME = {Nature.ADDED: "加わりました", Nature.REMOVED: "なくなりました", Nature.CHANGED: "変わりました"}


@dataclass(frozen=True)
class Names:
    """The titles of measures by id, and what each value of a paper is, by its name."""

    measures: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Difference:
    """One change: its place as it is called now (or was), what became of it, and why, as far as the two versions tell."""

    place: str
    nature: Nature
    why: tuple[str, ...] = ()
    after: Block | None = None

    def __str__(self) -> str:
        reasons = f"：{'、'.join(self.why)}" if self.why else ""
        return f"{self.place}が{BECAME[self.nature]}{reasons}"


def differences(old: Document, new: Document, names: Names) -> list[Difference]:
    """Every change of words, in reading order; what only has another number is none."""
    found = list(_told(old, new, names))
    if not found and replace(old, blocks=()) != replace(new, blocks=()):
        found.append(Difference("紙の題や、上下の表示", Nature.CHANGED))
    return found


def _told(old: Document, new: Document, names: Names) -> Iterator[Difference]:
    revision = compare(old, new)
    under, reworded = "", revision.reworded
    for change in revision.changes:
        block = change.after or change.before
        assert block is not None, "a change of nothing"
        under = block.title if isinstance(block, Heading) else "" if isinstance(block, Article) else under
        if change in reworded:
            yield Difference(_place(block, under), change.nature, tuple(_why(change, names)), change.after)


def _place(block: Block, under: str) -> str:
    """「第11条（持出し）」, 「附則」, 「署名欄」."""
    return f"{block.label}{block.caption}" if isinstance(block, Article) else under or name_of(block)


def _why(change: Change, names: Names) -> Iterator[str]:
    before, after = change.before, change.after
    had, has = (brought_by(block) if isinstance(block, Article) else () for block in (before, after))
    yield from (f"対策『{names.measures.get(one, one)}』の採用" for one in has if one not in had)
    yield from (f"対策『{names.measures.get(one, one)}』の取りやめ" for one in had if one not in has)
    if before is not None and after is not None:
        told = [*_values(before, after, names), *_rows(before, after)]
        yield from told or (() if set(had) != set(has) else ("文の変更",))


def _values(before: Block, after: Block, names: Names) -> Iterator[str]:
    """「点検者」を「児玉」から「大西」に変更."""
    old, new = _said(before), _said(after)
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            label = names.values.get(key, key)
            yield f"「{label}」を「{old[key]}」から「{new[key]}」に変更"


def _said(block: Block) -> dict[str, str]:
    """The values of a block, short."""
    values = (piece for piece in inlines_of(block) if isinstance(piece, Value | Blank))
    return {piece.key: _short(piece.text) if isinstance(piece, Value) else "空欄" for piece in values}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_VALUE else f"{line[: LONGEST_VALUE - 1]}…"


def _rows(before: Block, after: Block) -> Iterator[str]:
    """「3行の追加」."""
    if not isinstance(before, Table) or not isinstance(after, Table):
        return
    steps = SequenceMatcher(None, before.rows, after.rows, False).get_opcodes()
    sizes = [(i2 - i1, j2 - j1) for what, i1, i2, j1, j2 in steps if what != "equal"]
    changed = sum(min(sizes_of) for sizes_of in sizes)
    added = sum(max(new - old, 0) for old, new in sizes)
    removed = sum(max(old - new, 0) for old, new in sizes)
    counts = ((changed, "変更"), (added, "追加"), (removed, "削除"))
    yield from (f"{count}行の{what}" for count, what in counts if count)
