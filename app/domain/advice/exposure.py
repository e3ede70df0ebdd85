"""How each asset can be reached on each of the four routes: what the rules of C look at, asset by asset.

An asset is exposed to 従業員等 by who may view it, to 退職者等 by who leaves or has left, to 取引先 only when it is with one of them or
was entrusted by one, to 外部者 by where it is kept and who comes near. `weight` says how much, 0 not at all; `traits` what is true of
it there; `who` and `day` are what a reason may name. The figures are our own guide for small factories.
"""

from dataclasses import replace
from datetime import timedelta

from app.domain.advice.evaluation import effective_level
from app.domain.ledger.agreements import standing_of, still_out
from app.domain.ledger.company import Company
from app.domain.ledger.readers import covers, current, open_to_all, people_who
from app.domain.ledger.records import Access, Asset, Disclosure, Partner, Person
from app.domain.ledger.surroundings import is_cloud, is_discarded, is_open, is_portable, is_private, opens_others
from app.domain.value import Value
from app.domain.words import Circumstance, Level, Medium, Owner, Reader, Relation, Route, Trait, YesNo

MANY = 5
"""From this many readers on, keeping people away no longer works by itself (ハンドブック 第3章)."""
SOON = timedelta(days=120)
"""How early a last day changes what is to be done."""
VERY_SOON = timedelta(days=45)
PAST = timedelta(days=365)
"""How long somebody who left still counts."""
RECENT = timedelta(days=90)
"""How long a hire from elsewhere is new, and how early the end of an agreement is said."""
ENOUGH = 8
"""Readers beyond this many change nothing in the weighing."""
TOUCHED = frozenset({Medium.PAPER, Medium.THING, Medium.MEMORY})
NOBODY = frozenset[Trait]()
NOT_EMPLOYED = ("派遣", "委託", "請負", "学生", "インターン", "実習", "出向", "顧問", "アドバイザー", "応援")
"""What says of an employment that it is not ours; 「技能実習生」 are under contract with us, and yet need to be told."""


class Exposure(Value):
    """One asset on one route."""

    weight: float = 0.0
    traits: frozenset[Trait] = NOBODY
    readers: int = 0
    who: tuple[str, ...] = ()
    """Ids of people (従業員等・退職者等) or partners (取引先・外部者), the most telling first."""
    day: str = ""
    """The date that presses: a last day, the end of an agreement, the day on which it was to be back, or since when it is out."""


class Guarded(Value):
    """An asset as the rules see it: its level, its media, and how it is exposed on each route."""

    asset: Asset
    level: Level
    media: frozenset[Medium]
    routes: tuple[tuple[Route, Exposure], ...]
    kind: str
    """All of that which a rule can tell apart, in one word."""


def guarded(company: Company, asset: Asset) -> Guarded | None:
    """The asset as the rules see it; None when it is no secret."""
    level = effective_level(company, asset)
    if level is None or level is Level.OPEN:
        return None
    media = frozenset(place.medium for place in company.places_of(asset.id))
    kept, here = _kept(company, asset), _here(company, asset, media)
    routes = (
        (Route.EMPLOYEES, here),
        (Route.LEAVERS, _leavers(company, asset, here)),
        (Route.PARTNERS, _partners(company, asset)),
        (Route.OUTSIDERS, _outsiders(company, asset, media)),
    )
    found = tuple((route, replace(one, traits=one.traits | kept)) for route, one in routes if one.weight)
    return Guarded(asset, level, media, found, _kind(level, media, found))


def _kind(level: Level, media: frozenset[Medium], routes: tuple[tuple[Route, Exposure], ...]) -> str:
    told = (f"{route}:{one.weight:.2f}:{'+'.join(sorted(one.traits))}" for route, one in routes)
    return " ".join([level, *sorted(media), *told])


def outside(company: Company, asset: str) -> list[tuple[Disclosure, Partner]]:
    """What of an asset is with somebody outside now, and with whom."""
    out = [one for one in company.disclosures_of(asset) if still_out(company, one)]
    return [(one, company.partners[one.partner]) for one in out if one.partner in company.partners]


def leaving(company: Company, asset: str) -> list[Person]:
    """Who may view an asset and has a last day, the soonest first."""
    return sorted((person for person in people_who(company, asset) if person.left), key=lambda person: person.left)


def still_named(company: Company, asset: str) -> list[str]:
    """Who has left and is named among those who may view an asset (ids)."""
    gone = {person.id for person in company.gone}
    return [row.who for row in current(company, asset) if row.view and row.reader is Reader.PERSON and row.who in gone]


def _kept(company: Company, asset: Asset) -> frozenset[Trait]:
    """What is true of it on every route: where it lies, that it tells of people, and whose work needs it."""
    places = company.places_of(asset.id)
    found = {
        Trait.CLOUD: any(is_cloud(place) for place in places),
        Trait.OPEN: any(is_open(place) for place in places),
        Trait.PRIVATE: any(is_private(place) for place in places),
        Trait.PORTABLE: any(is_portable(place) for place in places),
        Trait.DISCARDED: any(is_discarded(place) for place in places),
        Trait.KEYS: opens_others(asset),
        Trait.PERSONAL: asset.personal is YesNo.YES,
        Trait.NEEDED_WIDELY: len(people_who(company, asset.id, _needs_by_name)) >= MANY,
        Trait.NEEDED_UNSEEN: bool(kept_out(company, asset.id)),
    }
    return frozenset(trait for trait, holds in found.items() if holds)


def kept_out(company: Company, asset: str) -> list[str]:
    """Who needs an asset for work and may not view it (ids)."""
    views = {person.id for person in people_who(company, asset)}
    return [one.id for one in people_who(company, asset, _needs_by_name) if one.id not in views]


