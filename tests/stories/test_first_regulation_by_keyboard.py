"""The first regulation without blanks, in the real window, by keyboard alone: 4 people, 6 kinds of information, 4 measures, 9 roles.

What is counted is what tires: every press of a button, a link or an answer, and every field in which something is typed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app.actions.papers import gaps
from app.domain.ledger.seats import filled, seats
from app.ui import start
from app.ui.kit.fields import NameField
from app.ui.pages.papers.fill import FillSheet
from app.ui.settings import Settings
from app.ui.window import Window
from tests.ui.conftest import ime, qapp, settle  # noqa: F401 (fixtures)

CLICKS, FIELDS = 30, 12
PRESIDENT = "新田 一郎"
OTHERS = {"事務局の人": "川口 正", "点検者の人": "大西 誠", "通報・相談窓口の人": "森 由美"}
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@dataclass
class Keyboard:
    """Somebody at the keys of one window, and how often something was pressed, written, or passed by."""

    window: QWidget
    type_in: Callable[..., None]
    clicks: int = 0
    fields: int = 0
    tabs: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def here(self) -> QWidget:
        """What has the keyboard."""
        top = QApplication.activeModalWidget() or self.window
        found = top.focusWidget()
        assert found is not None
        return found

    def go(self, name: str) -> None:
        """Tab to what bears this name."""
        self.go_until(lambda widget: widget.accessibleName().startswith(name), name)

    def go_until(self, fits: Callable[[QWidget], bool], what: str) -> None:
        """Tab to the first that fits."""
        met = []
        for _ in range(80):
            if fits(self.here):
                return
            met.append(self.here.accessibleName())
            QTest.keyClick(self.here, KEY.Key_Tab)
            self.tabs += 1
        raise AssertionError(f"no way to {what}; met {list(dict.fromkeys(met))}")

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key that decides something."""
        self.clicks += 1
        self.told.append(f"{Qt.Key(key).name} {self.here.accessibleName()}")
        QTest.keyClick(self.here, key, modifier)
        settle()

    def press(self, name: str) -> None:
        """Tab to a button, and Enter."""
        self.go(name)
        self.key(KEY.Key_Return)

    def write(self, words: str, name: str = "") -> None:
        """Fill a field, and Enter."""
        if name:
            self.go(name)
        target = self.here
        line = target.lineEdit() if isinstance(target, QComboBox) else target
        assert isinstance(line, QLineEdit)
        line.selectAll()
        self.type_in(line, words)
        if popup := QApplication.activePopupWidget():
            popup.close()
        self.fields += 1
        self.told.append(f"字 {target.accessibleName()}")
        QTest.keyClick(self.here, KEY.Key_Return)
        settle()


@pytest.fixture
def fresh(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # noqa: F811
    monkeypatch.setenv("MAMORICHO_LEDGERS", str(tmp_path / "ledgers"))
    made = start.window(Settings(tmp_path / "settings.ini"))
    made.resize(1280, 800)
    made.show()
    settle()
    yield made
    made.close()


def test_the_first_regulation_without_blanks(fresh: Window, ime: Callable, qtbot) -> None:  # noqa: F811
    fresh.activateWindow()
    hand = Keyboard(fresh, ime)
    desk = lambda: fresh.desk  # noqa: E731

    # the company
    hand.write("有限会社 新田製作所", "会社の名前")
    hand.write(PRESIDENT, "書く人の名前")
    settle()
    assert fresh.desk.company.profile.author == PRESIDENT

    # A: six kinds of information from those that are common
    fresh.setFocus()
    hand.key(KEY.Key_A, Qt.KeyboardModifier.AltModifier)
    hand.press("よくある情報から選ぶ")
    for _ in range(6):
        hand.go_until(lambda widget: widget.accessibleName().endswith("を入れる"), "を入れる")
        hand.key(KEY.Key_Return)
    assert len(desk().company.assets) == 6
    hand.press("次へ：B 秘密の決定")

    # B: all of them at once
    hand.go("決め方：一件ずつ")
    QTest.keyClick(hand.here, KEY.Key_Right)
    hand.press("決め方：一覧で決める")
    hand.go("情報の一覧")
    hand.key(KEY.Key_A, CONTROL)
    hand.key(KEY.Key_2)
    hand.key(KEY.Key_Return, CONTROL)
    assert len(desk().company.decisions) == 6

    # C: the four of today
    fresh.setFocus()
    hand.key(KEY.Key_C, Qt.KeyboardModifier.AltModifier)
    for _ in range(4):
        hand.go_until(lambda one: one.accessibleName().endswith("：採用"), "採用")
        hand.key(KEY.Key_Return)
    assert sum(choice.state.in_force for choice in desk().company.choices.values()) == 4

    # X: the president everywhere, then three others
    hand.key(KEY.Key_X, Qt.KeyboardModifier.AltModifier)
    hand.press("空いている9役を、ひとまず全部")
    for name, person in OTHERS.items():
        hand.write(person, name)
    assert all(filled(desk().company, seat.id) for seat in seats(desk().company))
    assert len(desk().company.staff) == 4

    # 書類: what is still blank, in place, and back at the paper
    hand.press("次へ：書類を見る")
    page = fresh.page("papers")

    def fill() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, FillSheet)
        answers = {"施行日": "令和8年12月1日", "統括責任者の役職": "代表取締役"}
        try:
            while isinstance(hand.here, QComboBox | QLineEdit) and hand.fields < 40:
                name = hand.here.accessibleName()
                hand.write(answers.get(name, PRESIDENT if isinstance(hand.here, NameField) else "第2工場"))
            hand.key(KEY.Key_Return)
        finally:
            sheet.accept()

    QTimer.singleShot(200, fill)
    hand.press("空欄をうめる")
    assert page.form.id == "information-rules" and gaps.to_fill(page.paper) == []
    assert page._next.accessibleName() == "確定する"

    print(f"{hand.clicks} clicks, {hand.fields} fields, {hand.tabs} tabs", *hand.told, sep="\n")
    assert hand.clicks <= CLICKS and hand.fields <= FIELDS, hand.told
