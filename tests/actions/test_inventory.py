"""What a person does on A 洗い出し, on a real ledger file: one step each, and undo brings all of it back."""

from dataclasses import replace

import pytest

from app import paths
from app.actions import assets, ledgers
from app.content import library
from app.desk import Desk
from app.domain.columns import paste as pasting
from app.domain.columns import readers as reader_lines
from app.domain.columns.outside import OutsideLine
from app.domain.columns.readers import ReaderLine
from app.domain.ledger.records import Access, Asset, Department, Disclosure, Person, Place, Profile
from app.domain.words import Medium, Owner, Reader


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "台帳.mamori"
    ledgers.create(path, Profile(name="試し製作所", author="湊"))
    desk = ledgers.open_ledger(path)
    desk.change(
        "はじめ",
        [
            Department(id="d1", position=1, name="製造"),
            Person(id="p1", position=1, name="大西 誠", department="d1", title="工場長"),
            Asset(id="a1", position=1, name="加工条件表", department="d1", guesses=("department", "places")),
            Asset(id="a2", position=2, name="段取り手順"),
            Place(id="x1", asset="a1", medium=Medium.DATA, where="共有"),
            Access(id="r1", asset="a1", reader=Reader.DEPARTMENT, who="d1", copy=True, since="2026-04-01"),
        ],
    )
    yield desk
    desk.close()


def undone(desk: Desk, before) -> bool:
    desk.undo()
    return all(
        getattr(desk.company, kind) == getattr(before, kind)
        for kind in ("assets", "places", "access", "people", "departments")
    )


def test_an_edit_is_one_step_confirms_its_guess_and_can_be_undone(desk):
    before = desk.company
    assert assets.edit(desk, "a1", "places", "設計室") == ""
    assert desk.undo_label == "「加工条件表」の置き場所"
    assert desk.company.places["x1"].where == "設計室" and desk.company.assets["a1"].guesses == ("department",)
    assert undone(desk, before)


def test_a_refused_edit_writes_nothing(desk):
    before = desk.company
    assert "山田" in assets.edit(desk, "a1", "readers", "山田")
    assert desk.company is before


def test_readers_nobody_knows_may_join_in_the_same_step(desk):
    before = desk.company
    assert assets.edit(desk, "a1", "readers", "製造、山田さん、設計課", join=True) == ""
    assert [p.name for p in desk.company.people.values()] == ["大西 誠", "山田"]
    assert [row.reader for row in desk.company.access_of("a1")] == [Reader.DEPARTMENT, Reader.PERSON, Reader.DEPARTMENT]
    assert desk.company.access["r1"].copy
    assert undone(desk, before)


def test_a_family_name_that_two_people_have_is_asked_about_not_added(desk):
    desk.change("人", [Person(id="p2", position=2, name="大西 花")])
    before = desk.company
    for join in (False, True):
        assert "2人います" in assets.edit(desk, "a1", "readers", "大西", join=join)
    assert desk.company is before


def test_names_written_a_little_differently_found_nothing_new(desk):
    assert assets.edit(desk, "a2", "keeper", "大西誠") == "" and assets.edit(desk, "a2", "department", "製造部") == ""
    assert (desk.company.assets["a2"].keeper, desk.company.assets["a2"].department) == ("p1", "d1")


def test_rows_from_a_sheet_are_one_step(desk):
    before = desk.company
    plan = pasting.plan(
        before, [pasting.Line({"name": f"情報{n}", "department": "めっき"}) for n in range(5)], desk.new_id
    )
    assets.paste(desk, plan)
    assert desk.undo_label == "5行を貼り付け" and len(desk.company.assets) == 7 and len(desk.company.departments) == 2
    assert undone(desk, before)


def test_cells_are_filled_and_cleared_together_and_what_cannot_be_stays(desk):
    before = desk.company
    assert assets.fill(desk, ["a1", "a2"], ["department"], "めっき") == ""
    assert len(desk.company.departments) == 2
    assert len({asset.department for asset in desk.company.assets.values()}) == 1
    assert undone(desk, before)
    assert assets.fill(desk, ["a1", "a2"], ["media", "places", "owner", "department"], "") == ""
    assert not desk.company.places and desk.company.assets["a1"].department == ""
    assert undone(desk, before)
    assert "置き場所" in assets.fill(desk, ["a1"], ["media", "department"], "")
    assert desk.company.places_of("a1") and desk.company.assets["a1"].department == ""


def test_removing_takes_along_what_hangs_on_a_row_and_undo_brings_it_back(desk):
    before = desk.company
    assets.remove(desk, ["a1", "gone"])
    assert set(desk.company.assets) == {"a2"} and not desk.company.places and not desk.company.access
    assert undone(desk, before)


def test_removing_takes_along_what_of_it_is_outside(desk):
    desk.change("渡した", [Disclosure(id="o1", asset="a1"), Disclosure(id="o2", asset="a2")])
    before = desk.company
    assets.remove(desk, ["a1"])
    assert list(desk.company.disclosures) == ["o2"]
    assert undone(desk, before)


