"""The owner's own ledger as sections for search."""

from collections.abc import Iterator

from app.domain.columns import asset as asset_fields
from app.domain.ledger import asset_names
from app.domain.ledger.company import Company
from app.domain.ledger.records import Disclosure
from app.domain.search.section import HEADING, LEAD, TEXT, TITLE, Section

FIELDS = ("kind", "places", "readers", "keeper", "partner", "contract", "note")


def sections(company: Company) -> Iterator[Section]:
    """Assets, people, partners, and what is with whom; `link` is the page and what to show there."""
    for asset in company.listed:
        link = f"inventory:{asset.id}"
        yield Section("ledger", link, asset.name, asset.name, TITLE)
        for key in FIELDS:
            if words := asset_fields.BY_KEY[key].text(company, asset):
                yield Section("ledger", link, asset.name, words, HEADING if key == "kind" else TEXT)
        if (decision := company.decisions.get(asset.id)) and decision.reason:
            yield Section("ledger", link, asset.name, decision.reason, LEAD)
    for person in company.people.values():
        link = "ledger:people"
        yield Section("ledger", f"{link}#{person.id}", person.name, person.name, TITLE)
        for words in filter(None, (person.title, person.previous)):
            yield Section("ledger", f"{link}#{person.id}", person.name, words, TEXT)
    for partner in company.partners.values():
        link = f"ledger:partners#{partner.id}"
        yield Section("ledger", link, partner.name, partner.name, TITLE)
        if partner.note:
            yield Section("ledger", link, partner.name, partner.note, TEXT)
    for row in company.disclosures.values():
        link, title = f"ledger:disclosures#{row.id}", _handed_over(company, row)
        yield Section("ledger", link, title, title, TITLE)
        for words in filter(None, (row.form, row.agreement, row.note)):
            yield Section("ledger", link, title, words, TEXT)


def _handed_over(company: Company, row: Disclosure) -> str:
    """「金型図面 → 有限会社ほくと金型」."""
    partner = company.partners.get(row.partner)
    return f"{asset_names.label(company, row.asset)} → {partner.name if partner else '相手は空欄'}"
