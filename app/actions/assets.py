"""A 洗い出し: writing down, changing, confirming and removing the company's information."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.actions.labels import quoted
from app.desk import Desk
from app.domain.columns import asset as asset_fields
from app.domain.columns import outside as outside_lines
from app.domain.columns import readers as reader_lines
from app.domain.columns.outside import OutsideLine
from app.domain.columns.paste import Plan
from app.domain.columns.readers import ReaderLine
from app.domain.handbook.library import TypicalAsset
from app.domain.ledger.company import Company
from app.domain.ledger.people import next_position
from app.domain.ledger.records import KIND_OF, Asset, Department, Evaluation, Place, Record
from app.domain.words import Owner

TYPICAL = ("name", "department", "media", "places", "owner", "personal", "export")
ENTRUSTED = "預かり"
ALSO: Mapping[str, tuple[str, ...]] = {
    "生産技術": ("製造", "加工", "プレス", "技術"),
    "金型・治具": ("製造", "技術"),
    "購買・生産管理": ("資材", "調達", "製造"),
    "品質": ("検査",),
    "経営・経理": ("総務", "管理"),
    "人事・労務": ("総務", "管理"),
    "情報システム": ("総務", "管理"),
}
"""Names that small firms give to the department which a heading of the typical list speaks of."""


def edit(desk: Desk, asset: str, key: str, text: str, *, join: bool = False) -> str:
    """Change one column of an asset. Returns a problem in words, or "" when written.

    `join` lets names of readers that nobody knows join the company.
    """
    old = desk.company.assets[asset]
    _, edit = asset_fields.apply(asset_fields.alone(desk.company, old), old, {key: text}, desk.new_id, join=join)
    if not edit.problem:
        desk.change(f"{called(old)}の{asset_fields.BY_KEY[key].label}", edit.put, edit.drop)
    return edit.problem


def add(desk: Desk, values: Mapping[str, str]) -> tuple[str, str]:
    """A new asset from typed columns. Returns its id ("" when refused) and a problem."""
    asset = Asset(id=desk.new_id(), position=next_position(desk.company.assets))
    _, edit = asset_fields.apply(asset_fields.alone(desk.company, asset), asset, values, desk.new_id)
    if edit.problem:
        return "", edit.problem
    desk.change(f"{called(replace(asset, name=values.get('name', '')))}を追加", edit.put, edit.drop)
    return asset.id, ""


def paste(desk: Desk, plan: Plan) -> None:
    """Write rows from a sheet, all in one step."""
    desk.change(f"{len(plan.rows)}行を貼り付け", plan.put, plan.drop)


def fill(desk: Desk, assets: Iterable[str], keys: Iterable[str], text: str) -> str:
    """The same text in several cells ("" clears them), in one step. What cannot be stays; returns why, or ""."""
    values = {key: text for key in keys}
    return _write_cells(desk, "同じ内容を記入" if text else "欄を空に", {asset: values for asset in assets})


def fill_down(desk: Desk, assets: Sequence[str], keys: Iterable[str]) -> str:
    """What stands in the first row in all rows below it, column by column. What cannot be stays; returns why, or ""."""
    company = desk.company
    first = company.assets[assets[0]]
    values = {key: asset_fields.BY_KEY[key].text(company, first) for key in keys}
    return _write_cells(desk, "上と同じ内容を記入", {asset: values for asset in assets[1:]})


def _write_cells(desk: Desk, label: str, cells: Mapping[str, Mapping[str, str]]) -> str:
    """Columns of several assets in one step; a column of fixed choices is never emptied."""
    company, problems = desk.company, dict[str, None]()
    put: dict[tuple[str, str], Record] = {}
    drop: list[tuple[str, str]] = []
    for asset, values in cells.items():
        old = desk.company.assets[asset]
        one = asset_fields.alone(desk.company, old, company)
        said = {key: text for key, text in values.items() if text or not asset_fields.BY_KEY[key].closed}
        company, edit = asset_fields.apply(one, old, said, desk.new_id)
        put |= {_key(record): record for record in edit.put}
        drop += edit.drop
        problems |= dict.fromkeys(filter(None, edit.problem.splitlines()))
    desk.change(label, put.values(), drop)
    return "\n".join(problems)


def remove(desk: Desk, assets: Iterable[str]) -> None:
    """Remove assets with all that hangs on them; undo brings everything back."""
    gone = [asset for asset in assets if asset in desk.company.assets]
    if not gone:
        return
    label = f"{called(desk.company.assets[gone[0]])}を削除" if len(gone) == 1 else f"{len(gone)}件を削除"
    desk.change(label, drop=[row for asset in gone for row in _rows_of(desk.company, asset)])


def take_over(desk: Desk, typical: TypicalAsset) -> str:
    """A line of the list of typical information, with our guesses marked 仮. Returns the new asset's id."""
    company = desk.company
    department, founded = _department_like(desk, typical.department)
    asset = Asset(
        id=desk.new_id(),
        position=next_position(company.assets),
        name=typical.title,
        department=department,
        owner=Owner.ENTRUSTED if typical.entrusted == "yes" else Owner.OWN,
        personal=typical.personal,
        export=typical.export,
        template=typical.id,
        guesses=tuple(key for key in TYPICAL if key != "department" or department),
    )
    places = [Place(id=desk.new_id(), asset=asset.id, medium=m, where=typical.place) for m in typical.media]
    answers = Evaluation(
        id=asset.id,
        value=typical.value,
        loss=typical.loss,
        rival=typical.rival,
        trust=typical.trust,
        duty=typical.duty,
        known=typical.known,
        guesses=("value", "loss", "rival", "trust", "duty", "known"),
    )
    desk.change(f"「{typical.title}」を追加", [*founded, asset, *places, answers])
    return asset.id


