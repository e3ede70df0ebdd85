"""署名の記録: who signed which version, whose signature is missing, and who has to sign again because a duty changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions import firm
from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sign as signing
from app.actions.papers.sign import Standing
from app.desk import Desk
from app.documents import tree_json
from app.domain.forms.form import ChoiceGroup
from app.domain.ledger.company import Company
from app.domain.ledger.records import Issue, Partner, Person, Signature
from app.errors import LedgerError
from app.paper.writers import writers
from tests.documents.small_company import all_forms, paper
from tests.documents.test_revision import duties, firms

NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
TODAY = date(2026, 12, 1)
PLEDGE, LEAVING, NDA, ONE_WAY = "joining-pledge", "leaving-pledge", "mutual-nda", "one-way-nda"
WRITERS = writers(*issuing.FILES)


@pytest.fixture
def desk(sample_desk: Desk, qapp: object) -> Desk:
    return sample_desk


def standing(desk: Desk, subject: str, form: str = PLEDGE) -> Standing:
    return next(one for one in signing.standings(desk, desk.forms[form], TODAY) if one.subject == subject)


def issue(desk: Desk, subject: str = "", form: str = PLEDGE, now: datetime = NOW) -> Issue:
    return issuing.issue(desk, form, subject, now, WRITERS)


def former(desk: Desk) -> ChoiceGroup:
    """A choice that puts an article into the pledge or takes it out."""
    return next(group for group in desk.forms[PLEDGE].choices if group.name == "former")


def test_many_are_recorded_at_once_each_with_their_own_version(desk: Desk) -> None:
    one, other, third = (person.id for person in desk.company.staff[:3])
    blank, own = issue(desk), issue(desk, one)
    signing.record(desk, desk.forms[PLEDGE], [one, other], on="2026-11-10", where="総務の金庫")
    signing.record(desk, desk.forms[PLEDGE], [third], on="2026-11-10", note="前の紙", other=True)
    assert standing(desk, one).issue == own
    assert standing(desk, other).issue == blank, "signed on the printed paper without a name"
    assert (standing(desk, third).issue, standing(desk, third).missing) == (None, False)
    recorded = standing(desk, one).signature
    assert recorded and (recorded.on, recorded.where) == ("2026-11-10", "総務の金庫")


def test_what_was_signed_is_the_version_of_that_day(desk: Desk) -> None:
    one = desk.company.staff[0].id
    first = issue(desk, one)
    issue(desk, one, now=NOW.replace(day=20))
    form = desk.forms[PLEDGE]
    assert signing.version_on(desk.company, form, one, "2026-11-19") == first.id
    assert signing.version_on(desk.company, form, one, "2026-11-20") != first.id
    assert signing.version_on(desk.company, form, one, "2026-11-03") == ""


def test_a_record_stays_through_undo_and_restart(opened: Callable[[], Desk]) -> None:
    desk = opened()
    one = desk.company.staff[0]
    desk.change("改名", [replace(one, name="改めた名")])
    signing.record(desk, desk.forms[PLEDGE], [one.id], on="2026-11-10")
    desk.undo()
    desk = opened()
    assert desk.company.people[one.id].name == one.name
    assert standing(desk, one.id).signature is not None
    assert desk.ledger.verify() == []


def test_a_mistake_is_taken_back_by_a_later_record(desk: Desk) -> None:
    one, form = desk.company.staff[1].id, desk.forms[PLEDGE]
    signing.record(desk, form, [one], on="2026-11-10")
    signing.take_back(desk, form, [one], "別の人の紙だった")
    assert standing(desk, one).missing
    assert len(desk.company.signatures) == 2, "both stay"
    signing.record(desk, form, [one], on="2026-11-12")
    signature = standing(desk, one).signature
    assert signature and signature.on == "2026-11-12"


def test_a_pledge_is_waited_for_from_everybody_who_is_here(desk: Desk) -> None:
    missing = [one for one in signing.missing(desk, TODAY) if one.form == PLEDGE]
    boss, *others = desk.company.staff
    assert boss.name == desk.company.profile.representative, "nobody pledges to themselves"
    assert [one.subject for one in missing] == [person.id for person in others]
    signing.record(desk, desk.forms[PLEDGE], [one.subject for one in missing[2:]], on="2026-11-10")
    assert [one for one in signing.missing(desk, TODAY) if one.form == PLEDGE] == missing[:2]


def test_a_leaving_pledge_is_waited_for_from_leavers_also_after_their_last_day(desk: Desk) -> None:
    one, other = desk.company.staff[1:3]
    gone = [("people", person.id) for person in desk.company.people.values() if person.left]
    desk.change("退職", [replace(one, left="2026-12-20"), replace(other, left="2026-03-31")], gone)
    assert {one.subject for one in signing.missing(desk, TODAY) if one.form == LEAVING} == {one.id, other.id}
    signing.record(desk, desk.forms[LEAVING], [other.id], on="2026-04-02")
    assert [one.subject for one in signing.missing(desk, TODAY) if one.form == LEAVING] == [one.id]
    assert other.id not in {one.subject for one in signing.missing(desk, TODAY) if one.form == PLEDGE}


@pytest.mark.parametrize(("after", "awaited"), [(-1, False), (0, True), (1, True)])
def test_a_person_is_waited_for_to_the_last_day(desk: Desk, after: int, awaited: bool) -> None:
    one, then = desk.company.staff[1], date.fromisoformat(desk.company.day) + timedelta(10)
    desk.change("退職日", [replace(one, left=(then + timedelta(after)).isoformat())])
    pledges = (found for found in signing.missing(desk, then) if found.form == PLEDGE)
    assert (one.id in {found.subject for found in pledges}) is awaited


def test_a_partner_needs_one_agreement_and_is_named_once(desk: Desk) -> None:
    partners = [
        Partner(id="bound", name="結んだ社", nda_signed="2026-01-01", nda_until="2028-12-31"),
        Partner(id="over", name="切れた社", nda_signed="2020-01-01", nda_until="2023-12-31"),
        Partner(id="none", name="ない社"),
    ]
    desk.change("取引先", partners, [("partners", one) for one in desk.company.partners])
    assert [
        (one.form, one.subject) for one in signing.missing(desk, TODAY) if one.subject in ("bound", "over", "none")
    ] == [
        (NDA, "none"),
        (NDA, "over"),
    ]
    signing.record(desk, desk.forms[ONE_WAY], ["over"], on="2026-11-10")
    assert [one.subject for one in signing.missing(desk, TODAY) if one.form in (NDA, ONE_WAY)] == ["none"]


def test_who_signed_another_duty_signs_again_and_nobody_else(desk: Desk) -> None:
    one, other = (person.id for person in desk.company.staff[:2])
    issue(desk, one)
    papers.choose(desk, desk.forms[PLEDGE], former(desk), "omit")
    issue(desk, other)
    signing.record(desk, desk.forms[PLEDGE], [one, other], on="2026-11-10")
    assert (standing(desk, one).changed, standing(desk, other).changed) == (("前の勤め先の秘密",), ())
    assert [one.subject for one in signing.missing(desk, TODAY) if one.again] == [one]


def test_a_new_address_or_number_is_no_new_duty(desk: Desk) -> None:
    partner = next(iter(desk.company.partners.values()))
    issue(desk, partner.id, NDA)
    signing.record(desk, desk.forms[NDA], [partner.id], on="2026-11-10")
    desk.change("移転", [replace(partner, address="東京都千代田区1-1", representative="新しい 社長")])
    assert issuing.stale(desk, NDA, partner.id)
    assert not standing(desk, partner.id, NDA).again


STAFF = [Person(id=f"p{n}", position=n, name=name) for n, name in enumerate(["髙﨑 健", "", "𠮷田 実", "大西 誠"])]
SIGNABLE = sorted(form.id for form in all_forms().values() if form.per in ("person", "either"))


def check(old: Company, new: Company, form: str, how: list[str]) -> None:
    """`how` each person signed: the own paper, the one without a name, another paper, or not at all."""
    old, new = old.after(STAFF), new.after(STAFF)
    issues = [Issue(id=who, form=form, subject=who, on="2026-11-04") for who in ("", *(one.id for one in STAFF))]
    trees = {one.id: tree_json.dumps(paper(old, form, person=one.subject)).encode() for one in issues}
    issues = [replace(one, id=one.id or "blank", tree_sha256=f"of {one.id}") for one in issues]
    signed = [
        Signature(id=one.id, form=form, subject=one.id, on="2026-11-10", issue={"own": one.id}.get(way, way))
        for one, way in zip(STAFF, how, strict=True)
        if way != "unsigned"
    ]
    company, evidence = new.after([*issues, *signed]), {f"of {whose}": tree for whose, tree in trees.items()}
    known = {"company": company, "forms": all_forms(), "evidence": evidence.get, "composed": {}, "outlines": {}}
    desk = cast(Desk, SimpleNamespace(**known))
    found = {one.subject for one in signing.standings(desk, all_forms()[form], TODAY) if one.again}
    expected = set()
    for one, way in zip(STAFF, how, strict=True):
        if way in ("own", "blank"):
            whose = one.id if way == "own" else ""
            texts = (duties(paper(company, form, person=whose)) for company in (old, new))
            expected |= {one.id} if next(texts) != next(texts) else set()
    assert found == expected


SIGNED = (
    firms(),
    firms(),
    st.sampled_from(SIGNABLE),
    st.lists(st.sampled_from(["own", "blank", "", "unsigned"]), min_size=4, max_size=4),
)


@given(*SIGNED)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_those_sign_again_whose_own_text_differs_in_a_duty(
    old: Company, new: Company, form: str, how: list[str]
) -> None:
    check(old, new, form, how)


@pytest.mark.long
@given(*SIGNED)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_five_hundred_pairs(old: Company, new: Company, form: str, how: list[str]) -> None:
    check(old, new, form, how)


# evidence keeps its person (and its partner): by no door


def test_whoever_signed_cannot_be_removed_only_marked_as_left(desk: Desk) -> None:
    person = desk.company.people["p-onishi"]
    signing.record(desk, desk.forms[PLEDGE], [person.id], on="2026-11-20")
    told = firm.remove(desk, person, person.name)
    assert "署名の記録" in told and "退職日" in told and person.id in desk.company.people


@pytest.mark.parametrize("by", ["a signature", "an issued paper"])
def test_not_even_undo_takes_away_whom_evidence_names(desk: Desk, by: str) -> None:
    desk.change("人を追加", [Person(id="new", position=99, name="新人 一郎")])
    if by == "a signature":
        signing.record(desk, desk.forms[PLEDGE], ["new"], on="2026-11-20")
    else:
        issue(desk, "new")
    before = desk.company
    with pytest.raises(LedgerError, match="新人 一郎"):
        desk.undo()
    assert desk.company == before and desk.ledger.verify() == []
    with pytest.raises(LedgerError):
        desk.change("消す", drop=[("people", "new")])


def test_whom_no_evidence_names_can_be_undone(desk: Desk) -> None:
    desk.change("人を追加", [Person(id="new", position=99, name="新人 一郎")])
    desk.undo()
    assert "new" not in desk.company.people
