"""A row made of remembered meanings is the row that a closer look at every cell would have made."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import new_rows
from app.domain.columns import paste as pasting
from app.domain.columns.asset import FIELDS
from app.domain.columns.new_rows import GROUPS, NewRows
from app.domain.columns.paste import Line
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Department, Partner, Person, Profile

COMPANY = Company(on=date(2026, 11, 17), profile=Profile(representative="川口 進")).after(
    [
        Department(id="d1", position=1, name="製造部"),
        Department(id="d2", position=2, name="設計・開発"),
        Person(id="p1", position=1, name="佐藤 健", department="d1", title="工場長"),
        Person(id="p2", position=2, name="佐藤 健", department="d2", title="課長"),
        Person(id="p3", position=3, name="湊 誠一", left="2025-03-31"),
        Partner(id="k1", position=1, name="株式会社ほくと"),
        Asset(id="a1", position=4, name="加工条件表"),
    ]
)
WORDS = {
    "name": ("図面", " 図面 ", "〃", "－", ""),
    "kind": ("型図", ""),
    "department": ("製造", "製造部", "めっき", "－", "製造\n設計", ""),
    "media": ("紙", "電子・紙", "石板", "－", ""),
    "places": ("棚", "紙：棚／電子：共有", "－", " ", ""),
    "readers": ("全員", "製造部、工場長", "佐藤 健", "湊 誠一", "山田", "設計・開発", "各自", "社長", ""),
    "keeper": ("佐藤 健", "佐藤 健（製造部・工場長）", "湊 誠一", "新人 太", "川口 進", "各自", "甲、乙", ""),
    "owner": ("自社", "預かり", "○", "他", ""),
    "partner": ("ほくと", "㈱ほくと", "新しい取引先", "－", ""),
    "contract": ("基本契約", ""),
    "personal": ("有", "×", "？", "たぶん", ""),
    "export": ("はい", "-", "たぶん", ""),
    "keep_until": ("納入後10年", ""),
    "review_on": ("2027/4/1", "令和9年4月1日", "いつか", "－", ""),
    "unlawful": ("ある", "ない", "分からない", "－", "たぶん", ""),
    "note": ("備考", "備考\n二行", ""),
}
LINES = st.fixed_dictionaries({}, optional={key: st.sampled_from(words) for key, words in WORDS.items()}).map(Line)


def made(lines: list[Line], join: bool) -> tuple[object, ...]:
    """The plan, and the company once it is written, without the ids that it happened to give."""
    numbers = count()
    plan = pasting.plan(COMPANY, lines, lambda: f"n{next(numbers)}", join=join)
    after = COMPANY.after(plan.put, plan.drop)
    names = {row.id: f"{kind}{n}" for kind in ("departments", "people", "partners", "assets")
             for n, row in enumerate(getattr(after, kind).values())}  # fmt: skip
    rows = [
        {name: names.get(value, value) if isinstance(value, str) else value for name, value in vars(row).items()}
        | ({"id": ""} if hasattr(row, "asset") else {})
        for row in after.records()
    ]
    return [(row.new, row.cells, row.told) for row in plan.rows], rows, plan.strangers, plan.joined, plan.drop


def test_the_groups_hold_every_column_once() -> None:
    keys = [key for group in GROUPS for key in group]
    assert sorted(keys) == sorted(field.key for field in FIELDS) == sorted(WORDS)


@given(st.lists(LINES, max_size=6), st.booleans())
def test_it_comes_to_the_same_as_a_closer_look_at_every_cell(lines: list[Line], join: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NewRows, "make", lambda *_: None)
        closely = made(lines, join)
    assert made(lines, join) == closely


def test_what_is_remembered_is_forgotten_once_somebody_joins() -> None:
    lines = [Line({"name": "A", "readers": "山田"}), Line({"name": "B", "keeper": "山田"}), Line({"readers": "山田"})]
    _, rows, strangers, joined, _ = made(lines, join=False)
    assert strangers == ("山田",) and joined == ("人 山田",)
    readers = [row for row in rows if "reader" in row]
    assert len(readers) == 1, "the third row knows whom the second brought in"


def test_a_cell_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = count()
    apply = new_rows.asset_fields.apply
    monkeypatch.setattr(new_rows.asset_fields, "apply", lambda *a, **k: (next(looked), apply(*a, **k))[1])
    made([Line({"name": f"図面{n}", "readers": "全員", "media": "紙", "places": "棚"}) for n in range(50)], join=False)
    assert next(looked) == 2
