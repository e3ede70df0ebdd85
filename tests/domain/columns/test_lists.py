"""The columns of departments, people and partners: text to records and back, problems in words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns.disclosures import DISCLOSURES
from app.domain.columns.lists import DEPARTMENTS, PARTNERS, PEOPLE, Changed, List, ListField, rows
from app.domain.ledger.company import Company
from app.domain.ledger.records import KINDS, Asset, Department, Disclosure, Partner, Record
from app.domain.words import Relation
from tests import firms

LISTS = [DEPARTMENTS, PEOPLE, PARTNERS, DISCLOSURES]
COLUMNS = [(what, field) for what in LISTS for field in what.fields]
FIRM = firms.firm(
    *firms.neighbours(),
    Asset(id="a1", position=1, name="金型図面"),
    Asset(id="a2", position=2, name="A&B<精密>の条件表"),
    Disclosure(id="o1", asset="a1"),
    staff=0,
)
ONE: dict[str, Record] = {
    "departments": FIRM.departments["d1"],
    "people": FIRM.people["p-oonishi"],
    "partners": FIRM.partners["t1"],
    "disclosures": FIRM.disclosures["o1"],
}
TYPED = {
    "name": "A&B<精密>製作所",
    "department": "めっき",
    "title": "主任",
    "employment": "パート",
    "joined": "1998/4/1",
    "left": "令和8年12月31日",
    "relation": "外注先",
    "address": "静岡県 1-2-3",
    "representative_title": "代表取締役",
    "representative": "髙﨑 𠮷郎",
    "nda_signed": "２０２６／４／１",
    "nda_until": "",
    "note": "=1+1",
    "previous": "<b>前の会社</b>",
    "abroad": "海外",
    "asset": "A&B<精密>の条件表",
    "partner": "髙﨑工業",
    "since": "令和8年4月1日",
    "form": "紙",
    "agreement": "口約束",
    "return_by": "R9.3.31",
    "returned": "",
}
AGAIN = {"joined": "1998/04/01", "left": "2026/12/31", "nda_signed": "2026/04/01"}
AGAIN |= {"since": "2026/04/01", "return_by": "2027/03/31"}


def field_id(value: object) -> str:
    return value.kind if isinstance(value, List) else value.key if isinstance(value, ListField) else ""


def edited(field: ListField, record: Record, text: str) -> tuple[Company, Record]:
    changed = field.edit(FIRM, record, text, firms.new_ids())
    assert changed.problem == ""
    return FIRM.after(changed.put), changed.put[-1]


@pytest.mark.parametrize(("what", "field"), COLUMNS, ids=field_id)
def test_each_column_shows_what_was_typed(what: List, field: ListField) -> None:
    company, record = edited(field, ONE[what.kind], TYPED[field.key])
    assert isinstance(record, what.record) and record.id == ONE[what.kind].id
    shown = field.text(company, record)
    assert shown == AGAIN.get(field.key, TYPED[field.key])
    assert field.edit(company, record, shown, firms.new_ids()).put == (record,)


@pytest.mark.parametrize("what", LISTS, ids=field_id)
def test_every_row_of_the_sample_can_be_typed_back(what: List) -> None:
    company = firms.sample()
    for row in rows(company, what.kind):
        for field in what.fields:
            assert field.edit(company, row, field.text(company, row), firms.new_ids()) == Changed((row,))


@pytest.mark.parametrize(("what", "field"), COLUMNS, ids=field_id)
def test_every_option_is_taken_and_the_kind_has_the_field(what: List, field: ListField) -> None:
    assert what.record is KINDS[what.kind] and field.key in what.record.__dataclass_fields__
    for option in field.options:
        company, record = edited(field, ONE[what.kind], option)
        assert field.text(company, record) == option


def test_a_new_department_is_founded_and_a_known_one_is_found() -> None:
    column = next(field for field in PEOPLE.fields if field.key == "department")
    founded = column.edit(FIRM, FIRM.people["p-sato1"], " めっき ", firms.new_ids())
    assert founded.put[0] == Department(id="n1", position=3, name="めっき")
    known = column.edit(FIRM, FIRM.people["p-sato1"], "製造", firms.new_ids())
    assert known.put == (replace(FIRM.people["p-sato1"], department="d1"),)
    assert column.edit(FIRM, FIRM.people["p-sato1"], "", firms.new_ids()).put[0].department == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("what", "key", "text", "says"),
    [
        (PEOPLE, "joined", "春ごろ", "入社日は 2026/4/1 のように"),
        (PEOPLE, "left", "2026/2/30", "退職日は 2026/4/1 のように"),
        (PARTNERS, "nda_until", "x", "契約の期限は"),
        (PARTNERS, "relation", "友だち", "間柄は お客様・仕入先・外注先"),
        (PARTNERS, "relation", "", "間柄は"),
        (PARTNERS, "abroad", "中国", "国内か海外か"),
        (DISCLOSURES, "asset", "どこにもない図面", "A 洗い出しにありません"),
        (DISCLOSURES, "asset", " ", "どの情報かを"),
        (DISCLOSURES, "since", "去年", "いつからは 2026/4/1 のように"),
        (DISCLOSURES, "returned", "済", "返った日は"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(what: List, key: str, text: str, says: str) -> None:
    field = next(field for field in what.fields if field.key == key)
    changed = field.edit(FIRM, ONE[what.kind], text, firms.new_ids())
    assert says in changed.problem and changed.put == ()


@pytest.mark.parametrize("typed", ["お客様", "得意先", "客先", "顧客"])
def test_a_customer_has_many_names(typed: str) -> None:
    field = next(field for field in PARTNERS.fields if field.key == "relation")
    (changed,) = field.edit(FIRM, ONE[PARTNERS.kind], typed, firms.new_ids()).put
    assert changed.relation is Relation.CUSTOMER  # type: ignore[attr-defined]


def test_rows_stand_in_the_owners_order() -> None:
    company = Company(on=date.today()).after(
        [Partner(id="b", position=2), Partner(id="c", position=1), Partner(id="a", position=2)]
    )
    assert [row.id for row in rows(company, "partners")] == ["c", "a", "b"]


def test_an_example_stands_under_the_columns_it_belongs_to() -> None:
    for what in LISTS:
        assert 0 < len(what.example) <= len(what.fields)
        for field, example in zip(what.fields, what.example, strict=False):
            assert not field.closed or example in field.options


@given(st.sampled_from(COLUMNS), firms.ANYTHING)
def test_nothing_that_can_be_typed_raises(column: tuple[List, ListField], text: str) -> None:
    what, field = column
    changed = field.edit(FIRM, ONE[what.kind], text, firms.new_ids())
    assert bool(changed.problem) != bool(changed.put)
    if changed.put:
        field.text(FIRM.after(changed.put), changed.put[-1])
