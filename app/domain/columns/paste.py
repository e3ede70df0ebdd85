"""Rows from a sheet on their way into the ledger: what each would bring and what is to be said about it, before anything is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.columns import asset as asset_fields
from app.domain.columns.asset import BY_KEY, FIELDS
from app.domain.columns.marks import is_as_above
from app.domain.columns.new_rows import NewRows
from app.domain.ledger import readers
from app.domain.ledger.company import Company
from app.domain.ledger.records import KIND_OF, Asset, Department, Partner, Person, Record
from app.domain.slices import Done, Work, finished
from app.domain.words import YesNo

LABELS: Mapping[str, str] = {field.key: field.label for field in FIELDS}
JOINS: Mapping[type[Record], str] = {Department: "部門", Person: "人", Partner: "取引先"}


@dataclass(frozen=True)
class Line:
    """Typed values by column for one row: of the asset of this id, or of a new one where it is ""."""

    values: Mapping[str, str]
    asset: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it: over a row it empties cells, as a new row it is none."""
        return not any(text.strip() for text in self.values.values())


@dataclass(frozen=True)
class Incoming:
    """One row as it will stand in the ledger, and what could not be taken as it was; `left_out` when it will not stand there."""

    asset: str
    new: bool
    cells: Mapping[str, str]
    told: tuple[str, ...]
    left_out: bool = False


@dataclass(frozen=True)
class Plan:
    """All rows, and the records that write them. What is shown is what is written."""

    rows: tuple[Incoming, ...] = ()
    put: tuple[Record, ...] = ()
    drop: tuple[tuple[str, str], ...] = ()
    strangers: tuple[str, ...] = ()

    @property
    def joined(self) -> tuple[str, ...]:
        """Who and what comes into the company with it: 「部門 めっき」."""
        rows = {row.asset for row in self.rows}
        new = (r for r in self.put if isinstance(r, Department | Person | Partner) and r.id not in rows)
        return tuple(f"{JOINS[type(record)]} {record.name}" for record in new)

    @property
    def taken(self) -> tuple[Incoming, ...]:
        """The rows that will stand in the ledger."""
        return tuple(row for row in self.rows if not row.left_out)

    @property
    def overwritten(self) -> int:
        """How many rows of the ledger it changes."""
        return sum(1 for row in self.taken if not row.new)


def lines(columns: Sequence[str], rows: Iterable[Sequence[str]], labels: Mapping[str, str] = LABELS) -> list[Line]:
    """Rows as values by column. What belongs to no column of ours goes to the note under its own heading."""
    above: Sequence[str] = ()
    made = []
    for row in rows:
        above = [_as_above(cell, above[n] if n < len(above) else "") for n, cell in enumerate(row)]
        made.append(Line(_values(columns, above, labels)))
    return made


def _as_above(cell: str, above: str) -> str:
    """「〃」 and 「同上」 say what stands above them."""
    return above if is_as_above(cell) else cell


def plan(company: Company, rows: Sequence[Line], new_id: Callable[[], str], *, join: bool = False) -> Plan:
    """All rows worked out."""
    return finished(planning(company, rows, new_id, join=join))


def planning(company: Company, rows: Sequence[Line], new_id: Callable[[], str], *, join: bool = False) -> Work[Plan]:
    """Work out every row in turn, so that a department that comes in with the first row is known to the second.

    It says how many rows are done after each, so that whoever shows a window can show that, and stop.
    """
    known, incoming, strangers = company, list[Incoming](), dict[str, None]()
    put: dict[tuple[str, str], Record] = {}
    drop: dict[tuple[str, str], None] = {}
    position = max((asset.position for asset in company.assets.values()), default=0)
    alike = NewRows(company, new_id, join=join)
    for line in rows:
        new = line.asset not in company.assets
        position += new
        asset = Asset(id=new_id(), position=position) if new else company.assets[line.asset]
        if new and (made := alike.make(known, asset, _said(line.values, new))):
            put |= {(KIND_OF[type(record)], record.id): record for record in (made.asset, *made.rows)}
            incoming.append(Incoming(asset.id, new, made.cells, ()))
            yield Done(len(incoming), len(rows))
            continue
        base = asset_fields.alone(company, asset, known)
        known, edit, told, unknown = _take(base, asset, _said(line.values, new), new_id, join, new)
        strangers |= dict.fromkeys(unknown)
        put |= {(KIND_OF[type(record)], record.id): record for record in edit.put}
        drop |= dict.fromkeys(edit.drop)
        shown = {field.key: field.text(known, known.assets[asset.id]) for field in FIELDS}
        incoming.append(Incoming(asset.id, new, shown, told))
        yield Done(len(incoming), len(rows))
    return Plan(tuple(incoming), tuple(put.values()), tuple(drop), tuple(strangers))


def _values(columns: Sequence[str], row: Sequence[str], labels: Mapping[str, str]) -> dict[str, str]:
    values: dict[str, str] = {}
    left: list[str] = []
    for column, cell in zip(columns, row, strict=False):
        if column in labels and not values.get(column, "").strip():
            values[column] = cell
        elif column and cell.strip():
            left.append(f"{labels.get(column, column)}：{cell}")
    return _noted(values, left)


def _noted(values: Mapping[str, str], left: Sequence[str]) -> dict[str, str]:
    """The values with what is left over at the end of the note."""
    if not left:
        return dict(values)
    return {**values, "note": "　".join(filter(None, (values.get("note", ""), *left)))}


def _said(values: Mapping[str, str], new: bool) -> dict[str, str]:
    """An empty cell says nothing in a new row; in an old one it empties the cell, but for columns that are never empty."""
    return {key: text for key, text in values.items() if text.strip() or not (new or BY_KEY[key].closed)}


def _take(
    company: Company, asset: Asset, values: Mapping[str, str], new_id: Callable[[], str], join: bool, new: bool
) -> tuple[Company, asset_fields.Edit, tuple[str, ...], tuple[str, ...]]:
    """The row as far as it can be taken: what was refused is kept in the note, and said; and the readers nobody knows."""
    after, edit = asset_fields.apply(company, asset, values, new_id, join=join)
    if not edit.refused:
        return after, edit, (), ()
    unknown = readers.parse(after, asset.id, values["readers"], new_id).unknown if "readers" in edit.refused else ()
    strangers = tuple(readers.strangers(after, unknown))
    left = [f"{BY_KEY[key].label}：{values[key]}" for key in edit.refused]
    taken = {key: text for key, text in values.items() if key not in edit.refused}
    after, edit = asset_fields.apply(
        company, _unsure(asset, edit.refused, new), _noted({"note": asset.note} | taken, left), new_id, join=join
    )
    return after, edit, tuple(f"メモへ　{words}" for words in left), strangers


def _unsure(asset: Asset, refused: Iterable[str], new: bool) -> Asset:
    """What could not be read in a column that is never empty is 仮; in a new row 不明 rather than ない."""
    closed = [key for key in refused if BY_KEY[key].closed]
    unknown = {key: YesNo.UNKNOWN for key in closed if new and isinstance(getattr(asset, key), YesNo)}
    guesses = tuple(dict.fromkeys((*asset.guesses, *closed)))
    return replace(asset, guesses=guesses, **unknown)  # type: ignore[arg-type]
