"""部門, 人 and 取引先 as small editable tables."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QStyledItemDelegate, QTableView

from app.actions import firm
from app.domain.columns import lists as list_fields
from app.ui.kit import buttons, layout, text
from app.ui.pages.ledger import tables
from app.ui.pages.ledger.records import RecordModel
from app.ui.pages.ledger.section import Section


class OptionDelegate(QStyledItemDelegate):
    """A pull-down in columns that offer something."""

    def createEditor(self, parent, option, index):
        offered = index.model().options(index.column())
        if not offered:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setEditable(True)
        box.addItems(offered)
        return box

    def setEditorData(self, editor, index) -> None:
        if isinstance(editor, QComboBox):
            editor.setEditText(index.data() or "")
            if (line := editor.lineEdit()) is not None:
                line.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor, model, index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


class RecordSection(Section):
    """A table of one list, with a button to remove a row."""

    what = list_fields.DEPARTMENTS
    stand = "最後の行に書くと、増えます。"
    safe = "まちがえても、右上の「元に戻す」で戻せます。"

    def build(self) -> None:
        px = self.look.px
        self._problem: QLabel = text.text("", "table", "shu", wrap=True)
        self.model = RecordModel(self.shell, self.what, self._tell)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(OptionDelegate(self.table))
        self.table.setAccessibleName(self.title)
        tables.dress(self.table, self.look)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setMinimumHeight(px(200))
        QShortcut(QKeySequence("Del"), self.table, self._remove)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self._problem)
        self._problem.hide()
        self.box.addLayout(layout.row(buttons.button("選んだ行を消す", self._remove, look=self.look, icon="trash")))
        tables.fit(self.table, self.look)

    def refresh(self) -> None:
        self.model.refresh()

    def _remove(self) -> None:
        record = self.model.record(self.table.currentIndex().row())
        if record is not None:
            told = self.shell.attempt(lambda: firm.remove(self.shell.desk, record, record.name))
            self._tell(told or "")

    def _tell(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))


class Departments(RecordSection):
    key, title, what = "departments", "部門", list_fields.DEPARTMENTS
    lead = "部署でも班でもかまいません。「見てよい人」を部門ごとに決められます。"


class People(RecordSection):
    key, title, what = "people", "人", list_fields.PEOPLE
    lead = "「見てよい人」と、X 社内体制の役に使います。辞めた人は、退職日を書くと名簿から外れます。"


class Partners(RecordSection):
    key, title, what = "partners", "取引先", list_fields.PARTNERS
    lead = "情報を渡す相手、預かる相手。秘密保持契約があるかどうかも書きます。"
