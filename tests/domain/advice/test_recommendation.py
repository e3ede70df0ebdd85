"""C 対策の選択: every rule of thumb with the reason it gives, and as many suggestions as the people can keep up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.advice.recommendation import BROAD, Advice, advise, guards, per_cell
from app.domain.handbook.library import Library, Measure
from app.domain.ledger.circumstances import circumstances
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Choice, Decision, Partner, Place, Record
from app.domain.words import (
    Basis,
    Circumstance,
    Effort,
    Level,
    Medium,
    Owner,
    Purpose,
    Reader,
    Relation,
    Route,
    State,
    Strength,
)
from tests import firms

SECRETS = (Level.TOP_SECRET, Level.SECRET, Level.INTERNAL)
DAY = timedelta(days=1)
PRECIOUS = firms.asset(points=(3, 3, 3, 3), media=list(Medium))


def measure(id: str, **fields: Any) -> Measure:
    """A measure that nothing in particular speaks for or against."""
    plain: dict[str, Any] = {
        "title": id,
        "source": "本",
        "basis": Basis.OURS,
        "code": f"E-1-{id}",
        "route": Route.EMPLOYEES,
        "purpose": Purpose.ACCESS,
        "effort": Effort.LOW,
        "secrecy": Strength.STRONG,
        "origin": "handbook",
        "levels": SECRETS,
        "training": "",
        "check": "",
    }
    return Measure(id=id, **(plain | fields))


def advised(company: Company, *measures: Measure) -> Mapping[str, Advice]:
    return advise(company, Library(measures={m.id: m for m in measures}))


def said(advice: Advice) -> str:
    return "".join(reason.text for reason in advice.reasons)


def of_one(company: Company, **fields: Any) -> Advice:
    return advised(company, measure("it", **fields))["it"]


def suggested(advice: Mapping[str, Advice]) -> set[str]:
    return {item.measure for item in advice.values() if item.suggested}


def viewed_by(readers: int) -> Company:
    """A company of twelve, and one precious asset that so many of them may see."""
    names = [f"p{n}" for n in range(1, readers + 1)]
    return firms.firm(*firms.asset(points=(3, 3, 3, 3), readers=names), staff=12)


# what it would guard


def test_what_is_suggested_names_what_it_guards() -> None:
    advice = of_one(viewed_by(4))
    assert advice.suggested and guards(viewed_by(4), advice) == ["a1"]
    assert advice.reasons[0].text == "「金型図面」（極秘）を4人が見るためです。"
    assert of_one(viewed_by(4), route=Route.PARTNERS).reasons[0].text == "「金型図面」（極秘）を守るためです。"


def test_of_many_assets_the_one_that_it_fits_best_is_named() -> None:
    company = firms.firm(
        *firms.asset("金型の現物", id="a1", points=(3, 3, 3, 3), media=[Medium.THING, Medium.DATA]),
        *firms.asset("見積", id="a2", points=(2, 2, 2, 2), media=[Medium.PAPER]),
        *firms.asset("名簿", id="a3", points=(1, 1, 1, 1), media=[Medium.DATA]),
    )
    on_paper = of_one(company, media=(Medium.PAPER,))
    assert guards(company, on_paper) == ["a2"] and "見積" in said(on_paper)
    everything = of_one(company, route=Route.LEAVERS)
    assert guards(company, everything) == ["a1", "a2", "a3"] and "「金型の現物」（極秘）など3件を守るため" in said(
        everything
    )


def test_what_the_owner_decided_counts_not_what_was_suggested() -> None:
    company = firms.firm(*PRECIOUS, Decision(id="a1", level=Level.OPEN))
    assert not of_one(company).suggested


@pytest.mark.parametrize("only", SECRETS)
def test_advice_may_be_asked_for_one_level(only: Level) -> None:
    company = firms.firm(*PRECIOUS)
    library = Library(measures={"it": measure("it")})
    assert advise(company, library, only)["it"].suggested is (only is Level.TOP_SECRET)


def test_nothing_of_that_level_or_medium_is_said() -> None:
    company = firms.firm(*firms.asset(points=(1, 1, 1, 1), media=[Medium.DATA]))
    assert said(of_one(company, levels=(Level.TOP_SECRET, Level.SECRET))) == "「秘」以上の情報が、まだないためです。"
    assert (
        said(of_one(company, media=(Medium.PAPER, Medium.THING)))
        == "「社外秘」以上の紙・物の情報が、まだないためです。"
    )


def test_great_effort_is_worth_it_for_the_highest_level_only() -> None:
    heavy = {"effort": Effort.HIGH, "starter": 1}
    assert of_one(firms.firm(*PRECIOUS), **heavy).suggested
    lesser = of_one(firms.firm(*firms.asset(points=(2, 2, 2, 2))), **heavy)
    assert not lesser.suggested and said(lesser) == "手間が重い割に、守る「極秘」がありません。"


# circumstances


def test_what_is_not_the_case_here_needs_no_measure() -> None:
    company = firms.firm(*PRECIOUS)
    advice = of_one(company, when=(Circumstance.TELEWORK,))
    assert not advice.suggested and said(advice) == "「自宅や出張先で仕事をする人がいる」に当てはまらないためです。"
    there = company.after([replace(company.profile, circumstances=(Circumstance.TELEWORK,))])
    assert "はじめに効く対策です" in said(of_one(there, when=(Circumstance.TELEWORK,)))


@pytest.mark.parametrize(
    ("fact", "records"),
    [
        (Circumstance.ENTRUSTED, [Asset(id="a1", owner=Owner.ENTRUSTED)]),
        (Circumstance.PARTNERS, [Partner(id="t1")]),
        (Circumstance.SUBCONTRACT, [Partner(id="t1", relation=Relation.SUBCONTRACTOR)]),
        (Circumstance.LEAVERS, [replace(firms.people(1)[0], left=(date.today() - 300 * DAY).isoformat())]),
        (Circumstance.LEAVERS, [replace(firms.people(1)[0], left=(date.today() + 30 * DAY).isoformat())]),
        (Circumstance.MEMORY, [Asset(id="a1"), Place(id="x", asset="a1", medium=Medium.MEMORY)]),
        (Circumstance.MANY_READERS, [Asset(id="a1"), Access(id="x", asset="a1", reader=Reader.EVERYONE)]),
    ],
)
def test_the_ledger_itself_shows_some_circumstances(fact: Circumstance, records: list[Record]) -> None:
    bare = firms.firm(Asset(id="a1"), staff=6)
    assert fact not in circumstances(bare)
    assert fact in circumstances(bare.after(records))


def test_who_left_long_ago_is_no_circumstance() -> None:
    gone = replace(firms.people(1)[0], left=(date.today() - 400 * DAY).isoformat())
    assert Circumstance.LEAVERS not in circumstances(Company(on=date.today()).after([gone]))


def test_what_the_owner_ticked_is_the_case() -> None:
    company = Company(on=date.today())
    assert circumstances(company) == frozenset()
    assert circumstances(company.after([replace(company.profile, circumstances=(Circumstance.AI,))])) == {
        Circumstance.AI
    }


# rules of thumb


@pytest.mark.parametrize("purpose", [Purpose.VISIBILITY, Purpose.REMOVAL])
def test_the_more_readers_the_more_speaks_for_being_seen_and_for_hindering_removal(purpose: Purpose) -> None:
    def weights(readers: int) -> tuple[int, int]:
        both = [measure("near", purpose=Purpose.ACCESS), measure("other", purpose=purpose, code="E-2-a")]
        advice = advised(viewed_by(readers), *both)
        assert suggested(advice) == {"near", "other"}
        return advice["other"].weight, advice["near"].weight

    few, many = weights(2), weights(10)
    assert few[0] == few[1] and many[0] > many[1]
    assert "見る人が多い情報" in said(of_one(viewed_by(5), purpose=purpose))
    assert "見る人が多い情報" not in said(of_one(viewed_by(4), purpose=purpose))


def test_few_readers_can_be_kept_apart() -> None:
    assert "近づけない工夫が無理なく続きます" in said(of_one(viewed_by(4)))
    assert "近づけない工夫" not in said(of_one(viewed_by(5)))


def test_a_diverse_workforce_is_told_in_words_and_signs_rather_than_trusted_blindly() -> None:
    company = viewed_by(3)
    diverse = company.after([replace(company.profile, circumstances=(Circumstance.DIVERSE,))])
    trust, aware = measure("trust", purpose=Purpose.TRUST), measure("aware", purpose=Purpose.AWARENESS)
    before, after = advised(company, trust, aware), advised(diverse, trust, aware)
    assert after["trust"].weight < before["trust"].weight and after["aware"].weight == before["aware"].weight
    assert "これだけに頼りません" in said(after["trust"]) and "これだけに頼りません" not in said(before["trust"])
    assert "言葉と表示で伝える" in said(after["aware"]) and "言葉と表示で伝える" not in said(before["aware"])


def test_the_starter_set_goes_first_and_says_why() -> None:
    advice = advised(firms.firm(*PRECIOUS), measure("a"), measure("b", starter=1, secrecy=Strength.WEAK))
    assert suggested(advice) == {"b"} and "費用がほとんどかからず" in said(advice["b"])


def test_little_effort_and_good_evidence_go_first() -> None:
    company = firms.firm(*PRECIOUS)
    light, heavy = measure("light"), measure("heavy", effort=Effort.MEDIUM, code="E-1-a")
    assert suggested(advised(company, heavy, light)) == {"light"}
    proof, hint = measure("proof"), measure("hint", secrecy=Strength.WEAK, code="E-1-a")
    advice = advised(company, hint, proof)
    assert suggested(advice) == {"proof"} and "裏付けになりやすい" in said(advice["proof"])
    assert "裏付け" not in said(advice["hint"])


@pytest.mark.parametrize("fields", [{"purpose": Purpose.TRUST}, {"route": Route.OUTSIDERS}])
def test_evidence_weighs_nothing_where_nobody_could_have_been_told(fields: dict[str, Any]) -> None:
    company = firms.firm(*PRECIOUS)
    assert of_one(company, **fields).weight == of_one(company, **fields, secrecy=Strength.WEAK).weight


@pytest.mark.parametrize(
    ("signed", "until", "missing"),
    [("", "", True), ("2020-01-01", (date.today() - DAY).isoformat(), True), ("2020-01-01", "", False)],
)
def test_partners_without_an_agreement_are_counted(signed: str, until: str, missing: bool) -> None:
    company = firms.firm(*PRECIOUS, Partner(id="t1", nda_signed=signed, nda_until=until))
    words = said(of_one(company, route=Route.PARTNERS, forms=("mutual-nda",)))
    assert ("期限の切れた相手が1社あります" in words) is missing


def test_what_should_come_first_is_named_until_it_is_chosen() -> None:
    first, then = measure("first", title="個人の番号を配る", effort=Effort.MEDIUM), measure("then", needs=("first",))
    elsewhere = replace(first, purpose=Purpose.REMOVAL)
    company = firms.firm(*PRECIOUS)
    before = advised(company, elsewhere, then)["then"]
    assert "「個人の番号を配る」が先にあると" in said(before)
    after = advised(company.after([Choice(id="first", state=State.DONE)]), elsewhere, then)["then"]
    assert "が先にあると" not in said(after) and after.weight > before.weight


# no more than can be kept up


@pytest.mark.parametrize(("staff", "each"), [(0, 1), (3, 1), (10, 1), (11, 2), (24, 2), (30, 2), (31, 3), (100, 3)])
def test_larger_companies_can_keep_up_more(staff: int, each: int) -> None:
    company = firms.firm(*PRECIOUS, staff=staff)
    assert per_cell(company, BROAD - 1) == each and per_cell(company, BROAD) == each + 1
    advice = advised(company, *(measure(str(n)) for n in range(BROAD - 1)))
    assert len(suggested(advice)) == each
    assert all("先に効く対策で足ります" in said(item) for item in advice.values() if not item.suggested)


def test_what_weighs_too_little_is_left_for_later() -> None:
    weak = {"effort": Effort.MEDIUM, "secrecy": Strength.WEAK, "origin": "ours"}
    assert not of_one(firms.firm(*PRECIOUS), **weak).suggested
    chosen = firms.firm(*PRECIOUS, Choice(id="it", state=State.ADOPTED))
    assert of_one(chosen, **weak).suggested


@pytest.mark.parametrize("state", [State.ADOPTED, State.DONE])
def test_what_was_chosen_stays_and_counts(state: State) -> None:
    weak = measure("weak", effort=Effort.MEDIUM, secrecy=Strength.WEAK)
    company = firms.firm(*PRECIOUS)
    assert suggested(advised(company, measure("good"), weak)) == {"good"}
    chosen = company.after([Choice(id="weak", state=state)])
    assert suggested(advised(chosen, measure("good"), weak)) == {"weak"}
    both = chosen.after([Choice(id="good", state=state)])
    assert suggested(advised(both, measure("good"), weak)) == {"good", "weak"}


def test_what_was_put_off_or_declined_is_not_counted_as_chosen() -> None:
    company = firms.firm(*PRECIOUS)
    later = company.after([Choice(id="a", state=State.LATER)])
    assert suggested(advised(later, measure("a"), measure("b"))) == {"a"}
    declined = company.after([Choice(id="a", state=State.DECLINED, reason="一人しかいない")])
    advice = advised(declined, measure("a"), measure("b"))
    assert suggested(advice) == {"b"} and advice["a"].reasons[0].text == "「合わない」と決めてあります。"


# the bundled handbook


def every_size() -> list[Company]:
    sample = firms.sample()
    small = firms.firm(*PRECIOUS, *firms.asset("見積", id="a2", points=(2, 2, 2, 1), everyone=True), staff=3)
    many = [f"p{n}" for n in range(1, 101)]
    large = firms.firm(*firms.asset(points=(3, 3, 3, 3), media=list(Medium), readers=many), staff=100)
    return [small, sample, large]


@pytest.mark.parametrize("company", every_size(), ids=["3", "24", "100"])
def test_no_cell_asks_for_more_than_the_people_can_keep_up(company: Company) -> None:
    library = firms.library()
    cells = Counter((m.route, m.purpose) for m in library.measures.values())
    asked: Counter[tuple[Route, Purpose]] = Counter()
    kept = Counter((library.measures[c.id].route, library.measures[c.id].purpose) for c in company.choices.values())
    for item in advise(company, library).values():
        assert item.reasons, item.measure
        one = library.measures[item.measure]
        asked[one.route, one.purpose] += item.suggested
    assert asked.total() > 10
    assert all(asked[cell] <= max(per_cell(company, cells[cell]), kept[cell]) for cell in cells)


def test_a_larger_company_is_asked_for_more_and_the_starters_are_always_there() -> None:
    library = firms.library()
    found = [suggested(advise(company, library)) for company in every_size()]
    assert len(found[0]) < len(found[2])
    for company, some in zip(every_size(), found, strict=True):
        fitting = {m.id for m in library.measures.values() if m.starter and circumstances(company).issuperset(m.when)}
        assert len(fitting) >= 3 and fitting <= some


@pytest.mark.parametrize(
    "company", [Company(on=date.today()), firms.firm(*firms.asset(points=(0, 0, 0, 0)))], ids=["empty", "open"]
)
def test_without_secrets_nothing_is_suggested_and_each_measure_says_why(company: Company) -> None:
    advice = advise(company, firms.library())
    assert advice.keys() == firms.library().measures.keys()
    assert suggested(advice) == set()
    assert all(item.reasons and not guards(company, item) for item in advice.values())


def test_advice_stands_in_the_order_of_the_library() -> None:
    assert list(advise(firms.sample(), firms.library())) == list(firms.library().measures)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(firms.library().measures)), st.sampled_from(State), max_size=60))
def test_whatever_is_chosen_every_measure_has_its_reasons(choices: dict[str, State]) -> None:
    company = firms.sample().after(
        [Choice(id=id, state=state) for id, state in choices.items()],
        [("choices", old) for old in firms.sample().choices],
    )
    for item in advise(company, firms.library()).values():
        assert item.reasons and all(reason.text.endswith("。") for reason in item.reasons)
        assert item.suggested <= bool(guards(company, item))
        assert not (item.suggested and choices.get(item.measure) is State.DECLINED)
