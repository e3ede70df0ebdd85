"""X 社内体制: the seats of a company of any size."""

from datetime import date

import pytest

from app.domain.ledger.company import Company
from app.domain.ledger.records import Appointment, Profile
from app.domain.ledger.seats import filled, seats
from app.domain.words import Level
from tests import firms

THREE = ["chief", "keeper:top_secret", "keeper:secret", "keeper:internal", "secretariat", "inspector", "hotline"]
CALLS = ["emergency:day", "emergency:night"]


def ids(company: Company) -> list[str]:
    return [seat.id for seat in seats(company)]


@pytest.mark.parametrize("staff", [0, 3, 100])
def test_a_company_of_any_size_has_the_same_seats(staff: int) -> None:
    assert sorted(ids(firms.firm(staff=staff))) == sorted(THREE + CALLS)


def test_each_level_in_use_has_a_keeper_under_the_companys_own_name() -> None:
    company = Company(on=date.today()).after([Profile(levels=(Level.INTERNAL, Level.SECRET), name_secret="部外秘")])
    keepers = [seat for seat in seats(company) if seat.role == "keeper"]
    assert [seat.id for seat in keepers] == ["keeper:secret", "keeper:internal"]
    assert "部外秘" in keepers[0].name and "社外秘" in keepers[1].name


def test_whoever_takes_calls_has_a_telephone() -> None:
    asked = {seat.id for seat in seats(Company(on=date.today())) if seat.phone}
    assert asked == {"hotline", *CALLS}


def test_a_seat_whose_holder_is_not_in_the_ledger_is_empty() -> None:
    company = firms.firm(Appointment(id="chief", role="chief", person="nobody", phone="000"))
    assert not filled(company, "chief")
    assert not filled(company, "inspector")
