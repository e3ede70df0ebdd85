"""The body of a form (様式) as read from forms/*.md: text with slots, each part with the condition under which it is there.

Nothing is numbered here and nothing is filled in. `compose` (app/documents) keeps what holds for a company, numbers it and
fills the slots; `check` reasons over the same parts without any company.

Form → parts: FormChapter | FormArticle | FormHeading | FormProse | FormTable | FormGrid | FormSection | FormSign
         FormArticle → FormParagraph(項) → FormItem(号) → FormItem(細号)
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.forms.conditions import ALWAYS, All, Any, Condition


@dataclass(frozen=True)
class Words:
    """Words of the form."""

    text: str


@dataclass(frozen=True)
class ValueSlot:
    """`{{ name }}`: what the ledger or the owner says. `lenient`: an unknown name is shown as lost, not refused."""

    name: str
    lenient: bool = False


@dataclass(frozen=True)
class RefSlot:
    """`{{ ref:target }}`, worded from where it stands; with `full`, always from 第何条.

    The target `above` means the brothers before it: 前号, 前各号, 前項, 前2項. `lenient`: what points at nothing is shown as
    lost, not refused; so it is where the owner's own hand was.
    """

    target: str
    full: bool = False
    lenient: bool = False


Piece = Words | ValueSlot | RefSlot


ITEM, TERM, MEANING = ALONE = (ValueSlot("item"), ValueSlot("term"), ValueSlot("meaning"))


"""What stands for the only 号 that is left: the whole of it, what it names before the wide space, what it says behind that."""


ABOVE = "above"


@dataclass(frozen=True, kw_only=True)
class Part:
    """What every part has: its line in the file, its id ("" when nothing refers to it), and when it is there."""

    line: int = 0
    id: str = ""
    when: Condition = ALWAYS


@dataclass(frozen=True, kw_only=True)
class FormItem(Part):
    """号 or 細号."""

    pieces: tuple[Piece, ...]
    items: tuple["FormItem", ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormParagraph(Part):
    """項. `alone` is how it reads when a single 号 is left: the slots `item`, `term` and `meaning` stand for that 号."""

    pieces: tuple[Piece, ...]
    items: tuple[FormItem, ...] = ()
    alone: tuple[Piece, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormArticle(Part):
    """条. `caption` with its brackets. An `essential` one cannot be switched off; an `own` one has the owner's own words."""

    caption: str
    paragraphs: tuple[FormParagraph, ...] = ()
    essential: bool = False
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class FormChapter(Part):
    """章. It goes when none of its articles stays."""

    title: str


@dataclass(frozen=True, kw_only=True)
class FormHeading(Part):
    """見出し without a number."""

    title: str


@dataclass(frozen=True, kw_only=True)
class FormProse(Part):
    """A paragraph outside the articles."""

    pieces: tuple[Piece, ...]
    items: tuple[FormItem, ...] = ()
    align: str = "left"


@dataclass(frozen=True, kw_only=True)
class FormTable(Part):
    """`{{ table:name }}`: rows from the ledger; with `to_write` filled up with empty rows to so many, for the hand."""

    name: str
    to_write: int = 0


@dataclass(frozen=True, kw_only=True)
class FormRow(Part):
    """A row of a table that the form itself writes, `times` over, at least `height` mm high where it says so."""

    cells: tuple[tuple[Piece, ...], ...]
    height: int = 0
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class FormGrid(Part):
    """A table that the form itself writes: column titles with their widths in per cent, and rows.

    One without titles is a 記入票: a column of labels, beside it one to write in, and so on.
    """

    caption: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[FormRow, ...] = ()


class SignerKind(StrEnum):
    """Who signs; `date` is the line for the date, `name` a name alone (who explained, who stood by)."""

    COMPANY = "company"
    PARTNER = "partner"
    PERSON = "person"
    OUTSIDER = "outsider"
    NAME = "name"
    BLANK = "blank"
    DATE = "date"


@dataclass(frozen=True)
class Signer:
    """One line of a signature block: who signs, and as what (甲, 立会人)."""

    kind: SignerKind
    party: str = ""


@dataclass(frozen=True, kw_only=True)
class FormSign(Part):
    """署名欄."""

    signers: tuple[Signer, ...]


class SectionKind(StrEnum):
    """前文, 附則, 別紙, 説明."""

    PREAMBLE = "preamble"
    SUPPLEMENTARY = "supplementary"
    ANNEX = "annex"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class FormSection(Part):
    """A part between `:::` lines."""

    kind: SectionKind
    title: str = ""
    parts: tuple["FormProse | FormHeading | FormTable | FormGrid", ...] = ()


FormPart = FormChapter | FormArticle | FormHeading | FormProse | FormTable | FormGrid | FormSection | FormSign


BELOW: Mapping[type[Part], str] = {
    FormArticle: "paragraphs",
    FormParagraph: "items",
    FormProse: "items",
    FormItem: "items",
    FormSection: "parts",
    FormGrid: "rows",
}


"""The field with the parts right under a part."""


def children(part: Part) -> tuple[Part, ...]:
    """The parts right under a part."""
    return getattr(part, BELOW[type(part)]) if type(part) in BELOW else ()


def pieces_of(part: Part) -> tuple[Piece, ...]:
    """The words and slots of a part itself, those of the parts under it left out."""
    match part:
        case FormParagraph(pieces=pieces, alone=alone):
            return (*pieces, *(piece for piece in alone if piece not in ALONE))
        case FormItem(pieces=pieces) | FormProse(pieces=pieces):
            return pieces
        case FormRow(cells=cells):
            return tuple(piece for cell in cells for piece in cell)
    return ()


def existence(part: Part) -> Condition:
    """When a part is there, its parents given: its own condition, and at least one of the parts under it if it has any.

    So an article goes with its last 項, and a 項 that announces 号 goes with the last of them.
    """
    below = children(part)
    return All((part.when, Any(tuple(existence(child) for child in below)))) if below else part.when


def walk(parts: Iterable[Part]) -> Iterator[Part]:
    """Every part in reading order, at every depth."""
    for part in parts:
        yield part
        yield from walk(children(part))
