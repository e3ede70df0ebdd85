"""Where a value that a paper needs is written: the page and what to show there."""

PLACES: dict[str, tuple[str, str]] = {
    "company": ("ledger", "basics"),
    "address": ("ledger", "basics"),
    "phone": ("ledger", "basics"),
    "trade": ("ledger", "basics"),
    "representative": ("ledger", "basics"),
    "representative-title": ("ledger", "basics"),
    "chief": ("structure", "chief"),
    "chief-title": ("ledger", "people"),
    "keeper-top-secret": ("structure", "keeper:top_secret"),
    "keeper-secret": ("structure", "keeper:secret"),
    "keeper-internal": ("structure", "keeper:internal"),
    "secretariat": ("structure", "secretariat"),
    "inspector": ("structure", "inspector"),
    "hotline": ("structure", "hotline"),
    "hotline-phone": ("structure", "hotline"),
    "emergency": ("structure", "emergency:day"),
    "emergency-phone": ("structure", "emergency:day"),
    "emergency-night": ("structure", "emergency:night"),
    "emergency-night-phone": ("structure", "emergency:night"),
    "partner": ("ledger", "partners"),
    "partner-address": ("ledger", "partners"),
    "partner-representative": ("ledger", "partners"),
    "partner-representative-title": ("ledger", "partners"),
    "partner-nda": ("ledger", "partners"),
    "person": ("ledger", "people"),
    "person-department": ("ledger", "people"),
    "person-joined": ("ledger", "people"),
    "person-left": ("ledger", "people"),
}
"""By the name of the value (forms/README.md): the page, and what it should show."""

NAMES = {"ledger": "台帳と設定", "structure": "X 社内体制"}
