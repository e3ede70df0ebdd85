"""B 秘密の決定 in the real window, with clicks and keys: answers, the suggestion, the owner's decision, many at once, undo."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain import dates
from app.domain.advice.deciding import next_undecided
from app.domain.advice.evaluation import suggest
from app.domain.advice.progress import undecided
from app.domain.ledger.records import Asset
from app.domain.words import Known, Level
from tests.ui.conftest import settle

SPRINGBACK = "a-springback"
HOSTILE = "<b>A&B</b>髙﨑𠮷" + "長" * 10_000
TODAY = dates.written(date.today().isoformat())


@pytest.fixture
def page(window):
    window.open("decision")
    settle()
    return window.page("decision")


def button(widget, words: str) -> QPushButton:
    """The visible button that a screen reader would call this."""
    names = {b: b.accessibleName() or b.text() for b in widget.findChildren(QPushButton) if b.isVisible()}
    found = [b for b, name in names.items() if name == words or name.endswith(f"：{words}")]
    assert len(found) == 1, names.values()
    return found[0]


def said(widget) -> str:
    """Every visible word."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def rows(page, *numbers: int) -> None:
    """Choose these rows of the list."""
    model = page.many.table.selectionModel()
    page.many.table.clearSelection()
    for number in numbers:
        flags = QItemSelectionModel.SelectionFlag
        model.select(page.many.table.model().index(number, 0), flags.Select | flags.Rows)
    settle()


def listed(qtbot, page):
    """The list of what is undecided, nothing ticked."""
    click(qtbot, button(page, "一覧で決める"))
    return page.many


def press(qtbot, table, row: int, keys=Qt.KeyboardModifier.NoModifier) -> None:
    """The left button on the name of a row."""
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)
    settle()


def test_it_opens_with_the_first_undecided_one_its_facts_and_the_suggestion_with_reasons(window, page):
    assert page.one.asset == SPRINGBACK
    words = said(page)
    assert "B 曲げ戻りの勘所" in words and "残り 9件" in words
    assert "まもり帳の提案" in words and "区分 秘" in words and "出どころ：" not in words
    assert "仮" in words  # trust and known are guesses here
    assert not page.go.isEnabled() and "区分を選びます" in words


def test_the_source_of_every_reason_is_one_click_away(qtbot, page):
    click(qtbot, button(page, "残りの理由と出どころ"))
    words = said(page)
    assert "出どころ：経済産業省 紹介資料（平成28年4月）\n" in words and "出どころ：まもり帳の提案" in words
    assert words.count("出どころ：") == len(page.one._suggestion._suggestion.reasons) == 4


def test_an_answer_is_saved_at_once_and_changes_the_suggestion(qtbot, window, page):
    click(qtbot, button(page, "製品を測れば分かる？　もう出ている？：はい"))
    assert window.desk.company.evaluations[SPRINGBACK].known is Known.YES
    assert "区分 一般" in said(page.one._suggestion)
    window.desk.undo()
    assert window.desk.company.evaluations[SPRINGBACK].known is Known.NO
    settle()
    assert "区分 秘" in said(page.one._suggestion)


def test_a_guess_is_confirmed_by_clicking_it_and_a_given_answer_is_taken_back(qtbot, window, page):
    answer = button(page, "取引先や社会の信用を失う？：ない")
    assert answer.isChecked()
    click(qtbot, answer)
    evaluation = window.desk.company.evaluations[SPRINGBACK]
    assert evaluation.trust == 0 and evaluation.guesses == ("known",) and answer.isChecked()
    click(qtbot, answer)
    assert window.desk.company.evaluations[SPRINGBACK].trust is None and not answer.isChecked()


def test_more_viewpoints_are_folded_until_opened_and_that_is_remembered(qtbot, window, page):
    question = "特許にするより、隠す方がよい？"
    assert question in said(page)  # answered already, so it is open
    page.focus_on("a-tsubakuro-sheet")  # nothing is answered here
    settle()
    assert question not in said(page)
    click(qtbot, button(page, "詳しく（あと5つの見方）"))
    assert question in said(page)
    page.focus_on(SPRINGBACK)
    page.focus_on("a-tsubakuro-sheet")
    settle()
    assert question in said(page)


