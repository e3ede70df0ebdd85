"""「くわしく」: everything the ledger says of one asset, changed together in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.actions.assets import called
from app.desk import Desk
from app.domain.columns import asset as asset_fields
from app.domain.columns import readers as reader_lines
from app.domain.columns.asset import BY_KEY
from app.domain.columns.readers import ReaderLine
from app.domain.ledger.company import Place, Record


def save(
    desk: Desk,
    asset: str,
    values: Mapping[str, str],
    kept_at: Sequence[Place],
    readers: Sequence[ReaderLine],
    *,
    confirmed: bool = False,
) -> str:
    """Write the typed columns, the places and the readers of an asset. Returns what is wrong (then nothing is written), or "".

    A column that reads as before is left as it is, a guess too; `confirmed` says that every guess is right.
    """
    old = desk.company.assets[asset]
    company = asset_fields.alone(desk.company, old)
    typed = {key: text for key, text in values.items() if text != BY_KEY[key].text(company, old)}
    company, edit = asset_fields.apply(company, old, typed, desk.new_id)
    read = reader_lines.read(company, asset, readers, desk.new_id)
    if problem := "\n".join(filter(None, (edit.problem, *read.problems))):
        return problem
    stay, kept = _without_repeats(kept_at), desk.company.places_of(asset)
    sure = set(BY_KEY) if confirmed else set() if set(stay) == set(kept) else {"media", "places"}
    new = company.assets[asset]
    new = replace(new, guesses=tuple(guess for guess in new.guesses if guess not in sure))
    drop = [("places", place.id) for place in kept if place.id not in {p.id for p in stay}]
    drop += [("access", row.id) for row in desk.company.access_of(asset) if row.id not in {r.id for r in read.rows}]
    put: dict[tuple[type[Record], str], Record] = {(type(record), record.id): record for record in edit.put}
    put |= {(type(record), record.id): record for record in (*read.joined, new, *stay, *read.rows)}
    desk.change(f"{called(old)}のくわしい内容", put.values(), drop)
    return ""


def _without_repeats(kept_at: Sequence[Place]) -> list[Place]:
    """An asset has at most one place per medium and location."""
    return list({(place.medium, place.where): place for place in kept_at}.values())
