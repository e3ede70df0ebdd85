"""最初の30分 in the real window, by keyboard alone: from nothing over the twelve questions to a first paper without blanks."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from app.actions.papers import gaps
from app.store.ledger import Ledger
from app.ui.kit.fields import NameField
from app.ui.pages.papers.fill import FillSheet
from app.ui.window import Window
from tests.stories.test_first_regulation_by_keyboard import KEY, Keyboard, fresh  # noqa: F401 (fixture)
from tests.ui.conftest import ime, qapp, settle  # noqa: F401 (fixtures)

CLICKS, FIELDS = 45, 14
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ANSWERS: tuple[str | tuple[int, ...], ...] = (
    (7,),  # 業種
    "新田 一郎（社長）\n川口 正（総務部）",
    (1, 3, 6),
    (2,),
    (1, 2),
    "村井 勇　2027/3/31",
    (1, 3),
    (3,),
    "三輪田ワイヤーカット",
    (3,),
    "北濃精器株式会社",
    (2,),
)


def test_from_nothing_to_a_first_paper(fresh: Window, ime: Callable, qtbot, tmp_path: Path) -> None:  # noqa: F811
    fresh.activateWindow()
    hand = Keyboard(fresh, ime)
    hand.write("有限会社 新田金型", "会社の名前")
    hand.write("新田 一郎", "書く人の名前")
    settle()
    hand.press("最初の30分を始める")
    for answer in ANSWERS:
        if isinstance(answer, str):
            assert isinstance(hand.here, QPlainTextEdit), hand.here.accessibleName()
            ime(hand.here, answer)
            hand.fields += 1
        else:
            for number in answer:
                hand.key(getattr(KEY, f"Key_{number}"), ALT)
        hand.key(KEY.Key_Return, CONTROL)
    company = fresh.desk.company
    assert len(company.assets) >= 6 and len(company.people) == 3 and len(company.partners) == 2
    assert fresh.desk.undo_label == "最初の30分の下書き"
    page = fresh.page("beginning")
    assert "下書きしました" in page.stand

    hand.press(fresh.desk.forms["asset-register"].title)
    papers = fresh.page("papers")
    assert papers.form.id == "asset-register"

    def fill() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, FillSheet)
        try:
            while isinstance(hand.here, QComboBox | QLineEdit) and hand.fields < 40:
                hand.write("新田 一郎" if isinstance(hand.here, NameField) else "第2工場")
            hand.key(KEY.Key_Return)
        finally:
            sheet.accept()

    if gaps.to_fill(papers.paper):
        QTimer.singleShot(200, fill)
        hand.press("空欄をうめる")
    assert gaps.to_fill(papers.paper) == []
    print(f"{hand.clicks} clicks, {hand.fields} fields, {hand.tabs} tabs", *hand.told, sep="\n")
    assert hand.clicks <= CLICKS and hand.fields <= FIELDS, hand.told

    path, told = fresh.desk.path, dict(company.answers)
    fresh.close()
    with Ledger.open(path) as ledger:
        assert dict(ledger.company().answers).items() >= told.items()
        assert len(ledger.company().assets) == len(company.assets)
