"""What to do today, after the first half hour: three papers, three signs, and the next steps of the plan."""

from collections.abc import Mapping

from app.domain.advice.recommendation import Advice, chosen
from app.domain.handbook.library import Library, Measure, starters
from app.domain.ledger.company import Company

PAPERS = ("joining-pledge", "information-rules", "asset-register")
FEW = 3


def signs(company: Company, library: Library, advice: Mapping[str, Advice]) -> list[Measure]:
    """Three measures that have words to put up: in force, then of the plan in its order, then of the starter set."""
    kept = [library.measures[one] for one in chosen(company) if one in library.measures]
    planned = sorted((item for item in advice.values() if item.suggested), key=lambda item: item.order)
    order = [*kept, *(library.measures[item.measure] for item in planned), *starters(library)]
    return list({measure.id: measure for measure in order if measure.poster}.values())[:FEW]


def steps(library: Library, advice: Mapping[str, Advice]) -> list[Measure]:
    """The first steps of the plan."""
    planned = sorted((item for item in advice.values() if item.suggested), key=lambda item: item.order)
    return [library.measures[item.measure] for item in planned[:FEW]]
