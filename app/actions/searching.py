"""さがす: the handbook, the forms and the owner's own ledger at once."""

from app import paths
from app.content import forms, library, search
from app.desk import Desk
from app.domain.addresses import Address
from app.domain.search.hit import Found, Hit


def find(desk: Desk, query: str) -> Found:
    """Everything that fits, the best first; of equal ones, the owner's own first."""
    return desk.finder.find(query)


def find_in_texts(query: str) -> Found:
    """The same in the bundled texts alone, where there is no ledger."""
    texts = search.sections(paths.CONTENT, library.load(paths.CONTENT), forms.load(paths.FORMS))
    return search.finder(paths.SEARCH, texts).find(query)


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
