"""What the map of measures says in sentences: gaps, one person's burden, little work, and advice for one level only."""

from dataclasses import replace
from datetime import date

from app.domain.advice import balance
from app.domain.advice.coverage import Cell, Standing, grid
from app.domain.advice.recommendation import advise, guards
from app.domain.ledger.records import Choice, Decision, Partner, Person
from app.domain.naming import things
from app.domain.words import Effort, Level, Purpose, Route, State
from tests import firms
from tests.domain.advice.consulted import NAMES, consulted


def cells(**standing: str) -> dict[tuple[Route, Purpose], Cell]:
    """A map that is full but for the cells named route_purpose."""
    return {(r, p): Cell(r, p, 0, 1, 0, Standing(standing.get(f"{r}_{p}", "full"))) for r in Route for p in Purpose}


def test_gaps_come_in_the_order_of_the_map_and_go_round():
    shown = cells(employees_trust="gap", leavers_removal="gap", partners_access="not_now")
    found = [(cell.route, cell.purpose) for cell in balance.gaps(shown)]
    assert found == [(Route.EMPLOYEES, Purpose.TRUST), (Route.LEAVERS, Purpose.REMOVAL)]
    first, last = (Route.EMPLOYEES, Purpose.ACCESS), (Route.OUTSIDERS, Purpose.TRUST)
    assert balance.next_gap(shown, first) is shown[found[0]]
    assert balance.next_gap(shown, found[0]) is shown[found[1]]
    assert balance.next_gap(shown, last) is balance.next_gap(shown, found[1]) is shown[found[0]]
    assert balance.next_gap(cells(leavers_removal="gap"), found[1]) is None
    assert balance.next_gap(cells(), first) is None


def said(company, word: str) -> list[balance.Remark]:
    library = firms.library()
    return [one for one in balance.remarks(company, library, advise(company, library)) if one.word == word]


def adopted(*measures: str, who: str = "", state: State = State.ADOPTED) -> list[Choice]:
    return [Choice(id=measure, state=state, who=who) for measure in measures]


SECRETS = [
    row
    for number in (1, 2)
    for row in (*firms.asset(id=f"a{number}", points=(3, 3, 3, 3)), Decision(id=f"a{number}", level=Level.SECRET))
]
FIRM = firms.firm(*SECRETS, staff=10)


def light() -> list[str]:
    """Measures that no circumstance calls for, the lightest first."""
    free = [m for m in firms.library().measures.values() if not m.when]
    return [m.id for m in sorted(free, key=lambda m: m.minutes)]


def test_muri_is_said_while_more_is_chosen_than_the_people_can_keep_up():
    heavy = FIRM.after(adopted(*light()))
    first = said(heavy, "ムリ")[0]
    assert "月45分ほど" in first.text and "まもり帳の見積り" in first.text
    assert firms.library().measures[first.focus].title in first.text
    assert not said(heavy.after(adopted(*light(), state=State.LATER)), "ムリ")  # put off is nobody's work yet
    while remark := next(iter(said(heavy, "ムリ")), None):  # what it names can be given up, and then it is silent
        heavy = heavy.after([], [("choices", remark.focus)])
    assert any(choice.state.in_force for choice in heavy.choices.values())


def test_muri_is_said_from_five_measures_in_one_pair_of_hands():
    five = light()[:5]
    assert not said(FIRM.after(adopted(*five[:4], who="p1")), "ムリ")
    full = FIRM.after(adopted(*five, who="p1"))
    assert said(full, "ムリ")[0].text.startswith("選んだ対策5つのうち5つを、社員1さんが受け持っています。")
    assert not said(full.after(adopted(five[0], who="p2")), "ムリ")
    assert not said(full.after([], [("people", "p1")]), "ムリ")
    alone = firms.firm(*SECRETS, *adopted(*five, who="p1"), staff=1)
    assert not said(alone, "ムリ"), "there is nobody else to share it with"


