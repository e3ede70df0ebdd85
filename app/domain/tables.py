"""The tables that a form may ask the ledger for, as rows of text. Column titles and widths belong to app/documents/tables.py.

A cell that should hold something and does not is a `Gap`: the paper shows 〔　　　　〕 there and the owner is told what is missing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.domain import dates, readers
from app.domain.company import THREE_LEVELS, Appointment, Asset, Company, Person
from app.domain.words import Level, Owner, Relation

GUESSED = "（仮）"
BY_HAND = 6
"""So many empty rows stand where nothing is known yet."""


@dataclass(frozen=True)
class Gap:
    """A cell still to be filled: the name of the value and what belongs there."""

    key: str
    label: str


Cell = str | Gap
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Seat:
    """A role of the company as papers list it: the appointment's id, its name, its work, whom it reports to."""

    id: str
    name: str
    duty: str
    reports_to: str

    @property
    def key(self) -> str:
        """The name of its value in forms: `keeper-top-secret`, `emergency`, `emergency-night`."""
        return self.id.replace(":", "-").replace("_", "-").removesuffix("-day")


def used_levels(company: Company) -> list[Level]:
    """The secret levels in use, the highest first. A company has at least one: where it names none, it has the usual three."""
    chosen = [level for level in company.profile.levels if level.rank] or THREE_LEVELS
    return sorted(chosen, key=lambda level: -level.rank)


def seats(company: Company) -> list[Seat]:
    """Every role in the order of a role chart; a keeper for each level in use."""
    keepers = [
        Seat(
            f"keeper:{level}",
            f"管理責任者（{company.level_name(level)}）",
            "受け持つ区分の情報について、見てよい者、置き場所及び持出しの可否を決める。",
            "統括責任者",
        )
        for level in used_levels(company)
    ]
    return [
        Seat("chief", "統括責任者", "秘密情報の管理を統べ、区分の指定、規程及び事故への対応を最後に決める。", ""),
        *keepers,
        Seat("secretariat", "事務局", "台帳、規程、誓約書及び契約書を保管し、教育及び点検の日を決める。", "統括責任者"),
        Seat("inspector", "点検者", "定めたことが守られているかを確かめ、結果を報告する。", "統括責任者"),
        Seat("hotline", "通報・相談窓口", "相談及び通報を受け、知らせた者を守る。", "統括責任者"),
        Seat(
            "emergency:day", "緊急連絡担当（平日の昼）", "事故の知らせを最初に受け、統括責任者に伝える。", "統括責任者"
        ),
        Seat(
            "emergency:night",
            "緊急連絡担当（夜間・休日）",
            "事故の知らせを最初に受け、統括責任者に伝える。",
            "統括責任者",
        ),
    ]


def holder(company: Company, seat: str) -> Appointment:
    """Who sits there, an empty appointment when nobody does."""
    return company.appointments.get(seat) or Appointment(id=seat, role=seat.partition(":")[0])


def department_and_title(company: Company, person: str) -> str:
    """「製造部　工場長」."""
    if person not in company.people:
        return ""
    who = company.people[person]
    department = company.departments[who.department].name if who.department in company.departments else ""
    return "　".join(filter(None, (department, who.title)))


def _roles(company: Company) -> Iterator[Row]:
    for seat in seats(company):
        held = holder(company, seat.id)
        yield (
            seat.name,
            company.person_name(held.person) or Gap(seat.key, seat.name),
            company.person_name(held.deputy),
            held.phone,
            seat.duty,
        )


def _organisation(company: Company) -> Iterator[Row]:
    for seat in seats(company):
        person = holder(company, seat.id).person
        name = company.person_name(person) or Gap(seat.key, seat.name)
        yield ("2" if seat.reports_to else "1", seat.name, name, department_and_title(company, person), seat.reports_to)


def _contacts(company: Company) -> Iterator[Row]:
    for seat in seats(company):
        if seat.id.startswith("emergency") or seat.id in ("chief", "hotline"):
            held = holder(company, seat.id)
            phone = held.phone or ("" if seat.id == "chief" else Gap(f"{seat.key}-phone", f"{seat.name}の電話"))
            name = company.person_name(held.person) or Gap(seat.key, seat.name)
            yield seat.name, name, phone, company.person_name(held.deputy)


