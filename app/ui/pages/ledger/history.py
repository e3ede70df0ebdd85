"""記録: who said what, when. Nothing is ever taken out of it."""

from datetime import datetime

from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from app.domain.words import Act
from app.ui.pages.ledger import tables
from app.ui.pages.ledger.section import Section

SHOWN = 500
BACK_AND_FORTH = (Act.UNDO, Act.REDO)  # whose label is that of the step they took back; all others speak for themselves


class HistoryList(Section):
    """The entries of the ledger, newest first."""

    key = "history"
    title = "これまでの記録"
    lead = "いつ、誰が、何をしたか。あとから書き換えると分かるように、つながっています。"
    stand = "記録は、元に戻しても消えません。"

    def build(self) -> None:
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(["番号", "日時", "書いた人", "したこと"])
        self.table.setAccessibleName("これまでの記録")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        tables.dress(self.table, self.look)
        self.table.setMinimumHeight(self.look.px(200))
        self.box.addWidget(self.table, 1)

    def refresh(self) -> None:
        entries = self.shell.attempt(self.shell.desk.history) or []
        shown = entries[::-1][:SHOWN]
        self.table.setRowCount(len(shown))
        for row, entry in enumerate(shown):
            at = datetime.fromisoformat(entry.at)
            words = (str(entry.seq), f"{at:%Y/%m/%d %H:%M}", entry.who, _done(Act(entry.act), entry.label))
            for column, word in enumerate(words):
                self.table.setItem(row, column, QTableWidgetItem(word))
        tables.fit(self.table, self.look)


def _done(act: Act, label: str) -> str:
    return f"{act.label}：{label}" if act in BACK_AND_FORTH else label
