"""A 洗い出し under the hand: typed, pasted, confirmed, sorted and taken back, in the real window with a real ledger."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from app.actions import assets, ledgers, reading
from app.domain.ledger.records import Profile
from app.domain.words import Medium, Owner, Reader
from app.ui.pages.inventory.columns import BLANK, COLUMNS, EXAMPLE, GUESS, INVITATION, at
from app.ui.pages.inventory.details import AssetDetails
from app.ui.pages.inventory.page import InventoryPage
from app.ui.pages.inventory.paste import NEW, OVER, PastePreview
from app.ui.pages.inventory.view import AssetView
from app.ui.window import Window
from tests.ui.conftest import settle

HOSTILE = ["<b>A&B</b>", "髙﨑𠮷", "あ" * 10_000, "=1+1", "'; DROP TABLE assets; --", "1行目\n2行目"]


@pytest.fixture
def page(window: Window) -> InventoryPage:
    window.activateWindow()
    window.open("inventory")
    QApplication.processEvents()
    return window.page("inventory")


@pytest.fixture
def empty(window: Window, tmp_path) -> InventoryPage:
    path = tmp_path / "新しい.mamori"
    ledgers.create(path, Profile(name="試し製作所", author="湊"))
    assert window.open_ledger(path)
    window.open("inventory")
    QApplication.processEvents()
    return window.page("inventory")


def cell(page: InventoryPage, row: int, key: str) -> QModelIndex:
    return page.model.index(row, at(key))


def go(page: InventoryPage, row: int, key: str = "name") -> None:
    page.view.setFocus()
    whole = page.view.selectionModel().SelectionFlag.ClearAndSelect
    page.view.selectionModel().setCurrentIndex(cell(page, row, key), whole)


def here(page: InventoryPage) -> tuple[int, str]:
    index = page.view.currentIndex()
    return index.row(), COLUMNS[index.column()].key


def editor(page: InventoryPage) -> QWidget:
    """The field of the cell that is being edited."""
    fields = [w for kind in (QLineEdit, QComboBox) for w in page.view.viewport().findChildren(kind) if w.isVisible()]
    return next(field for field in fields if field.parent() is page.view.viewport())


def press(qtbot, widget: QWidget, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)
    QApplication.processEvents()


def answer(dialog: type, act: Callable[[QWidget], None]) -> None:
    """Once the dialog is open, do this with it."""

    def when_open() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, dialog):
            act(shown)
        else:
            QTimer.singleShot(10, when_open)

    QTimer.singleShot(0, when_open)


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


# writing


def test_the_keyboard_is_on_the_first_cell_when_the_page_opens(page):
    assert page.view.hasFocus() and here(page) == (0, "name")
    assert page.view.chosen() == ([page.model.asset(0)], ["name"])


def test_names_typed_one_below_the_other_become_rows(page, qtbot, ime):
    count = len(page.model.order)
    go(page, page.model.new_row)
    assert cell(page, count, "name").data() == INVITATION
    for name in ("めっきの条件", "洗浄液の濃度"):
        ime(page.view, name)
        press(qtbot, editor(page), Qt.Key.Key_Return)
        assert here(page) == (page.model.new_row, "name")
    assert [asset.name for asset in page.shell.desk.company.listed[-2:]] == ["めっきの条件", "洗浄液の濃度"]
    assert page.shell.desk.undo_label == "「洗浄液の濃度」を追加"


def test_enter_after_a_run_of_tabs_goes_to_the_next_new_name(page, qtbot, ime):
    go(page, page.model.new_row)
    row = page.model.new_row
    for words, key in (("めっきの条件", Qt.Key.Key_Tab), ("製造", Qt.Key.Key_Tab), ("紙", Qt.Key.Key_Tab)):
        ime(page.view, words)
        press(qtbot, editor(page), key)
    assert here(page) == (row, "places")
    page.window().activateWindow()  # without a screen nobody gives it back after a list of offers
    ime(page.view, "棚")
    press(qtbot, editor(page), Qt.Key.Key_Return)
    assert here(page) == (row + 1, "name") and row + 1 == page.model.new_row
    ime(page.view, "洗浄液の濃度")
    press(qtbot, editor(page), Qt.Key.Key_Return)
    assert [asset.name for asset in page.shell.desk.company.listed[-2:]] == ["めっきの条件", "洗浄液の濃度"]


@pytest.mark.parametrize("way", ["arrows", "enter", "put there"])
def test_what_is_typed_in_the_last_row_is_a_name_from_whichever_column_it_was_reached(page, qtbot, ime, way):
    last = page.model.new_row - 1
    go(page, last, "places")
    if way == "enter":
        press(qtbot, page.view, Qt.Key.Key_F2)
        press(qtbot, editor(page), Qt.Key.Key_Return)
    elif way == "arrows":
        press(qtbot, page.view, Qt.Key.Key_Down)
    else:
        go(page, page.model.new_row, "places")
    assert here(page)[0] == page.model.new_row
    ime(page.view, "めっきの条件")
    press(qtbot, editor(page), Qt.Key.Key_Return)
    new = page.shell.desk.company.listed[-1]
    assert new.name == "めっきの条件" and not page.shell.desk.company.places_of(new.id)


def ink(page: InventoryPage, index: QModelIndex, color: str) -> int:
    """How many points of a cell have nearly this colour of the look."""
    page.view.scrollTo(index)
    settle()
    room = page.view.visualRect(index).intersected(page.view.viewport().rect())
    image = page.view.viewport().grab(room).toImage()
    wanted = page.look.color(color)

    def near(x: int, y: int) -> bool:
        point = image.pixelColor(x, y)
        far = [abs(a - b) for a, b in zip(point.getRgb()[:3], wanted.getRgb()[:3], strict=True)]
        return max(far) < 24

    return sum(near(x, y) for x in range(image.width()) for y in range(image.height()))


def test_the_words_of_a_guess_are_seen_while_the_keyboard_is_on_it(page):
    row = next(n for n, asset in enumerate(page.shell.desk.company.listed) if asset.name == "NCプログラム")
    go(page, row, "places")
    away = ink(page, cell(page, row, "media"), "ink2")
    go(page, row, "media")
    assert cell(page, row, "media").data(GUESS)
    assert ink(page, cell(page, row, "media"), "ink2") > away / 2 > 5


def test_the_ring_is_seen_in_the_last_row_too_and_while_the_keyboard_is_elsewhere(page):
    for row, key in ((0, "places"), (page.model.new_row, "name"), (page.model.new_row, "readers")):
        go(page, row, key)
        shown = cell(page, row, key if row < page.model.new_row else "name")
        with_ring = ink(page, shown, "ai")
        page.tools.search.setFocus()
        elsewhere = ink(page, shown, "edge")
        page.view.setFocus()
        go(page, 3, "department")
        assert with_ring > ink(page, shown, "ai") + 30
        assert elsewhere > 30


def test_a_column_that_goes_out_of_sight_does_not_keep_the_keyboard(page):
    page.tools.columns.click()
    go(page, 1, "note")
    page.tools.columns.click()
    assert here(page) == (1, "name")


def test_every_medium_can_be_chosen_with_the_keyboard_and_nothing_is_written_on_the_way(page, qtbot):
    page.model.setData(cell(page, 0, "places"), "")
    page.model.setData(cell(page, 0, "media"), "")
    before = page.shell.desk.company
    go(page, 0, "media")
    press(qtbot, page.view, Qt.Key.Key_F2)
    box = editor(page)
    assert isinstance(box, QComboBox)
    press(qtbot, box, Qt.Key.Key_Down)
    assert box.view().isVisible() and page.shell.desk.company is before
    seen = [box.view().currentIndex().data()]
    for _ in range(box.count()):
        press(qtbot, box.view(), Qt.Key.Key_Down)
        seen.append(box.view().currentIndex().data())
    assert set(seen) >= {"紙", "電子", "物"} and page.shell.desk.company is before
    while box.view().currentIndex().data() != "紙":
        press(qtbot, box.view(), Qt.Key.Key_Up)
    press(qtbot, box.view(), Qt.Key.Key_Return)
    assert cell(page, 0, "media").data() == "紙"


def test_a_medium_is_chosen_with_the_mouse(page, qtbot):
    go(page, 0, "media")
    page.view.edit(page.view.currentIndex())
    box = editor(page)
    arrow = QPoint(box.width() - 8, box.height() // 2)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=arrow)
    QApplication.processEvents()
    assert box.isVisible() and box.view().isVisible()
    row = box.model().index(box.findText("物"), 0)
    box.view().scrollTo(row)
    QTest.qWait(QApplication.doubleClickInterval() + 50)  # Qt takes a quicker second click for the end of the first one
    qtbot.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, pos=box.view().visualRect(row).center())
    QApplication.processEvents()
    assert cell(page, 0, "media").data() == "物"


def test_tab_goes_on_along_the_new_row_and_leaves_the_table_at_its_end(page, qtbot, ime):
    go(page, page.model.new_row)
    row = page.model.new_row
    ime(page.view, "めっきの条件")
    press(qtbot, editor(page), Qt.Key.Key_Tab)
    assert here(page) == (row, "department")
    ime(page.view, "めっき")
    press(qtbot, editor(page), Qt.Key.Key_Tab)
    assert here(page) == (row, "media")
    asset = page.shell.desk.company.assets[page.model.asset(row)]
    assert page.shell.desk.company.departments[asset.department].name == "めっき"
    go(page, page.model.new_row)
    press(qtbot, page.view, Qt.Key.Key_Tab)
    assert not page.view.hasFocus()
    go(page, 5)
    press(qtbot, page.view, Qt.Key.Key_Tab)
    assert here(page) == (5, "department")
    press(qtbot, page.view, Qt.Key.Key_F6)
    assert not page.view.hasFocus()


def test_a_letter_starts_an_edit_and_escape_leaves_everything_as_it_was(page, qtbot):
    before = page.shell.desk.company
    go(page, 0, "places")
    press(qtbot, page.view, Qt.Key.Key_X)
    assert editor(page).text() == "x"
    press(qtbot, editor(page), Qt.Key.Key_Escape)
    assert page.shell.desk.company is before and here(page) == (0, "places")


def test_enter_edits_what_is_sure_and_goes_down_after_it(page, qtbot):
    go(page, 1, "places")
    press(qtbot, page.view, Qt.Key.Key_Return)
    assert editor(page).text() == "金型庫 B棚"
    qtbot.keyClicks(editor(page), "A1")
    press(qtbot, editor(page), Qt.Key.Key_Return)
    assert cell(page, 1, "places").data() == "A1" and here(page) == (2, "places")


def test_enter_confirms_a_guess_and_goes_to_the_next_one_of_the_row(page, qtbot):
    row = next(n for n, asset in enumerate(page.shell.desk.company.listed) if asset.name == "NCプログラム")
    go(page, row)
    for key in ("name", "department", "media", "places"):
        assert here(page) == (row, key) and cell(page, row, key).data(GUESS)
        press(qtbot, page.view, Qt.Key.Key_Return)
        assert not cell(page, row, key).data(GUESS)
    assert page.shell.desk.company.listed[row].guesses == ()
    assert "仮のままの行 5件" in page.stand
    press(qtbot, page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cell(page, row, "places").data(GUESS) and here(page) == (row, "places")


def test_a_closed_list_is_chosen_from_a_pull_down(page, qtbot):
    page.tools.columns.click()
    go(page, 0, "owner")
    press(qtbot, page.view, Qt.Key.Key_F2)
    box = editor(page)
    assert isinstance(box, QComboBox) and not box.isEditable()
    box.setCurrentText("預かり")
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    assert page.shell.desk.company.listed[0].owner is Owner.ENTRUSTED


def test_names_are_offered_for_the_last_of_several_readers(page, qtbot):
    go(page, 0, "readers")
    press(qtbot, page.view, Qt.Key.Key_F2)
    field = editor(page)
    field.setText("設計、大")
    offered = field.completer()
    offered.setCompletionPrefix(offered.splitPath(field.text())[0])
    names = [offered.currentCompletion() for row in range(offered.completionCount()) if offered.setCurrentRow(row)]
    assert "設計、大西 浩二" in names and all("大" in name.removeprefix("設計、") for name in names)
    offered.popup().ensurePolished()
    assert offered.popup().font().pointSizeF() == page.view.font().pointSizeF(), (
        "the list wears the letters of the table"
    )
    press(qtbot, field, Qt.Key.Key_Escape)


def test_readers_nobody_knows_are_told_calmly_kept_and_can_join(page, qtbot, ime):
    go(page, 0, "readers")
    ime(page.view, "設計、佐々木")
    press(qtbot, editor(page), Qt.Key.Key_Return)
    assert "佐々木" in page.foot.says.text() and here(page) == (0, "readers")
    assert cell(page, 0, "readers").data() == "設計、佐々木"
    assert "佐々木" not in str(page.shell.desk.company)
    press(qtbot, page.view, Qt.Key.Key_Return)
    assert editor(page).text() == "設計、佐々木"
    press(qtbot, editor(page), Qt.Key.Key_Escape)
    assert page.foot.join.accessibleName() == "名簿に足す（人 佐々木）"
    page.foot.join.click()
    asset = page.model.asset(0)
    assert [row.reader for row in page.shell.desk.company.access_of(asset)] == [Reader.DEPARTMENT, Reader.PERSON]
    assert not page.foot.says.isVisible() and page.shell.desk.company.staff[-1].name == "佐々木"


def test_a_refused_text_can_be_given_up(page, qtbot, ime):
    go(page, 0, "media")
    ime(page.view, "石板")
    press(qtbot, editor(page), Qt.Key.Key_Return)
    assert cell(page, 0, "media").data() == "石板"
    page.foot.drop.click()
    assert cell(page, 0, "media").data() == "紙・電子" and page.foot.trouble is None


@pytest.mark.parametrize("leave", [lambda window: window.close(), lambda window: window.set_scale(1.2)])
def test_what_is_typed_is_written_when_the_window_closes_or_dresses_anew(page, qtbot, ime, leave):
    window, path = page.window(), page.shell.desk.ledger.path
    go(page, 4, "places")
    ime(page.view, "型庫の奥")
    leave(window)
    if hasattr(window, "desk"):
        assert window.page("inventory").view.asset == window.desk.company.listed[4].id
        window.close()
    desk = ledgers.open_ledger(path)
    asset = desk.company.listed[4]
    assert {place.where for place in desk.company.places_of(asset.id)} == {"型庫の奥"}
    desk.close()


def test_hostile_text_is_shown_and_kept_as_typed(page, qtbot, ime):
    for text in HOSTILE:
        page.model.setData(cell(page, 2, "kind"), text)
        asset = page.shell.desk.company.assets[page.model.asset(2)]
        assert asset.kind == text
        assert cell(page, 2, "kind").data() == " ".join(text.splitlines())
        assert "<b>" not in (cell(page, 2, "kind").data(Qt.ItemDataRole.ToolTipRole) or "")
    go(page, 2, "name")
    press(qtbot, page.view, Qt.Key.Key_F2)
    editor(page).selectAll()
    ime(editor(page), HOSTILE[2])
    press(qtbot, editor(page), Qt.Key.Key_Return)
    assert page.shell.desk.company.assets[page.model.asset(2)].name == HOSTILE[2]


# copying and pasting


def test_a_sheet_with_headings_comes_in_after_it_was_shown_and_goes_in_one_step(page, qtbot):
    before = page.shell.desk.company
    copied(
        'No\t資料名\t担当部署\t保管場所\t媒体\t重要度\n1\tめっき条件\t製造部\t"棚A\n下段"\t紙・物\t高\n2\t<b>A&B</b>\tめっき\tPC\t石板\t低\n'
    )
    go(page, page.model.new_row)
    seen = []

    def accept(dialog: PastePreview) -> None:
        seen.append((dialog.headed.isChecked(), dialog._says.text(), dialog.go.text().strip()))
        dialog.go.click()

    answer(PastePreview, accept)
    press(qtbot, page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert seen[0][0] and "2行を新しく入れます" in seen[0][1] and seen[0][2] == "2行を入れる"
    company = page.shell.desk.company
    first, second = company.listed[-2:]
    assert (first.name, first.note, second.name) == ("めっき条件", "重要度：高", "<b>A&B</b>")
    assert second.note == "重要度：低　媒体：石板"
    assert [(place.medium, place.where) for place in company.places_of(first.id)] == [
        (Medium.PAPER, "棚A\n下段"),
        (Medium.THING, "棚A\n下段"),
    ]
    assert company.departments[first.department].name == "製造"
    assert here(page) == (len(before.assets), "name")
    page.shell.desk.undo()
    assert page.shell.desk.company.assets == before.assets and page.shell.desk.company.departments == before.departments


def test_the_owner_says_which_column_is_which_and_may_let_it_be(page):
    before = page.shell.desk.company
    copied("棚A\tめっき条件\n棚B\t洗浄液\n")
    go(page, page.model.new_row)

    def swap(dialog: PastePreview) -> None:
        assert not dialog.headed.isChecked()
        for number, key in enumerate(("places", "name")):
            dialog._choosers[number].setCurrentIndex(dialog._choosers[number].findData(key))
        assert [row.cells["name"] for row in dialog.plan.rows] == ["めっき条件", "洗浄液"]
        dialog.reject()

    answer(PastePreview, swap)
    page.tools.paste.click()
    assert page.shell.desk.company is before


def test_rows_go_into_selected_cells_only_when_the_owner_selected_some(page):
    go(page, 0, "name")
    copied("A\t設計\nB\t設計\n")
    modes = []

    def look(dialog: PastePreview) -> None:
        modes.append(dialog._mode)
        dialog.reject()

    answer(PastePreview, look)
    page.paste()
    page.view.selectionModel().select(cell(page, 1, "department"), page.view.selectionModel().SelectionFlag.Select)
    page.view.selectionModel().select(cell(page, 0, "department"), page.view.selectionModel().SelectionFlag.Select)
    page.view.selectionModel().select(cell(page, 1, "name"), page.view.selectionModel().SelectionFlag.Select)

    def accept(dialog: PastePreview) -> None:
        modes.append(dialog._mode)
        assert "2行を上書きします" in dialog._says.text()
        dialog.go.click()

    answer(PastePreview, accept)
    page.paste()
    assert modes == [NEW, OVER]
    assert [asset.name for asset in page.shell.desk.company.listed[:2]] == ["A", "B"]
    assert len(page.shell.desk.company.assets) == 40


def test_copied_cells_come_back_as_they_were(page, qtbot):
    page.model.setData(cell(page, 0, "kind"), 'a\t"b"\nc')
    page.tools.columns.click()
    page.view.selectRow(0)
    press(qtbot, page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.count("\n") == 1 and '"a\t""b""\nc"' in text and text.startswith("金型図面・金型データ\t設計\t紙・電子")


def test_one_cell_is_pasted_into_one_or_into_all_that_are_selected(page, qtbot):
    copied("めっき室")
    go(page, 1, "places")
    press(qtbot, page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cell(page, 1, "places").data() == "めっき室"
    page.view.selectionModel().select(cell(page, 6, "places"), page.view.selectionModel().SelectionFlag.Select)
    copied("倉庫")
    page.paste()
    assert [cell(page, row, "places").data() for row in (1, 6)] == ["倉庫", "倉庫"]
    assert page.shell.desk.undo_label == "同じ内容を記入"


def test_one_cell_pasted_into_the_last_row_is_a_new_row(page, qtbot):
    copied("資料\n")
    go(page, page.model.new_row)
    press(qtbot, page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.shell.desk.company.listed[-1].name == "資料"


def test_an_empty_clipboard_says_what_to_do(page):
    copied("")
    page.tools.paste.click()
    assert "Excel" in page.foot.says.text()


# rows


def test_delete_clears_cells_takes_out_rows_and_undo_brings_them_back(page, qtbot):
    before = page.shell.desk.company
    go(page, 1, "places")
    press(qtbot, page.view, Qt.Key.Key_Delete)
    assert cell(page, 1, "places").data() == BLANK
    page.shell.desk.undo()
    page.view.selectRow(3)
    press(qtbot, page.view, Qt.Key.Key_Delete)
    assert len(page.model.order) == 39 and here(page) == (3, "name")
    assert "元に戻す" in page.foot.says.text()
    press(qtbot, page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.shell.desk.company.assets == before.assets and len(page.model.order) == 40


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_cells_that_were_dragged_over_are_cleared_however_many_and_their_row_stays(page, qtbot, key):
    page.tools.columns.click()
    flag = page.view.selectionModel().SelectionFlag
    whole = QItemSelection(page.model.index(2, 0), page.model.index(3, len(COLUMNS) - 1))
    go(page, 2)
    page.view.selectionModel().select(whole, flag.ClearAndSelect)
    press(qtbot, page.view, key)
    assert len(page.model.order) == 40 and cell(page, 2, "name").data() == BLANK
    page.shell.desk.undo()
    qtbot.mouseClick(page.view.verticalHeader().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    if key == Qt.Key.Key_Delete:
        press(qtbot, page.view, key)
        assert len(page.model.order) == 39


def test_delete_in_the_search_above_touches_no_row(page, qtbot):
    page.view.selectRow(2)
    page.tools.search.setFocus()
    press(qtbot, page.tools.search, Qt.Key.Key_Delete)
    assert len(page.model.order) == 40


def test_cut_empties_the_cells_and_paste_brings_them_elsewhere(page, qtbot):
    copied("前からの")
    words = cell(page, 1, "places").data()
    go(page, 1, "places")
    press(qtbot, page.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert cell(page, 1, "places").data() == BLANK
    go(page, 2, "places")
    press(qtbot, page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cell(page, 2, "places").data() == words


def test_the_top_cell_fills_those_below_it_and_one_cell_takes_what_stands_above(page, qtbot):
    go(page, 0, "department")
    flag = page.view.selectionModel().SelectionFlag
    page.view.selectionModel().select(QItemSelection(cell(page, 0, "department"), cell(page, 2, "places")), flag.Select)
    press(qtbot, page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    for key in ("department", "media", "places"):
        assert len({cell(page, row, key).data() for row in range(3)}) == 1
    assert page.shell.desk.undo_label == "上と同じ内容を記入"
    go(page, 5, "department")
    press(qtbot, page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert cell(page, 5, "department").data() == cell(page, 4, "department").data()


def test_a_blank_row_inside_a_pasted_block_keeps_its_place(page):
    page.tools.columns.click()
    for row in range(3):
        page.model.setData(cell(page, row, "keep_until"), "前から")
    flag = page.view.selectionModel().SelectionFlag
    go(page, 0, "keep_until")
    page.view.selectionModel().select(
        QItemSelection(cell(page, 0, "keep_until"), cell(page, 2, "keep_until")), flag.Select
    )
    copied("10年\r\n\r\n3年\r\n")
    answer(PastePreview, lambda dialog: dialog.go.click())
    page.paste()
    assert [cell(page, row, "keep_until").data() for row in range(3)] == ["10年", "", "3年"]


def test_a_blank_row_is_no_new_row(page):
    go(page, page.model.new_row)
    copied("めっき\n\n洗浄\n")
    answer(PastePreview, lambda dialog: dialog.go.click())
    page.paste()
    assert [asset.name for asset in page.shell.desk.company.listed[40:]] == ["めっき", "洗浄"]


def test_rows_move_with_the_keyboard_and_the_keyboard_moves_with_them(page, qtbot):
    go(page, 2, "places")
    moved = page.model.asset(2)
    press(qtbot, page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.model.asset(1) == moved and here(page) == (1, "places")
    page.foot.down.click()
    assert page.model.asset(2) == moved and here(page) == (2, "places")


def test_a_change_elsewhere_keeps_the_place_and_the_scroll(page):
    go(page, 30, "keeper")
    page.view.scrollTo(page.view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
    scrolled, asset = page.view.verticalScrollBar().value(), page.view.asset
    assets.remove(page.shell.desk, [page.model.asset(0)])
    assert page.view.asset == asset and here(page) == (29, "keeper")
    page.shell.desk.undo()
    assert page.view.asset == asset and page.view.verticalScrollBar().value() == scrolled


# looking


def test_a_heading_sorts_up_down_and_back_to_the_owners_order(page, qtbot):
    mine = list(page.model.order)
    head = page.view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(at("department")) + 20, head.height() // 2)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()
        seen.append(page.model.headerData(at("department"), Qt.Orientation.Horizontal))
    assert seen == ["部門 ▲", "部門 ▼", "部門"] and list(page.model.order) == mine


def test_a_sorted_table_says_so_and_does_not_jump_while_it_is_edited(page):
    go(page, 5)
    page.model.sort(0)
    said = page.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "情報の名前、昇順に並んでいます"
    order = list(page.model.order)
    page.model.setData(cell(page, 0, "name"), "んん")
    assert list(page.model.order) == order
    page.foot.up.setEnabled(True)
    page.foot.up.click()
    assert "並べ替え" in page.foot.says.text()


def test_searching_and_filtering_find_rows_and_new_rows_stay_in_sight(page, qtbot, ime):
    ime(page.tools.search, "ＮＣ")
    qtbot.waitUntil(lambda: len(page.model.order) < 40)
    assert all("nc" in str([cell(page, 0, f.key).data() for f in COLUMNS]).casefold() for _ in page.model.order)
    assert page.foot.counts.text() == f"40件のうち{len(page.model.order)}件"
    assert page.model.setData(cell(page, page.model.new_row, "name"), "あとから")
    assert page.model.index(page.model.new_row - 1, 0).data() == "あとから"
    page.tools.search.clear()
    qtbot.waitUntil(lambda: len(page.model.order) == 41)
    page.tools.department.setCurrentIndex(page.tools.department.findText("品質"))
    assert {cell(page, row, "department").data() for row in range(len(page.model.order))} == {"品質"}


def test_only_guessed_rows_and_the_way_back(page):
    page._only_guesses.click()
    assert len(page.model.order) == 6 and page._only_guesses.text() == "すべての行を見る"
    page.focus_on(page.shell.desk.company.listed[0].id)
    assert len(page.model.order) == 40 and here(page) == (0, "name")
    page.focus_on("guesses")
    assert len(page.model.order) == 6


# what firms usually have


def test_a_typical_line_is_taken_over_as_a_guess_once(page):
    page.typical.heading.setCurrentText("品質")
    key, (_, button, done) = next((k, r) for k, r in page.typical._rows.items() if not r[1].isHidden())
    button.setFocus()
    button.click()
    new = page.shell.desk.company.listed[-1]
    assert new.template == key and "name" in new.guesses and here(page) == (40, "name")
    assert button.isHidden() and not done.isHidden()
    assert "40" in page.model.headerData(39, Qt.Orientation.Vertical)
    page.shell.desk.undo()
    assert not button.isHidden() and len(page.model.order) == 40


def test_one_typical_line_at_a_time_says_why_it_matters_and_where_it_leaks(page):
    page.typical.heading.setCurrentText("生産技術")

    def told() -> list[str]:
        return [
            label.text()
            for _, part in page.typical._folds.values()
            for label in part.findChildren(QLabel)
            if label.isVisible()
        ]

    assert told() == []
    (recipe, _), (jig, told_of_jig) = (page.typical._folds[key] for key in ("recipes", "line-layout"))
    recipe.click()
    why, where = reading.own_words(page.shell.desk, "assets:recipes")
    assert told() == [*why, *where, "まもり帳の提案"] and (why[0], where[0]) == ("なぜ大事か", "どこから漏れるか")
    jig.click()
    assert not recipe.isChecked() and "一日に作れる数" in told()[1]
    jig.click()
    assert told() == []
    jig.click()
    told_of_jig.findChild(QPushButton).click()
    assert page.window().page("guide").place() == "assets:line-layout"


def test_guesses_in_columns_that_are_not_seen_are_told_and_seen_among_the_guessed_rows(page, qtbot):
    next(button for _, button, _ in page.typical._rows.values() if not button.isHidden()).click()
    asset, row = page.view.asset, page.view.currentIndex().row()
    go(page, row)
    for _ in range(4):
        press(qtbot, page.view, Qt.Key.Key_Return)
    assert page.shell.desk.company.assets[asset].guesses == ("owner", "personal", "export")
    assert "自社か預かりか・個人の情報・輸出管理" in page.foot.says.text()
    page._only_guesses.click()
    assert not page.view.isColumnHidden(at("export")) and page.view.isColumnHidden(at("note"))
    page._only_guesses.click()
    assert page.view.isColumnHidden(at("export"))
    page.foot.sure.click()
    assert page.shell.desk.company.assets[asset].guesses == () and not page.foot.says.isVisible()


def test_where_there_is_no_room_the_list_takes_the_place_of_the_table(page):
    page.window().resize(1024, 700)
    QApplication.processEvents()
    assert not page.typical.isVisible() and page.tools.typical.isVisible()
    page.tools.typical.click()
    assert page.typical.isVisible() and not page.view.isVisible()
    page.typical.back.click()
    assert page.view.isVisible() and not page.typical.isVisible()


# the details


def test_details_change_everything_in_one_step(page):
    asset = page.model.asset(3)
    before = page.shell.desk.company

    def write(dialog: AssetDetails) -> None:
        dialog.fields["note"].setPlainText("<b>A&B</b>\n髙﨑𠮷")
        dialog.readers.add_new()
        kind, who = dialog.readers.rows[-1].fields[:2]
        kind.setCurrentIndex(kind.findData(Reader.EVERYONE))
        assert not who.isEnabled()
        dialog.places.rows[0].fields[1].setText("手帳")
        dialog.confirmed.setChecked(True)
        dialog._save()

    answer(AssetDetails, write)
    page.view.verticalHeader().sectionDoubleClicked.emit(3)
    company = page.shell.desk.company
    assert company.assets[asset].note == "<b>A&B</b>\n髙﨑𠮷" and company.assets[asset].guesses == ()
    assert company.access_of(asset)[-1].reader is Reader.EVERYONE
    assert [place.where for place in company.places_of(asset)] == ["手帳"]
    page.shell.desk.undo()
    assert (page.shell.desk.company.assets, page.shell.desk.company.access) == (before.assets, before.access)


def test_details_say_with_whom_it_is_and_take_another_by_keyboard(page, qtbot, ime):
    company = page.shell.desk.company
    asset = next(row.asset for row in company.disclosures.values() if not row.returned)
    partner = company.partners[company.disclosures_of(asset)[0].partner].name

    def write(dialog: AssetDetails) -> None:
        assert any(label.text().startswith(f"{partner}（令和") for label in dialog.findChildren(QLabel))
        dialog.outside.add_button.setFocus()
        press(qtbot, dialog.outside.add_button, Qt.Key.Key_Space)
        who, since = dialog.outside.rows[-1].fields[:2]
        assert who.accessibleName() == "社外に渡してあるもの 2行目 相手"
        ime(who.lineEdit(), "北めっき")
        since.setText("きのう")
        dialog._save()
        assert "社外に渡してあるものの2行目：日付は" in dialog.problem.text()
        since.setText("令和8年4月1日")
        dialog._save()

    answer(AssetDetails, write)
    page.view.go_to(asset)
    press(qtbot, page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    after = page.shell.desk.company
    assert [after.partners[row.partner].name for row in after.disclosures_of(asset)] == [partner, "北めっき"]
    page.shell.desk.undo()
    assert page.shell.desk.company == company


def test_details_that_make_no_sense_stay_open_with_a_word(page, qtbot):
    before = page.shell.desk.company
    go(page, 0)

    def write(dialog: AssetDetails) -> None:
        dialog.readers.add_new()
        dialog._save()
        assert "どの人か" in dialog.problem.text() and dialog.problem.isVisible() and dialog.isVisible()
        dialog.readers.rows[-1].fields[-1].click()
        assert len(dialog.readers.rows) == len(before.access_of(page.model.asset(0)))
        dialog.reject()

    answer(AssetDetails, write)
    press(qtbot, page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert page.shell.desk.company is before


# an empty ledger, and ears instead of eyes


def test_an_empty_page_teaches_with_an_example_and_one_button(empty, qtbot, ime):
    assert [cell(empty, 0, "name").data(), cell(empty, 1, "name").data()] == [INVITATION, EXAMPLE[0]]
    assert empty.model.headerData(1, Qt.Orientation.Vertical) == "例"
    assert not cell(empty, 1, "name").flags() & Qt.ItemFlag.ItemIsEditable
    empty._next.click()
    assert empty.typical.heading.hasFocus()
    go(empty, 0)
    ime(empty.view, "加工条件表")
    press(qtbot, editor(empty), Qt.Key.Key_Return)
    assert here(empty) == (1, "name") and empty.model.rowCount() == 2
    assert empty._next.accessibleName() == "次へ：B 秘密の決定"
    empty.shell.desk.undo()
    assert empty.model.rowCount() == 2 and cell(empty, 1, "name").data() == EXAMPLE[0]


def test_everything_has_a_name_for_a_screen_reader(page, nameless):
    assert nameless(page) == []
    preview = PastePreview(page, page.shell, [["a", "b"], ["c", "d"]], ["name", "places"], page.model.order, over=False)
    details = AssetDetails(page, page.shell, page.model.asset(0))
    for dialog in (preview, details):
        dialog.show()
        assert nameless(dialog) == []
        dialog.reject()


def test_cells_say_what_their_marks_mean(page):
    said = [
        cell(page, row, key).data(Qt.ItemDataRole.AccessibleTextRole) for row, key in ((3, "department"), (6, "places"))
    ]
    assert said == ["製造、仮", "空欄"]


def test_a_refused_cell_says_why_again_when_the_keyboard_comes_back_to_it(page, qtbot, ime):
    go(page, 0, "media")
    ime(page.view, "石板")
    press(qtbot, editor(page), Qt.Key.Key_Return)
    why = page.foot.says.text()
    assert "石板" in why
    go(page, 1, "kind")
    assert page.model.setData(cell(page, 1, "kind"), "別の欄")
    assert "石板" not in page.foot.says.text() and "1か所" in page.stand
    assert "石板" in cell(page, 0, "media").data(Qt.ItemDataRole.ToolTipRole)
    go(page, 0, "media")
    assert page.foot.says.text() == why and page.foot.drop.isVisible()
    go(page, 2, "name")
    assert page.foot.says.text() == ""
    go(page, 0, "media")
    press(qtbot, page.view, Qt.Key.Key_Escape)
    assert "か所" not in page.stand and page.foot.says.text() == ""


def cut(page: InventoryPage, view: AssetView) -> list[str]:
    """The columns in which words of the first rows do not fit beside their marks."""
    words, px = QFontMetrics(page.look.font("table")), page.look.px
    found = []
    for key in view.columns():
        cells = [cell(page, row, key) for row in range(20)]
        room = view.columnWidth(at(key)) - px(16)
        if any(words.horizontalAdvance(c.data()) + px(28) * bool(c.data(GUESS)) > room for c in cells):
            found.append(key)
    return found


@pytest.mark.parametrize(
    ("width", "whole"), [(1800, {"name", "department", "media", "keeper"}), (720, {"department", "media"})]
)
def test_no_column_is_wide_beside_one_that_is_cut(page, width, whole):
    view = AssetView(page.look, page.model, page._table_actions())
    view.resize(width, 600)
    view.show()
    QApplication.processEvents()
    assert not whole & set(cut(page, view))
    shown = [view.columnWidth(at(key)) for key in view.columns()]
    assert abs(sum(shown) - view.viewport().width()) <= len(shown)
    if cut(page, view):
        assert view.columnWidth(0) < page.look.px(420)
    view.setColumnWidth(at("department"), page.look.px(60))
    assert "department" in cut(page, view)
    view.close()


def test_the_heading_stands_over_its_column_however_far_the_guessed_rows_are_scrolled(page):
    page._only_guesses.click()
    page.view.show_columns(None)
    bar, head = page.view.horizontalScrollBar(), page.view.horizontalHeader()
    for value in (0, 37, 180, bar.maximum()):
        bar.setValue(value)
        QApplication.processEvents()
        assert head.offset() == value
        for column in range(len(COLUMNS)):
            assert page.view.columnViewportPosition(column) == head.sectionViewportPosition(column)
