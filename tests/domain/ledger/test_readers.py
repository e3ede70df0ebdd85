"""見てよい人: a line as shown can be typed back, whoever stands in it, and nobody's rights are lost beside an edit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.company import Company
from app.domain.ledger.readers import line, open_to_all, parse, parse_joining, people_who, reader_name
from app.domain.ledger.records import Access, Department, Person, Record
from app.domain.words import Reader
from tests import firms

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
TODAY = date.today().isoformat()


def firm(*records: Record) -> Company:
    return firms.firm(*firms.neighbours(), *records, staff=2)


def row(reader: Reader, who: str = "", **fields: object) -> Access:
    return replace(Access(id=f"r-{reader}-{who}", asset="a1", reader=reader, who=who), **fields)  # type: ignore[arg-type]


def readers(company: Company, text: str) -> list[tuple[Reader, str]]:
    """Whom a typed line names; nobody may be unknown."""
    parsed = parse(company, "a1", text, firms.new_ids())
    assert parsed.unknown == ()
    return [(access.reader, access.who) for access in parsed.rows]


def typed(company: Company, text: str) -> Company:
    """The company after the line was typed over the old one."""
    rows = parse(company, "a1", text, firms.new_ids()).rows
    keep = {access.id for access in rows}
    return company.after(rows, [("access", old.id) for old in company.access_of("a1") if old.id not in keep])


# what is typed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("大西 誠", [(Reader.PERSON, "p-oonishi")]),
        ("大西", [(Reader.PERSON, "p-oonishi")]),
        ("大西誠", [(Reader.PERSON, "p-oonishi")]),
        ("大西さん", [(Reader.PERSON, "p-oonishi")]),
        ("佐藤 二郎", [(Reader.PERSON, "p-sato2")]),
        ("アンナ・リー", [(Reader.PERSON, "p-anna")]),
        ("製造部", [(Reader.DEPARTMENT, "d1")]),
        ("製造", [(Reader.DEPARTMENT, "d1")]),
        ("設計・開発", [(Reader.DEPARTMENT, "d2")]),
        ("設計・開発部", [(Reader.DEPARTMENT, "d2")]),
        ("工場長", [(Reader.TITLE, "工場長")]),
        ("全員", [(Reader.EVERYONE, "")]),
        ("みんな", [(Reader.EVERYONE, "")]),
        ("", []),
        (" 、 ／", []),
    ],
)
def test_each_kind_of_reader_is_known_by_the_names_that_people_use(text: str, found: list[tuple[Reader, str]]) -> None:
    assert readers(firm(), text) == found


@pytest.mark.parametrize("sign", ["、", ",", "，", "／", "/", ";", "；", "\n", "\t", "・", "、 "])
def test_any_usual_sign_separates(sign: str) -> None:
    assert readers(firm(), f"工場長{sign}製造部{sign}大西") == [
        (Reader.TITLE, "工場長"),
        (Reader.DEPARTMENT, "d1"),
        (Reader.PERSON, "p-oonishi"),
    ]


def test_names_that_hold_a_separating_sign_are_read_whole() -> None:
    company = firm(Department(id="d3", name="総務／経理"), Department(id="d4", name="品質,検査"))
    assert readers(company, "総務／経理、設計・開発／アンナ・リー, 品質,検査") == [
        (Reader.DEPARTMENT, "d3"),
        (Reader.DEPARTMENT, "d2"),
        (Reader.PERSON, "p-anna"),
        (Reader.DEPARTMENT, "d4"),
    ]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("山田", ("山田",)), ("佐藤", ("佐藤",)), ("工場長、品証、x", ("品証", "x")), ("<b>大西", ("<b>大西",))],
)
def test_a_word_that_fits_nobody_or_several_is_told(text: str, unknown: tuple[str, ...]) -> None:
    assert parse(firm(), "a1", text, firms.new_ids()).unknown == unknown


def test_one_reader_typed_twice_is_one_row() -> None:
    assert readers(firm(), "大西、大西 誠、大西さん") == [(Reader.PERSON, "p-oonishi")]


def test_who_has_left_is_no_reader_for_a_new_row() -> None:
    company = firm(Person(id="p-old", name="野口 治", left=YESTERDAY))
    assert parse(company, "a1", "野口 治", firms.new_ids()).unknown == ("野口 治",)


# what is shown can be typed back


KINDS = [
    row(Reader.PERSON, "p-oonishi"),
    row(Reader.PERSON, "p-sato1", copy=True),
    row(Reader.PERSON, "p-anna"),
    row(Reader.PERSON, "p-old", take=True),
    row(Reader.PERSON, "p-twin1"),
    row(Reader.DEPARTMENT, "d1", copy=True, until=TODAY),
    row(Reader.DEPARTMENT, "d2"),
    row(Reader.DEPARTMENT, "d3"),
    row(Reader.TITLE, "工場長"),
    row(Reader.TITLE, "前の工場長"),
    row(Reader.EVERYONE, needs=False),
]
CROWD = firm(
    Person(id="p-old", name="野口 治", left=YESTERDAY),
    Person(id="p-twin1", name="鈴木 花子"),
    Person(id="p-twin2", name="鈴木 花子"),
    Department(id="d3", name="総務／経理"),
)
HIDDEN = [row(Reader.PERSON, "p1", view=False), row(Reader.PERSON, "p2", until=YESTERDAY, copy=True)]


@pytest.mark.parametrize("access", KINDS, ids=lambda access: f"{access.reader}:{access.who}")
def test_every_kind_of_reader_survives_a_line_that_is_typed_back(access: Access) -> None:
    company = CROWD.after([access])
    shown = line(company, "a1")
    assert shown == reader_name(company, access)
    assert typed(company, shown).access_of("a1") == [access]


@given(st.lists(st.sampled_from([*KINDS, *HIDDEN]), unique=True))
def test_any_line_survives_being_typed_back(rows: list[Access]) -> None:
    company = CROWD.after(rows)
    again = typed(company, line(company, "a1"))
    assert sorted(again.access_of("a1"), key=lambda one: one.id) == sorted(rows, key=lambda one: one.id)
    assert line(again, "a1") == line(company, "a1")


@given(st.lists(st.sampled_from(KINDS), unique=True), st.data())
def test_taking_one_name_out_takes_one_row_out(rows: list[Access], data: st.DataObject) -> None:
    company = CROWD.after([*rows, *HIDDEN])
    if not rows:
        return
    gone = data.draw(st.sampled_from(rows))
    text = "、".join(reader_name(company, one) for one in rows if one != gone)
    left = {one.id for one in typed(company, text).access_of("a1")}
    assert left == {one.id for one in [*rows, *HIDDEN]} - {gone.id}


def test_two_people_of_one_name_both_stay() -> None:
    both = [row(Reader.PERSON, "p-twin1", copy=True), row(Reader.PERSON, "p-twin2")]
    company = CROWD.after(both)
    assert line(company, "a1") == "鈴木 花子（1人目）、鈴木 花子（2人目）"
    assert typed(company, line(company, "a1") + "、工場長").access_of("a1")[:2] == both


# rows that the line does not show


def test_who_needs_without_viewing_and_who_once_might_stay_beside_an_edit() -> None:
    company = CROWD.after(HIDDEN)
    assert line(company, "a1") == "" and people_who(company, "a1") == ()
    assert typed(company, "工場長").access_of("a1")[:2] == HIDDEN


def test_naming_them_lets_them_view_with_the_rights_they_had() -> None:
    again = typed(CROWD.after(HIDDEN), "社員1、社員2")
    assert again.access_of("a1") == [replace(HIDDEN[0], view=True), replace(HIDDEN[1], until="")]
    assert line(again, "a1") == "社員1、社員2"


# who may view


@pytest.mark.parametrize(
    ("access", "who"),
    [
        (row(Reader.PERSON, "p-sato1"), ["p-sato1"]),
        (row(Reader.DEPARTMENT, "d2"), ["p-sato1", "p-sato2"]),
        (row(Reader.TITLE, "工場長"), ["p-oonishi"]),
        (row(Reader.EVERYONE), ["p1", "p2", "p-oonishi", "p-sato1", "p-sato2", "p-anna"]),
        (row(Reader.PERSON, "p-sato1", view=False), []),
        (row(Reader.PERSON, "p-sato1", until=TODAY), ["p-sato1"]),
        (row(Reader.PERSON, "p-sato1", until=YESTERDAY), []),
        (row(Reader.PERSON, "nobody"), []),
    ],
)
def test_rows_cover_the_people_who_are_here(access: Access, who: list[str]) -> None:
    company = firm(access)
    assert [person.id for person in people_who(company, "a1")] == who
    assert open_to_all(company, "a1") is (access.reader is Reader.EVERYONE)


def test_nobody_is_counted_twice_and_who_left_is_not_counted() -> None:
    company = firm(row(Reader.DEPARTMENT, "d2"), row(Reader.PERSON, "p-sato1"))
    gone = replace(company.people["p-sato2"], left=YESTERDAY)
    assert [person.id for person in people_who(company.after([gone]), "a1")] == ["p-sato1"]


def test_a_test_of_ones_own_asks_another_question() -> None:
    company = firm(row(Reader.PERSON, "p1", view=False, needs=True), row(Reader.PERSON, "p2", needs=False))
    assert [person.id for person in people_who(company, "a1", lambda one: one.needs)] == ["p1"]


# newcomers


def test_strangers_may_join_by_what_their_name_looks_like() -> None:
    parsed = parse_joining(firm(), "a1", "大西、めっき課、課長、林 三郎さん、佐藤", firms.new_ids())
    assert parsed.unknown == ("佐藤",)
    department, person = parsed.joined
    assert isinstance(department, Department) and department.name == "めっき課"
    assert isinstance(person, Person) and person.name == "林 三郎"
    assert [one.reader for one in parsed.rows] == [Reader.PERSON, Reader.DEPARTMENT, Reader.PERSON, Reader.TITLE]


@given(firms.ANYTHING)
def test_whatever_is_typed_is_read_or_told(text: str) -> None:
    parsed = parse(CROWD.after([*KINDS, *HIDDEN]), "a1", text, firms.new_ids())
    assert all(word.strip() == word != "" for word in parsed.unknown)
    joined = parse_joining(CROWD, "a1", text, firms.new_ids())
    assert len({one.id for one in joined.rows}) == len(joined.rows)
