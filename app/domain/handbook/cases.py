"""事例: companies that did something, and incidents that something might have stopped, found by measure, route or purpose."""

from app.domain.handbook.library import Case, Library
from app.domain.words import CaseKind, Purpose, Route


def matching(
    library: Library,
    *,
    measure: str = "",
    trade: str = "",
    route: Route | None = None,
    purpose: Purpose | None = None,
) -> list[Case]:
    """The cases to which everything asked for applies: companies first, then incidents, the newest first."""
    found = [
        case
        for case in library.cases.values()
        if (not measure or measure in case.measures)
        and (not trade or trade == case.trade)
        and (route is None or route in case.routes)
        and (purpose is None or purpose in case.purposes)
    ]
    return sorted(found, key=lambda case: (case.kind is CaseKind.INCIDENT, -case.year, case.id))
