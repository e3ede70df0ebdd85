"""The cells of the tables in papers: what the ledger says of one thing, as text.

A cell that should hold something and does not is a `Gap`: the paper shows 〔　　　　〕 there and the owner is told what is missing.
"""

from dataclasses import dataclass

from app.domain import dates
from app.domain.ledger.agreements import ended_on_paper
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset
from app.domain.ledger.unlawful import held_back
from app.domain.words import Level, Medium, Owner

GUESSED = "（仮）"


@dataclass(frozen=True)
class Gap:
    """A cell still to be filled: the name of the value and what belongs there."""

    key: str
    label: str


Cell = str | Gap
Row = tuple[Cell, ...]


def kept_at(company: Company, asset: Asset) -> str:
    """Each medium with its place, one a line."""
    places = company.places_of(asset.id)
    text = lines(*("：".join(filter(None, (place.medium.label, place.where))) for place in places))
    guessed = not {"media", "places"}.isdisjoint(asset.guesses)
    return text + GUESSED if text and guessed else text


def media(company: Company, asset: Asset) -> str:
    """「紙・電子」: in what it can be handed over; what is in somebody's head cannot."""
    held = (place.medium for place in company.places_of(asset.id) if place.medium is not Medium.MEMORY)
    return "・".join(dict.fromkeys(medium.label for medium in held))


def level(company: Company, asset: Asset) -> str:
    """The company's name for the decided level."""
    decided = company.level_of(asset.id)
    return company.level_name(decided) if decided else "未決定"


def is_guarded(company: Company, asset: Asset) -> bool:
    """Whether it is not known to be open to all: decided as secret, or not decided yet. What is held back is guarded by no paper."""
    return company.level_of(asset.id) is not Level.OPEN and not held_back(company, asset)


def whose(company: Company, asset: Asset) -> str:
    """Our own; or from whom, and under which contract."""
    owner = said(asset, "owner", asset.owner.label)
    if asset.owner is Owner.OWN:
        return owner
    return lines(owner, partner_name(company, asset), contract(company, asset))


def contract(company: Company, asset: Asset) -> str:
    """The contract that it came under, and whether the promise of secrecy behind it has ended."""
    return lines(asset.contract, ended_on_paper(company, company.partners.get(asset.partner)))


def partner_name(company: Company, asset: Asset) -> str:
    """The partner that an asset comes from, "" when it is our own or not written down."""
    partner = company.partners.get(asset.partner)
    return partner.name if partner else ""


def rights(access: Access) -> str:
    """「閲覧・複製・持出し」."""
    return "・".join(
        word for word, may in (("閲覧", access.view), ("複製", access.copy), ("持出し", access.take)) if may
    )


def said(asset: Asset, key: str, text: str) -> str:
    """A value of an asset, marked while it is only guessed."""
    return text + GUESSED if text and key in asset.guesses else text


def day(company: Company, iso: str) -> str:
    """A date as this company writes it."""
    return dates.written(iso, company.profile.western_dates)


def lines(*parts: str) -> str:
    """Those that say something, one a line."""
    return "\n".join(filter(None, parts))
