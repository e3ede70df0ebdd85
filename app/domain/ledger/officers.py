"""Who acts for the company: its officers, and among them whoever represents it.

An officer is not under the work rules, and whoever represents the company cannot promise anything to it with the same hand
(会社法第356条 asks for the consent of the others). The ledger says who is an officer by 雇い方, else by the title.
"""

import re

from app.domain.folding import name_key
from app.domain.ledger.company import Company
from app.domain.ledger.records import Person

OFFICER = "役員"
_TITLE = re.compile(r"代表|取締役|監査役|会計参与|執行役(?!員)|理事|^(社長|会長|専務|常務)$")


def is_officer(person: Person) -> bool:
    """Whether this person serves as an officer: what 雇い方 says counts, the title where that is empty."""
    return person.employment == OFFICER if person.employment else bool(_TITLE.search(person.title))


def is_representative(company: Company, person: Person) -> bool:
    """Whether this person signs for the company. Of namesakes it is the officer; an employee with that name is not."""
    name = name_key(company.profile.representative)
    if not name or name_key(person.name) != name or (person.employment and person.employment != OFFICER):
        return False
    namesakes = [one for one in company.people.values() if name_key(one.name) == name]
    return len(namesakes) == 1 or is_officer(person)
