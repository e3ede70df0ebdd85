"""The eight companies that judge the advice: well formed, in the closed words, naming only what they hold.

Nothing here asks whether the advice is right; see companies/README.md for the format.
"""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import paths
from app.domain.words import Circumstance, Known, Level, Medium, Owner, Protection, Relation, State, YesNo

Table = dict[str, Any]

FILES = sorted((Path(__file__).parent / "companies").glob("*.toml"))
COMPANIES: dict[str, Table] = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FILES}
MEASURES = {path.stem for path in (paths.CONTENT / "measures").glob("*.md")}

TEXT, DAY, LIST, TABLES = str, date, list, list
KEYS: dict[str, tuple[Table, Table]] = {
    "": (
        {"on": DAY, "about": TEXT, "departments": LIST, "profile": dict, "people": TABLES, "assets": TABLES},
        {"partners": TABLES, "choices": dict, "expect": dict},
    ),
    "profile": ({"name": TEXT, "trade": TEXT, "representative": TEXT, "levels": LIST, "circumstances": LIST}, {}),
    "people": (
        {"name": TEXT, "department": TEXT, "employment": TEXT},
        {"title": TEXT, "joined": DAY, "left": DAY, "previous": TEXT},
    ),
    "partners": ({"name": TEXT, "relation": TEXT}, {"abroad": bool, "nda_signed": DAY, "nda_until": DAY}),
    "assets": (
        {"name": TEXT, "department": TEXT, "owner": TEXT, "places": LIST, "readers": LIST},
        {
            "partner": TEXT,
            "personal": TEXT,
            "export": TEXT,
            "unlawful": TEXT,
            "answers": dict,
            "level": TEXT,
            "with": TABLES,
        },
    ),
    "with": ({"partner": TEXT, "since": DAY, "form": TEXT, "agreement": TEXT}, {"return_by": DAY}),
    "answers": (
        {},
        {"value": int, "loss": int, "rival": int, "trust": int, "duty": TEXT, "known": TEXT, "protection": TEXT},
    ),
    "first_month": ({"any": LIST, "why": TEXT}, {}),
    "year": ({"any": LIST, "why": TEXT}, {}),
    "never": ({"measure": TEXT, "why": TEXT}, {}),
    "reason": ({"measure": TEXT, "names": LIST}, {}),
    "level": ({"asset": TEXT, "level": TEXT}, {}),
    "warning": ({"kind": TEXT}, {"about": TEXT}),
}
"""What a table must hold and what it may hold, each key with the type of its value."""

ASSET, PERSON, PARTNER = "assets", "people", "partners"
WARNINGS = {
    "wide-top-secret": ASSET,
    "no-keeper": ASSET,
    "no-evidence": ASSET,
    "entrusted-below-secret": ASSET,
    "cloud-and-offline": ASSET,
    "open-passwords": ASSET,
    "unlocked-secret": ASSET,
    "agreement-expired": ASSET,
    "pledge-missing": PERSON,
    "leaver-access": PERSON,
    "future-hire-access": PERSON,
    "nda-ending": PARTNER,
    "too-much-top-secret": "",
}
"""Each contradiction, and the kind of record that it is about; "" for the company as a whole."""

SHOWN_BY_THE_LEDGER = {
    Circumstance.ENTRUSTED,
    Circumstance.PARTNERS,
    Circumstance.SUBCONTRACT,
    Circumstance.LEAVERS,
    Circumstance.MANY_READERS,
    Circumstance.MEMORY,
}


def names(company: Table, kind: str) -> list[str]:
    return [row["name"] for row in company.get(kind, [])]


def expected(company: Table, kind: str) -> list[Table]:
    rows: list[Table] = company.get("expect", {}).get(kind, [])
    return rows


def everyone() -> list[str]:
    return list(COMPANIES)


def test_there_are_eight_companies_of_very_unlike_size() -> None:
    assert len(COMPANIES) == 8
    sizes = [len(company["people"]) for company in COMPANIES.values()]
    assert sum(size <= 10 for size in sizes) >= 2
    assert sum(10 < size <= 30 for size in sizes) >= 2
    assert sum(size > 30 for size in sizes) >= 2
    assert all(8 <= len(company["assets"]) <= 40 for company in COMPANIES.values())


@pytest.mark.parametrize("name", everyone())
def test_no_key_is_unknown_missing_or_of_another_type(name: str) -> None:
    company = COMPANIES[name]
    tables = [("", company), ("profile", company["profile"])]
    tables += [(kind, row) for kind in ("people", "partners", "assets") for row in company.get(kind, [])]
    tables += [("with", row) for asset in company["assets"] for row in asset.get("with", [])]
    tables += [("answers", asset["answers"]) for asset in company["assets"] if "answers" in asset]
    tables += [(kind, row) for kind, rows in company.get("expect", {}).items() for row in rows]
    for kind, table in tables:
        must, may = KEYS[kind]
        assert must.keys() <= table.keys() <= (must | may).keys(), (kind, table)
        for key, value in table.items():
            assert type(value) is (must | may)[key], (kind, key, value)


