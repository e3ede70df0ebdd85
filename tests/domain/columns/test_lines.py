"""The ledger as lines: searching, filtering, sorting, and following a change."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from app.domain.columns.asset import FIELDS
from app.domain.columns.lines import AssetLines, Wish
from app.domain.folding import Spellings
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Department, Place
from app.domain.words import Reader
from tests import firms
from tests.domain.advice.test_remembered import STEPS

COMPANY = Company(on=date.today()).after(
    [
        Department(id="d1", position=1, name="設計"),
        Asset(id="a", position=1, name="ＮＣプログラム", department="d1"),
        Asset(id="b", position=2, name="金型図面", guesses=("name",)),
        Asset(id="c", position=3, name=""),
        Place(id="x", asset="a", where="CAM用PC"),
        Access(id="r", asset="b", reader=Reader.DEPARTMENT, who="d1"),
    ]
)


def test_a_search_looks_through_every_cell_wide_or_narrow():
    lines = AssetLines(COMPANY)
    assert lines.arranged(Wish("ncプロ")) == ["a"]
    assert lines.arranged(Wish("ＣＡＭ 設計")) == ["a"]
    assert lines.arranged(Wish("設計")) == ["a", "b"]
    assert lines.arranged(Wish("  ")) == ["a", "b", "c"]


def test_a_search_folds_as_the_search_of_the_texts_does():
    named = [
        Asset(id=f"n{n}", position=n, name=name) for n, name in enumerate(("取り引き先の一覧", "ｶﾞｽの配管図", "図面"), 1)
    ]
    fold = Spellings((("取引", "取り引き"),)).fold
    lines = AssetLines(Company(on=date.today()).after(named), fold)
    assert lines.arranged(Wish("取引先")) == lines.arranged(Wish("取り引き先")) == ["n1"]
    assert lines.arranged(Wish("がす")) == lines.arranged(Wish("ガス")) == ["n2"]
    assert AssetLines(Company(on=date.today()).after(named)).arranged(Wish("取引先")) == [], (
        "without the table it does not"
    )


def test_numbers_are_sorted_by_their_size_wide_ones_too():
    names = ["No.10", "No.9", "Ｎｏ.１００", "10号", "9号", "2号機 3番", "2号機 12番", "図面", ""]
    rows = [Asset(id=name, position=n, name=name) for n, name in enumerate(names, 1)]
    lines = AssetLines(Company(on=date.today()).after(rows))
    up = ["2号機 3番", "2号機 12番", "9号", "10号", "No.9", "No.10", "Ｎｏ.１００", "図面"]
    assert lines.arranged(Wish(by="name")) == [*up, ""]
    assert lines.arranged(Wish(by="name", down=True)) == [*reversed(up), ""]


def test_a_number_without_an_end_is_sorted_too():
    rows = [Asset(id=str(n), position=n, name=name) for n, name in enumerate(("9" * 9000, "1"), 1)]
    assert AssetLines(Company(on=date.today()).after(rows)).arranged(Wish(by="name")) == ["2", "1"]


def test_filters_pick_a_department_none_or_the_guesses():
    lines = AssetLines(COMPANY)
    assert lines.arranged(Wish(department="d1")) == ["a"]
    assert lines.arranged(Wish(department="")) == ["b", "c"]
    assert lines.arranged(Wish(guesses=True)) == ["b"]


def test_empty_cells_come_last_in_either_direction():
    lines = AssetLines(COMPANY)
    assert lines.arranged(Wish(by="name")) == ["a", "b", "c"]
    assert lines.arranged(Wish(by="name", down=True)) == ["b", "a", "c"]
    assert lines.arranged(Wish(by="keeper", down=True)) == ["a", "b", "c"]


def test_only_the_lines_that_changed_are_told():
    lines = AssetLines(COMPANY)
    assert lines.arranged(Wish("CAM")) == ["a"]
    after = COMPANY.after([replace(COMPANY.places["x"], where="棚")])
    assert lines.renew(after) == {"a"} and lines.arranged(Wish("CAM")) == []
    dropped = after.after([], [("access", "r")])
    assert lines.renew(dropped) == {"b"}
    assert lines.renew(dropped.after([Department(id="d1", position=1, name="開発")])) == {"a", "b", "c"}
    assert lines.text("a", "department") == "開発"


@settings(deadline=None, max_examples=30)
@given(STEPS)
def test_whatever_is_edited_the_lines_read_as_if_they_were_made_anew(steps):
    def read(lines: AssetLines) -> dict[str, dict[str, str]]:
        return {asset: {field.key: lines.text(asset, field.key) for field in FIELDS} for asset in lines.company.assets}

    company = firms.firm()
    lines = AssetLines(company)
    for put, drop in steps:
        before, company = read(lines), company.after(put, drop)
        told, now = lines.renew(company), read(lines)
        assert now == read(AssetLines(company))
        assert lines.arranged(Wish("型")) == AssetLines(company).arranged(Wish("型"))
        assert {asset for asset in now if before.get(asset) != now[asset]} <= told <= now.keys()
