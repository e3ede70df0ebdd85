"""X in the real window: the chart as a drawing whose boxes lead to the fields, and proposals that are taken by a click."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.ledger.records import Appointment, Person
from app.domain.ledger.seats import filled, seats
from app.ui.pages.structure.chart import BoxButton
from app.ui.pages.structure.page import StructurePage
from app.ui.window import Window
from tests.ui.conftest import settle

LONG = "ヴォン・グエン・ティ・トゥイ・ズオン・フォン・ランチャナコーンの𠮷田"


def opened(window: Window) -> StructurePage:
    window.open("structure")
    settle()
    page = window.page("structure")
    assert isinstance(page, StructurePage)
    return page


def boxes(page: StructurePage) -> list[BoxButton]:
    return [one for one in page.chart.findChildren(BoxButton) if one.isVisible()]


def emptied(window: Window) -> None:
    desk = window.desk
    desk.change("空に", drop=[("appointments", one) for one in desk.company.appointments])


def test_every_seat_is_a_box_and_a_screen_reader_hears_who_sits_there(window: Window) -> None:
    page = opened(window)
    company = window.desk.company
    assert len(boxes(page)) == len(seats(company))
    QAccessible.setActive(True)
    told = QAccessible.queryAccessibleInterface(page.chart).text(QAccessible.Text.Description)
    assert told.startswith("いちばん上に統括責任者（湊 誠一）。その下に、") and "点検者（空き）" in told
    assert boxes(page)[0].accessibleName() == "統括責任者（湊 誠一）、代表取締役"


def test_the_drawing_follows_the_ledger_and_undo(window: Window) -> None:
    page = opened(window)
    window.desk.change("点検者", [Appointment(id="inspector", role="inspector", person="p-noguchi")])
    assert "点検者（野口 恵）" in page.chart.accessibleDescription()
    window.desk.undo()
    assert "点検者（空き）" in page.chart.accessibleDescription()


def test_by_keyboard_a_box_leads_to_the_fields_of_its_seat(window: Window) -> None:
    page = opened(window)
    first, second = boxes(page)[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert window.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Return)
    settle()
    row = next(row for row in page._rows if row.seat.id == "keeper:top_secret")
    assert window.focusWidget() in (row.person, row.person.lineEdit())
    assert row.visibleRegion().boundingRect().height() > 0, "it is in sight"


@pytest.mark.parametrize("scale", [0.9, 1.5])
@pytest.mark.parametrize("width", [760, 1280, 1900])
def test_no_box_lies_upon_another_and_every_letter_has_room(window: Window, scale: float, width: int) -> None:
    window.desk.change("長い名", [replace(window.desk.company.people["p-onishi"], name=LONG, title=LONG)])
    window.set_scale(scale)
    window.resize(width, 800)
    page = opened(window)
    placed = boxes(page)
    for number, one in enumerate(placed):
        assert page.chart.rect().contains(one.geometry())
        assert one.height() >= one.height_at(one.width())
        assert not [other for other in placed[number + 1 :] if one.geometry().intersects(other.geometry())]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_lines_of_the_chart_are_painted_in_the_colours_of_the_mode(window: Window, mode: str) -> None:
    window.set_mode(mode)
    page = opened(window)
    assert page.look.dark is (mode == "dark")
    image: QImage = page.chart.grab().toImage()
    wanted = page.look.color("edge").rgb()
    middle = {image.pixel(image.width() // 2 + shift, boxes(page)[1].geometry().center().y()) for shift in range(-3, 4)}
    assert wanted in middle


def test_a_proposal_is_shown_with_its_reason_and_taken_by_one_click(window: Window) -> None:
    emptied(window)
    page = opened(window)
    row = next(row for row in page._rows if row.seat.id == "secretariat")
    assert "長谷 真由さん" in row._why.text() and "慣れている" in row._why.text()
    assert not window.desk.company.appointments, "nothing is stored before it is taken"
    row.take_button.click()
    held = window.desk.company.appointments
    assert [*held] == ["secretariat"] and held["secretariat"].person == "p-hase"
    assert not row.take_button.isVisible()
    window.desk.undo()
    assert not window.desk.company.appointments and row.take_button.isVisible()


def test_all_proposals_are_one_step_that_one_undo_takes_back(window: Window) -> None:
    emptied(window)
    page = opened(window)
    page._all.click()
    company = window.desk.company
    assert all(filled(company, seat.id) for seat in seats(company))
    assert window.desk.undo_label == "提案どおりに9役を決定"
    assert not page._all.isVisible() and not page._why.isVisible()
    window.desk.undo()
    assert not window.desk.company.appointments


def test_a_seat_that_is_taken_is_not_touched_and_keeps_its_deputy(window: Window) -> None:
    before = dict(window.desk.company.appointments)
    kept = Appointment(id="inspector", role="inspector", deputy="p-noguchi")
    window.desk.change("代わりだけ", [kept])
    opened(window)._all.click()
    after = window.desk.company.appointments
    assert {seat: after[seat] for seat in before} == before
    assert after["inspector"].person and after["inspector"].deputy == "p-noguchi"


def test_who_is_alone_is_told_of_people_outside(window: Window) -> None:
    emptied(window)
    desk = window.desk
    others = [replace(one, left="2020-01-01") for one in desk.company.people.values()]
    desk.change("一人に", [*others, Person(id="only", name="湊 誠一郎", title="社長")])
    page = opened(window)
    assert "社外の人" in page._notes.text() and page._notes.isVisible()
    page._all.click()
    assert not filled(desk.company, "inspector") and filled(desk.company, "chief")


def test_a_company_that_has_listed_nobody_still_begins_with_one_name(window: Window) -> None:
    emptied(window)
    desk = window.desk
    desk.change("だれもいない", [replace(one, left="2020-01-01") for one in desk.company.people.values()])
    page = opened(window)
    ways = [one.text() for one in page.findChildren(QPushButton) if one.isVisible() and "ひとまず" in one.text()]
    assert len(ways) == 1 and not page._all.isVisible()


@pytest.mark.parametrize(("words", "form"), [("体制図を紙にする", "role-chart"), ("会社の方針を一枚にする", "policy")])
def test_what_stands_here_is_one_click_from_its_paper(window: Window, words: str, form: str) -> None:
    page = opened(window)
    next(one for one in page.findChildren(QPushButton) if one.text() == words).click()
    settle()
    assert window.open_page == "papers" and window.page("papers").place().startswith(form)
