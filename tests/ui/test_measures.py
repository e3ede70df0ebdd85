"""The map of C 対策 in the real window, by mouse and keyboard, and the owner's choice with who, when and why. (The plan: test_plan.py.)"""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.actions import assets, choices
from app.domain.advice.balance import gaps
from app.domain.advice.recommendation import guards
from app.domain.ledger.records import Choice, Person
from app.domain.words import Level, Purpose, Route, State
from app.ui.pages.measures.page import MAP, PLAN
from tests.ui.conftest import settle

HOSTILE = "<b>A&B</b>髙﨑𠮷" + "長" * 10_000
CELL = (Route.EMPLOYEES, Purpose.REMOVAL)


@pytest.fixture
def page(window):
    window.open("measures", MAP)
    settle()
    return window.page("measures")


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


def card(page, number: int = 0):
    """One of the cards that can be seen."""
    return [shown for shown in page.panel._cards.values() if not shown.isHidden()][number]


def pick(shown, words: str) -> None:
    """Choose in the list of a card, as a click or a key does."""
    number = shown.state.findText(words)
    shown.state.setCurrentIndex(number)
    shown.state.activated.emit(number)
    settle()


def turn_to(page, route: Route, purpose: Purpose) -> None:
    page.focus_on(f"{route}:{purpose}")
    settle()


def test_while_nothing_is_known_of_the_company_it_asks(qtbot, window, page):
    assert page._ask.isHidden()
    window.desk.change("空に", [replace(window.desk.company.profile, circumstances=())])
    settle()
    click(qtbot, button(page, "当てはまることを選ぶ"))
    ledger = window.page("ledger")
    assert ledger.isVisible() and ledger.place() == "circumstances"


# the map


def test_the_map_says_what_is_covered_and_what_is_too_much(qtbot, window, page):
    words = said(page)
    assert page._face == MAP and page.map.isVisible()
    assert "始めた対策が守るもの：極秘 4件のうち4件" in words
    assert "ムリ\n事情から外せないもののほかに、" in words and "ムラ\n" not in words
    ways = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == "この対策を見直す"]
    click(qtbot, ways[0])
    shown = page.panel._cards["escort"]
    assert shown.isVisible() and shown.state.hasFocus()
    pick(shown, "まだ")
    rest = [choice for choice in window.desk.company.choices.values() if choice.state.in_force]
    window.desk.change("減らす", drop=[("choices", choice.id) for choice in rest[3:]])
    settle()
    assert "ムリ\n" not in said(page)
    heads = [
        page.map.model().headerData(n, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole) for n in range(4)
    ]
    assert heads[0] == f"従業員等（{len(page.shell.desk.company.staff)}人）" and heads[3] == "外部者（来客・業者）"


def test_arrows_move_enter_goes_to_the_measures_and_escape_comes_back(qtbot, window, page):
    window.activateWindow()
    qtbot.waitActive(window)
    turn_to(page, Route.EMPLOYEES, Purpose.ACCESS)
    page.map.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(page.map, key)
    settle()
    assert "退職者等 × 見つかりやすく" in said(page.panel)
    qtbot.keyClick(page.map, Qt.Key.Key_Return)
    settle()
    assert card(page).state.hasFocus()
    qtbot.keyClick(card(page).state, Qt.Key.Key_Escape)
    assert page.map.hasFocus()


def test_every_cell_is_spoken(page):
    model = page.map.model()
    spoken = [model.index(r, c).data(Qt.ItemDataRole.AccessibleTextRole) for r in range(4) for c in range(5)]
    assert spoken[6] == "退職者等の「持出しにくく」：今は勧めません"
    assert spoken[19] == "外部者の「信頼を保つ」：対象外"
    assert all("：" in words for words in spoken)


