"""部門, 人 and 取引先 under the hand: what is typed stays in its row, what is refused stays in its cell, keys do what they do in Excel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app.domain.columns import lists as list_fields
from app.ui import breaths
from app.ui.kit.sheet import clipboard, paste
from app.ui.kit.sheet.model import TONE
from app.ui.pages.ledger.lists import RecordSection
from app.ui.pages.ledger.paste import ListPaste
from app.ui.window import Window
from tests.ui.conftest import settle
from tests.ui.test_fields import LONG

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def section(window: Window) -> Callable[[str], RecordSection]:
    def open_section(key: str) -> RecordSection:
        window.activateWindow()
        window.open("ledger", key)
        settle()
        found = window.page("ledger").section(key)
        assert isinstance(found, RecordSection)
        return found

    return open_section


def go(part: RecordSection, row: int, key: str) -> None:
    part.table.setFocus()
    index = part.model.index(row, column(part, key))
    part.table.selectionModel().setCurrentIndex(index, part.table.selectionModel().SelectionFlag.ClearAndSelect)


def column(part: RecordSection, key: str) -> int:
    return [field.key for field in part.what.fields].index(key)


def here(part: RecordSection) -> tuple[int, str]:
    index = part.table.currentIndex()
    return index.row(), part.what.fields[index.column()].key


def editor(part: RecordSection) -> QLineEdit:
    fields = [w for kind in (QLineEdit, QComboBox) for w in part.table.viewport().findChildren(kind) if w.isVisible()]
    return next(field for field in fields if field.parent() is part.table.viewport())


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)
    QApplication.processEvents()


def said(part: RecordSection, row: int, key: str) -> str:
    return part.model.index(row, column(part, key)).data() or ""


@pytest.mark.parametrize(
    ("key", "name", "second"), [("people", "name", "department"), ("partners", "name", "relation")]
)
def test_tab_after_a_new_name_stays_in_its_row(section, qtbot, ime, key, name, second) -> None:
    part = section(key)
    before = [said(part, row, name) for row in range(part.model.new_row)]
    new = part.model.new_row
    go(part, new, name)
    ime(part.table, "めっき あや")
    press(qtbot, editor(part), Qt.Key.Key_Tab)
    assert here(part) == (new, second)
    assert [said(part, row, name) for row in range(part.model.new_row)] == [*before, "めっき あや"]


def test_a_new_department_is_followed_by_the_next_one(section, qtbot, ime) -> None:
    part = section("departments")
    go(part, part.model.new_row, "name")
    for name in ("めっき班", "検査班"):
        ime(part.table, name)
        press(qtbot, editor(part), Qt.Key.Key_Return)
        assert here(part) == (part.model.new_row, "name")
    assert [said(part, part.model.new_row - n, "name") for n in (2, 1)] == ["めっき班", "検査班"]


def test_a_refused_date_stays_in_its_cell_with_the_reason_until_it_is_mended(section, qtbot, ime) -> None:
    part = section("people")
    for row, words in ((0, "きのう"), (1, "おととい")):
        go(part, row, "joined")
        ime(part.table, words)
        press(qtbot, editor(part), Qt.Key.Key_Return)
        assert here(part) == (row, "joined") and said(part, row, "joined") == words
    cell = part.model.index(0, column(part, "joined"))
    assert cell.data(TONE) == "refused" and "2026/4/1" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "ほかに1か所" in part._problem.text()
    part.model.setData(part.model.index(0, column(part, "title")), "社長")
    assert said(part, 0, "joined") == "きのう"
    go(part, 0, "joined")
    press(qtbot, part.table, Qt.Key.Key_Return)
    assert editor(part).text() == "きのう"
    editor(part).setText("令和8年4月1日")
    press(qtbot, editor(part), Qt.Key.Key_Return)
    assert said(part, 0, "joined") == "2026/04/01"
    go(part, 1, "joined")
    press(qtbot, part.table, Qt.Key.Key_Escape)
    assert said(part, 1, "joined") != "おととい" and not part._problem.isVisible()


def test_delete_clears_cells_and_takes_out_rows_only_by_their_number(section, qtbot) -> None:
    part = section("people")
    rows = part.model.new_row
    go(part, 0, "title")
    press(qtbot, part.table, Qt.Key.Key_Delete)
    assert part.model.new_row == rows and said(part, 0, "title") == ""
    part.table.selectionModel().select(
        QItemSelection(part.model.index(0, 0), part.model.index(0, part.model.columnCount() - 1)),
        part.table.selectionModel().SelectionFlag.ClearAndSelect,
    )
    press(qtbot, part.table, Qt.Key.Key_Backspace)
    assert part.model.new_row == rows and said(part, 0, "name") == ""
    new = part.model.new_row
    assert part.model.setData(part.model.index(new, 0), "すぐ消す人")
    part.table.selectRow(new)
    press(qtbot, part.table, Qt.Key.Key_Delete)
    assert part.model.new_row == rows


def test_delete_on_the_list_of_headings_beside_the_table_deletes_nobody(section, qtbot, window) -> None:
    part = section("people")
    rows = part.model.new_row
    part.table.selectRow(0)
    window.page("ledger")._list.setFocus()
    press(qtbot, window.page("ledger")._list, Qt.Key.Key_Delete)
    assert part.model.new_row == rows


def test_rows_that_are_used_stay_and_are_named(section) -> None:
    part = section("people")
    new = part.model.new_row
    assert part.model.setData(part.model.index(new, 0), "すぐ消す人")
    used = said(part, 0, "name")
    part._remove_rows([part.model.id_at(0), part.model.id_at(new)])
    assert part.model.new_row == new and used in part._problem.text()


def test_cut_copy_and_fill_downwards(section, qtbot) -> None:
    part = section("people")
    go(part, 0, "title")
    title = said(part, 0, "title")
    press(qtbot, part.table, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == title and said(part, 0, "title") == ""
    part.shell.desk.undo()
    go(part, 1, "title")
    press(qtbot, part.table, Qt.Key.Key_D, CTRL)
    assert said(part, 1, "title") == title


def test_a_note_of_any_length_is_kept_whole(section, qtbot) -> None:
    part = section("partners")
    part.model.setData(part.model.index(0, column(part, "note")), LONG)
    go(part, 0, "note")
    press(qtbot, part.table, Qt.Key.Key_F2)
    press(qtbot, editor(part), Qt.Key.Key_Return)
    partner = part.model.record(0)
    assert partner.note == LONG


def test_an_empty_list_shows_an_example_that_cannot_be_written_in(section) -> None:
    part = section("partners")
    desk = part.shell.desk
    desk.change("片づけ", drop=[("partners", row) for row in desk.company.partners])
    assert part.model.rowCount() == 2 and said(part, 1, "name").startswith("例：")
    assert not part.model.index(1, 0).flags() & Qt.ItemFlag.ItemIsEditable
    assert part.model.setData(part.model.index(0, 0), "有限会社ほくと金型")
    assert part.model.rowCount() == 2 and part.model.id_at(0)


def on_the_clipboard(words: str = "", html: str = "") -> None:
    data = QMimeData()
    if words:
        data.setText(words)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def when_open(act: Callable[[ListPaste], object]) -> None:
    def now() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, ListPaste):
            act(shown)
        else:
            QTimer.singleShot(10, now)

    QTimer.singleShot(0, now)


SHEET = (
    "番号\t氏名\t所属部署\t役職\t入社年月日\t血液型\r\n"
    "1\t東 あや\t検査\t班長\t令和2年4月1日\tA\r\n\r\n2\t<b>西</b> 健\t検査\t\tきのう\tO\r\n"
)


def test_people_come_in_from_a_sheet_after_they_were_shown_and_go_in_one_step(section, qtbot) -> None:
    part = section("people")
    before = part.shell.desk.company
    seen = []

    def accept(dialog: ListPaste) -> None:
        seen.append(dialog._says.text())
        dialog.go.click()

    on_the_clipboard(SHEET)
    go(part, part.model.new_row, "name")
    when_open(accept)
    press(qtbot, part.table, Qt.Key.Key_V, CTRL)
    assert "2行を新しく入れます" in seen[0] and "読めない所が1行" in seen[0] and "部門 検査" in seen[0]
    assert "人 東" not in seen[0], "the rows themselves are no news"
    first, second = list_fields.rows(part.shell.desk.company, "people")[-2:]
    assert (first.name, first.title, first.joined, second.name, second.joined) == (
        "東 あや",
        "班長",
        "2020-04-01",
        "<b>西</b> 健",
        "",
    )
    assert first.department == second.department != ""
    part.shell.desk.undo()
    assert part.shell.desk.company.people == before.people
    assert part.shell.desk.company.departments == before.departments


def test_several_selected_cells_are_written_over_and_a_blank_row_keeps_its_place(section) -> None:
    part = section("people")
    go(part, 0, "title")
    cells = QItemSelection(part.model.index(0, column(part, "title")), part.model.index(2, column(part, "title")))
    part.table.selectionModel().select(cells, part.table.selectionModel().SelectionFlag.Select)
    names = [said(part, row, "name") for row in range(4)]
    on_the_clipboard("会長\r\n\r\n部長\r\n")
    when_open(lambda dialog: dialog.go.click())
    part.paste()
    assert [said(part, row, "title") for row in range(3)] == ["会長", "", "部長"]
    assert [said(part, row, "name") for row in range(4)] == names


def test_departments_and_partners_take_rows_too(section) -> None:
    for key, words, shown in (
        ("departments", "めっき班\n検査班\n", ["めっき班", "検査班"]),
        ("partners", "会社名\t区分\n有限会社ほくと\t外注先\n○○商事\tなぞ\n", ["有限会社ほくと", "○○商事"]),
    ):
        part = section(key)
        count = part.model.new_row
        on_the_clipboard(words)
        go(part, part.model.new_row, "name")
        when_open(lambda dialog: dialog.go.click())
        part.paste()
        assert [said(part, row, "name") for row in range(count, part.model.new_row)] == shown


def test_what_is_outside_is_written_by_keyboard_from_a_first_name_to_the_day_it_came_back(
    section, qtbot, ime, window
) -> None:
    part = section("disclosures")
    new = part.model.new_row
    for column_key, words in (("asset", "金型図面・金型データ"), ("partner", "北めっき"), ("since", "R8.4.1")):
        go(part, new, column_key)
        ime(part.table, words)
        press(qtbot, editor(part), Qt.Key.Key_Return)
    assert [said(part, new, key) for key in ("asset", "partner", "since")] == [
        "金型図面・金型データ",
        "北めっき",
        "2026/04/01",
    ]
    assert "北めっき" in {partner.name for partner in window.desk.company.partners.values()}
    part.model.setData(part.model.index(new, column(part, "return_by")), "2026/5/1")
    assert said(part, new, "return_by") == "2026/05/01（過ぎています）"
    assert part.model.index(new, column(part, "return_by")).data(Qt.ItemDataRole.EditRole) == "2026/05/01"
    part.model.setData(part.model.index(new, column(part, "returned")), "2026/4/30")
    assert said(part, new, "return_by") == "2026/05/01"
    go(part, part.model.new_row, "asset")
    ime(part.table, "どこにもない図面")
    press(qtbot, editor(part), Qt.Key.Key_Return)
    assert "A 洗い出しにありません" in part._problem.text()
    rows = part.model.new_row
    part._remove_rows([part.model.id_at(new)])
    assert part.model.new_row == rows - 1
    assert window.desk.undo_label == "社外に渡してあるものの「金型図面・金型データ」を削除"


def test_who_is_to_come_is_said_beside_the_first_day_and_nowhere_else(section) -> None:
    part = section("people")
    cell = part.model.index(0, column(part, "joined"))
    part.model.setData(cell, "2999/4/1")
    assert cell.data() == "2999/04/01（来る予定）" and cell.data(Qt.ItemDataRole.EditRole) == "2999/04/01"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "2999/04/01（来る予定）"
    part.model.setData(cell, "2020/4/1")
    assert cell.data() == "2020/04/01"


def test_a_partner_to_whom_something_was_handed_stays_and_it_is_said_what(section) -> None:
    part = section("partners")
    part._remove_rows(["t-amagi"])
    assert "社外に渡してあるもの" in part._problem.text() and "まだ渡したまま" in part._problem.text()


def test_a_table_that_is_only_html_and_merged_cells_are_taken(section) -> None:
    part = section("people")
    count = part.model.new_row
    table = "<table><tr><td>東 あや</td><td rowspan=2>検査</td></tr><tr><td>西 健</td></tr></table>"
    for words in ("", "東 あや\t検査\n西 健\t\n"):
        on_the_clipboard(words, table)
        assert clipboard.rows() == [["東 あや", "検査"], ["西 健", "検査"]]
    on_the_clipboard("a\tb\n\t", table.replace("rowspan=2", ""))
    assert clipboard.rows() == [["a", "b"]], "without merged cells the text speaks"
    on_the_clipboard("", table)
    go(part, part.model.new_row, "name")
    when_open(lambda dialog: dialog.go.click())
    part.paste()
    assert [said(part, row, "department") for row in (count, count + 1)] == ["検査", "検査"]


def test_a_long_paste_shows_how_far_it_is_and_can_be_stopped(section, qtbot, monkeypatch) -> None:
    part = section("departments")
    before = part.shell.desk.company
    monkeypatch.setattr(paste, "AT_ONCE", 0)
    monkeypatch.setattr(breaths, "BREATH", 0)
    rows = [[f"班{n}"] for n in range(50)]
    dialog = ListPaste(part, part.shell, part.what, rows, ["name"], [], over=False)
    dialog.show()
    assert dialog._making.isVisible() and not dialog.go.isEnabled() and "50行を読んで" in dialog._says.text()
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert not dialog._making.isVisible() and len(dialog.plan.rows) == 50
    dialog.headed.toggle()
    assert dialog._making.isVisible()
    dialog._making.stop_button.click()
    assert not dialog.isVisible() and part.shell.desk.company is before
