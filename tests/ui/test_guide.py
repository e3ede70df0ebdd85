"""手引き and 事例: reading, following links, and coming to one's own choice."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6 import QtPrintSupport
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from app.actions import choices, reading
from app.domain.words import State
from app.ui.kit.reader import destination, on_paper
from app.ui.look import Look
from app.ui.pages.cases import CasesPage
from app.ui.pages.guide import GuidePage
from app.ui.window import Window
from tests.ui.conftest import settle


@pytest.fixture
def guide(window: Window) -> GuidePage:
    window.open("guide")
    return window.page("guide")


@pytest.fixture
def cases(window: Window) -> CasesPage:
    window.open("cases")
    return window.page("cases")


def press_link(page: GuidePage | CasesPage, href: str) -> None:
    page.reader.anchorClicked.emit(QUrl(href))


def title_of(page: GuidePage, key: str) -> str:
    kind, _, entry = key.partition(":")
    return getattr(page.shell.desk.library, kind)[entry].title


def text(page: GuidePage | CasesPage) -> str:
    return page.reader.toPlainText()


def test_the_guide_begins_with_the_handbook_and_turns_page_by_page(qtbot, guide: GuidePage) -> None:
    assert text(guide).startswith("ハンドブックとは")
    assert not guide._previous.isEnabled()
    qtbot.mouseClick(guide._next, Qt.MouseButton.LeftButton)
    assert text(guide).startswith(title_of(guide, guide._order[1]))
    assert guide.contents.key() == guide._order[1]
    qtbot.mouseClick(guide._previous, Qt.MouseButton.LeftButton)
    assert text(guide).startswith("ハンドブックとは")


def test_the_last_page_is_the_last(guide: GuidePage) -> None:
    guide.show_key(guide._order[-1])
    assert not guide._next.isEnabled()


def test_a_link_leads_on_and_back_leads_back(qtbot, guide: GuidePage) -> None:
    press_link(guide, "step:balance")
    press_link(guide, "measure:access-rights")
    assert text(guide).startswith("見てよい人を決め")
    qtbot.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.place() == "steps:balance"
    settle()
    qtbot.mouseClick(guide._back, Qt.MouseButton.LeftButton)
    assert guide.place() == "steps:about"


def test_a_link_can_be_followed_with_the_keyboard_alone(qtbot, guide: GuidePage) -> None:
    guide.focus_on("terms:nda")
    first = re.search(r'href="measure:([a-z-]+)"', guide._text.html)
    assert first
    guide.reader.setFocus()
    qtbot.keyClick(guide.reader, Qt.Key.Key_Tab)
    qtbot.keyClick(guide.reader, Qt.Key.Key_Return)
    assert guide.place() == f"measures:{first[1]}"


def test_cases_and_papers_have_pages_of_their_own(window: Window, guide: GuidePage) -> None:
    press_link(guide, "case:press-repair")
    assert window.page("cases").isVisible()
    assert window.page("cases").place() == "press-repair"
    assert destination("form", "mutual-nda") == ("papers", "mutual-nda")
    assert destination("choose", "cameras") == ("measures", "cameras")
    assert destination("term", "nda") == ("guide", "terms:nda")


@pytest.mark.parametrize("href", ["https://example.com/", "file:///etc/passwd", "javascript:alert(1)", "nonsense"])
def test_nothing_outside_is_opened(guide: GuidePage, href: str) -> None:
    before = text(guide)
    press_link(guide, href)
    assert (guide.place(), text(guide)) == ("steps:about", before)


def test_the_reader_loads_nothing(guide: GuidePage) -> None:
    for name in ("file:///etc/passwd", "https://example.com/a.png", "/etc/passwd"):
        assert guide.reader.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name)) is None
    guide.reader.setSource(QUrl("file:///etc/hostname"))
    assert text(guide).startswith("ハンドブックとは")


def test_the_contents_can_be_walked_and_narrowed(qtbot, guide: GuidePage, ime: Callable) -> None:
    qtbot.keyClick(guide.contents, Qt.Key.Key_Down)
    assert guide.place() == guide._order[1]
    ime(guide._find, "カメラ")
    shown = [item.text(0) for item in guide.contents._items.values() if not item.isHidden()]
    assert shown and all("カメラ" in title for title in shown)
    guide._find.clear()
    assert not any(item.isHidden() for item in guide.contents._items.values())


def test_every_page_of_the_contents_opens(guide: GuidePage) -> None:
    for key in guide._order:
        guide.show_key(key)
        assert guide.place() == key
        assert len(text(guide)) > 30, key


def test_a_source_stands_under_the_text_and_differs_where_it_differs(guide: GuidePage) -> None:
    guide.focus_on("steps:balance")
    assert "このページの出典：経済産業省 紹介資料（平成28年4月） 確かさ：経済産業省の紹介資料による" in text(guide)
    assert text(guide).count("まもり帳の提案") == 2


def test_a_measure_shows_its_facts_and_my_choice(qtbot, window: Window, guide: GuidePage) -> None:
    guide.focus_on("steps:balance")
    assert not guide._strip.isVisible()
    guide.focus_on("measures:cameras")
    assert "見つかりやすく（視認性の確保）" in text(guide)
    choices.choose(window.desk, "cameras", State.ADOPTED, who="p-onishi", due="2026-12-01")
    assert guide._choice.text() == "採用（大西 浩二さん・令和8年12月1日まで）"
    window.desk.undo()
    assert guide._choice.text() == "まだ決めていません"
    assert guide._strip.isVisible()


def test_the_button_leads_to_the_choice(qtbot, window: Window, guide: GuidePage, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(window, "open", lambda page, focus="": opened.append((page, focus)))
    guide.focus_on("measures:cameras")
    qtbot.mouseClick(guide._decide, Qt.MouseButton.LeftButton)
    assert opened == [("measures", "cameras")]


def test_what_does_not_exist_changes_nothing(guide: GuidePage) -> None:
    for focus in ("measures:no-such", "nonsense:x", "", "steps:"):
        guide.focus_on(focus)
    assert guide.place() == "steps:about"


def test_larger_letters_keep_the_page(window: Window, guide: GuidePage) -> None:
    guide.focus_on("terms:nda")
    window.set_scale(1.5)
    assert window.page("guide").place() == "terms:nda"
    assert window.page("guide") is not guide


def test_in_a_narrow_window_the_contents_fold_behind_a_button(qtbot, window: Window, guide: GuidePage) -> None:
    assert guide.contents.isVisible() and guide.reader.isVisible()
    window.set_scale(1.5)
    page = window.page("guide")
    qtbot.waitUntil(lambda: page.reader.isVisible() and not page.contents.isVisible())
    qtbot.mouseClick(page._panes._turn, Qt.MouseButton.LeftButton)
    assert page.contents.isVisible() and not page.reader.isVisible()
    qtbot.keyClick(page.contents, Qt.Key.Key_Down)
    assert page.contents.isVisible()
    qtbot.keyClick(page.contents, Qt.Key.Key_Return)
    assert page.reader.isVisible() and page.place() == page._order[1]


@pytest.mark.parametrize("agreed", [True, False])
def test_the_page_is_printed_when_the_owner_agrees(
    window: Window, guide: GuidePage, tmp_path, monkeypatch, agreed
) -> None:
    made = tmp_path / "page.pdf"

    def answer(dialog: QtPrintSupport.QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(made))
        return QDialog.DialogCode.Accepted if agreed else QDialog.DialogCode.Rejected

    monkeypatch.setattr(QtPrintSupport.QPrintDialog, "exec", answer)
    guide.focus_on("measures:cameras")
    guide._print()
    assert made.is_file() is agreed
    assert ("印刷に送りました" in guide.stand) is agreed


def test_paper_has_the_whole_text_in_ink_whatever_the_mode(window: Window) -> None:
    page = on_paper(reading.open_text(window.desk, "measures:cameras"))
    assert page.toPlainText().startswith("出入口や金型庫に防犯カメラを置く")
    assert "このページの出典" in page.toPlainText()
    assert page.begin().begin().fragment().charFormat().foreground().color() == Look().color("ink")


# 事例 ---------------------------------------------------------------------------------------------------


def test_the_most_alike_stands_first_and_every_case_opens(window: Window, cases: CasesPage) -> None:
    keys = cases.list.listed()
    assert set(keys) == set(window.desk.library.cases)
    assert keys[0] in {"press-trust", "press-repair"}, "the sample company is a press shop"
    assert "うちと近い：業種" in cases.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for row, key in enumerate(keys):
        cases.list.setCurrentRow(row)
        assert text(cases).startswith(window.desk.library.cases[key].title)
        assert "ひと目で" in text(cases) and "うちではどうか" in text(cases)


def test_another_trade_puts_other_cases_first(window: Window, cases: CasesPage) -> None:
    shown = cases.place()
    window.desk.change("業種", [replace(window.desk.company.profile, trade="塗料の製造")])
    assert cases.list.listed()[0] == "inc-paint-recipe"
    assert cases.place() == shown, "the page stays where the owner was reading"


def test_cases_are_filtered_by_route_purpose_and_measure(window: Window, cases: CasesPage) -> None:
    cases._route.setCurrentIndex(cases._route.findData("outsiders"))
    cases._route.activated.emit(cases._route.currentIndex())
    assert "press-trust" in cases.list.listed() and "press-repair" not in cases.list.listed()
    cases.focus_on("measure:work-recording")
    assert cases._route.currentData() == ""
    assert all("work-recording" in window.desk.library.cases[key].measures for key in cases.list.listed())
    assert cases.place() in cases.list.listed()


def test_a_measure_that_no_case_has_says_so_and_leads_back(qtbot, window: Window, cases: CasesPage) -> None:
    used = {measure for case in window.desk.library.cases.values() for measure in case.measures}
    unused = next(measure for measure in window.desk.library.measures if measure not in used)
    cases.focus_on(f"measure:{unused}")
    assert cases.list.count() == 0 and cases._none.isVisible() and text(cases) == ""
    assert not cases._adopt.isEnabled() and not cases._next.isEnabled()
    qtbot.mouseClick(cases._all, Qt.MouseButton.LeftButton)
    assert cases.list.count() == len(window.desk.library.cases)
    assert cases.place()


def test_a_case_tells_what_we_do_of_it_and_follows_a_change(window: Window, cases: CasesPage) -> None:
    cases.focus_on("press-repair")
    case = window.desk.library.cases["press-repair"]
    for measure in case.measures:
        choices.choose(window.desk, measure, None)
    assert "うちでは、まだ採っていません。" in cases.stand
    cases.reader.verticalScrollBar().setValue(40)
    choices.choose(window.desk, case.measures[0], State.DONE)
    assert "うちでは、そのうち1つを採用・実施しています。" in cases.stand
    assert "済み" in text(cases)
    assert cases.reader.verticalScrollBar().value() == 40
    window.desk.undo()
    assert "うちでは、まだ採っていません。" in cases.stand


def test_the_button_leads_to_the_next_measure_not_yet_chosen(
    qtbot, window: Window, cases: CasesPage, monkeypatch
) -> None:
    opened = []
    monkeypatch.setattr(window, "open", lambda page, focus="": opened.append((page, focus)))
    cases.focus_on("press-repair")
    first, second, *_ = window.desk.library.cases["press-repair"].measures
    choices.choose(window.desk, first, State.ADOPTED)
    choices.choose(window.desk, second, None)
    qtbot.mouseClick(cases._adopt, Qt.MouseButton.LeftButton)
    cases.focus_on(f"measure:{second}")
    qtbot.mouseClick(cases._adopt, Qt.MouseButton.LeftButton)
    press_link(cases, f"measure:{first}")
    press_link(cases, f"choose:{first}")
    assert opened == [
        ("measures", second),
        ("measures", second),
        ("guide", f"measures:{first}"),
        ("measures", first),
    ]


def test_the_next_case_goes_round(qtbot, cases: CasesPage) -> None:
    seen = []
    for _ in range(cases.list.count()):
        seen.append(cases.place())
        qtbot.mouseClick(cases._next, Qt.MouseButton.LeftButton)
    assert sorted(seen) == sorted(cases.list.listed())
    assert cases.place() == seen[0]


@pytest.mark.parametrize("key", ["guide", "cases", "others", "incident"])
def test_everything_has_a_name_for_a_screen_reader(window: Window, key: str, nameless: Callable) -> None:
    window.open(key)
    page: QWidget = window.page(key)
    assert nameless(page) == []
