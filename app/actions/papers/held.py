"""What is held back from papers, by name: for versions that were issued before anybody knew.

A row of an issued paper bears no id, so what must not be handed on is known by what it is called, or was once called.
"""

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.desk import Desk
from app.documents.revision.unnamed import name_any
from app.domain.forms.form import Form
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.ledger.unlawful import held_back_here
from app.errors import ImportRefused


def names_now(company: Company) -> frozenset[str]:
    """What is held back today, as it is called today."""
    return frozenset(company.assets[asset].name for asset in company.those(held_back_here)) - {""}


def names_ever(desk: Desk) -> frozenset[str]:
    """Every name that it ever bore, and those of what was taken out of the ledger while it was held back. Raises LedgerError."""
    names: dict[str, set[str]] = {}
    last: dict[str, Asset] = {}
    for entry in desk.history():
        for delta in entry.deltas if f'"{Asset.KIND}"' in entry.payload else ():
            for asset in (delta.before, delta.after):
                if isinstance(asset, Asset):
                    names.setdefault(asset.id, set()).add(asset.name)
                    last[asset.id] = asset
    held = (names[asset.id] for asset in last.values() if held_back_here(desk.company, asset))
    return frozenset().union(*held, names_now(desk.company)) - {""}


def subjects_to_make_anew(desk: Desk, form: Form) -> list[str]:
    """For whom the last version of a paper names what is held back today."""
    names = names_now(desk.company)
    issued = {one.subject for one in desk.company.issues.values() if one.form == form.id} if names else set()
    offered = papers.subjects(desk, form) if issued else []
    return [who for who, _ in offered if who in issued and _names(desk, form.id, who, names)]


def _names(desk: Desk, form: str, subject: str, names: frozenset[str]) -> bool:
    last = issuing.latest(desk.company, form, subject)
    try:
        return last is not None and name_any(issuing.document_of(desk, last), names)
    except ImportRefused:  # nothing is known of what it says
        return False
