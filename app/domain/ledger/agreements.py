"""Y 他社の情報: what we hold for others, and how the promise of secrecy with each partner stands.

What others hold of ours is in outside.py.
"""

from collections import Counter
from datetime import date, timedelta

from app.domain import dates
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Disclosure, Partner
from app.domain.value import Value
from app.domain.words import Owner, Word

SOON = timedelta(days=60)
"""How early we speak of a promise that ends (our own guide)."""


class Standing(Word):
    """How a promise stands; `good` when it holds today."""

    NONE = "none", "まだありません"
    ENDED = "ended", "切れています"
    SOON = "soon", "もうすぐ切れます"
    HELD = "held", "あります"

    @property
    def good(self) -> bool:
        """Whether it holds today."""
        return self in (Standing.SOON, Standing.HELD)


class Promise(Value):
    """A partner, how the promise stands, and that in words; `held` is how many of their things we keep, `out` how
    many of ours are with them.
    """

    partner: Partner
    standing: Standing
    words: str
    held: int
    out: int


class Entrusted(Value):
    """One thing we keep for somebody: from whom ("" when not written down) and under which contract."""

    asset: Asset
    partner: str
    contract: str
    promise: Promise | None


def promises(company: Company) -> list[Promise]:
    """Every partner, in the owner's order."""
    held = Counter(asset.partner for asset in company.listed if asset.owner is Owner.ENTRUSTED)
    out = Counter(row.partner for row in company.disclosures.values() if still_out(company, row))
    partners = sorted(company.partners.values(), key=lambda partner: (partner.position, partner.id))
    return [_promise(company, partner, held[partner.id], out[partner.id]) for partner in partners]


def entrusted(company: Company) -> list[Entrusted]:
    """Everything we keep for others, in the owner's order."""
    known = {promise.partner.id: promise for promise in promises(company)}
    found = []
    for asset in company.listed:
        if asset.owner is Owner.ENTRUSTED:
            promise = known.get(asset.partner)
            found.append(Entrusted(asset, promise.partner.name if promise else "", asset.contract, promise))
    return found


def is_entrusted(_: Company, asset: Asset) -> bool:
    """Whether somebody else's."""
    return asset.owner is Owner.ENTRUSTED


def still_out(company: Company, row: Disclosure) -> bool:
    """Whether what was handed over has not come back by the day."""
    return not row.returned or row.returned > company.day


def _promise(company: Company, partner: Partner, held: int, out: int) -> Promise:
    stands = standing_of(partner, company.on)
    until = dates.written(partner.nda_until, company.profile.western_dates)
    words = stands.label
    if stands is not Standing.NONE:
        words += f"（{until}まで）" if until else "（終わりの日は書いてありません）"
    return Promise(partner, stands, words, held, out)


def on_paper(company: Company, partner: Partner | None, today: date) -> str:
    """How the agreement stands, for a paper: never only the day on which it was made. Without one, boxes to tick."""
    western = company.profile.western_dates
    standing = standing_of(partner, today) if partner else Standing.NONE
    if partner is None or standing is Standing.NONE:
        return f"□ある（結んだ日　{dates.to_fill_in(today, western)}）　　□ない"
    signed, until = dates.written(partner.nda_signed, western), dates.written(partner.nda_until, western)
    if standing is Standing.ENDED:
        return f"期限切れ（{until}まで）"
    return f"ある（結んだ日　{signed}、{f'{until}まで' if until else '終わる日は台帳にない'}）"


def ended_on_paper(company: Company, partner: Partner | None) -> str:
    """Beside what is held for a partner: that the promise about it has ended; "" while it holds, or where there never was one."""
    if partner is None or standing_of(partner, company.on) is not Standing.ENDED:
        return ""
    return f"秘密保持の契約は期限切れ（{dates.written(partner.nda_until, company.profile.western_dates)}まで）"


def standing_of(partner: Partner, today: date) -> Standing:
    """How the agreement with a partner stands on a day. One whose end is not a date goes on."""
    if not partner.nda_signed:
        return Standing.NONE
    try:
        until = date.fromisoformat(partner.nda_until)
    except ValueError:
        return Standing.HELD
    if until < today:
        return Standing.ENDED
    return Standing.SOON if until - today <= SOON else Standing.HELD
