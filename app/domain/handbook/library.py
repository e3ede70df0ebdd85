"""The bundled handbook as values: one class a kind, read from the heads of handbook_content/<kind>/*.md.

The class *is* the format: its fields are the keys a head may have (besides `body`, which is read when it is shown), its
types say how a value is read, a field without a default is a key that must be there. app/content/library.py does the reading.
"""

from collections.abc import Mapping
from dataclasses import field

from app.domain.proof import Aspect, Audience, Fact
from app.domain.value import Value
from app.domain.words import (
    Basis,
    CaseKind,
    Circumstance,
    Effect,
    Effort,
    Known,
    Level,
    Medium,
    Purpose,
    Route,
    Stage,
    Strength,
    Trait,
    YesNo,
)


class Entry(Value, kw_only=True):
    """What every text has: its id (the file name), title, source and certainty."""

    id: str
    title: str
    source: str
    basis: Basis


class Measure(Entry, kw_only=True):
    """対策. No media means that it does not depend on the medium.

    `minutes` is what it takes to keep up, a month (our own guess); `role` is whose work it is, `needs` what must be there before.
    `guards` says of a measure for partners whether it is for what we have handed out, for what was entrusted to us, or both.
    """

    code: str
    route: Route
    purpose: Purpose
    also: tuple[Purpose, ...] = ()
    media: tuple[Medium, ...] = ()
    effort: Effort
    secrecy: Strength
    origin: str
    minutes: int
    role: str
    starter: int = 0
    levels: tuple[Level, ...]
    when: tuple[Circumstance, ...] = ()
    guards: tuple[Trait, ...] = (Trait.OUT,)
    needs: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    training: str
    check: str
    poster: str = ""


