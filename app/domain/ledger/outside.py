"""社外に渡してあるもの: what of ours is with whom, since when, to be back when, and under which promise."""

from app.domain import dates
from app.domain.ledger.agreements import Promise, promises, still_out
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Disclosure
from app.domain.value import Value


class Out(Value):
    """One thing that was handed over. `promise` is the partner's, None while nobody is named."""

    row: Disclosure
    asset: Asset
    promise: Promise | None
    there: bool
    overdue: bool

    @property
    def partner(self) -> str:
        """With whom it is, by name; "" when that is not written down."""
        return self.promise.partner.name if self.promise else ""

    @property
    def open(self) -> bool:
        """Whether it is there and something is to be seen to: it should be back, or no promise holds."""
        return self.there and (self.overdue or self.promise is None or not self.promise.standing.good)


def handed_over(company: Company) -> list[Out]:
    """Everything that was ever handed over: what is still there first, each in the owner's order."""
    known = {promise.partner.id: promise for promise in promises(company)}
    rows = sorted(company.disclosures.values(), key=lambda row: (row.position, row.id))
    found = [
        Out(row, company.assets[row.asset], known.get(row.partner), still_out(company, row), is_overdue(company, row))
        for row in rows
        if row.asset in company.assets
    ]
    return [*(one for one in found if one.there), *(one for one in found if not one.there)]


def is_overdue(company: Company, row: Disclosure) -> bool:
    """Whether it should have been back before the day."""
    return still_out(company, row) and bool(row.return_by) and row.return_by < company.day


def with_whom(company: Company, row: Disclosure) -> str:
    """「南金属工業（令和8年4月1日から、返却は令和9年3月31日まで）」."""
    partner = company.partners.get(row.partner)
    since = f"{_day(company, row.since)}から" if row.since else ""
    times = "、".join(filter(None, (since, back(company, row))))
    return f"{partner.name if partner else '相手は空欄'}（{times}）"


def back(company: Company, row: Disclosure) -> str:
    """When it is to be back, or when it came back, in words."""
    if not still_out(company, row):
        return f"{_day(company, row.returned)}に返りました"
    if is_overdue(company, row):
        return f"返してもらう日（{_day(company, row.return_by)}）を過ぎています"
    return f"返却は{_day(company, row.return_by)}まで" if row.return_by else "返してもらう日は書いてありません"


def _day(company: Company, iso: str) -> str:
    return dates.written(iso, company.profile.western_dates)
