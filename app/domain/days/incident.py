"""Z もしもの時: whom in the company to call first."""

from dataclasses import dataclass

from app.domain.ledger.company import Company
from app.domain.ledger.seats import holder, seats

FIRST = ("emergency:day", "emergency:night", "chief", "hotline")


@dataclass(frozen=True)
class Call:
    """A seat and who answers for it today: the deputy where the person has left; `person` is "" while nobody does."""

    seat: str
    name: str
    person: str
    deputy: str
    phone: str


def calls(company: Company) -> list[Call]:
    """The people to call, first the emergency call itself."""
    names = {seat.id: seat.name for seat in seats(company)}
    return [_call(company, seat, names[seat]) for seat in FIRST if seat in names]


def _call(company: Company, seat: str, name: str) -> Call:
    sits = holder(company, seat)
    person, deputy = _here(company, sits.person), _here(company, sits.deputy)
    return Call(seat, name, person or deputy, deputy if person else "", sits.phone)


def _here(company: Company, person: str) -> str:
    """A person's name, "" for nobody and for whoever has left."""
    return company.person_name(person) if company.is_here(person) else ""
