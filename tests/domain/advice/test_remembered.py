"""What is remembered from one company to the next is what would be worked out anew."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.advice import deciding, progress
from app.domain.advice.evaluation import effective_level, suggest
from app.domain.advice.recommendation import advise, guards
from app.domain.forms.facts import SHOWN_BY
from app.domain.ledger.circumstances import circumstances
from app.domain.ledger.company import Company
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

FEW = st.sampled_from(["1", "2", "3"])
WHERE = st.sampled_from(["", "d1", "d2"])
NAMES = ("", "大西 誠", "大西　誠", "大西", "製造部", "製造", "㈱みなと", "株式会社みなと", "みなと")
NAME = st.sampled_from(NAMES)
SCORE = st.none() | st.integers(0, 3)
ROWS: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Asset,
        id=FEW,
        position=st.integers(0, 2),
        name=st.text("型図", max_size=2),
        owner=st.sampled_from(Owner),
        guesses=st.sampled_from([(), ("kind",)]),
    ),
    st.builds(Place, id=FEW, asset=FEW, medium=st.sampled_from(Medium), where=WHERE),
    st.builds(
        Access,
        id=FEW,
        asset=FEW,
        reader=st.sampled_from(Reader),
        who=FEW | WHERE | st.just("長"),
        view=st.booleans(),
        until=st.sampled_from(["", "2020-01-01"]),
    ),
    st.builds(Evaluation, id=FEW, value=SCORE, loss=SCORE, rival=SCORE),
    st.builds(Decision, id=FEW, level=st.sampled_from(Level)),
    st.builds(
        Person, id=FEW, department=WHERE, title=st.sampled_from(["", "長"]), left=st.sampled_from(["", "2020-01-01"])
    ),
    st.builds(Person, id=FEW, name=NAME, department=WHERE, title=st.sampled_from(["", "長"])),
    st.builds(Department, id=st.sampled_from(["d1", "d2"]), name=NAME),
    st.builds(Partner, id=FEW, name=NAME, nda_signed=st.sampled_from(["", "2020-01-01"])),
    st.builds(Choice, id=st.sampled_from(sorted(firms.library().measures)[:9]), state=st.sampled_from(State)),
    st.builds(Profile, levels=st.sampled_from([tuple(Level)[1:], (Level.SECRET, Level.INTERNAL)])),
)
KINDS = ("assets", "places", "access", "evaluations", "decisions", "people", "partners", "choices")
STEPS = st.lists(st.tuples(st.lists(ROWS, max_size=4), st.lists(st.tuples(st.sampled_from(KINDS), FEW), max_size=2)))


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
        progress.stages(company, firms.library(), advice),
        [guards(company, item) for item in advice.values()],
        (company.order, company.listed),
        (progress.undecided(company), progress.unconfirmed(company), progress.placeless(company)),
        [deciding.next_undecided(company, asset) for asset in ("", *company.assets)],
    )


@settings(deadline=None, max_examples=30)
@given(STEPS)
def test_what_is_remembered_is_what_would_be_worked_out_anew(steps):
    company = firms.firm()
    for put, drop in steps:
        all_that_is_worked_out(company)  # is now remembered
        company = company.after(put, drop)
        assert all_that_is_worked_out(company) == all_that_is_worked_out(replace(company))


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
