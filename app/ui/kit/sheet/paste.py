"""「こう入ります」: rows from a sheet as they will stand in a list, with what is to be said about each, before anything is written."""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QLayout, QTableView, QWidget

from app.domain.columns.paste import Incoming, Line, Plan
from app.domain.ledger.readers import kind_of_name
from app.domain.slices import Work
from app.ui.breaths import AT_ONCE, Whole, breathe, breaths, undisturbed
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import PullDown
from app.ui.kit.flow import Flow
from app.ui.kit.making import Making, Piece, Pieces
from app.ui.kit.sheet.model import ROLE, Column, Index
from app.ui.shell import Shell

NEW, OVER = "new", "over"
LEAVE, NOTE = "（入れない）", "（メモに添える）"
Planning = Work[Plan]


class SheetPaste(Sheet):
    """`columns` are those that are seen from the current cell on, `below` the rows from the current one on."""

    fields: Sequence[Column] = ()
    """Every column of the list."""
    noted = True
    """Whether what belongs to no column goes to a note."""

    def __init__(
        self,
        parent: QWidget,
        shell: Shell,
        rows: list[list[str]],
        columns: Sequence[str],
        below: Sequence[str],
        *,
        over: bool,
    ) -> None:
        super().__init__(parent, shell.look, "Excelの表は、こう入ります")
        self.shell, self._rows, self._below = shell, rows, below
        self._mode = OVER if over else NEW
        self._strangers: tuple[str, ...] = ()
        self.plan = Plan()
        self._keys = {field.key for field in self.fields}
        self._head = next(number for number, row in enumerate(rows) if any(cell.strip() for cell in row))
        headings = self.headings(rows[self._head])
        width = len(rows[0])
        by_place = [*columns, *(f"{n}列目" for n in range(len(columns) + 1, width + 1))][:width]
        px = self.look.px
        self.resize(QSize(px(920), px(620)).boundedTo(parent.window().size()))
        self._says = text.prose("")
        self.body.addWidget(self._says)
        self.body.addLayout(self._questions(below, headings is not None))
        self._choosers = [self._chooser(n, key) for n, key in enumerate(headings or by_place)]
        self.body.addLayout(Flow(*(self._captioned(box, n) for n, box in enumerate(self._choosers)), spacing=px(8)))
        self._making = Making(shell)
        self.body.addWidget(self._making)
        self._model = IncomingTable(self.fields)
        self.body.addWidget(self._table(), 1)
        self.buttons.addWidget(buttons.button("やめる", self.reject))
        self.go = buttons.button("", self.accept, look=self.look, primary=True, icon="check")
        self.go.setDefault(True)
        self.buttons.addWidget(self.go)
        self._work_out()

    # what a list says -----------------------------------------------------------------------------------

    @abstractmethod
    def headings(self, row: Sequence[str]) -> list[str] | None:
        """The columns that a row of headings names, None when it is none."""

    @abstractmethod
    def lines(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Line]:
        """Rows as values by column."""

    @abstractmethod
    def planning(self, lines: Sequence[Line], *, join: bool) -> Planning:
        """Work the rows out, one by one."""

    # the questions --------------------------------------------------------------------------------------

    def _questions(self, below: Sequence[str], headed: bool) -> QLayout:
        self.headed = QCheckBox("1行目は見出し")
        self.headed.setChecked(headed)
        self.headed.toggled.connect(lambda _: self._work_out())
        self.join = QCheckBox("")
        self.join.toggled.connect(lambda _: self._work_out())
        self.where = buttons.Choices(
            ((NEW, "新しい行として足す"), (OVER, "選んだ行から上書きする")), self._set_mode, "入れ方"
        )
        self.where.choose(self._mode)
        self.where.setVisible(bool(below))
        return Flow(self.where, self.headed, self.join, spacing=self.look.px(16))

    def _chooser(self, number: int, key: str) -> QComboBox:
        """Which of our columns a column of the sheet is."""
        box = PullDown()
        box.setProperty("small", "true")
        for field in self.fields:
            box.addItem(field.label, field.key)
        if self.noted:
            box.addItem(NOTE, key if key not in self._keys and key else f"{number + 1}列目")
        box.addItem(LEAVE, "")
        at = box.findData(key)
        box.setCurrentIndex(at if at >= 0 else box.findText(NOTE if self.noted else LEAVE))
        box.setAccessibleName(f"{number + 1}列目「{self._first(number)}」が入る列")
        box.currentIndexChanged.connect(lambda _: self._work_out())
        return box

    def _captioned(self, box: QComboBox, number: int) -> QWidget:
        """A chooser under the first word of its column."""
        caption = text.text(f"「{self._first(number)}」は", "caption", "soft")
        return layout.widget_with(layout.column(caption, box, spacing=self.look.px(2)))

    def _first(self, number: int) -> str:
        return text.short(next((row[number] for row in self._rows if row[number].strip()), ""), 12)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setAccessibleName("入る行の見本")
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setDefaultSectionSize(self.look.px(126))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setMinimumSectionSize(self.look.px(72))
        table.setColumnWidth(0, self.look.px(200))
        table.verticalHeader().setDefaultSectionSize(self.look.px(34))
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._model.modelReset.connect(lambda: table.setColumnWidth(0, self.look.px(200)))
        return table

    def _set_mode(self, mode: object) -> None:
        self._mode = OVER if mode == OVER else NEW
        self.where.choose(self._mode)
        self._work_out()

    # working out ----------------------------------------------------------------------------------------

    def _work_out(self) -> None:
        """Plan anew with the answers as they stand, and show it; what takes longer than a moment shows how far it is."""
        self._making.leave()
        lines = self._lines()
        steps = self.planning(lines, join=self.join.isChecked())
        found = breathe(AT_ONCE, steps)
        if isinstance(found, Whole):
            self._show_plan(found.made)
            return
        self.go.setEnabled(False)
        self._says.setText(f"{len(lines)}行を読んでいます。まだ何も書き込んでいません。")
        self._making.run(self._pieces(steps), self._worked_out)

    def _lines(self) -> list[Line]:
        columns = [box.currentData() for box in self._choosers]
        lines = self.lines(columns, self._rows[self._head + 1 :] if self.headed.isChecked() else self._rows)
        if self._mode == OVER:
            targets = [*self._below, *("" for _ in lines)]
            lines = [Line(line.values, row) for line, row in zip(lines, targets, strict=False)]
        return [line for line in lines if line.asset or not line.blank]

    def _pieces(self, steps: Planning) -> Pieces:
        with undisturbed():
            yield from breaths(steps, self._show_plan)

    def _worked_out(self, _: Piece | None, whole: bool) -> None:
        if not whole:
            self.reject()

    def _show_plan(self, plan: Plan) -> None:
        self.plan = plan
        self._strangers = self._strangers if self.join.isChecked() else plan.strangers
        self.join.setVisible(bool(self._strangers))
        names = "、".join(f"{kind_of_name(name).label} {text.short(name, 12)}" for name in self._strangers[:6])
        more = f" ほか{len(self._strangers) - 6}" if len(self._strangers) > 6 else ""
        self.join.setText(f"名簿にない人・部門も足す（{names}{more}）".replace("&", "&&"))
        self._model.show_plan(plan, {*(box.currentData() for box in self._choosers), "note", "media"})
        self._say()

    def _say(self) -> None:
        plan = self.plan
        new, left_out = len(plan.taken) - plan.overwritten, len(plan.rows) - len(plan.taken)
        parts_said = [f"{new}行を新しく入れます。"] if new else []
        parts_said += [f"{plan.overwritten}行を上書きします。"] if plan.overwritten else []
        parts_said += [f"{left_out}行は入りません（訳は「入り方」に出ます）。"] if left_out else []
        if told := sum(1 for row in plan.taken if row.told):
            kept = "書いてあった言葉はメモに残ります。" if self.noted else "そこは空のまま入ります。"
            parts_said.append(f"読めない所が{told}行にあります。{kept}")
        if joined := plan.joined:
            shown = "、".join(text.short(name) for name in joined[:5])
            parts_said.append(f"新しく加わるもの：{shown}{f' ほか{len(joined) - 5}' if len(joined) > 5 else ''}。")
        self._says.setText(" ".join(parts_said) or "入れる行がありません。")
        buttons.set_words(self.go, f"{len(plan.taken)}行を{'書き込む' if plan.overwritten else '入れる'}")
        self.go.setEnabled(bool(plan.taken))


class IncomingTable(QAbstractTableModel):
    """The rows of a plan: what is to be said first, then the columns in which anything stands."""

    def __init__(self, fields: Sequence[Column]) -> None:
        super().__init__()
        self._labels = {field.key: field.label for field in fields}
        self._rows: tuple[Incoming, ...] = ()
        self._keys: list[str] = []

    def show_plan(self, plan: Plan, keys: Collection[str]) -> None:
        """Show these rows, and of these columns those in which anything stands."""
        self.beginResetModel()
        self._rows = plan.rows
        self._keys = [key for key in self._labels if key in keys and any(row.cells[key] for row in plan.rows)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if role != ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return "入り方" if section == 0 else self._labels[self._keys[section - 1]]

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        row = self._rows[index.row()]
        how = "／".join(row.told) or ("新しい行" if row.new else "上書き")
        words = how if index.column() == 0 else row.cells[self._keys[index.column() - 1]]
        if role == ROLE.DisplayRole:
            return " ".join(words.splitlines())
        return text.tip(words) if role == ROLE.ToolTipRole and words else None
