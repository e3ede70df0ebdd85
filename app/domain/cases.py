"""事例: the companies of the case book, found by what they did."""

from app.domain.library import Case, Library
from app.domain.words import Purpose, Route


def matching(
    library: Library, *, measure: str = "", route: Route | None = None, purpose: Purpose | None = None
) -> list[Case]:
    """The cases to which everything asked for applies; all of them where nothing is."""
    return [
        case
        for case in library.cases.values()
        if (not measure or measure in case.measures)
        and (route is None or route in case.routes)
        and (purpose is None or purpose in case.purposes)
    ]
