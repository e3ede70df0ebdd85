"""Dates on papers: every change of era on its day, and nothing guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import dates


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026-11-17", "令和8年11月17日"),
        ("2020-01-01", "令和2年1月1日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-08", "平成元年1月8日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1926-12-25", "昭和元年12月25日"),
        ("1926-12-24", "大正15年12月24日"),
        ("1912-07-30", "大正元年7月30日"),
        ("1912-07-29", "明治45年7月29日"),
        ("1873-01-01", "明治6年1月1日"),
        ("1872-12-31", "1872年12月31日"),
    ],
)
def test_a_date_is_written_with_its_era(iso: str, shown: str) -> None:
    assert dates.written(iso) == shown


def test_the_company_may_prefer_western_years() -> None:
    assert dates.written("2026-11-17", western=True) == "2026年11月17日"
    assert dates.year(date(2019, 6, 1), western=True) == "2019年"


@pytest.mark.parametrize(
    "typed", ["", "来年の春", "2026-02-30", "2026/11/17", "20261117", "2026-W01-1", "令和8年12月1日"]
)
def test_what_is_no_date_stays_as_typed(typed: str) -> None:
    assert dates.written(typed) == typed


def test_a_date_to_be_written_by_hand_names_only_the_era() -> None:
    assert dates.to_fill_in(date(2026, 11, 17)) == "令和　　年　　月　　日"
    assert dates.to_fill_in(date(2026, 11, 17), western=True) == "　　　　年　　月　　日"


@given(st.dates(date(1873, 1, 1), date(2199, 12, 30)))
def test_the_next_day_is_the_next_day_or_a_new_era(day: date) -> None:
    name, number = dates.era(day)
    later, after = dates.era(day + timedelta(days=1))
    turn = day.month == 12 and day.day == 31
    assert number >= 1
    assert (later, after) == (name, number + turn) or (later != name and after == 1)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026/11/17", "2026-11-17"),
        (" 2026-11-17 ", "2026-11-17"),
        ("２０２６年１１月１７日", "2026-11-17"),
        ("令和8年11月17日", "2026-11-17"),
        ("R8.11.17", "2026-11-17"),
        ("令和元年5月1日", "2019-05-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("h1/1/8", "1989-01-08"),
        ("2027/2/30", ""),
        ("8/11/17", ""),
        ("令和2026年1月1日", ""),
        ("元年1月1日", ""),
        ("来月", ""),
        ("", ""),
        ("2026/4/1 0:00", "2026-04-01"),
        ("2026/04/01 00:00:00", "2026-04-01"),
        ("2026-04-01T09:30:00.000Z", "2026-04-01"),
        ("2026年4月1日 午前9時30分", "2026-04-01"),
        ("2026/4/1 9:05 PM", "2026-04-01"),
        ("2026年4月1日（水）", "2026-04-01"),
        ("2026/4/1(水)", "2026-04-01"),
        ("2026/4/1 水曜日", "2026-04-01"),
        ("2026年4月29日(水・祝)", "2026-04-29"),
        ("2026/4/1 (Wed) 13:00", "2026-04-01"),
        ("令8.4.1", "2026-04-01"),
        ("令和８年４月１日", "2026-04-01"),
        ("㋿8年4月1日", "2026-04-01"),
        ("平31・4・30", "2019-04-30"),
        ("T15.12.24", "1926-12-24"),
        ("明治45年7月29日", "1912-07-29"),
        ("令和八年十一月十七日", "2026-11-17"),
        ("二〇二六年四月一日", "2026-04-01"),
        ("平成三十年三月三十一日", "2018-03-31"),
        ("2026－4－1", "2026-04-01"),
        ("2026．4．1", "2026-04-01"),
        ("2026 4 1", "2026-04-01"),
        ("2026年 4月 1日", "2026-04-01"),
        ("20260401", "2026-04-01"),
        ("令和元年12月1日", "2019-12-01"),
        ("令元.12.1", "2019-12-01"),
        ("令和0年4月1日", ""),
        ("令0.4.1", ""),
        ("昭和０年1月1日", ""),
        ("0/4/1", ""),
        ("0000/4/1", ""),
        ("明治5年1月1日", ""),
        ("1872/12/31", ""),
        ("26/4/1", ""),
        ("2026/4/1 から", ""),
        ("約2026/4/1", ""),
        ("2026/4", ""),
        ("2026年4月", ""),
        ("20261301", ""),
        ("4/1/2026", ""),
        ("46113", ""),
        ("令和百年4月1日", ""),
        ("2026/4/1 2026/4/2", ""),
        ("2026/4/1〜2027/3/31", ""),
    ],
)
def test_a_typed_date_is_read_in_either_calendar_or_not_at_all(typed: str, iso: str) -> None:
    assert dates.read(typed) == iso


@given(st.dates(date(1926, 12, 25), date(2999, 12, 31)), st.booleans())
def test_what_is_written_can_be_read_back(day: date, western: bool) -> None:
    assert dates.read(dates.written(day.isoformat(), western)) == day.isoformat()


def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month():
    day = date(2026, 11, 30)
    assert [dates.months_later(day, months) for months in (0, 1, 3, 14)] == [
        day,
        date(2026, 12, 30),
        date(2027, 2, 28),
        date(2028, 1, 30),
    ]
