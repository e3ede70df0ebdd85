"""What a date sets off, in the real window: who leaves stands on ホーム, what is due below it, and the year has a page of its own."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from app.documents.tree import Document, Table
from app.domain.days.year import START
from app.domain.ledger.records import (
    Access,
    Asset,
    Choice,
    Decision,
    Partner,
    Person,
    Place,
    Profile,
    Record,
    Signature,
)
from app.domain.words import Level, Medium, State
from app.paper import pdf_check
from app.ui.pages.home import NOTHING_DUE, HomePage
from app.ui.pages.year.page import YearPage
from app.ui.window import Window
from tests.documents.test_ics import read
from tests.ui.conftest import settle

HOSTILE = "<b>東</b> & 太郎"


def ahead(count: int) -> str:
    return (date.today() + timedelta(days=count)).isoformat()


def leaver(left: str, *, name: str = HOSTILE) -> list[Record]:
    """Somebody who leaves, and the one thing that only this person knows."""
    return [
        Person(id="px", position=99, name=name, left=left),
        Asset(id="ax", position=99, name="段取りの勘所"),
        Place(id="mx", asset="ax", medium=Medium.MEMORY),
        Access(id="rx", asset="ax", who="px"),
        Decision(id="ax", level=Level.SECRET),
    ]


@pytest.fixture
def empty(window: Window) -> Window:
    """The window with a company that has nobody and nothing."""
    desk = window.desk
    rows = [(record.KIND, record.id) for record in desk.company.records() if not isinstance(record, Profile)]
    rows = [row for row in rows if row[0] not in ("issues", "signatures", "outputs")]
    desk.change("空に", drop=rows)
    return window


def home(window: Window) -> HomePage:
    window.open("home")
    settle()
    page = window.page("home")
    assert isinstance(page, HomePage)
    return page


def months(window: Window) -> YearPage:
    window.open("year")
    settle()
    page = window.page("year")
    assert isinstance(page, YearPage)
    return page


def cards(page: HomePage) -> list[QWidget]:
    return [page._leavers.box.itemAt(n).widget() for n in range(page._leavers.box.count())]


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.text()]


def red(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.property("tone") == "shu"]


def way(part: QWidget, name: str) -> QPushButton:
    return next(one for one in part.findChildren(QPushButton) if one.accessibleName().startswith(name))


def soon(page: HomePage) -> list[str]:
    return words(page._month.box.itemAt(0).widget())


# ホーム ------------------------------------------------------------------------------------------------------


def test_a_company_without_dates_is_taught_in_one_line(empty: Window) -> None:
    page = home(empty)
    assert cards(page) == [] and NOTHING_DUE in soon(page)


def test_a_leaver_is_pinned_on_top_and_only_what_nobody_else_knows_is_red(empty: Window) -> None:
    empty.desk.change("試す", leaver(ahead(60)))
    (card,) = cards(home(empty))
    assert f"{HOSTILE}さんの退職" in words(card)
    assert red(card) == [
        "この人だけが知っています：段取りの勘所",
        "面談で「段取りの勘所」を聞き、紙かデータに書き残します。",
    ]
    empty.desk.change("書く", [Place(id="wx", asset="ax", medium=Medium.PAPER, where="金庫")])
    (card,) = cards(home(empty))
    assert red(card) == [] and "済み 1 / 5" in words(card)


def test_its_step_is_ticked_and_taken_back_and_a_signature_does_it_too(qtbot, empty: Window) -> None:
    desk = empty.desk
    desk.change("試す", leaver(ahead(60)))
    card = cards(home(empty))[0]
    qtbot.mouseClick(way(card, "済みにする"), Qt.MouseButton.LeftButton)
    assert "済み 1 / 5" in words(cards(home(empty))[0])
    desk.undo()
    assert "済み 0 / 5" in words(cards(home(empty))[0])
    desk.record("署名", [Signature(id="sx", form="leaving-pledge", subject="px", on=ahead(0))])
    assert "済み 1 / 5" in words(cards(home(empty))[0])


def test_one_press_lets_the_access_end_with_the_last_day(qtbot, empty: Window) -> None:
    empty.desk.change("試す", leaver(ahead(60)))
    qtbot.mouseClick(way(cards(home(empty))[0], "見てよい人から"), Qt.MouseButton.LeftButton)
    assert empty.desk.company.access["rx"].until == ahead(60)
    assert "済み 1 / 5" in words(cards(home(empty))[0])
    later = replace(empty.desk.company.people["px"], left=ahead(50))
    empty.desk.change("早まる", [later])
    assert "済み 0 / 5" in words(cards(home(empty))[0])


def test_a_step_leads_to_its_place_of_cure(qtbot, empty: Window) -> None:
    empty.desk.change("試す", leaver(ahead(60)))
    qtbot.mouseClick(way(cards(home(empty))[0], "ひらく：面談"), Qt.MouseButton.LeftButton)
    assert empty.open_page == "inventory"


def test_who_has_no_last_day_any_more_is_gone_from_the_page(empty: Window) -> None:
    empty.desk.change("試す", leaver(ahead(60)))
    assert len(cards(home(empty))) == 1
    empty.desk.change("残る", [replace(empty.desk.company.people["px"], left="")])
    assert cards(home(empty)) == []


def test_with_ten_leavers_three_are_pinned_and_nothing_is_lost(empty: Window) -> None:
    rows = leaver(ahead(60))
    rows += [Person(id=f"q{n}", position=n, name="同じ 名", left=ahead(20 + n)) for n in range(9)]
    rows += [Access(id=f"r{n}", asset="ax", who=f"q{n}") for n in range(9)]
    empty.desk.change("試す", rows)
    page = home(empty)
    assert len(cards(page)) == 3
    assert any("さんの退職" in told for told in soon(page)), "the others stand among what is due"


def test_what_is_behind_its_day_comes_first_and_the_rest_is_counted(empty: Window) -> None:
    library = list(empty.desk.library.measures)[:6]
    rows = [Choice(id=m, state=State.ADOPTED, due=ahead(n - 1)) for n, m in enumerate(library)]
    empty.desk.change("試す", rows)
    page = home(empty)
    told = soon(page)
    first = next(line for line in told if line.startswith(("始める期日", "もう一度")))
    assert empty.desk.library.measures[library[0]].title in first
    assert any("過ぎています" in line for line in told)
    links = [one.text() for one in page._month.box.itemAt(0).widget().findChildren(QPushButton)]
    assert any(one.startswith("ほか") for one in links)


def test_it_says_the_same_after_a_restart(empty: Window, tmp_path: Path) -> None:
    desk = empty.desk
    desk.change("試す", leaver(ahead(60)))
    way(cards(home(empty))[0], "済みにする").click()
    desk.change("年", [Choice(id="audits", state=State.ADOPTED, due=ahead(-2))])
    before = [words(card) for card in cards(home(empty))], soon(home(empty))
    copied = tmp_path / "あくる日.mamori"
    shutil.copy(desk.path, copied)
    assert empty.open_ledger(copied)
    assert ([words(card) for card in cards(home(empty))], soon(home(empty))) == before


def test_an_edit_elsewhere_leaves_the_cards_as_they_are(empty: Window) -> None:
    empty.desk.change("試す", leaver(ahead(60)))
    before = cards(home(empty))
    empty.desk.change("別", [Asset(id="ay", position=100, name="別の情報")])
    assert cards(home(empty)) == before


# 年間の予定 --------------------------------------------------------------------------------------------------


def titles(page: YearPage) -> list[str]:
    return [shown.title for shown in page._parts.shown]


def test_twelve_months_from_this_one_on_and_before_them_what_is_late(empty: Window) -> None:
    page = months(empty)
    today = date.today()
    assert len(titles(page)) == 12 and titles(page)[0] == f"{today.year}年{today.month}月"
    empty.desk.change("遅れ", [Choice(id="audits", state=State.ADOPTED, due=ahead(-2))])
    assert len(titles(page)) == 13 and titles(page)[0] == "期日を過ぎたこと"
    assert page.stand.startswith("期日を過ぎたことが1件")


def test_the_firms_year_is_moved_and_stays_moved(empty: Window, tmp_path: Path) -> None:
    page = months(empty)
    before = [shown.theme_name for shown in page._parts.shown]
    page._first.setCurrentIndex(9)
    page._first.activated.emit(9)
    assert empty.desk.company.answers[START].value == "10"
    moved = [shown.theme_name for shown in page._parts.shown]
    assert moved == before[6:] + before[:6]
    page._first.activated.emit(9)
    assert empty.desk.undo_label == "会社の年の始まり"
    copied = tmp_path / "あくる日.mamori"
    shutil.copy(empty.desk.path, copied)
    empty.open_ledger(copied)
    assert [shown.theme_name for shown in months(empty)._parts.shown] == moved
    empty.desk.undo()
    assert [shown.theme_name for shown in months(empty)._parts.shown] == before


def table(document: Document | None) -> Table:
    assert document is not None
    return next(block for block in document.blocks if isinstance(block, Table))


def test_a_month_goes_on_paper_and_the_year_without_those_who_leave(
    empty: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk = empty.desk
    partner = Partner(id="tx", name="あさひ精機", nda_signed="2020-04-01", nda_until=ahead(0))
    desk.change("試す", [*leaver(ahead(60)), partner, Choice(id="audits", state=State.DONE)])
    page = months(empty)
    month = page._on_paper()
    assert month is not None and month.level == "internal"
    cells = [cell for row in table(month).rows for cell in row]
    assert any(HOSTILE in cell for cell in cells) and any("あさひ精機" in cell for cell in cells)
    page._sheet.setCurrentIndex(page._sheet.count() - 1)
    whole = page._on_paper()
    assert whole is not None and whole.level == ""
    cells = [cell for row in table(whole).rows for cell in row]
    assert len(table(whole).rows) == 12 and any("秘密保持契約の終わり" in cell for cell in cells)
    assert not any(word in cell for cell in cells for word in (HOSTILE, "段取りの勘所", "あさひ精機"))
    target = tmp_path / "年.pdf"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])
    page._paper.save()
    pdf_check.verify(whole, target.read_bytes(), target.name)


def test_on_the_wall_what_is_said_alike_of_one_day_is_counted(empty: Window) -> None:
    rows = [Asset(id=f"a{n}", name=f"図面{n}", review_on=ahead(0)) for n in range(3)]
    empty.desk.change("試す", rows)
    page = months(empty)
    assert len(table(page._on_paper()).rows) == 3
    page._sheet.setCurrentIndex(page._sheet.count() - 1)
    lines = table(page._on_paper()).rows[0][2].splitlines()
    assert [line.partition("　")[2] for line in lines] == ["区分の見直し（3件）"]


def test_a_month_without_anything_is_not_printed_and_it_is_said(empty: Window) -> None:
    page = months(empty)
    page.on_print()
    assert page.stand == "この月には、紙にする予定がありません。"


def test_the_file_for_other_calendars_has_every_day_and_no_secret(
    empty: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty.desk.change("試す", leaver(ahead(60)))
    page, target = months(empty), tmp_path / "予定.ics"
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])
    page._save_ics()
    found = read(target.read_bytes())
    last = next(one for one in found if one["UID"] == "leaver:px:stop@mamoricho")
    assert last["DTSTART;VALUE=DATE"] == ahead(60).replace("-", "")
    assert last["SUMMARY"] == f"{HOSTILE}さんの退職：最後の日"
    assert not any("段取りの勘所" in one["SUMMARY"] for one in found)
    assert "読み返して" in page.stand


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_however_large_the_letters(
    empty: Window, size: tuple[int, int], scale: float, nameless: Callable[[QWidget], list[str]]
) -> None:
    empty.desk.change("試す", leaver(ahead(60), name="長い名前の" * 6))
    empty.resize(*size)
    empty.set_scale(scale)
    for page in (home(empty), months(empty)):
        assert nameless(page) == []
        cut = [
            one.text()
            for one in [*page.findChildren(QPushButton), *page.findChildren(QLabel)]
            if one.isVisible() and one.mapTo(page, one.rect().topRight()).x() > page.width()
        ]
        assert cut == []


def test_a_ledger_that_is_only_read_offers_no_tick(empty: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = empty.desk
    desk.change("試す", leaver(ahead(60)))
    assert [one for one in cards(HomePage(empty))[0].findChildren(QPushButton) if one.text().startswith("済みに")]
    monkeypatch.setattr(type(desk.ledger), "writable", property(lambda _: False))
    page = HomePage(empty)
    assert not [one for one in page.findChildren(QPushButton) if one.text().startswith(("済みに", "見てよい人から"))]
