"""The map of route × purpose: twenty cells, what stands in each, and how much work it makes."""

from collections.abc import Mapping
from datetime import date

import pytest

from app.domain.advice.coverage import Cell, Standing, applies, grid, state_of
from app.domain.advice.recommendation import Advice, advise
from app.domain.handbook.library import Library, Measure, code_key, measures_in, starters
from app.domain.ledger.company import Company
from app.domain.ledger.records import Choice
from app.domain.words import Circumstance, Effort, Purpose, Route, State
from tests import firms
from tests.domain.advice.test_recommendation import PRECIOUS, measure

HERE = (Route.EMPLOYEES, Purpose.ACCESS)


def cells(company: Company, *measures: Measure) -> Mapping[tuple[Route, Purpose], Cell]:
    library = Library(measures={m.id: m for m in measures})
    return grid(company, library, advise(company, library))


def chosen(*measures: str, state: State = State.ADOPTED) -> Company:
    return firms.firm(*PRECIOUS, *(Choice(id=id, state=state) for id in measures))


def test_there_are_twenty_cells_and_one_means_nothing() -> None:
    company, library = firms.sample(), firms.library()
    every = grid(company, library, advise(company, library))
    assert len(every) == 20 and all((cell.route, cell.purpose) == key for key, cell in every.items())
    empty = [key for key, cell in every.items() if cell.standing is Standing.NOT_APPLICABLE]
    assert empty == [(Route.OUTSIDERS, Purpose.TRUST)] == [key for key in every if not applies(*key)]
    assert measures_in(library, *empty[0]) == []


@pytest.mark.parametrize(
    ("company", "standing", "chosen_of_suggested"),
    [
        (Company(on=date.today()), Standing.NOT_NOW, (0, 0)),
        (chosen(), Standing.GAP, (0, 1)),
        (chosen("a", state=State.LATER), Standing.GAP, (0, 1)),
        (chosen("a", state=State.ADOPTED), Standing.FULL, (1, 1)),
        (chosen("a", state=State.DONE), Standing.FULL, (1, 1)),
        (chosen("a", "b"), Standing.FULL, (2, 2)),
        (chosen("a", state=State.DECLINED), Standing.NOT_NOW, (0, 0)),
    ],
)
def test_a_cell_stands_as_its_measures_do(
    company: Company, standing: Standing, chosen_of_suggested: tuple[int, int]
) -> None:
    cell = cells(company, measure("a"), measure("b", when=(Circumstance.AI,)))[HERE]
    assert (cell.standing, (cell.chosen, cell.suggested)) == (standing, chosen_of_suggested)


def test_a_cell_is_begun_while_more_is_suggested_than_chosen() -> None:
    company = firms.firm(*PRECIOUS, Choice(id="a", state=State.ADOPTED), staff=20)
    cell = cells(company, measure("a"), measure("b"))[HERE]
    assert (cell.standing, cell.chosen, cell.suggested) == (Standing.STARTED, 1, 2)


def test_a_choice_that_nobody_suggested_counts_as_done_and_as_asked_for() -> None:
    company = Company(on=date.today()).after([Choice(id="a", state=State.DONE)])
    cell = cells(company, measure("a"))[HERE]
    assert (cell.standing, cell.chosen, cell.suggested) == (Standing.FULL, 1, 1)


def test_a_choice_on_a_measure_that_the_handbook_no_longer_has_is_passed_over() -> None:
    assert cells(chosen("gone", "a"), measure("a"))[HERE].chosen == 1


@pytest.mark.parametrize(
    ("efforts", "dots"),
    [
        ([], 0),
        ([Effort.LOW], 1),
        ([Effort.LOW] * 3, 1),
        ([Effort.HIGH], 2),
        ([Effort.MEDIUM] * 3, 2),
        ([Effort.HIGH, Effort.MEDIUM, Effort.LOW], 3),
    ],
)
def test_the_effort_of_what_was_chosen_adds_up(efforts: list[Effort], dots: int) -> None:
    measures = [measure(str(number), effort=effort) for number, effort in enumerate(efforts)]
    unchosen = measure("unchosen", effort=Effort.HIGH)
    assert cells(chosen(*(m.id for m in measures)), *measures, unchosen)[HERE].effort == dots


def test_codes_sort_as_the_handbook_goes() -> None:
    codes = ["O-1-a", "E-2-a", "E-10-a", "E-1-b", "P-5-c", "R-3-a", "E-1-a"]
    assert sorted(codes, key=code_key) == ["E-1-a", "E-1-b", "E-2-a", "E-10-a", "R-3-a", "P-5-c", "O-1-a"]
    for route in Route:
        for purpose in Purpose:
            found = [m.code for m in measures_in(firms.library(), route, purpose)]
            assert found == sorted(found, key=code_key)


def test_every_measure_of_the_handbook_lies_in_the_cell_that_its_code_names() -> None:
    for one in firms.library().measures.values():
        route, purpose, _ = one.code.split("-")
        assert ("ERPO"[list(Route).index(one.route)], list(Purpose)[int(purpose) - 1]) == (route, one.purpose), one.id


def test_the_first_four_are_four_and_cost_next_to_nothing() -> None:
    four = starters(firms.library())
    assert [m.starter for m in four] == [1, 2, 3, 4]
    assert {m.effort for m in four} == {Effort.LOW}


def test_a_measure_without_a_choice_has_no_state() -> None:
    company = chosen("a")
    assert state_of(company, "a") is State.ADOPTED and state_of(company, "b") is None


def test_the_map_counts_what_the_advice_says() -> None:
    company, library = firms.sample(), firms.library()
    advice: Mapping[str, Advice] = advise(company, library)
    every = grid(company, library, advice).values()
    in_force = {c.id for c in company.choices.values() if c.state.in_force}
    assert sum(cell.chosen for cell in every) == len(in_force)
    assert sum(cell.suggested for cell in every) == len(in_force | {a.measure for a in advice.values() if a.suggested})