def test_the_owner_decides_by_click_and_goes_on_to_the_next_one(qtbot, window, page, ime):
    click(qtbot, button(page, "区分 秘"))
    ime(page.one.verdict.reason, "20年かけた条件")
    settle()
    assert "「秘」に決めます" in said(page) and "提案と違う" not in said(page)
    following = next_undecided(window.desk.company, SPRINGBACK)
    click(qtbot, button(page, "決めて次の情報へ"))
    decision = window.desk.company.decisions[SPRINGBACK]
    assert (decision.level, decision.reason, decision.by) == (Level.SECRET, "20年かけた条件", window.desk.author)
    assert decision.on == date.today().isoformat()
    assert page.one.asset == following and "残り 8件" in said(page)


def test_a_level_that_differs_from_the_suggestion_asks_softly_for_a_reason(qtbot, page, ime):
    click(qtbot, button(page, "区分 社外秘"))
    assert "提案と違う区分です" in said(page) and page.go.isEnabled()
    ime(page.one.verdict.reason, "もう古い")
    settle()
    assert "提案と違う区分です" not in said(page)


def test_keys_choose_a_level_turn_to_the_neighbours_and_decide(qtbot, window, page):
    window.activateWindow()
    qtbot.waitActive(window)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert page.one.draft.level is Level.SECRET
    qtbot.keyClick(page, Qt.Key.Key_4)
    assert page.one.draft.level is Level.OPEN
    here = page.one.asset
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.one.asset != here
    qtbot.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.one.asset == here and page.one.draft.level is Level.OPEN  # what was about to be decided is kept
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.company.level_of(here) is Level.OPEN


def test_a_digit_typed_into_the_reason_stays_there(qtbot, window, page):
    window.activateWindow()
    qtbot.waitActive(window)
    page.one.verdict.reason.setFocus()
    qtbot.keyClicks(page.one.verdict.reason, "20")
    assert page.one.verdict.reason.text() == "20" and page.one.draft.level is None


def test_later_leaves_it_undecided_and_shows_the_next(qtbot, window, page):
    click(qtbot, button(page, "後で決める"))
    assert page.one.asset == "a-nc" and SPRINGBACK in undecided(window.desk.company)


def test_a_decided_one_shows_its_decision_and_can_be_changed_or_taken_back(qtbot, window, page):
    asset = next(iter(window.desk.company.decisions))
    before = window.desk.company.decisions[asset]
    page.focus_on(asset)
    settle()
    words = said(page)
    assert dates.written(before.on) in words and "に決まっています" in words and "前の決定も記録に残ります" in words
    other = next(level for level in Level if level not in (before.level, Level.OPEN))
    click(qtbot, button(page.one.verdict, f"区分 {window.desk.company.level_name(other)}"))
    click(qtbot, button(page, "決定を変える"))
    assert window.desk.company.level_of(asset) is other and page.one.asset == asset and TODAY in said(page)
    click(qtbot, button(page, "未決定に戻す"))
    assert window.desk.company.level_of(asset) is None
    window.desk.undo()
    window.desk.undo()
    assert window.desk.company.decisions[asset] == before


def test_ten_alike_are_decided_in_one_step(qtbot, window, page, ime):
    click(qtbot, button(page, "一覧で決める"))
    assert page.many.table.model().rowCount() == 9 and not page.go.isEnabled()
    rows(page, 0, 2, 4)
    chosen = page.many.chosen
    click(qtbot, button(page, "区分 秘"))
    ime(page.many.verdict.reason, "どれも現場の要")
    settle()
    click(qtbot, button(page, "3件を「秘」に決める"))
    company = window.desk.company
    assert {company.decisions[asset].reason for asset in chosen} == {"どれも現場の要"}
    assert len(chosen) == 3 and page.many.table.model().rowCount() == 6 and window.desk.undo_label == "3件の区分を決定"
    assert not page.many.chosen and page.many.draft.reason == ""
    window.desk.undo()
    assert len(undecided(window.desk.company)) == 9


