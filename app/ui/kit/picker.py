"""A sheet with one long list of which one line is taken; typing above it leaves the lines that hold the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QListWidgetItem, QPushButton, QWidget

from app.domain.folding import plain_fold
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, text
from app.ui.kit.fields import TextLine
from app.ui.look import Look


@dataclass(frozen=True)
class Line:
    """A line to choose: what it stands for, how it begins, what it says, how far it is indented."""

    key: str
    label: str
    words: str
    depth: int = 0


class Picker(Sheet):
    """Enter or a double click takes a line; up and down go through the list while the words are being typed."""

    def __init__(self, parent: QWidget, look: Look, title: str, lines: Sequence[Line], do: str) -> None:
        super().__init__(parent, look, title)
        self.resize(look.px(620), look.px(560))
        self.search = TextLine()
        self.search.setAccessibleName("さがす言葉")
        self.search.setPlaceholderText("言葉でしぼる")
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("plain", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in lines:
            item = QListWidgetItem(f"{'　' * line.depth}{line.label}　{text.short(line.words, 60)}")
            item.setData(Qt.ItemDataRole.UserRole, line.key)
            self.list.addItem(item)
        self._take: QPushButton = buttons.button(do, self.accept, look=look, primary=True, icon="check")
        self._take.setDefault(True)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.currentRowChanged.connect(lambda row: self._take.setEnabled(row >= 0))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.buttons.addWidget(buttons.button("やめる", self.reject))
        self.buttons.addWidget(self._take)
        self._narrow("")
        self.search.setFocus()

    def ask(self) -> str:
        """What was taken, "" for nothing."""
        item = self.list.currentItem() if self.exec() == QDialog.DialogCode.Accepted else None
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        typed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if typed and typed.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        wanted = plain_fold(typed).split()
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            words = plain_fold(item.text())
            item.setHidden(not all(one in words for one in wanted))
        first = next((row for row, item in enumerate(items) if not item.isHidden()), -1)
        self.list.setCurrentRow(first)
        self._take.setEnabled(first >= 0)
