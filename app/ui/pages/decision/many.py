"""「一覧で決める」: the whole list, many rows chosen at once, one level and one reason for all of them in one step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from app.actions import decisions
from app.domain.advice.cautions import cautions
from app.domain.advice.deciding import Draft
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.sides import Sides
from app.ui.pages.decision.choosing import CheckedRows
from app.ui.pages.decision.table import COLUMNS, DecisionTable
from app.ui.pages.decision.verdict import Verdict
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.actions.papers.lists import Shown

NAME, DEPARTMENT, DECIDED, REASON = 0, 1, 3, 4
HOW = "行を押すと☑が付き、もう一度押すと外れます（スペースキーでも）。Enterかダブルクリックで、その一件を開きます。"
OPEN, ALL = "open", "all"
AS_SUGGESTED = "まもり帳の提案のとおり"


class DecideMany(QWidget):
    """The face for the whole list."""

    def __init__(self, shell: Shell, changed: Callable[[], object], opened: Callable[[str], object]) -> None:
        super().__init__()
        self._shell, self._changed, self._opened = shell, changed, opened
        self._draft = Draft(by=shell.desk.author)
        self._only_open = True
        self._model = DecisionTable()
        self.filter = buttons.Choices(((OPEN, "未決定"), (ALL, "全部")), self._filter, "どれを見るか")
        self.table = self._table()
        self.verdict = Verdict(shell.look, self._drafted, "まとめて決める")
        px = shell.look.px
        self._count = text.text("", "strong")
        self.every = buttons.link("すべて選ぶ", self.table.selectAll)
        self.none = buttons.link("選ぶのをやめる", self.table.clearSelection)
        self.suggested = buttons.button("", self._as_suggested, look=shell.look, icon="check")
        right = layout.column(
            text.prose(HOW, "table", "soft"),
            layout.widget_with(Flow(self._count, self.every, self.none, spacing=px(12))),
            layout.row(self.suggested),
            self.verdict,
            spacing=px(12),
        )
        right.addStretch(1)
        columns = Sides(self.table, layout.widget_with(right), least=px(560), spacing=px(24), shares=(9, 5))
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(0, 0, px(4), px(4)))
        box.addWidget(columns)

    @property
    def draft(self) -> Draft:
        """What is about to be decided for all chosen rows."""
        return self._draft

    @property
    def chosen(self) -> list[str]:
        """The assets of the chosen rows."""
        return [self._model.asset(index.row()) for index in self.table.selectionModel().selectedRows()]

    @property
    def shown(self) -> "Shown":
        """The rows as they stand."""
        from app.actions.papers.lists import Shown

        return Shown(self._model.assets, "まだ決めていないものだけ" if self._only_open else "")

    def start_anew(self) -> None:
        """The chosen rows are decided; the next ones get their own level and reason."""
        self._draft = Draft(by=self._draft.by)
        self.table.clearSelection()
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now; what was chosen stays chosen."""
        company = self._shell.desk.company
        chosen, current = self.chosen, self._current()
        place = self.table.verticalScrollBar().value()
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        self._model.show_company(company, only_open=self._only_open)
        self._choose_again(chosen, current)
        selection.blockSignals(False)
        self.table.verticalScrollBar().setValue(place)
        self._show_columns()
        self.filter.choose(OPEN if self._only_open else ALL)
        self._show_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_columns()

    def _table(self) -> CheckedRows:
        px = self._shell.look.px
        table = CheckedRows(self._shell.look, "情報の一覧")
        table.setModel(self._model)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (NAME, REASON):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 84), (2, 124), (3, 112)):
            table.setColumnWidth(column, px(width))
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        table.activated.connect(lambda index: self._opened(self._model.asset(index.row())))
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_draft())
        return table

    def _show_columns(self) -> None:
        """Decisions and reasons only where there are any, the department only where there is room."""
        for column in (DECIDED, REASON):
            self.table.setColumnHidden(column, self._only_open)
        least = self._shell.look.px(820 if self._only_open else 1060)
        self.table.setColumnHidden(DEPARTMENT, self.width() < least)

    def _current(self) -> str:
        index = self.table.currentIndex()
        return self._model.asset(index.row()) if index.isValid() else ""

    def _choose_again(self, chosen: list[str], current: str) -> None:
        model, flag = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        again = QItemSelection()
        for row in filter(lambda row: row >= 0, map(self._model.row_of, chosen)):
            again.select(self._model.index(row, 0), self._model.index(row, len(COLUMNS) - 1))
        if (row := self._model.row_of(current)) >= 0:
            model.setCurrentIndex(self._model.index(row, 0), flag.NoUpdate)
        model.select(again, flag.ClearAndSelect)

    def _filter(self, which: object) -> None:
        self._only_open = which == OPEN if which is not None else self._only_open
        self.refresh()
        self.table.scrollToTop()

    def _as_suggested(self) -> None:
        """Each chosen row as it is suggested, in the name and for the reason that stand in the card."""
        desk, draft = self._shell.desk, self._draft
        chosen, today = self._with_suggestion(), desk.company.on
        reason = draft.reason or AS_SUGGESTED
        if not chosen:
            return
        told = self._shell.attempt(lambda: decisions.decide_as_suggested(desk, chosen, reason, by=draft.by, on=today))
        if told is not None:
            self.start_anew()
            self.table.setFocus()

    def _with_suggestion(self) -> list[str]:
        """The chosen rows for which there is one."""
        return self._model.with_suggestion(index.row() for index in self.table.selectionModel().selectedRows())

    def _drafted(self, draft: Draft) -> None:
        self._draft = draft
        self._show_draft()

    def _show_draft(self) -> None:
        chosen = len(self.table.selectionModel().selectedRows())
        self._count.setText(f"{chosen}件を選んでいます" if chosen else "まだ選んでいません")
        self.every.setEnabled(chosen < self._model.rowCount())
        self.none.setEnabled(bool(chosen))
        count = len(self._with_suggestion())
        buttons.set_words(self.suggested, f"提案どおりに決める（{count}件）" if count else "提案どおりに決める")
        self.suggested.setEnabled(bool(count))
        company = self._shell.desk.company
        said = cautions(company, self.chosen, self._draft.level)
        self.verdict.show_draft(company, self._draft, None, None, said)
        self._changed()