class Case(Entry, kw_only=True):
    """事例 of a company or an incident. `trigger` is what it began with, `method` how the thing left (手口), where that is known."""

    kind: CaseKind = CaseKind.PRACTICE
    year: int = 0
    trade: str
    size: str = ""
    routes: tuple[Route, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    measures: tuple[str, ...]
    trigger: str
    method: str = ""
    outcome: list[str] = field(default_factory=list)


class Step(Entry, kw_only=True):
    """手引きのページ."""

    chapter: str
    order: int


DEPARTMENTS = (
    "設計・開発",
    "金型・治具",
    "生産技術",
    "品質",
    "購買・生産管理",
    "営業",
    "経営・経理",
    "人事・労務",
    "情報システム",
    "預かり",
)
"""The headings of よくある情報, in the order in which they are offered."""


class TypicalAsset(Entry, kw_only=True):
    """よくある情報, with a guess for every answer."""

    department: str
    media: tuple[Medium, ...]
    level: Level
    value: int
    loss: int
    rival: int
    trust: int
    duty: YesNo
    known: Known
    entrusted: YesNo
    personal: YesNo
    export: YesNo
    place: str


class Term(Entry, kw_only=True):
    """用語."""

    reading: str
    also: list[str] = field(default_factory=list)


class Role(Entry, kw_only=True):
    """社内の役. `suits` says whom it may be proposed to, the best first: 「words | why」, where a word begins a title or the name of
    a department, and 〜word ends it.
    """

    order: int
    small: str
    suits: list[str] = field(default_factory=list)


class Contact(Entry, kw_only=True):
    """相談先."""

    order: int
    phone: str = ""
    address: str = ""
    as_of: str = ""


class Statistic(Entry, kw_only=True):
    """調査の数字. A row is 「項目 | 値」."""

    year: int
    answers: str = ""
    rows: list[str]


class Law(Entry, kw_only=True):
    """法律. `as_of` says when the text was last checked against its source."""

    order: int
    as_of: str


WORRIES = (
    "人が辞める",
    "取引先",
    "見学・来客",
    "採用",
    "データとネット",
    "漏れたかもしれない",
    "社内",
    "特許と秘密",
    "はじめ方",
)
"""The groups of 困りごと, in the order in which they are offered."""


class Worry(Entry, kw_only=True):
    """困りごと: what is on the owner's mind, in their words, and where to go from there. `page` is 「kind:id」."""

    group: str
    order: int
    page: str
    cases: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


class Checklist(Entry, kw_only=True):
    """点検表. An item is 「問い | 対策の id」, or the question alone."""

    order: int
    items: list[str]


class Trade(Entry, kw_only=True):
    """業種, with the typical assets of its firms."""

    order: int
    assets: tuple[str, ...]


class Training(Entry, kw_only=True):
    """教育計画の一回. `season` is when, `who` for whom, `minutes` how long."""

    order: int
    season: str
    who: str
    minutes: int


class Month(Entry, kw_only=True):
    """年間予定の一月."""

    month: int
    measures: tuple[str, ...] = ()


class Rule(Entry, kw_only=True):
    """選び方の決まり of C: what of the firm's facts makes a measure come first, wait, or stay out. Read by advice/rules.py.

    It touches a measure that is one of `measures`, on one of `routes`, for one of `purposes` (none named: all), guarding an asset that
    has all of `traits`, one of `levels` and of `media`, in a firm where all of `when` is the case, with `least_people` to `most_people`
    (0: any number). RAISE and LOWER weigh by `percent`; DEMAND gives the measures their place, at the latest at `stage`; FORBID keeps
    them from such assets. `reason` is a sentence in which {asset} {assets} {level} {who} {gone} {day} {place} {readers} are filled.
    """

    order: int
    effect: Effect
    when: tuple[Circumstance, ...] = ()
    measures: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    levels: tuple[Level, ...] = ()
    media: tuple[Medium, ...] = ()
    traits: tuple[Trait, ...] = ()
    least_people: int = 0
    most_people: int = 0
    percent: int = 100
    stage: Stage = Stage.YEAR
    reason: str = ""


class Proof(Entry, kw_only=True):
    """三要件の手がかり: a fact of the ledger that speaks for one of the three conditions, and what is said where it is missing.

    Read by advice/requirements.py. `strength` is how far the fact speaks, `weight` how hard its absence is held against the firm. `speaks`
    and `objection` are sentences in which {asset} {level} {day} {who} {readers} {place} {answer} are filled; `step` is the smallest next
    step, at `page` (and `focus`, in which {asset} is the asset). `measures` and `forms` say which the facts `measure` and `paper` mean.
    It is asked of an asset in one of `media`, in a firm of `least_people` to `most_people` (0: any number).
    """

    order: int
    aspect: Aspect
    audiences: tuple[Audience, ...]
    fact: Fact
    strength: Strength
    weight: Strength
    speaks: str = ""
    objection: str = ""
    step: str = ""
    page: str = ""
    focus: str = ""
    measures: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    media: tuple[Medium, ...] = ()
    least_people: int = 0
    most_people: int = 0


class Edition(Entry, kw_only=True):
    """ハンドブックと関係する資料の版."""

    year: int
    order: int


class Library(Value):
    """All entries by kind and id; `body(kind, id)` of app/content reads a text when it is shown."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    assets: Mapping[str, TypicalAsset] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    statistics: Mapping[str, Statistic] = field(default_factory=dict)
    law: Mapping[str, Law] = field(default_factory=dict)
    worries: Mapping[str, Worry] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    trades: Mapping[str, Trade] = field(default_factory=dict)
    training: Mapping[str, Training] = field(default_factory=dict)
    calendar: Mapping[str, Month] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    requirements: Mapping[str, Proof] = field(default_factory=dict)
    editions: Mapping[str, Edition] = field(default_factory=dict)


ENTRY_KINDS: Mapping[str, type[Entry]] = {
    "measures": Measure,
    "cases": Case,
    "steps": Step,
    "assets": TypicalAsset,
    "terms": Term,
    "roles": Role,
    "contacts": Contact,
    "statistics": Statistic,
    "law": Law,
    "worries": Worry,
    "checklists": Checklist,
    "trades": Trade,
    "training": Training,
    "calendar": Month,
    "rules": Rule,
    "requirements": Proof,
    "editions": Edition,
}

LINKED: Mapping[str, str] = {"worry": "worries"} | {
    kind.removesuffix("s"): kind for kind in ENTRY_KINDS if kind != "worries"
}
"""How a text names an entry in a link: `measure:id` leads to `measures`."""


def measures_in(library: Library, route: Route, purpose: Purpose) -> list[Measure]:
    """The measures of a cell, in the order of the catalogue."""
    found = [m for m in library.measures.values() if m.route is route and m.purpose is purpose]
    return sorted(found, key=lambda measure: code_key(measure.code))


def code_key(code: str) -> tuple[str, int, str]:
    """Sort key of a catalogue code such as E-2-h: routes in the handbook's order."""
    route, purpose, letter = code.split("-")
    return str("ERPO".index(route)), int(purpose), letter


def starters(library: Library) -> list[Measure]:
    """The first four: little work, and a trace that we meant it as a secret."""
    return sorted((m for m in library.measures.values() if m.starter), key=lambda measure: measure.starter)
