"""三要件メーター: what speaks for each condition, the strongest counter-argument, the next step; towards each audience."""

from dataclasses import replace

import pytest

from app.domain.advice.grounds import Ground
from app.domain.advice.requirements import Meter, Reading, Standing, meter, reading
from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    Access,
    Asset,
    Choice,
    Decision,
    Disclosure,
    Evaluation,
    Output,
    Partner,
    Person,
    Record,
    Signature,
)
from app.domain.proof import Audience, Fact, Requirement
from app.domain.words import Known, Level, Medium, Reader, Relation, State, Strength, YesNo
from tests import firms
from tests.domain.advice.consulted import NAMES, consulted

SECRECY, USEFUL, NOT_PUBLIC = Requirement
DECIDED = Decision(id="a1", level=Level.SECRET, on="2025-04-01")
ANSWERED = Evaluation(id="a1", value=3, loss=2, known=Known.NO)


def read(company: Company, audience: Audience = Audience.EMPLOYEES, asset: str = "a1") -> Reading:
    return reading(company, firms.library(), company.assets[asset], audience)


def done(*measures: str) -> list[Record]:
    return [Choice(id=measure, state=State.DONE) for measure in measures]


def signed(*people: str, form: str = "joining-pledge") -> list[Record]:
    return [Signature(id=f"{form}-{one}", form=form, subject=one, on="2025-04-01") for one in people]


def made(*forms: str) -> list[Record]:
    return [Output(id=form, form=form, how="print", on="2025-04-01") for form in forms]


def told(found: Reading, requirement: Requirement) -> tuple[str, str]:
    """What speaks, and what is held against the firm."""
    line = next(line for line in found.lines if line.requirement is requirement)
    return "".join(one.reason.text for one in line.speaking), "".join(one.reason.text for one in line.against)


def standing(found: Reading, requirement: Requirement) -> Standing:
    return next(line.standing for line in found.lines if line.requirement is requirement)


# golden cases: only what the published sources say of a decision is written down, and the same point is disputed


def test_of_the_paint_recipe_it_is_disputed_whether_it_could_be_found_out() -> None:
    """名古屋地裁 2020年3月27日: a password, few who may view it; what was asked is how much shows in gazettes and in analysis."""
    recipe = firms.asset("塗料の配合", readers=["p1", "p2", "p3"])
    known = Evaluation(id="a1", value=3, loss=3, known=Known.PARTLY)
    rows = [*recipe, DECIDED, known, *done("personal-accounts", "rules-and-training", "secret-marking")]
    found = read(firms.firm(*rows, *made("information-rules"), *signed("p1", "p2", "p3"), staff=25))
    assert found.dispute is NOT_PUBLIC
    assert standing(found, SECRECY) is Standing.SPOKEN
    assert "パスワード" in told(found, SECRECY)[0] and "3人に決めて" in told(found, SECRECY)[0]


def test_of_the_base_stations_access_is_disputed_and_secrecy_is_not_lost_by_that_alone() -> None:
    """東京地裁 2022年12月9日: the limits were not enough in places, and it could be known as a secret all the same."""
    rows = [
        *firms.asset("基地局の情報", everyone=True),
        DECIDED,
        ANSWERED,
        *done("rules-and-training", "secret-marking"),
    ]
    people = [f"p{number}" for number in range(1, 31)]
    found = read(firms.firm(*rows, *made("information-rules"), *signed(*people), staff=30))
    assert found.dispute is SECRECY and found.weakest is not None and "全員が見られます" in found.weakest.reason.text
    assert standing(found, SECRECY) is Standing.DISPUTED, "disputed, not lost"


def test_of_the_touch_sensors_it_is_disputed_that_many_could_view_them() -> None:
    """京都地裁 2021年3月17日: the defence said that many employees had the right to view them."""
    people = [f"p{number}" for number in range(1, 13)]
    rows = [
        *firms.asset("設備の仕様書", readers=people),
        DECIDED,
        ANSWERED,
        *done("rules-and-training", "secret-marking"),
    ]
    found = read(firms.firm(*rows, *made("information-rules"), *signed(*people), staff=40))
    assert found.dispute is SECRECY and found.weakest is not None and "12人が見られます" in found.weakest.reason.text


