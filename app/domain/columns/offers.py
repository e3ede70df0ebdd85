"""What a column of the asset ledger offers to choose from; anything else may still be typed where the column is not closed."""

from itertools import combinations

from app.domain.columns.asset import BY_KEY
from app.domain.ledger.company import Company
from app.domain.ledger.people import label
from app.domain.words import Medium


def offers(company: Company, key: str) -> tuple[str, ...]:
    """The words to offer, most likely first."""
    departments = sorted(company.departments.values(), key=lambda row: (row.position, row.id))
    people = tuple(label(company, person.id) for person in company.staff)
    match key:
        case "department":
            return tuple(department.name for department in departments)
        case "keeper":
            return people
        case "partner":
            return tuple(partner.name for partner in company.partners.values())
        case "readers":
            titles = tuple(dict.fromkeys(person.title for person in company.staff if person.title))
            return (*(department.name for department in departments), *titles, *people, "全員")
        case "media":
            labels = [medium.label for medium in Medium]
            return (*labels, *("・".join(pair) for pair in combinations(labels, 2)))
        case _:
            return BY_KEY[key].options
