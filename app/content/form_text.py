"""The small things in a line of a form: slots `{{ … }}` in a text, marks `{#id when="…" .right}` at its end, cells, signers.

Each comes back with what is wrong in words; the caller knows the line.
"""

import re
from dataclasses import dataclass

from app.domain.forms.body import ALONE, Piece, RefSlot, Signer, SignerKind, ValueSlot, Words
from app.domain.forms.conditions import ALWAYS, All, Any, Condition, Not, Tag

ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_SLOT = re.compile(r"\{\{(.*?)\}\}")
_VALUE = re.compile(r"[a-z][a-z0-9-]*\Z")
_REF = re.compile(r"ref:([a-z][a-z0-9-]*)(?: (full))?\Z")
_MARKS = re.compile(r"\s*(?<!\{)\{(?![{:])([^{}]*)\}\Z")
_MARK = re.compile(
    r'#(?P<id>\S+)|alone="(?P<alone>[^"]*)"|\.(?P<align>right|center)(?!\S)|when="(?P<when>[^"]*)"|height=(?P<height>[0-9]+)(?!\S)'
    r"|(?P<essential>essential)(?!\S)|(?P<other>\S+)"
)
_TAG = re.compile(
    r"(not-)?((?:measure|circumstance|level|role|for|person|firm):[a-z][a-z0-9_-]*|choice:[a-z][a-z0-9-]*=[a-z][a-z0-9-]*)\Z"
)
_COLUMN = re.compile(r"(.+?)\s+([0-9]+)%\Z")
_TYPED_NUMBER = re.compile(
    r"[-*+>|・]|[0-9０-９]+[.．、)）　]|[(（][0-9０-９一二三四五六七八九十ア-ン]{1,3}[)）]|[①-⑳]|[ア-ン][　 .．、]"
    r"|第[0-9０-９一二三四五六七八九十百]+[条項号章]"
)
_MARKUP = re.compile(r"\*\*|__|`|\]\(|[{}|\t]")


@dataclass(frozen=True)
class Marks:
    """What stands in `{ }` behind a text."""

    id: str = ""
    when: Condition = ALWAYS
    align: str = "left"
    height: int = 0
    essential: bool = False
    alone: tuple[Piece, ...] = ()


PLAIN = Marks()


def pieces(text: str) -> tuple[tuple[Piece, ...], list[str]]:
    """A text as words and slots."""
    found: list[Piece] = []
    wrong: list[str] = []
    for number, part in enumerate(_SLOT.split(text)):
        if number % 2:
            slot = _slot(part.strip())
            found += [slot] if slot else []
            wrong += [] if slot else [f"{{{{{part}}}}} は読めません。{{{{ 名前 }}}} か {{{{ ref:id }}}} と書きます"]
        elif part:
            found.append(Words(part))
            if stray := _MARKUP.search(part):
                wrong.append(f"「{stray[0]}」は本文に使えません（飾りや表の記号は使わず、文だけを書きます）")
    return tuple(found), wrong


def _slot(inside: str) -> Piece | None:
    if ref := _REF.match(inside):
        return RefSlot(ref[1], ref[2] == "full")
    return ValueSlot(inside) if _VALUE.match(inside) else None


def split_marks(text: str) -> tuple[str, Marks, list[str]]:
    """A text and the marks at its end."""
    match = _MARKS.search(text)
    if not match:
        return text, PLAIN, []
    found, wrong = marks(match[1])
    return text[: match.start()], found, wrong


def marks(inside: str) -> tuple[Marks, list[str]]:
    """The marks between braces."""
    name, align, height, essential, wrong = "", "left", 0, False, list[str]()
    alone: tuple[Piece, ...] = ()
    when: Condition = ALWAYS
    for match in _MARK.finditer(inside):
        if match["id"] is not None:
            name = match["id"]
            wrong += [] if ID.match(name) else [f"id「{name}」に使えない文字があります（半角の小文字・数字・-）"]
        elif match["alone"] is not None:
            alone, faults = pieces(match["alone"])
            wrong += faults
            if not set(alone) & set(ALONE):
                wrong.append("alone の文には、残った号の場所を {{ item }} か {{ meaning }} で書きます")
        elif match["align"]:
            align = match["align"]
        elif match["height"]:
            height = int(match["height"])
        elif match["essential"]:
            essential = True
        elif match["when"] is not None:
            when, faults = condition(match["when"])
            wrong += faults
        else:
            wrong.append(
                f'「{match["other"]}」が分かりません。{{ }} に書けるのは #id と when="…" と '
                '.right .center と height=数 と essential と alone="…" です'
            )
    return Marks(name, when, align, height, essential, alone), wrong


def condition(text: str) -> tuple[Condition, list[str]]:
    """A `when`: tags that must all hold, `any:a|b` for one of several, `not-` for the opposite."""
    parts: list[Condition] = []
    wrong: list[str] = []
    for word in text.split():
        tags = word.removeprefix("any:").split("|") if word.startswith("any:") else [word]
        matches = [_TAG.match(tag) for tag in tags]
        wrong += [f"when の「{tag}」が読めません" for tag, match in zip(tags, matches, strict=True) if not match]
        options = tuple(Not(Tag(m[2])) if m[1] else Tag(m[2]) for m in matches if m)
        parts.append(options[0] if len(options) == 1 else Any(options))
    if not text.strip():
        wrong.append("when が空です")
    return All(tuple(parts)), wrong


def bad_start(line: str) -> str:
    """Why a paragraph may not begin like this, or ""."""
    if line[0] in " 　\t":
        return "字下げはしません（字下げは、様式の見た目が決めます）"
    if _TYPED_NUMBER.match(line):
        return "行を番号や記号で始めないでください。番号はまもり帳が数えます（号は「1. 文」と書きます）"
    return ""


def columns(cells: list[str]) -> tuple[tuple[tuple[str, float], ...], list[str]]:
    """The head of a table: titles with their widths."""
    matches = [_COLUMN.match(cell) for cell in cells]
    found = tuple((match[1], float(match[2])) for match in matches if match)
    if len(found) == len(cells) and sum(width for _, width in found) == 100:
        return found, []
    return (), ["表の一行目は「見出し 20% | 見出し 80%」の形で、幅の合計を100にします"]


def sheet_columns(cells: list[str]) -> tuple[tuple[tuple[str, float], ...], list[str]]:
    """The head of a 記入票: widths alone, for a label and what is written beside it in turn."""
    widths = [float(cell.removesuffix("%")) for cell in cells if re.fullmatch(r"[0-9]+%", cell)]
    if len(widths) == len(cells) and len(cells) % 2 == 0 and sum(widths) == 100:
        return tuple(("", width) for width in widths), []
    return (), ["記入票の一行目は「20% | 80%」の形です（見出しと書く所を一組に、幅の合計を100にします）"]


def signer(line: str) -> tuple[tuple[Signer, ...], list[str]]:
    """A line of a signature block."""
    word, _, party = line.strip().partition(" ")
    if word in (SignerKind.OUTSIDER, SignerKind.NAME, SignerKind.BLANK) and not party.strip():
        return (), [f"署名欄の「{word}」には、誰の欄かを書きます（{word} 立会人）"]
    if word in list(SignerKind):
        return (Signer(SignerKind(word), party.strip()),), []
    return (), [f"署名欄の「{word}」が分かりません（{'・'.join(SignerKind)}）"]
