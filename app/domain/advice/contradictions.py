"""X-rays: the standing list of what contradicts itself in a company, each with words that name the thing, person, partner or date, and
the one place where it is mended.

What can be seen of one asset by itself is remembered with it, so that an edit among thousands looks again at one of them; what concerns
a person, a partner or a level is put together from that. Only what was *decided* can contradict: a firm that has only begun is not told
off. What is held back stays out altogether.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from app.domain.advice.exposure import outside, still_named
from app.domain.advice.recommendation import chosen
from app.domain.handbook.library import Library
from app.domain.ledger import outputs
from app.domain.ledger.agreements import Standing, standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_representative
from app.domain.ledger.readers import current, open_to_all, viewers
from app.domain.ledger.records import Asset, Partner, Person
from app.domain.ledger.seats import filled
from app.domain.ledger.surroundings import is_cloud, is_open, opens_others
from app.domain.ledger.unlawful import held_back
from app.domain.value import Value
from app.domain.words import Level, Medium, Owner, Reader, Word

FEW = 5
"""極秘 is for those who are named; more readers than this contradict it (our own guide)."""
ENDING = timedelta(days=90)
"""How early the end of an agreement is said."""
TOO_MUCH = 0.3
"""From this share of 極秘 on the highest level says nothing any more (our own guide)."""
ENOUGH = 5
"""So many decisions there must be before shares are counted."""
OFF_THE_NET = ("offline-pc", "outsider-offline-devices")
PLEDGES = ("joining-pledge", "project-pledge")
RULES = ("information-rules", "work-rules")


class Kind(Word):
    """What contradicts what, the most pressing first."""

    LEAVER_ACCESS = "leaver-access", "辞めた人が見られる"
    OPEN_PASSWORDS = "open-passwords", "鍵の一覧を全員が見られる"
    NDA_NONE = "nda-none", "約束なしで渡してある"
    NDA_ENDING = "nda-ending", "契約が切れた・もうすぐ切れる"
    AGREEMENT_EXPIRED = "agreement-expired", "切れた契約が台帳に残っている"
    ENTRUSTED_BELOW_SECRET = "entrusted-below-secret", "預かり品の区分が低い"
    WIDE_TOP_SECRET = "wide-top-secret", "いちばん上の区分を大勢が見る"
    TOO_MUCH_TOP_SECRET = "too-much-top-secret", "いちばん上の区分が多すぎる"
    UNLOCKED_SECRET = "unlocked-secret", "秘密が鍵のない所にある"
    CLOUD_AND_OFFLINE = "cloud-and-offline", "ネットにつながないはずがクラウドに"
    FUTURE_HIRE_ACCESS = "future-hire-access", "まだ入っていない人が見られる"
    NO_KEEPER = "no-keeper", "管理責任者がいない"
    PLEDGE_MISSING = "pledge-missing", "誓約書がまだ"
    NO_EVIDENCE = "no-evidence", "秘密にした跡がない"
    MEASURE_UNWRITTEN = "measure-unwritten", "対策がどの書類にもない"
    STALE_PAPER = "stale-paper", "確定した書類が古い"


Subject = tuple[Kind, str]
"""A kind, and whom or what it is about where that is not the asset itself: a person's, a partner's id, a level."""


class Contradiction(Value):
    """One kind about one subject: the assets (ids) or measures that show it; `people` where it is about several people."""

    kind: Kind
    subject: str = ""
    things: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def contradictions(company: Company, library: Library) -> list[Contradiction]:
    """All that contradicts itself today, the most pressing first. Papers that are out of date are known to the desk only."""
    found: dict[Subject, list[str]] = {}
    for asset, seen in zip(company.order, company.of_every(seen_of), strict=True):
        for subject in seen:
            found.setdefault(subject, []).append(asset)
    every = [*_by_asset(company, found), *_by_company(company, found), *_unwritten(company, library)]
    order = list(Kind)
    return sorted(every, key=lambda one: order.index(one.kind))


# what is seen of one asset --------------------------------------------------------------------------------


def seen_of(company: Company, asset: Asset) -> tuple[Subject, ...]:
    """What one asset shows, to be remembered of it. Kinds that wait for other facts (a seat, a measure) are decided later."""
    return () if held_back(company, asset) else tuple(_seen(company, asset))


def _seen(company: Company, asset: Asset) -> Iterator[Subject]:
    level = company.level_of(asset.id)
    rank = level.rank if level else 0
    yield from _people_named(company, asset)
    yield from _partners_with(company, asset)
    if opens_others(asset) and open_to_all(company, asset.id) and len(company.staff) > 1:
        yield Kind.OPEN_PASSWORDS, ""
    if level is not None:
        if below_contract(asset, level):
            yield Kind.ENTRUSTED_BELOW_SECRET, ""
        if level is Level.TOP_SECRET:
            yield Kind.TOO_MUCH_TOP_SECRET, ""
            if company.of(asset.id, seen_widely):
                yield Kind.WIDE_TOP_SECRET, ""
    if level is not None and rank and not company.is_here(asset.keeper):
        yield Kind.NO_KEEPER, level.value
    if rank >= Level.SECRET.rank:
        places = company.places_of(asset.id)
        if any(is_open(place) for place in places):
            yield Kind.UNLOCKED_SECRET, ""
        if any(is_cloud(place) for place in places):
            yield Kind.CLOUD_AND_OFFLINE, ""
        yield Kind.NO_EVIDENCE, ""


def below_contract(asset: Asset, level: Level) -> bool:
    """Whether what was entrusted to us would be kept lower than a promise of secrecy asks."""
    return asset.owner is Owner.ENTRUSTED and level.rank < Level.SECRET.rank


def seen_widely(company: Company, asset: Asset) -> bool:
    """Whether more may view it than can be named: everybody, a whole department of several, or more than a few."""
    if viewers(company, asset) > FEW or (open_to_all(company, asset.id) and len(company.staff) > 1):
        return True
    return any(
        len(company.staff_as.get((row.reader, row.who), ())) > 1
        for row in current(company, asset.id)
        if row.view and row.reader is Reader.DEPARTMENT
    )


def too_much(top: int, decided: int) -> bool:
    """Whether the highest level is given so freely that it says nothing."""
    return decided >= ENOUGH and top > TOO_MUCH * decided


def decided_top(company: Company) -> tuple[int, int]:
    """How many are decided as 極秘, and how many are decided at all."""
    levels = [level for level in company.of_every(_decided) if level is not None]
    return levels.count(Level.TOP_SECRET), len(levels)


def _decided(company: Company, asset: Asset) -> Level | None:
    return None if held_back(company, asset) else company.level_of(asset.id)


def _people_named(company: Company, asset: Asset) -> Iterator[Subject]:
    """Those named among the readers who are not here any more, or not yet."""
    for gone in dict.fromkeys(still_named(company, asset.id)):
        yield Kind.LEAVER_ACCESS, gone
    for row in current(company, asset.id):
        person = company.people.get(row.who) if row.view and row.reader is Reader.PERSON else None
        if person is not None and person.joined > company.day:
            yield Kind.FUTURE_HIRE_ACCESS, person.id


def _partners_with(company: Company, asset: Asset) -> Iterator[Subject]:
    """Partners who hold it or whose it is, by how the promise stands."""
    subjects: dict[Subject, None] = {}
    owner = company.partners.get(asset.partner) if asset.owner is Owner.ENTRUSTED else None
    held = [(partner, disclosure.agreement) for disclosure, partner in outside(company, asset.id)]
    for partner, agreement in [*held, *([(owner, asset.contract)] if owner else [])]:
        standing = standing_of(partner, company.on)
        if standing is Standing.NONE and partner is not owner:
            subjects[Kind.NDA_NONE, partner.id] = None
        if ends_soon(company, partner):
            subjects[Kind.NDA_ENDING, partner.id] = None
        if standing is Standing.ENDED and agreement:
            subjects[Kind.AGREEMENT_EXPIRED, partner.id] = None
    yield from subjects


def ends_soon(company: Company, partner: Partner) -> bool:
    """Whether there was an agreement that is over, or ends within 90 days."""
    return bool(partner.nda_signed and partner.nda_until) and partner.nda_until <= (company.on + ENDING).isoformat()


# what is put together ---------------------------------------------------------------------------------------

ALONE = frozenset(
    {
        Kind.OPEN_PASSWORDS,
        Kind.ENTRUSTED_BELOW_SECRET,
        Kind.WIDE_TOP_SECRET,
        Kind.UNLOCKED_SECRET,
        Kind.CLOUD_AND_OFFLINE,
    }
)
"""Kinds that are about one asset each; beyond a few they stand in one line."""
TOGETHER = frozenset(
    {Kind.LEAVER_ACCESS, Kind.FUTURE_HIRE_ACCESS, Kind.NDA_NONE, Kind.NDA_ENDING, Kind.AGREEMENT_EXPIRED}
)
"""Kinds that are about a person or partner, whatever the number of assets."""


def _by_asset(company: Company, found: Mapping[Subject, list[str]]) -> Iterator[Contradiction]:
    for (kind, subject), assets in found.items():
        if kind is Kind.CLOUD_AND_OFFLINE and chosen(company).isdisjoint(OFF_THE_NET):
            continue
        if kind in TOGETHER:
            yield Contradiction(kind, subject, tuple(assets))
        elif kind in ALONE and len(assets) > FEW:
            yield Contradiction(kind, "", tuple(assets))
        elif kind in ALONE:
            yield from (Contradiction(kind, "", (asset,)) for asset in assets)


def _by_company(company: Company, found: Mapping[Subject, list[str]]) -> Iterator[Contradiction]:
    if too_much(*decided_top(company)):
        yield Contradiction(Kind.TOO_MUCH_TOP_SECRET, "", tuple(found[Kind.TOO_MUCH_TOP_SECRET, ""]))
    for level in Level:
        without = found.get((Kind.NO_KEEPER, level.value), [])
        if without and not filled(company, f"keeper:{level}"):
            yield Contradiction(Kind.NO_KEEPER, level.value, tuple(without))
    secrets = found.get((Kind.NO_EVIDENCE, ""), [])
    unsigned = unpledged(company)
    if unsigned:
        yield Contradiction(Kind.PLEDGE_MISSING, people=tuple(person.id for person in unsigned))
    bare = [asset for asset in secrets if not _shown(company, asset)]
    if bare:
        yield Contradiction(Kind.NO_EVIDENCE, things=tuple(bare))


def unpledged(company: Company) -> list[Person]:
    """Who may view a decided secret and has not signed; those who came from elsewhere first. The head signs for the company."""
    rows = set[tuple[Reader, str]]().union(*company.of_every(_secret_readers))
    if (Reader.EVERYONE, "") in rows:
        places: Iterable[int] = range(len(company.staff))
    else:
        places = sorted(set[int]().union(*(company.staff_as.get(row, ()) for row in rows)))
    signed = set[str]().union(*(outputs.signed_by(company, form) for form in PLEDGES))
    missing = [one for one in (company.staff[place] for place in places) if one.id not in signed]
    bound = [one for one in missing if not is_representative(company, one)]
    return sorted(bound, key=lambda person: not person.previous)


def _secret_readers(company: Company, asset: Asset) -> tuple[tuple[Reader, str], ...]:
    level = _decided(company, asset)
    if level is None or level.rank < Level.SECRET.rank:
        return ()
    return tuple((row.reader, row.who) for row in current(company, asset.id) if row.view)


def _shown(company: Company, asset: str) -> bool:
    """Whether anything at all shows that it is meant as a secret: rules on paper, a pledge, or a measure for its medium."""
    return _papers_show(company) or not company.of(asset, _media).isdisjoint(_media_guarded(company))


def _papers_show(company: Company) -> bool:
    return not outputs.made(company).isdisjoint(RULES) or any(outputs.signed_by(company, form) for form in PLEDGES)


def _media(company: Company, asset: Asset) -> frozenset[Medium]:
    return frozenset(place.medium for place in company.places_of(asset.id)) or frozenset(Medium)


SHOWING: Mapping[str, frozenset[Medium]] = {
    "secret-marking": frozenset(Medium),
    "rules-and-training": frozenset(Medium),
    "access-rights": frozenset({Medium.DATA}),
    "personal-accounts": frozenset({Medium.DATA}),
    "separate-storage": frozenset({Medium.PAPER, Medium.DATA, Medium.THING}),
    "locked-in-place": frozenset({Medium.PAPER, Medium.DATA, Medium.THING}),
    "entry-and-shelf-limits": frozenset({Medium.PAPER, Medium.THING}),
    "know-how-catalogue": frozenset({Medium.MEMORY}),
}
"""Measures by which a secret is seen to be one, and in which media."""


def _media_guarded(company: Company) -> frozenset[Medium]:
    kept = chosen(company)
    return frozenset[Medium]().union(*(media for measure, media in SHOWING.items() if measure in kept))


def _unwritten(company: Company, library: Library) -> Iterator[Contradiction]:
    """Measures that are in force while no paper of ours says so. Before the first paper only what is adopted is spoken of."""
    made = outputs.made(company)
    if not made.isdisjoint(RULES):
        return
    silent = []
    for choice in company.choices.values():
        measure = library.measures.get(choice.id)
        if measure and choice.state.in_force and made.isdisjoint(measure.forms):
            silent.append(choice)
    if made or any(choice.state == "adopted" for choice in silent):
        spoken = [choice.id for choice in silent if made or choice.state == "adopted"]
        if spoken:
            yield Contradiction(Kind.MEASURE_UNWRITTEN, things=tuple(spoken))
