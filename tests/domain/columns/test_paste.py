"""Rows on their way into the ledger: nothing typed is lost, nothing is taken that was not shown."""

from datetime import date
from itertools import count

from app.domain.columns import paste as pasting
from app.domain.columns.paste import Line
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Department, Person, Place
from app.domain.slices import Done
from app.domain.words import Medium, Owner, Reader

COMPANY = Company(on=date.today()).after(
    [
        Department(id="d1", position=1, name="製造"),
        Person(id="p1", position=1, name="大西 誠", department="d1", title="工場長"),
        Asset(id="a1", position=1, name="加工条件表", department="d1", owner=Owner.ENTRUSTED, note="前からのメモ"),
        Place(id="x1", asset="a1", medium=Medium.DATA, where="共有"),
        Access(id="r1", asset="a1", reader=Reader.DEPARTMENT, who="d1", copy=True),
    ]
)


def plan(*lines: Line, join: bool = False) -> tuple[pasting.Plan, Company]:
    numbers = count()
    made = pasting.plan(COMPANY, lines, lambda: f"n{next(numbers)}", join=join)
    return made, COMPANY.after(made.put, made.drop)


def test_new_rows_follow_the_last_one_and_share_a_department_that_comes_in_with_the_first():
    made, after = plan(Line({"name": "A", "department": "めっき"}), Line({"name": "B", "department": "めっき"}))
    assert [asset.name for asset in after.listed] == ["加工条件表", "A", "B"]
    assert made.joined == ("部門 めっき",)
    assert len({asset.department for asset in after.listed[1:]}) == 1


def test_columns_come_in_whatever_their_order():
    _, after = plan(Line({"places": "金型庫", "media": "紙・物", "name": "A"}))
    new = after.listed[-1]
    assert [(place.medium, place.where) for place in after.places_of(new.id)] == [
        (Medium.PAPER, "金型庫"),
        (Medium.THING, "金型庫"),
    ]
    assert new.guesses == ()


def test_what_cannot_be_read_goes_to_the_note_and_is_said():
    made, after = plan(
        Line({"name": "A", "media": "石板", "review_on": "いつか", "note": "済", "department": "製造部"})
    )
    new = after.listed[-1]
    assert new.note == "済　媒体：石板　見直す日：いつか"
    assert new.department == "d1"
    assert len(made.rows[0].told) == 2 and made.rows[0].cells["note"] == new.note


def test_headings_without_a_column_and_second_columns_go_to_the_note():
    lines = pasting.lines(
        ["", "name", "places", "places", "重要度"], [["1", "A", "棚", "PC", "高"], ["2", "B", "", "PC", ""]]
    )
    assert lines[0].values == {"name": "A", "places": "棚", "note": "置き場所：PC　重要度：高"}
    assert lines[1].values == {"name": "B", "places": "PC"}


def test_readers_nobody_knows_are_named_and_may_join():
    line = Line({"name": "A", "readers": "製造、山田、設計課、社長"})
    made, after = plan(line)
    assert made.strangers == ("山田", "設計課", "社長")
    assert not after.access_of(after.listed[-1].id) and "見てよい人：製造、山田、設計課、社長" in after.listed[-1].note
    made, after = plan(line, Line({"name": "B", "readers": "山田"}), join=True)
    assert made.joined == ("部門 設計課", "人 山田") or made.joined == ("人 山田", "部門 設計課")
    kinds = [row.reader for row in after.access_of(after.listed[-2].id)]
    assert kinds == [Reader.DEPARTMENT, Reader.PERSON, Reader.DEPARTMENT, Reader.TITLE]
    assert len(after.people) == 2 and len(after.access_of(after.listed[-1].id)) == 1


def test_an_old_row_keeps_its_rights_its_ids_and_what_was_not_pasted():
    made, after = plan(Line({"name": "条件表", "places": "", "media": "", "readers": "製造", "owner": ""}, asset="a1"))
    assert made.overwritten == 1 and after.assets["a1"].name == "条件表"
    assert after.assets["a1"].owner is Owner.ENTRUSTED and after.assets["a1"].note == "前からのメモ"
    assert after.places_of("a1") == [] and after.access["r1"].copy
    assert made.rows[0].told == ()


def test_the_note_of_an_old_row_is_added_to_not_replaced():
    _, after = plan(Line({"media": "石板"}, asset="a1"))
    assert after.assets["a1"].note == "前からのメモ　媒体：石板"
    assert [place.where for place in after.places_of("a1")] == ["共有"]


def test_the_row_shown_is_the_row_written():
    made, after = plan(Line({"name": "A", "keeper": "大西", "review_on": "R9.4.1", "personal": "ある"}))
    cells = made.rows[0].cells
    assert (cells["keeper"], cells["review_on"], cells["personal"]) == ("大西 誠", "2027/04/01", "ある")
    assert after.assets[made.rows[0].asset].review_on == "2027-04-01"


def test_a_plan_says_how_far_it_is_and_comes_to_the_same():
    rows = [Line({"name": f"図面{n}", "department": "新しい課", "keeper": "見知らぬ人"}) for n in range(4)]
    seen: list[Done] = []

    def slowly():
        numbers = count(1)
        steps = pasting.planning(COMPANY, rows, lambda: f"n{next(numbers)}")
        try:
            while True:
                seen.append(next(steps))
        except StopIteration as done:
            return done.value

    numbers = count(1)
    assert slowly() == pasting.plan(COMPANY, rows, lambda: f"n{next(numbers)}")
    assert seen == [Done(n, 4) for n in (1, 2, 3, 4)]
