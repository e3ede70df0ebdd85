"""B 秘密の決定: every rule of the suggested level, and that each one says why."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.advice.evaluation import DECK, SENTENCES, VIEWPOINTS, Suggestion, effective_level, suggest
from app.domain.handbook.library import TypicalAsset
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Decision, Evaluation
from app.domain.words import Basis, Known, Level, Owner, Protection, Reader, YesNo
from tests import firms

SCORES = st.none() | st.integers(0, 3)
LEVELS = st.lists(st.sampled_from(list(Level)[1:]), min_size=1, unique=True).map(tuple)
TOP, SECRET, INTERNAL, OPEN = Level.TOP_SECRET, Level.SECRET, Level.INTERNAL, Level.OPEN


def suggestion(*, levels: tuple[Level, ...] = (TOP, SECRET, INTERNAL), asset: Any = (), **answers: Any) -> Suggestion:
    company = firms.firm(*firms.asset(**dict(asset)), Evaluation(id="a1", **answers))
    company = company.after([replace(company.profile, levels=levels)])
    return suggest(company, company.assets["a1"])


def words(found: Suggestion) -> str:
    return "".join(reason.text for reason in found.reasons)


def points(value: int, loss: int, rival: int, trust: int) -> dict[str, int]:
    return dict(zip(VIEWPOINTS, (value, loss, rival, trust), strict=True))


# by points


@pytest.mark.parametrize(
    ("scores", "level"),
    [
        ((0, 0, 0, 0), OPEN),
        ((1, 1, 0, 0), OPEN),
        ((1, 1, 1, 0), INTERNAL),
        ((2, 1, 1, 1), INTERNAL),
        ((2, 2, 1, 1), SECRET),
        ((2, 2, 2, 2), SECRET),
        ((3, 2, 2, 2), TOP),
        ((3, 3, 3, 3), TOP),
    ],
)
def test_four_viewpoints_add_up_to_a_level(scores: tuple[int, int, int, int], level: Level) -> None:
    assert suggestion(**points(*scores)).level is level


@pytest.mark.parametrize(
    ("value", "loss", "level"),
    [(0, 0, OPEN), (1, 0, OPEN), (1, 1, INTERNAL), (2, 1, SECRET), (2, 2, SECRET), (3, 2, SECRET), (3, 3, TOP)],
)
def test_two_answers_are_enough_and_only_two_highest_ones_make_it_top_secret(
    value: int, loss: int, level: Level
) -> None:
    assert suggestion(value=value, loss=loss).level is level


@pytest.mark.parametrize("answers", [{}, {"value": 3}, {"loss": 3}, {"rival": 3, "trust": 3}, {"known": Known.NO}])
def test_without_the_first_two_answers_nothing_is_suggested_and_that_is_said(answers: dict[str, Any]) -> None:
    found = suggestion(**answers)
    assert found.level is None
    assert [reason.text for reason in found.reasons] == ["はじめの二つの問いに答えると、提案が出ます。"]


def test_an_asset_that_nobody_evaluated_is_like_one_without_answers() -> None:
    company = firms.firm(*firms.asset())
    assert suggest(company, company.assets["a1"]) == suggestion()


def test_guessed_answers_suggest_like_given_ones() -> None:
    given_ones = suggestion(value=3, loss=3)
    assert suggestion(value=3, loss=3, guesses=("value", "loss")) == given_ones


def test_a_third_answer_counts_both_ways() -> None:
    assert suggestion(value=3, loss=3, rival=0).level is SECRET
    assert suggestion(value=3, loss=3, rival=3).level is TOP


# by duty


@pytest.mark.parametrize(
    ("asset", "answers", "says"),
    [
        ({"owner": Owner.ENTRUSTED}, {}, "他社から預かった情報です"),
        ({"personal": YesNo.YES}, {}, "個人の情報"),
        ({"export": YesNo.YES}, {}, "輸出管理"),
        ({}, {"duty": YesNo.YES}, "守る約束"),
    ],
)
def test_a_duty_lifts_to_secret_and_is_the_first_reason(
    asset: dict[str, Any], answers: dict[str, Any], says: str
) -> None:
    alone = suggestion(asset=asset, **answers)
    assert alone.level is SECRET and says in alone.reasons[0].text
    low = suggestion(asset=asset, **answers, **points(0, 0, 0, 0))
    assert low.level is SECRET and says in low.reasons[0].text
    assert suggestion(asset=asset, **answers, **points(3, 3, 3, 3)).level is TOP


@pytest.mark.parametrize("unsure", [{"personal": YesNo.UNKNOWN}, {"export": YesNo.UNKNOWN}])
def test_what_is_unknown_is_no_duty(unsure: dict[str, Any]) -> None:
    assert suggestion(asset=unsure).level is None
    assert suggestion(duty=YesNo.UNKNOWN).level is None
    assert suggestion(duty=YesNo.NO).level is None


def test_a_promise_whose_breach_hurts_most_makes_it_top_secret() -> None:
    assert suggestion(duty=YesNo.YES, loss=3).level is TOP
    assert suggestion(duty=YesNo.YES, loss=2).level is SECRET
    assert suggestion(asset={"owner": Owner.ENTRUSTED}, loss=3).level is SECRET


def test_laws_are_named_and_marked_as_not_yet_checked() -> None:
    reasons = suggestion(asset={"personal": YesNo.YES, "export": YesNo.YES}).reasons
    assert [(reason.source, reason.basis) for reason in reasons] == [
        ("個人情報保護法", Basis.RECALLED),
        ("外為法", Basis.RECALLED),
    ]


# already out


def test_what_is_out_already_is_open_whatever_it_is_worth() -> None:
    found = suggestion(known=Known.YES, **points(3, 3, 3, 3))
    assert found.level is OPEN
    assert [(reason.text, reason.source) for reason in found.reasons] == [
        ("もう世の中に出ているので、秘密としては守れません。", DECK)
    ]


@pytest.mark.parametrize(
    ("asset", "answers", "says"),
    [
        ({"owner": Owner.ENTRUSTED}, {}, "預かった"),
        ({"personal": YesNo.YES}, {}, "個人の情報"),
        ({}, {"duty": YesNo.YES}, "守る約束"),
    ],
)
def test_a_promise_holds_even_for_what_is_out(asset: dict[str, Any], answers: dict[str, Any], says: str) -> None:
    found = suggestion(asset=asset, known=Known.YES, **answers)
    assert found.level is INTERNAL
    assert "もう世の中に出ている" in found.reasons[0].text and says in found.reasons[1].text


def test_what_is_partly_out_is_judged_by_the_rest() -> None:
    found = suggestion(known=Known.PARTLY, value=3, loss=3)
    assert found.level is TOP and "出ていない所だけ" in words(found)
    assert "まだ世の中に出ていません" in words(suggestion(known=Known.NO, value=3, loss=3))


# levels not in use


@pytest.mark.parametrize(
    ("levels", "scores", "level"),
    [
        ((SECRET, INTERNAL), (3, 3, 3, 3), SECRET),
        ((TOP, INTERNAL), (2, 2, 2, 2), TOP),
        ((TOP, SECRET), (1, 1, 1, 0), SECRET),
        ((INTERNAL,), (3, 3, 3, 3), INTERNAL),
        ((TOP,), (1, 1, 1, 0), TOP),
        ((TOP,), (0, 0, 0, 0), OPEN),
    ],
)
def test_a_level_not_in_use_gives_way_to_the_next_stricter_one(
    levels: tuple[Level, ...], scores: tuple[int, int, int, int], level: Level
) -> None:
    assert suggestion(levels=levels, **points(*scores)).level is level


# what is said


def test_the_weightiest_viewpoints_speak_first() -> None:
    said = [reason.text for reason in suggestion(**points(2, 3, 0, 3)).reasons]
    assert said == [SENTENCES["loss"][3], SENTENCES["trust"][3], SENTENCES["value"][2]]


def test_low_answers_say_so_too() -> None:
    assert words(suggestion(value=0, loss=1)) == SENTENCES["value"][0] + SENTENCES["loss"][1]


def test_what_is_ours_is_not_said_to_be_the_decks() -> None:
    reasons = suggestion(**points(3, 3, 3, 3)).reasons
    sources = {reason.text: (reason.source, reason.basis) for reason in reasons}
    assert sources[SENTENCES["value"][3]] == (DECK, Basis.SEED)
    assert sources[SENTENCES["rival"][3]][1] is Basis.OURS


def test_a_patent_is_kept_from_everybody_until_it_is_filed() -> None:
    assert "出願まで" in words(suggestion(value=2, loss=2, protection=Protection.PATENT))
    assert "出願" not in words(suggestion(value=2, loss=2, protection=Protection.SECRET))


def test_top_secret_that_everybody_may_see_is_noted() -> None:
    assert "全員が見てよい" in words(suggestion(asset={"everyone": True}, value=3, loss=3))
    ended = Access(id="x", asset="a1", reader=Reader.EVERYONE, until="2020-01-01")
    company = firms.firm(*firms.asset(points=(3, 3, 3, 3)), ended)
    assert "全員が見てよい" not in words(suggest(company, company.assets["a1"]))


def test_too_many_readers_for_a_list_of_names_are_counted() -> None:
    def told(readers: int) -> str:
        names = [f"p{n}" for n in range(1, readers + 1)]
        company = firms.firm(*firms.asset(readers=names, points=(2, 2, 2, 2)), staff=10)
        return words(suggest(company, company.assets["a1"]))

    assert "見てよい人が6人" in told(6) and "「極秘」" in told(6)
    assert "見てよい人" not in told(5)


# decided


def test_the_owners_decision_goes_before_the_suggestion() -> None:
    company = firms.firm(*firms.asset(points=(3, 3, 3, 3)))
    one = company.assets["a1"]
    assert effective_level(company, one) is TOP
    assert effective_level(company.after([Decision(id="a1", level=OPEN)]), one) is OPEN
    assert effective_level(Company(on=date.today()).after([one]), one) is None


@pytest.mark.parametrize("typical", firms.library().assets.values(), ids=lambda typical: typical.id)
def test_a_typical_asset_names_the_level_that_its_own_guesses_suggest(typical: TypicalAsset) -> None:
    owner = Owner.ENTRUSTED if typical.entrusted is YesNo.YES else Owner.OWN
    named = ("value", "loss", "rival", "trust", "duty", "known")
    answers = Evaluation(id="a1", **{name: getattr(typical, name) for name in named})
    asset = Asset(id="a1", owner=owner, personal=typical.personal, export=typical.export)
    assert suggest(Company(on=date.today()).after([asset, answers]), asset).level is typical.level


# whatever is answered


@given(
    st.builds(
        Evaluation,
        id=st.just("a1"),
        value=SCORES,
        loss=SCORES,
        rival=SCORES,
        trust=SCORES,
        duty=st.none() | st.sampled_from(YesNo),
        known=st.none() | st.sampled_from(Known),
        protection=st.none() | st.sampled_from(Protection),
    ),
    LEVELS,
    st.sampled_from(Owner),
    st.sampled_from(YesNo),
)
def test_there_is_always_a_reason_and_never_a_level_that_is_not_in_use(
    answers: Evaluation, levels: tuple[Level, ...], owner: Owner, personal: YesNo
) -> None:
    company = firms.firm(*firms.asset(owner=owner, personal=personal), answers)
    company = company.after([replace(company.profile, levels=levels)])
    found = suggest(company, company.assets["a1"])
    assert found.level in (None, OPEN, *levels)
    assert found.reasons and all(reason.text.endswith("。") and reason.source for reason in found.reasons)
    assert len({reason.text for reason in found.reasons}) == len(found.reasons)


@given(st.tuples(*[st.integers(0, 3)] * 4), st.sampled_from(VIEWPOINTS))
def test_a_higher_answer_never_lowers_the_level(scores: tuple[int, int, int, int], raised: str) -> None:
    low = points(*scores)
    high = low | {raised: min(3, low[raised] + 1)}
    before, after = suggestion(**low).level, suggestion(**high).level
    assert before is not None and after is not None and after.rank >= before.rank
