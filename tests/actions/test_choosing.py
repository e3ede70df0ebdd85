"""What a person does on B 秘密の決定 and C 対策, on a real ledger file: one step each, and undo takes it back."""

from datetime import date

import pytest

from app.actions import choices, decisions, ledgers
from app.domain.dates import months_later
from app.domain.ledger.records import Appointment, Asset, Choice, Decision, Evaluation, Person, Profile
from app.domain.words import Level, State
from tests import firms

MEASURE = "secret-marking"
TODAY = date(2026, 11, 17)


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "台帳.mamori"
    ledgers.create(path, Profile(name="試し製作所", author="湊"))
    desk = ledgers.open_ledger(path)
    desk.change(
        "はじめ",
        [
            Person(id="p1", position=1, name="大西 誠"),
            Asset(id="a1", position=1, name="加工条件表"),
            Asset(id="a2", position=2),
            Evaluation(id="a1", value=3, rival=2, guesses=("value", "rival")),
        ],
    )
    yield desk
    desk.close()


def test_an_answer_is_written_at_once_and_confirms_its_guess(desk):
    decisions.answer(desk, "a1", "value", 1)
    assert desk.company.evaluations["a1"] == Evaluation(id="a1", value=1, rival=2, guesses=("rival",))
    assert desk.undo_label == "「加工条件表」の情報の価値"
    decisions.answer(desk, "a2", "loss", 0)
    assert desk.company.evaluations["a2"] == Evaluation(id="a2", loss=0)
    assert desk.undo_label == "「名前のない情報」の漏れたときの損"


def test_a_guess_is_confirmed_as_it_stands(desk):
    decisions.confirm(desk, "a1", "rival")
    assert desk.company.evaluations["a1"] == Evaluation(id="a1", value=3, rival=2, guesses=("value",))


def test_many_are_decided_in_one_step_and_the_former_decision_stays_in_the_history(desk):
    decisions.decide(desk, ["a1"], Level.SECRET, "条件", by="湊", on=TODAY)
    decisions.decide(desk, ["a1", "a2"], Level.TOP_SECRET, "要", by="林", on=TODAY)
    assert {d.level for d in desk.company.decisions.values()} == {Level.TOP_SECRET}
    assert desk.undo_label == "2件の区分を決定"
    before = [delta.before for entry in desk.ledger.history() for delta in entry.deltas]
    assert Decision(id="a1", level=Level.SECRET, reason="条件", by="湊", on="2026-11-17") in before
    desk.undo()
    assert set(desk.company.decisions) == {"a1"} and desk.company.level_of("a1") is Level.SECRET
    decisions.reopen(desk, "a1")
    assert not desk.company.decisions


def test_a_change_of_mind_keeps_who_and_when_but_not_why_it_did_not_fit(desk):
    choices.choose(desk, MEASURE, State.ADOPTED, who="p1", due="2026-12-01", reason="まず表紙から")
    choices.switch(desk, MEASURE, State.DONE)
    choice = desk.company.choices[MEASURE]
    assert (choice.state, choice.who, choice.due, choice.reason) == (State.DONE, "p1", "2026-12-01", "まず表紙から")
    choices.decline(desk, MEASURE, "紙がない")
    assert desk.company.choices[MEASURE].reason == "紙がない"
    choices.switch(desk, MEASURE, State.LATER)
    assert desk.company.choices[MEASURE].reason == ""
    choices.choose(desk, MEASURE, None)
    assert MEASURE not in desk.company.choices


def test_what_is_taken_up_has_the_person_and_the_day_of_the_plan_in_one_step(desk):
    desk.change(
        "決定",
        [*firms.asset(id="a1"), Decision(id="a1", level=Level.SECRET), Person(id="p2", position=2, name="湊 誠一")],
    )
    desk.change("役", [Appointment(id="chief", role="chief", person="p2")])
    measure = next(one.measure for one in desk.advice.values() if one.order == 1)
    planned = desk.advice[measure]
    assert planned.who and planned.due
    choices.switch(desk, measure, State.ADOPTED)
    assert desk.company.choices[measure] == Choice(id=measure, state=State.ADOPTED, who=planned.who, due=planned.due)
    choices.note(desk, measure, due="2027-04-01")
    choices.switch(desk, measure, State.DONE)
    assert desk.company.choices[measure].due == "2027-04-01"  # what the owner wrote stays
    for _ in range(3):
        desk.undo()
    assert measure not in desk.company.choices


def test_what_is_put_off_has_a_day_on_which_it_comes_back(desk):
    today = desk.company.on
    choices.choose(desk, MEASURE, State.LATER)
    assert desk.company.choices[MEASURE].due == months_later(today, 3).isoformat() == choices.back_again(desk)
    assert choices.put_off(desk, MEASURE, today.isoformat()) == choices.put_off(desk, MEASURE, "") != ""
    assert desk.company.choices[MEASURE].due == choices.back_again(desk)
    later = months_later(today, 12).isoformat()
    assert choices.put_off(desk, MEASURE, later) == ""
    assert desk.company.choices[MEASURE] == Choice(id=MEASURE, state=State.LATER, due=later)
    choices.switch(desk, MEASURE, State.ADOPTED)
    assert desk.company.choices[MEASURE].due != later  # the day of coming back is no day to be ready by


def test_when_and_why_are_noted_one_by_one(desk):
    choices.choose(desk, MEASURE, State.ADOPTED, who="p1")
    choices.note(desk, MEASURE, due="2027-04-01")
    choices.note(desk, MEASURE, reason="まず表紙から")
    choice = desk.company.choices[MEASURE]
    assert (choice.due, choice.reason, choice.who) == ("2027-04-01", "まず表紙から", "p1")
    choices.note(desk, MEASURE, due="")
    assert desk.company.choices[MEASURE].due == ""


def test_whoever_sees_to_a_measure_is_known_by_name_or_joins_the_people_in_the_same_step(desk):
    choices.choose(desk, MEASURE, State.ADOPTED)
    choices.assign(desk, MEASURE, "大西 誠")
    assert desk.company.choices[MEASURE].who == "p1"
    choices.assign(desk, MEASURE, " 髙﨑 𠮷男 ")
    who = desk.company.choices[MEASURE].who
    assert desk.company.people[who].name == "髙﨑 𠮷男"
    desk.undo()
    assert set(desk.company.people) == {"p1"} and desk.company.choices[MEASURE].who == "p1"
    choices.assign(desk, MEASURE, "")
    assert desk.company.choices[MEASURE].who == ""
