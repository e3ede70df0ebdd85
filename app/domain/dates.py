"""Dates as papers show them: 和暦 (令和8年11月17日, 令和元年) or 西暦 (2026年11月17日).

The ledger keeps ISO strings. What is not an ISO date is shown as it was typed: a paper never guesses. Years before 1873, when
Japan took up today's calendar, are written in 西暦, because the old months and days do not correspond.
"""

import re
import unicodedata
from datetime import date

ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1873, 1, 1), "明治"),
)
_FIRST_YEAR = {"明治": 1868}
_TYPED = re.compile(
    r"(?:(令和|平成|昭和|R|H|S)\s*)?(\d{1,4}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.IGNORECASE
)
_LETTERS = {"R": "令和", "H": "平成", "S": "昭和"}


def written(iso: str, western: bool = False) -> str:
    """An ISO date as a paper shows it; anything else as typed."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    if day.isoformat() != iso:
        return iso
    return f"{year(day, western)}{day.month}月{day.day}日"


def year(day: date, western: bool = False) -> str:
    """「令和8年」, 「令和元年」 or 「2026年」."""
    name, number = era(day)
    if western or not name:
        return f"{day.year}年"
    return f"{name}{'元' if number == 1 else number}年"


def era(day: date) -> tuple[str, int]:
    """元号 and its year; ("", the western year) before 1873."""
    for first, name in ERAS:
        if day >= first:
            return name, day.year - _FIRST_YEAR.get(name, first.year) + 1
    return "", day.year


def to_fill_in(today: date, western: bool = False) -> str:
    """A date to be written by hand beside a signature."""
    name = "" if western else era(today)[0]
    return f"{name or '　　'}　　年　　月　　日"


def read(typed: str) -> str:
    """A typed date (2026/11/17, 令和8年11月17日, R8.11.17, wide digits too) as ISO; "" for what is not a date."""
    match = _TYPED.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    if match is None:
        return ""
    name, number, month, day = match.groups()
    first = next((start.year for start, era_name in ERAS if era_name == _LETTERS.get((name or "").upper(), name)), 1)
    counted = 1 if number == "元" else int(number)
    if bool(name) == (counted >= 1000):
        return ""
    try:
        return date(first + counted - 1, int(month), int(day)).isoformat()
    except ValueError:
        return ""
