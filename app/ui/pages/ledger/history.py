"""記録: who said what, when. Nothing is ever taken out of it."""

from datetime import datetime

from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from app.ui.pages.ledger import tables
from app.ui.pages.ledger.section import Section

SHOWN = 500
ACTS = {"change": "", "undo": "元に戻した：", "redo": "やり直した：", "load": ""}


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
        entries = self.shell.attempt(self.shell.desk.ledger.history) or []
        shown = entries[::-1][:SHOWN]
        self.table.setRowCount(len(shown))
        for row, entry in enumerate(shown):
            at = datetime.fromisoformat(entry.at)
            words = (str(entry.seq), f"{at:%Y/%m/%d %H:%M}", entry.who, f"{ACTS[entry.act]}{entry.label}")
            for column, word in enumerate(words):
                self.table.setItem(row, column, QTableWidgetItem(word))
        tables.fit(self.table, self.look)
