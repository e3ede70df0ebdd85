"""さがす: the handbook, the forms and the owner's own ledger at once."""

from app import paths
from app.content import forms, library, search
from app.desk import Desk
from app.domain.addresses import Address
from app.domain.search.finder import KINDS, Finder, Hit


def find(desk: Desk, query: str) -> list[Hit]:
    """Everything that fits, the best first; of equal ones, the owner's own first."""
    order = {kind: n for n, kind in enumerate(KINDS)}
    hits = [*desk.ledger_finder.find(query), *desk.finder.find(query)]
    return sorted(hits, key=lambda hit: (-hit.score, order.get(hit.kind, len(order)), hit.title))


def find_in_texts(query: str) -> list[Hit]:
    """The same in the bundled texts alone, where there is no ledger."""
    sections = search.sections(paths.CONTENT, library.load(paths.CONTENT), forms.load(paths.FORMS))
    return Finder(sections, search.spellings(paths.SEARCH)).find(query)


def place(hit: Hit) -> Address:
    """The page that opens a hit, and what it should show there."""
    kind, _, entry = hit.link.partition(":")
    if hit.kind == "ledger":
        return Address(kind, entry.partition("#")[0])
    if kind == "forms":
        return Address("papers", entry)
    if kind in ("cases", "worries"):
        return Address(kind, entry)
    return Address("guide", hit.link)
