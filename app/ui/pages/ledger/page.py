"""台帳と設定: the firm's own facts, its lists of people and partners, the names of its levels, and the ledger file itself."""

from PySide6.QtWidgets import QListWidget, QStackedWidget, QVBoxLayout, QWidget

from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.panes import Panes
from app.ui.pages.ledger.basics import Basics
from app.ui.pages.ledger.circumstances import Circumstances
from app.ui.pages.ledger.file import LedgerFile
from app.ui.pages.ledger.history import HistoryList
from app.ui.pages.ledger.levels import Levels
from app.ui.pages.ledger.lists import Departments, Partners, People
from app.ui.pages.ledger.screen import Screen
from app.version import VERSION

SECTIONS = (Basics, Circumstances, People, Departments, Partners, Levels, Screen, LedgerFile, HistoryList)


class LedgerPage(Page):
    """Sections at the left, the chosen one at the right."""

    key = "ledger"

    def build(self) -> None:
        self.set_title("台帳と設定", "会社の基本、名簿、区分の名前、そして台帳のファイルのこと。")
        self._list = QListWidget()
        self._list.setProperty("plain", "true")
        self._list.setAccessibleName("設定の見出し")
        self._stack = QStackedWidget()
        self.sections = [section(self.shell, self.set_footer, self.offer) for section in SECTIONS]
        for section in self.sections:
            self._list.addItem(section.title)
            self._stack.addWidget(layout.scroll(section, section.title))
        self._list.currentRowChanged.connect(self._turn)
        self._list.itemPressed.connect(lambda _: self._panes.show_main())
        self._list.itemActivated.connect(lambda _: self._panes.show_main())
        self._panes: Panes = Panes(
            self.look, self._side(), self._stack, opens="ほかの見出し", closes="もどる", width=200, room=480
        )
        self.body.addWidget(self._panes, 1)
        self._list.setCurrentRow(0)
        self.set_buttons(buttons.button("ホームへ", lambda: self.shell.open("home"), look=self.look, primary=True))

    def refresh(self) -> None:
        self.sections[self._stack.currentIndex()].refresh()

    def focus_on(self, focus: str) -> None:
        keys = [section.key for section in self.sections]
        if focus in keys:
            self._list.setCurrentRow(keys.index(focus))
            self._panes.show_main()

    def place(self) -> str:
        return self.sections[self._stack.currentIndex()].key

    def _side(self) -> QWidget:
        """The headings, and below them which まもり帳 this is."""
        side = QWidget()
        side.setFocusProxy(self._list)
        column = QVBoxLayout(side)
        layout.spaced(column, spacing=self.look.px(8))
        column.addWidget(self._list, 1)
        column.addWidget(text.text(f"まもり帳 {VERSION}", "caption", "soft"))
        return side

    def _turn(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self.sections[row].refresh()
        self.set_footer(self.sections[row].stand, self.sections[row].safe)


PAGE = LedgerPage
