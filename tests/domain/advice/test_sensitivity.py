"""The advice listens: a fact that changes, changes what is suggested — and only as much as it should. For any company."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from app.domain.advice.exposure import guarded
from app.domain.advice.plan import at_first
from app.domain.advice.recommendation import Advice, advise, chosen, guards
from app.domain.handbook.library import Library
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Disclosure, Partner, Person
from app.domain.ledger.unlawful import held_back
from app.domain.words import Circumstance, Effect, Level, Medium, Purpose, Relation, Route, Stage, State, Trait
from tests import firms
from tests.domain.advice.companies_at_random import TICKED, TODAY, companies
from tests.domain.advice.consulted import NAMES, consulted

MANY = settings(max_examples=60, deadline=None)
LEAVING = "2027-01-31"
STAGES = list(Stage)


def library() -> Library:
    return firms.library()


def advised(company: Company) -> Mapping[str, Advice]:
    return advise(company, library())


def suggested(company: Company) -> set[str]:
    return {item.measure for item in advised(company).values() if item.suggested}


def on(company: Company, route: Route) -> set[str]:
    return {measure for measure in suggested(company) if library().measures[measure].route is route}


def demanded_by(circumstance: Circumstance) -> set[str]:
    rules = [rule for rule in library().rules.values() if circumstance in rule.when and rule.effect is Effect.DEMAND]
    return {measure for rule in rules for measure in rule.measures}


def weight(company: Company, route: Route) -> float:
    return sum(item.weight for item in advised(company).values() if library().measures[item.measure].route is route)


@MANY
@given(companies())
def test_no_need_is_left_open_and_nobody_begins_too_much_at_once(company: Company) -> None:
    advice, kept = advised(company), chosen(company)
    for item in advice.values():
        for need in library().measures[item.measure].needs if item.suggested else ():
            stage = advice[need].stage
            assert need in kept or (stage and item.stage and STAGES.index(stage) < STAGES.index(item.stage))
    first = [item for item in advice.values() if item.stage in (Stage.WEEK, Stage.MONTH)]
    assert len(first) <= at_first(len(company.staff))
    orders = sorted(item.order for item in advice.values() if item.suggested)
    assert orders == list(range(1, len(orders) + 1))


@MANY
@given(companies(most_people=60), st.booleans())
def test_one_more_employee_changes_at_most_two_suggestions(company: Company, first: bool) -> None:
    number = len(company.people) + 1
    more = company.after([Person(id=f"p{number}", position=0 if first else number, name="新入", employment="正社員")])
    assert len(suggested(company) ^ suggested(more)) <= 2


@MANY
@given(companies(), st.sampled_from([7, 60, 119]))
def test_a_leaver_who_sees_a_secret_brings_a_plan_and_moves_that_route_up(company: Company, days: int) -> None:
    secrets = [one.asset.id for one in company.of_every(guarded) if one and one.level.rank >= Level.INTERNAL.rank]
    assume(secrets)
    day = TODAY.fromordinal(TODAY.toordinal() + days).isoformat()
    leaver = Person(id="leaver", name="辞める人", employment="正社員", left=day)
    sees = Access(id="sees", asset=secrets[0], who="leaver")
    before, after = company, company.after([leaver, sees])
    plan = advised(after)
    open_ = [m for m in ("leaving-pledge", "timely-access-removal", "exit-interview") if m not in company.choices]
    there = {m for m in open_ if any(Trait.LEAVING in one.exposure.traits for one in plan[m].guards)}
    assert there <= suggested(after)
    assert weight(after, Route.LEAVERS) > weight(before, Route.LEAVERS)


def test_the_plan_for_a_leaver_names_him_and_his_day() -> None:
    for name in NAMES:
        told = consulted(name)
        for person in (p for p in told.company.staff if p.left):
            advice = advised(told.company)
            words = "".join(r.text for item in advice.values() if item.suggested for r in item.reasons)
            seen = [
                one for one in told.company.of_every(guarded) if one and any(person.id in e.who for _, e in one.routes)
            ]
            assert not seen or person.name.split()[0] in words, (name, person.name)


@MANY
@given(companies())
def test_the_last_subcontractor_takes_along_what_only_subcontractors_called_for(company: Company) -> None:
    partners = {p.id for p in company.partners.values() if p.relation is Relation.SUBCONTRACTOR}
    gone = [("partners", one) for one in partners]
    gone += [("disclosures", row.id) for row in company.disclosures.values() if row.partner in partners]
    ticked = tuple(c for c in company.profile.circumstances if c is not Circumstance.SUBCONTRACT)
    without = company.after([replace(company.profile, circumstances=ticked)], gone)
    only = {m.id for m in library().measures.values() if Circumstance.SUBCONTRACT in m.when}
    assert only and not suggested(without) & only


@MANY
@given(companies(), st.sampled_from([c for c in TICKED if demanded_by(c)]))
def test_a_circumstance_brings_its_measures_and_takes_them_along(company: Company, which: Circumstance) -> None:
    ticked = set(company.profile.circumstances)
    without = company.after([replace(company.profile, circumstances=tuple(ticked - {which}))])
    there = company.after([replace(company.profile, circumstances=tuple(ticked | {which}))])
    plan = advised(there)
    for rule in library().rules.values():
        if which not in rule.when or rule.effect is not Effect.DEMAND or rule.traits or set(rule.when) - {which}:
            continue
        for measure in rule.measures:
            fits = any(
                (not rule.levels or one.level in rule.levels) and (not rule.media or one.media & set(rule.media))
                for one in plan[measure].guards
            )
            if fits and measure not in company.choices and not _blocked(there, measure):
                assert plan[measure].suggested, (rule.id, measure)
    now = advised(without)
    for measure in library().measures.values():
        if which in measure.when and not _shown_by_the_ledger(without, which):
            assert not now[measure.id].suggested


def _blocked(company: Company, measure: str) -> bool:
    """Whether what it needs cannot be there: declined or put off by the owner, or with nothing to guard."""
    advice = advised(company)
    return any(
        need not in chosen(company) and (not advice[need].guards or need in company.choices or _blocked(company, need))
        for need in library().measures[measure].needs
    )


def _shown_by_the_ledger(company: Company, which: Circumstance) -> bool:
    from app.domain.ledger.circumstances import circumstances

    return which in circumstances(company)


@MANY
@given(companies(), st.data())
def test_more_readers_never_make_it_less_worth_being_seen(company: Company, data: st.DataObject) -> None:
    guard = [one.asset.id for one in company.of_every(guarded) if one]
    assume(guard and company.staff)
    asset = data.draw(st.sampled_from(guard))
    reader = data.draw(st.sampled_from([person.id for person in company.staff]))
    more = company.after([Access(id="more", asset=asset, who=reader)])
    named = any(row.view for row in company.access_of(asset))
    assume(named)
    before, after = advised(company), advised(more)
    for measure in library().measures.values():
        if measure.purpose is Purpose.VISIBILITY and measure.route is Route.EMPLOYEES and before[measure.id].weight:
            assert after[measure.id].weight >= before[measure.id].weight - 1e-9


@MANY
@given(companies())
def test_there_is_nothing_for_a_route_that_does_not_exist(company: Company) -> None:
    shared = [one for one in company.of_every(guarded) if one and any(r is Route.PARTNERS for r, _ in one.routes)]
    if not shared:
        assert not on(company, Route.PARTNERS)
    if not any(company.of_every(guarded)):
        assert not suggested(company)


@MANY
@given(companies())
def test_what_may_be_unlawful_is_named_in_no_reason_and_guarded_by_nothing(company: Company) -> None:
    marked = company.after(
        [replace(a, name=f"かくし文書{n}") for n, a in enumerate(company.listed) if held_back(company, a)]
    )
    held = {asset.id for asset in marked.listed if held_back(marked, asset)}
    for item in advised(marked).values():
        assert not held & set(guards(marked, item))
        assert not any("かくし文書" in reason.text for reason in item.reasons)


@MANY
@given(companies())
def test_an_agreement_that_ran_out_asks_for_a_new_one_by_name(company: Company) -> None:
    held = [row.asset for row in company.disclosures.values()]
    secret = {one.asset.id for one in company.of_every(guarded) if one}
    asset = next((one for one in held if one in secret), "")
    assume(asset and "partner-nda" not in company.choices)
    partner = company.partners[company.disclosures_of(asset)[0].partner]
    good = company.after([replace(partner, name="ほくと金型", nda_signed="2024-04-01", nda_until="2030-01-01")])
    over = good.after([replace(good.partners[partner.id], nda_until="2026-11-01")])
    plan = advised(over)["partner-nda"]
    assert plan.suggested and plan.stage in (Stage.WEEK, Stage.MONTH, Stage.QUARTER)
    assert weight(over, Route.PARTNERS) > weight(good, Route.PARTNERS)


@example(company=consulted("die_shop").company)
@MANY
@given(companies())
def test_who_is_not_here_yet_reads_nothing(company: Company) -> None:
    later = (TODAY.fromordinal(TODAY.toordinal() + 30)).isoformat()
    hire = Person(id="hire", name="来る人", joined=later)
    rows = [Access(id=f"h-{asset.id}", asset=asset.id, who="hire") for asset in company.listed[:1]]
    before, after = advised(company), advised(company.after([hire, *rows]))
    named = [asset.id for asset in company.listed[:1] if company.access_of(asset.id)]
    if not rows or named:
        assert {m: a.weight for m, a in before.items()} == {m: a.weight for m, a in after.items()}


def test_everything_top_secret_is_another_company() -> None:
    told = firms.sample()
    plain = told.after([], [("choices", one) for one in told.choices])
    highest = plain.after(
        [replace(one, level=Level.TOP_SECRET) for one in plain.decisions.values() if one.level is not Level.OPEN]
    )
    assert suggested(plain) != suggested(highest)


def test_a_disclosure_that_came_back_calls_for_nothing() -> None:
    told = consulted("die_shop").company
    back = told.after([replace(row, returned="2026-11-01") for row in told.disclosures.values()])
    lost = on(told, Route.PARTNERS) - on(back, Route.PARTNERS)
    assert "handover-records" in lost and State.DONE not in {c.state for c in told.choices.values()}


def test_media_and_partners_are_read_from_the_ledger_alone() -> None:
    told = consulted("die_shop").company
    partner = Partner(id="new", name="新しい外注", relation=Relation.SUBCONTRACTOR)
    asset = next(one.asset for one in told.of_every(guarded) if one and Medium.PAPER in one.media)
    assert on(told.after([partner]), Route.PARTNERS) == on(told, Route.PARTNERS)
    there = told.after([partner, Disclosure(id="n", asset=asset.id, partner="new")])
    assert "新しい外注" in "".join(r.text for r in advised(there)["partner-nda"].reasons)
