"""Days as a file that every calendar reads (iCalendar, RFC 5545): whole days only, each with an id that stays the same, so that a file
read in again moves what it brought before and doubles nothing.

Written by hand: of the format we need four rules (escaping, lines of at most 75 octets, CRLF, UTF-8), and the library would bring
time zones and its own parser along for days that have neither.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.documents.files import SAFE, write_atomically
from app.documents.writer import differs
from app.domain.plain_text import clean
from app.errors import PaperError

LONGEST = 75
"""Octets of a line, without its end."""
BEGIN = "BEGIN:VCALENDAR"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(frozen=True)
class Event:
    """A whole day. `id` is the same each time the file is written."""

    id: str
    day: date
    summary: str


def to_bytes(events: Iterable[Event], name: str, now: datetime) -> bytes:
    """The file; `name` is what the calendar is called."""
    lines = (line for content in _lines(events, name, now) for line in _folded(content))
    return b"".join(line + b"\r\n" for line in lines)


def write(path: Path, events: Iterable[Event], name: str, now: datetime) -> None:
    """Write the file, and read it back before it takes its place; nothing but such a file is written over. Raises PaperError."""
    if path.is_file() and not _is_calendar(path):
        what = f"「{path.name}」は予定のファイルではないので、上書きしませんでした。"
        raise PaperError(what, SAFE, "名前の終わりが .ics の、別の名前を付けてください。")
    data = to_bytes(events, name, now)

    def same(written: bytes) -> None:
        if written != data:
            raise differs(path.name, name)

    write_atomically(path, data, same)


def _is_calendar(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(BEGIN)) == BEGIN.encode()
    except OSError:
        return False


def _lines(events: Iterable[Event], name: str, now: datetime) -> Iterator[str]:
    yield from (BEGIN, "VERSION:2.0", "PRODID:-//Mamoricho//JA", "CALSCALE:GREGORIAN")
    yield f"X-WR-CALNAME:{_escaped(name)}"
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for event in events:
        yield from ("BEGIN:VEVENT", f"UID:{_escaped(event.id)}", f"DTSTAMP:{stamp}")
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
        yield from (f"SUMMARY:{_escaped(event.summary)}", "TRANSP:TRANSPARENT", "END:VEVENT")
    yield "END:VCALENDAR"


def _escaped(text: str) -> str:
    return clean(text).translate(_ESCAPED)


def _folded(line: str) -> Iterator[bytes]:
    """A long line goes on after a blank; no character is cut in half."""
    piece = b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(piece) + len(octets) > LONGEST:
            yield piece
            piece = b" "
        piece += octets
    yield piece
