"""Who is proposed for which seat: from who is there, with a reason; few seats for few people, and nobody checks themselves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.advice.conflicts import WATCHED, conflicts
from app.domain.advice.roles import Proposal, candidates, proposals, stands_alone
from app.domain.ledger.company import Company
from app.domain.ledger.officers import OFFICER
from app.domain.ledger.records import Appointment, Asset, Decision, Department, Person, Profile, Record
from app.domain.ledger.seats import filled, holder, seats
from app.domain.words import Level
from tests import firms

TODAY = date(2026, 11, 27)
TITLES = ("", "", "", "代表取締役", "専務", "工場長", "製造部長", "総務課長", "品質課長", "班長", "社長", "ＩＴ担当")
SECTIONS = ("", "総務部", "製造部", "品質保証課", "経理", "情報システム課")
EMPLOYED = ("正社員", "正社員", "パート", "派遣", "技能実習", OFFICER, "")


def proposed(company: Company) -> dict[str, Proposal]:
    return {one.seat.id: one for one in proposals(company, firms.library().roles)}


def taken(company: Company) -> Company:
    """The company in which every proposal was taken."""
    rows = [
        replace(holder(company, one.seat.id), person=one.person) for one in proposals(company, firms.library().roles)
    ]
    return company.after(rows)


def names(company: Company) -> dict[str, str]:
    return {seat: company.person_name(one.person) for seat, one in proposed(company).items()}


def of(*titles: tuple[str, str], representative: str = "") -> Company:
    """A company of these people: name and title."""
    people = [Person(id=f"p{n}", position=n, name=name, title=title) for n, (name, title) in enumerate(titles, 1)]
    return Company(on=TODAY).after([Profile(representative=representative), *people])


@st.composite
def firms_at_random(draw: st.DrawFn) -> Company:
    """A company of any size: people who work, leave, have left or will come, and some seats that are taken."""
    rows: list[Record] = [Department(id=f"d{n}", name=name) for n, name in enumerate(SECTIONS) if name]
    people = draw(st.integers(0, 24))
    for n in range(people):
        away = draw(st.sampled_from([0, 0, 0, 0, -30, 40]))
        rows.append(
            Person(
                id=f"p{n}",
                position=n,
                name=f"社員{n}",
                title=draw(st.sampled_from(TITLES)),
                department=f"d{draw(st.integers(0, len(SECTIONS) - 1))}",
                employment=draw(st.sampled_from(EMPLOYED)),
                joined=draw(st.sampled_from(["", "", "", "2020-04-01", "2027-04-01"])),
                left=(TODAY + timedelta(days=away)).isoformat() if away else "",
            )
        )
    rows.append(Profile(representative=draw(st.sampled_from(["", "社員0", "社員1"])), levels=tuple(draw(LEVELS))))
    company = Company(on=TODAY).after(rows)
    for seat in draw(st.lists(st.sampled_from(seats(company)), max_size=3)) if people else ():
        who = f"p{draw(st.integers(0, people - 1))}"
        company = company.after(
            [Appointment(id=seat.id, role=seat.role, variant=seat.id.partition(":")[2], person=who)]
        )
    return company


LEVELS = st.sampled_from([(Level.SECRET,), (Level.SECRET, Level.INTERNAL), (*Level,)[1:]])


@given(firms_at_random())
@settings(max_examples=400, deadline=None)
def test_of_any_company_only_who_is_here_to_stay_is_proposed_and_for_empty_seats_only(company: Company) -> None:
    for seat, one in proposed(company).items():
        who = company.people[one.person]
        assert company.is_here(who.id) and not who.left
        assert not filled(company, seat)
        assert one.why.endswith("。")


@given(firms_at_random())
@settings(max_examples=400, deadline=None)
def test_in_any_company_a_proposal_never_sets_somebody_to_check_themselves(company: Company) -> None:
    if len(candidates(company)) < 2:
        return
    after = taken(company)
    inspector = after.appointments.get("inspector")
    proposed_here = proposed(company)
    for seat in seats(company):
        both = seat.role in WATCHED and {seat.id, "inspector"} & proposed_here.keys()
        if both and filled(after, "inspector") and filled(after, seat.id):
            assert inspector and holder(after, seat.id).person != inspector.person, seat.name


@given(firms_at_random())
@settings(max_examples=400, deadline=None)
def test_where_nobody_sits_yet_two_people_are_enough_for_every_seat(company: Company) -> None:
    empty = company.after([], [("appointments", one) for one in company.appointments])
    few = candidates(empty)
    everything = {seat.id for seat in seats(empty)}
    assert proposed(empty).keys() == (everything if len(few) > 1 else everything - {"inspector"} if few else set())


@given(firms_at_random())
@settings(max_examples=400, deadline=None)
def test_under_ten_people_at_most_three_share_the_seats(company: Company) -> None:
    empty = company.after([], [("appointments", one) for one in company.appointments])
    if len(empty.staff) < 10:
        assert len({one.person for one in proposed(empty).values()}) <= 3


@given(firms_at_random())
@settings(max_examples=200, deadline=None)
def test_a_guest_sits_only_where_too_few_others_are_left(company: Company) -> None:
    own = [one for one in candidates(company) if one.employment not in ("派遣", "技能実習")]
    if len(own) >= 2:
        empty = company.after([], [("appointments", one) for one in company.appointments])
        assert {one.person for one in proposed(empty).values()} <= {one.id for one in own}


def test_two_people_check_each_other() -> None:
    found = proposed(of(("湊 誠一", "社長"), ("湊 和代", "専務")))
    assert (
        found["inspector"].person == "p2"
        and "湊 誠一さん" in found["inspector"].why
        and "たがい" in found["inspector"].why
    )
    assert {found[seat].person for seat in found if found[seat].seat.role in WATCHED} == {"p1"}
    assert found["hotline"].person == "p2"


def test_one_person_is_told_so_and_that_there_are_people_outside() -> None:
    alone = of(("湊 誠一", "社長"))
    assert "inspector" not in proposed(alone)
    assert "一人の会社" in stands_alone(alone) and "社外の人" in stands_alone(alone)
    assert stands_alone(of(("湊 誠一", ""), ("湊 和代", ""))) == ""
    assert proposals(Company(on=TODAY), firms.library().roles) == []


SEVEN = (("湊 誠一", "代表取締役"), ("三宅 千恵", "経理"), ("大西 浩二", "工場長"), ("原 さやか", ""))


def test_in_a_small_company_the_chief_keeps_one_does_the_papers_and_one_checks() -> None:
    found = names(of(*SEVEN, representative="湊 誠一"))
    assert {found[f"keeper:{level}"] for level in ("top_secret", "secret", "internal")} == {"湊 誠一"}
    assert found["chief"] == found["emergency:night"] == "湊 誠一"
    assert found["secretariat"] == found["hotline"] == found["emergency:day"] == "三宅 千恵"
    assert found["inspector"] == "大西 浩二"


def test_from_ten_up_titles_and_departments_say_who() -> None:
    found = names(firms.sample().after([], [("appointments", one) for one in firms.sample().appointments]))
    assert found["chief"] == "湊 誠一" and found["secretariat"] == "長谷 真由"
    assert found["inspector"] == "野口 恵", "品質"
    assert len({found[f"keeper:{level}"] for level in ("top_secret", "secret", "internal")}) > 1


@pytest.mark.parametrize(("count", "keeper"), [(9, "湊 誠一"), (10, "大西 浩二")])
def test_the_tenth_person_is_where_seats_are_spread(count: int, keeper: str) -> None:
    others = [(f"社員{n}", "") for n in range(count - len(SEVEN))]
    assert names(of(*SEVEN, *others, representative="湊 誠一"))["keeper:secret"] == keeper


def test_whoever_keeps_most_of_a_level_already_is_its_keeper() -> None:
    company = of(*SEVEN, *((f"社員{n}", "") for n in range(8)))
    kept = company.after(
        [
            Asset(id="a", name="配合表", keeper="p4"),
            Decision(id="a", level=Level.SECRET),
        ]
    )
    found = proposed(kept)["keeper:secret"]
    assert found.person == "p4" and "秘" in found.why and "1件" in found.why
    assert proposed(company)["keeper:secret"].person == "p3"


def test_who_inspects_already_is_not_made_a_keeper() -> None:
    company = of(*SEVEN, representative="湊 誠一").after([Appointment(id="inspector", role="inspector", person="p1")])
    assert "湊 誠一" not in [name for seat, name in names(company).items() if seat.partition(":")[0] in WATCHED]
    assert conflicts(taken(company)) == []


def test_a_department_whose_name_only_contains_the_word_is_another() -> None:
    company = of(("甲", "社長"), ("乙", ""), ("丙", "総務"))
    far = company.after([Department(id="d", name="非総務"), replace(company.people["p2"], department="d")])
    assert names(far)["secretariat"] == "丙"
