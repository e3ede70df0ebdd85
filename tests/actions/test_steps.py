"""Every action is one step with a name: undone, done again, and both also after a restart."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import app.actions
from app.actions import assets, choices, decisions, firm, lists, start
from app.actions.papers import make as papers
from app.desk import Desk
from app.domain.advice.roles import Proposal, proposals
from app.domain.advice.start import questions
from app.domain.columns import readers as reader_lines
from app.domain.columns.asset import BY_KEY
from app.domain.columns.lists import PARTNERS, PEOPLE
from app.domain.columns.paste import Plan, lines, plan
from app.domain.forms.form import ChoiceGroup, Form, Question, QuestionKind
from app.domain.ledger.company import Changes, Company
from app.domain.ledger.records import Appointment, Department, Person
from app.domain.plain_text import clean
from app.domain.words import Level, Owner, State, YesNo

DIE, GUESSED, MARKING = "a-die-drawings", "a-nc", "secret-marking"


@dataclass(frozen=True)
class Step:
    """One use of an action: what it is called afterwards, and what is then true of the company."""

    action: Callable[..., Any]
    do: Callable[[Desk], Any]
    label: str
    then: Callable[[Company], bool]


def pasted(desk: Desk) -> None:
    rows = [["新しい情報", "めっき"], ["もう一つ", "めっき"]]
    assets.paste(desk, plan(desk.company, lines(["name", "department"], rows), desk.new_id))


def save_details(desk: Desk) -> str:
    readers = reader_lines.of(desk.company, DIE)
    return assets.save_details(desk, DIE, {"name": "型図"}, desk.company.places_of(DIE), readers, confirmed=True)


def decide(desk: Desk) -> None:
    decisions.decide(desk, [DIE, "a-payroll"], Level.TOP_SECRET, "要", by="湊", on=date(2026, 11, 17))


def names(rows: Any) -> set[str]:
    return {row.name for row in rows.values()}


def newest(company: Company) -> Any:
    return company.listed[-1]


def question(desk: Desk) -> Question:
    """What the first form asks that is a date."""
    return next(ask for form in papers.papers(desk) for ask in form.ask if ask.kind is QuestionKind.DATE)


def choice(desk: Desk) -> tuple[Form, ChoiceGroup]:
    return next((form, group) for form in papers.papers(desk) for group in form.choices)


STEPS = [
    Step(
        assets.edit,
        lambda d: assets.edit(d, DIE, "note", "A&B<精密>"),
        "「金型図面・金型データ」のメモ",
        lambda c: c.assets[DIE].note == "A&B<精密>",
    ),
    Step(
        assets.add,
        lambda d: assets.add(d, {"name": "熱処理の条件", "department": "めっき", "media": "紙"}),
        "「熱処理の条件」を追加",
        lambda c: newest(c).name == "熱処理の条件" and "めっき" in names(c.departments),
    ),
    Step(
        assets.paste, pasted, "2行を貼り付け", lambda c: [a.name for a in c.listed[-2:]] == ["新しい情報", "もう一つ"]
    ),
    Step(
        assets.fill,
        lambda d: assets.fill(d, [a.id for a in d.company.listed[:3]], ["keeper"], "大西"),
        "同じ内容を記入",
        lambda c: {a.keeper for a in c.listed[:3]} == {"p-onishi"},
    ),
    Step(
        assets.remove,
        lambda d: assets.remove(d, [a.id for a in d.company.listed[:5]]),
        "5件を削除",
        lambda c: len(c.assets) == 35 and DIE not in c.decisions,
    ),
    Step(
        assets.take_over,
        lambda d: assets.take_over(d, d.library.assets["recipes"]),
        "を追加",
        lambda c: newest(c).template == "recipes" and len(newest(c).guesses) > 3,
    ),
    Step(
        assets.confirm,
        lambda d: assets.confirm(d, [a.id for a in d.company.listed if a.guesses]),
        "を確認",
        lambda c: not any(a.guesses for a in c.listed),
    ),
    Step(
        assets.move, lambda d: assets.move(d, DIE, 4), "「金型図面・金型データ」を移動", lambda c: c.listed[4].id == DIE
    ),
    Step(
        choices.choose,
        lambda d: choices.choose(d, "greeting", State.LATER, reason="来年", who="p-onishi", due="2027-04-01"),
        "対策を後で",
        lambda c: c.choices["greeting"].due == "2027-04-01",
    ),
    Step(
        choices.choose,
        lambda d: choices.choose(d, MARKING, None),
        "対策を「まだ」に",
        lambda c: MARKING not in c.choices,
    ),
    Step(
        choices.switch,
        lambda d: choices.switch(d, MARKING, State.LATER),
        "対策を後で",
        lambda c: c.choices[MARKING].state is State.LATER and c.choices[MARKING].who != "",
    ),
    Step(
        choices.put_off,
        lambda d: choices.put_off(d, "greeting", "2999-04-01"),
        "対策を後で",
        lambda c: c.choices["greeting"].state is State.LATER and c.choices["greeting"].due == "2999-04-01",
    ),
    Step(
        choices.decline,
        lambda d: choices.decline(d, "greeting", "来客がない"),
        "対策を見送り",
        lambda c: c.choices["greeting"].reason == "来客がない",
    ),
    Step(
        choices.note,
        lambda d: choices.note(d, MARKING, due="2027-01-31"),
        "対策の期日",
        lambda c: c.choices[MARKING].due == "2027-01-31",
    ),
    Step(
        choices.assign,
        lambda d: choices.assign(d, MARKING, "新人 一郎"),
        "対策の担当",
        lambda c: c.person_name(c.choices[MARKING].who) == "新人 一郎",
    ),
    Step(
        decisions.answer,
        lambda d: decisions.answer(d, DIE, "duty", YesNo.YES),
        "「金型図面・金型データ」の守る義務",
        lambda c: c.evaluations[DIE].duty is YesNo.YES,
    ),
    Step(
        decisions.confirm,
        lambda d: decisions.confirm(d, GUESSED, "value"),
        "の情報の価値",
        lambda c: "value" not in c.evaluations[GUESSED].guesses,
    ),
    Step(decisions.decide, decide, "2件の区分を決定", lambda c: c.level_of("a-payroll") is Level.TOP_SECRET),
    Step(
        decisions.reopen,
        lambda d: decisions.reopen(d, DIE),
        "「金型図面・金型データ」を未決定に",
        lambda c: c.level_of(DIE) is None,
    ),
    Step(
        assets.save_details,
        save_details,
        "「金型図面・金型データ」のくわしい内容",
        lambda c: c.assets[DIE].name == "型図",
    ),
    Step(
        papers.answer,
        lambda d: papers.answer(d, question(d), "2027-01-01"),
        "書類の「",
        lambda c: "2027-01-01" in {answer.value for answer in c.answers.values()},
    ),
    Step(
        papers.choose,
        lambda d: papers.choose(d, choice(d)[0], choice(d)[1], choice(d)[1].options[-1].name),
        "書類の「",
        lambda c: any(answer.id.startswith("choice.") for answer in c.answers.values()),
    ),
    Step(
        firm.edit_profile,
        lambda d: firm.edit_profile(d, replace(d.company.profile, name="株式会社 新")),
        "会社の基本",
        lambda c: c.profile.name == "株式会社 新",
    ),
    Step(
        firm.save,
        lambda d: firm.save(d, "部門を追加", [Department(id="new", name="めっき")]),
        "部門を追加",
        lambda c: c.departments["new"].name == "めっき",
    ),
    Step(
        firm.edit_row,
        lambda d: firm.edit_row(d, PARTNERS, None, "name", "はじめての会社"),
        "取引先「はじめての会社」を追加",
        lambda c: "はじめての会社" in names(c.partners),
    ),
    Step(
        firm.edit_row,
        lambda d: firm.edit_row(d, PEOPLE, d.company.people["p-onishi"], "department", "めっき"),
        "人の部門",
        lambda c: c.departments[c.people["p-onishi"].department].name == "めっき",
    ),
    Step(
        firm.appoint,
        lambda d: firm.appoint(d, "inspector", "p-onishi", "p-minato", "000", name="点検する人"),
        "「点検する人」を決定",
        lambda c: c.appointments["inspector"].deputy == "p-minato",
    ),
    Step(
        firm.appoint,
        lambda d: firm.appoint(d, "chief", "", name="統括責任者"),
        "「統括責任者」を空席に",
        lambda c: "chief" not in c.appointments,
    ),
    Step(
        firm.appoint_by_name,
        lambda d: firm.appoint_by_name(d, "inspector", "新人 一郎", "大西", name="点検する人"),
        "「点検する人」を決定",
        lambda c: c.person_name(c.appointments["inspector"].person) == "新人 一郎",
    ),
    Step(
        firm.remove,
        lambda d: firm.remove(d, unused(d), "だれも使わない人"),
        "「だれも使わない人」を削除",
        lambda c: len(c.people) == 24,
    ),
    Step(
        assets.fill_down,
        lambda d: assets.fill_down(d, [DIE, "a-payroll"], ["kind"]),
        "上と同じ内容を記入",
        lambda c: c.assets["a-payroll"].kind == c.assets[DIE].kind,
    ),
    Step(
        decisions.decide_as_suggested,
        lambda d: decisions.decide_as_suggested(d, [DIE, GUESSED], "提案どおり", by="湊", on=date(2026, 11, 17)),
        "2件の区分を提案どおりに決定",
        lambda c: c.decisions[GUESSED].reason == "提案どおり",
    ),
    Step(
        firm.appoint_everywhere,
        lambda d: firm.appoint_everywhere(d, "大西 浩二"),
        "空いている2役を「大西 浩二」に",
        lambda c: c.person_name(c.appointments["inspector"].person) == "大西 浩二",
    ),
    Step(
        lists.fill,
        lambda d: lists.fill(d, PEOPLE, ["p-onishi"], ["title"], "部長"),
        "同じ内容を記入",
        lambda c: c.people["p-onishi"].title == "部長",
    ),
    Step(
        lists.fill_down,
        lambda d: lists.fill_down(d, PEOPLE, ["p-onishi", unused(d).id], ["title"]),
        "上と同じ内容を記入",
        lambda c: sum(p.title == c.people["p-onishi"].title for p in c.people.values()) > 1,
    ),
    Step(
        lists.paste,
        lambda d: lists.paste(d, Plan(put=(Person(id="pasted", position=99, name="貼付け 人"),))),
        "行を貼り付け",
        lambda c: "pasted" in c.people,
    ),
    Step(
        lists.remove,
        lambda d: lists.remove(d, PEOPLE, [unused(d)]),
        "を削除",
        lambda c: len(c.people) == 24,
    ),
    Step(
        decisions.tell_unlawful,
        lambda d: decisions.tell_unlawful(d, DIE, YesNo.UNKNOWN),
        "「金型図面・金型データ」の、先に確かめること",
        lambda c: c.assets[DIE].unlawful is YesNo.UNKNOWN,
    ),
    Step(
        firm.take_proposals,
        lambda d: firm.take_proposals(d, proposed(d)),
        "提案どおりに",
        lambda c: bool(c.appointments["inspector"].person),
    ),
    Step(
        start.answer,
        lambda d: start.answer(d, questions(d.library)[1], ("春野 花", "秋山 実")),
        "最初の30分の答え",
        lambda c: c.answers["start-people"].value == "春野 花\n秋山 実",
    ),
    Step(
        start.fill_in,
        lambda d: start.fill_in(d, {"people": ("春野 花",)}),
        "最初の30分の下書き",
        lambda c: "春野 花" in names(c.people),
    ),
]
"""At least one for every action that writes; what only reads, and what has a test file of its own, is told apart below."""

READS = {
    f"app.actions.papers.make.{name}"
    for name in (
        "ahead",
        "answered",
        "chosen",
        "export",
        "facts_of",
        "make",
        "other_side",
        "papers",
        "subject_name",
        "subjects",
        "why_first",
    )
} | {
    "app.actions.choices.back_again",
    "app.actions.firm.first_name",
    "app.actions.firm.used_in",
    "app.actions.firm.what_then",
    "app.actions.papers.make.note_output",
}


def proposed(desk: Desk) -> list[Proposal]:
    return proposals(desk.company, desk.library.roles)


def unused(desk: Desk) -> Person:
    """Somebody whom no other row names."""
    company = desk.company
    named = {a.keeper for a in company.listed} | {row.who for row in company.access.values()}
    named |= {choice.who for choice in company.choices.values()}
    named |= {who for seat in company.appointments.values() for who in (seat.person, seat.deputy)}
    return next(person for person in company.people.values() if person.id not in named)


def holds(step: Step, company: Company) -> bool:
    try:
        return step.then(company)
    except KeyError:  # what it speaks of is not there
        return False


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.action.__name__}: {step.label}")
def test_each_action_is_one_step_that_can_be_taken_back_and_done_again(opened: Callable[[], Desk], step: Step) -> None:
    desk = opened()
    before, entries = desk.company, len(desk.ledger.history())
    heard: list[Changes] = []
    desk.listen(heard.append)
    step.do(desk)
    after = desk.company
    assert holds(step, after) and not holds(step, before)
    assert step.label in desk.undo_label and desk.undo_label.count("\n") == 0
    assert len(heard) == 1 and heard[0].label == desk.undo_label
    assert len(desk.ledger.history()) == entries + 1 and desk.ledger.history()[-1].who == before.profile.author
    label = desk.undo_label

    desk = opened()
    assert desk.company == after and desk.undo_label == label
    desk.undo()
    assert desk.company == before and desk.redo_label == label

    desk = opened()
    assert desk.company == before and desk.redo_label == label
    desk.redo()
    assert desk.company == after and desk.redo_label == ""
    assert desk.ledger.verify() == []
    assert opened().company == after


def test_every_action_that_writes_is_among_the_steps() -> None:
    tried = {f"{step.action.__module__}.{step.action.__name__}" for step in STEPS} | READS
    left = []
    for module in pkgutil.walk_packages(app.actions.__path__, "app.actions."):
        actions = importlib.import_module(module.name)
        writes = re.search(r"desk\.(change|record)\(", inspect.getsource(actions))
        wing, name = module.name.removeprefix("app.actions.").rpartition(".")[::2]
        if not writes or (Path(__file__).parent / wing / f"test_{name}.py").exists():
            continue
        for name, action in inspect.getmembers(actions, inspect.isfunction):
            own = action.__module__ == actions.__name__ and not name.startswith("_")
            if own and "desk" in inspect.signature(action).parameters and f"{module.name}.{name}" not in tried:
                left.append(f"{module.name}.{name}")
    assert left == []


# what writes nothing


NOTHING: list[Callable[[Desk], Any]] = [
    lambda d: assets.edit(d, DIE, "media", "石"),
    lambda d: assets.edit(d, DIE, "name", d.company.assets[DIE].name),
    lambda d: assets.add(d, {"name": "x", "owner": "だれか"}),
    lambda d: assets.remove(d, ["nowhere"]),
    lambda d: assets.confirm(d, [DIE]),
    lambda d: assets.move(d, d.company.listed[0].id, -1),
    lambda d: choices.choose(d, "greeting", None),
    lambda d: choices.put_off(d, "greeting", d.company.day),
    lambda d: start.fill_in(d, {}),
    lambda d: decisions.answer(d, DIE, "value", d.company.evaluations[DIE].value),
    lambda d: firm.edit_row(d, PEOPLE, d.company.people["p-onishi"], "joined", "春"),
    lambda d: firm.remove(d, d.company.departments["d-design"], "設計"),
    lambda d: firm.remove(d, d.company.people["p-onishi"], "大西"),
    lambda d: firm.appoint(d, "inspector", ""),
    lambda d: firm.take_proposals(d, []),
    lambda d: decisions.tell_unlawful(d, DIE, None),
]


@pytest.mark.parametrize("number", range(len(NOTHING)))
def test_what_is_refused_or_changes_nothing_leaves_no_entry(sample_desk: Desk, number: int) -> None:
    before, entries = sample_desk.company, len(sample_desk.ledger.history())
    heard: list[Changes] = []
    sample_desk.listen(heard.append)
    NOTHING[number](sample_desk)
    assert sample_desk.company == before and heard == []
    assert len(sample_desk.ledger.history()) == entries and sample_desk.undo_label == ""


def test_whoever_is_in_use_is_not_removed_and_it_is_said_where(sample_desk: Desk) -> None:
    said = firm.remove(sample_desk, sample_desk.company.people["p-onishi"], "大西")
    assert said.startswith("「大西」は洗い出し・") and said.endswith("先にそちらを直してください。")


def test_undo_and_redo_with_nothing_to_take_back_do_nothing(sample_desk: Desk) -> None:
    before = sample_desk.company
    assert sample_desk.undo().rows == sample_desk.redo().rows == frozenset()
    assert sample_desk.company is before


def test_a_new_step_ends_what_could_be_done_again(sample_desk: Desk) -> None:
    assets.edit(sample_desk, DIE, "note", "一")
    sample_desk.undo()
    assets.edit(sample_desk, DIE, "note", "二")
    assert sample_desk.redo_label == "" and sample_desk.redo().rows == frozenset()
    sample_desk.undo()
    assert sample_desk.company.assets[DIE].note != "一"


# two hundred rows, some of them bad


def test_of_two_hundred_pasted_rows_nothing_is_lost(opened: Callable[[], Desk]) -> None:
    desk = opened()
    columns = ["name", "department", "media", "readers", "owner", "review_on", "よその列", "note"]
    bad = {"media": "石", "readers": "だれでもない人", "owner": "もちぬし不明", "review_on": "来年の春"}
    rows = []
    for number in range(200):
        wrong = bad if number % 10 == 0 else {}
        good = {"media": "紙、電子", "readers": "大西", "owner": "自社", "review_on": "2027/4/1"}
        cells = good | wrong
        rows.append(
            [f"情報{number}", f"新部門{number % 3}", *(cells[key] for key in columns[2:6]), f"列{number}", "控え"]
        )
    before = desk.company
    found = plan(desk.company, lines(columns, rows), desk.new_id)
    assets.paste(desk, found)
    assert desk.undo_label == "200行を貼り付け" and len(desk.company.assets) == len(before.assets) + 200
    assert sum(1 for row in found.rows if row.told) == 20

    company = opened().company
    for values, asset in zip(rows, company.listed[-200:], strict=True):
        shown = "\n".join(field.text(company, asset) for field in BY_KEY.values())
        typed = [value for value in values if value != "大西"]
        missing = [v for v in typed if v.replace("/4/1", "/04/01").replace("紙、電子", "紙・電子") not in shown]
        assert missing == [], asset.name
    assert len(company.departments) == len(before.departments) + 3, "a department is founded once"
    assert "石" in company.listed[-200].note and company.listed[-200].owner is Owner.OWN

    desk = opened()
    desk.undo()
    assert desk.company == before


# hostile text


HOSTILE = [
    "<b>太字</b>&amp;",
    "'; DROP TABLE assets; --",
    "=HYPERLINK(1)",
    "一\n二\r\n三\t四",
    "\0",
    "髙﨑𠮷👩‍🏭葛\U000e0100",
    "長" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_users_text_is_stored_as_it_was_typed_and_names_its_step_on_one_line(
    opened: Callable[[], Desk], text: str
) -> None:
    """Only the signs that no paper can hold are taken out, and a line break is of one kind."""
    desk = opened()
    made, problem = assets.add(desk, {"name": text, "kind": text, "contract": text, "keep_until": text, "note": text})
    assert problem == ""
    firm.edit_profile(desk, replace(desk.company.profile, name=text, author=text))
    firm.save(desk, "人", [Person(id="h", name=text)])
    choices.decline(desk, "greeting", text)
    decisions.decide(desk, [made], Level.SECRET, text, by=text, on=date(2026, 11, 17))
    assets.edit(desk, made, "note", f"{text}。")
    for label in (entry.label for entry in desk.ledger.history()):
        assert len(label) < 60 and not set(label) & {"\n", "\r", "\t"}

    desk, text = opened(), clean(text)
    asset = desk.company.assets[made]
    assert (asset.name, asset.kind, asset.contract, asset.keep_until, asset.note) == (text,) * 4 + (f"{text}。",)
    assert desk.company.profile.name == desk.company.people["h"].name == desk.author == text
    assert desk.company.choices["greeting"].reason == desk.company.decisions[made].reason == text
    assert desk.ledger.verify() == [] and desk.ledger.history()[-1].who == text
    while desk.undo_label:
        desk.undo()
    assert made not in desk.company.assets and isinstance(desk.company.appointments["chief"], Appointment)
