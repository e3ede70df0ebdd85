"""Which asset is meant by what somebody typed, as people.py does for people.

Names are compared folded and never guessed: where several assets have one name, the choice is said in words, 「図面（設計）」,
and those words are understood when they are typed. A name that no asset has founds none.
"""

from collections.abc import Iterable, Mapping

from app.domain.folding import name_key
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.value import Value

NAMELESS = "名前のない情報"
SHOWN = 4
"""So many of those that may be meant are named."""


class Meant(Value):
    """The id of the asset that is meant, or why none is."""

    asset: str = ""
    problem: str = ""


def label(company: Company, asset: str) -> str:
    """An asset's name, with the department or a number behind it where another has the same name; "" for an unknown id."""
    return company.out_of(("assets", "departments"), _labels).get(asset, "")


def labels(company: Company) -> tuple[str, ...]:
    """How every asset is called, in the owner's order."""
    return tuple(company.out_of(("assets", "departments"), _labels).values())


def meant(company: Company, typed: str, *, now: str = "") -> Meant:
    """The asset that is meant. `now` is the one that stands there: what reads as it did means the same."""
    word = typed.strip()
    if now and word == label(company, now).strip():
        return Meant(now)
    if not word:
        return Meant(problem="どの情報かを書いてください。")
    found = company.out_of(("assets",), _by_name).get(word) or company.out_of(("assets", "departments"), _by_label).get(
        name_key(word), ()
    )
    found = found or company.out_of(("assets",), _by_key).get(name_key(word), ())
    if len(found) == 1:
        return Meant(found[0])
    if not found:
        return Meant(problem=f"「{' '.join(word.split())}」は、A 洗い出しにありません。先に A に書き足してください。")
    names = "」「".join(label(company, asset) for asset in found[:SHOWN])
    return Meant(problem=f"「{word}」は{len(found)}件あります。「{names}」のどれかを、そのまま書いてください。")


Called = Mapping[str, tuple[str, ...]]
"""Assets (ids) by one way to call them."""


def _by_name(company: Company) -> Called:
    return _grouped((asset.name.strip(), asset) for asset in company.listed)


def _by_key(company: Company) -> Called:
    return _grouped((name_key(asset.name), asset) for asset in company.listed)


def _by_label(company: Company) -> Called:
    """Only those whose name is not enough."""
    said = ((label(company, asset.id), asset) for asset in company.listed)
    return _grouped((name_key(words), asset) for words, asset in said if words != asset.name)


def _labels(company: Company) -> Mapping[str, str]:
    alike = company.out_of(("assets",), _by_key)
    return {asset.id: _label(company, asset, alike[name_key(asset.name)]) for asset in company.listed}


def _label(company: Company, asset: Asset, alike: tuple[str, ...]) -> str:
    name = asset.name or NAMELESS
    if len(alike) < 2:
        return name
    department = company.departments.get(asset.department)
    same = [one for one in alike if company.assets[one].department == asset.department]
    number = f"{same.index(asset.id) + 1}件目" if len(same) > 1 else ""
    marks = tuple(filter(None, (department.name if department else "", number)))
    return f"{name}（{'・'.join(marks)}）" if marks else name


def _grouped(pairs: Iterable[tuple[str, Asset]]) -> Called:
    found: dict[str, list[str]] = {}
    for key, asset in pairs:
        found.setdefault(key, []).append(asset.id)
    return {key: tuple(assets) for key, assets in found.items() if key}
