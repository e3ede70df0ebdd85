"""The rows of an article while they are typed: numbers, chips, keys, the clipboard, and the field's own undo."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.domain.forms.body import RefSlot, ValueSlot, Words
from app.domain.forms.own_rows import Row
from app.ui.look import Look
from app.ui.pages.papers.row_field import RowField
from tests.domain.forms.test_own_rows import says
from tests.domain.forms.test_own_wording import HOSTILE

MANY = ("<b>A&B</b>", "髙﨑𠮷", "あ" * 10_000, *HOSTILE)
ROWS = [says("一つ目の項。", id="a"), Row(0, (Words("🏭は"), RefSlot("scope"), Words("の")), "b"), says("号", 1, "c")]


@pytest.fixture
def field(qapp) -> Iterator[RowField]:
    made = RowField(Look(), "第1条の項と号", lambda: None)
    made.load(ROWS)
    made.show()
    yield made
    made.hide()
    made.deleteLater()


def cursor_to(field: RowField, row: int, end: bool = False) -> None:
    cursor = QTextCursor(field.document().findBlockByNumber(row))
    if end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    field.setTextCursor(cursor)


def test_rows_are_made_and_moved_by_keys_and_undone(field: RowField, ime: Callable) -> None:
    before = field.rows()
    cursor_to(field, 0, end=True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    ime(field, "足した項。")
    QTest.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [(row.depth, row.pieces) for row in field.rows()][1] == (1, (Words("足した項。"),))
    assert field.rows()[0] == before[0] and field.rows()[1].id == ""
    QTest.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert field.rows()[1].depth == 1  # nothing is deeper than the row above allows
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert field.rows()[0].pieces == (Words("足した項。"),) and field.rows()[1] == before[0]
    while field.document().isUndoAvailable():
        field.undo()
    assert field.rows() == before


def test_a_row_above_leaves_the_id_with_the_words(field: RowField) -> None:
    before = field.rows()
    cursor_to(field, 1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    after = field.rows()
    assert after[1] == Row(before[1].depth, ()) and after[2] == before[1]


def test_backspace_raises_a_row_before_it_joins_it(field: RowField) -> None:
    field.load([says("項。", id="a"), says("号", 1, "b")])
    cursor_to(field, 1)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.rows() == [says("項。", id="a"), says("号", id="b")]
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.rows() == [says("項。号", id="a")]


@pytest.mark.parametrize("typed", MANY, ids=range(len(MANY)))
def test_what_is_typed_or_pasted_stays_as_it_is(field: RowField, ime: Callable, typed: str) -> None:
    field.load([Row(0, (RefSlot("scope"),))])
    cursor_to(field, 0, end=True)
    ime(field, typed)
    assert field.rows() == [Row(0, (RefSlot("scope"), Words(typed)))]
    data = QMimeData()
    data.setHtml("<h1>飾り</h1>")
    data.setText(typed)
    field.insertFromMimeData(data)
    assert field.rows() == [Row(0, (RefSlot("scope"), Words(typed + typed)))]


def test_several_pasted_lines_are_several_rows(field: RowField) -> None:
    field.load([says("前")])
    cursor_to(field, 0, end=True)
    data = QMimeData()
    data.setText("一\r\n第2条\n{{ company }}")
    field.insertFromMimeData(data)
    assert field.rows() == [says("前一"), says("第2条"), says("{{ company }}")]


def test_chips_are_copied_as_chips_here_and_as_words_elsewhere(field: RowField) -> None:
    row = Row(0, (Words("見よ、"), RefSlot("scope"), ValueSlot("company"), Words("。")))
    field.load([row])
    field.show_numbers(["第1条"], [["見よ、", "第2条", "みなと", "。"]])
    field.selectAll()
    data = field.createMimeDataFromSelection()
    assert data.text() == "見よ、第2条みなと。" and not data.hasHtml()
    cursor_to(field, 0, end=True)
    field.insertFromMimeData(data)
    assert field.rows() == [Row(0, (*row.pieces[:3], Words("。見よ、"), *row.pieces[1:]))]


def test_foreign_rows_on_the_clipboard_are_only_words(field: RowField) -> None:
    field.load([says("前")])
    for raw in (b"not json", b'{"a": 1}', b'["[9,[],0]"]'):
        data = QMimeData()
        data.setData("application/x-mamoricho-rows", raw)
        field.insertFromMimeData(data)
    assert "[9,[],0]" in field.toPlainText() and len(field.rows()) == 1


def test_what_is_loaded_is_what_comes_out(field: RowField) -> None:
    rows = [
        Row(0, (Words("一\n行の中で改行\ufffc"), RefSlot("a", True), RefSlot("a"), ValueSlot("x")), "i"),
        Row(2, (), ""),
    ]
    field.load(rows)
    assert field.rows() == rows and not field.document().isUndoAvailable()


def test_what_hangs_below_a_row_rises_with_it(field: RowField) -> None:
    field.load([says("項"), says("号", 1), says("細号", 2), says("号", 1)])
    cursor_to(field, 1)
    field.shift(-1)
    assert [row.depth for row in field.rows()] == [0, 0, 1, 1]
    field.undo()
    assert [row.depth for row in field.rows()] == [0, 1, 2, 1]


def test_a_row_is_named_without_a_step_of_its_own(field: RowField, ime: Callable) -> None:
    field.load([says("一")])
    cursor_to(field, 0, end=True)
    ime(field, "二")
    assert field.name_row(0, "own-1") == "own-1" == field.name_row(0, "own-2")
    field.undo()
    assert field.rows() == [says("一")]


def test_numbers_stand_beside_their_rows(field: RowField) -> None:
    field.resize(500, 300)
    bare = field.grab().toImage()
    field.show_numbers(["第1条", "2", "(1)"], [[], ["", "第2条", ""], []])
    numbered = field.grab().toImage()
    left = [x for x in range(field.width()) for y in range(field.height()) if bare.pixel(x, y) != numbered.pixel(x, y)]
    assert left and min(left) < 60
