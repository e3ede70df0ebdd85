"""新旧対照表: the new text beside the old one, from the first block to the last.

What stayed as it was is one row 「（略）」 however long it is, and inside an article or a table only the 項 and rows that differ are
written out. So the table is short, and still says everything: whoever has version n and the table can write version n+1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from app.documents import plain
from app.documents.revision.changes import Change, Nature, Revision
from app.documents.tree import (
    Article,
    Block,
    Chapter,
    Chart,
    Column,
    Document,
    Heading,
    PaperKind,
    Paragraph,
    Prose,
    Ref,
    Signature,
    Table,
    Text,
    inlines_of,
)

LEFT_OUT = "（略）"
NEW, NONE, GONE = "（新設）", "（なし）", "（削除）"
NOTES = {
    Nature.SAME: "",
    Nature.RENUMBERED: "番号の変更",
    Nature.CHANGED: "変更",
    Nature.ADDED: "追加",
    Nature.REMOVED: "削除",
}
LEADS_ELSEWHERE = "引く先の変更"
COLUMNS = (Column("改定後", 44), Column("改定前", 44), Column("備考", 12))
LONGEST_NAME = 20
Cells = tuple[str, str]


def comparison_table(revision: Revision, title: str) -> Document:
    """新旧対照表 as a paper; `title` says of what, and which versions."""
    frame = revision.frame
    lead, table = (
        Prose((Text("改定の前と後で異なる部分を並べた。異ならない部分は「（略）」とした。"),)),
        _table(revision),
    )
    nothing = Prose((Text("改定の前と後で、異なる部分はない。"),))
    return Document(
        form=frame.form,
        kind=PaperKind.REGISTER,
        title=title,
        company=frame.company,
        head_left=frame.head_left,
        foot=frame.foot,
        landscape=True,
        blocks=(lead, table) if any(change.nature is not Nature.SAME for change in revision.changes) else (nothing,),
    )


def _table(revision: Revision) -> Table:
    rows: list[tuple[str, ...]] = []
    for left_out, group in groupby(revision.changes, _left_out):
        changes = list(group)
        if left_out:
            rows.append((*_run(changes), NOTES[changes[0].nature]))
        else:
            rows += [(*_cells(change), _note(change)) for change in changes]
    return Table("comparison", "", COLUMNS, tuple(rows))


def _note(change: Change) -> str:
    """Where both sides read alike, what they refer to is another article or item."""
    alike = change.before and change.after and _says(change.before) == _says(change.after)
    return LEADS_ELSEWHERE if alike and change.nature is Nature.CHANGED else NOTES[change.nature]


def _left_out(change: Change) -> tuple[Nature, str] | None:
    """Which blocks are left out together: those that are the same, and those of a kind whose own numbers alone moved on."""
    if change.nature is Nature.SAME:
        return Nature.SAME, ""
    if change.before is None or change.after is None or change.nature is not Nature.RENUMBERED:
        return None
    only_number = _says(change.before) == _says(change.after)
    return (Nature.RENUMBERED, type(change.after).__name__) if only_number else None


def _says(block: Block) -> list[str]:
    """What a block says apart from its own number."""
    match block:
        case Article() | Chapter() | Prose():
            return plain.block_lines(replace(block, label=""))
        case Heading(title=title, new_page=True):
            return [title.partition("　")[2]]
        case _:
            return plain.block_lines(block)


def _run(changes: Sequence[Change]) -> Cells:
    """「第4条から第9条まで　（略）」, as it is called after and before."""
    after, before = ([side(change) for change in changes] for side in (_after, _before))
    return _left_out_words(after), _left_out_words(before)


def _after(change: Change) -> Block:
    assert change.after is not None, "what is left out is on both sides"
    return change.after


def _before(change: Change) -> Block:
    assert change.before is not None, "what is left out is on both sides"
    return change.before


def _left_out_words(blocks: Sequence[Block]) -> str:
    """The run by its ends; where its last name comes more than once in it, how many blocks it is."""
    names = [name_of(block) for block in blocks]
    count = f"（{len(names)}か所）" if names.count(names[-1]) > 1 else ""
    return f"{names[0]}　{LEFT_OUT}" if len(names) == 1 else f"{names[0]}から{names[-1]}まで{count}　{LEFT_OUT}"


def name_of(block: Block) -> str:
    """What a block is called in the table: its number, else its first words."""
    match block:
        case Article(label=label):
            return label
        case Chapter() | Heading():
            return plain.block_lines(block)[0]
        case Table():
            return f"{_first_words(block)}の表"
        case Chart():
            return "体制図"
        case Signature(party=party):
            return f"署名欄（{party}）" if party else "署名欄"
        case Prose():
            return _first_words(block)


def _first_words(block: Block) -> str:
    words = " ".join(next(iter(plain.block_lines(block)), "").split())
    return f"「{words}」" if len(words) <= LONGEST_NAME else f"「{words[:LONGEST_NAME]}…」"


def _cells(change: Change) -> Cells:
    """After and before of a block that is not left out as a whole."""
    after, before = change.after, change.before
    if after is None or before is None:
        return (_written(after) or GONE, _written(before) or NEW)
    if isinstance(after, Article) and isinstance(before, Article):
        return _in_part(_paragraphs(after), _paragraphs(before))
    if isinstance(after, Table) and isinstance(before, Table):
        return _in_part(_rows(after), _rows(before))
    return _written(after), _written(before)


def _written(block: Block | None) -> str:
    return "\n".join(plain.block_lines(block)) if block else ""


@dataclass(frozen=True)
class Piece:
    """A 項 or a row: how it is written, what it says apart from its own number, and what that number is.

    What it refers to is part of what it says: the same 「第3条」 may lead elsewhere.
    """

    lines: tuple[str, ...]
    says: tuple[str, ...]
    number: str = ""


@dataclass(frozen=True)
class Pieces:
    """A block as its heading and its pieces."""

    heading: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def says(self) -> list[tuple[str, ...]]:
        """What each piece says."""
        return [piece.says for piece in self.pieces]


def _paragraphs(article: Article) -> Pieces:
    def piece(paragraph: Paragraph) -> Piece:
        unnumbered = replace(article, label="", paragraphs=(replace(paragraph, label=""),))
        lines = plain.block_lines(replace(article, paragraphs=(paragraph,)))
        says = (*plain.block_lines(unnumbered)[1:], *_targets(unnumbered))
        return Piece(tuple(lines[1:]), says, paragraph.label or article.label)

    return Pieces((article.caption,), tuple(map(piece, article.paragraphs)))


def _targets(block: Block) -> tuple[str, ...]:
    return tuple(piece.target for piece in inlines_of(block) if isinstance(piece, Ref))


def _rows(table: Table) -> Pieces:
    heading = plain.block_lines(replace(table, rows=(), heights=()))
    rows = plain.block_lines(table)[len(heading) :]
    return Pieces(tuple(heading), tuple(Piece((row,), (row,)) for row in rows))


def _in_part(after: Pieces, before: Pieces) -> Cells:
    """Both sides, with the pieces that they have in common left out."""
    new, old = list(after.heading), list(before.heading)
    for what, i1, i2, j1, j2 in SequenceMatcher(None, before.says, after.says, False).get_opcodes():
        written = _shortened if what == "equal" else _in_full
        old += written(before.pieces[i1:i2])
        new += written(after.pieces[j1:j2])
    return "\n".join(new), "\n".join(old)


def _in_full(pieces: Sequence[Piece]) -> list[str]:
    return [line for piece in pieces for line in piece.lines]


def _shortened(pieces: Sequence[Piece]) -> list[str]:
    """「2　（略）」 for each 項, 「（12行　略）」 for rows, which have no numbers."""
    numbers = [piece.number for piece in pieces if piece.number]
    return [f"{number}　{LEFT_OUT}" for number in numbers] or [f"（{len(pieces)}行　略）"]
