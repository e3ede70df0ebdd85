"""What has become of the papers: which are made, which are printed, and who has signed."""

from app.domain.ledger.company import Company
from app.domain.ledger.records import Signature


def made(company: Company) -> set[str]:
    """Forms of which a paper has been made final, saved or printed."""
    return {one.form for one in company.issues.values()} | {one.form for one in company.outputs.values()}


def printed(company: Company) -> set[str]:
    """Forms of which a paper has been printed."""
    return {one.form for one in company.outputs.values() if one.how == "print"}


def in_force(company: Company) -> dict[tuple[str, str], Signature]:
    """The signature that counts, by form and person or partner: the newest, unless it takes the one before it back."""
    newest = {(one.form, one.subject): one for one in company.signatures.values()}
    return {key: one for key, one in newest.items() if one.on}


def signed_by(company: Company, form: str) -> set[str]:
    """Whose signature on a paper counts."""
    return {subject for signed, subject in in_force(company) if signed == form}
