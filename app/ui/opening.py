"""What is seen while a ledger is being opened. Painted by hand, because the first paint must not wait for anything else."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Opening(QWidget):
    """A few words in the middle of the paper; over a `parent`, while that is busy."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(parent is not None)  # alone it lets the window paint, which waits for that
        self._words = words
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.fontMetrics().horizontalAdvance(self._words)
        QPainter(self).drawText((self.width() - width) // 2, self.height() // 2, self._words)
