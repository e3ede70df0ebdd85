"""X 社内体制: which seats are filled, and who should not sit on two of them. The seats themselves: app/domain/ledger/seats.py."""

from app.domain.ledger.company import Company
from app.domain.ledger.seats import holder, seats

WATCHED = ("secretariat", "keeper")
"""Roles whose work the inspector looks at."""


def filled(company: Company, seat: str) -> bool:
    """Whether somebody of this company sits there."""
    return holder(company, seat).person in company.people


def conflicts(company: Company) -> list[str]:
    """Seats that one person should not hold together, in words. Nothing is forbidden; it is said."""
    if not filled(company, "inspector"):
        return []
    inspector = holder(company, "inspector").person
    name = company.person_name(inspector)
    clash = [s for s in seats(company) if s.role in WATCHED and holder(company, s.id).person == inspector]
    return [f"{name}さんは、点検する人と{seat.name}を兼ねています。できれば別の人に。" for seat in clash]
