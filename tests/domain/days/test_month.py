"""What is due: which facts set it off, when it goes away, and the year that moves with the firm."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from app.domain.days import month, year
from app.domain.days.due import TICK, Due, Kind, said
from app.domain.days.month import Month
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Choice, Decision, Disclosure, Partner, Person, Record, Signature
from app.domain.ledger.unlawful import held_back
from app.domain.words import Level, Owner, Relation, State, YesNo
from tests import firms
from tests.domain.advice.companies_at_random import TODAY, companies


def day(ahead: int) -> str:
    return (TODAY + timedelta(days=ahead)).isoformat()


def firm(*records: Record) -> Company:
    return Company(on=TODAY).after([*firms.people(3), *records])


def now(company: Company) -> list[Due]:
    return list(month.waiting(company, firms.library()))


def kinds(company: Company) -> list[Kind]:
    return [due.kind for due in now(company)]


def secret(**fields: object) -> list[Record]:
    return [*firms.asset("金型図面", **fields), Decision(id="a1", level=Level.SECRET)]  # type: ignore[arg-type]


def partner(**fields: object) -> Partner:
    return replace(Partner(id="t1", name="取引一"), **fields)  # type: ignore[arg-type]


def out(**fields: object) -> Disclosure:
    return replace(Disclosure(id="o1", asset="a1", partner="t1", since=day(-30)), **fields)  # type: ignore[arg-type]


def test_an_empty_company_has_nothing_to_do() -> None:
    assert now(firm()) == [] and now(Company(on=TODAY)) == []


# what sets something off ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("ahead", "there"), [(-400, True), (-1, True), (0, True), (30, True), (31, False)])
def test_a_choice_with_its_day_is_due_within_thirty_days_and_until_it_is_done(ahead: int, there: bool) -> None:
    for state, kind in ((State.ADOPTED, Kind.CHOICE), (State.LATER, Kind.LATER)):
        company = firm(Choice(id="audits", state=state, due=day(ahead), who="p2"))
        found = [due for due in now(company) if due.kind is kind]
        assert bool(found) is there
        assert all(due.who == "社員2" and due.to.page == "measures" and due.to.focus == "audits" for due in found)
    for state in (State.DONE, State.DECLINED):
        assert not {Kind.CHOICE, Kind.LATER} & set(kinds(firm(Choice(id="audits", state=state, due=day(ahead)))))
    assert Kind.CHOICE not in kinds(firm(Choice(id="audits", state=State.ADOPTED)))


def test_a_choice_of_a_measure_that_the_handbook_no_longer_has_is_passed_over() -> None:
    assert now(firm(Choice(id="gone", state=State.ADOPTED, due=day(1)))) == []


@pytest.mark.parametrize(
    ("until", "shared", "there"),
    [(-10, True, True), (-10, False, False), (20, False, True), (20, True, True), (40, True, False)],
)
def test_the_end_of_an_agreement(until: int, shared: bool, there: bool) -> None:
    company = firm(*secret(), partner(nda_signed="2020-04-01", nda_until=day(until)))
    company = company.after([out()]) if shared else company
    assert (Kind.AGREEMENT in kinds(company)) is there


def test_a_partner_whose_things_we_keep_shares_something_too() -> None:
    company = firm(*secret(owner=Owner.ENTRUSTED, partner="t1"), partner(nda_signed="2020-04-01", nda_until=day(-10)))
    assert Kind.AGREEMENT in kinds(company)


def test_what_is_to_be_back_is_due_until_it_is() -> None:
    company = firm(*secret(), partner(), out(return_by=day(-3)))
    assert kinds(company) == [Kind.RETURN] and "金型図面" in now(company)[0].text
    assert kinds(company.after([out(return_by=day(-3), returned=day(-1))])) == []
    assert kinds(company.after([out(return_by="年度末")])) == []
    assert kinds(company.after([replace(company.assets["a1"], unlawful=YesNo.YES)])) == []


@pytest.mark.parametrize(
    ("abroad", "export", "there"),
    [(True, YesNo.YES, True), (True, YesNo.UNKNOWN, True), (True, YesNo.NO, False), (False, YesNo.YES, False)],
)
def test_before_something_goes_abroad_the_question_is_asked(abroad: bool, export: YesNo, there: bool) -> None:
    company = firm(*secret(export=export), partner(abroad=abroad), out(since=day(10)))
    found = [due for due in now(company) if due.kind is Kind.EXPORT]
    assert bool(found) is there
    for due in found:
        assert due.day == day(10) and "渡す前に" in due.text and due.to.focus == "law:export-control"
        assert Kind.EXPORT not in kinds(company.after([Answer(id=TICK + due.key, value=day(0))]))
    already = company.after([out(since=day(-10))])
    assert [due.day for due in now(already) if due.kind is Kind.EXPORT] == ([day(0)] if there else [])
    assert Kind.EXPORT not in kinds(already.after([out(since=day(-10), returned=day(-1))]))


def test_a_research_partner_with_something_shared_brings_its_list_and_who_may_publish() -> None:
    company = firm(*secret(), partner(relation=Relation.RESEARCH))
    assert kinds(company) == [], "nothing is shared"
    assert kinds(company.after([out()])) == [Kind.RESEARCH] * 2
    assert Kind.RESEARCH not in kinds(company.after([partner(), out()]))


@pytest.mark.parametrize(("ahead", "there"), [(-91, False), (-90, True), (0, True), (30, True), (91, False)])
def test_a_hire_from_elsewhere_within_ninety_days(ahead: int, there: bool) -> None:
    hire = Person(id="h", name="新人", joined=day(ahead), previous="よその会社")
    company = firm(hire)
    found = {due.to.focus for due in now(company) if due.kind is Kind.HIRE}
    assert bool(found & {"incoming-hire@h", "steps:y-new-hires"}) is there
    local = {due.to.focus for due in now(firm(replace(hire, previous="")))}
    assert not local & {"incoming-hire@h", "steps:y-new-hires"}


def test_a_hire_who_has_signed_both_is_done_with_them() -> None:
    hire = Person(id="h", name="新人", joined=day(-5), previous="よその会社")
    signed = [Signature(id=form, form=form, subject="h", on=day(-5)) for form in ("incoming-hire", "joining-pledge")]
    assert {due.to.focus for due in now(firm(hire, *signed))} == {"steps:y-new-hires"}


def test_a_day_of_review() -> None:
    company = firm(*secret(review_on=day(5), keeper="p2"))
    assert [(due.to.page, due.to.focus, due.who) for due in now(company)] == [("decision", "a1", "社員2")]
    assert now(firm(*secret(review_on=day(40)))) == []


def test_what_is_behind_its_day_comes_first() -> None:
    company = firm(
        *secret(review_on=day(3)), partner(), out(return_by=day(-3)), Choice(id="audits", state=State.LATER, due=day(9))
    )
    found = [due.day for due in now(company)]
    assert found == sorted(found) and found[0] == day(-3)
    assert [due.kind for due in month.overdue(company, firms.library())] == [Kind.RETURN]


# the year -------------------------------------------------------------------------------------------------


def theme(company: Company, number: int) -> str:
    found = year.theme(company, firms.library(), number)
    assert found is not None
    return year.name_of(found)


def test_a_month_of_the_year_concerns_whoever_has_one_of_its_measures_in_force() -> None:
    assert Kind.YEAR not in kinds(firm())
    assert Kind.YEAR not in kinds(firm(Choice(id="reporting-desk", state=State.LATER)))
    for state in (State.ADOPTED, State.DONE):
        company = firm(Choice(id="reporting-desk", state=state))
        (due,) = [due for due in now(company) if due.kind is Kind.YEAR]
        assert due.day == "2026-11-30" and due.to.focus == "calendar:month-11" and due.by_hand
        assert Kind.YEAR not in kinds(company.after([Answer(id=TICK + due.key, value=day(0))]))


def test_the_year_moves_with_the_firm() -> None:
    april = firm()
    october = firm(Answer(id=year.START, value="10"))
    assert theme(october, 10) == theme(april, 4) and theme(october, 3) == theme(april, 9)
    assert {theme(october, n) for n in range(1, 13)} == {theme(april, n) for n in range(1, 13)}
    assert not any(theme(april, n)[0].isdigit() for n in range(1, 13))


@pytest.mark.parametrize("told", ["", "0", "13", "四月", "4.0", "-1", "１０"])
def test_a_first_month_that_is_none_is_april(told: str) -> None:
    assert year.first_month(firm(Answer(id=year.START, value=told))) == 4


def test_the_education_plan_belongs_to_its_measure_and_moves_along() -> None:
    company = firm(Choice(id=year.EDUCATION, state=State.ADOPTED))
    july = [one.id for one in year.trainings(company, firms.library(), 7)]
    assert july == ["yearly-all"] and year.trainings(firm(), firms.library(), 7) == []
    moved = company.after([Answer(id=year.START, value="1")])
    assert [one.id for one in year.trainings(moved, firms.library(), 4)] == july


def test_a_month_that_was_missed_is_not_carried_over() -> None:
    company = replace(firm(Choice(id="reporting-desk", state=State.ADOPTED)), on=date(2026, 12, 1))
    assert not any(due.day < company.day for due in now(company))


@pytest.mark.parametrize(
    ("on", "first", "last"), [((2026, 12), "2026-12-01", "2026-12-31"), ((2028, 2), "2028-02-01", "2028-02-29")]
)
def test_the_ends_of_a_month(on: tuple[int, int], first: str, last: str) -> None:
    assert (Month(on).first, Month(on).last) == (first, last)
    assert month.read(first[:7]) == on


@pytest.mark.parametrize("typed", ["", "2026", "2026-13", "2026-1", "26-12", "2026-12-01", "9999-12", "令和8年"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        month.read(typed)


def test_a_day_is_said_as_one_says_it() -> None:
    assert [said(firm(), iso) for iso in (day(0), day(8), day(-1), "2027-01-04")] == [
        "今日",
        "12月5日（土）",
        "11月26日を過ぎています",
        "2027年1月4日（月）",
    ]


# for any company ------------------------------------------------------------------------------------------


@settings(max_examples=80, deadline=None)
@given(companies())
def test_for_any_company_all_keys_differ_and_all_that_is_due_has_a_day_and_leads_somewhere(company: Company) -> None:
    company = company.after([replace(a, name=f"名{a.id}名", review_on=day(5)) for a in company.assets.values()])
    found = month.between(company, firms.library(), "", month.twelve(company)[-1].last)
    keys = [due.key for due in found]
    assert len(keys) == len(set(keys))
    assert all(date.fromisoformat(due.day) and due.to.page and due.text and due.brief for due in found)
    months = [due for one in month.twelve(company) for due in month.of(company, firms.library(), one)]
    assert {due.key for due in found if due.day >= month.twelve(company)[0].first} == {due.key for due in months}
    kept = [f"名{asset.id}名" for asset in company.listed if held_back(company, asset)]
    assert not [name for name in kept for due in found if name in due.text]
    assert not [due for due in found if any(f"名{a}名" in due.brief for a in company.assets)], "no secret by its name"
    everything = [Answer(id=TICK + due.key, value=company.day) for due in found]
    left = month.waiting(company.after(everything), firms.library())
    assert all(not due.by_hand for due in left)
