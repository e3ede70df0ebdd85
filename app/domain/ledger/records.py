"""The rows of a ledger: every kind of record, a flat frozen dataclass with an `id`.

What hangs on an asset (places, access rows) is a record of its own that names the asset. So one codec stores them all, and one
history entry describes any change.

What a field means beyond its plain type (a day, a place in an order, the id of somebody) is said by its type, from meaning.py.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, TypeVar

from app.domain.ledger.meaning import (
    AssetId,
    Day,
    DepartmentId,
    IssueId,
    Meaning,
    PartnerId,
    PersonId,
    Position,
    Score,
    Version,
)
from app.domain.value import Value
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


class Record(Value, kw_only=True):
    """A row of the ledger.

    A kind of record is a class below this one: KIND is what its table and its rows in an exchange file are called, LABEL what the
    owner reads, OF_ASSET the field that names the asset without which there is no such row.
    """

    KIND: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""
    OF_ASSET: ClassVar[str] = ""

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


class Profile(Record, kw_only=True):
    """会社の基本. There is exactly one, with the id "company"."""

    KIND: ClassVar = "profile"
    LABEL: ClassVar = "会社の基本"

    id: str = "company"
    name: str = ""
    trade: str = ""
    address: str = ""
    phone: str = ""
    representative_title: str = "代表取締役"
    representative: str = ""
    levels: Annotated[tuple[Level, ...], Meaning.SOME] = THREE_LEVELS
    name_top_secret: str = "極秘"
    name_secret: str = "秘"
    name_internal: str = "社外秘"
    circumstances: tuple[Circumstance, ...] = ()
    western_dates: bool = False
    author: str = ""


class Department(Record, kw_only=True):
    """部門・班."""

    KIND: ClassVar = "departments"
    LABEL: ClassVar = "部門・班"

    position: Position = 0
    name: str = ""


class Person(Record, kw_only=True):
    """人. `joined` may lie ahead; `left` is the last day, "" while nothing is said of one. `previous` is the employer before us."""

    KIND: ClassVar = "people"
    LABEL: ClassVar = "人"

    position: Position = 0
    name: str = ""
    department: DepartmentId = ""
    title: str = ""
    employment: str = ""
    joined: Day = ""
    left: Day = ""
    previous: str = ""


class Partner(Record, kw_only=True):
    """取引先. `nda_until` is the last day of the confidentiality agreement, "" when there is none."""

    KIND: ClassVar = "partners"
    LABEL: ClassVar = "取引先"

    position: Position = 0
    name: str = ""
    relation: Relation = Relation.CUSTOMER
    address: str = ""
    representative_title: str = ""
    representative: str = ""
    nda_signed: Day = ""
    nda_until: Day = ""
    note: str = ""
    abroad: bool = False


class Asset(Record, kw_only=True):
    """情報資産: a kind of information, one line of the ledger. `guesses` names the fields not yet confirmed (仮).

    `unlawful` says whether it tells of something against the law; None while nobody has been asked. See ledger/unlawful.py.
    """

    KIND: ClassVar = "assets"
    LABEL: ClassVar = "情報資産"

    position: Position = 0
    name: str = ""
    kind: str = ""
    department: DepartmentId = ""
    keeper: PersonId = ""
    owner: Owner = Owner.OWN
    partner: PartnerId = ""
    contract: str = ""
    personal: YesNo = YesNo.NO
    export: YesNo = YesNo.NO
    keep_until: str = ""
    review_on: Day = ""
    note: str = ""
    template: str = ""
    guesses: tuple[str, ...] = ()
    unlawful: YesNo | None = None


class Place(Record, kw_only=True):
    """One medium of an asset and where it is kept. An asset has at most one place per medium and location."""

    KIND: ClassVar = "places"
    LABEL: ClassVar = "置き場所"
    OF_ASSET: ClassVar = "asset"

    asset: AssetId
    medium: Medium = Medium.DATA
    where: str = ""


class Access(Record, kw_only=True):
    """見てよい人: one reader of an asset. `who` is a person's or department's id, a title, or "" for everyone.

    `needs` says that the work needs it; a row may need without being allowed to view.
    """

    KIND: ClassVar = "access"
    LABEL: ClassVar = "見てよい人"
    OF_ASSET: ClassVar = "asset"

    asset: AssetId
    reader: Reader = Reader.PERSON
    who: str = ""
    view: bool = True
    copy: bool = False
    take: bool = False
    needs: bool = True
    since: Day = ""
    until: Day = ""


class Disclosure(Record, kw_only=True):
    """社外に渡してあるもの: an asset is with a partner. `form` is what was handed over (紙の図面, データ), `agreement` under which
    promise, `return_by` when it is to be back, `returned` when it was; "" while it is still there.
    """

    KIND: ClassVar = "disclosures"
    LABEL: ClassVar = "社外に渡してあるもの"
    OF_ASSET: ClassVar = "asset"

    asset: AssetId
    position: Position = 0
    partner: PartnerId = ""
    since: Day = ""
    form: str = ""
    agreement: str = ""
    return_by: Day = ""
    returned: Day = ""
    note: str = ""


class Evaluation(Record, kw_only=True):
    """The owner's answers on one asset; the id is the asset's. None and "" mean not answered; scores go from 0 to 3."""

    KIND: ClassVar = "evaluations"
    LABEL: ClassVar = "評価の答え"
    OF_ASSET: ClassVar = "id"

    value: Score = None
    loss: Score = None
    rival: Score = None
    trust: Score = None
    duty: YesNo | None = None
    protection: Protection | None = None
    known: Known | None = None
    guesses: tuple[str, ...] = ()


class Decision(Record, kw_only=True):
    """区分の決定: the owner's own, dated, with the reason. The id is the asset's."""

    KIND: ClassVar = "decisions"
    LABEL: ClassVar = "区分の決定"
    OF_ASSET: ClassVar = "id"

    level: Level
    reason: str = ""
    by: str = ""
    on: Day = ""


class Choice(Record, kw_only=True):
    """採否: the id is the measure's. `who` is a person's id, `due` a date."""

    KIND: ClassVar = "choices"
    LABEL: ClassVar = "対策の採否"

    state: State
    reason: str = ""
    who: PersonId = ""
    due: Day = ""


class Appointment(Record, kw_only=True):
    """Who holds a role. The id is `role` or `role:variant` (a level for keepers, day / night for the emergency call)."""

    KIND: ClassVar = "appointments"
    LABEL: ClassVar = "役割"

    role: str
    variant: str = ""
    person: PersonId = ""
    deputy: PersonId = ""
    phone: str = ""


class Answer(Record, kw_only=True):
    """What a form asked and the ledger did not know. The id is the key, or `key@partner id` where it differs by partner."""

    KIND: ClassVar = "answers"
    LABEL: ClassVar = "様式への答え"

    value: str = ""


class OwnArticle(Record, kw_only=True):
    """The owner's own hand on an article of a form; the id is `form:article`.

    `shown` False switches an optional article off. `lines` are its own 項 and 号 in place of the model text (none: the model's),
    each a JSON text `[depth, [["text", "…"], ["ref", "id"], ["full", "id"], ["value", "name"]], "id"]`: depth 0 項, 1 号, 2 細号,
    last the id by which references know it. `base` is the SHA-256 of the model text that it replaced, so that a later change
    beneath is noticed. app/domain/forms/own_rows.py reads and writes the lines.
    """

    KIND: ClassVar = "own_articles"
    LABEL: ClassVar = "手直しした条"

    shown: bool = True
    lines: tuple[str, ...] = ()
    base: str = ""


class Issue(Record, kw_only=True):
    """A paper as it was made final: version n of a form (for one person or partner, or ""). Never changed, never undone.

    Its document tree (as JSON) and its files are kept beside the records, under their SHA-256 in hexadecimal.
    """

    KIND: ClassVar = "issues"
    LABEL: ClassVar = "確定した書類"

    form: str
    subject: str = ""
    version: Version = 1
    title: str = ""
    on: Day = ""
    by: str = ""
    reason: str = ""
    tree_sha256: str = ""
    docx_sha256: str = ""
    pdf_sha256: str = ""

    @property
    def evidence(self) -> tuple[str, ...]:
        """Its tree and its files."""
        return tuple(filter(None, (self.tree_sha256, self.docx_sha256, self.pdf_sha256)))


class Signature(Record, kw_only=True):
    """That a person or partner signed a paper: which version (an issue's id, or "" for one that was not issued here), when,
    and where the original is. Never undone; the newest row counts, and one without a date takes the one before it back.
    """

    KIND: ClassVar = "signatures"
    LABEL: ClassVar = "署名"

    form: str
    subject: str
    issue: IssueId = ""
    on: Day = ""
    where: str = ""
    note: str = ""


class Output(Record, kw_only=True):
    """That a paper (for one person or partner, or "") was written to a file or sent to a printer: `how` is docx, pdf or print.
    Never undone, for the file and the sheet are out in the world.
    """

    KIND: ClassVar = "outputs"
    LABEL: ClassVar = "作った書類"

    form: str
    subject: str = ""
    how: str = ""
    on: Day = ""


KINDS: Mapping[str, type[Record]] = {record.KIND: record for record in Record.__subclasses__()}
"""Every kind of record by its name, in the order of this file. All else that speaks of kinds is derived from this."""
OF_ASSET: Mapping[str, str] = {kind: record.OF_ASSET for kind, record in KINDS.items() if record.OF_ASSET}
"""The kinds whose rows hang on an asset, and which field names it."""


APPEND_ONLY = frozenset({"issues", "signatures", "outputs"})
"""Kinds whose rows are evidence: written once, untouched by undo."""


EVIDENCE = frozenset({"issues", "signatures"})
"""Of these, the ones that are worth nothing without the person or partner whom they name."""
KIND_OF: Mapping[type[Record], str] = {record: kind for kind, record in KINDS.items()}