def test_the_next_gap_is_one_click_away_and_without_gaps_x_is(qtbot, window, page):
    window.desk.change("やり直し", drop=[("choices", choice) for choice in window.desk.company.choices])
    settle()
    click(qtbot, button(page, "次の空きを見る"))
    first = page._key
    assert page._cells[first].standing == "gap"
    click(qtbot, button(page, "次の空きを見る"))
    assert page._key != first and page._cells[page._key].standing == "gap"
    words = page.map.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"：空いています。勧める対策は{page._cells[page._key].suggested}です" in words
    while gaps(page._cells):
        cell = gaps(page._cells)[0]
        turn_to(page, cell.route, cell.purpose)
        pick(card(page), "採用")
    assert "空いている所はありません" in said(page)
    click(qtbot, button(page, "次へ：X 社内体制"))
    assert window.page("structure").isVisible()


def test_a_level_shows_what_its_own_information_asks_for(qtbot, window, page):
    before = said(page.panel)
    top = button(page, f"極秘 {sum(1 for d in window.desk.company.decisions.values() if d.level is Level.TOP_SECRET)}")
    click(qtbot, top)
    company = window.desk.company
    guarded = {asset for advice in page._advice.values() for asset in guards(company, advice)}
    assert guarded and {company.level_of(asset) or Level.TOP_SECRET for asset in guarded} == {Level.TOP_SECRET}
    click(qtbot, top)
    assert said(page.panel) == before  # taken back: all information again


def test_a_level_that_is_no_longer_used_filters_no_more(window, page):
    page._filter_by(Level.INTERNAL)
    profile = window.desk.company.profile
    window.desk.change("区分", [replace(profile, levels=(Level.TOP_SECRET, Level.SECRET))])
    settle()
    assert page._level is None


# the measures of a cell


def test_adopting_is_saved_at_once_and_who_when_and_why_in_the_row_below(qtbot, window, page, ime):
    turn_to(page, *CELL)
    shown = next(c for c in page.panel._cards.values() if c.measure.id not in window.desk.company.choices)
    measure, cell = shown.measure.id, page._cells[CELL].chosen
    assert not shown.who.isVisible()
    planned = window.desk.advice[measure]
    assert shown._proposal.text().startswith(f"提案：{planned.stage.label}・") and shown._proposal.isVisible()
    pick(shown, "採用")
    taken = Choice(id=measure, state=State.ADOPTED, who=planned.who, due=planned.due)
    assert window.desk.company.choices[measure] == taken and not shown._proposal.isVisible()
    shown.due.clear()
    assert page._cells[CELL].chosen == cell + 1 and shown.who.isVisible()
    ime(shown.due, "令和9年4月1日")
    qtbot.keyClick(shown.due, Qt.Key.Key_Return)
    shown.who.setCurrentIndex(1)
    shown.who.activated.emit(1)
    ime(shown.reason, "型庫から始める")
    qtbot.keyClick(shown.reason, Qt.Key.Key_Return)
    settle()
    choice = window.desk.company.choices[measure]
    assert (choice.due, choice.reason) == ("2027-04-01", "型庫から始める")
    assert choice.who == window.desk.company.staff[0].id
    assert f"{window.desk.company.staff[0].name}・令和9年4月1日" in shown._summary.text()
    for _ in range(4):
        window.desk.undo()
    settle()
    assert measure not in window.desk.company.choices and shown.state.currentText() == "まだ"


def test_what_is_no_date_is_said_and_not_written(qtbot, window, page, ime):
    turn_to(page, *CELL)
    shown = card(page)
    pick(shown, "採用")
    before = window.desk.company.choices[shown.measure.id].due
    shown.due.clear()
    ime(shown.due, "来月ごろ")
    qtbot.keyClick(shown.due, Qt.Key.Key_Return)
    settle()
    assert "日付は、" in said(shown) and window.desk.company.choices[shown.measure.id].due == before


