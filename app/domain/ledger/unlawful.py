"""Whether an asset may be treated as a secret at all. What tells of something against the law is no trade secret worth protecting,
and a promise to keep quiet about it must never come out of this program (不正競争防止法 2条6項の有用性、公益通報者保護法).

Every asset can be asked 「法律違反や通報に当たる内容がある？」. Where nobody has answered, a word in its name, kind or note raises the
question by itself. Until the answer is 「ない」 no level is suggested, and no paper names the asset.
"""

from collections.abc import Callable, Iterator
from itertools import compress
from operator import not_
from typing import TypeVar

from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.ledger.tell_tale import tell_tale
from app.domain.words import YesNo

T = TypeVar("T")
CHECK_FIRST = "先に確かめます"
"""How a row in a list on the screen says that it is held back."""
QUESTION = "法律違反や通報に当たる内容がある？"


def held_back(company: Company, asset: Asset) -> bool:
    """Whether the asset is kept out of every level, pledge, list and evidence: 「ある」, 「分からない」, or asked by its own words."""
    return company.of(asset.id, held_back_here) if asset.id in company.assets else held_back_here(company, asset)


def asked(asset: Asset) -> bool:
    """Whether the question stands open: raised by a word, and not answered."""
    return asset.unlawful is None and bool(tell_tale(asset))


def held_back_here(_: Company, asset: Asset) -> bool:
    """The same, to be remembered of every asset."""
    return asset.unlawful in (YesNo.YES, YesNo.UNKNOWN) or asked(asset)


def named_on_paper(company: Company) -> list[Asset]:
    """The assets that a paper may name, in the owner's order."""
    return list(each_on_paper(company, _itself))


def each_on_paper(company: Company, work: Callable[[Company, Asset], T]) -> Iterator[T]:
    """What `work` makes of each asset that a paper may name. Every list in a paper takes its assets from here."""
    return compress(company.of_every(work), map(not_, company.of_every(held_back_here)))


def _itself(_: Company, asset: Asset) -> Asset:
    return asset
