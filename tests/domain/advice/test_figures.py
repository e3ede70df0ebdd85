"""What a picture shows of the firm is what the firm has chosen."""

from dataclasses import replace

from app.domain.advice import figures
from app.domain.advice.coverage import grid
from app.domain.advice.recommendation import advise
from app.domain.drawing import Tone, boxes
from app.domain.ledger.records import Choice
from app.domain.words import Purpose, Route, State
from tests import firms

CASE = "inc-cutting-tools"


def test_the_map_shows_every_cell_as_page_c_counts_it() -> None:
    company, library = firms.sample(), firms.library()
    advice = advise(company, library)
    cells, words = grid(company, library, advice), figures.coverage(company, library, advice).words
    for route in Route:
        for purpose in Purpose:
            cell = cells[route, purpose]
            if cell.chosen:
                assert f"{cell.chosen}/{cell.suggested}" in words.split(f"{route.label}：")[1].split("。")[0]
    assert words.count("対象外") == 1


def test_a_case_ticks_what_is_in_force_here_and_nothing_else() -> None:
    library = firms.library()
    case = library.cases[CASE]
    first, second, third, *_ = case.measures
    states = {first: State.DONE, second: State.ADOPTED, third: State.LATER}
    company = firms.firm(*(Choice(id=id, state=state) for id, state in states.items()))
    shown = {box.title: box for box in boxes(figures.of_case(company, library, case).part)}
    titles = [library.measures[one].title for one in case.measures]
    assert [f"✓ {title}" in shown for title in titles] == [True, True] + [False] * (len(titles) - 2)
    assert shown[f"うちは ✓2/{len(titles)}"].words == (f"{len(titles)}つのうち2つがあります",)
    assert figures.share(company, case) == f"✓2/{len(titles)}"


def test_a_case_of_which_we_have_nothing_has_no_tick() -> None:
    library = firms.library()
    picture = figures.of_case(firms.firm(), library, library.cases[CASE])
    assert "✓" not in picture.words and "まだ一つもありません" in picture.words
    assert {box.tone for box in boxes(picture.part)} == {Tone.PLAIN, Tone.GAP}


def test_the_way_it_left_is_told_where_it_is_known() -> None:
    library, company = firms.library(), firms.firm()
    case = library.cases[CASE]
    assert f"手口（{case.method.removesuffix('。')}）" in figures.of_case(company, library, case).words
    assert "手口" not in figures.of_case(company, library, replace(case, method="")).words


def test_every_case_begins_with_its_occasion_and_ends_with_us() -> None:
    library, company = firms.library(), firms.sample()
    for case in library.cases.values():
        titles = [box.title for box in boxes(figures.of_case(company, library, case).part)]
        assert titles[0] == "きっかけ" and titles[-1].startswith("うちは ")
