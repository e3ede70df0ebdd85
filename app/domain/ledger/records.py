"""The rows of a ledger: every kind of record, a flat frozen dataclass with an `id`.

What hangs on an asset (places, access rows) is a record of its own that names the asset. So one codec stores them all, and one
history entry describes any change.

Shapes: dates are ISO strings ("2026-11-17") or "" when unknown; an id of another record is "" when there is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.domain.words import (
    Circumstance,
    Known,
    Level,
    Medium,
    Owner,
    Protection,
    Reader,
    Relation,
    State,
    YesNo,
)

THREE_LEVELS = (Level.TOP_SECRET, Level.SECRET, Level.INTERNAL)


@dataclass(frozen=True, kw_only=True)
class Record:
    """A row of the ledger."""

    id: str

    @property
    def evidence(self) -> tuple[str, ...]:
        """The SHA-256 of the bytes that the ledger keeps for this row."""
        return ()


R = TypeVar("R", bound=Record)


def changed(record: R, **fields: object) -> R:
    """As dataclasses.replace, in a twentieth of the time: a record is its fields and nothing more. For rows by the thousand."""
    made = object.__new__(type(record))
    made.__dict__.update(record.__dict__)
    made.__dict__.update(fields)
    return made


@dataclass(frozen=True, kw_only=True)
class Profile(Record):
    """会社の基本. There is exactly one, with the id "company"."""

    id: str = "company"
    name: str = ""
    trade: str = ""
    address: str = ""
    phone: str = ""
    representative_title: str = "代表取締役"
    representative: str = ""
    levels: tuple[Level, ...] = THREE_LEVELS
    name_top_secret: str = "極秘"
    name_secret: str = "秘"
    name_internal: str = "社外秘"
    circumstances: tuple[Circumstance, ...] = ()
    western_dates: bool = False
    author: str = ""


@dataclass(frozen=True, kw_only=True)
class Department(Record):
    """部門・班."""

    position: int = 0
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """人. `left` is the last day, "" while the person is here."""

    position: int = 0
    name: str = ""
    department: str = ""
    title: str = ""
    employment: str = ""
    joined: str = ""
    left: str = ""


@dataclass(frozen=True, kw_only=True)
class Partner(Record):
    """取引先. `nda_until` is the last day of the confidentiality agreement, "" when there is none."""

    position: int = 0
    name: str = ""
    relation: Relation = Relation.CUSTOMER
    address: str = ""
    representative_title: str = ""
    representative: str = ""
    nda_signed: str = ""
    nda_until: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Asset(Record):
    """情報資産: a kind of information, one line of the ledger. `guesses` names the fields not yet confirmed (仮)."""

    position: int = 0
    name: str = ""
    kind: str = ""
    department: str = ""
    keeper: str = ""
    owner: Owner = Owner.OWN
    partner: str = ""
    contract: str = ""
    personal: YesNo = YesNo.NO
    export: YesNo = YesNo.NO
    keep_until: str = ""
    review_on: str = ""
    note: str = ""
    template: str = ""
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Place(Record):
    """One medium of an asset and where it is kept. An asset has at most one place per medium and location."""

    asset: str
    medium: Medium = Medium.DATA
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class Access(Record):
    """見てよい人: one reader of an asset. `who` is a person's or department's id, a title, or "" for everyone.

    `needs` says that the work needs it; a row may need without being allowed to view.
    """

    asset: str
    reader: Reader = Reader.PERSON
    who: str = ""
    view: bool = True
    copy: bool = False
    take: bool = False
    needs: bool = True
    since: str = ""
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class Evaluation(Record):
    """The owner's answers on one asset; the id is the asset's. None and "" mean not answered; scores go from 0 to 3."""

    value: int | None = None
    loss: int | None = None
    rival: int | None = None
    trust: int | None = None
    duty: YesNo | None = None
    protection: Protection | None = None
    known: Known | None = None
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """区分の決定: the owner's own, dated, with the reason. The id is the asset's."""

    level: Level
    reason: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice(Record):
    """採否: the id is the measure's. `who` is a person's id, `due` a date."""

    state: State
    reason: str = ""
    who: str = ""
    due: str = ""


@dataclass(frozen=True, kw_only=True)
class Appointment(Record):
    """Who holds a role. The id is `role` or `role:variant` (a level for keepers, day / night for the emergency call)."""

    role: str
    variant: str = ""
    person: str = ""
    deputy: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer(Record):
    """What a form asked and the ledger did not know. The id is the key, or `key@partner id` where it differs by partner."""

    value: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnArticle(Record):
    """The owner's own hand on an article of a form; the id is `form:article`.

    `shown` False switches an optional article off. `lines` are its own 項 and 号 in place of the model text (none: the model's),
    each a JSON text `[depth, [["text", "…"], ["ref", "id"], ["full", "id"], ["value", "name"]], "id"]`: depth 0 項, 1 号, 2 細号,
    last the id by which references know it. `base` is the SHA-256 of the model text that it replaced, so that a later change
    beneath is noticed. app/domain/forms/own_rows.py reads and writes the lines.
    """

    shown: bool = True
    lines: tuple[str, ...] = ()
    base: str = ""


@dataclass(frozen=True, kw_only=True)
class Issue(Record):
    """A paper as it was made final: version n of a form (for one person or partner, or ""). Never changed, never undone.

    Its document tree (as JSON) and its files are kept beside the records, under their SHA-256 in hexadecimal.
    """

    form: str
    subject: str = ""
    version: int = 1
    title: str = ""
    on: str = ""
    by: str = ""
    reason: str = ""
    tree_sha256: str = ""
    docx_sha256: str = ""
    pdf_sha256: str = ""

    @property
    def evidence(self) -> tuple[str, ...]:
        """Its tree and its files."""
        return tuple(filter(None, (self.tree_sha256, self.docx_sha256, self.pdf_sha256)))


@dataclass(frozen=True, kw_only=True)
class Signature(Record):
    """That a person or partner signed a paper: which version (an issue's id, or "" for one that was not issued here), when,
    and where the original is. Never undone; the newest row counts, and one without a date takes the one before it back.
    """

    form: str
    subject: str
    issue: str = ""
    on: str = ""
    where: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Output(Record):
    """That a paper (for one person or partner, or "") was written to a file or sent to a printer: `how` is docx, pdf or print.
    Never undone, for the file and the sheet are out in the world.
    """

    form: str
    subject: str = ""
    how: str = ""
    on: str = ""


KINDS: Mapping[str, type[Record]] = {
    "profile": Profile,
    "departments": Department,
    "people": Person,
    "partners": Partner,
    "assets": Asset,
    "places": Place,
    "access": Access,
    "evaluations": Evaluation,
    "decisions": Decision,
    "choices": Choice,
    "appointments": Appointment,
    "answers": Answer,
    "own_articles": OwnArticle,
    "issues": Issue,
    "signatures": Signature,
    "outputs": Output,
}


APPEND_ONLY = frozenset({"issues", "signatures", "outputs"})
"""Kinds whose rows are evidence: written once, untouched by undo."""


EVIDENCE = frozenset({"issues", "signatures"})
"""Of these, the ones that are worth nothing without the person or partner whom they name."""
KIND_OF: Mapping[type[Record], str] = {record: kind for kind, record in KINDS.items()}
