"""Dates as papers show them: 和暦 (令和8年11月17日, 令和元年) or 西暦 (2026年11月17日).

The ledger keeps ISO strings. What is not an ISO date is shown as it was typed: a paper never guesses. Years before 1873, when
Japan took up today's calendar, are written in 西暦, because the old months and days do not correspond.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date

ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1873, 1, 1), "明治"),
)
_FIRST_YEAR = {"明治": 1868}
_ERA = {letter: name for _, name in ERAS for letter in (name, name[0])} | dict(
    zip("RHSTM", (name for _, name in ERAS), strict=True)
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?P<era>{'|'.join(_ERA)})?\s*(?P<year>\d{{1,4}}|元)\s*[-/.,、・年\s]\s*"
    r"(?P<month>\d{1,2})\s*[-/.,、・月\s]\s*(?P<day>\d{1,2})(?:\s*日)?"
)
_COMPACT = re.compile(r"(?P<year>[12]\d{3})(?P<month>\d\d)(?P<day>\d\d)")
_WEEKDAY = re.compile(
    r"\s*[(\[〔〈<【]?\s*(?:[月火水木金土日]曜日?|(?<=[(\[〔〈<【\s])[月火水木金土日]|MON|TUE|WED|THU|FRI|SAT|SUN)"
    r"(?:[・/,]?祝日?)?\s*[)\]〕〉>】]?"
)
_TIME = re.compile(
    r"(?:\s+|T|(?<=日))(?:午前|午後|[AP]M)?\s*\d{1,2}(?::\d\d){1,2}(?:\.\d+)?\s*(?:[AP]M|Z|[+-]\d\d:?\d\d)?"
    r"|\s*(?:午前|午後)?\s*\d{1,2}時(?:半|\d{1,2}分(?:\d{1,2}秒)?)?"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))
_KANJI = re.compile(r"[〇一二三四五六七八九十]+(?=\s*[年月日])")
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


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


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, monthrange(day.year + years, month + 1)[1]))


def to_fill_in(today: date, western: bool = False) -> str:
    """A date to be written by hand beside a signature."""
    name = "" if western else era(today)[0]
    return f"{name or '　　'}　　年　　月　　日"


def read(typed: str) -> str:
    """A typed date as ISO, "" for what is not a date.

    2026/11/17, 令和8年11月17日, 令8.11.17, R8-11-17, 令和八年…, 20261117; in wide letters too; a weekday and a time of day are passed over.
    Two figures of a year without an era say nothing: nobody guesses the century.
    """
    match = _matched(_plain(typed))
    if match is None:
        return ""
    found = match.groupdict()
    name = _ERA.get(found.get("era") or "", "")
    counted = 1 if found["year"] == "元" else int(found["year"])
    if (found["year"] == "元" and not name) or bool(name) == (counted >= 1000) or not counted:
        return ""
    first = next((_FIRST_YEAR.get(name, start.year) for start, era_name in ERAS if era_name == name), 1)
    try:
        day = date(first + counted - 1, int(found["month"]), int(found["day"]))
    except ValueError:
        return ""
    return day.isoformat() if day >= ERAS[-1][0] else ""


def _matched(plain: str) -> "re.Match[str] | None":
    """Year, month and day, with nothing behind them but a weekday and a time of day."""
    for pattern in (_YEAR_MONTH_DAY, _COMPACT):
        match = pattern.match(plain)
        if match is None:
            continue
        at = match.end()
        for passed_over in (_WEEKDAY, _TIME):
            if skipped := passed_over.match(plain, at):
                at = skipped.end()
        if at == len(plain):
            return match
    return None


def _plain(typed: str) -> str:
    """In narrow capital letters, one kind of dash, figures instead of 八 and 十七."""
    plain = unicodedata.normalize("NFKC", typed).strip().upper()
    plain = _KANJI.sub(lambda match: str(_number(match[0])), plain)
    return plain.translate(_DASHES)


def _number(kanji: str) -> int:
    """二〇二六, 十一 or 三十 as a number."""
    tens, ten, ones = kanji.partition("十")
    if not ten:
        return int("".join(str(_DIGITS[digit]) for digit in kanji))
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
