"""Something to be done by a day, whatever set it off: a last day, the end of a promise, a choice, the month of the year.

Whether it is done the ledger shows by itself where it can (a signature, an end of access). What only the owner can know, such as that
the keys are back, is ticked by hand: an answer of its own key, so that it has its day, its place in the history and its undo.
"""

from datetime import date

from app.domain.addresses import Address
from app.domain.ledger.company import Company
from app.domain.value import Value
from app.domain.words import Word

TICK = "done:"
"""What stands before a key in the id of the answer that ticks it; the answer's value is the day on which it was done."""
WEEKDAYS = "月火水木金土日"


class Kind(Word):
    """What set it off."""

    LEAVER = "leaver", "辞める人"
    HIRE = "hire", "入る人"
    EXPORT = "export", "海外に渡す前の確認"
    RESEARCH = "research", "共同開発の相手"
    RETURN = "return", "返してもらう日"
    AGREEMENT = "agreement", "秘密保持契約の終わり"
    CHOICE = "choice", "対策の期日"
    LATER = "later", "後でとした対策"
    REVIEW = "review", "区分の見直し"
    TRAINING = "training", "教育"
    YEAR = "year", "一年の予定"


class Due(Value):
    """`brief` says it without the name of any secret, for a wall and for other programs; `who` is whose work it is, by name or "".

    `by_hand` says that nothing in the ledger can show it done; `alarm` that it cannot wait.
    """

    key: str
    kind: Kind
    day: str
    text: str
    to: Address
    brief: str
    who: str = ""
    done: bool = False
    by_hand: bool = False
    alarm: bool = False


def in_time(company: Company, day: date) -> str:
    """A day of a plan that is counted back: what would lie behind us is to be done today."""
    return max(day, company.on).isoformat()


def ticked(company: Company, key: str) -> bool:
    """Whether the owner has said that this is done."""
    answer = company.answers.get(TICK + key)
    return answer is not None and bool(answer.value)


def said(company: Company, iso: str) -> str:
    """A day as one says it: 「今日」, 「12月5日（土）」, with its year where it is another one; 「3月31日を過ぎています」."""
    day = date.fromisoformat(iso)
    year = f"{day.year}年" if day.year != company.on.year else ""
    if day == company.on:
        return "今日"
    if day < company.on:
        return f"{year}{day.month}月{day.day}日を過ぎています"
    return f"{year}{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}）"


def real(iso: str) -> date | None:
    """The day that a date of the ledger means; None for "" and for what the owner wrote in words."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if day.isoformat() == iso else None