def test_of_the_sensor_machine_secrecy_is_disputed_for_nothing_set_it_apart() -> None:
    """名古屋地裁 令和4年3月18日: told by mouth to somebody of another firm; not shown to be anything but general knowledge."""
    know_how = firms.asset("装置の工程", media=[Medium.MEMORY], where="", readers=["p1", "p2"])
    out = Disclosure(id="o1", asset="a1", partner="t1", since="2013-04-09", form="口頭とホワイトボード")
    partner = Partner(id="t1", name="社外の会社", relation=Relation.SUPPLIER)
    found = read(firms.firm(*know_how, out, partner, ANSWERED, staff=40), Audience.PARTNERS)
    assert found.dispute is SECRECY and standing(found, SECRECY) is Standing.OPEN
    assert "言葉になっていません" in told(found, SECRECY)[1]


def test_of_the_capacitor_machine_a_list_and_few_people_speak_for_secrecy() -> None:
    """大阪地裁 平成15年2月27日: about 6,000 drawings named in a list, a firm of few people; all three conditions were found."""
    rows = [*firms.asset("積層機の設計図", readers=["p1", "p2"]), DECIDED, ANSWERED, *made("asset-register")]
    found = read(firms.firm(*rows, staff=10))
    assert "どの情報のことか言えます" in told(found, SECRECY)[0]
    assert {standing(found, one) for one in (USEFUL, NOT_PUBLIC)} == {Standing.SPOKEN}
    assert standing(found, SECRECY) is not Standing.OPEN
    assert found.weakest is not None and found.weakest.force < 3, "nothing of the heaviest is held against a small firm"


# each kind of fact, with what it is without


@pytest.mark.parametrize(
    ("rows", "requirement"),
    [
        ([Evaluation(id="a1", value=3, loss=2, known=Known.YES), DECIDED], NOT_PUBLIC),
        ([Evaluation(id="a1", value=0, loss=0, known=Known.NO), DECIDED], USEFUL),
        ([ANSWERED], SECRECY),
        ([ANSWERED, Decision(id="a1", level=Level.OPEN, on="2025-04-01")], SECRECY),
    ],
)
def test_what_is_missing_is_what_is_disputed(rows: list[Record], requirement: Requirement) -> None:
    complete = [*done("secret-marking", "rules-and-training"), *made("information-rules"), *signed("p1")]
    base = firms.asset(media=[Medium.PAPER], where="鍵付きの棚", readers=["p1"])
    assert read(firms.firm(*base, *complete, *rows)).dispute is requirement
    whole = read(firms.firm(*base, *complete, DECIDED, ANSWERED))
    assert [line.standing for line in whole.lines] == [Standing.SPOKEN] * 3


def test_a_small_firm_where_everybody_sees_it_is_read_more_mildly_than_a_large_one() -> None:
    rows = [*firms.asset(everyone=True), DECIDED, ANSWERED]
    small, large = read(firms.firm(*rows, staff=8)), read(firms.firm(*rows, staff=80))
    assert "小さな会社では" in told(small, SECRECY)[1] and "小さな会社では" not in told(large, SECRECY)[1]
    assert small.weakest and large.weakest and small.weakest.force < large.weakest.force


def test_no_pledge_at_all_is_the_counter_argument_until_the_first_and_then_who_is_missing() -> None:
    rows = [*firms.asset(readers=["p1", "p2"]), DECIDED, ANSWERED]
    none = read(firms.firm(*rows, staff=20))
    assert none.weakest and none.weakest.reason.text.startswith("誓約書が1枚もありません")
    assert none.weakest.to and tuple(none.weakest.to) == ("papers", "joining-pledge")
    one = read(firms.firm(*rows, *signed("p1"), staff=20))
    assert "社員2さんの誓約書が、まだありません" in told(one, SECRECY)[1] and "1枚も" not in told(one, SECRECY)[1]
    both = read(firms.firm(*rows, *signed("p1", "p2"), staff=20))
    assert "全員が、誓約書に署名" in told(both, SECRECY)[0]


def test_what_is_adopted_and_not_done_yet_speaks_for_nothing() -> None:
    rows = [*firms.asset(readers=["p1"]), DECIDED, ANSWERED]
    adopted = read(firms.firm(*rows, Choice(id="secret-marking", state=State.ADOPTED)))
    assert "印を付けています" not in told(adopted, SECRECY)[0]
    assert "印を付けています" in told(read(firms.firm(*rows, *done("secret-marking"))), SECRECY)[0]


