"""The tables of a paper that is made for one person or one partner. Empty cells at the end of a row are for the hand."""

from collections.abc import Callable, Iterator, Mapping

from app.domain.forms import cells
from app.domain.forms.cells import Row
from app.domain.ledger import readers
from app.domain.ledger.agreements import still_out
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Person
from app.domain.ledger.seats import holder, seats, sitting
from app.domain.ledger.unlawful import named_on_paper
from app.domain.words import Medium, Owner

BY_HAND = 6
"""So many empty rows stand where nothing is known yet."""


def _person_secrets(company: Company, person: str) -> Iterator[Row]:
    """What one person may view or once might, the most secret first; empty rows for the hand where that is not known."""
    who = company.people.get(person)
    known = [
        asset for asset in named_on_paper(company) if who and _rank(company, asset) and _shown_to(company, asset, who)
    ]
    for asset in sorted(known, key=lambda asset: -_rank(company, asset)):
        yield asset.name, cells.level(company, asset), cells.whose(company, asset)
    if not known:
        yield from [("", "", "")] * BY_HAND


def _rank(company: Company, asset: Asset) -> int:
    level = company.level_of(asset.id)
    return level.rank if level else 0


def _shown_to(company: Company, asset: Asset, who: Person) -> bool:
    return any(access.view and readers.covers(access, who) for access in company.access_of(asset.id))


def _person_access(company: Company, person: str) -> Iterator[Row]:
    """What one person may do with what, to be stopped one by one."""
    for asset, can in _open_to(company, person):
        yield asset.name, cells.level(company, asset), can, cells.kept_at(company, asset), "", ""


def _person_returns(company: Company, person: str) -> Iterator[Row]:
    """What one person may hold and gives back; what is only in the head cannot be given back."""
    held = [asset for asset, _ in _open_to(company, person) if _can_be_held(company, asset)]
    yield from _returns(company, held)


def _open_to(company: Company, person: str) -> Iterator[tuple[Asset, str]]:
    """What a person may view today, with every right that any row gives."""
    if who := company.people.get(person):
        for asset in map(company.assets.__getitem__, company.those(cells.is_guarded)):
            rows = [row for row in readers.current(company, asset.id) if row.view and readers.covers(row, who)]
            if rows:
                widest = Access(
                    id="", asset=asset.id, copy=any(row.copy for row in rows), take=any(row.take for row in rows)
                )
                yield asset, cells.rights(widest)


def _can_be_held(company: Company, asset: Asset) -> bool:
    places = company.places_of(asset.id)
    return not places or any(place.medium is not Medium.MEMORY for place in places)


def _person_duties(company: Company, person: str) -> Iterator[Row]:
    """What somebody else has to take over: seats, seats as deputy, and the keeping of assets."""
    if person not in company.people:
        return
    for seat in seats(company):
        held = holder(company, seat.id)
        if held.person == person:
            yield seat.name, sitting(company, seat.id)[1], "", ""
        elif held.deputy == person:
            yield f"{seat.name}の代わり", "", "", ""
    for asset in named_on_paper(company):
        if asset.keeper == person:
            yield f"「{asset.name}」の管理", "", "", ""


def _partner_entrusted(company: Company, partner: str) -> Iterator[Row]:
    """What one partner has entrusted to us, to be received on paper."""
    for number, asset in enumerate(_from(company, partner), 1):
        yield str(number), asset.name, "", cells.media(company, asset), "", cells.level(company, asset), "", ""


def _partner_returns(company: Company, partner: str) -> Iterator[Row]:
    """The same things on their way back."""
    yield from _returns(company, _from(company, partner))


def _partner_outside(company: Company, partner: str) -> Iterator[Row]:
    """What of ours one partner has in hand, on its way back."""
    out = (
        row for row in company.disclosures.values() if partner and row.partner == partner and still_out(company, row)
    )
    for number, row in enumerate(sorted(out, key=lambda row: (row.position, row.id)), 1):
        yield str(number), company.assets[row.asset].name, row.form, "", "", "", ""


def _from(company: Company, partner: str) -> list[Asset]:
    """What a partner has entrusted to us in a form that can be handed over."""
    entrusted = (one for one in named_on_paper(company) if one.owner is Owner.ENTRUSTED and one.partner == partner)
    return [asset for asset in entrusted if partner and _can_be_held(company, asset)]


def _returns(company: Company, assets: list[Asset]) -> Iterator[Row]:
    for number, asset in enumerate(assets, 1):
        yield str(number), asset.name, cells.media(company, asset), "", "", "", ""


ROWS_OF_PERSON: Mapping[str, Callable[[Company, str], Iterator[Row]]] = {
    "person-secrets": _person_secrets,
    "person-access": _person_access,
    "person-duties": _person_duties,
    "person-returns": _person_returns,
}
"""Tables of a paper that is made for each person."""

ROWS_OF_PARTNER: Mapping[str, Callable[[Company, str], Iterator[Row]]] = {
    "partner-entrusted": _partner_entrusted,
    "partner-returns": _partner_returns,
    "partner-outside": _partner_outside,
}
"""Tables of a paper that is made for each partner."""
