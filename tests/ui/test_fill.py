"""空欄をうめる by keyboard alone: only the blanks, one after the other, and back to the paper."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.actions.papers import gaps
from app.domain.ledger.records import Profile
from app.domain.ledger.seats import filled, seats
from app.ui.pages.papers.fill import FillSheet
from app.ui.pages.papers.page import PapersPage
from app.ui.window import Window
from tests.ui.conftest import settle

RULES = "information-rules"


@pytest.fixture
def page(window: Window) -> PapersPage:
    """The regulation of a company of which hardly anything is known."""
    company = window.desk.company
    drop = [(kind, row) for kind in ("appointments", "answers") for row in getattr(company, kind)]
    window.desk.change("空に", [Profile(name="新田製作所", representative="新田 一郎")], drop)
    window.open("papers", RULES)
    settle()
    found = window.page("papers")
    assert isinstance(found, PapersPage)
    return found


@pytest.fixture
def sheet(page: PapersPage, window: Window, qtbot) -> Iterator[FillSheet]:
    made = FillSheet(page, window, page._again)
    made.show()
    qtbot.waitActive(made)
    settle()
    yield made
    made.reject()


def here(sheet: FillSheet) -> str:
    focused = sheet.focusWidget()
    return next((line.gap.key for line in sheet.lines.values() if focused and line.isAncestorOf(focused)), "")


def enter(sheet: FillSheet) -> None:
    focused = sheet.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()


def test_only_the_blanks_are_asked_and_the_first_has_the_keyboard(sheet: FillSheet, page: PapersPage) -> None:
    assert page.paper and list(sheet.lines) == [gap.key for gap in gaps.gaps(page.shell.desk, page.paper)]
    assert here(sheet) == next(iter(sheet.lines))


def test_enter_leads_through_all_of_them_and_to_the_way_back(
    sheet: FillSheet, page: PapersPage, window: Window, ime: Callable
) -> None:
    met = []
    while key := here(sheet):
        met.append(key)
        line = sheet.lines[key]
        hint = line.gap.hint.removeprefix("例：")
        ime(sheet.focusWidget(), "新田 一郎" if line.gap.kind is gaps.Kind.NAME else hint or "三番町1")
        if popup := QApplication.activePopupWidget():
            popup.close()
        enter(sheet)
        assert len(met) < 40
    assert sheet.focusWidget() is sheet.back
    assert len(met) == len(set(met)) == len(sheet.lines), "each once"
    assert not gaps.to_fill(page.paper), "what the page shows is whole"
    enter(sheet)
    assert not sheet.isVisible()


def test_one_button_seats_the_president_and_what_is_left_has_the_keyboard(sheet: FillSheet, window: Window) -> None:
    assert sheet._president.isVisible()
    sheet._president.click()
    settle()
    assert all(filled(window.desk.company, seat.id) for seat in seats(window.desk.company))
    assert not sheet._president.isVisible()
    assert here(sheet) and not sheet.lines[here(sheet)].filled


def test_what_is_refused_keeps_the_keyboard_and_its_words(page: PapersPage, window: Window, qtbot, ime) -> None:
    who = window.desk.company.staff[0]
    window.desk.change("入社日を消す", [type(who)(id=who.id, name=who.name, position=who.position)])
    page.focus_on(f"incoming-hire@{who.id}")
    keys = [gap.key for gap in gaps.gaps(window.desk, page.paper)]
    key = next(key for key in keys if key in ("person-joined", "person-left"))
    made = FillSheet(page, window, page._again, key)
    made.show()
    qtbot.waitActive(made)
    ime(made.lines[key].field, "来年")
    enter(made)
    assert here(made) == key and "2026/4/1" in made.lines[key].told.text() and made.lines[key].field.text() == "来年"
    made.reject()


def test_each_link_beside_the_paper_begins_at_its_own_blank(page: PapersPage, window: Window) -> None:
    blank = gaps.to_fill(page.paper)[2]
    seen: list[str] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, FillSheet)
        seen.append(here(sheet))
        sheet.reject()

    QTimer.singleShot(0, look)
    page._fill_blank(blank)
    assert seen == [blank.key]
    settle()
    focused: QWidget | None = window.focusWidget()
    assert focused is not None and page.isAncestorOf(focused), "back at the paper"