def _needs_by_name(row: Access) -> bool:
    """Whether a row says whose work needs it. That all may see it does not say that all need it."""
    return row.needs and row.reader is not Reader.EVERYONE


def _here(company: Company, asset: Asset, media: frozenset[Medium]) -> Exposure:
    """By who may view it. Where nobody is named yet, anybody might."""
    readers = people_who(company, asset.id)
    count, going = len(readers), leaving(company, asset.id)
    new = [person for person in readers if _is_new(company, person)]
    guests = [person for person in readers if any(word in person.employment for word in NOT_EMPLOYED)]
    found = {
        Trait.MANY: count >= MANY,
        Trait.FEW: 0 < count < MANY,
        Trait.EVERYONE: open_to_all(company, asset.id),
        Trait.SOLE: count == 1 and Medium.MEMORY in media,
        Trait.LEAVING: bool(going),
        Trait.STALE: bool(still_named(company, asset.id)),
        Trait.NEWCOMER: bool(new),
        Trait.NOT_EMPLOYED: bool(guests),
    }
    who = tuple(dict.fromkeys(person.id for person in (*new, *guests, *readers)))
    weight = 0.6 if not count else 0.5 + 0.07 * min(count, ENOUGH)
    traits = frozenset(trait for trait, holds in found.items() if holds)
    return Exposure(weight, traits, count, who, going[0].left if going else "")


def _is_new(company: Company, person: Person) -> bool:
    return bool(person.previous) and person.joined > (company.on - RECENT).isoformat()


def _leavers(company: Company, asset: Asset, here: Exposure) -> Exposure:
    """By who will leave or has left. Somebody may always leave one day, and that weighs little."""
    going, sole = leaving(company, asset.id), here.traits & {Trait.SOLE}
    if going:
        last_day = going[0].left
        near = last_day <= (company.on + SOON).isoformat()
        soon = {Trait.SOON} if near else set()
        soon |= {Trait.AT_ONCE} if last_day <= (company.on + VERY_SOON).isoformat() else set()
        who = tuple(person.id for person in going)
        return Exposure(2.0 if near else 1.2, sole | {Trait.LEAVING} | soon, here.readers, who, last_day)
    last = _latest_leaver(company, asset)
    if last:
        return Exposure(0.8, frozenset({Trait.LEFT}), here.readers, (last.id,), last.left)
    return Exposure(0.12, sole, here.readers, here.who)


def _latest_leaver(company: Company, asset: Asset) -> Person | None:
    since = (company.on - PAST).isoformat()
    rows = company.access_of(asset.id)
    gone = [person for person in company.gone if person.left >= since and any(_saw(row, person) for row in rows)]
    return max(gone, key=lambda person: person.left, default=None)


def _saw(row: Access, person: Person) -> bool:
    return row.view and covers(row, person)


def _partners(company: Company, asset: Asset) -> Exposure:
    """By who outside holds it; and what was entrusted to us is guarded for whose it is."""
    out = [_bound(company, partner, disclosure) for disclosure, partner in outside(company, asset.id)]
    if asset.owner is Owner.ENTRUSTED:
        owner = company.partners.get(asset.partner)
        mine = _bound(company, owner) if owner else Exposure(0.8)
        out.append(replace(mine, traits=mine.traits - {Trait.OUT} | {Trait.ENTRUSTED}))
    if not out:
        return Exposure()
    out.sort(key=lambda one: -one.weight)
    traits = NOBODY.union(*(one.traits for one in out))
    who = tuple(dict.fromkeys(who for one in out for who in one.who))
    return Exposure(out[0].weight, traits, len(who), who, out[0].day)


def _bound(company: Company, partner: Partner, disclosure: Disclosure | None = None) -> Exposure:
    """A partner with something of ours, or whose thing we keep: what is promised, and until when."""
    weight, traits, day = 0.8, set[Trait](), ""
    if disclosure is not None:
        weight, traits, day = 1.0, {Trait.OUT}, disclosure.since
        if partner.relation is Relation.SUBCONTRACTOR:
            traits.add(Trait.SUBCONTRACTED)
        if partner.abroad:
            traits, weight = traits | {Trait.ABROAD}, weight + 0.2
        if disclosure.return_by and disclosure.return_by < company.day:
            traits, weight, day = traits | {Trait.OVERDUE}, weight + 0.3, disclosure.return_by
    if not standing_of(partner, company.on).good:
        traits, weight, day = traits | {Trait.NO_AGREEMENT}, weight + 0.5, partner.nda_until
    elif partner.nda_until and partner.nda_until <= (company.on + RECENT).isoformat():
        traits, weight, day = traits | {Trait.ENDING}, weight + 0.2, partner.nda_until
    return Exposure(weight, frozenset(traits), 1, (partner.id,), day)


def _outsiders(company: Company, asset: Asset, media: frozenset[Medium]) -> Exposure:
    """By where it is kept and who comes near: visitors, those who work in our rooms, the net."""
    ticked = company.profile.circumstances
    holding = [partner.id for _, partner in outside(company, asset.id) if partner.relation is Relation.SERVICE]
    near = holding or (list(company.servicing) if media - {Medium.DATA} else [])
    weight = 0.3
    weight += 0.5 if holding else 0.2 if near else 0.0
    weight += 0.3 if Circumstance.VISITORS in ticked and media & TOUCHED else 0.0
    weight += 0.3 if Circumstance.NETWORK in ticked and Medium.DATA in media else 0.0
    weight += 0.2 if Circumstance.MOBILE in ticked and Medium.DATA in media else 0.0
    return Exposure(weight, frozenset({Trait.OUT}) if holding else NOBODY, 0, tuple(near))