def confirm(desk: Desk, assets: Iterable[str], key: str = "") -> None:
    """Confirm guesses: one column, or the whole line where no key is given."""
    put = []
    for asset in (desk.company.assets[a] for a in assets):
        left = tuple(guess for guess in asset.guesses if key and guess != key)
        if left != asset.guesses:
            put.append(replace(asset, guesses=left))
    if put:
        desk.change(f"{called(put[0]) if len(put) == 1 else f'{len(put)}件'}を確認", put)


def move(desk: Desk, asset: str, steps: int) -> None:
    """Move a line up or down in the owner's order."""
    order = [row.id for row in desk.company.listed]
    here = order.index(asset)
    there = max(0, min(len(order) - 1, here + steps))
    order.insert(there, order.pop(here))
    assets = desk.company.assets
    desk.change(
        f"{called(assets[asset])}を移動",
        [replace(assets[row], position=n) for n, row in enumerate(order, 1) if assets[row].position != n],
    )


def save_details(
    desk: Desk,
    asset: str,
    values: Mapping[str, str],
    kept_at: Sequence[Place],
    readers: Sequence[ReaderLine],
    outside: Sequence[OutsideLine] | None = None,
    *,
    confirmed: bool = False,
) -> str:
    """「くわしい内容」: write the typed columns, the places, the readers of an asset and what of it is outside, in one step.

    Returns what is wrong (then nothing is written), or "". A column that reads as before is left as it is, a guess too;
    `confirmed` says that every guess is right.
    """
    old = desk.company.assets[asset]
    company = asset_fields.alone(desk.company, old)
    typed = {key: text for key, text in values.items() if text != asset_fields.BY_KEY[key].text(company, old)}
    company, edit = asset_fields.apply(company, old, typed, desk.new_id)
    read = reader_lines.read(company, asset, readers, desk.new_id)
    there = outside_lines.of(desk.company, asset) if outside is None else outside
    out = outside_lines.read(company.after(read.joined), asset, there, desk.new_id)
    if problem := "\n".join(filter(None, (edit.problem, *read.problems, *out.problems))):
        return problem
    stay, kept = _without_repeats(kept_at), desk.company.places_of(asset)
    sure = set(asset_fields.BY_KEY) if confirmed else set() if set(stay) == set(kept) else {"media", "places"}
    new = company.assets[asset]
    new = replace(new, guesses=tuple(guess for guess in new.guesses if guess not in sure))
    drop = [("places", place.id) for place in kept if place.id not in {p.id for p in stay}]
    drop += [("access", row.id) for row in desk.company.access_of(asset) if row.id not in {r.id for r in read.rows}]
    told = {row.id for row in out.rows}
    drop += [("disclosures", row.id) for row in desk.company.disclosures_of(asset) if row.id not in told]
    put: dict[tuple[type[Record], str], Record] = {(type(record), record.id): record for record in edit.put}
    rows = (*read.joined, *out.joined, new, *stay, *read.rows, *out.rows)
    put |= {(type(record), record.id): record for record in rows}
    desk.change(f"{called(old)}のくわしい内容", put.values(), drop)
    return ""


def called(asset: Asset) -> str:
    """An asset in the name of a step: 「金型図面」."""
    return quoted(asset.name, "名前のない情報")


def _department_like(desk: Desk, heading: str) -> tuple[str, list[Department]]:
    """The department that a heading of the typical list speaks of, or a new one where the company has none like it."""
    words = (heading, *ALSO.get(heading, ()))
    for word in words:
        for department in desk.company.departments.values():
            bare = department.name.removesuffix("部").removesuffix("課")
            if bare and (bare in word or word in department.name):
                return department.id, []
    if heading == ENTRUSTED:
        return "", []
    new = Department(id=desk.new_id(), position=next_position(desk.company.departments), name=heading)
    return new.id, [new]


def _without_repeats(kept_at: Sequence[Place]) -> list[Place]:
    """An asset has at most one place per medium and location."""
    return list({(place.medium, place.where): place for place in kept_at}.values())


def _rows_of(company: Company, asset: str) -> list[tuple[str, str]]:
    rows = [("places", place.id) for place in company.places_of(asset)]
    rows += [("access", row.id) for row in company.access_of(asset)]
    rows += [("disclosures", row.id) for row in company.disclosures_of(asset)]
    rows += [(kind, asset) for kind in ("evaluations", "decisions") if asset in getattr(company, kind)]
    return [*rows, ("assets", asset)]


def _key(record: Record) -> tuple[str, str]:
    return KIND_OF[type(record)], record.id