@pytest.mark.parametrize("name", everyone())
def test_every_word_is_in_its_closed_list(name: str) -> None:
    company = COMPANIES[name]
    profile = company["profile"]
    assert Level.OPEN not in [Level(word) for word in profile["levels"]]
    assert not {Circumstance(word) for word in profile["circumstances"]} & SHOWN_BY_THE_LEDGER
    for partner in company.get("partners", []):
        Relation(partner["relation"])
    for asset in company["assets"]:
        Owner(asset["owner"])
        for medium, where in asset["places"]:
            assert isinstance(where, str) and Medium(medium)
        for key in ("personal", "export", "unlawful"):
            YesNo(asset.get(key, "no"))
        answers = asset.get("answers", {})
        assert all(0 <= answers.get(key, 0) <= 3 for key in ("value", "loss", "rival", "trust")), asset["name"]
        YesNo(answers.get("duty", "no"))
        Known(answers.get("known", "no"))
        Protection(answers.get("protection", "secret"))
        assert asset.get("level", "open") in ["open", *profile["levels"]], asset["name"]
    for state in company.get("choices", {}).values():
        State(state)


@pytest.mark.parametrize("name", everyone())
def test_whoever_and_whatever_is_named_is_there(name: str) -> None:
    company = COMPANIES[name]
    departments = set(company["departments"])
    people = Counter(names(company, "people"))
    titles = {person["title"] for person in company["people"] if "title" in person}
    readers = Counter({"全員": 1}) + Counter(departments) + Counter(titles) + people
    partners = set(names(company, "partners"))
    assert len(partners) == len(names(company, "partners"))
    assert len(set(names(company, "assets"))) == len(names(company, "assets"))
    assert {person["department"] for person in company["people"]} <= departments
    for asset in company["assets"]:
        assert asset["department"] in departments
        assert (asset["owner"] == Owner.ENTRUSTED) == ("partner" in asset)
        held = [row["partner"] for row in asset.get("with", [])]
        assert {*held, asset.get("partner", next(iter(partners)))} <= partners
        assert [reader for reader in asset["readers"] if readers[reader] != 1] == [], "absent, or a namesake"


@pytest.mark.parametrize("name", everyone())
def test_every_measure_is_in_the_catalogue(name: str) -> None:
    company = COMPANIES[name]
    groups = [*expected(company, "first_month"), *expected(company, "year")]
    asked = {measure for group in groups for measure in group["any"]}
    never = {row["measure"] for row in expected(company, "never")}
    reasons = {row["measure"] for row in expected(company, "reason")}
    assert asked | never | reasons | company.get("choices", {}).keys() <= MEASURES
    assert not (asked | reasons) & never
    done = {measure for measure, state in company.get("choices", {}).items() if state in (State.DONE, State.DECLINED)}
    assert not asked & done


@pytest.mark.parametrize("name", everyone())
def test_no_more_is_expected_of_the_first_month_than_it_holds(name: str) -> None:
    company = COMPANIES[name]
    size = len(company["people"])
    room = 3 if size <= 10 else 4 if size <= 30 else 5
    assert 1 <= len(expected(company, "first_month")) <= room


@pytest.mark.parametrize("name", everyone())
def test_levels_and_warnings_are_about_what_the_company_has(name: str) -> None:
    company = COMPANIES[name]
    for row in expected(company, "level"):
        assert row["asset"] in names(company, "assets")
        assert row["level"] in ["open", "none", *company["profile"]["levels"]]
    unlawful = {asset["name"] for asset in company["assets"] if asset.get("unlawful") == YesNo.YES}
    assert {row["asset"] for row in expected(company, "level") if row["level"] == "none"} == unlawful
    for row in expected(company, "warning"):
        kind = WARNINGS[row["kind"]]
        assert names(company, kind).count(row["about"]) == 1 if kind else "about" not in row, row


@pytest.mark.parametrize("name", everyone())
def test_dates_are_in_an_order_that_can_be(name: str) -> None:
    company = COMPANIES[name]
    for person in company["people"]:
        assert person.get("joined", date.min) < person.get("left", date.max), person["name"]
    for partner in company.get("partners", []):
        assert "nda_until" not in partner or partner["nda_signed"] < partner["nda_until"], partner["name"]
    for asset in company["assets"]:
        for row in asset.get("with", []):
            assert row["since"] <= company["on"], asset["name"]


def test_every_contradiction_is_met_somewhere() -> None:
    said = {row["kind"] for company in COMPANIES.values() for row in expected(company, "warning")}
    assert said == WARNINGS.keys()