def _assets(company: Company) -> Iterator[Row]:
    for number, asset in enumerate(company.listed, 1):
        department = company.departments.get(asset.department)
        yield (
            str(number),
            _lines(asset.name, asset.kind),
            _said(asset, "department", department.name if department else ""),
            _kept_at(company, asset),
            _said(asset, "keeper", company.person_name(asset.keeper)),
            _said(asset, "readers", readers.line(company, asset.id)),
            _level(company, asset),
            _whose(company, asset),
            _lines(
                f"個人情報：{_said(asset, 'personal', asset.personal.label)}",
                f"輸出管理：{_said(asset, 'export', asset.export.label)}",
            ),
            _lines(_said(asset, "keep_until", asset.keep_until), _date(company, asset.review_on)),
        )


def _decisions(company: Company) -> Iterator[Row]:
    for number, asset in enumerate(company.listed, 1):
        if decision := company.decisions.get(asset.id):
            level = company.level_name(decision.level)
            yield str(number), asset.name, level, _date(company, decision.on), decision.by, decision.reason


def _readers(company: Company) -> Iterator[Row]:
    for number, asset in enumerate(company.listed, 1):
        for access in company.access_of(asset.id):
            if access.view:
                rights = "・".join(word for may, word in ((access.copy, "複製"), (access.take, "持出し")) if may)
                yield (
                    str(number),
                    asset.name,
                    _level(company, asset),
                    readers.reader_name(company, access),
                    "・".join(filter(None, ("閲覧", rights))),
                    _date(company, access.since),
                    _date(company, access.until),
                )


def _person_secrets(company: Company, person: str) -> Iterator[Row]:
    """What one person may view or once might, the most secret first; empty rows for the hand where that is not known."""
    who = company.people.get(person)
    known = [asset for asset in company.listed if who and _rank(company, asset) and _shown_to(company, asset, who)]
    for asset in sorted(known, key=lambda asset: -_rank(company, asset)):
        yield asset.name, _level(company, asset), _whose(company, asset)
    if not known:
        yield from [("", "", "")] * BY_HAND


def _rank(company: Company, asset: Asset) -> int:
    level = company.level_of(asset.id)
    return level.rank if level else 0


def _shown_to(company: Company, asset: Asset, who: Person) -> bool:
    return any(access.view and readers.covers(access, who) for access in company.access_of(asset.id))


def _partners(company: Company) -> Iterator[Row]:
    for partner in sorted(company.partners.values(), key=lambda one: (one.position, one.id)):
        relation = Relation(partner.relation).label
        yield partner.name, relation, _date(company, partner.nda_signed), _date(company, partner.nda_until)


def _kept_at(company: Company, asset: Asset) -> str:
    """Each medium with its place, one a line."""
    places = company.places_of(asset.id)
    text = _lines(*("：".join(filter(None, (place.medium.label, place.where))) for place in places))
    guessed = not {"media", "places"}.isdisjoint(asset.guesses)
    return text + GUESSED if text and guessed else text


def _level(company: Company, asset: Asset) -> str:
    level = company.level_of(asset.id)
    return company.level_name(level) if level else "未決定"


def _whose(company: Company, asset: Asset) -> str:
    partner = company.partners.get(asset.partner)
    whose = _said(asset, "owner", asset.owner.label)
    if asset.owner is Owner.OWN:
        return whose
    return _lines(whose, partner.name if partner else "", asset.contract)


def _said(asset: Asset, key: str, text: str) -> str:
    """A value of an asset, marked while it is only guessed."""
    return text + GUESSED if text and key in asset.guesses else text


def _date(company: Company, iso: str) -> str:
    return dates.written(iso, company.profile.western_dates)


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


ROWS: Mapping[str, Callable[[Company], Iterator[Row]]] = {
    "assets": _assets,
    "decisions": _decisions,
    "readers": _readers,
    "partners": _partners,
    "roles": _roles,
    "organisation": _organisation,
    "contacts": _contacts,
}

ROWS_OF_PERSON: Mapping[str, Callable[[Company, str], Iterator[Row]]] = {"person-secrets": _person_secrets}
"""Tables of a paper that is made for each person."""
