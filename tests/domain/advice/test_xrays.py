"""The standing list of contradictions: each is said where it is, named, with one way to its cure; and not said where it is not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.advice.contradictions import Kind
from app.domain.advice.xrays import Xray, xrays
from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    Access,
    Appointment,
    Asset,
    Choice,
    Decision,
    Department,
    Disclosure,
    Output,
    Partner,
    Person,
    Place,
    Record,
    Signature,
)
from app.domain.words import Level, Medium, Owner, Reader, State, YesNo
from tests import firms
from tests.domain.advice.consulted import NAMES, Consulted, consulted

TODAY = date.today()


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def found(company: Company) -> list[Xray]:
    return xrays(company, firms.library())


def kinds(company: Company) -> set[Kind]:
    return {one.kind for one in found(company)}


def says(told: Consulted, kind: str, about: str) -> bool:
    return any(one.kind == kind and (not about or told.ids[about] in one.about) for one in found(told.company))


# the eight companies


@pytest.mark.parametrize("name", NAMES)
def test_all_that_a_consultant_would_say_is_said(name: str) -> None:
    told = consulted(name)
    wanted = [(one["kind"], one.get("about", "")) for one in told.expect.get("warning", [])]
    assert [one for one in wanted if not says(told, *one)] == []


def test_of_a_firm_where_nothing_contradicts_itself_nothing_is_said() -> None:
    assert found(consulted("furniture_maker").company) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_line_names_somebody_or_something_and_leads_somewhere(name: str) -> None:
    company = consulted(name).company
    called = {row.name for rows in (company.assets, company.people, company.partners) for row in rows.values()}
    for one in found(company):
        named = [word for word in called if word[:8] in one.text]
        assert named or one.kind in (Kind.TOO_MUCH_TOP_SECRET, Kind.MEASURE_UNWRITTEN), one.text
        assert one.to.page and one.text.endswith("。") and "「」" not in one.text


# each kind, and the same firm where it is mended


SECRET = Decision(id="a1", level=Level.SECRET, on="2025-04-01")
TOP = Decision(id="a1", level=Level.TOP_SECRET, on="2025-04-01")
PARTNER = Partner(id="t1", name="ほくと金型", nda_signed="2020-01-01", nda_until=day(-1))
OUT = Disclosure(id="o1", asset="a1", partner="t1", agreement="秘密保持契約")
Rows = list[Record]


def paper(where: str) -> Rows:
    return [*firms.asset(media=[Medium.PAPER], where=where), SECRET]


EACH: dict[Kind, tuple[Rows, Rows]] = {
    Kind.LEAVER_ACCESS: (
        [*firms.asset(), Person(id="g", name="桑原", left=day(-1)), Access(id="x", asset="a1", who="g")],
        [*firms.asset(), Person(id="g", name="桑原", left=day(0)), Access(id="x", asset="a1", who="g")],
    ),
    Kind.FUTURE_HIRE_ACCESS: (
        [*firms.asset(), Person(id="g", name="戸谷", joined=day(1)), Access(id="x", asset="a1", who="g")],
        [*firms.asset(), Person(id="g", name="戸谷", joined=day(0)), Access(id="x", asset="a1", who="g")],
    ),
    Kind.OPEN_PASSWORDS: (
        firms.asset("社内のパスワード一覧", everyone=True),
        firms.asset("社内のパスワード一覧", readers=["p1"]),
    ),
    Kind.NDA_NONE: (
        [*firms.asset(), OUT, replace(PARTNER, nda_signed="", nda_until="")],
        [*firms.asset(), OUT, replace(PARTNER, nda_until="")],
    ),
    Kind.AGREEMENT_EXPIRED: (
        [*firms.asset(), OUT, PARTNER],
        [*firms.asset(), OUT, replace(PARTNER, nda_until=day(0))],
    ),
    Kind.NDA_ENDING: (
        [*firms.asset(), OUT, replace(PARTNER, nda_until=day(90))],
        [*firms.asset(), OUT, replace(PARTNER, nda_until=day(91))],
    ),
    Kind.ENTRUSTED_BELOW_SECRET: (
        [*firms.asset(owner=Owner.ENTRUSTED), Decision(id="a1", level=Level.INTERNAL)],
        [*firms.asset(owner=Owner.ENTRUSTED), SECRET],
    ),
    Kind.WIDE_TOP_SECRET: (
        [*firms.asset(readers=["p1"]), Access(id="x", asset="a1", reader=Reader.DEPARTMENT, who="d1"), TOP],
        [*firms.asset(readers=["p1", "p2", "p3"]), TOP],
    ),
    Kind.UNLOCKED_SECRET: (paper("設計机"), paper("設計机の鍵付きの引き出し")),
    Kind.CLOUD_AND_OFFLINE: (
        [*firms.asset(where="図面のクラウド"), SECRET, Choice(id="offline-pc", state=State.DONE)],
        [*firms.asset(where="ネットにつながないパソコン"), SECRET, Choice(id="offline-pc", state=State.DONE)],
    ),
    Kind.NO_KEEPER: (
        [*firms.asset(), SECRET],
        [*firms.asset(), SECRET, Appointment(id="keeper:secret", role="keeper", variant="secret", person="p1")],
    ),
    Kind.PLEDGE_MISSING: (
        [*firms.asset(readers=["p1", "p2"]), SECRET],
        [
            *firms.asset(readers=["p1", "p2"]),
            SECRET,
            Signature(id="s1", form="joining-pledge", subject="p1", on="2025-04-01"),
            Signature(id="s2", form="project-pledge", subject="p2", on="2025-04-01"),
        ],
    ),
    Kind.NO_EVIDENCE: (
        [*firms.asset(), SECRET],
        [*firms.asset(), SECRET, Choice(id="personal-accounts", state=State.DONE)],
    ),
    Kind.MEASURE_UNWRITTEN: (
        [Choice(id="pc-log", state=State.ADOPTED)],
        [
            Choice(id="pc-log", state=State.ADOPTED),
            Output(id="o", form="information-rules", how="print", on="2025-04-01"),
        ],
    ),
}


def staffed(*rows: Record) -> Company:
    company = firms.firm(*rows)
    return company.after([replace(company.people[one], department="d1") for one in ("p1", "p2")])


@pytest.mark.parametrize("kind", EACH)
def test_it_is_said_where_it_is_and_not_where_it_is_mended(kind: Kind) -> None:
    wrong, mended = EACH[kind]
    assert kind in kinds(staffed(Department(id="d1", name="製造部"), *wrong))
    assert kind not in kinds(staffed(Department(id="d1", name="製造部"), *mended))


def test_every_kind_is_tried() -> None:
    assert set(EACH) | {Kind.TOO_MUCH_TOP_SECRET, Kind.STALE_PAPER} == set(Kind)


@pytest.mark.parametrize(("top", "of", "said"), [(2, 6, True), (1, 6, False), (4, 4, False), (10, 10, True)])
def test_too_much_of_the_highest_level_is_said_once_enough_is_decided(top: int, of: int, said: bool) -> None:
    rows: Rows = [Asset(id=f"a{n}", name=f"図{n}") for n in range(of)]
    rows += [Decision(id=f"a{n}", level=Level.TOP_SECRET if n < top else Level.SECRET) for n in range(of)]
    assert (Kind.TOO_MUCH_TOP_SECRET in kinds(firms.firm(*rows))) == said


@pytest.mark.parametrize("unlawful", [YesNo.YES, YesNo.UNKNOWN])
@pytest.mark.parametrize("kind", [kind for kind in EACH if kind is not Kind.MEASURE_UNWRITTEN])
def test_of_what_is_held_back_nothing_is_said(kind: Kind, unlawful: YesNo) -> None:
    company = staffed(Department(id="d1", name="製造部"), *EACH[kind][0])
    held = company.after([replace(company.assets["a1"], unlawful=unlawful)])
    assert found(held) == []


def test_a_leaver_on_many_lists_is_one_line_that_counts_them() -> None:
    rows: Rows = [Person(id="g", name="桑原 勇気", left=day(-30))]
    for n in range(5):
        rows += [Asset(id=f"a{n}", position=n, name=f"図{n}"), Access(id=f"x{n}", asset=f"a{n}", who="g")]
    (one,) = found(firms.firm(*rows))
    assert "桑原 勇気さん" in one.text and "「図0」「図1」「図2」ほか2件" in one.text
    assert one.about == ("g", "a0", "a1", "a2", "a3", "a4") and tuple(one.to) == ("inventory", "a0")


def test_namesakes_are_told_apart() -> None:
    rows: Rows = [
        *firms.asset(readers=["n1"]),
        SECRET,
        Department(id="d1", name="製造部"),
        Department(id="d2", name="設計"),
    ]
    rows += [Person(id="n1", name="佐藤 健", department="d1"), Person(id="n2", name="佐藤 健", department="d2")]
    pledge = next(one for one in found(firms.firm(*rows)) if one.kind is Kind.PLEDGE_MISSING)
    assert "佐藤 健（製造部）さん" in pledge.text and "設計" not in pledge.text


def test_many_of_one_kind_stand_in_one_line() -> None:
    rows: Rows = []
    for n in range(12):
        rows += [Asset(id=f"a{n}", position=n, name=f"図{n}"), Decision(id=f"a{n}", level=Level.SECRET)]
        rows.append(Place(id=f"m{n}", asset=f"a{n}", medium=Medium.PAPER, where="机"))
    lying = [one for one in found(firms.firm(*rows)) if one.kind is Kind.UNLOCKED_SECRET]
    assert len(lying) == 1 and "ほか9件" in lying[0].text and len(lying[0].about) == 12


def test_the_most_pressing_comes_first() -> None:
    order = list(Kind)
    for name in NAMES:
        placed = [order.index(one.kind) for one in found(consulted(name).company)]
        assert placed == sorted(placed)
