"""B 秘密の決定: one asset after another — what is known of it in a line, what is about to be decided, which comes next."""

from dataclasses import dataclass

from app.domain import dates
from app.domain.advice.progress import undecided
from app.domain.columns import asset as asset_fields
from app.domain.ledger import places
from app.domain.ledger.company import Company
from app.domain.ledger.readers import open_to_all, people_who
from app.domain.ledger.records import Asset, Decision
from app.domain.words import Level, Owner


@dataclass(frozen=True)
class Draft:
    """What the owner is about to decide; nothing is written until they say so."""

    level: Level | None = None
    reason: str = ""
    by: str = ""


def draft_of(company: Company, asset: str) -> Draft:
    """The decision as it stands, or an empty one in the name of whoever makes the entries."""
    decision = company.decisions.get(asset)
    if decision is None:
        return Draft(by=company.profile.author)
    return Draft(decision.level, decision.reason, decision.by)


def facts(company: Company, asset: Asset) -> list[str]:
    """What the ledger says of an asset, shortest first: department, media, places, readers, whose it is."""
    department = asset_fields.BY_KEY["department"].text(company, asset)
    readers = len(people_who(company, asset.id))
    whose = "預かったもの" if asset.owner is Owner.ENTRUSTED else "自社のもの"
    seen = "見てよい人 全員" if open_to_all(company, asset.id) else f"見てよい人 {readers}人" if readers else ""
    line = (department, places.media_text(company, asset), places.places_text(company, asset), seen, whose)
    return [fact for fact in line if fact]


def stands(company: Company, decision: Decision) -> str:
    """「令和8年11月17日に「秘」と決めました（湊 誠一）。」: the decision as it stands."""
    day = dates.written(decision.on, company.profile.western_dates)
    by = f"（{decision.by}）" if decision.by else ""
    return f"{day}{'に' if day else ''}「{company.level_name(decision.level)}」と決めました{by}。"


def next_undecided(company: Company, after: str = "") -> str:
    """The next asset without a decision in the owner's order, beginning again at the top; "" when all are decided."""
    behind = company.order.index(after) + 1 if after in company.assets else 0
    turned = company.order[behind:] + company.order[:behind]
    waiting = set(undecided(company)) - {after}
    return next((asset for asset in turned if asset in waiting), "")


def neighbour(company: Company, asset: str, steps: int) -> str:
    """The asset before or after this one in the owner's order; "" past the end."""
    there = company.order.index(asset) + steps if asset in company.assets else 0
    return company.order[there] if 0 <= there < len(company.order) else ""


def levels_offered(company: Company) -> list[Level]:
    """The levels that this company uses, highest first, and 一般."""
    return [*sorted(company.profile.levels, key=lambda level: -level.rank), Level.OPEN]
