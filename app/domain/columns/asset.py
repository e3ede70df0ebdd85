"""The columns of the asset ledger (情報資産管理台帳), each as text and back.

A row of the table, a row pasted from Excel and a cell typed by hand all go through the same `Field`: it shows an asset's value
as one line and turns a typed line into the records to put and drop. Nothing is guessed: what fits nothing comes back as a problem.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain import dates
from app.domain.columns import marks
from app.domain.folding import name_key
from app.domain.ledger import people, places, readers
from app.domain.ledger.company import Company
from app.domain.ledger.records import KIND_OF, Asset, Record, changed
from app.domain.words import Medium, Owner, Word, YesNo

NewId = Callable[[], str]

OWNERS: Mapping[Owner, frozenset[str]] = {
    Owner.OWN: marks.keys("自社 自社のもの 自社品 当社 弊社 社内 自 own"),
    Owner.ENTRUSTED: marks.keys("預かり 預り 預 他社 客先 お客様 得意先 支給 支給品 貸与 借用 受領"),  # as typed
}
"""What other sheets say for 自社 and 預かり, folded."""


@dataclass(frozen=True)
class Edit:
    """What a typed text means: records to put and drop, or a problem in words. `refused` names the columns it concerns."""

    put: tuple[Record, ...] = ()
    drop: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """One column: its key (the Asset field, or media / places / readers), its label, and both directions.

    `closed` says that only the options will do; such a column is never empty.
    """

    key: str
    label: str
    text: Callable[[Company, Asset], str]
    edit: Callable[[Company, Asset, str, NewId], Edit]
    options: tuple[str, ...] = ()
    hint: str = ""
    closed: bool = False


def _plain(key: str, label: str, hint: str = "") -> Field:
    """A column that is text as typed."""
    return Field(
        key,
        label,
        lambda _, asset: str(getattr(asset, key)),
        lambda _, asset, text, __: Edit((_with(asset, key, text),)),
        hint=hint,
    )


def _word(key: str, label: str, words: type[Word]) -> Field:
    """A column whose value is one of a closed list."""

    def edit(_: Company, asset: Asset, text: str, __: NewId) -> Edit:
        found = next((word for word in words if text.strip() in (word.label, word.value)), None) or _marked(words, text)
        if found is None:
            return Edit(problem=f"「{label}」は {'・'.join(word.label for word in words)} から選びます。")
        return Edit((_with(asset, key, found),))

    options = tuple(word.label for word in words)
    return Field(key, label, lambda _, asset: getattr(asset, key).label, edit, options, closed=True)


UNLAWFUL = "法律違反や通報に当たる内容"
ANSWERS: Mapping[YesNo | None, str] = {
    None: "まだ",
    YesNo.NO: "ない",
    YesNo.YES: "ある",
    YesNo.UNKNOWN: "分からない",
}
_SAID: tuple[tuple[frozenset[str], YesNo | None], ...] = (
    (marks.keys("まだ 未回答 未確認 未記入 未記載 未入力 空欄 空白 - -- ー ― － — ─ / ／ ・") | {""}, None),
    (marks.keys("分からない わからない 判らない 不明 unknown"), YesNo.UNKNOWN),
    (marks.YES, YesNo.YES),
    (marks.NO, YesNo.NO),
    (marks.NOTHING, YesNo.UNKNOWN),
)
"""A dash says nothing here, and least of all 「ない」: that takes a word."""


def _unlawful(_: Company, asset: Asset, text: str, __: NewId) -> Edit:
    """Whether it tells of something against the law (app/domain/ledger/unlawful.py)."""
    key = name_key(text)
    found = [answer for said, answer in _SAID if key in said]
    if not found:
        return Edit(problem=f"「{UNLAWFUL}」は {'・'.join(ANSWERS.values())} から選びます。")
    return Edit((_with(asset, "unlawful", found[0]),))


def _marked(words: type[Word], text: str) -> Word | None:
    """「○」「有」「－」 and their like in the columns that have two answers."""
    key = name_key(text)
    if words is YesNo:
        answers = ((marks.YES, YesNo.YES), (marks.NO, YesNo.NO), (marks.NOTHING, YesNo.UNKNOWN))
        return next((answer for said, answer in answers if key in said), None)
    return next((owner for owner, said in OWNERS.items() if key in said), None) if words is Owner else None


def _with(asset: Asset, key: str, value: Any) -> Asset:
    return changed(asset, **{key: value})


def _department(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """A department by name; a new name founds a department."""
    joining = people.department_joining(company, _bare(text), new_id)
    return Edit((*joining.new, changed(asset, department=joining.id)), problem=joining.problem)


def _department_text(company: Company, asset: Asset) -> str:
    return company.departments[asset.department].name if asset.department in company.departments else ""


def _keeper(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """A person by name; a name that nobody here has is added to the people."""
    if marks.is_nobody(text):
        return Edit(problem=f"「{text.strip()}」では、誰か一人に決まりません。氏名を書いてください。")
    joining = people.person_joining(company, _bare(text), new_id, now=asset.keeper)
    return Edit((*joining.new, changed(asset, keeper=joining.id)), problem=joining.problem)


def _partner(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """The partner an entrusted asset came from; a new name is added to the partners."""
    joining = people.partner_joining(company, _bare(text), new_id)
    owner = Owner.ENTRUSTED if joining.meant else asset.owner
    return Edit((*joining.new, changed(asset, partner=joining.id, owner=owner)), problem=joining.problem)


def _partner_text(company: Company, asset: Asset) -> str:
    return company.partners[asset.partner].name if asset.partner in company.partners else ""


def _bare(text: str) -> str:
    """What was typed as a name; a mark such as 「－」 or 「なし」 is no name."""
    return "" if marks.is_nothing(text) else text


def _media(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """The media as a set: places of a medium that stays are kept."""
    return _placed(company, asset, places.with_media(asset.id, company.places_of(asset.id), _bare(text), new_id))


def _places(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """One place for all media, or 「紙：…／電子：…」 for each."""
    return _placed(company, asset, places.with_places(asset.id, company.places_of(asset.id), _bare(text), new_id))


def _placed(company: Company, asset: Asset, parsed: places.Parsed) -> Edit:
    guesses = dict.fromkeys((*asset.guesses, "media") if parsed.guessed else asset.guesses)
    keep = {place.id for place in parsed.rows}
    drop = tuple(("places", place.id) for place in company.places_of(asset.id) if place.id not in keep)
    return Edit((changed(asset, guesses=tuple(guesses)), *parsed.rows), drop, parsed.problem)


def _readers(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """見てよい人 by name, department, title or 全員."""
    return _read_by(company, asset, readers.parse(company, asset.id, _bare(text), new_id))


def _readers_joining(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """The same, where names that nobody knows join the company."""
    return _read_by(company, asset, readers.parse_joining(company, asset.id, _bare(text), new_id))


def _read_by(company: Company, asset: Asset, parsed: readers.Parsed) -> Edit:
    if nobody := [word for word in parsed.unknown if marks.is_nobody(word)]:
        return Edit(problem=f"「{nobody[0]}」では、誰か分かりません。人・部門・役職を書くか、全員と書いてください。")
    strangers = readers.strangers(company, parsed.unknown)
    if strangers:
        return Edit(problem=f"「{'」「'.join(strangers)}」は、名簿の人・部門・役職に見つかりません。")
    if parsed.unknown:
        word = parsed.unknown[0]
        if ahead := people.coming_named(company, word):
            return Edit(problem=people.not_yet(company, ahead[0]))
        return Edit(problem=people.which(company, word, people.people_meant(company, word)))
    keep = {row.id for row in parsed.rows}
    drop = tuple(("access", row.id) for row in company.access_of(asset.id) if row.id not in keep)
    return Edit((*parsed.joined, asset, *parsed.rows), drop)


def _review_on(_: Company, asset: Asset, text: str, __: NewId) -> Edit:
    """A date such as 2027/4/1 or 令和9年4月1日, kept as an ISO string."""
    day = dates.read(text)
    if _bare(text).strip() and not day:
        return Edit(problem="見直す日は 2027/4/1 のように書いてください。")
    return Edit((changed(asset, review_on=day),))


FIELDS: tuple[Field, ...] = (
    _plain("name", "情報の名前", "例：金型図面・金型データ"),
    _plain("kind", "中身のひとこと", "例：3D・2Dの型図"),
    Field(
        "department",
        "部門",
        _department_text,
        _department,
        hint="例：製造",
    ),
    Field("media", "媒体", places.media_text, _media, tuple(medium.label for medium in Medium), "紙・電子・物・人の頭"),
    Field("places", "置き場所", places.places_text, _places, hint="例：共有フォルダ 生産技術"),
    Field(
        "readers",
        "見てよい人",
        lambda company, asset: readers.line(company, asset.id),
        _readers,
        hint="人・部門・役職・全員",
    ),
    Field("keeper", "管理する人", lambda company, asset: people.label(company, asset.keeper), _keeper, hint="例：大西"),
    _word("owner", "自社か預かりか", Owner),
    Field(
        "partner",
        "預かった相手",
        _partner_text,
        _partner,
    ),
    _plain("contract", "もとになる契約", "例：取引基本契約"),
    _word("personal", "個人の情報", YesNo),
    _word("export", "輸出管理", YesNo),
    _plain("keep_until", "保存する期間", "例：納入後10年"),
    Field("review_on", "見直す日", lambda _, asset: asset.review_on.replace("-", "/"), _review_on),
    Field(
        "unlawful",
        UNLAWFUL,
        lambda _, asset: ANSWERS[asset.unlawful],
        _unlawful,
        tuple(ANSWERS.values()),
        closed=True,
    ),
    _plain("note", "メモ"),
)
BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}
_TURN = {field.key: turn for turn, field in enumerate(FIELDS)}


def alone(company: Company, asset: Asset, known: Company | None = None) -> Company:
    """The company as if this were its only asset: what is worked out in it costs the same in a ledger of any length.

    `known` is where the people, departments and partners come from, when some have joined meanwhile.
    """
    return (known or company).having(
        assets={asset.id: asset},
        places={place.id: place for place in company.places_of(asset.id)},
        access={row.id: row for row in company.access_of(asset.id)},
    )


def apply(
    company: Company, asset: Asset, values: Mapping[str, str], new_id: NewId, *, join: bool = False
) -> tuple[Company, Edit]:
    """Several columns of one asset in turn; the company as it then is, all records together, problems joined.

    What is refused is left out. `join` lets names of readers that nobody knows join the company.
    """
    put: dict[tuple[str, str], Record] = {("assets", asset.id): asset}
    drop: dict[tuple[str, str], None] = {}
    problems: dict[str, str] = {}
    for key in _in_turn(values):
        read = _readers_joining if join and key == "readers" else BY_KEY[key].edit
        edit = read(company, asset, values[key], new_id)
        if edit.problem:
            problems[key] = edit.problem
            continue
        around = [record for record in edit.put if not isinstance(record, Asset)]
        asset = next((_confirmed(record, key) for record in edit.put if isinstance(record, Asset)), asset)
        if around or edit.drop:
            company = company.after(around, edit.drop)
        for gone in edit.drop:
            put.pop(gone, None)
        put |= {(KIND_OF[type(record)], record.id): record for record in (asset, *around)}
        drop |= dict.fromkeys(edit.drop)
    return company.after((asset,)), Edit(
        tuple(put.values()), tuple(drop), "\n".join(problems.values()), tuple(problems)
    )


def _in_turn(keys: Mapping[str, str]) -> Iterable[str]:
    """As the columns stand, for a place needs its medium; but a place that is emptied goes before its medium does."""
    emptied = "places" in keys and not keys["places"].strip()
    return sorted(keys, key=lambda key: (not (emptied and key == "places"), _TURN[key]))


def _confirmed(asset: Asset, key: str) -> Asset:
    """Typing into a guessed field confirms it."""
    if key in asset.guesses:
        return changed(asset, guesses=tuple(guess for guess in asset.guesses if guess != key))
    return asset
