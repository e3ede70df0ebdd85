"""The tables that a form may ask the ledger for, as rows of text. Column titles and widths belong to app/documents/tables.py.

An empty cell at the end of a row is for the hand. Tables of one person or partner are in tables_of_one.
"""

from collections.abc import Callable, Iterator, Mapping

from app.domain.forms import cells
from app.domain.forms.cells import Gap, Row
from app.domain.ledger import readers
from app.domain.ledger.agreements import Standing, standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.people import label
from app.domain.ledger.seats import department_and_title, holder, seats, sitting
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
    for number, asset in enumerate(company.listed, 1):
        department = company.departments.get(asset.department)
        yield (
            str(number),
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
    for number, asset in enumerate(company.listed, 1):
        if decision := company.decisions.get(asset.id):
            level = company.level_name(decision.level)
            yield str(number), asset.name, level, cells.day(company, decision.on), decision.by, decision.reason


def _readers(company: Company) -> Iterator[Row]:
    for number, asset in enumerate(company.listed, 1):
        for access in company.access_of(asset.id):
            if access.view:
                yield (
                    str(number),
                    asset.name,
                    cells.level(company, asset),
                    readers.reader_name(company, access),
                    cells.rights(access),
                    cells.day(company, access.since),
                    cells.day(company, access.until),
                )


def _partners(company: Company) -> Iterator[Row]:
    for partner in sorted(company.partners.values(), key=lambda one: (one.position, one.id)):
        relation = Relation(partner.relation).label
        until = cells.day(company, partner.nda_until)
        ended = standing_of(partner, company.on) is Standing.ENDED
        yield partner.name, relation, cells.day(company, partner.nda_signed), until + ENDED * ended


def _access(company: Company) -> Iterator[Row]:
    """Who may view what, with room for why, for keys and numbers."""
    numbers = {asset.id: str(number) for number, asset in enumerate(company.listed, 1)}
    for asset in cells.guarded(company):
        for access in company.access_of(asset.id):
            if access.view:
                yield (
                    numbers[asset.id],
                    asset.name,
                    cells.level(company, asset),
                    readers.reader_name(company, access),
                    cells.rights(access),
                    "",
                    cells.day(company, access.since),
                    cells.day(company, access.until),
                    label(company, asset.keeper) if company.is_here(asset.keeper) else "",
                    "",
                )


def _takers(company: Company) -> Iterator[Row]:
    """Who may take what out, as the owner has decided beforehand."""
    for asset in cells.guarded(company):
        for access in readers.current(company, asset.id):
            if access.take:
                reader = readers.reader_name(company, access)
                yield asset.name, cells.level(company, asset), reader, cells.day(company, access.until)


def _entrusted(company: Company) -> Iterator[Row]:
    """Whom to tell when something leaks that is not ours."""
    for asset in company.listed:
        if asset.owner is Owner.ENTRUSTED:
            yield asset.name, cells.partner_name(company, asset), cells.contract(company, asset), ""


def _know_how(company: Company) -> Iterator[Row]:
    """What stands in no file: the know-how in people's heads."""
    known = [asset for asset in company.listed if any(p.medium is Medium.MEMORY for p in company.places_of(asset.id))]
    for number, asset in enumerate(known, 1):
        answers = company.evaluations.get(asset.id)
        protection = answers.protection.label if answers and answers.protection else ""
        yield (
            str(number),
            asset.name,
            asset.kind,
            readers.line(company, asset.id),
            cells.level(company, asset),
            protection,
            "",
            "",
        )


def _attendance(company: Company) -> Iterator[Row]:
    """Everybody who works here, to sign."""
    for number, person in enumerate(company.staff, 1):
        yield str(number), department_and_title(company, person.id), person.name, "", "", ""


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
