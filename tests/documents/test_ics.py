"""Days for other calendars, read back by a small reader of the standard's own rules (RFC 5545), written apart from the writer."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import ics
from app.documents.ics import Event
from app.domain.plain_text import clean
from app.errors import PaperError
from tests.firms import ANYTHING

NOW = datetime(2026, 11, 27, 22, 30, tzinfo=UTC)


def read(data: bytes) -> list[dict[str, str]]:
    """The events of a file: unfolded, property by property, texts unescaped. Raises where a rule is broken."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b"" and not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(len(line) <= 75 and line.decode("utf-8") is not None for line in lines)
    whole = re.sub(b"\r\n[ \t]", b"", data).decode("utf-8").split("\r\n")[:-1]
    assert whole[0] == "BEGIN:VCALENDAR" and whole[-1] == "END:VCALENDAR" and "VERSION:2.0" in whole
    events: list[dict[str, str]] = []
    inside = False
    for line in whole[1:-1]:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            assert not inside
            inside, made = True, dict[str, str]()
        elif line == "END:VEVENT":
            inside = False
            assert {"UID", "DTSTAMP"} <= made.keys()
            events.append(made)
        elif inside:
            assert name not in made
            made[name] = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
    return events


@given(
    st.lists(
        st.builds(Event, st.uuids().map(str), st.dates(max_value=date(9998, 1, 1)), ANYTHING | st.text(min_size=60))
    )
)
def test_whatever_is_written_is_read_back(events: list[Event]) -> None:
    found = read(ics.to_bytes(events, "予定", NOW))
    assert [one["UID"] for one in found] == [one.id for one in events]
    for event, one in zip(events, found, strict=True):
        assert one["SUMMARY"] == clean(event.summary)
        start = datetime.strptime(one["DTSTART;VALUE=DATE"].zfill(8), "%Y%m%d").date()
        end = datetime.strptime(one["DTEND;VALUE=DATE"].zfill(8), "%Y%m%d").date()
        assert (start, end) == (event.day, event.day + timedelta(days=1))
        assert one["DTSTAMP"] == "20261127T223000Z"


def test_a_long_line_is_cut_between_characters_and_at_seventy_five_octets() -> None:
    data = ics.to_bytes([Event("a", date(2026, 12, 1), "図" * 200 + "𠮷" * 50)], "予定", NOW)
    assert max(map(len, data.split(b"\r\n"))) in (73, 74, 75)
    assert read(data)[0]["SUMMARY"] == "図" * 200 + "𠮷" * 50


def test_the_same_days_make_the_same_file_and_another_time_changes_the_stamp_alone(tmp_path: Path) -> None:
    events = [Event("a", date(2026, 12, 1), "一つ")]
    ics.write(tmp_path / "a.ics", events, "予定", NOW)
    assert (tmp_path / "a.ics").read_bytes() == ics.to_bytes(events, "予定", NOW)
    later = ics.to_bytes(events, "予定", NOW + timedelta(hours=1)).splitlines()
    differing = [line for line in later if line not in ics.to_bytes(events, "予定", NOW).splitlines()]
    assert differing == [b"DTSTAMP:20261127T233000Z"]


def test_where_nothing_can_be_written_it_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(PaperError):
        ics.write(tmp_path / "ない" / "a.ics", [], "予定", NOW)
    assert list(tmp_path.iterdir()) == []


def test_nothing_but_such_a_file_is_written_over(tmp_path: Path) -> None:
    ours, other = tmp_path / "a.ics", tmp_path / "台帳.mamori"
    ics.write(ours, [], "予定", NOW)
    ics.write(ours, [Event("a", date(2026, 12, 1), "一つ")], "予定", NOW)
    assert len(read(ours.read_bytes())) == 1
    other.write_bytes(b"SQLite format 3")
    with pytest.raises(PaperError, match="上書きしませんでした"):
        ics.write(other, [], "予定", NOW)
    assert other.read_bytes() == b"SQLite format 3"
