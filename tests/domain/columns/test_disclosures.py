"""社外に渡してあるもの as typed: names are resolved and never guessed, dates say what is wrong with them, a sheet brings whole rows."""

from datetime import date

import pytest

from app.domain.columns import list_rows, outside
from app.domain.columns.disclosures import DISCLOSURES
from app.domain.columns.outside import OutsideLine
from app.domain.columns.paste import Line
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Department, Disclosure, Partner
from app.domain.slices import finished
from app.domain.words import Relation
from tests import firms

TODAY = date(2026, 11, 17)
ROW = Disclosure(id="o1", asset="a1")


def company(*more: object) -> Company:
    rows = [
        Department(id="d1", name="設計"),
        Asset(id="a1", position=1, name="金型図面"),
        Asset(id="a2", position=2, name="条件表", department="d1"),
        Asset(id="a3", position=3, name="条件表"),
        Asset(id="a4", position=4, name="条件表"),
        Partner(id="t1", name="株式会社南金属工業"),
        ROW,
        *more,
    ]
    return Company(on=TODAY).after(rows)  # type: ignore[arg-type]


def typed(key: str, text: str, now: Company | None = None, row: Disclosure = ROW):
    return DISCLOSURES.field(key).edit(now or company(), row, text, firms.new_ids())


def beside(key: str, **fields: str) -> str:
    return DISCLOSURES.field(key).aside(company(), Disclosure(id="o1", asset="a1", **fields))


def test_of_assets_with_one_name_none_is_guessed_and_what_is_offered_is_understood() -> None:
    refused = typed("asset", "条件表")
    assert refused.put == () and "3件あります。「条件表（設計）」" in refused.problem
    offered = list(DISCLOSURES.field("asset").offered(company()))  # type: ignore[misc]
    assert offered == ["金型図面", "条件表（設計）", "条件表（1件目）", "条件表（2件目）"]
    for words, asset in zip(offered, ("a1", "a2", "a3", "a4"), strict=True):
        (row,) = typed("asset", words).put
        assert row.asset == asset  # type: ignore[attr-defined]
    assert typed("asset", "ｶﾅｶﾞﾀ").problem and typed("asset", " 金型 図面 ").put


def test_a_partner_is_found_by_a_short_name_and_a_new_one_joins_as_one_who_works_for_us() -> None:
    (known,) = typed("partner", "南金属工業").put
    assert known.partner == "t1"  # type: ignore[attr-defined]
    new, row = typed("partner", "北めっき").put
    assert (new.name, new.relation, row.partner) == ("北めっき", Relation.SUBCONTRACTOR, new.id)  # type: ignore[attr-defined]
    assert typed("partner", "－").put[0].partner == ""  # type: ignore[attr-defined]


def test_of_partners_with_one_name_none_is_guessed_but_the_one_that_stands_there_stays() -> None:
    twice = company(Partner(id="t2", name="株式会社南金属工業"))
    assert "2社あります" in typed("partner", "株式会社南金属工業", twice).problem
    row = Disclosure(id="o1", asset="a1", partner="t2")
    assert typed("partner", "株式会社南金属工業", twice, row).put == (row,)


@pytest.mark.parametrize(
    ("key", "fields", "says"),
    [
        ("return_by", {"return_by": "2026-11-16"}, "過ぎています"),
        ("return_by", {"return_by": "2026-11-17"}, ""),
        ("return_by", {"return_by": "2026-11-16", "returned": "2026-11-10"}, ""),
        ("return_by", {"since": "2027-04-01", "return_by": "2027-03-31"}, "渡した日より前です"),
        ("returned", {"since": "2026-04-01", "returned": "2026-03-31"}, "渡した日より前です"),
        ("returned", {"returned": "2026-11-18"}, "まだ先の日です"),
        ("returned", {"returned": "2026-11-17"}, ""),
        ("returned", {}, ""),
    ],
)
def test_beside_a_date_stands_what_is_to_be_said_of_it(key: str, fields: dict[str, str], says: str) -> None:
    assert beside(key, **fields) == says


def test_a_row_of_a_sheet_without_a_known_asset_does_not_come_in_and_brings_nobody() -> None:
    lines = [
        Line({"asset": "金型図面", "partner": "北めっき", "since": "R8.4.1"}),
        Line({"asset": "知らない図面", "partner": "だれか工業"}),
        Line({"asset": "", "partner": "もう一社"}),
        Line({"asset": "金型図面", "partner": "北めっき", "since": "春ごろ"}),
    ]
    plan = finished(list_rows.planning(company(), DISCLOSURES, lines, firms.new_ids()))
    assert [row.left_out for row in plan.rows] == [False, True, True, False]
    assert "A 洗い出しにありません" in plan.rows[1].told[0] and "情報が空です" in plan.rows[2].told[0]
    assert [row.name for row in plan.put if isinstance(row, Partner)] == ["北めっき"]
    out = [row for row in plan.put if isinstance(row, Disclosure)]
    assert [(row.position, row.since) for row in out] == [(1, "2026-04-01"), (2, "")]


def test_lines_of_the_details_keep_what_they_do_not_show() -> None:
    old = Disclosure(id="o1", asset="a1", partner="t1", since="2026-04-01", agreement="秘密保持契約", note="控え")
    (line,) = outside.of(company(old), "a1")
    assert outside.read(company(old), "a1", [line], firms.new_ids()).rows == (old,)
    new = OutsideLine("o2", "北めっき", "2026/5/1", "現物")
    read = outside.read(company(old), "a1", [line, new], firms.new_ids())
    assert read.rows[1].since == "2026-05-01" and read.rows[1].partner == read.joined[0].id


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (OutsideLine("x"), "1行目：どの会社に"),
        (OutsideLine("x", "南金属工業", since="春"), "日付は 2027/4/1 のように"),
        (OutsideLine("x", "南金属工業", "2026/4/1", return_by="2026/3/1"), "「返してもらう日」が「いつから」より前"),
        (OutsideLine("x", "南金属工業", "2026/4/1", returned="2026/3/1"), "「返った日」が「いつから」より前"),
    ],
)
def test_lines_that_make_no_sense_are_refused_in_words(line: OutsideLine, says: str) -> None:
    read = outside.read(company(), "a1", [line], firms.new_ids())
    assert read.rows == () and says in read.problems[0]
