"""Who is meant by a typed name: namesakes, other ways to write a name, who joins, and the place of whoever comes last."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.company import Company
from app.domain.ledger.people import (
    department_joining,
    departments_meant,
    label,
    next_position,
    partner_joining,
    partners_meant,
    people_meant,
    person_joining,
)
from app.domain.ledger.records import Department, Partner, Person
from tests import firms

TODAY = date(2026, 11, 27)


def firm(*names: str, **more: object) -> Company:
    people = [Person(id=f"p{n}", position=n, name=name) for n, name in enumerate(names, 1)]
    return Company(on=TODAY).after(people)


SATO = Company(on=TODAY).after(
    [
        Department(id="d1", position=1, name="製造部"),
        Department(id="d2", position=2, name="営業部"),
        Person(id="p1", position=1, name="佐藤 健", department="d1", title="班長"),
        Person(id="p2", position=2, name="佐藤 健", department="d2"),
        Person(id="p3", position=3, name="佐藤 花", department="d2", title="主任"),
        Person(id="p4", position=4, name="高橋 一", department="d1"),
    ]
)


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("髙橋 健", "高橋健"),
        ("高橋 健", "髙橋　健さん"),
        ("山﨑 修", "山崎修"),
        ("𠮷田 茂", "吉田 茂"),
        ("渡邉 学", "渡辺学"),
        ("齋藤 実", "斎藤 實"),
        ("葛\U000e0100城 守", "葛城守"),
        ("カ\u3099ルシア ホセ", "ガルシア ホセ"),
        ("ｶﾞﾙｼｱ ﾎｾ", "ガルシア　ホセ"),
        ("大西\u00a0誠", "大西 誠"),
        ("大\u200b西 誠", "大西誠 様"),
        ("Nguyễn Văn Anh", "NGUYỄN VĂN ANH"),
    ],
)
def test_one_name_written_in_two_ways_is_one_person(stored: str, typed: str) -> None:
    company = firm(stored, "別の 人")
    assert [person.id for person in people_meant(company, typed)] == ["p1"]
    assert person_joining(company, typed, str).new == ()


@pytest.mark.parametrize("typed", ["大東 誠", "大西 誠一", "西 誠"])
def test_another_name_is_another_person(typed: str) -> None:
    assert people_meant(firm("大西 誠"), typed) == ()


def test_what_is_written_exactly_like_one_name_means_that_one() -> None:
    company = firm("髙橋 健", "高橋 健")
    assert [p.id for p in people_meant(company, "高橋 健")] == ["p2"]
    assert [p.id for p in people_meant(company, "髙橋 健")] == ["p1"]
    assert len(people_meant(company, "高橋　健")) == 2, "written like neither"


def test_namesakes_are_told_apart_by_what_stands_in_brackets() -> None:
    assert label(SATO, "p1") == "佐藤 健（製造部・班長）" and label(SATO, "p2") == "佐藤 健（営業部）"
    assert label(SATO, "p3") == "佐藤 花" and label(SATO, "nobody") == ""
    for typed, person in (
        ("佐藤 健（製造部・班長）", "p1"),
        ("佐藤健(営業部)", "p2"),
        ("佐藤（製造部）", "p1"),
        ("佐藤 健（班長）", "p1"),
        ("佐藤 花", "p3"),
    ):
        assert [one.id for one in people_meant(SATO, typed)] == [person], typed


@pytest.mark.parametrize("typed", ["佐藤", "佐藤さん", "佐藤 健", "佐藤健"])
def test_where_several_may_be_meant_nobody_is_guessed_and_nobody_founded(typed: str) -> None:
    joining = person_joining(SATO, typed, str)
    assert joining.meant is None and joining.new == ()
    for person in people_meant(SATO, typed):
        assert label(SATO, person.id) in joining.problem


def test_namesakes_without_department_and_title_are_counted() -> None:
    company = firm("林 進", "林 進")
    assert [label(company, p) for p in ("p1", "p2")] == ["林 進（1人目）", "林 進（2人目）"]
    assert [one.id for one in people_meant(company, "林 進（2人目）")] == ["p2"]


NAMES = st.sampled_from(["佐藤 健", "佐藤健", "佐藤 花", "髙橋 健", "高橋 健", "林", "林 進", "Ann Lee"])
PEOPLE = st.lists(
    st.tuples(NAMES, st.sampled_from(["", "d1", "d2"]), st.sampled_from(["", "班長", "主任"])), max_size=7
)


@given(PEOPLE)
def test_everybody_is_found_by_their_label(rows: list[tuple[str, str, str]]) -> None:
    people = [
        Person(id=f"p{n}", position=n, name=name, department=department, title=title)
        for n, (name, department, title) in enumerate(rows)
    ]
    company = Company(on=TODAY).after([*SATO.departments.values(), *people])
    for person in people:
        assert [one.id for one in people_meant(company, label(company, person.id))] == [person.id]


def test_whoever_has_left_is_not_meant_but_stays_where_they_stand() -> None:
    left = Person(id="gone", name="古田 進", left=(TODAY - timedelta(days=1)).isoformat())
    company = Company(on=TODAY).after([left])
    assert people_meant(company, "古田 進") == ()
    assert person_joining(company, "古田 進", lambda: "new").new != ()
    assert person_joining(company, "古田 進", str, now="gone").id == "gone"


@pytest.mark.parametrize(
    "typed", ["大西\n川口", "大西、川口", "大西／川口", "大西\t川口", "川口・大西", "大西 誠＆川口"]
)
def test_two_names_found_no_third_person(typed: str) -> None:
    joining = person_joining(firm("大西 誠"), typed, str)
    assert joining.new == () and joining.problem


@pytest.mark.parametrize("typed", ["アンナ・リー", "A&B<精密>", "<b>太字</b>", "Lee, Ann"])
def test_one_name_may_have_such_signs_in_it(typed: str) -> None:
    meant = person_joining(firm("大西 誠"), typed, str).meant
    assert meant is not None and meant.name == typed


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("株式会社ほくと金型", "㈱ほくと金型"),
        ("(株)ほくと金型", "株式会社 ほくと金型"),
        ("（株）ほくと金型", "(株)ほくと金型"),
        ("有限会社ほくと", "㈲ほくと"),
        ("ほくと金型株式会社", "ほくと金型㈱"),
        ("株式会社ほくと金型", "ほくと金型"),
    ],
)
def test_what_a_company_is_may_be_written_short(stored: str, typed: str) -> None:
    company = Company(on=TODAY).after([Partner(id="a", name=stored), Partner(id="b", name="株式会社べつの")])
    assert [partner.id for partner in partners_meant(company, typed)] == ["a"]


def test_before_and_behind_are_two_companies() -> None:
    company = Company(on=TODAY).after([Partner(id="a", name="株式会社ほくと"), Partner(id="b", name="ほくと株式会社")])
    assert [partner.id for partner in partners_meant(company, "㈱ほくと")] == ["a"]
    joining = partner_joining(company, "ほくと", str)
    assert joining.meant is None and "ほくと株式会社" in joining.problem


@pytest.mark.parametrize("typed", ["ガス班", "ｶﾞｽ班", "カ\u3099ス班", "ガス\u200b班", " ガス班\u00a0"])
def test_a_department_written_in_another_way_is_not_founded_again(typed: str) -> None:
    company = Company(on=TODAY).after([Department(id="d", name="ガス班"), Department(id="e", name="製造部")])
    assert department_joining(company, typed, str).id == "d"
    assert [one.id for one in departments_meant(company, "製造")] == ["e"]


@given(st.lists(st.integers(0, 9), min_size=1, unique=True), st.data())
def test_whoever_joins_comes_last_whoever_was_removed(positions: list[int], data: st.DataObject) -> None:
    left = data.draw(st.lists(st.sampled_from(positions), unique=True))
    rows = {str(n): Department(id=str(n), position=n) for n in positions if n not in left}
    assert all(next_position(rows) > row.position for row in rows.values())


def test_a_new_name_joins_behind_the_others() -> None:
    joined = person_joining(firms.sample(), "新田 健さん", lambda: "new").meant
    assert joined is not None and joined.name == "新田 健"
    assert joined.position > max(person.position for person in firms.sample().people.values())
