"""New rows by the thousand: what the words of a cell mean is worked out once, and remembered as long as nobody joins the company.

The columns fall into groups that know nothing of one another: the medium and the place, 自社か預かりか and the partner, each other
column by itself. What a group means in one new row it means in every other; only the ids are others. It is worked out by the very
`asset.apply` that writes a single cell, so both cannot disagree.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.columns import asset as asset_fields
from app.domain.columns.asset import FIELDS
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Place, Record, changed

TOGETHER = (("media", "places"), ("owner", "partner"))
_ALONE = tuple((field.key,) for field in FIELDS if all(field.key not in group for group in TOGETHER))
GROUPS = tuple(sorted((*TOGETHER, *_ALONE), key=lambda group: [field.key for field in FIELDS].index(group[0])))
AS_TYPED = frozenset({"name", "kind", "contract", "keep_until", "note"})
"""Columns that hold any text as it stands."""
BLANK = Asset(id="")


@dataclass(frozen=True)
class Meant:
    """What the words of a group mean: fields of the asset, rows that hang on it (of no asset yet), and how it then reads."""

    fields: Mapping[str, Any]
    rows: tuple[Place | Access, ...]
    cells: Mapping[str, str]


@dataclass(frozen=True)
class NewRow:
    """A new asset, what hangs on it, and its cells."""

    asset: Asset
    rows: tuple[Record, ...]
    cells: Mapping[str, str]


class NewRows:
    """Makes new rows out of typed values, as long as all of them can be taken and nobody joins by them."""

    def __init__(self, company: Company, new_id: Callable[[], str], *, join: bool) -> None:
        self._new_id, self._join = new_id, join
        self._follow(company)

    def make(self, company: Company, asset: Asset, values: Mapping[str, str]) -> NewRow | None:
        """The row with these values; None where it needs a closer look."""
        if any(
            getattr(company, kind) is not getattr(self._base, kind) for kind in ("departments", "people", "partners")
        ):
            self._follow(company)
        fields: dict[str, Any] = {}
        rows: list[Record] = []
        cells = dict(self._blank)
        for group in GROUPS:
            words = tuple([values.get(key) for key in group])
            if not any(words):
                continue
            if group[0] in AS_TYPED:
                fields[group[0]] = cells[group[0]] = words[0] or ""
                continue
            if (group, words) not in self._known:
                self._known[group, words] = self._meant(group, values)
            meant = self._known[group, words]
            if meant is None:
                return None
            fields |= meant.fields
            rows += [changed(row, id=self._new_id(), asset=asset.id) for row in meant.rows]
            cells |= meant.cells
        return NewRow(changed(asset, **fields), tuple(rows), cells)

    def _follow(self, company: Company) -> None:
        """Somebody has joined: words may mean something else."""
        self._base = asset_fields.alone(company, BLANK)
        self._known: dict[tuple[tuple[str, ...], tuple[str | None, ...]], Meant | None] = {}
        self._blank = {field.key: field.text(self._base, BLANK) for field in FIELDS}

    def _meant(self, group: tuple[str, ...], values: Mapping[str, str]) -> Meant | None:
        said = {key: values[key] for key in group if values.get(key)}
        company, edit = asset_fields.apply(self._base, BLANK, said, self._new_id, join=self._join)
        rows = tuple(record for record in edit.put if isinstance(record, Place | Access))
        if edit.refused or edit.drop or len(edit.put) > len(rows) + 1:
            return None
        asset = company.assets[BLANK.id]
        fields = {name: value for name, value in vars(asset).items() if value != getattr(BLANK, name)}
        return Meant(fields, rows, {key: asset_fields.BY_KEY[key].text(company, asset) for key in group})
