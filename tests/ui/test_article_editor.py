"""書類: an article in the owner's own words, from the click on the paper to the Word file."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from app.actions.papers import make as papers
from app.actions.papers import wording as own_wording
from app.documents.word import file as word
from app.documents.word.check import reopen_text
from app.domain.forms.body import RefSlot, ValueSlot, Words
from app.domain.forms.own_rows import Row
from app.ui.kit import picker
from app.ui.pages.papers import article_editor
from app.ui.pages.papers.article_editor import ArticleEditor
from app.ui.pages.papers.article_note import Options
from app.ui.pages.papers.page import PapersPage
from app.ui.pages.papers.row_field import RowField
from app.ui.window import Window
from tests.domain.forms.test_own_rows import says
from tests.domain.forms.test_own_wording import HOSTILE
from tests.ui.conftest import settle

RULES, ARTICLE = "information-rules", "copying"
MANY = ("<b>A&B</b>", "髙﨑𠮷", "あ" * 10_000, *HOSTILE)


@pytest.fixture
def page(window: Window) -> PapersPage:
    window.open("papers", RULES)
    return window.page("papers")


@pytest.fixture
def editor(page: PapersPage, window: Window) -> Iterator[ArticleEditor]:
    page._choose_article(ARTICLE)
    made = ArticleEditor(page, window, page.paper, ARTICLE)
    made.show()
    settle()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def field(editor: ArticleEditor) -> RowField:
    return editor.field


def on_paper(page: PapersPage) -> str:
    """What the preview tells a screen reader: the plain text of all pages."""
    return page._preview.widget().accessibleDescription().replace("\n", "")


def button(parent, words: str) -> QPushButton:
    return next(one for one in parent.findChildren(QPushButton) if one.accessibleName() == words)


def shown(parent) -> str:
    """Every word that can be read."""
    settle()
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def cursor_to(field: RowField, row: int, end: bool = False) -> None:
    cursor = QTextCursor(field.document().findBlockByNumber(row))
    if end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    field.setTextCursor(cursor)


def test_an_article_is_reworded_and_given_back(
    page: PapersPage, window: Window, ime: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[str] = []

    def by_hand(editor: ArticleEditor) -> None:
        editor.show()
        editor.activateWindow()
        cursor_to(editor.field, 0)
        ime(editor.field, "工場では、")
        seen.append(editor.printed.text())
        settle()
        QTest.keyClick(editor.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert editor.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(ArticleEditor, "exec", by_hand)
    before = on_paper(page)
    page._choose_article(ARTICLE)
    button(page.note, "言葉を直す").click()
    assert "工場では、従業員等は" in seen[0]
    assert window.desk.undo_label.endswith("の言葉を直す")
    assert "工場では、従業員等は" in on_paper(page)
    assert "会社の文" in shown(page.note)
    paper = papers.make(window.desk, RULES, datetime(2026, 11, 17))
    (tmp_path / "規程.docx").write_bytes(word.to_bytes(paper.document, datetime(2026, 11, 17)))
    assert "工場では、従業員等は" in reopen_text(tmp_path / "規程.docx")
    button(page.note, "ひな形に戻す").click()
    assert on_paper(page) == before and "会社の文" not in shown(page.note)
    window.desk.undo()
    assert "工場では、従業員等は" in on_paper(page)


def test_an_article_is_switched_off_and_back(page: PapersPage, window: Window) -> None:
    paper = page.paper
    free = (one for one in paper.document.articles() if not own_wording.about(window.desk, paper, one.id).stays)
    article = next(free)
    page._choose_article(article.id)
    button(page.note, "条を外す").click()
    assert article.caption not in on_paper(page)
    back = f"「{article.caption.strip('（）')}」の条を戻す"
    button(page.note, back).click()
    assert article.caption in on_paper(page)
    assert page._article == article.id


def test_an_article_that_must_stay_says_why(page: PapersPage) -> None:
    page._choose_article("disclosure")
    switch = button(page.note, "条を外す")
    assert not switch.isEnabled() and "指している" in switch.accessibleDescription()
    assert "指しているので、この条だけを外すことはできません。" in shown(page.note)


def test_the_note_leads_to_the_articles_around(page: PapersPage) -> None:
    page._choose_article("levels")
    way = next(one for one in page.note.findChildren(QPushButton) if one.accessibleName().endswith("定義"))
    way.click()
    assert page._article == "definitions"


def test_an_alternative_is_taken_beside_the_article(page: PapersPage, window: Window, qtbot) -> None:
    page._choose_article("removal")
    options = next(one for one in page.note.findChildren(Options) if one.accessibleName() == "持出しの扱い")
    options.setFocus()
    number = options.findData("forbid")
    options.setCurrentIndex(number)
    options.activated.emit(number)
    form = window.desk.forms[RULES]
    group = next(group for group in form.choices if group.name == "removal")
    assert papers.chosen(window.desk, form, group) == "forbid"
    assert "納入その他業務上やむを得ない理由により" in on_paper(page)
    again = next(one for one in page.note.findChildren(Options) if one.accessibleName() == "持出しの扱い")
    assert again.currentData() == "forbid" and page._article == "removal"


def test_rows_are_added_and_removed_by_buttons(editor: ArticleEditor, field: RowField) -> None:
    field.load([says("一。"), says("二。")])
    cursor_to(field, 0)
    button(editor, "行を足す").click()
    assert [row.pieces for row in field.rows()] == [(Words("一。"),), (), (Words("二。"),)]
    button(editor, "行を消す").click()
    button(editor, "下へ").click()
    assert [row.pieces for row in field.rows()] == [(Words("一。"),), (Words("二。"),)]
    for _ in range(3):
        button(editor, "行を消す").click()
    assert field.rows() == [Row(0, ())] and not button(editor, "保存").isEnabled()
    assert "言葉が一つもありません" in shown(editor)


def test_a_reference_and_a_value_are_chosen_from_lists(
    editor: ArticleEditor, field: RowField, ime: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pick(words: str) -> Callable[[picker.Picker], int]:
        def exec_(sheet: picker.Picker) -> int:
            sheet.show()
            ime(sheet.search, words)
            QTest.keyClick(sheet.search, Qt.Key.Key_Return)
            return sheet.result()

        return exec_

    field.load([says("一。"), says("二。")])
    cursor_to(field, 0, end=True)
    monkeypatch.setattr(article_editor.Picker, "exec", pick("適用範囲"))
    button(editor, "条を指す").click()
    monkeypatch.setattr(article_editor.Picker, "exec", pick("会社名"))
    button(editor, "台帳の言葉を入れる").click()
    assert field.rows()[0].pieces == (Words("一。"), RefSlot("scope"), ValueSlot("company"))
    monkeypatch.setattr(article_editor.Picker, "exec", pick("二。"))
    button(editor, "条を指す").click()
    named = field.rows()[1].id
    assert named.startswith("own-") and field.rows()[0].pieces[-1] == RefSlot(named)
    assert editor.printed.text().splitlines()[1].endswith("次項")
    monkeypatch.setattr(article_editor.Picker, "exec", lambda sheet: 0)
    button(editor, "条を指す").click()
    assert len(field.rows()[0].pieces) == 4


def test_the_list_is_narrowed_and_walked_by_keys(editor: ArticleEditor) -> None:
    lines = [picker.Line(str(n), f"第{n}条", "表示" if n % 2 else "保管") for n in range(1, 6)]
    sheet = picker.Picker(editor, editor.look, "どこ", lines, "ここ")
    sheet.show()
    QTest.keyClick(sheet.search, Qt.Key.Key_Down)
    assert sheet.list.currentItem().text().startswith("第2条")
    sheet.search.setText("ﾎｶﾝ 保管")
    assert sheet.list.currentRow() == -1 and not button(sheet, "ここ").isEnabled()
    sheet.search.setText("第４条")
    assert sheet.list.currentItem().text().startswith("第4条")
    sheet.reject()


def test_a_typed_number_becomes_a_reference(editor: ArticleEditor, field: RowField, ime: Callable) -> None:
    field.load([says("第2条及び第99条の規定による🏭第2条。")])
    assert "「第99条」は手で打った番号です" in shown(editor)
    button(editor, "「第2条」を参照にする").click()
    assert field.rows()[0].pieces == (RefSlot("scope"), Words("及び第99条の規定による🏭第2条。"))
    button(editor, "「第2条」を参照にする").click()
    assert field.rows()[0].pieces == (
        RefSlot("scope"),
        Words("及び第99条の規定による🏭"),
        RefSlot("scope"),
        Words("。"),
    )
    field.undo()
    assert field.rows()[0].pieces[-1] == Words("及び第99条の規定による🏭第2条。")


def test_a_row_that_others_point_at_is_missed(page: PapersPage, window: Window) -> None:
    first = own_wording.rows(window.desk, window.desk.forms[RULES], "definitions")[0]
    own_wording.reword(window.desk, page.paper, ARTICLE, [Row(0, (Words("見よ、"), RefSlot(first.id)))])
    editor = ArticleEditor(page, window, page.paper, "definitions")
    editor.show()
    editor.field.load([says("ことばの意味。")])
    assert "「複製、印刷及び撮影」の条が" in shown(editor)
    assert "消した行を指しています" in shown(editor)
    editor.field.load(editor._before)
    assert "消した行を指しています" not in shown(editor)
    editor.hide()


def test_the_model_is_shown_for_comparison(editor: ArticleEditor, field: RowField) -> None:
    model = editor.printed.text()
    field.load([says("まったく別の文。")])
    assert "まったく別の文。" in editor.printed.text()
    button(editor, "ひな形の文を見る").click()
    assert editor.printed.text() == model
    button(editor, "印刷される文を見る").click()
    assert "まったく別の文。" in editor.printed.text()


def test_what_was_begun_is_not_thrown_away_without_asking(
    editor: ArticleEditor, field: RowField, ime: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(article_editor.dialogs, "confirm", lambda *words: asked.append(words[2]) or False)
    ime(field, "あ")
    editor.reject()
    assert asked == ["書きかけの言葉があります"] and editor.isVisible()
    field.undo()
    editor.reject()
    assert len(asked) == 1 and not editor.isVisible()


def test_a_change_beneath_is_told_until_it_is_answered(page: PapersPage, window: Window) -> None:
    own_wording.reword(window.desk, page.paper, "removal", [says("持ち出さない。")])
    form = window.desk.forms[RULES]
    papers.choose(window.desk, form, next(group for group in form.choices if group.name == "removal"), "forbid")
    page._choose_article("removal")
    assert "ひな形の文が変わりました" in shown(page.note)
    editor = ArticleEditor(page, window, page.paper, "removal")
    QTest.mouseClick(button(editor, "保存"), Qt.MouseButton.LeftButton)
    assert "ひな形の文が変わりました" not in shown(page.note) and "会社の文" in shown(page.note)


def test_a_lost_reference_leads_to_its_article(page: PapersPage, window: Window) -> None:
    own_wording.reword(window.desk, page.paper, "copying", [Row(0, (Words("見よ、"), RefSlot("nowhere")))])
    button(page, "指す先がなくなった参照を見る").click()
    assert page._article == "copying"


def test_everything_has_a_name_for_a_screen_reader(page: PapersPage, editor: ArticleEditor, nameless: Callable) -> None:
    assert nameless(page) == []
    assert nameless(editor) == []
    assert editor.field.accessibleDescription() == editor.printed.text()


def test_the_tab_key_leaves_the_field(editor: ArticleEditor, field: RowField) -> None:
    field.setFocus()
    before = field.rows()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not field and field.rows() == before
