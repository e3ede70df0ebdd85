"""Where a value that a paper needs is written: the page and what to show there."""

from app.domain.addresses import Address

PLACES: dict[str, Address] = {
    "company": Address("ledger", "basics"),
    "address": Address("ledger", "basics"),
    "phone": Address("ledger", "basics"),
    "trade": Address("ledger", "basics"),
    "representative": Address("ledger", "basics"),
    "representative-title": Address("ledger", "basics"),
    "chief": Address("structure", "chief"),
    "chief-title": Address("ledger", "people"),
    "keeper-top-secret": Address("structure", "keeper:top_secret"),
    "keeper-secret": Address("structure", "keeper:secret"),
    "keeper-internal": Address("structure", "keeper:internal"),
    "secretariat": Address("structure", "secretariat"),
    "inspector": Address("structure", "inspector"),
    "hotline": Address("structure", "hotline"),
    "hotline-phone": Address("structure", "hotline"),
    "emergency": Address("structure", "emergency:day"),
    "emergency-phone": Address("structure", "emergency:day"),
    "emergency-night": Address("structure", "emergency:night"),
    "emergency-night-phone": Address("structure", "emergency:night"),
    "partner": Address("ledger", "partners"),
    "partner-address": Address("ledger", "partners"),
    "partner-representative": Address("ledger", "partners"),
    "partner-representative-title": Address("ledger", "partners"),
    "partner-nda": Address("ledger", "partners"),
    "person": Address("ledger", "people"),
    "person-department": Address("ledger", "people"),
    "person-joined": Address("ledger", "people"),
    "person-left": Address("ledger", "people"),
}
"""By the name of the value (forms/README.md): the page, and what it should show."""

NAMES = {"ledger": "台帳と設定", "structure": "X 社内体制"}