def test_what_does_not_fit_is_written_only_with_a_reason(qtbot, window, page, ime):
    turn_to(page, *CELL)
    shown = card(page)
    before = window.desk.company.choices.get(shown.measure.id)
    pick(shown, "うちには合わない")
    assert "合わない理由を一行書くと、決まります" in said(shown) and shown.reason.hasFocus()
    assert not shown.who.isVisible() and window.desk.company.choices.get(shown.measure.id) == before
    ime(shown.reason, "型が重くて動かない")
    qtbot.keyClick(shown.reason, Qt.Key.Key_Return)
    settle()
    choice = window.desk.company.choices[shown.measure.id]
    assert choice == Choice(id=shown.measure.id, state=State.DECLINED, reason="型が重くて動かない")
    assert shown.isVisible() and "合わない理由を" not in said(shown)
    shown.reason.clear()
    shown.reason._finish()
    assert window.desk.company.choices[shown.measure.id] == choice and "合わない理由を" in said(shown)


def test_what_is_not_suggested_says_why_and_can_be_adopted_too(qtbot, window, page):
    turn_to(page, *CELL)
    others = [c for c in page.panel._cards.values() if c.isHidden()]
    assert others and page.panel._others.text().startswith("勧めない対策")
    click(qtbot, page.panel._others)
    assert all(other.isVisible() and said(other) for other in others)
    other = others[-1]
    pick(other, "採用")
    assert window.desk.company.choices[other.measure.id].state is State.ADOPTED
    click(qtbot, page.panel._others)
    assert other.isVisible()  # chosen ones stand with the suggested ones


def test_the_keyboard_and_the_place_stay_when_something_is_written(qtbot, window, page):
    turn_to(page, *CELL)
    click(qtbot, page.panel._others)
    shown = [c for c in page.panel._cards.values() if c.measure.id not in window.desk.company.choices][-1]
    shown.state.setFocus()
    bar = page.panel._area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    choices.choose(window.desk, "secret-marking", State.LATER)
    settle()
    assert bar.value() == place and page.panel._cards[shown.measure.id] is shown and shown.state.hasFocus()


def test_sources_of_reasons_are_one_click_away(qtbot, page):
    turn_to(page, *CELL)
    assert "出どころ：" not in said(page.panel)
    click(qtbot, page.panel._sources)
    assert "出どころ：経済産業省 紹介資料（平成28年4月）" in said(page.panel)


def test_links_lead_to_the_text_and_the_cases_and_back_to_a_measure(qtbot, window, page):
    page.focus_on("personal-media-limit")
    settle()
    shown = page.panel._cards["personal-media-limit"]
    assert shown.isVisible() and page._key == CELL
    click(qtbot, button(shown, f"{shown.measure.title}をくわしく読む"))
    assert window.page("guide").isVisible()
    window.open("measures")
    settle()
    links = [b for b in shown.findChildren(QPushButton) if "事例" in (b.accessibleName() or b.text())]
    click(qtbot, links[0])
    assert window.page("cases").isVisible()


def test_an_outsider_and_trust_is_explained(page):
    turn_to(page, Route.OUTSIDERS, Purpose.TRUST)
    assert "信頼関係の対策は当てはまりません" in said(page.panel) and not page.panel._cards


def test_one_person_with_much_to_do_is_named(window, page):
    rows = [replace(choice, who="busy") for choice in window.desk.company.choices.values()]
    window.desk.change("偏り", [Person(id="busy", position=99, name="<i>大西</i>&"), *rows])
    settle()
    assert "さんが受け持っています" in said(page) and "<i>大西</i>&" in said(page)


def test_without_information_it_teaches_and_leads_on(qtbot, window, page):
    window.desk.change("やり直し", drop=[("choices", choice) for choice in window.desk.company.choices])
    assets.remove(window.desk, list(window.desk.company.assets))
    settle()
    words = said(page)
    assert "例" in words and "秘密のものに「秘」と表示する" in words and "守る情報が、まだありません" in words
    assert button(page, "A 洗い出しを始める").isVisible()
    assets.add(window.desk, {"name": "型図"})
    settle()
    click(qtbot, button(page, "B 秘密の決定へ"))
    assert window.page("decision").isVisible()


