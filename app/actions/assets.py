"""A 洗い出し: writing down, changing, confirming and removing the company's information."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.desk import Desk
from app.domain import asset_fields
from app.domain.company import KIND_OF, Asset, Company, Department, Evaluation, Place, Record
from app.domain.library import TypicalAsset
from app.domain.words import Owner


def edit(desk: Desk, asset: str, key: str, text: str) -> str:
    """Change one column of an asset. Returns a problem in words, or "" when written."""
    old = desk.company.assets[asset]
    field = asset_fields.BY_KEY[key]
    _, edit = asset_fields.apply(desk.company, old, {key: text}, desk.new_id)
    if not edit.problem:
        desk.change(f"「{old.name or '名前のない情報'}」の{field.label}", edit.put, edit.drop)
    return edit.problem


def add(desk: Desk, values: Mapping[str, str]) -> tuple[str, str]:
    """A new asset from typed columns. Returns its id ("" when refused) and a problem."""
    asset = Asset(id=desk.new_id(), position=_next_position(desk.company))
    _, edit = asset_fields.apply(desk.company, asset, dict(values), desk.new_id)
    if edit.problem:
        return "", edit.problem
    desk.change(f"「{values.get('name', '情報')}」を追加", edit.put, edit.drop)
    return asset.id, ""


def paste(desk: Desk, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Many new assets in one step. What fits no column value is kept in the note, so nothing typed is lost."""
    company, put, told = desk.company, dict[tuple[str, str], Record](), list[str]()
    position = _next_position(company)
    for number, values in enumerate(rows):
        asset = Asset(id=desk.new_id(), position=position + number)
        company, edit = asset_fields.apply(company, asset, dict(values), desk.new_id)
        if edit.problem:
            told.append(f"{number + 1}行目：{edit.problem}")
            company, edit = _keep_in_note(desk, company, asset, values)
        put |= {_key(record): record for record in edit.put}
    if put:
        desk.change(f"{len(rows)}行を貼り付け", put.values())
    return told


def _keep_in_note(
    desk: Desk, company: Company, asset: Asset, values: Mapping[str, str]
) -> tuple[Company, asset_fields.Edit]:
    """Take the row column by column; a value that was refused goes to the note."""
    taken, left = dict[str, str](), list[str]()
    for key, text in values.items():
        field = asset_fields.BY_KEY[key]
        if field.edit(company, company.assets[asset.id], text, desk.new_id).problem:
            left.append(f"{field.label}：{text}")
        else:
            taken[key] = text
    note = "　".join(filter(None, (taken.get("note", ""), *left)))
    return asset_fields.apply(company, asset, {**taken, "note": note}, desk.new_id)


def remove(desk: Desk, assets: Iterable[str]) -> None:
    """Remove assets with all that hangs on them; undo brings everything back."""
    gone = [asset for asset in assets if asset in desk.company.assets]
    if not gone:
        return
    name = desk.company.assets[gone[0]].name or "名前のない情報"
    label = f"「{name}」を削除" if len(gone) == 1 else f"{len(gone)}件を削除"
    desk.change(label, drop=[row for asset in gone for row in _rows_of(desk.company, asset)])


def take_over(desk: Desk, typical: TypicalAsset) -> str:
    """A line of the list of typical information, with our guesses marked 仮. Returns the new asset's id."""
    company = desk.company
    department, founded = _department_like(desk, typical.department)
    asset = Asset(
        id=desk.new_id(),
        position=_next_position(company),
        name=typical.title,
        department=department,
        owner=Owner.ENTRUSTED if typical.entrusted == "yes" else Owner.OWN,
        personal=typical.personal,
        export=typical.export,
        template=typical.id,
        guesses=("name", "department", "media", "places", "owner", "personal", "export"),
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
        name = f"「{put[0].name}」" if len(put) == 1 else f"{len(put)}件"
        desk.change(f"{name}を確認", put)


def move(desk: Desk, asset: str, steps: int) -> None:
    """Move a line up or down in the owner's order."""
    order = [row.id for row in desk.company.listed]
    here = order.index(asset)
    there = max(0, min(len(order) - 1, here + steps))
    order.insert(there, order.pop(here))
    put = [replace(desk.company.assets[row], position=n) for n, row in enumerate(order, 1)]
    desk.change("並べ替え", put)


def _department_like(desk: Desk, word: str) -> tuple[str, list[Department]]:
    """The department whose name fits a typical asset's, or a new one where the company has none at all like it."""
    for department in desk.company.departments.values():
        bare = department.name.removesuffix("部").removesuffix("課")
        if bare and (bare in word or word in department.name):
            return department.id, []
    if word == "預かり":
        return "", []
    new = Department(id=desk.new_id(), position=len(desk.company.departments) + 1, name=word)
    return new.id, [new]


def _rows_of(company: Company, asset: str) -> list[tuple[str, str]]:
    rows = [("places", place.id) for place in company.places_of(asset)]
    rows += [("access", row.id) for row in company.access_of(asset)]
    rows += [(kind, asset) for kind in ("evaluations", "decisions") if asset in getattr(company, kind)]
    return [*rows, ("assets", asset)]


def _key(record: Record) -> tuple[str, str]:
    return KIND_OF[type(record)], record.id


def _next_position(company: Company) -> int:
    return max((asset.position for asset in company.assets.values()), default=0) + 1
