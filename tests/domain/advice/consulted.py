"""The companies of companies/*.toml as values, and what a consultant expects of the advice on them (README.md there)."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    Access,
    Asset,
    Choice,
    Decision,
    Department,
    Disclosure,
    Evaluation,
    Partner,
    Person,
    Place,
    Profile,
    Record,
)
from app.domain.words import Circumstance, Known, Level, Medium, Owner, Protection, Reader, Relation, State, YesNo

FOLDER = Path(__file__).with_name("companies")
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))
WORDS = {"duty": YesNo, "known": Known, "protection": Protection}


@dataclass(frozen=True)
class Consulted:
    """One company, and what is expected of each kind (`first_month`, `year`, `never`, `reason`, `level`, `warning`)."""

    company: Company
    ids: dict[str, str]
    """The ids of assets, people and partners by their names."""
    expect: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


@cache
def consulted(name: str) -> Consulted:
    """The company of one file."""
    told = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    ids: dict[str, str] = {}
    rows: list[Record] = [_profile(told.get("profile", {}))]
    for number, department in enumerate(told.get("departments", []), 1):
        ids[f"部門 {department}"] = f"d{number}"
        rows.append(Department(id=f"d{number}", position=number, name=department))
    for number, person in enumerate(told.get("people", []), 1):
        ids.setdefault(person["name"], f"p{number}")
        department = ids.get(f"部門 {person.get('department', '')}", "")
        given = {
            key: _text(person.get(key, "")) for key in ("name", "title", "employment", "joined", "left", "previous")
        }
        rows.append(Person(id=f"p{number}", position=number, department=department, **given))
    for number, partner in enumerate(told.get("partners", []), 1):
        ids[partner["name"]] = f"t{number}"
        given = {key: _text(partner.get(key, "")) for key in ("name", "nda_signed", "nda_until")}
        relation, abroad = Relation(partner["relation"]), partner.get("abroad", False)
        rows.append(Partner(id=f"t{number}", position=number, relation=relation, abroad=abroad, **given))
    titles = {person.get("title") for person in told.get("people", [])}
    for number, asset in enumerate(told.get("assets", []), 1):
        ids[asset["name"]] = f"a{number}"
        rows += _asset(f"a{number}", number, asset, ids, titles)
    rows += [Choice(id=measure, state=State(state)) for measure, state in told.get("choices", {}).items()]
    return Consulted(Company(on=told.get("on", date(2026, 11, 27))).after(rows), ids, told.get("expect", {}))


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _profile(told: dict[str, Any]) -> Profile:
    return Profile(
        name=told.get("name", ""),
        trade=told.get("trade", ""),
        representative=told.get("representative", ""),
        levels=tuple(Level(level) for level in told.get("levels", ["top_secret", "secret", "internal"])),
        circumstances=tuple(Circumstance(one) for one in told.get("circumstances", [])),
    )


def _asset(id: str, number: int, told: dict[str, Any], ids: dict[str, str], titles: set[str | None]) -> list[Record]:
    rows: list[Record] = [
        Asset(
            id=id,
            position=number,
            name=told["name"],
            department=ids.get(f"部門 {told.get('department', '')}", ""),
            owner=Owner(told.get("owner", "own")),
            partner=ids.get(told.get("partner", ""), ""),
            personal=YesNo(told.get("personal", "no")),
            export=YesNo(told.get("export", "no")),
            unlawful=YesNo(told["unlawful"]) if "unlawful" in told else None,
        )
    ]
    for place, (medium, where) in enumerate(told.get("places", [])):
        rows.append(Place(id=f"{id}-m{place}", asset=id, medium=Medium(medium), where=where))
    for reader, name in enumerate(told.get("readers", [])):
        rows.append(_access(f"{id}-r{reader}", id, name, ids, titles))
    if answers := told.get("answers"):
        given = {key: WORDS[key](value) if key in WORDS else value for key, value in answers.items()}
        rows.append(Evaluation(id=id, **given))
    if "level" in told:
        rows.append(Decision(id=id, level=Level(told["level"])))
    for place, out in enumerate(told.get("with", [])):
        given = {key: _text(out.get(key, "")) for key in ("since", "form", "agreement", "return_by", "returned")}
        rows.append(Disclosure(id=f"{id}-w{place}", asset=id, partner=ids[out["partner"]], **given))
    return rows


def _access(id: str, asset: str, name: str, ids: dict[str, str], titles: set[str | None]) -> Access:
    if name == "全員":
        return Access(id=id, asset=asset, reader=Reader.EVERYONE)
    if f"部門 {name}" in ids:
        return Access(id=id, asset=asset, reader=Reader.DEPARTMENT, who=ids[f"部門 {name}"])
    if name in ids:
        return Access(id=id, asset=asset, who=ids[name])
    assert name in titles, name
    return Access(id=id, asset=asset, reader=Reader.TITLE, who=name)