# the frame


@pytest.mark.parametrize("width", [1024, 1280])
@pytest.mark.parametrize("scale", [0.9, 1.5])
def test_it_fits_small_windows_and_large_letters(qtbot, window, width, scale):
    window.resize(width, 700)
    window.open("measures", MAP)
    window.set_scale(scale)
    settle()
    page = window.page("measures")
    assert window.width() == width
    right = page.map.mapTo(page, page.map.rect().topRight()).x()
    assert page.map.isVisible() and right <= page.width()
    if not page.panel.isVisible():
        click(qtbot, button(page, "この升の対策を見る"))
        assert page.panel.isVisible() and not page.map.isVisible()
        click(qtbot, button(page, "地図に戻る"))
    assert page.map.isVisible()


def test_long_and_hostile_words_are_kept_as_typed_and_move_nothing(qtbot, window, page):
    window.desk.change("名簿", [Person(id="long", position=0, name=HOSTILE)])
    turn_to(page, *CELL)
    shown = card(page)
    pick(shown, "採用")
    choices.assign(window.desk, shown.measure.id, HOSTILE)
    choices.note(window.desk, shown.measure.id, reason=HOSTILE)
    settle()
    assert window.desk.company.choices[shown.measure.id].who == "long"
    assert shown.reason.text() == HOSTILE and shown.who.currentText() == HOSTILE
    assert "<b>A&&B</b>" in shown._summary.text()  # on a button, && is one &
    assert window.width() == 1280 and page.minimumSizeHint().width() < 1024


def test_long_names_in_reasons_do_not_widen_the_page(window, page):
    asset = next(
        asset for asset, decision in window.desk.company.decisions.items() if decision.level is Level.TOP_SECRET
    )
    profile = replace(window.desk.company.profile, name_top_secret="<b>A&B" + "x" * 3_000)
    window.desk.change("長い名前", [profile, replace(window.desk.company.assets[asset], name="x" * 3_000)])
    turn_to(page, *CELL)
    assert page.minimumSizeHint().width() < 1024 and window.width() == 1280
    shown = [c for c in page.panel._cards.values() if c.isVisible()]
    assert shown and all(c.width() <= page.panel.width() for c in shown)


def test_everything_has_a_name_for_a_screen_reader(qtbot, window, page, nameless):
    turn_to(page, *CELL)
    click(qtbot, page.panel._others)
    pick(card(page), "採用")
    assert nameless(page) == []
    page.focus_on(PLAN)
    settle()
    assert page._face == PLAN and nameless(page) == []


def test_a_new_text_size_keeps_the_cell(window, page):
    turn_to(page, Route.PARTNERS, Purpose.AWARENESS)
    window.set_scale(1.2)
    settle()
    assert window.page("measures")._key == (Route.PARTNERS, Purpose.AWARENESS)


def test_the_head_of_the_row_of_leavers_counts_this_year(window, page):
    window.desk.change("退職", [Person(id="gone", name="去った人", left=date.today().isoformat())])
    left = sum(1 for p in window.desk.company.people.values() if p.left.startswith(str(date.today().year)))
    head = page.map.model().headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert head == f"退職者等（今年 {left}人）"


def test_squares_for_the_work_always_stand_beside_their_word(window, page):
    words = {"■□□": "軽い", "■■□": "中くらい", "■■■": "重い"}
    seen = [
        label.text() for label in page.findChildren(QLabel) if label.text().count("■") + label.text().count("□") == 3
    ]
    assert len(seen) > 3
    for label in seen:
        squares = "".join(letter for letter in label if letter in "■□")
        assert label.endswith(f"{squares} {words[squares]}")
