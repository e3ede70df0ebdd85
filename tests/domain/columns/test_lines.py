"""The ledger as lines: searching, filtering, sorting, and following a change."""

from dataclasses import replace
from datetime import date

from app.domain.columns.lines import AssetLines, Wish
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Department, Place
from app.domain.words import Reader

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
