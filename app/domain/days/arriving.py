"""Somebody joins, or has joined lately: their word about our secrets, and about those of the employer before.

Ninety days before and after the first day; for whoever comes from elsewhere also the scene of Y, and a talk after three months.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.addresses import Address
from app.domain.advice.exposure import RECENT
from app.domain.days.due import Due, Kind, in_time, real, ticked
from app.domain.ledger import outputs
from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_representative
from app.domain.ledger.people import label
from app.domain.ledger.records import Person
from app.domain.naming import short

BEFOREHAND = timedelta(days=14)
"""How long before the first day what is asked of somebody from elsewhere is made ready."""


def hires(company: Company) -> Iterator[Due]:
    """What is to be done for each."""
    for person in sorted(company.people.values(), key=lambda one: (one.position, one.id)):
        first = real(person.joined)
        near = first is not None and company.on - RECENT <= first <= company.on + RECENT
        if first and near and not (person.left and person.left < company.day):
            yield from _steps(company, person, first)


def _steps(company: Company, person: Person, first: date) -> Iterator[Due]:
    name, before = label(company, person.id), short(person.previous)

    def due(which: str, day: date, text: str, to: Address, brief: str, signed: str = "") -> Due:
        key = f"hire:{person.id}:{which}"
        done = (bool(signed) and person.id in outputs.signed_by(company, signed)) or ticked(company, key)
        return Due(key, Kind.HIRE, in_time(company, day), text, to, f"{name}さんの入社：{brief}", "", done, not signed)

    if before:
        told = f"{name}さん（前は{before}）に、前の会社の秘密は要らないと伝え、約束の有無を確かめます。"
        yield due(
            "scene", first - BEFOREHAND, told, Address("others", "steps:y-new-hires"), "前の会社との約束を確かめる"
        )
        told = f"{name}さんに、前の会社の秘密を持ち込まない約束の署名をもらいます。"
        to = Address("papers", f"incoming-hire@{person.id}")
        yield due("paper", first, told, to, "前の会社の秘密を持ち込まない約束", "incoming-hire")
        told = f"{name}さんと三か月の面談をします。前の会社の資料や手紙で困っていないかを聞きます。"
        yield due("talk", first + RECENT, told, Address("others", "steps:y-after-joining"), "三か月の面談")
    if not is_representative(company, person):
        told = f"{name}さんに入社時の誓約書の署名をもらい、入った日の教育をします。"
        to = Address("papers", f"joining-pledge@{person.id}")
        yield due("pledge", first, told, to, "誓約書と教育", "joining-pledge")
