"""気になる所: all that contradicts itself in the company, and which issued papers say something else than the ledger today."""

from app.actions.papers import issue
from app.desk import Desk
from app.domain.advice.contradictions import Contradiction, Kind
from app.domain.advice.xrays import Xray, told, xrays
from app.domain.slices import Done, Work, finished


def found(desk: Desk) -> list[Xray]:
    """Everything, the most pressing first."""
    return [*in_the_ledger(desk), *finished(out_of_date(desk))]


def in_the_ledger(desk: Desk) -> list[Xray]:
    """What the ledger shows by itself: quick, and remembered from one edit to the next."""
    return xrays(desk.company, desk.library)


def out_of_date(desk: Desk) -> Work[list[Xray]]:
    """Papers of the company itself that would read differently if they were issued today; each is composed anew, so in slices.

    Papers for one person or partner are looked at on 書類: a leaver's pledge says what was true on that day.
    """
    old, issued = [], sorted(_issued(desk))
    for number, form in enumerate(issued, 1):
        if issue.stale(desk, form):
            old.append(told(desk.company, desk.library, Contradiction(Kind.STALE_PAPER, form)))
        yield Done(number, len(issued))
    return old


def _issued(desk: Desk) -> set[str]:
    return {one.form for one in desk.company.issues.values() if not one.subject and one.form in desk.forms}
