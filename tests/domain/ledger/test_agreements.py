"""Y and Z: how the promises with partners stand, and whom to call."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.days.incident import calls
from app.domain.ledger.agreements import Standing, entrusted, promises
from app.domain.ledger.company import Company
from app.domain.ledger.records import Appointment, Asset, Partner, Person
from app.domain.words import Owner

TODAY = date(2026, 11, 17)
MINATO = Partner(id="t1", position=2, name="みなと電装", nda_signed="2020-04-01")


@pytest.mark.parametrize(
    ("signed", "until", "standing", "words"),
    [
        ("", "", Standing.NONE, "まだありません"),
        ("", "2030-01-01", Standing.NONE, "まだありません"),
        ("2020-04-01", "", Standing.HELD, "あります（終わりの日は書いてありません）"),
        ("2020-04-01", "来年の春", Standing.HELD, "あります（来年の春まで）"),
        ("2020-04-01", "2026-11-16", Standing.ENDED, "切れています（令和8年11月16日まで）"),
        ("2020-04-01", "2026-11-17", Standing.SOON, "もうすぐ切れます（令和8年11月17日まで）"),
        ("2020-04-01", "2027-01-16", Standing.SOON, "もうすぐ切れます（令和9年1月16日まで）"),
        ("2020-04-01", "2027-01-17", Standing.HELD, "あります（令和9年1月17日まで）"),
    ],
)
def test_a_promise_is_told_in_words(signed: str, until: str, standing: Standing, words: str) -> None:
    company = Company(on=TODAY).after([replace(MINATO, nda_signed=signed, nda_until=until)])
    (promise,) = promises(company)
    assert (promise.standing, promise.words) == (standing, words)
    assert promise.standing.good is (standing in (Standing.SOON, Standing.HELD))


def test_what_we_hold_knows_from_whom_and_under_which_promise() -> None:
    company = Company(on=TODAY).after(
        [
            MINATO,
            Partner(id="t2", position=1, name="あさぎり"),
            Asset(id="a1", position=1, name="支給図面", owner=Owner.ENTRUSTED, partner="t1", contract="基本契約"),
            Asset(id="a2", position=2, name="自社の図面"),
            Asset(id="a3", position=3, name="誰かの型", owner=Owner.ENTRUSTED),
            Asset(id="a4", position=4, name="もう一枚", owner=Owner.ENTRUSTED, partner="t1"),
        ]
    )
    held = entrusted(company)
    assert [(one.asset.id, one.partner, one.contract) for one in held] == [
        ("a1", "みなと電装", "基本契約"),
        ("a3", "", ""),
        ("a4", "みなと電装", ""),
    ]
    assert held[1].promise is None
    assert [(one.partner.name, one.held) for one in promises(company)] == [("あさぎり", 0), ("みなと電装", 2)]


def test_the_people_to_call_stand_in_order_and_the_deputy_answers_for_whoever_left() -> None:
    company = Company(on=TODAY).after(
        [
            Person(id="p1", name="大西"),
            Person(id="p2", name="退職した人", left="2026-03-31"),
            Appointment(id="emergency:day", role="emergency", variant="day", person="p1", deputy="p2", phone="000-1"),
            Appointment(id="chief", role="chief", person="p2", deputy="p1"),
        ]
    )
    day, night, chief, hotline = calls(company)
    assert (day.name, day.person, day.deputy, day.phone) == ("緊急連絡担当（平日の昼）", "大西", "", "000-1")
    assert (night.person, chief.person, chief.deputy, hotline.person) == ("", "大西", "", "")
