"""Seats that one person should not hold together: said once, with the way out, and not said where nothing is wrong."""

from dataclasses import replace

from app.domain.advice.conflicts import conflicts
from app.domain.ledger.company import Company
from app.domain.ledger.records import Appointment, Department
from app.domain.ledger.seats import filled, seats
from tests import firms


def seated(company: Company, **people: str) -> Company:
    """The company with these people (ids) on these seats, `emergency_day` for emergency:day."""
    rows = []
    for name, person in people.items():
        role, _, variant = name.partition("_")
        rows.append(Appointment(id=f"{role}:{variant}" if variant else role, role=role, variant=variant, person=person))
    return company.after(rows)


def everywhere(company: Company) -> Company:
    return seated(company, **{seat.id.replace(":", "_", 1): "p1" for seat in seats(company)})


def test_one_person_may_hold_every_seat_but_is_told_where_that_is_no_check() -> None:
    company = everywhere(firms.firm())
    assert all(filled(company, seat.id) for seat in seats(company))
    told = [words for words in conflicts(company) if "社員1さんは、点検する人と" in words]
    assert len(told) == 1, "one sentence, however many seats"
    assert told[0].count("管理責任者") == 3 and "事務局" in told[0] and "別の人に" in told[0]


def test_who_is_alone_is_not_told_to_ask_another_here_but_that_there_are_people_outside() -> None:
    (told,) = conflicts(everywhere(firms.firm(staff=1)))
    assert "社外の人" in told and "別の人に" not in told


def test_an_inspector_of_their_own_is_no_conflict() -> None:
    assert conflicts(seated(firms.firm(), inspector="p2", secretariat="p1", chief="p2")) == []


def test_only_keepers_of_levels_in_use_conflict() -> None:
    assert conflicts(firms.two_levels(seated(firms.firm(), inspector="p1", keeper_top_secret="p1"))) == []


def test_a_seat_whose_holder_is_not_in_the_ledger_is_no_conflict() -> None:
    assert conflicts(seated(firms.firm(), inspector="nobody", chief="nobody")) == []


def test_whoever_holds_the_keys_of_the_computers_should_not_check() -> None:
    company = seated(firms.firm(Department(id="it", name="情報システム課")), inspector="p2")
    assert conflicts(company) == []
    (told,) = conflicts(company.after([replace(company.people["p2"], department="it")]))
    assert "社員2さん" in told and "パソコン" in told


def test_a_hotline_that_ends_with_the_chief_needs_another_ear() -> None:
    company = seated(firms.firm(), chief="p1", hotline="p1")
    (told,) = conflicts(company)
    assert "窓口" in told and "社員1さん" in told
    assert conflicts(company.after([replace(company.appointments["hotline"], deputy="p2")])) == []


def test_one_telephone_by_day_and_night_needs_another() -> None:
    company = seated(firms.firm(), emergency_day="p2", emergency_night="p2")
    (told,) = conflicts(company)
    assert "昼も夜も社員2さん" in told
    assert conflicts(company.after([replace(company.appointments["emergency:night"], deputy="p1")])) == []


def test_a_last_day_that_is_set_names_the_seats_that_fall_empty() -> None:
    company = seated(firms.firm(), secretariat="p2", chief="p1")
    leaving = company.after([replace(company.people["p2"], left="2099-03-31")])
    (told,) = conflicts(leaving)
    assert "社員2さん" in told and "令和81年3月31日" in told and "事務局" in told
