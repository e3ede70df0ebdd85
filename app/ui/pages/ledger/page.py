"""台帳と設定: the firm's own facts, its lists of people and partners, the names of its levels, and the ledger file itself."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from app.domain.columns.lists import List
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.faces import Faces
from app.ui.kit.panes import Panes
from app.ui.on_paper import ListOnPaper
from app.ui.pages.ledger.basics import Basics
from app.ui.pages.ledger.circumstances import Circumstances
from app.ui.pages.ledger.file import LedgerFile
from app.ui.pages.ledger.history import HistoryList
from app.ui.pages.ledger.levels import Levels
from app.ui.pages.ledger.lists import Departments, Disclosures, Partners, People, RecordSection
from app.ui.pages.ledger.screen import Screen
from app.ui.pages.ledger.section import Section
from app.version import VERSION

if TYPE_CHECKING:  # what is put on paper is imported when it is
    from app.actions.papers.lists import Document

SECTIONS = {
    section.key: section
    for section in (
        Basics,
        Circumstances,
        People,
        Departments,
        Partners,
        Disclosures,
        Levels,
        Screen,
        LedgerFile,
        HistoryList,
    )
}


class LedgerPage(Page):
    """Sections at the left, the chosen one at the right."""

    key = "ledger"

    def build(self) -> None:
        self.set_title("台帳と設定", "会社の基本、名簿、区分の名前、そして台帳のファイルのこと。")
        self._list = QListWidget()
        self._list.setProperty("plain", "true")
        self._list.setAccessibleName("設定の見出し")
        self._list.addItems([section.title for section in SECTIONS.values()])
        self._sections: dict[str, Section] = {}
        self._faces = Faces({key: partial(self._scrolled, key) for key in SECTIONS})
        self._list.currentRowChanged.connect(lambda row: self._turn(list(SECTIONS)[row]))
        self._list.itemPressed.connect(lambda _: self._panes.show_main())
        self._list.itemActivated.connect(lambda _: self._panes.show_main())
        self._panes: Panes = Panes(
            self.look, self._side(), self._faces, opens="ほかの見出し", closes="もどる", width=200, room=480
        )
        self.body.addWidget(self._panes, 1)
        self._paper = ListOnPaper(self, self._on_paper, "印刷する行が、まだありません。")
        self._list.setCurrentRow(0)
        self.set_buttons(
            self._paper.button,
            buttons.button("ホームへ", lambda: self.shell.open("home"), look=self.look, primary=True),
        )

    def refresh(self) -> None:
        self.section(self.place()).refresh()

    def focus_on(self, focus: str) -> None:
        if focus in SECTIONS:
            self._list.setCurrentRow(list(SECTIONS).index(focus))
            self._panes.show_main()

    def place(self) -> str:
        return list(SECTIONS)[self._list.currentRow()]

    def on_print(self) -> None:
        if self._what() is not None:
            self._paper.print()
        else:
            super().on_print()

    def section(self, key: str) -> Section:
        """A section by its key, made when it is first wanted."""
        if key not in self._sections:
            self._sections[key] = SECTIONS[key](self.shell, self.set_footer, self.offer)
        return self._sections[key]

    def _scrolled(self, key: str) -> QWidget:
        return layout.scroll(self.section(key), SECTIONS[key].title)

    def _side(self) -> QWidget:
        """The headings, and below them which まもり帳 this is."""
        side = QWidget()
        side.setFocusProxy(self._list)
        column = QVBoxLayout(side)
        layout.spaced(column, spacing=self.look.px(8))
        column.addWidget(self._list, 1)
        column.addWidget(text.text(f"まもり帳 {VERSION}", "caption", "soft"))
        return side

    def _turn(self, key: str) -> None:
        self._faces.turn(key)
        section = self.section(key)
        section.refresh()
        self.set_footer(section.stand, section.safe)
        self._paper.button.setVisible(self._what() is not None)

    def _what(self) -> List | None:
        """The list of the section that is shown; the other sections have none."""
        section = self.section(self.place())
        return section.what if isinstance(section, RecordSection) else None

    def _on_paper(self) -> "Document | None":
        from app.actions.papers import lists

        what, company = self._what(), self.shell.desk.company
        return lists.records(company, what) if what and getattr(company, what.kind) else None


PAGE = LedgerPage
