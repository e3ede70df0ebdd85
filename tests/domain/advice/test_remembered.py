"""What is remembered from one company to the next is what would be worked out anew."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.advice import deciding, progress
from app.domain.advice.evaluation import effective_level, suggest
from app.domain.advice.recommendation import advise, guards
from app.domain.advice.xrays import xrays
from app.domain.forms import tables
from app.domain.forms.facts import SHOWN_BY
from app.domain.ledger.agreements import is_entrusted
from app.domain.ledger.circumstances import circumstances
from app.domain.ledger.company import FEW, Company
from app.domain.ledger.people import departments_meant, label, partners_meant, people_meant
from app.domain.ledger.readers import people_who, viewers
from app.domain.ledger.records import (
    Access,
    Asset,
    Choice,
    Decision,
    Department,
    Evaluation,
    Partner,
    Person,
    Place,
    Profile,
    Record,
)
from app.domain.words import Level, Medium, Owner, Reader, State
from tests import firms

IDS = st.sampled_from(["1", "2", "3"])
WHERE = st.sampled_from(["", "d1", "d2"])
NAMES = ("", "大西 誠", "大西　誠", "大西", "製造部", "製造", "㈱みなと", "株式会社みなと", "みなと")
NAME = st.sampled_from(NAMES)
SCORE = st.none() | st.integers(0, 3)
ROWS: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Asset,
        id=IDS,
        position=st.integers(0, 2),
        name=st.text("型図", max_size=2),
        owner=st.sampled_from(Owner),
        guesses=st.sampled_from([(), ("kind",)]),
    ),
    st.builds(Place, id=IDS, asset=IDS, medium=st.sampled_from(Medium), where=WHERE),
    st.builds(
        Access,
        id=IDS,
        asset=IDS,
        reader=st.sampled_from(Reader),
        who=IDS | WHERE | st.just("長"),
        view=st.booleans(),
        until=st.sampled_from(["", "2020-01-01"]),
    ),
    st.builds(Evaluation, id=IDS, value=SCORE, loss=SCORE, rival=SCORE),
    st.builds(Decision, id=IDS, level=st.sampled_from(Level)),
    st.builds(
        Person, id=IDS, department=WHERE, title=st.sampled_from(["", "長"]), left=st.sampled_from(["", "2020-01-01"])
    ),
    st.builds(Person, id=IDS, name=NAME, department=WHERE, title=st.sampled_from(["", "長"])),
    st.builds(Department, id=st.sampled_from(["d1", "d2"]), name=NAME),
    st.builds(Partner, id=IDS, name=NAME, nda_signed=st.sampled_from(["", "2020-01-01"])),
    st.builds(Choice, id=st.sampled_from(sorted(firms.library().measures)[:9]), state=st.sampled_from(State)),
    st.builds(Profile, levels=st.sampled_from([tuple(Level)[1:], (Level.SECRET, Level.INTERNAL)])),
)
KINDS = ("assets", "places", "access", "evaluations", "decisions", "people", "partners", "choices")
STEPS = st.lists(st.tuples(st.lists(ROWS, max_size=4), st.lists(st.tuples(st.sampled_from(KINDS), IDS), max_size=2)))


def all_that_is_worked_out(company: Company) -> tuple[object, ...]:
    """Everything that asks `Company.of`, and what the company works out itself."""
    advice = advise(company, firms.library())
    of_each = [
        (
            suggest(company, asset),
            effective_level(company, asset),
            viewers(company, asset),
            people_who(company, asset.id),
        )
        for asset in company.listed
    ]
    remembered = [(company.of(asset, suggest), company.of(asset, viewers)) for asset in company.assets]
    by_asset = [(company.places_of(asset), company.access_of(asset)) for asset in company.assets]
    return (
        advice,
        of_each,
        remembered,
        by_asset,
        company.staff,
        [
            (people_meant(company, word), departments_meant(company, word), partners_meant(company, word))
            for word in NAMES
        ],
        [label(company, person) for person in company.people],
        company.out_of(SHOWN_BY, circumstances),
        {name: list(rows(company)) for name, rows in tables.ROWS.items()},
        progress.stages(company, firms.library(), advice),
        [guards(company, item) for item in advice.values()],
        (company.order, company.listed, progress.decided(company), company.those(is_entrusted)),
        (progress.undecided(company), progress.unconfirmed(company), progress.placeless(company)),
        [deciding.next_undecided(company, asset) for asset in ("", *company.assets)],
        xrays(company, firms.library()),
    )


@settings(deadline=None, max_examples=30)
@given(STEPS)
def test_what_is_remembered_is_what_would_be_worked_out_anew(steps):
    company = firms.firm()
    for put, drop in steps:
        all_that_is_worked_out(company)  # is now remembered
        company = company.after(put, drop)
        assert all_that_is_worked_out(company) == all_that_is_worked_out(replace(company))


@pytest.mark.parametrize("touched", [1, FEW, FEW + 1, 3 * FEW])
def test_however_many_are_touched_the_others_keep_their_places(touched: int) -> None:
    def name(_: Company, asset: Asset) -> str:
        return asset.name

    company = firms.firm().after(Asset(id=f"a{n}", position=n, name=str(n)) for n in range(4 * FEW))
    assert list(company.of_every(name)) == [str(n) for n in range(4 * FEW)]
    for n in range(touched):
        company = company.after([replace(company.assets[f"a{n}"], name=f"new {n}")])
    assert list(company.of_every(name)) == [asset.name for asset in company.listed]
    moved = company.after([replace(company.assets["a0"], position=1000)], [("assets", "a1")])
    assert list(moved.of_every(name)) == [asset.name for asset in moved.listed] and moved.order[-1] == "a0"


def test_only_the_asset_that_was_touched_is_worked_out_again():
    company = firms.firm(*firms.asset(id="a1"), *firms.asset(id="a2"))
    asked: list[str] = []

    def name(_: Company, asset: Asset) -> str:
        asked.append(asset.id)
        return asset.name

    def ask(company: Company) -> list[str]:
        asked.clear()
        assert all(company.of(asset, name) == company.assets[asset].name for asset in company.assets)
        return list(asked)

    assert ask(company) == ["a1", "a2"]
    assert ask(company) == []
    company = company.after([replace(company.assets["a1"], name="別の名前")])
    assert ask(company) == ["a1"]
    company = company.after([Choice(id="any", state=State.ADOPTED)])
    assert ask(company) == []
    company = company.after([Access(id="new", asset="a2")], [("places", "a1-data")])
    assert ask(company) == ["a1", "a2"]
    assert ask(company.after([replace(company.profile, name="別の会社")])) == ["a1", "a2"]
