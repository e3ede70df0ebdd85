"""The columns of the asset ledger (情報資産管理台帳), each as text and back.

A row of the table, a row pasted from Excel and a cell typed by hand all go through the same `Field`: it shows an asset's value
as one line and turns a typed line into the records to put and drop. Nothing is guessed: what fits nothing comes back as a problem.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain import readers
from app.domain.company import KIND_OF, Asset, Company, Department, Partner, Person, Place, Record
from app.domain.words import Medium, Owner, Word, YesNo

NewId = Callable[[], str]


@dataclass(frozen=True)
class Edit:
    """What a typed text means: records to put and drop, or a problem in words (then nothing is to be written)."""

    put: tuple[Record, ...] = ()
    drop: tuple[tuple[str, str], ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class Field:
    """One column: its key (the Asset field, or media / places / readers), its label, and both directions."""

    key: str
    label: str
    text: Callable[[Company, Asset], str]
    edit: Callable[[Company, Asset, str, NewId], Edit]
    options: tuple[str, ...] = ()
    hint: str = ""


MEDIUM_WORDS: dict[str, Medium] = {
    "紙": Medium.PAPER,
    "書類": Medium.PAPER,
    "電子": Medium.DATA,
    "データ": Medium.DATA,
    "PC": Medium.DATA,
    "物": Medium.THING,
    "現物": Medium.THING,
    "人の頭": Medium.MEMORY,
    "頭の中": Medium.MEMORY,
    "人の頭の中": Medium.MEMORY,
    "記憶": Medium.MEMORY,
    "人": Medium.MEMORY,
}
_SPLIT = re.compile(r"[、，,・／/\s　と]+")
_PLACES = re.compile(r"[／/;；\n]+")
_DATE = re.compile(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?")


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
        found = next((word for word in words if text.strip() in (word.label, word.value)), None)
        if found is None:
            return Edit(problem=f"「{label}」は {'・'.join(word.label for word in words)} から選びます。")
        return Edit((_with(asset, key, found),))

    return Field(key, label, lambda _, asset: getattr(asset, key).label, edit, tuple(word.label for word in words))


def _with(asset: Asset, key: str, value: Any) -> Asset:
    return replace(asset, **{key: value})


def _department(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """A department by name; a new name founds a department."""
    name = text.strip()
    known = next((d for d in company.departments.values() if d.name == name), None)
    if known or not name:
        return Edit((replace(asset, department=known.id if known else ""),))
    new = Department(id=new_id(), position=len(company.departments) + 1, name=name)
    return Edit((new, replace(asset, department=new.id)))


def _keeper(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """A person by name; a name that nobody here has is added to the people."""
    name = text.strip()
    if not name:
        return Edit((replace(asset, keeper=""),))
    found = [person for person in company.staff if name in (person.name, re.split(r"\s", person.name)[0])]
    if len(found) > 1:
        return Edit(problem=f"「{name}」さんは{len(found)}人います。氏名で書いてください。")
    if found:
        return Edit((replace(asset, keeper=found[0].id),))
    new = Person(id=new_id(), position=len(company.people) + 1, name=name)
    return Edit((new, replace(asset, keeper=new.id)))


def _partner(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """The partner an entrusted asset came from; a new name is added to the partners."""
    name = text.strip()
    if not name:
        return Edit((replace(asset, partner=""),))
    known = next((p for p in company.partners.values() if p.name == name), None)
    partner = known or Partner(id=new_id(), position=len(company.partners) + 1, name=name)
    put: tuple[Record, ...] = (replace(asset, partner=partner.id, owner=Owner.ENTRUSTED),)
    return Edit(put if known else (partner, *put))


def media_text(company: Company, asset: Asset) -> str:
    """「電子・紙」."""
    media = [place.medium for place in company.places_of(asset.id)]
    return "・".join(dict.fromkeys(medium.label for medium in media))


def _media(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """The media as a set: places of a medium that stays are kept."""
    words = [word for word in _SPLIT.split(text.strip()) if word]
    unknown = [word for word in words if word not in MEDIUM_WORDS]
    if unknown:
        return Edit(problem=f"「{unknown[0]}」は媒体として読めません。紙・電子・物・人の頭 から書いてください。")
    wanted = dict.fromkeys(MEDIUM_WORDS[word] for word in words)
    old = company.places_of(asset.id)
    have = {place.medium for place in old}
    new = tuple(Place(id=new_id(), asset=asset.id, medium=medium) for medium in wanted if medium not in have)
    drop = tuple(("places", place.id) for place in old if place.medium not in wanted)
    return Edit((replace(asset), *new), drop)


def places_text(company: Company, asset: Asset) -> str:
    """「共有 生産技術」, or 「紙：金型庫／電子：共有」 where the media lie apart."""
    places = company.places_of(asset.id)
    where = dict.fromkeys(place.where for place in places if place.where)
    if len(where) <= 1:
        return next(iter(where), "")
    return "／".join(f"{place.medium.label}：{place.where}" for place in places)


def _places(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """One place for all media, or 「紙：…／電子：…」 for each."""
    old = company.places_of(asset.id)
    named: dict[Medium, str] = {}
    for part in filter(None, (piece.strip() for piece in _PLACES.split(text))):
        head, colon, tail = part.replace("：", ":", 1).partition(":")
        if colon and head.strip() in MEDIUM_WORDS:
            named[MEDIUM_WORDS[head.strip()]] = tail.strip()
    if named:
        kept = {place.medium: place for place in old}
        put = [
            replace(kept[medium], where=where)
            if medium in kept
            else Place(id=new_id(), asset=asset.id, medium=medium, where=where)
            for medium, where in named.items()
        ]
        return Edit((replace(asset), *put))
    whole = text.strip()
    if not old and whole:
        return Edit((replace(asset), Place(id=new_id(), asset=asset.id, where=whole)))
    return Edit((replace(asset), *(replace(place, where=whole) for place in old)))


def _readers(company: Company, asset: Asset, text: str, new_id: NewId) -> Edit:
    """見てよい人 by name, department, title or 全員."""
    parsed = readers.parse(company, asset.id, text, new_id)
    if parsed.unknown:
        names = "」「".join(parsed.unknown)
        return Edit(problem=f"「{names}」は、名簿の人・部門・役職に見つかりません。氏名か部門の名で書いてください。")
    keep = {row.id for row in parsed.rows}
    drop = tuple(("access", row.id) for row in company.access_of(asset.id) if row.id not in keep)
    return Edit((replace(asset), *parsed.rows), drop)


def _review_on(_: Company, asset: Asset, text: str, __: NewId) -> Edit:
    """A date such as 2027/4/1, kept as an ISO string."""
    if not text.strip():
        return Edit((replace(asset, review_on=""),))
    match = _DATE.fullmatch(text.strip())
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        day = None
    if day is None:
        return Edit(problem="見直す日は 2027/4/1 のように書いてください。")
    return Edit((replace(asset, review_on=day.isoformat()),))


FIELDS: tuple[Field, ...] = (
    _plain("name", "情報の名前", "例：金型図面・金型データ"),
    _plain("kind", "中身のひとこと", "例：3D・2Dの型図"),
    Field(
        "department",
        "部門",
        lambda company, asset: (
            company.departments[asset.department].name if asset.department in company.departments else ""
        ),
        _department,
        hint="例：製造",
    ),
    Field("media", "媒体", media_text, _media, tuple(medium.label for medium in Medium), "紙・電子・物・人の頭"),
    Field("places", "置き場所", places_text, _places, hint="例：共有フォルダ 生産技術"),
    Field(
        "readers",
        "見てよい人",
        lambda company, asset: readers.line(company, asset.id),
        _readers,
        hint="人・部門・役職・全員",
    ),
    Field("keeper", "管理する人", lambda company, asset: company.person_name(asset.keeper), _keeper, hint="例：大西"),
    _word("owner", "自社か預かりか", Owner),
    Field(
        "partner",
        "預かった相手",
        lambda company, asset: company.partners[asset.partner].name if asset.partner in company.partners else "",
        _partner,
    ),
    _plain("contract", "もとになる契約", "例：取引基本契約"),
    _word("personal", "個人の情報", YesNo),
    _word("export", "輸出管理", YesNo),
    _plain("keep_until", "保存する期間", "例：納入後10年"),
    Field("review_on", "見直す日", lambda _, asset: asset.review_on.replace("-", "/"), _review_on),
    _plain("note", "メモ"),
)
BY_KEY: dict[str, Field] = {field.key: field for field in FIELDS}


def apply(company: Company, asset: Asset, values: dict[str, str], new_id: NewId) -> tuple[Company, Edit]:
    """Several columns of one asset in turn; the company as it then is, all records together, problems joined."""
    put: dict[tuple[str, str], Record] = {}
    drop: dict[tuple[str, str], None] = {}
    problems: list[str] = []
    company = company.after((asset,))
    put[("assets", asset.id)] = asset
    for key, text in values.items():
        current = company.assets[asset.id]
        edit = BY_KEY[key].edit(company, current, text, new_id)
        problems += [edit.problem] if edit.problem else []
        records = tuple(_confirmed(record, key) for record in edit.put)
        company = company.after(records, edit.drop)
        put |= {(KIND_OF[type(record)], record.id): record for record in records}
        drop |= dict.fromkeys(edit.drop)
    return company, Edit(tuple(put.values()), tuple(drop), "\n".join(problems))


def _confirmed(record: Record, key: str) -> Record:
    """Typing into a guessed field confirms it."""
    if isinstance(record, Asset) and key in record.guesses:
        return replace(record, guesses=tuple(guess for guess in record.guesses if guess != key))
    return record
