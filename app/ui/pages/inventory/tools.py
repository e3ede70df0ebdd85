"""The tools above the table of assets: searching, filtering by department, pasting, more columns, and the way to 「よくある情報」."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.domain.ledger.company import Company
from app.ui import icons
from app.ui.kit import buttons
from app.ui.kit.fields import PullDown, TextLine
from app.ui.kit.flow import Flow
from app.ui.look import Look

ALL, NONE = "all", "none"
PASTE = "Excelから貼り付け"
PAUSE = 150  # ms after the last letter before the table is searched


@dataclass(frozen=True)
class ToolActions:
    """What the tools lead to: words to search for, a department (an id, "" for none, None for all), pasting, more columns."""

    words: Callable[[str], object]
    department: Callable[[str | None], object]
    paste: Callable[[], object]
    all_columns: Callable[[], object]
    typical: Callable[[], object]


class AssetTools(QWidget):
    """One line of tools, or two where there is no room."""

    def __init__(self, look: Look, actions: ToolActions) -> None:
        super().__init__()
        self._look, self._actions = look, actions
        self.every_column = False
        self.search = self._search()
        self.department = PullDown()
        self.department.setAccessibleName("部門で絞る")
        self.department.setMaximumWidth(look.px(260))
        self.department.currentIndexChanged.connect(lambda _: actions.department(self._chosen()))
        self.paste = buttons.button(PASTE, actions.paste, look=look, icon="paste")
        self.columns = buttons.button("ほかの列", self._turn_columns, look=look, icon="right")
        self.typical = buttons.button("よくある情報", actions.typical, look=look, icon="open")
        self._tools = (self.search, self.department, self.paste, self.columns, self.typical)
        self.setLayout(Flow(*self._tools, spacing=look.px(10)))

    def offer_departments(self, company: Company) -> None:
        """The filter's choices in the owner's order. What is chosen stays chosen while it is there."""
        departments = sorted(company.departments.values(), key=lambda row: (row.position, row.id))
        offered = [("部門：すべて", ALL), *((row.name, row.id) for row in departments), ("部門が空欄", NONE)]
        shown = [(self.department.itemText(n), self.department.itemData(n)) for n in range(self.department.count())]
        if offered == shown:
            return
        before = self.department.currentData()
        self.department.blockSignals(True)
        self.department.clear()
        for words, key in offered:
            self.department.addItem(words, key)
        self.department.setItemIcon(0, icons.icon("filter", self._look.color("ink"), self._look.px(18)))
        self.department.setCurrentIndex(max(0, self.department.findData(before)))
        self.department.blockSignals(False)
        if before not in (None, self.department.currentData()):
            self._actions.department(self._chosen())

    def picked(self, *, guesses: bool) -> str:
        """What leaves rows out, in words; "" where nothing does."""
        words, department = self.search.text().strip(), self._chosen()
        named = self.department.currentText()
        parts = [f"「{words}」を含む"] if words else []
        parts += [f"部門：{named}" if department else named] if department is not None else []
        parts += ["仮の行だけ"] if guesses else []
        return "、".join(parts)

    def show_tight(self, tight: bool) -> None:
        """Smaller tools where the window is low or the letters are large."""
        for tool in self._tools:
            buttons.set_small(tool, tight)
        buttons.set_words(self.paste, "貼り付け" if tight else PASTE)

    def reset(self) -> None:
        """No search and no filter any more; nobody is told."""
        for tool in (self.search, self.department):
            tool.blockSignals(True)
        self.search.clear()
        self.department.setCurrentIndex(0)
        for tool in (self.search, self.department):
            tool.blockSignals(False)

    def _search(self) -> QLineEdit:
        field = TextLine()
        field.setPlaceholderText("表の中をさがす")
        field.setAccessibleName("表の中をさがす")
        field.setMinimumWidth(self._look.px(170))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        glass = QAction(icons.icon("search", self._look.color("ink2"), self._look.px(18)), "表の中をさがす", field)
        field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        pause = QTimer(field)
        pause.setSingleShot(True)
        pause.setInterval(PAUSE)
        pause.timeout.connect(lambda: self._actions.words(field.text()))
        field.textChanged.connect(lambda _: pause.start())
        return field

    def _chosen(self) -> str | None:
        return {ALL: None, NONE: ""}.get(self.department.currentData(), self.department.currentData())

    def _turn_columns(self) -> None:
        self.every_column = not self.every_column
        words = "主な列だけ" if self.every_column else "ほかの列"
        buttons.set_words(self.columns, words)
        self._actions.all_columns()