@pytest.mark.parametrize(
    ("until", "signed_on", "says"),
    [("2020-01-01", "2019-01-01", "契約が切れたまま"), ("", "", "秘密保持契約がないまま"), ("", "2019-01-01", "")],
)
def test_towards_partners_the_agreement_counts(until: str, signed_on: str, says: str) -> None:
    partner = Partner(id="t1", name="ほくと金型", nda_signed=signed_on, nda_until=until)
    out = Disclosure(id="o1", asset="a1", partner="t1", since="2024-01-01", form="紙の図面")
    found = read(firms.firm(*firms.asset(), partner, out, DECIDED, ANSWERED), Audience.PARTNERS)
    against = told(found, SECRECY)[1]
    assert ("ほくと金型" in against and says in against) if says else ("ほくと金型" not in against)
    assert (found.weakest is not None and says in found.weakest.reason.text) if says else True


def test_towards_partners_nothing_is_asked_of_what_nobody_has() -> None:
    found = read(firms.firm(*firms.asset(), DECIDED, ANSWERED), Audience.PARTNERS)
    assert "社外に渡した記録はありません" in told(found, SECRECY)[0]
    assert standing(found, SECRECY) is Standing.SPOKEN and "印がありません" not in told(found, SECRECY)[1]


def test_towards_leavers_a_name_left_on_the_list_is_said() -> None:
    gone = Person(id="g1", name="桑原 勇気", left="2026-01-31")
    rows = [*firms.asset(), gone, Access(id="x", asset="a1", who="g1"), DECIDED, ANSWERED]
    found = read(firms.firm(*rows), Audience.LEAVERS)
    assert "桑原 勇気さんの名前が、見てよい人に残って" in told(found, SECRECY)[1]
    ended = [*firms.asset(), gone, Access(id="x", asset="a1", who="g1", until="2026-01-31"), DECIDED, ANSWERED]
    assert "残っています" not in told(read(firms.firm(*ended), Audience.LEAVERS), SECRECY)[1]


def test_the_head_of_the_firm_is_not_asked_for_a_pledge() -> None:
    head = Person(id="h", name="湊 誠一", title="代表取締役", employment="役員")
    company = firms.firm(*firms.asset(readers=["h"]), head, DECIDED, ANSWERED)
    company = company.after([replace(company.profile, representative="湊 誠一")])
    assert "誓約書" not in told(read(company), SECRECY)[1]


@pytest.mark.parametrize("unlawful", [YesNo.YES, YesNo.UNKNOWN])
def test_of_what_is_held_back_there_is_one_sentence_and_nothing_else(unlawful: YesNo) -> None:
    company = firms.firm(*firms.asset("検査の控え", unlawful=unlawful), DECIDED, ANSWERED)
    found = meter(company, firms.library(), company.assets["a1"])
    assert found.readings == () and found.held_back is not None
    if unlawful is YesNo.YES:
        assert "有用性がありません" in found.held_back.text
    company = firms.firm(*firms.asset("検査の控え", unlawful=YesNo.NO), DECIDED, ANSWERED)
    assert len(meter(company, firms.library(), company.assets["a1"]).readings) == 3


# the sentences


def test_every_fact_is_looked_up_and_asked_by_some_text() -> None:
    asked = {proof.fact for proof in firms.library().requirements.values()}
    assert asked == set(Fact)
    company = firms.firm(*firms.asset())
    ground = Ground(company, company.assets["a1"], Audience.EMPLOYEES)
    for proof in firms.library().requirements.values():
        ground.found(proof)


@pytest.mark.parametrize("name", NAMES)
def test_no_reading_promises_or_counts_anything_and_every_objection_has_a_next_step(name: str) -> None:
    company = consulted(name).company
    for asset in company.listed:
        found = meter(company, firms.library(), asset)
        assert isinstance(found, Meter)
        for one in found.readings:
            points = [point for line in one.lines for point in (*line.speaking, *line.against)]
            for point in points:
                assert "{" not in point.reason.text and point.reason.text.endswith("。")
                assert not any(word in point.reason.text for word in ("％", "%", "守られます", "必ず"))
                assert "「」" not in point.reason.text and "（）" not in point.reason.text, point
            assert all(point.step and point.to for line in one.lines for point in line.against)


def test_a_name_is_never_read_as_a_placeholder() -> None:
    company = firms.firm(*firms.asset("{who}<b>", media=[Medium.PAPER], where="{level}の机"), DECIDED, ANSWERED)
    assert "「{level}の机」に、鍵が" in told(read(company), SECRECY)[1]


def test_the_strongest_is_said_first() -> None:
    strengths = list(Strength)
    assert strengths == [Strength.STRONG, Strength.MEDIUM, Strength.WEAK]
    company = firms.firm(*firms.asset(), Asset(id="a2"), Access(id="e", asset="a1", reader=Reader.EVERYONE), staff=30)
    for line in read(company).lines:
        assert [one.force for one in line.against] == sorted((one.force for one in line.against), reverse=True)
