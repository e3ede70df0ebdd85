"""ホーム: from an empty ledger to the papers, one next thing at a time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.domain.advice.agenda import agenda
from app.domain.advice.progress import (
    FIRST_PAPERS,
    PLEDGE,
    Next,
    Stage,
    next_thing,
    placeless,
    stages,
    unconfirmed,
    undecided,
)
from app.domain.advice.recommendation import advise
from app.domain.ledger.company import Company
from app.domain.ledger.records import Appointment, Choice, Decision, Output, Signature
from app.domain.ledger.seats import seats
from app.domain.words import Level, State
from tests import firms


def ladder(company: Company) -> tuple[Stage, ...]:
    return stages(company, firms.library(), advise(company, firms.library()))


def following(company: Company) -> Next:
    return next_thing(company, ladder(company))


def done(company: Company) -> list[str]:
    return [stage.letter for stage in ladder(company) if stage.finished]


WRITTEN = firms.firm(*firms.asset("金型図面", id="a1", points=(3, 3, 3, 3)), *firms.asset("見積の根拠", id="a2"))
DECIDED = WRITTEN.after([Decision(id="a1", level=Level.TOP_SECRET), Decision(id="a2", level=Level.INTERNAL)])


def choosing(company: Company) -> Iterator[Company]:
    """The company after it took up each measure of its first month."""
    while planned := agenda(company, firms.library(), advise(company, firms.library())).first_month:
        company = company.after([Choice(id=planned[0], state=State.ADOPTED)])
        yield company


CHOSEN = list(choosing(DECIDED))[-1]
SEATED = CHOSEN.after(
    [Appointment(id=seat.id, role=seat.role, variant=seat.id.partition(":")[2], person="p1") for seat in seats(CHOSEN)]
)


MADE = SEATED.after([Output(id=form, form=form, how="docx", on="2026-11-04") for form in FIRST_PAPERS])
SIGNED = MADE.after([Signature(id=p, form=PLEDGE, subject=p, on="2026-11-05") for p in SEATED.people])


@pytest.mark.parametrize(
    ("company", "finished", "page", "says"),
    [
        (Company(on=date.today()), [], "beginning", "12の問い"),
        (firms.firm(staff=24), [], "beginning", "12の問い"),
        (WRITTEN, ["A"], "decision", "「金型図面」から、残り2件の区分を決めます。"),
        (WRITTEN.after([Decision(id="a1", level=Level.SECRET)]), ["A"], "decision", "「見積の根拠」から、残り1件"),
        (DECIDED, ["A", "B"], "measures", "計画の上から、対策を選びます。"),
        (CHOSEN, ["A", "B"], "structure", "を決めます。"),
        (SEATED, ["A", "B", "X"], "papers", "情報管理規程"),
        (MADE, ["A", "B", "X", "papers"], "papers", "署名がまだ 3人"),
        (SIGNED, ["A", "B", "X", "papers"], "papers", "そろいました"),
    ],
    ids=["empty", "people only", "written", "one decided", "decided", "chosen", "seated", "made", "signed"],
)
def test_each_stage_has_one_next_thing(company: Company, finished: list[str], page: str, says: str) -> None:
    found = following(company)
    assert done(company) == finished
    assert found.page == page and says in found.sentence
    assert found.button and found.safe and found.sentence.endswith("。")


def test_the_next_thing_leads_to_the_very_asset_and_to_the_plan() -> None:
    assert following(WRITTEN).focus == "a1" and following(DECIDED).focus == "plan"


def test_every_measure_taken_up_brings_the_owner_further() -> None:
    said = [
        stage.open[0].text if (stage := ladder(company)[2]).open else "" for company in (DECIDED, *choosing(DECIDED))
    ]
    assert said == ["今月はあと4つ", "今月はあと3つ", "今月はあと2つ", "今月はあと1つ", ""]


def test_as_many_as_one_begins_in_a_month_are_enough_to_go_on_though_more_are_suggested() -> None:
    measures = ladder(CHOSEN)[2]
    assert not measures.open and 0 < measures.done < measures.total and not measures.finished
    finished = CHOSEN.after([replace(choice, state=State.DONE) for choice in CHOSEN.choices.values()])
    assert (
        ladder(finished)[2].open and following(finished).page == "structure"
    )  # what comes next waits, and holds nobody up


def test_guesses_and_missing_places_are_open_but_stop_nobody() -> None:
    company = DECIDED.after(
        [
            *firms.asset("推測", id="a3", guesses=("name",)),
            *firms.asset("場所なし", id="a4", where=""),
            Decision(id="a3", level=Level.OPEN),
            Decision(id="a4", level=Level.OPEN),
        ]
    )
    inventory = ladder(company)[0]
    assert (inventory.done, inventory.total) == (2, 4) and not inventory.finished
    assert [(o.text, o.focus) for o in inventory.open] == [
        ("仮のままの行 1件", "guesses"),
        ("置き場所が空欄 1件", "a4"),
    ]
    assert unconfirmed(company) == ["a3"] and placeless(company) == ["a4"]
    assert following(company).page == "measures"


def test_top_secret_that_everybody_may_see_stays_open_after_the_decision() -> None:
    company = DECIDED.after(firms.asset("製法", id="a3", everyone=True)).after(
        [Decision(id="a3", level=Level.TOP_SECRET)]
    )
    decision = ladder(company)[1]
    assert decision.finished and [o.text for o in decision.open] == ["全員が見てよい極秘 1件"]
    assert decision.open[0].focus == "a3"


def test_the_undecided_stand_in_the_owners_order() -> None:
    company = firms.firm(*firms.asset(id="a", position=2), *firms.asset(id="b", position=1))
    assert undecided(company) == ["b", "a"]


def test_a_company_without_secrets_is_not_sent_round_in_circles() -> None:
    company = firms.firm(*firms.asset("会社案内")).after([Decision(id="a1", level=Level.OPEN)])
    assert following(company).page == "structure"


def test_three_empty_seats_are_named_and_the_others_counted() -> None:
    structure = ladder(CHOSEN)[3]
    assert [still.text for still in structure.open][2:] == ["管理責任者（秘）", "ほか6役"]
    assert structure.done == 0 and structure.total == 9
    one = CHOSEN.after([Appointment(id="chief", role="chief", person="p1")])
    assert ladder(one)[3].done == 1 and "社員" not in following(one).sentence
    assert "9" not in following(firms.two_levels(one)).sentence and ladder(firms.two_levels(one))[3].total == 8


def test_a_choice_done_is_told_apart_from_one_adopted() -> None:
    company = DECIDED.after(
        [Choice(id="secret-marking", state=State.DONE), Choice(id="nda-first", state=State.ADOPTED)]
    )
    assert "2つの対策を選び、うち1は実施済み" in ladder(company)[2].sentence


def test_the_sample_stands_in_the_middle() -> None:
    steps = ladder(firms.sample())
    assert [stage.letter for stage in steps] == ["A", "B", "C", "X", "papers"]
    assert not steps[1].finished and following(firms.sample()).page == "decision"
    assert following(firms.sample()).focus == undecided(firms.sample())[0]
    assert all(0 <= stage.done <= stage.total for stage in steps)


def test_a_very_long_name_is_cut_in_the_sentence_that_says_what_is_next() -> None:
    sentence = following(firms.firm(*firms.asset("長い名前" * 80))).sentence
    assert "…" in sentence and len(sentence) < 60


def papers_of(company: Company) -> Stage:
    return ladder(company)[-1]


def test_the_last_step_says_what_is_made_what_is_printed_and_who_has_signed() -> None:
    assert papers_of(SEATED).done == 0 and papers_of(SEATED).open[0].focus == "information-rules"
    printed = SEATED.after([Output(id="o", form=PLEDGE, subject="p1", how="print", on="2026-11-04")])
    one = printed.after([Signature(id="s", form=PLEDGE, subject="p1", on="2026-11-05")])
    assert papers_of(one).sentence == "1つの書類を作りました。うち1つは印刷しました。誓約書は3人中1人が署名しました。"
    assert papers_of(one).open[-1].text == "誓約書の署名がまだ 2人"
    back = one.after([Signature(id="s2", form=PLEDGE, subject="p1")])
    assert "署名しました" not in papers_of(back).sentence, "a record without a day takes the one before it back"


def test_a_paper_that_is_none_of_the_first_does_not_count() -> None:
    assert papers_of(SEATED.after([Output(id="o", form="visitor-log", how="print", on="2026-11-04")])).done == 0
