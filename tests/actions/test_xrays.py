"""気になる所 of a real ledger: what was issued and reads differently today is among them."""

from datetime import datetime

from app.actions import xrays
from app.actions.papers import issue as issuing
from app.desk import Desk
from app.domain.advice.contradictions import Kind
from app.paper.writers import writers

NOW = datetime(2026, 11, 27, 9, 0).astimezone()


def stale(desk: Desk) -> list[str]:
    return [one.text for one in xrays.found(desk) if one.kind is Kind.STALE_PAPER]


def test_a_paper_that_was_issued_and_says_something_else_today_is_named(sample_desk: Desk, qapp: object) -> None:
    issuing.issue(sample_desk, "role-chart", "", NOW, writers(*issuing.FILES))
    assert stale(sample_desk) == []
    held = sample_desk.company.appointments["chief"]
    sample_desk.change("交代", [type(held)(id="chief", role="chief", person="")])
    (text,) = stale(sample_desk)
    assert "令和8年11月27日に確定した" in text and "今の台帳と違います" in text
    sample_desk.undo()
    assert stale(sample_desk) == []
