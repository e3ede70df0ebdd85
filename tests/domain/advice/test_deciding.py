"""B 秘密の決定, one asset after another: the line of facts, what comes next, and what the questions fill."""

from dataclasses import fields

import pytest

from app.domain.advice import deciding, viewpoints
from app.domain.advice.deciding import Draft
from app.domain.ledger.company import Company
from app.domain.ledger.records import Decision, Department, Evaluation
from app.domain.words import Level, Medium, Owner
from tests import firms


def three(*decided: str) -> Company:
    rows = [row for n in "123" for row in firms.asset(f"情報{n}", id=f"a{n}", position=int(n))]
    return firms.firm(*rows, *(Decision(id=asset, level=Level.SECRET) for asset in decided))


@pytest.mark.parametrize(
    ("decided", "after", "found"),
    [
        ((), "", "a1"),
        ((), "a1", "a2"),
        (("a2",), "a1", "a3"),
        ((), "a3", "a1"),
        (("a1", "a2"), "a3", ""),
        (("a1", "a2"), "a1", "a3"),
        (("a1", "a2", "a3"), "a1", ""),
    ],
)
def test_the_next_one_is_the_first_undecided_behind_this_one_and_then_from_the_top(decided, after, found):
    assert deciding.next_undecided(three(*decided), after) == found


def test_neighbours_end_at_both_ends():
    company = three()
    assert [deciding.neighbour(company, "a2", steps) for steps in (-1, 1)] == ["a1", "a3"]
    assert deciding.neighbour(company, "a1", -1) == deciding.neighbour(company, "a3", 1) == ""
    assert deciding.neighbour(company, "gone", 1) == "a1"


def test_facts_say_what_is_known_and_leave_out_what_is_not():
    rows = firms.asset(media=(Medium.DATA, Medium.PAPER), where="共有", readers=("p1", "p2"), department="d1")
    company = firms.firm(Department(id="d1", name="製造"), *rows)
    assert deciding.facts(company, company.assets["a1"]) == ["製造", "紙・電子", "共有", "見てよい人 2人", "自社のもの"]
    bare = firms.firm(*firms.asset(media=(), owner=Owner.ENTRUSTED))
    assert deciding.facts(bare, bare.assets["a1"]) == ["預かったもの"]
    everyone = firms.firm(*firms.asset(media=(), everyone=True))
    assert "見てよい人 全員" in deciding.facts(everyone, everyone.assets["a1"])


def test_a_draft_begins_with_the_decision_or_with_whoever_makes_the_entries():
    company = firms.firm(*firms.asset(), Decision(id="a1", level=Level.SECRET, reason="要", by="湊", on="2026-11-17"))
    assert deciding.draft_of(company, "a1") == Draft(Level.SECRET, "要", "湊")
    assert deciding.draft_of(company, "a2") == Draft(None, "", company.profile.author)
    assert deciding.stands(company, company.decisions["a1"]) == "令和8年11月17日に「秘」と決めました（湊）。"
    assert deciding.stands(company, Decision(id="a1", level=Level.OPEN)) == "「一般」と決めました。"


def test_the_levels_offered_are_those_in_use_highest_first():
    assert deciding.levels_offered(firms.firm()) == [Level.TOP_SECRET, Level.SECRET, Level.INTERNAL, Level.OPEN]
    assert deciding.levels_offered(firms.two_levels(firms.firm())) == [Level.SECRET, Level.INTERNAL, Level.OPEN]


def test_every_question_fills_a_field_with_values_that_the_field_knows():
    asked = {viewpoint.key for viewpoint in viewpoints.ALL}
    assert asked == {field.name for field in fields(Evaluation)} - {"id", "guesses"}
    for viewpoint in viewpoints.ALL:
        values = [value for value, _ in viewpoint.options]
        kinds = {type(value) for value in values}
        assert len(kinds) == 1 and len(set(values)) == len(values)
        assert values == [0, 1, 2, 3] or set(values) == set(next(iter(kinds)))  # a closed list is offered as a whole


def test_answers_are_counted_whether_guessed_or_given():
    evaluation = Evaluation(id="a1", value=0, rival=2, guesses=("rival",))
    assert viewpoints.answered(evaluation, viewpoints.FIRST) == 1
    assert viewpoints.answered(evaluation, viewpoints.MORE) == 1