def test_details_write_what_is_outside_in_the_same_step_and_leave_it_alone_where_they_do_not_show_it(desk):
    kept_at, out = desk.company.places_of("a1"), [OutsideLine("o1", "北めっき", "2026/4/1", "現物")]
    before = desk.company
    assert assets.save_details(desk, "a1", {}, kept_at, lines(desk), out) == ""
    (row,) = desk.company.disclosures_of("a1")
    assert desk.company.partners[row.partner].name == "北めっき" and row.since == "2026-04-01"
    assert assets.save_details(desk, "a1", {"note": "控え"}, kept_at, lines(desk)) == ""
    assert desk.company.disclosures_of("a1") == [row]
    assert assets.save_details(desk, "a1", {}, kept_at, lines(desk), []) == ""
    assert desk.company.disclosures_of("a1") == []
    for _ in range(3):
        desk.undo()
    assert desk.company == before


def test_moving_touches_only_the_rows_that_change_places(desk):
    assets.move(desk, "a2", -1)
    assert [asset.id for asset in desk.company.listed] == ["a2", "a1"]
    desk.undo()
    assert [asset.id for asset in desk.company.listed] == ["a1", "a2"]
    unchanged = desk.company
    assets.move(desk, "a1", -1)
    assert desk.company is unchanged


def test_confirming_one_cell_or_the_whole_row(desk):
    assets.confirm(desk, ["a1"], "places")
    assert desk.company.assets["a1"].guesses == ("department",)
    assets.confirm(desk, ["a1"])
    assert desk.company.assets["a1"].guesses == ()


def test_every_typical_asset_comes_in_as_guesses_and_finds_a_department(desk):
    typical = library.load(paths.CONTENT).assets.values()
    assert typical
    for entry in typical:
        new = assets.take_over(desk, entry)
        asset = desk.company.assets[new]
        assert asset.template == entry.id and "name" in asset.guesses
        assert bool(asset.department) == ("department" in asset.guesses)
        assert asset.department or entry.department == assets.ENTRUSTED
    named = {entry.department for entry in typical}
    assert {department.name for department in desk.company.departments.values()} <= named | {"製造"}


def lines(desk: Desk) -> list[ReaderLine]:
    return reader_lines.of(desk.company, "a1")


def test_details_saved_as_they_were_change_nothing(desk):
    before = desk.company
    assert assets.save_details(desk, "a1", {"name": "加工条件表"}, desk.company.places_of("a1"), lines(desk)) == ""
    assert desk.company is before


def test_details_are_one_step(desk):
    before = desk.company
    everyone = ReaderLine(id=desk.new_id(), kind=Reader.EVERYONE, take=True)
    until = replace(lines(desk)[0], until="令和9年3月31日", needs=False)
    somebody = ReaderLine(id=desk.new_id(), name="佐藤 花", since="2026/5/1")
    paper = Place(id=desk.new_id(), asset="a1", medium=Medium.PAPER, where="棚")
    kept_at = [*desk.company.places_of("a1"), paper, replace(paper, id=desk.new_id())]
    values = {"partner": "ほくと金型", "note": "<b>A&B</b>"}
    assert assets.save_details(desk, "a1", values, kept_at, [until, everyone, somebody]) == ""
    company = desk.company
    assert desk.undo_label == "「加工条件表」のくわしい内容"
    assert [(row.reader, row.until, row.needs, row.take) for row in company.access_of("a1")] == [
        (Reader.DEPARTMENT, "2027-03-31", False, False),
        (Reader.EVERYONE, "", True, True),
        (Reader.PERSON, "", True, False),
    ]
    assert [(place.medium, place.where) for place in company.places_of("a1")] == [
        (Medium.DATA, "共有"),
        (Medium.PAPER, "棚"),
    ]
    assert company.assets["a1"].owner is Owner.ENTRUSTED and company.assets["a1"].note == "<b>A&B</b>"
    assert company.assets["a1"].guesses == ("department",)
    assert len(company.people) == 2
    assert undone(desk, before)
    assert assets.save_details(desk, "a1", {}, before.places_of("a1"), lines(desk), confirmed=True) == ""
    assert desk.company.assets["a1"].guesses == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (ReaderLine(id="n"), "どの人か"),
        (ReaderLine(id="n", kind=Reader.DEPARTMENT, name=" "), "どの部門か"),
        (ReaderLine(id="n", kind=Reader.DEPARTMENT, name="製造部"), "2行あります"),
        (ReaderLine(id="n", name="大西", since="来年"), "2027/4/1"),
        (ReaderLine(id="n", name="大西", since="2027/4/1", until="2027/3/31"), "より前"),
    ],
)
def test_details_that_make_no_sense_are_refused_in_words_and_nothing_is_written(desk, line, said):
    before = desk.company
    told = assets.save_details(desk, "a1", {"name": "別の名"}, before.places_of("a1"), [*lines(desk), line])
    assert said in told and "2行目" in told
    assert desk.company is before


def test_a_reader_who_has_left_stays_readable(desk):
    desk.change("退職", [replace(desk.company.people["p1"], left="2020-01-01")])
    desk.change("見る人", [Access(id="r2", asset="a1", who="p1", until="2020-01-01")])
    before = desk.company
    assert assets.save_details(desk, "a1", {}, before.places_of("a1"), lines(desk)) == ""
    assert desk.company is before
