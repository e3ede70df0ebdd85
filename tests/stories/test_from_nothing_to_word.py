"""The main job as a person does it: an empty machine, a company typed into the real window, A → B → C → X, a regulation in Word.

Nothing is faked but the file dialog of the operating system. Every step is a key, a click or an input method.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document as open_word
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget

from app.documents.word.check import reopen_text
from app.ui import start
from app.ui.pages.inventory.table import COLUMNS
from app.ui.settings import Settings
from app.ui.welcome import Welcome
from app.ui.window import Window
from tests.ui.conftest import ime, nameless, qapp, settle  # noqa: F401 (fixtures)

COMPANY = "A&B<精密>製作所"
PRESIDENT = "髙﨑 𠮷"


@pytest.fixture
def fresh(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:  # noqa: F811
    """The window on a machine that has never seen the program."""
    monkeypatch.setenv("MAMORICHO_LEDGERS", str(tmp_path / "台帳"))
    made = start.window(Settings(tmp_path / "settings.ini"))
    made.resize(1280, 800)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(qtbot, widget: QWidget, words: str) -> None:
    """Click the visible button that says this, or whose name ends with it."""
    named = {b: b.accessibleName() or b.text().strip() for b in widget.findChildren(QPushButton) if b.isVisible()}
    found = [b for b, name in named.items() if name == words or name.endswith(f"：{words}")]
    assert found, f"{words} is not among {sorted(named.values())}"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def write_cell(qtbot, window: Window, ime: Callable, row: int, key: str, words: str) -> None:  # noqa: F811
    """Type into a cell of the table as a person does: F2, the words, Enter."""
    view = window.page("inventory").view
    column = [field.key for field in COLUMNS].index(key)
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, column))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editors = [w for kind in (QLineEdit, QComboBox) for w in view.viewport().findChildren(kind) if w.isVisible()]
    assert editors, f"no editor for {key}"
    field = editors[0].lineEdit() if isinstance(editors[0], QComboBox) else editors[0]
    field.selectAll()
    ime(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_a_new_company_walks_from_the_first_page_to_a_regulation_in_word(
    qtbot,
    fresh: Window,
    ime: Callable,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = fresh
    welcome = window.centralWidget()
    assert isinstance(welcome, Welcome)
    ime(welcome.company, COMPANY)
    ime(welcome.author, PRESIDENT)
    press(qtbot, welcome, "この会社で始める")
    company = lambda: window.desk.company  # noqa: E731
    assert company().profile.name == COMPANY

    # A: two kinds of information, typed into the table
    press(qtbot, window, "A 洗い出し")
    for row, (name, department, media, place, keeper) in enumerate(
        [
            ("加工条件表", "製造部", "電子・紙", "共有フォルダ 生産技術", "大西 誠"),
            ("仕入先リスト", "購買部", "電子", "購買のPC", "川口 正"),
        ]
    ):
        for key, words in (
            ("name", name),
            ("department", department),
            ("media", media),
            ("places", place),
            ("keeper", keeper),
        ):
            write_cell(qtbot, window, ime, row, key, words)
    write_cell(qtbot, window, ime, 0, "readers", "製造部、大西")
    assert [asset.name for asset in company().listed] == ["加工条件表", "仕入先リスト"]
    assert {d.name for d in company().departments.values()} == {"製造部", "購買部"}

    # B: the two questions and the owner's own decision
    press(qtbot, window.page("inventory"), "次へ：B 秘密の決定")
    decision = window.page("decision")
    for _ in range(2):
        for question in decision.findChildren(QPushButton):
            if question.isVisible() and question.accessibleName().endswith("：大いに") and not question.isChecked():
                qtbot.mouseClick(question, Qt.MouseButton.LeftButton)
                settle()
        qtbot.keyClick(decision, Qt.Key.Key_2)
        settle()
        primary = [b for b in decision.findChildren(QPushButton) if b.isVisible() and b.property("primary") == "true"]
        qtbot.mouseClick(primary[-1], Qt.MouseButton.LeftButton)
        settle()
    assert {d.level.value for d in company().decisions.values()} == {"secret"}
    assert all(d.on for d in company().decisions.values())

    # C: what the plan has for this month
    window.open("measures")
    settle()
    press(qtbot, window.page("measures").plan.cards["secret-marking"], "採用")
    adopted = [choice.id for choice in company().choices.values() if choice.state.in_force]
    assert adopted == ["secret-marking"]

    # X: the president holds the first seat, by name
    window.open("structure")
    seat = next(row for row in window.page("structure")._rows if row.seat.id == "chief")
    ime(seat.person.lineEdit(), PRESIDENT)
    if popup := QApplication.activePopupWidget():  # the list of names that the completer offers
        popup.close()
    qtbot.keyClick(seat.person.lineEdit(), Qt.Key.Key_Return)
    settle()
    assert PRESIDENT in {person.name for person in company().people.values()}

    # 書類: the regulation in Word
    window.open("papers", "information-rules")
    target = tmp_path / "規程.docx"
    monkeypatch.setattr(window, "ask_file", lambda *_: target)
    press(qtbot, window.page("papers"), "Wordで保存")
    assert target.is_file()
    text = reopen_text(target)
    for article in (  # fewer than ten people: the short regulation
        "第1条",
        "（目的、適用範囲及び改廃）",
        "（定義及び秘密区分）",
        "（体制及び台帳）",
        "（複製、持出し及び送信）",
        "（事故の報告及び違反への対応）",
    ):
        assert article in text
    assert COMPANY in text
    assert "印、札及び図面の枠" in text, "the clause that the adopted marking brings"
    assert open_word(str(target)).core_properties.author == COMPANY

    # a restart: everything is still there, and the last step can be taken back
    path = window.desk.ledger.path
    before = company()
    window.show_welcome()
    assert window.open_ledger(path)
    assert company() == before
    label = window.desk.undo_label
    assert label
    window.activateWindow()
    settle()
    qtbot.keyClick(window.page("home"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.desk.redo_label == label
