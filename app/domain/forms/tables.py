"""The tables that a form may ask the ledger for, as rows of text. Column titles and widths belong to app/documents/tables.py.

An empty cell at the end of a row is for the hand. What is said of an asset is remembered while it holds (`Company.of_every`). What may
tell of something unlawful has no row in any of them: every table takes its assets through `each_on_paper`.
Tables of one person or partner are in tables_of_one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from app.domain.forms import cells
from app.domain.forms.cells import Gap, Row
from app.domain.ledger import readers
from app.domain.ledger.agreements import Standing, standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.people import label
from app.domain.ledger.records import Asset
from app.domain.ledger.seats import department_and_title, holder, seats, sitting
from app.domain.ledger.unlawful import each_on_paper
from app.domain.words import Medium, Owner, Relation

ENDED = "（期限切れ）"


def _roles(company: Company) -> Iterator[Row]:
    for seat in seats(company):
        person, deputy = sitting(company, seat.id)
        yield (
            seat.name,
            person or Gap(seat.key, seat.name),
            deputy,
            holder(company, seat.id).phone,
            seat.duty,
        )


def _organisation(company: Company) -> Iterator[Row]:
    """The name of the value that says who it is, the role, and that person's department and title; the chief first."""
    for seat in seats(company):
        person = holder(company, seat.id).person
        yield seat.key, seat.name, department_and_title(company, person) if company.is_here(person) else ""


def _contacts(company: Company) -> Iterator[Row]:
    for seat in seats(company):
        if seat.id.startswith("emergency") or seat.id in ("chief", "hotline"):
            held = holder(company, seat.id)
            phone = held.phone or ("" if seat.id == "chief" else Gap(f"{seat.key}-phone", f"{seat.name}の電話"))
            person, deputy = sitting(company, seat.id)
            yield seat.name, person or Gap(seat.key, seat.name), phone, deputy


def _assets(company: Company) -> Iterator[Row]:
    return _numbered(each_on_paper(company, _asset))


def _asset(company: Company, asset: Asset) -> Row:
    department = company.departments.get(asset.department)
    return (
        cells.lines(asset.name, asset.kind),
        cells.said(asset, "department", department.name if department else ""),
        cells.kept_at(company, asset),
        cells.said(asset, "keeper", label(company, asset.keeper) if company.is_here(asset.keeper) else ""),
        cells.said(asset, "readers", readers.line(company, asset.id)),
        cells.level(company, asset),
        cells.whose(company, asset),
        cells.lines(
            f"個人情報：{cells.said(asset, 'personal', asset.personal.label)}",
            f"輸出管理：{cells.said(asset, 'export', asset.export.label)}",
        ),
        cells.lines(cells.said(asset, "keep_until", asset.keep_until), cells.day(company, asset.review_on)),
    )


def _decisions(company: Company) -> Iterator[Row]:
    return _numbered(each_on_paper(company, _decision))


def _decision(company: Company, asset: Asset) -> Row | None:
    decision = company.decisions.get(asset.id)
    if decision is None:
        return None
    level = company.level_name(decision.level)
    return asset.name, level, cells.day(company, decision.on), decision.by, decision.reason


def _readers(company: Company) -> Iterator[Row]:
    return _each_numbered(each_on_paper(company, _readers_of))


def _readers_of(company: Company, asset: Asset) -> tuple[Row, ...]:
    return tuple(
        (
            asset.name,
            cells.level(company, asset),
            readers.reader_name(company, access),
            cells.rights(access),
            cells.day(company, access.since),
            cells.day(company, access.until),
        )
        for access in company.access_of(asset.id)
        if access.view
    )


def _partners(company: Company) -> Iterator[Row]:
    for partner in sorted(company.partners.values(), key=lambda one: (one.position, one.id)):
        relation = Relation(partner.relation).label
        until = cells.day(company, partner.nda_until)
        ended = standing_of(partner, company.on) is Standing.ENDED
        yield partner.name, relation, cells.day(company, partner.nda_signed), until + ENDED * ended


def _access(company: Company) -> Iterator[Row]:
    """Who may view what, with room for why, for keys and numbers."""
    return _each_numbered(each_on_paper(company, _access_to))


def _access_to(company: Company, asset: Asset) -> tuple[Row, ...]:
    if not cells.is_guarded(company, asset):
        return ()
    keeper = label(company, asset.keeper) if company.is_here(asset.keeper) else ""
    return tuple(
        (name, level, reader, rights, "", since, until, keeper, "")
        for name, level, reader, rights, since, until in _readers_of(company, asset)
    )


def _takers(company: Company) -> Iterator[Row]:
    """Who may take what out, as the owner has decided beforehand."""
    return chain.from_iterable(each_on_paper(company, _takers_of))


def _takers_of(company: Company, asset: Asset) -> tuple[Row, ...]:
    level = cells.level(company, asset)
    return tuple(
        (asset.name, level, readers.reader_name(company, access), cells.day(company, access.until))
        for access in readers.current(company, asset.id)
        if access.take and cells.is_guarded(company, asset)
    )


def _entrusted(company: Company) -> Iterator[Row]:
    """Whom to tell when something leaks that is not ours."""
    return filter(None, each_on_paper(company, _entrusted_one))


def _entrusted_one(company: Company, asset: Asset) -> Row | None:
    if asset.owner is not Owner.ENTRUSTED:
        return None
    return asset.name, cells.partner_name(company, asset), cells.contract(company, asset), ""


def _know_how(company: Company) -> Iterator[Row]:
    """What stands in no file: the know-how in people's heads."""
    known = filter(None, each_on_paper(company, _known))
    return ((str(number), *row) for number, row in enumerate(known, 1))


def _known(company: Company, asset: Asset) -> Row | None:
    if not any(place.medium is Medium.MEMORY for place in company.places_of(asset.id)):
        return None
    answers = company.evaluations.get(asset.id)
    protection = answers.protection.label if answers and answers.protection else ""
    who = readers.line(company, asset.id)
    return asset.name, asset.kind, who, cells.level(company, asset), protection, "", ""


def _attendance(company: Company) -> Iterator[Row]:
    """Everybody who works here, to sign."""
    for number, person in enumerate(company.staff, 1):
        yield str(number), department_and_title(company, person.id), person.name, "", "", ""


def _numbered(rows: Iterable[Row | None]) -> Iterator[Row]:
    """Each with the number of its asset among those that a paper may name, in the owner's order."""
    return ((str(number), *row) for number, row in enumerate(rows, 1) if row)


def _each_numbered(rows: Iterable[tuple[Row, ...]]) -> Iterator[Row]:
    """The same where an asset has several rows, or none."""
    return ((str(number), *row) for number, several in enumerate(rows, 1) for row in several)


ROWS: Mapping[str, Callable[[Company], Iterator[Row]]] = {
    "assets": _assets,
    "decisions": _decisions,
    "readers": _readers,
    "partners": _partners,
    "roles": _roles,
    "organisation": _organisation,
    "contacts": _contacts,
    "access": _access,
    "takers": _takers,
    "entrusted": _entrusted,
    "know-how": _know_how,
    "attendance": _attendance,
}
