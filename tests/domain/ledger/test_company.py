"""One company as one value: the next one shares what did not change."""

from dataclasses import replace
from datetime import date, timedelta

from app.domain.ledger.company import Company
from app.domain.ledger.records import KINDS, Asset, Decision, Person, Place, Profile
from app.domain.words import Level
from tests import firms


def test_kinds_that_were_not_touched_are_shared() -> None:
    before = firms.sample()
    after = before.after([Asset(id="new", name="新しい情報")])
    assert after.assets["new"].name == "新しい情報"
    assert after.assets is not before.assets and "new" not in before.assets
    for kind in set(KINDS) - {"assets"}:
        assert getattr(after, kind) is getattr(before, kind), kind


def test_rows_are_dropped_before_others_are_put() -> None:
    company = firms.firm(Asset(id="a1", name="前"))
    assert company.after([Asset(id="a1", name="後")], [("assets", "a1")]).assets["a1"].name == "後"


def test_dropping_what_is_not_there_changes_nothing() -> None:
    company = firms.firm(Asset(id="a1"))
    assert company.after((), [("assets", "other"), ("choices", "none")]) == company


def test_a_profile_takes_the_place_of_the_old_one() -> None:
    company = Company(on=date.today()).after([Profile(name="A&B<精密>製作所")])
    assert company.profile.name == "A&B<精密>製作所"
    assert [record for record in company.records() if isinstance(record, Profile)] == [company.profile]


def test_records_come_kind_by_kind_and_none_is_left_out() -> None:
    records = list(firms.sample().records())
    order = list(KINDS.values())
    turns = [order.index(type(record)) for record in records]
    assert turns == sorted(turns)
    assert len(records) == 1 + sum(len(getattr(firms.sample(), kind)) for kind in list(KINDS)[1:])
    assert Company(on=date.today()).after(records) == firms.sample()


def test_assets_and_people_stand_in_the_owners_order() -> None:
    company = firms.firm(Asset(id="b", position=2), Asset(id="c", position=1), Asset(id="a", position=2), staff=0)
    assert [asset.id for asset in company.listed] == ["c", "a", "b"]


def test_whoever_has_left_is_staff_no_more_the_day_after() -> None:
    today = date.today()
    days = {"gone": today - timedelta(days=1), "last day": today, "soon": today + timedelta(days=30)}
    company = Company(on=date.today()).after([Person(id=name, left=day.isoformat()) for name, day in days.items()])
    assert {person.id for person in company.staff} == {"last day", "soon"}


def test_what_hangs_on_an_asset_is_found_by_it() -> None:
    company = firms.firm(*firms.asset(readers=["p1", "p2"]), *firms.asset(id="a2", readers=["p3"]))
    assert [row.who for row in company.access_of("a1")] == ["p1", "p2"]
    assert [place.asset for place in company.places_of("a2")] == ["a2"]
    assert company.access_of("nowhere") == company.places_of("nowhere") == []
    moved = company.after([Place(id="more", asset="a2")])
    assert len(moved.places_of("a2")) == 2 and len(company.places_of("a2")) == 1


def test_levels_have_the_companys_own_names() -> None:
    company = firms.firm(Decision(id="a1", level=Level.SECRET))
    named = company.after([replace(company.profile, name_secret="部外秘", name_internal="")])
    assert named.level_of("a1") is Level.SECRET and named.level_of("a2") is None
    assert [named.level_name(level) for level in Level] == ["一般", "社外秘", "部外秘", "極秘"]
