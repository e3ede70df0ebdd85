"""The plan as one works through it: what is begun, what to begin when, what comes back, what is done."""

from dataclasses import replace
from datetime import timedelta

from app.domain.advice.agenda import Agenda, agenda, is_back, is_late, minutes
from app.domain.advice.recommendation import advise
from app.domain.ledger.company import Company
from app.domain.ledger.records import Choice
from app.domain.words import State
from tests import firms

BARE = firms.sample().after([], [("choices", choice) for choice in firms.sample().choices])


def planned(company: Company) -> Agenda:
    return agenda(company, firms.library(), advise(company, firms.library()))


def day(company: Company, later: int) -> str:
    return (company.on + timedelta(days=later)).isoformat()


def test_suggestions_stand_in_their_stages_in_the_order_of_the_plan():
    plan, advice = planned(BARE), advise(BARE, firms.library())
    assert [advice[one].order for one in plan.suggested] == list(range(1, len(plan.suggested) + 1))
    assert all(advice[one].stage is stage for stage, ids in plan.stages for one in ids)
    assert plan.first_month == tuple(plan.suggested[: len(plan.first_month)]) and plan.first_month
    assert plan.sentence == f"今月は、あと{len(plan.first_month)}つ始めます。"


def test_what_is_begun_stands_by_its_day_and_apart_from_what_is_done():
    one, two, three, four = list(firms.library().measures)[:4]
    rows = [
        Choice(id=one, state=State.ADOPTED),
        Choice(id=two, state=State.ADOPTED, due=day(BARE, 9)),
        Choice(id=three, state=State.ADOPTED, due=day(BARE, -1)),
        Choice(id=four, state=State.DONE),
        Choice(id="gone from the library", state=State.ADOPTED),
    ]
    plan = planned(BARE.after(rows))
    assert plan.begun == (three, two, one) and plan.done == (four,)
    assert not {one, two, three, four} & set(plan.suggested)
    assert [is_late(BARE.after(rows), each) for each in (one, two, three, four)] == [False, False, True, False]
    known = firms.library().measures
    assert minutes(BARE.after(rows), firms.library()) == sum(known[each].minutes for each in (one, two, three, four))


def test_what_is_put_off_comes_back_on_its_day():
    measure = planned(BARE).first_month[0]
    put_off = BARE.after([Choice(id=measure, state=State.LATER, due=day(BARE, 91))])
    assert planned(put_off).later == (measure,) and measure not in planned(put_off).suggested
    assert not is_back(put_off, measure)
    before = replace(put_off, on=put_off.on + timedelta(days=90))
    assert planned(before).later == (measure,)
    then = replace(put_off, on=put_off.on + timedelta(days=91))
    assert is_back(then, measure) and not planned(then).later and measure in planned(then).suggested


def test_a_month_that_is_full_says_so():
    plan = planned(firms.sample())
    assert plan.begun and not plan.first_month
    assert plan.sentence == f"今月は、取りかかっている{len(plan.begun)}個を先に進めます。"
    assert planned(firms.firm()).sentence == "今月、新しく始めるものはありません。"
