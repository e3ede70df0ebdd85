"""「この書類の質問と選び方」: every answer is in the ledger as it is left, shown as papers show it, and kept where it belongs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton

from app.actions.papers import make as papers
from app.domain.forms.form import Question, QuestionKind
from app.errors import LedgerError
from app.ui.kit.buttons import PressButton
from app.ui.kit.fields import LinesField
from app.ui.pages.papers.page import PapersPage
from app.ui.pages.papers.questions import PaperQuestions
from app.ui.window import Window
from tests.ui.conftest import settle

RULES, NDA, RESEARCH, LEAVING = "information-rules", "mutual-nda", "joint-development", "leaving-pledge"
HOSTILE = "<b>A&B</b> 髙﨑𠮷"


@pytest.fixture
def ask(window: Window) -> Iterator[Callable[..., PaperQuestions]]:
    shown: list[PaperQuestions] = []

    def open_sheet(form: str, subject: str = "") -> PaperQuestions:
        shown.append(PaperQuestions(window, window, window.desk.forms[form], subject))
        shown[-1].show()
        settle()
        return shown[-1]

    yield open_sheet
    for sheet in shown:
        sheet.reject()


@pytest.fixture
def write(qtbot, ime) -> Callable[[PaperQuestions, str, str], None]:
    """Type an answer over the one before, and go on."""

    def type_in(sheet: PaperQuestions, name: str, words: str) -> None:
        field = sheet.fields[name]
        field.setFocus()
        field.selectAll()
        if words:
            ime(field, words)
        else:
            field.clear()
        qtbot.keyClick(field, Qt.Key.Key_Return)

    return type_in


def question(window: Window, form: str, name: str) -> Question:
    return next(one for one in window.desk.forms[form].ask if one.name == name)


def option(sheet: PaperQuestions, group: str, name: str) -> PressButton:
    known = next(one for one in sheet._form.choices if one.name == group)
    words = f"{known.text}：{next(one.text for one in known.options if one.name == name)}"
    found = [one for one in sheet.choices[group].findChildren(QPushButton) if one.accessibleName() == words]
    assert len(found) == 1
    return found[0]


def test_every_form_that_asks_has_a_field_for_each_question_and_names_for_all(window: Window, ask, nameless) -> None:
    for form in (RULES, NDA, LEAVING):
        sheet, known = ask(form), window.desk.forms[form]
        assert list(sheet.fields) == [one.name for one in known.ask]
        assert list(sheet.choices) == [one.name for one in known.choices]
        assert nameless(sheet) == []


def test_a_day_is_kept_as_a_day_and_shown_as_papers_show_it(window: Window, ask, write) -> None:
    sheet = ask(RULES)
    write(sheet, "effective-date", "令和9年4月1日")
    assert window.desk.company.answers["effective-date"].value == "2027-04-01"
    assert window.desk.undo_label == "書類の「施行日」"
    assert ask(RULES).fields["effective-date"].text() == "令和9年4月1日"
    write(sheet, "effective-date", "来年の春")
    assert papers.answered(window.desk, question(window, RULES, "effective-date")) == "来年の春", "as typed"


def test_an_answer_is_kept_as_typed_without_the_space_around_it_and_nothing_takes_it_back(
    window: Window, ask, write
) -> None:
    sheet = ask(RULES)
    write(sheet, "approved-cloud", f"　{HOSTILE} ")
    assert window.desk.company.answers["approved-cloud"].value == HOSTILE
    write(sheet, "approved-cloud", "")
    assert "approved-cloud" not in window.desk.company.answers


def test_a_default_is_shown_and_only_what_was_changed_is_written(window: Window, ask, write) -> None:
    before = window.desk.company
    sheet = ask(NDA)
    assert sheet.fields["oral-days"].text() == "30"
    for field in sheet.fields.values():
        field.setFocus()
    sheet.accept()
    assert window.desk.company is before, "looking changes nothing"


def test_what_is_asked_for_each_partner_is_kept_apart(window: Window, ask, write) -> None:
    one, other = list(window.desk.company.partners)[:2]
    write(ask(NDA, one), "purpose", "試作の検討")
    write(ask(NDA, one), "oral-days", "10")
    assert ask(NDA, one).fields["purpose"].text() == "試作の検討"
    again = ask(NDA, other)
    assert (again.fields["purpose"].text(), again.fields["oral-days"].text()) == ("", "10"), "the days are the firm's"


def test_an_answer_of_several_lines_lives_through_a_look_at_it(window: Window, ask) -> None:
    partner = next(iter(window.desk.company.partners))
    papers.answer(window.desk, question(window, NDA, "listed-secrets"), "図面\n見積り", partner)
    before = window.desk.company
    sheet = ask(NDA, partner)
    for field in sheet.fields.values():
        field.setFocus()
        settle()
    sheet.accept()
    assert window.desk.company is before


def test_one_alternative_is_always_taken(window: Window, ask, qtbot) -> None:
    sheet, group = ask(RULES), next(one for one in window.desk.forms[RULES].choices if one.name == "removal")
    assert option(sheet, "removal", "permit").isChecked()
    qtbot.mouseClick(option(sheet, "removal", "forbid"), Qt.MouseButton.LeftButton)
    assert papers.chosen(window.desk, window.desk.forms[RULES], group) == "forbid"
    before = window.desk.company
    qtbot.mouseClick(option(sheet, "removal", "forbid"), Qt.MouseButton.LeftButton)
    assert option(sheet, "removal", "forbid").isChecked() and window.desk.company is before, "the chosen one stays"


def test_what_the_world_refuses_is_told_and_the_screen_says_what_is_true(
    window: Window, ask, write, answer, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise LedgerError("保存できませんでした。", "台帳は前のままです。", "空きを作ってください。")

    sheet = ask(RULES)
    monkeypatch.setattr(window.desk, "change", refuse)
    said = answer("閉じる")
    qtbot.mouseClick(option(sheet, "removal", "forbid"), Qt.MouseButton.LeftButton)
    assert said == ["保存できませんでした。", "台帳は前のままです。", "空きを作ってください。"]
    assert option(sheet, "removal", "permit").isChecked() and not option(sheet, "removal", "forbid").isChecked()
    told = answer("閉じる")
    write(sheet, "approved-cloud", "社内だけ")
    assert told == said and "approved-cloud" not in window.desk.company.answers
    assert sheet.fields["approved-cloud"].text() == "社内だけ", "what was typed stays on the screen"


def test_the_sheet_opens_at_the_question_that_is_meant(window: Window, ask) -> None:
    sheet = ask(RULES)
    sheet.activateWindow()
    sheet.focus_on("review-month")
    assert QApplication.focusWidget() is sheet.fields["review-month"]
    sheet.focus_on("nowhere")
    assert QApplication.focusWidget() is sheet.fields["review-month"]


def test_the_page_leads_there_and_the_paper_follows(window: Window, qtbot, ime, answer) -> None:
    window.open("papers", RULES)
    settle()
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    said = answer("書けました")
    link = next(one for one in page.findChildren(QPushButton) if one.text() == "この書類の質問と選び方")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert said[0] == f"{page.form.title}に要ること"
    papers.answer(window.desk, question(window, RULES, "approved-cloud"), HOSTILE)
    assert page.paper and any(HOSTILE in getattr(piece, "text", "") for piece in page.paper.document.inlines())


def test_an_answer_of_several_lines_has_a_field_for_them_and_keeps_every_line(
    window: Window, ask: Callable[..., PaperQuestions], qtbot
) -> None:
    partner = next(iter(window.desk.company.partners))
    sheet = ask(RESEARCH, partner)
    several = [one.name for one in sheet._form.ask if one.kind is QuestionKind.LINES]
    assert several and all(isinstance(sheet.fields[name], LinesField) for name in several)
    assert not any(isinstance(field, LinesField) for name, field in sheet.fields.items() if name not in several)
    field = sheet.fields[several[0]]
    qtbot.waitActive(sheet)
    field.setFocus()
    field.setPlainText("試作型の設計")
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.insertPlainText("\u200b加工条件の測定<b>A&B</b>")
    assert papers.answered(window.desk, question(window, RESEARCH, several[0]), partner) == "", "not before it is left"
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    settle()
    assert not field.hasFocus()
    told = papers.answered(window.desk, question(window, RESEARCH, several[0]), partner)
    assert told == "試作型の設計\n\u200b加工条件の測定<b>A&B</b>"
    again = ask(RESEARCH, partner).fields[several[0]]
    assert again.text() == told and window.desk.undo_label
    window.desk.undo()
    assert papers.answered(window.desk, question(window, RESEARCH, several[0]), partner) == ""