def test_the_chosen_rows_are_decided_as_suggested_in_one_step(qtbot, window, page):
    click(qtbot, button(page, "一覧で決める"))
    many = page.many
    assert not many.suggested.isEnabled()
    known = replace(window.desk.company.evaluations["a-nc"], known=Known.YES)
    window.desk.change("もう知られている", [known])
    many.table.selectAll()
    settle()
    company = window.desk.company
    levels = {asset: suggest(company, company.assets[asset]).level for asset in many.chosen}
    wanted = {asset: level for asset, level in levels.items() if level is not None}
    assert many.suggested.accessibleName() == f"提案どおりに決める（{len(wanted)}件）" and len(set(wanted.values())) > 1
    click(qtbot, many.suggested)
    decided = window.desk.company.decisions
    assert {asset: decided[asset].level for asset in wanted} == wanted
    assert {decided[asset].reason for asset in wanted} == {"まもり帳の提案のとおり"}
    assert not (levels.keys() - wanted.keys()) & decided.keys(), "what has no suggestion is left to the owner"
    assert len(wanted) == 8, "one of the nine has no suggestion"
    assert window.desk.undo_label == f"{len(wanted)}件の区分を提案どおりに決定"
    window.desk.undo()
    assert len(undecided(window.desk.company)) == 9


def test_the_list_filters_sorts_and_keeps_what_is_chosen(qtbot, window, page):
    click(qtbot, button(page, "一覧で決める"))
    click(qtbot, button(page, "全部"))
    table = page.many.table
    assert table.model().rowCount() == 40
    rows(page, 5)
    chosen = page.many.chosen
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    settle()
    words = [table.model().index(row, 3).data() for row in range(40)]
    order = ["極秘", "秘", "社外秘", "一般", "まだ"]
    assert words == sorted(words, key=order.index) and words[-1] == "まだ"
    window.desk.change("別の所で", [Asset(id="new", position=99, name="新しい")])
    settle()
    assert page.many.chosen == chosen and table.model().rowCount() == 41
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    names = [table.model().index(row, 0).data() for row in range(41)]
    assert names == [asset.name for asset in window.desk.company.listed]


