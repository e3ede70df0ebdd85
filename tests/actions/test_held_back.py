"""What may tell of something unlawful gets no level, whichever way is tried; the answer can be taken back and undone."""

from dataclasses import replace
from datetime import date

import pytest

from app.actions import assets, decisions
from app.cli import advice
from app.desk import Desk
from app.domain.advice.deciding import next_undecided
from app.domain.advice.progress import decided, stages, to_check, undecided
from app.domain.columns import paste as pasting
from app.domain.columns.paste import Line
from app.domain.ledger.unlawful import QUESTION, held_back
from app.domain.words import Level, YesNo

ON = date(2026, 11, 27)


@pytest.fixture
def two(sample_desk: Desk) -> tuple[Desk, str, str]:
    """A desk, what is held back by its name, and what is not."""
    held, free = undecided(sample_desk.company)[:2]
    sample_desk.change("試し", [replace(sample_desk.company.assets[held], name="検査記録の改ざん")])
    return sample_desk, held, free


def test_one_by_one_it_is_refused_in_words(two: tuple[Desk, str, str]) -> None:
    desk, held, free = two
    told = decisions.decide(desk, [held], Level.SECRET, "", by="", on=ON)
    assert "検査記録の改ざん" in told and "先に確かめます" in told and held not in desk.company.decisions
    assert decisions.decide(desk, [free], Level.SECRET, "", by="", on=ON) == ""
    assert desk.company.level_of(free) is Level.SECRET


def test_among_many_the_others_are_decided_in_one_step(two: tuple[Desk, str, str]) -> None:
    desk, held, free = two
    assert "先に確かめます" in decisions.decide(desk, [held, free], Level.SECRET, "", by="", on=ON)
    assert desk.company.decisions.keys() & {held, free} == {free}
    desk.undo()
    assert free not in desk.company.decisions
    assert "先に確かめます" in decisions.decide_as_suggested(desk, [held, free], "", by="", on=ON)
    assert held not in desk.company.decisions


@pytest.mark.parametrize("answer", [YesNo.YES, YesNo.UNKNOWN])
def test_no_leads_back_and_is_undone(two: tuple[Desk, str, str], answer: YesNo) -> None:
    desk, held, _ = two
    decisions.tell_unlawful(desk, held, answer)
    assert decisions.decide(desk, [held], Level.SECRET, "", by="", on=ON)
    decisions.tell_unlawful(desk, held, YesNo.NO)
    assert decisions.decide(desk, [held], Level.SECRET, "", by="", on=ON) == ""
    desk.undo()
    desk.undo()
    assert desk.company.assets[held].unlawful is answer
    assert held_back(desk.company, desk.company.assets[held])


def test_it_counts_as_settled_and_leads_to_the_first(two: tuple[Desk, str, str]) -> None:
    desk, held, free = two
    company = desk.company
    assert held not in undecided(company) and free in undecided(company) and to_check(company) == [held]
    assert next_undecided(company, "") != held
    stage = stages(company, desk.library, desk.advice)[1]
    assert [(one.text, one.focus) for one in stage.open][-1] == ("先に確かめる情報 1件", held)
    assert stage.done == stage.total - len(undecided(company))


def test_a_level_of_before_is_counted_nowhere(two: tuple[Desk, str, str]) -> None:
    desk, _, free = two
    decisions.decide(desk, [free], Level.TOP_SECRET, "", by="", on=ON)
    before = decided(desk.company)[Level.TOP_SECRET]
    decisions.tell_unlawful(desk, free, YesNo.UNKNOWN)
    assert decided(desk.company).get(Level.TOP_SECRET, 0) == before - 1


def test_a_pasted_column_answers_and_a_dash_does_not(two: tuple[Desk, str, str]) -> None:
    desk, *_ = two

    def pasted(words: str) -> YesNo | None:
        plan = pasting.plan(desk.company, [Line({"name": "裏帳簿の写し", "unlawful": words})], desk.new_id)
        assets.paste(desk, plan)
        return desk.company.assets[plan.rows[0].asset].unlawful

    assert [pasted(words) for words in ("ある", "ない", "不明", "－", "")] == [
        YesNo.YES,
        YesNo.NO,
        YesNo.UNKNOWN,
        None,
        None,
    ]
    plan = pasting.plan(desk.company, [Line({"name": "帳票", "unlawful": "たぶん"})], desk.new_id)
    assets.paste(desk, plan)
    assert held_back(desk.company, desk.company.assets[plan.rows[0].asset]), "what cannot be read is made sure of"


def test_the_command_line_says_so(two: tuple[Desk, str, str]) -> None:
    desk, held, free = two
    told = advice(desk)["assets"]
    assert (told[held]["held_back"], told[held]["question"], told[held]["suggested"]) == (True, QUESTION, None)
    assert (told[free]["held_back"], told[free]["question"]) == (False, None)