def test_muda_names_two_that_do_the_same_where_one_adds_little():
    library = firms.library()
    for company in (firms.sample(), FIRM, *(consulted(name).company for name in NAMES)):
        everything = company.after(adopted(*library.measures))
        advice = advise(everything, library)
        for remark in said(everything, "ムダ"):
            lesser = library.measures[remark.focus]
            other = next(m for m in library.measures.values() if f"「{m.title}」だけでも" in remark.text)
            assert (lesser.route, lesser.purpose) == (other.route, other.purpose)
            assert set(guards(everything, advice[lesser.id])) <= set(guards(everything, advice[other.id]))
            assert advice[lesser.id].weight <= advice[other.id].weight and not lesser.when
            without = everything.after([], [("choices", lesser.id)])
            assert remark.focus not in [one.focus for one in said(without, "ムダ")]
    assert said(FIRM.after(adopted(*library.measures)), "ムダ")
    assert not said(FIRM, "ムダ")


def test_mura_is_said_of_routes_and_levels_with_nothing_and_only_once_something_is_begun():
    company = firms.sample().after([], [("choices", choice) for choice in firms.sample().choices])
    library = firms.library()
    assert not said(company, "ムラ")  # the plan says it
    first = next(m for m in library.measures.values() if m.route is Route.OUTSIDERS)
    begun = company.after(adopted(first.id))
    assert "従業員等" in said(begun, "ムラ")[0].text and "外部者" not in said(begun, "ムラ")[0].text
    for _ in range(10):  # what the link leads to cures it
        if not (found := said(begun, "ムラ")):
            break
        begun = begun.after(adopted(found[0].focus))
    assert not said(begun, "ムラ")


def test_coverage_counts_the_assets_of_each_level_that_something_in_force_guards():
    library = firms.library()
    for company in (firms.sample(), *(consulted(name).company for name in NAMES)):
        advice = advise(company, library)
        reached = {a for c in company.choices.values() if c.state.in_force for a in guards(company, advice[c.id])}
        for level, (count, whole) in balance.coverage(company, advice).items():
            assert count == sum(company.of(a, balance.effective_level) is level for a in reached) <= whole


def test_the_heads_of_the_rows_count_people_leavers_and_partners():
    company = firms.firm(
        Person(id="gone", left="2026-03-31"), Person(id="long gone", left="2025-12-31"), Partner(id="t1"), staff=24
    )
    sizes = [balance.size_of(replace(company, on=date(2026, 11, 17)), route) for route in Route]
    assert sizes == ["24人", "今年 1人", "1社", "来客・業者"]


def test_information_is_counted_by_the_level_decided_or_suggested():
    company = firms.firm(
        *firms.asset(id="a1", points=(3, 3, 3, 3)),
        *firms.asset(id="a2", points=(3, 3, 3, 3)),
        *firms.asset(id="a3"),
        Decision(id="a2", level=Level.SECRET),
    )
    assert balance.guarded(company) == {Level.TOP_SECRET: 1, Level.SECRET: 1, Level.INTERNAL: 0}
    assert list(balance.guarded(firms.two_levels(company))) == [Level.SECRET, Level.INTERNAL]


def test_advice_for_one_level_looks_at_the_information_of_that_level_only():
    company, library = firms.sample(), firms.library()
    for level in company.profile.levels:
        for advice in advise(company, library, level).values():
            assert all(balance.effective_level(company, company.assets[a]) is level for a in guards(company, advice))
    nothing = advise(firms.firm(*firms.asset(points=(0, 0, 0, 0))), library, Level.TOP_SECRET)
    assert not any(advice.suggested for advice in nothing.values())


def test_a_cell_lists_what_helps_most_first_and_counts_what_makes_little_work():
    company, library = firms.sample(), firms.library()
    advice = advise(company, library)
    for cell in grid(company, library, advice).values():
        listed = balance.in_order(library, advice, cell)
        planned = [advice[m.id].order for m in listed if advice[m.id].suggested]
        assert planned == sorted(planned) == [advice[m.id].order for m in listed[: len(planned)]]
        weights = [advice[m.id].weight for m in listed[len(planned) :]]
        assert weights == sorted(weights, reverse=True)
        easy = [m for m in listed if advice[m.id].suggested and m.effort is Effort.LOW]
        said = balance.easy_ones(cell, library, advice)
        assert said == (f"{balance.cell_name(cell)}には、手間の軽い対策が{things(len(easy))}あります。" if easy else "")


def test_a_measure_knows_the_cases_that_used_it():
    library = firms.library()
    case = next(iter(library.cases.values()))
    assert case in balance.cases_of(library, case.measures[0])
    lonely = replace(library, cases={})
    assert not balance.cases_of(lonely, case.measures[0])


def test_every_purpose_says_its_aim():
    assert set(balance.AIMS) == set(Purpose)
