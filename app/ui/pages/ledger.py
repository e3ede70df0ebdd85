"""台帳と設定: the firm's own facts, its lists of people and partners, the names of its levels, and the ledger file itself."""

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QStackedWidget

from app.ui import parts
from app.ui.frame import Page
from app.ui.sections.basics import Basics
from app.ui.sections.file import LedgerFile
from app.ui.sections.history import HistoryList
from app.ui.sections.levels import Levels
from app.ui.sections.lists import Departments, Partners, People
from app.ui.sections.screen import Screen

SECTIONS = (Basics, People, Departments, Partners, Levels, Screen, LedgerFile, HistoryList)


class LedgerPage(Page):
    """Sections at the left, the chosen one at the right."""

    key = "ledger"
    shows = (
        "profile",
        "departments",
        "people",
        "partners",
        "assets",
        "decisions",
        "choices",
        "appointments",
        "answers",
    )

    def build(self) -> None:
        px = self.look.px
        self.set_title("台帳と設定", "会社の基本、名簿、区分の名前、そして台帳のファイルのこと。")
        self._list = QListWidget()
        self._list.setProperty("plain", "true")
        self._list.setAccessibleName("設定の見出し")
        self._list.setFixedWidth(px(200))
        self._stack = QStackedWidget()
        self.sections = [section(self.shell, self.set_footer) for section in SECTIONS]
        for section in self.sections:
            self._list.addItem(section.title)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(section)
            self._stack.addWidget(area)
        self._list.currentRowChanged.connect(self._turn)
        line = QHBoxLayout()
        parts.tight(line, spacing=px(32))
        line.addWidget(self._list)
        line.addWidget(self._stack, 1)
        self.body.addLayout(line, 1)
        self._list.setCurrentRow(0)
        self.set_buttons(parts.button("ホームへ", lambda: self.shell.open("home"), look=self.look, primary=True))

    def refresh(self) -> None:
        self.sections[self._stack.currentIndex()].refresh()

    def focus_on(self, focus: str) -> None:
        keys = [section.key for section in self.sections]
        if focus in keys:
            self._list.setCurrentRow(keys.index(focus))

    def _turn(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self.sections[row].refresh()
        self.set_footer(self.sections[row].stand, self.sections[row].safe)


PAGE = LedgerPage