def test_keys_choose_a_level_for_the_chosen_rows_too(qtbot, window, page):
    window.activateWindow()
    qtbot.waitActive(window)
    click(qtbot, button(page, "一覧で決める"))
    page.many.table.setFocus()
    qtbot.keyClick(page.many.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.many.table, Qt.Key.Key_3)
    assert len(page.many.chosen) == 9 and page.many.draft.level is Level.INTERNAL
    qtbot.keyClick(page.many.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not undecided(window.desk.company)


def test_rows_are_ticked_one_by_one_with_the_mouse_and_decided_with_one_choice_and_one_undo(qtbot, window, page):
    many = listed(qtbot, page)
    for row in (0, 2, 4, 2):
        press(qtbot, many.table, row)
    names = [window.desk.company.assets[asset].name for asset in many.chosen]
    model = many.table.model()
    assert sorted(names) == sorted([model.index(0, 0).data(), model.index(4, 0).data()])
    assert many._count.text() == "2件を選んでいます"
    click(qtbot, button(page, "区分 秘"))
    click(qtbot, button(page, "2件を「秘」に決める"))
    assert len(undecided(window.desk.company)) == 7 and many._count.text() == "まだ選んでいません"
    window.desk.undo()
    assert len(undecided(window.desk.company)) == 9


def test_space_ticks_and_moving_or_opening_the_menu_takes_no_tick_away(qtbot, page):
    many = listed(qtbot, page)
    table, key = many.table, Qt.Key
    table.setCurrentIndex(table.model().index(0, 0))
    table.clearSelection()
    for pressed in (key.Key_Space, key.Key_Down, key.Key_Down, key.Key_Space, key.Key_Down, key.Key_Home, key.Key_Up):
        qtbot.keyClick(table, pressed)
    ticked = [index.row() for index in table.selectionModel().selectedRows()]
    assert sorted(ticked) == [0, 2]
    place = table.visualRect(table.model().index(5, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert len(many.chosen) == 2
    table.setCurrentIndex(table.model().index(2, 0))
    qtbot.keyClick(table, key.Key_Space)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_shift_ticks_all_between_and_one_press_ticks_all_or_none(qtbot, page):
    many = listed(qtbot, page)
    press(qtbot, many.table, 1)
    press(qtbot, many.table, 4, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(index.row() for index in many.table.selectionModel().selectedRows()) == [1, 2, 3, 4]
    head = many.table.verticalHeader()
    for chosen in (True, False):
        place = QPoint(10, head.sectionViewportPosition(6) + 10)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert (6 in {index.row() for index in many.table.selectionModel().selectedRows()}) is chosen
    click(qtbot, many.every)
    assert len(many.chosen) == 9 and not many.every.isEnabled()
    click(qtbot, many.none)
    assert not many.chosen and not many.none.isEnabled()


def test_a_ticked_row_is_drawn_with_its_tick(qtbot, page):
    table = listed(qtbot, page).table
    cell = table.visualRect(table.model().index(3, 0))
    box = QRect(cell.topLeft(), QSize(page.look.px(30), cell.height()))
    before = table.viewport().grab(box).toImage()
    press(qtbot, table, 3)
    after = table.viewport().grab(box).toImage()
    ai = page.look.color("ai").rgb()
    inked = [sum(i.pixel(x, y) == ai for x in range(i.width()) for y in range(i.height())) for i in (before, after)]
    assert inked[0] < 20 < 60 < inked[1], inked


def test_when_the_list_is_empty_it_leads_on_to_c(qtbot, window, page):
    click(qtbot, button(page, "一覧で決める"))
    page.many.table.selectAll()
    click(qtbot, button(page, "区分 社外秘"))
    click(qtbot, button(page, "9件を「社外秘」に決める"))
    assert page.many.table.model().rowCount() == 0 and "すべて決まりました。" in said(page)
    click(qtbot, button(page, "次へ：C 対策"))
    assert window.page("measures").isVisible()


def test_a_row_opens_on_its_own(qtbot, window, page):
    click(qtbot, button(page, "一覧で決める"))
    page.many.table.activated.emit(page.many.table.model().index(1, 0))
    settle()
    assert page.one.asset == "a-nc" and "B NCプログラム" in said(page)


def test_when_all_are_decided_it_leads_on_to_c(qtbot, window, page):
    from app.actions import decisions

    left = undecided(window.desk.company)
    decisions.decide(window.desk, left[1:], Level.SECRET, "", by="湊", on=date.today())
    settle()
    click(qtbot, button(page, "区分 極秘"))
    click(qtbot, button(page, "決める"))
    assert "すべて決まりました" in said(page)
    click(qtbot, button(page, "次へ：C 対策"))
    assert window.page("measures").isVisible()


def test_without_any_information_it_teaches_and_leads_to_a(qtbot, window, page):
    from app.actions import assets

    assets.remove(window.desk, list(window.desk.company.assets))
    settle()
    words = said(page)
    assert "例" in words and "20年かけて作った条件" in words and "決める情報が、まだありません。" in words
    window.desk.undo()
    settle()
    assert page.one.asset in window.desk.company.assets and "残り 9件" in said(page)


def test_long_and_hostile_names_are_shown_as_typed_and_move_nothing(window, page):
    window.desk.change(
        "名前", [Asset(id="x", position=0, name=HOSTILE), Asset(id="y", position=99, name="A&B\n<i>C</i>")]
    )
    page.focus_on("x")
    settle()
    assert f"B {HOSTILE}" in said(page)
    assert window.width() == 1280 and page.minimumSizeHint().width() < 1024
    page.one.verdict.reason.setText(HOSTILE)
    page.one.verdict.reason.textEdited.emit(HOSTILE)
    page.one.verdict.levels.press(1)
    page._decide()
    assert window.desk.company.decisions["x"].reason == HOSTILE
    page.focus_on("y")
    settle()
    assert "B A&B\n<i>C</i>" in said(page)
    page._turn("many")
    settle()
    assert window.width() == 1280


def test_everything_has_a_name_for_a_screen_reader(page, nameless):
    assert nameless(page) == []
    page._turn("many")
    settle()
    assert nameless(page) == []
    model = page.many.table.model()
    spoken = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "曲げ戻りの勘所、まもり帳の提案：秘"


def test_a_new_text_size_keeps_the_asset_and_the_face(window, page):
    page.focus_on("a-nc")
    window.set_scale(1.5)
    settle()
    assert window.page("decision").one.asset == "a-nc"
    window.page("decision")._turn("many")
    window.set_scale(1.0)
    settle()
    assert window.page("decision").many.table.isVisible()
