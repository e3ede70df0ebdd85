"""C 対策の選択: what is suggested, in which order and stage, by whom, and what is said of each measure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.advice.because import called
from app.domain.advice.plan import at_first, minutes
from app.domain.advice.recommendation import Advice, advise, guards
from app.domain.handbook.library import Library, Measure, Rule
from app.domain.ledger.circumstances import circumstances
from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    Access,
    Appointment,
    Asset,
    Choice,
    Decision,
    Department,
    Disclosure,
    Partner,
    Person,
    Place,
    Profile,
    Record,
)
from app.domain.words import (
    Basis,
    Circumstance,
    Effect,
    Effort,
    Level,
    Medium,
    Owner,
    Purpose,
    Reader,
    Relation,
    Route,
    Stage,
    State,
    Strength,
    Trait,
    YesNo,
)
from tests import firms
from tests.domain.advice.consulted import NAMES, consulted

SECRETS = (Level.TOP_SECRET, Level.SECRET, Level.INTERNAL)
DAY = timedelta(days=1)
PRECIOUS = firms.asset(points=(3, 3, 3, 3), media=list(Medium))
PURPOSES = list(Purpose)


def measure(id: str, **fields: Any) -> Measure:
    """A measure that nothing in particular speaks for or against."""
    plain: dict[str, Any] = {
        "title": id,
        "source": "本",
        "basis": Basis.OURS,
        "code": f"E-1-{id}",
        "route": Route.EMPLOYEES,
        "purpose": Purpose.ACCESS,
        "effort": Effort.LOW,
        "minutes": 5,
        "role": "keeper",
        "secrecy": Strength.STRONG,
        "origin": "handbook",
        "levels": SECRETS,
        "training": "",
        "check": "",
    }
    return Measure(id=id, **(plain | fields))


def rule(id: str, effect: Effect, **fields: Any) -> Rule:
    """A rule on everything."""
    return Rule(id=id, **({"title": id, "source": "本", "basis": Basis.OURS, "order": 1, "effect": effect} | fields))


def advised(company: Company, *measures: Measure, rules: tuple[Rule, ...] = ()) -> Mapping[str, Advice]:
    return advise(company, Library(measures={m.id: m for m in measures}, rules={r.id: r for r in rules}))


def said(advice: Advice) -> str:
    return "".join(reason.text for reason in advice.reasons)


def of_one(company: Company, *, rules: tuple[Rule, ...] = (), **fields: Any) -> Advice:
    return advised(company, measure("it", **fields), rules=rules)["it"]


def suggested(advice: Mapping[str, Advice]) -> set[str]:
    return {item.measure for item in advice.values() if item.suggested}


def viewed_by(readers: int) -> Company:
    """A company of twelve, and one precious asset that so many of them may see."""
    names = [f"p{n}" for n in range(1, readers + 1)]
    return firms.firm(*firms.asset(points=(3, 3, 3, 3), readers=names), staff=12)


def out(partner: Partner, **fields: Any) -> list[Record]:
    """The precious asset, and that it is with a partner."""
    return [*PRECIOUS, partner, Disclosure(id="x", asset="a1", partner=partner.id, **fields)]


# what it would guard


def test_the_first_reason_names_the_thing_where_it_is_and_who_sees_it() -> None:
    advice = of_one(viewed_by(2))
    assert advice.suggested and guards(viewed_by(2), advice) == ["a1"]
    assert advice.reasons[0].text == "「金型図面」（極秘）は共有フォルダにあり、社員1さん、社員2さんが見ます。"
    assert "社員1さん、社員2さんほか2人が見ます" in said(of_one(viewed_by(4)))


def test_three_measures_for_one_thing_say_it_in_three_ways() -> None:
    several = [measure(str(n), purpose=purpose) for n, purpose in enumerate(PURPOSES[:3])]
    advice = advised(viewed_by(2), *several)
    assert suggested(advice) == {"0", "1", "2"}
    assert len({item.reasons[0].text for item in advice.values()}) == 3


def test_no_thing_opens_more_than_three_measures_while_there_are_others() -> None:
    things = [row for n in range(1, 4) for row in firms.asset(f"図面{n}", id=f"a{n}", points=(3, 3, 3, 3))]
    several = [measure(str(n), purpose=PURPOSES[n % 5]) for n in range(8)]
    advice = advised(firms.firm(*things, staff=60), *several)
    opened = [item.reasons[0].text for item in advice.values() if item.suggested]
    assert len(opened) > 3 and all(sum(f"図面{n}" in text for text in opened) <= 3 for n in range(1, 4))


def test_of_many_assets_the_one_that_it_fits_best_is_named() -> None:
    company = firms.firm(
        *firms.asset("金型の現物", id="a1", points=(3, 3, 3, 3), media=[Medium.THING, Medium.DATA]),
        *firms.asset("見積", id="a2", points=(2, 2, 2, 2), media=[Medium.PAPER]),
        *firms.asset("名簿", id="a3", points=(1, 1, 1, 1), media=[Medium.DATA]),
    )
    on_paper = of_one(company, media=(Medium.PAPER,))
    assert guards(company, on_paper) == ["a2"] and "見積" in said(on_paper)
    assert guards(company, of_one(company)) == ["a1", "a2", "a3"]


def test_what_the_owner_decided_counts_not_what_was_suggested() -> None:
    assert not of_one(firms.firm(*PRECIOUS, Decision(id="a1", level=Level.OPEN))).suggested


@pytest.mark.parametrize("only", SECRETS)
def test_advice_may_be_asked_for_one_level(only: Level) -> None:
    library = Library(measures={"it": measure("it")})
    assert advise(firms.firm(*PRECIOUS), library, only)["it"].suggested is (only is Level.TOP_SECRET)


def test_nothing_of_that_level_or_medium_is_said() -> None:
    company = firms.firm(*firms.asset(points=(1, 1, 1, 1), media=[Medium.DATA]))
    assert said(of_one(company, levels=(Level.TOP_SECRET, Level.SECRET))) == "「秘」以上の情報が、まだないためです。"
    on_paper = of_one(company, media=(Medium.PAPER, Medium.THING))
    assert said(on_paper) == "「社外秘」以上の紙・物の情報が、まだないためです。"


@pytest.mark.parametrize("answer", [YesNo.YES, YesNo.UNKNOWN])
def test_what_may_be_unlawful_is_guarded_by_nothing_and_named_nowhere(answer: YesNo) -> None:
    company = firms.firm(*firms.asset("検査の実測値", points=(3, 3, 3, 3), unlawful=answer))
    advice = advise(company, firms.library())
    assert suggested(advice) == set() and not any("検査の実測値" in said(item) for item in advice.values())
    assert suggested(advise(firms.firm(*firms.asset("検査の実測値", points=(3, 3, 3, 3))), firms.library()))


# partners


def test_a_partner_who_holds_nothing_calls_for_nothing() -> None:
    partners = [Partner(id=f"t{n}", name=f"取引{n}") for n in range(5)]
    advice = advise(firms.firm(*PRECIOUS, *partners), firms.library())
    on_route = [m.id for m in firms.library().measures.values() if m.route is Route.PARTNERS]
    assert len(on_route) > 10 and not suggested(advice) & set(on_route)
    assert "渡してある情報が、台帳にありません" in said(advice["partner-nda"])


def test_what_is_with_a_partner_is_named_with_the_partner_and_the_promise() -> None:
    partner = Partner(id="t1", name="ほくと金型")
    there = of_one(firms.firm(*out(partner, since="2026-04-01")), route=Route.PARTNERS)
    assert there.suggested
    assert "ほくと金型に渡してあります。秘密保持契約は、まだありません。" in said(there)
    bound = of_one(
        firms.firm(*out(replace(partner, nda_signed="2026-04-01"), since="2026-04-01")), route=Route.PARTNERS
    )
    assert said(bound) == "「金型図面」（極秘）を令和8年4月1日からほくと金型に渡してあります。"
    back = firms.firm(*out(partner, since="2026-04-01", returned="2026-05-01"))
    assert not of_one(back, route=Route.PARTNERS).suggested


def test_what_we_hold_for_others_is_another_thing_than_what_they_hold_of_us() -> None:
    owner = Partner(id="t1", name="ほくと金型", nda_signed="2020-01-01")
    entrusted = firms.firm(*firms.asset(owner=Owner.ENTRUSTED, partner="t1"), owner)
    ours, theirs = {"route": Route.PARTNERS}, {"route": Route.PARTNERS, "guards": (Trait.ENTRUSTED,)}
    assert not of_one(entrusted, **ours).suggested and of_one(entrusted, **theirs).suggested
    assert "ほくと金型から預かった" in said(of_one(entrusted, **theirs))
    given = firms.firm(*out(owner))
    assert of_one(given, **ours).suggested and not of_one(given, **theirs).suggested


def test_who_only_comes_to_work_here_is_an_outsider() -> None:
    cleaner = Partner(id="t1", name="みなと清掃", relation=Relation.SERVICE)
    assert "みなと清掃の人が出入りする所" in said(of_one(firms.firm(*PRECIOUS, cleaner), route=Route.OUTSIDERS))
    assert "みなと清掃" not in said(of_one(firms.firm(*PRECIOUS), route=Route.OUTSIDERS))


# circumstances


def test_what_is_not_the_case_here_needs_no_measure() -> None:
    company = firms.firm(*PRECIOUS)
    advice = of_one(company, when=(Circumstance.TELEWORK,))
    assert not advice.suggested and said(advice) == "「自宅や出張先で仕事をする人がいる」に当てはまらないためです。"
    there = company.after([replace(company.profile, circumstances=(Circumstance.TELEWORK,))])
    assert of_one(there, when=(Circumstance.TELEWORK,)).suggested


@pytest.mark.parametrize(
    ("fact", "records"),
    [
        (Circumstance.ENTRUSTED, [Asset(id="a1", owner=Owner.ENTRUSTED)]),
        (Circumstance.PARTNERS, [Partner(id="t1")]),
        (Circumstance.SUBCONTRACT, [Partner(id="t1", relation=Relation.SUBCONTRACTOR)]),
        (Circumstance.LEAVERS, [replace(firms.people(1)[0], left=(date.today() - 300 * DAY).isoformat())]),
        (Circumstance.LEAVERS, [replace(firms.people(1)[0], left=(date.today() + 30 * DAY).isoformat())]),
        (Circumstance.MEMORY, [Asset(id="a1"), Place(id="x", asset="a1", medium=Medium.MEMORY)]),
        (Circumstance.MANY_READERS, [Asset(id="a1"), Access(id="x", asset="a1", reader=Reader.EVERYONE)]),
        (Circumstance.WRONGDOING, [Asset(id="a1", unlawful=YesNo.YES)]),
        (Circumstance.WRONGDOING, [Asset(id="a1", name="検査データ改ざんの経緯")]),
    ],
)
def test_the_ledger_itself_shows_some_circumstances(fact: Circumstance, records: list[Record]) -> None:
    bare = firms.firm(Asset(id="a1"), staff=6)
    assert fact not in circumstances(bare)
    assert fact in circumstances(bare.after(records))


def test_who_left_long_ago_is_no_circumstance() -> None:
    gone = replace(firms.people(1)[0], left=(date.today() - 400 * DAY).isoformat())
    assert Circumstance.LEAVERS not in circumstances(Company(on=date.today()).after([gone]))


def test_what_the_owner_ticked_is_the_case() -> None:
    company = Company(on=date.today())
    assert circumstances(company) == frozenset()
    ticked = company.after([replace(company.profile, circumstances=(Circumstance.AI,))])
    assert circumstances(ticked) == {Circumstance.AI}


# rules


def test_a_rule_raises_lowers_demands_and_forbids() -> None:
    company = viewed_by(3)
    plain = of_one(company)
    assert of_one(company, rules=(rule("r", Effect.RAISE, percent=150),)).weight == pytest.approx(plain.weight * 1.5)
    assert of_one(company, rules=(rule("r", Effect.LOWER, percent=50),)).weight == pytest.approx(plain.weight / 2)
    unfit = of_one(company, rules=(rule("r", Effect.FORBID, reason="「{asset}」には使えません。"),))
    assert not unfit.suggested and said(unfit) == "「金型図面」には使えません。"
    asked = rule("r", Effect.DEMAND, stage=Stage.MONTH, reason="{who}のためです。")
    heavy = {"minutes": 9000, "effort": Effort.HIGH}
    assert not of_one(company, **heavy).suggested
    demanded = of_one(company, **heavy, rules=(asked,))
    assert demanded.suggested and demanded.stage in (Stage.WEEK, Stage.MONTH)
    assert demanded.reasons[1].text == "社員1さん、社員2さん、社員3さんのためです。"


@pytest.mark.parametrize(
    ("fields", "touches"),
    [
        ({"measures": ("it",)}, True),
        ({"measures": ("other",)}, False),
        ({"routes": (Route.EMPLOYEES,)}, True),
        ({"routes": (Route.LEAVERS,)}, False),
        ({"purposes": (Purpose.ACCESS,)}, True),
        ({"purposes": (Purpose.TRUST,)}, False),
        ({"levels": (Level.TOP_SECRET,)}, True),
        ({"levels": (Level.SECRET,)}, False),
        ({"media": (Medium.DATA,)}, True),
        ({"media": (Medium.PAPER,)}, False),
        ({"traits": (Trait.FEW,)}, True),
        ({"traits": (Trait.FEW, Trait.CLOUD)}, False),
        ({"when": (Circumstance.AI,)}, False),
        ({"least_people": 12}, True),
        ({"least_people": 13}, False),
        ({"most_people": 12}, True),
        ({"most_people": 11}, False),
    ],
)
def test_a_rule_touches_only_what_has_all_that_it_names(fields: dict[str, Any], touches: bool) -> None:
    advice = of_one(viewed_by(3), rules=(rule("r", Effect.FORBID, reason="だめ。", **fields),))
    assert advice.suggested is not touches


def test_the_words_of_the_firm_are_never_read_as_a_template() -> None:
    company = firms.firm(*firms.asset("{level} %s {0}", points=(3, 3, 3, 3)))
    demand = rule("r", Effect.DEMAND, reason="「{asset}」のこと。")
    assert "「{level} %s {0}」のこと" in said(of_one(company, rules=(demand,)))


# evidence, the will of people


@pytest.mark.parametrize("fields", [{"purpose": Purpose.TRUST}, {"route": Route.OUTSIDERS}])
def test_evidence_weighs_nothing_where_nobody_could_have_been_told(fields: dict[str, Any]) -> None:
    company = firms.firm(*PRECIOUS)
    assert of_one(company, **fields).weight == of_one(company, **fields, secrecy=Strength.WEAK).weight
    assert of_one(company).weight > of_one(company, secrecy=Strength.WEAK).weight


def test_good_will_is_never_the_only_measure_against_a_route() -> None:
    trust = measure("trust", purpose=Purpose.TRUST)
    assert suggested(advised(viewed_by(3), trust)) == set()
    assert suggested(advised(viewed_by(3), trust, measure("sign"))) == {"trust", "sign"}


# needs, minutes and stages


def test_what_is_needed_comes_a_stage_before() -> None:
    first, then = measure("first", title="番号を配る"), measure("then", needs=("first",), purpose=Purpose.REMOVAL)
    advice = advised(viewed_by(3), then, first)
    assert suggested(advice) == {"first", "then"}
    before, after = advice["first"].stage, advice["then"].stage
    assert before and after and list(Stage).index(before) < list(Stage).index(after)
    assert "「番号を配る」を始めてから" in said(advice["then"])
    done = viewed_by(3).after([Choice(id="first", state=State.DONE)])
    assert "始めてから" not in said(advised(done, then, first)["then"])


@pytest.mark.parametrize("why", [{"when": (Circumstance.AI,)}, {"media": (Medium.THING,)}])
def test_nothing_is_suggested_whose_need_cannot_be_met(why: dict[str, Any]) -> None:
    first, then = measure("first", title="番号を配る", **why), measure("then", needs=("first",))
    advice = advised(viewed_by(3), first, then)
    assert suggested(advice) == set() and said(advice["then"]) == "先に「番号を配る」が要ります。"


def test_the_more_people_the_more_minutes_and_never_a_jump() -> None:
    assert [at_first(n) for n in (1, 10, 11, 30, 31, 60, 61, 500)] == [4, 4, 5, 6, 7, 7, 8, 8]
    steps = [minutes(n + 1) - minutes(n) for n in range(1, 300)]
    assert all(0 < step < 6 for step in steps)


def test_little_effort_goes_first_and_what_the_minutes_do_not_reach_says_its_place() -> None:
    company = viewed_by(3)
    many = [measure(f"m{n}", minutes=8, purpose=PURPOSES[n % 4], code=f"E-1-{n:02}") for n in range(20)]
    advice = advised(company, *many)
    assert 3 <= len(suggested(advice)) < 20
    waiting = [said(item) for item in advice.values() if not item.suggested]
    assert any("次に始める候補の1番目です" in words for words in waiting)
    light, heavy = measure("light"), measure("heavy", minutes=50, code="E-1-a")
    both = advised(company, heavy, light)
    assert both["light"].order == 1 and "「light」を先に始めて" in said(both["heavy"])


def test_what_is_in_force_is_not_suggested_again_and_spends_its_minutes() -> None:
    company = viewed_by(3)
    many = [measure(f"m{n}", minutes=8, purpose=PURPOSES[n % 4], code=f"E-1-{n:02}") for n in range(20)]
    before = suggested(advised(company, *many))
    busy = company.after([Choice(id=f"m{n}", state=State.DONE) for n in range(12, 20)])
    after = advised(busy, *many)
    assert len(suggested(after)) < len(before) and not after["m12"].suggested and after["m12"].reasons


def test_put_off_until_a_day_it_comes_back_on_that_day() -> None:
    company = viewed_by(3)
    soon = company.after([Choice(id="it", state=State.LATER, due=(company.on + DAY).isoformat())])
    assert not of_one(soon).suggested and "まで「後で」と決めてあります" in said(of_one(soon))
    back = of_one(replace(soon, on=company.on + DAY))
    assert back.suggested and "「後で」としていた対策です" in said(back)


def test_declined_stays_declined() -> None:
    company = viewed_by(3).after([Choice(id="it", state=State.DECLINED, reason="一人しかいない")])
    assert not of_one(company).suggested and said(of_one(company)) == "「合わない」と決めてあります。"


def test_each_suggestion_has_a_person_and_a_day() -> None:
    company = viewed_by(3).after([Appointment(id="chief", role="chief", person="p1")])
    advice = of_one(company)
    assert advice.who == "p1" and advice.due == (company.on + 7 * DAY).isoformat()
    keeper = company.after([Appointment(id="keeper:top_secret", role="keeper", variant="top_secret", person="p2")])
    assert of_one(keeper).who == "p2"
    gone = keeper.after([replace(keeper.people["p2"], left=(company.on - DAY).isoformat())])
    assert of_one(gone).who == "p1"
    assert of_one(viewed_by(3)).who == ""


# the bundled handbook


@pytest.mark.parametrize(
    "company", [Company(on=date.today()), firms.firm(*firms.asset(points=(0, 0, 0, 0)))], ids=["empty", "open"]
)
def test_without_secrets_nothing_is_suggested_and_each_measure_says_why(company: Company) -> None:
    advice = advise(company, firms.library())
    assert advice.keys() == firms.library().measures.keys()
    assert suggested(advice) == set()
    assert all(item.reasons and not item.guards for item in advice.values())


def test_advice_stands_in_the_order_of_the_library() -> None:
    assert list(advise(firms.sample(), firms.library())) == list(firms.library().measures)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(firms.library().measures)), st.sampled_from(State), max_size=60))
def test_whatever_is_chosen_every_measure_has_its_reasons(choices: dict[str, State]) -> None:
    company = firms.sample().after(
        [Choice(id=id, state=state) for id, state in choices.items()],
        [("choices", old) for old in firms.sample().choices],
    )
    for item in advise(company, firms.library()).values():
        assert item.reasons and all(reason.text.endswith("。") and reason.source for reason in item.reasons)
        assert item.suggested <= bool(item.guards) and item.suggested == bool(item.order) == (item.stage is not None)
        assert not (item.suggested and choices.get(item.measure) in (State.DECLINED, State.ADOPTED, State.DONE))


def test_what_has_to_be_done_before_somebody_leaves_is_proposed_for_a_day_before_that() -> None:
    seen = 0
    for name in NAMES:
        company = consulted(name).company
        for advice in advise(company, firms.library()).values():
            measure = firms.library().measures[advice.measure]
            days = [alike.exposure.day for alike in advice.guards if Trait.LEAVING in alike.exposure.traits]
            if advice.suggested and measure.route is Route.LEAVERS and measure.purpose is Purpose.ACCESS and days:
                assert advice.due <= min(days)
                seen += 1
    assert seen
    advice = advise(firms.sample(), firms.library())["partner-nda"]
    assert advice.due == min(
        partner.nda_until for partner in firms.sample().partners.values() if partner.nda_until >= firms.sample().day
    )


def test_what_presses_because_of_a_leaver_does_not_push_the_first_signs_into_the_next_year() -> None:
    advice = advise(consulted("die_shop").company, firms.library())
    assert advice["exit-interview"].stage in (Stage.WEEK, Stage.MONTH, Stage.QUARTER)
    assert advice["secret-marking"].stage in (Stage.WEEK, Stage.MONTH, Stage.QUARTER)


def test_no_door_is_locked_because_of_the_net_and_nobody_sees_what_is_only_in_a_head() -> None:
    library = firms.library()
    for name in NAMES:
        company = consulted(name).company
        for advice in advise(company, library).values():
            measure = library.measures[advice.measure]
            if advice.suggested and measure.route is Route.OUTSIDERS:
                first = advice.reasons[0].text
                on_the_net = "ネットの向こう" in first or "ネットにつなが" in first
                assert not on_the_net or measure.media == (Medium.DATA,), (name, measure.title, first)
                assert "頭の中" not in first, (name, measure.title, first)


def test_two_of_one_name_are_told_apart_behind_the_name() -> None:
    people = [Person(id="s", name="鈴木 誠", department="d1"), Person(id="t", name="鈴木 誠", department="d2")]
    rooms = [Department(id="d1", name="営業"), Department(id="d2", name="製造")]
    company = firms.firm(*rooms, *people, staff=1)
    assert called(company, "s") == "鈴木 誠さん（営業）" and called(company, "p1") == "社員1さん"


def test_what_many_need_is_not_kept_away_from_them_and_whom_it_does_not_reach_is_named() -> None:
    library = firms.library()

    def company(people: int, *, view: bool = True) -> Company:
        named = [
            Access(id=f"r{n}", asset="a1", reader=Reader.PERSON, who=f"p{n}", view=view) for n in range(1, people + 1)
        ]
        boss = Access(id="r9", asset="a1", reader=Reader.PERSON, who="p9", needs=False)
        profile = Profile(circumstances=(Circumstance.NETWORK,))
        place = Place(id="l1", asset="a1", medium=Medium.DATA, where="設計のパソコン")
        secret = Decision(id="a1", level=Level.SECRET)
        return firms.firm(profile, Asset(id="a1", name="加工条件表"), place, secret, *named, boss, staff=9)

    few, many = advise(company(4), library)["offline-pc"], advise(company(5), library)["offline-pc"]
    assert few.guards and not many.guards and not many.suggested
    assert "仕事に要る人が5人以上います" in many.reasons[0].text
    starved = advise(company(2, view=False), library)
    assert "仕事に要る社員1さん、社員2さんにまだ届いていません" in starved["offline-pc"].reasons[0].text
    told = " ".join(reason.text for reason in starved["access-rights"].reasons)
    assert "社員1さん、社員2さんは、仕事に「加工条件表」が要るのに" in told
