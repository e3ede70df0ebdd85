"""What is seen of a page while it is built for the first time: its heading on the empty ground, where the page itself will have it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit import layout, text
from app.ui.look import Look


class Coming(QWidget):
    """One for all pages."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._heading = text.Line("", "h1")
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(look.px(32), look.px(22), look.px(32), 0))
        box.addWidget(self._heading)
        box.addStretch(1)

    def show_heading(self, words: str) -> None:
        """Whose ground it is."""
        self._heading.setText(words)
        self.setAccessibleName(words)
