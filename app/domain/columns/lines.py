"""The asset ledger as lines of words: what a search looks through, a filter picks from and a sort goes by.

Words are worked out when they are asked for and kept until a row they come from changes; so ten thousand rows stay quick.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import is_not
from typing import TypeVar

from app.domain.columns.asset import BY_KEY, FIELDS
from app.domain.folding import natural, plain_fold
from app.domain.ledger.company import Company

Row = TypeVar("Row")


@dataclass(frozen=True)
class Wish:
    """What the owner wants to see: words searched for, one department, only rows with a guess; and in which order.

    `department` is an id, "" for rows without one, None for all. `by` is a column's key, "" for the owner's own order.
    """

    words: str = ""
    department: str | None = None
    guesses: bool = False
    by: str = ""
    down: bool = False

    @property
    def picks(self) -> bool:
        """Whether it leaves rows out."""
        return bool(self.words.strip()) or self.department is not None or self.guesses


class AssetLines:
    """The cells of every asset as words. `fold` makes words alike that a search does not tell apart."""

    def __init__(self, company: Company, fold: Callable[[str], str] = plain_fold) -> None:
        self.company = company
        self._fold = fold
        self._texts: dict[str, dict[str, str]] = {}
        self._folded: dict[str, str] = {}

    def text(self, asset: str, key: str) -> str:
        """One cell."""
        texts = self._texts.setdefault(asset, {})
        if key not in texts:
            texts[key] = BY_KEY[key].text(self.company, self.company.assets[asset])
        return texts[key]

    def arranged(self, wish: Wish) -> list[str]:
        """The ids of the rows that fit, in the wished order. Rows alike keep the owner's order; empty cells come last."""
        words = (
            self._fold(wish.words).split() if wish.words else []
        )  # the tables of spellings wait until somebody looks for something
        found = [
            asset.id
            for asset in self.company.listed
            if (wish.department is None or asset.department == wish.department)
            and (not wish.guesses or asset.guesses)
            and all(word in self._line(asset.id) for word in words)
        ]
        if not wish.by:
            return found
        keys = {asset: natural(self.text(asset, wish.by)) for asset in found}
        full = sorted((asset for asset in found if keys[asset]), key=keys.__getitem__, reverse=wish.down)
        return full + [asset for asset in found if not keys[asset]]

    def renew(self, company: Company) -> set[str]:
        """Take the company as it now is. Returns the assets whose cells may read differently."""
        old, self.company = self.company, company
        kinds = ("departments", "people", "partners")
        if any(getattr(old, kind) is not getattr(company, kind) for kind in kinds):
            self._texts.clear()
            self._folded.clear()
            return set(company.assets)
        touched = {asset.id for asset in _others(old.assets, company.assets)}
        touched |= {row.asset for row in _others(old.places, company.places)}
        touched |= {row.asset for row in _others(old.access, company.access)}
        for asset in touched:
            self._texts.pop(asset, None)
            self._folded.pop(asset, None)
        return touched & company.assets.keys()

    def _line(self, asset: str) -> str:
        """All cells of a row, folded."""
        if asset not in self._folded:
            self._folded[asset] = self._fold("\n".join(self.text(asset, field.key) for field in FIELDS))
        return self._folded[asset]


def _others(old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[Row]:
    """The rows that only one of the two has. Among ten thousand rows Python's own C looks for them."""
    if old is not new:
        came = list(compress(new, map(is_not, new.values(), map(old.get, new))))
        yield from map(new.__getitem__, came)
        yield from map(old.__getitem__, {*came, *(old.keys() - new.keys())} & old.keys())
