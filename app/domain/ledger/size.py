"""How large a firm is: few people share few seats, and fewer than ten workers need no 就業規則 (労働基準法第89条).

Who works here is counted as the law counts: officers are not workers of the company, and people sent by an agency count where
they are employed. A ledger that lists nobody yet says nothing about the size.
"""

from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_officer, is_representative
from app.domain.words import Circumstance

TEN = 10
"""From so many on, work rules are written and filed, and seats are spread."""
AGENCY = "派遣"
WORK_RULES = "work-rules"
"""The form that is part of the work rules: a company that made it final has some."""
SMALL, CONTRACTS = OF_FIRM = ("firm:small", "firm:contracts")
"""The tags of papers: fewer than ten work here; no work rules, so that duties rest on each labour contract."""
SHOWN_BY = ("profile", "people", "issues")
"""The kinds of records that say so."""


def workers(company: Company) -> int:
    """Those who work here and count for 労働基準法第89条."""
    return sum(
        person.employment != AGENCY and not is_officer(person) and not is_representative(company, person)
        for person in company.staff
    )


def is_small(company: Company) -> bool:
    """Whether somebody is listed and fewer than ten of them are workers."""
    return bool(company.staff) and workers(company) < TEN


def of_firm(company: Company) -> list[str]:
    """The tags that hold of the company."""
    return [tag for tag, holds in ((SMALL, is_small(company)), (CONTRACTS, on_contracts(company))) if holds]


def on_contracts(company: Company) -> bool:
    """Whether duties rest on each labour contract, because there are no work rules."""
    has_rules = Circumstance.WORK_RULES in company.profile.circumstances or any(
        issue.form == WORK_RULES for issue in company.issues.values()
    )
    return is_small(company) and not has_rules
