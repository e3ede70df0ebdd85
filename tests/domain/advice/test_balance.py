"""What the map of measures says in sentences: gaps, one person's burden, little work, and advice for one level only."""

from dataclasses import replace
from datetime import date

from app.domain.advice import balance
from app.domain.advice.coverage import Cell, Standing, grid
from app.domain.advice.recommendation import advise, guards
from app.domain.ledger.records import Choice, Decision, Partner, Person
from app.domain.words import Effort, Level, Purpose, Route, State
from tests import firms


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


def test_mura_names_the_first_gap_and_counts_the_others():
    assert balance.uneven(cells()) == ""
    assert balance.uneven(cells(leavers_removal="gap")) == "退職者等の「持出しにくく」が空いています。"
    two = balance.uneven(cells(leavers_removal="gap", partners_access="gap"))
    assert two == "退職者等の「持出しにくく」が空いています（ほか1か所）。"


def test_muri_is_said_from_five_measures_in_one_pair_of_hands():
    def company(count: int, state: State = State.ADOPTED):
        rows = [Choice(id=f"m{n}", state=state, who="p1") for n in range(count)]
        return firms.firm(*rows, Choice(id="other", state=State.DONE, who="p2"))

    assert balance.overburdened(firms.firm()) == balance.overburdened(company(4)) == ""
    assert balance.overburdened(company(5)) == "選んだ対策6つのうち5つを、社員1さんが受け持っています。"
    assert balance.overburdened(company(9, State.LATER)) == ""  # put off is nobody's work yet
    somebody_gone = company(5).after([], [("people", "p1")])
    assert balance.overburdened(somebody_gone) == ""


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
        assert said == (
            f"{balance.cell_name(cell)}には、手間の軽い対策が{balance.things(len(easy))}あります。" if easy else ""
        )


def test_a_measure_knows_the_cases_that_used_it():
    library = firms.library()
    case = next(iter(library.cases.values()))
    assert case in balance.cases_of(library, case.measures[0])
    lonely = replace(library, cases={})
    assert not balance.cases_of(lonely, case.measures[0])


def test_things_are_counted_as_one_counts_them():
    assert [balance.things(count) for count in (1, 9, 10, 12)] == ["1つ", "9つ", "10個", "12個"]


def test_every_purpose_says_its_aim():
    assert set(balance.AIMS) == set(Purpose)
