"""事例 by likeness: the same trade stands first, what shares nothing last, and more in common never moves a case back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.advice.likeness import by_likeness, likeness, people_of, same_trade
from app.domain.handbook.library import Case
from app.domain.ledger.company import Company
from app.domain.ledger.records import Partner, Profile
from app.domain.words import Circumstance, Relation, Route
from tests import firms
from tests.domain.advice.companies_at_random import companies

TRADES = st.sampled_from(
    ["", "金属プレス加工", "精密板金・機械加工", "食品の製造", "塗料の製造販売", "電子部品", "製造業"]
)


def firm(trade: str = "", *facts: Circumstance, staff: int = 3) -> Company:
    return firms.firm(Profile(trade=trade, circumstances=facts), staff=staff)


def order(company: Company) -> list[Case]:
    library = firms.library()
    return [case for case, _ in by_likeness(company, library, library.cases.values())]


@given(companies(), TRADES)
def test_the_same_trade_never_stands_behind_another_and_nothing_is_lost(company: Company, trade: str) -> None:
    company = company.after([replace(company.profile, trade=trade)])
    found = order(company)
    assert sorted(case.id for case in found) == sorted(firms.library().cases)
    alike = [same_trade(trade, case.trade) for case in found]
    assert alike == sorted(alike, reverse=True)
    shares = [
        bool(likeness(company, firms.library(), case).weight[1]) for case in found if not same_trade(trade, case.trade)
    ]
    assert shares == sorted(shares, reverse=True)


@given(companies(), st.sampled_from(Circumstance))
def test_one_fact_more_takes_nothing_away_of_what_is_shared(company: Company, fact: Circumstance) -> None:
    told = company.after([replace(company.profile, circumstances=(*company.profile.circumstances, fact))])
    for case in firms.library().cases.values():
        before, after = (likeness(one, firms.library(), case) for one in (company, told))
        assert set(before.routes) <= set(after.routes) and set(before.facts) <= set(after.facts)
        assert before.weight <= after.weight


def test_cases_equally_alike_keep_their_order() -> None:
    library = firms.library()
    some = [replace(library.cases["inc-paint-recipe"], id=f"c{n}") for n in range(5)]
    assert [case.id for case, _ in by_likeness(firm(), library, some)] == [case.id for case in some]


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("金属プレス加工", "金属プレス加工（精密・微細な加工）", True),
        ("プレス", "プレス機械の修理・保守", True),
        ("ﾌﾟﾚｽ加工", "金属プレス加工", True),
        ("工作機械の製造", "工作機械", True),
        ("塗料製造業", "塗料", True),
        ("食品製造業", "工具の製造", False),
        ("精密部品加工", "金属プレス加工（精密・微細な加工）", False),
        ("製造業", "製造装置", False),
        ("自動車部品", "商社（自動車部品）", False),
        ("", "塗料", False),
        ("", "", False),
    ],
)
def test_trades_are_compared_by_their_telling_words(ours: str, theirs: str, same: bool) -> None:
    assert same_trade(ours, theirs) is same is same_trade(theirs, ours)


@pytest.mark.parametrize(
    ("words", "people"), [("従業員２４人", 24), ("小さな会社", 20), ("大手", 1000), ("", 0), ("町", 0)]
)
def test_a_size_is_read_from_its_words(words: str, people: int) -> None:
    assert people_of(words) == people


@pytest.mark.parametrize(
    ("staff", "size", "alike"), [(8, "20人", True), (8, "21人", False), (24, "90人", True), (8, "", False)]
)
def test_firms_of_one_band_are_of_one_size(staff: int, size: str, alike: bool) -> None:
    case = replace(firms.library().cases["inc-paint-recipe"], size=size)
    assert likeness(firm(staff=staff), firms.library(), case).size is alike


def test_only_ways_that_exist_here_are_shared_and_said() -> None:
    library = firms.library()
    case = replace(library.cases["press-trust"], routes=(Route.PARTNERS, Route.OUTSIDERS))
    assert likeness(firm(), library, case).words == ""
    assert likeness(firm("", Circumstance.VISITORS), library, case).words == "うちと近い：外部者"
    with_partner = firm("プレス").after([Partner(id="t1", name="ほくと", relation=Relation.CUSTOMER)])
    assert likeness(with_partner, library, case).words == "うちと近い：業種・取引先"
