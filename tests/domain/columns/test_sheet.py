"""Pieces of sheets: cells come in as Excel put them on the clipboard, and headings find their columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import sheet as sheets
from app.domain.columns.asset import FIELDS


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("金型図面", [["金型図面"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"上\n下"\tb\n', [["上\n下", "b"]]),
        ('"彼は""秘""と書いた\n"\tb', [['彼は"秘"と書いた\n', "b"]]),
        ('3" パイプ\t"仮"\n', [['3" パイプ', '"仮"']]),
        ('"閉じない\tb\nc\td', [['"閉じない', "b"], ["c", "d"]]),
        ("a\t\t\n\t\t\n", [["a"]]),
        ("10年\r\n\r\n3年\r\n\r\n", [["10年"], [""], ["3年"]]),
        ("\n\tb\n", [["", ""], ["", "b"]]),
    ],
)
def test_a_piece_of_a_sheet_is_read_cell_by_cell(text, rows):
    assert sheets.read(text) == rows


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=8) | st.sampled_from(
    ['"', '""', '"a"', "a\nb", "\t", '"\n', "髙﨑𠮷", "=1+1"]
)


@given(st.lists(st.lists(CELL.filter(str.strip), min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_is_copied_is_what_is_pasted(rows):
    assert sheets.read(sheets.write(rows)) == rows


def test_our_own_headings_are_known():
    assert sheets.headings([field.label for field in FIELDS]) == [field.key for field in FIELDS]


def test_headings_of_others_find_their_columns_and_unknown_ones_stay_words():
    assert sheets.headings(["No.", "資料名", "担当部署", "保管場所", "重要度"]) == [
        "",
        "name",
        "department",
        "places",
        "重要度",
    ]


@pytest.mark.parametrize(
    "row", [["金型図面", "設計", "電子"], ["加工条件表"], ["情報の名前", "1", "2", "3", "4", "5"], [""]]
)
def test_a_row_of_data_is_no_row_of_headings(row):
    assert sheets.headings(row) is None or row == [""]


@pytest.mark.parametrize("heading", ["媒体", "保存形式", "保管形態", "形式", "紙・電子の別", "保存 形式"])
def test_headings_that_owners_have_for_the_medium(heading):
    assert sheets.headings(["資料名", heading, "保管場所"]) == ["name", "media", "places"]


@pytest.mark.parametrize("rows", ["A\tB\r\nC", "A\tB\n", "\n\tA\r\n\r\n", "", "\t", "A\rB\t\t\n\n"])
def test_a_sheet_without_quotation_marks_reads_as_one_with_them(rows: str) -> None:
    assert sheets.read(rows) == _closely(rows)


def _closely(rows: str) -> list[list[str]]:
    """Cell by cell, as it goes where a quotation mark stands somewhere: in a last row of its own, which is taken off again."""
    read = sheets.read(f'{rows}\n3"')
    return sheets.trimmed(read[:-1])
