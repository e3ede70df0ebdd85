"""What is the case at this company: what the owner said, and what the ledger itself shows."""

from datetime import timedelta

from app.domain.ledger.agreements import is_entrusted
from app.domain.ledger.company import Company
from app.domain.ledger.readers import viewers
from app.domain.ledger.records import Asset
from app.domain.ledger.unlawful import held_back_here
from app.domain.words import Circumstance, Medium, Relation

MANY_READERS = 5
"""From this many readers on, keeping people away no longer works by itself."""
ASKED = tuple(circumstance for circumstance in Circumstance if circumstance is not Circumstance.WRONGDOING)
"""Those that the owner is asked about; the last one is only what the ledger shows."""


def circumstances(company: Company) -> frozenset[Circumstance]:
    """What the owner said is the case, and what the ledger itself shows."""
    a_year_ago = (company.on - timedelta(days=365)).isoformat()
    shown: dict[Circumstance, bool] = {
        Circumstance.ENTRUSTED: any(company.of_every(is_entrusted)),
        Circumstance.PARTNERS: bool(company.partners),
        Circumstance.SUBCONTRACT: any(p.relation is Relation.SUBCONTRACTOR for p in company.partners.values()),
        Circumstance.LEAVERS: any(person.left >= a_year_ago for person in company.people.values()),
        Circumstance.MEMORY: any(company.of_every(_is_in_a_head)),
        Circumstance.WRONGDOING: any(company.of_every(held_back_here)),
        Circumstance.MANY_READERS: max(company.of_every(viewers), default=0) >= MANY_READERS,
    }
    return frozenset(company.profile.circumstances) | {fact for fact, holds in shown.items() if holds}


def _is_in_a_head(company: Company, asset: Asset) -> bool:
    return any(place.medium is Medium.MEMORY for place in company.places_of(asset.id))
