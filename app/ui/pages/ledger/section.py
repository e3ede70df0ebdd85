"""What every section of 台帳と設定 is."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit import layout, text
from app.ui.shell import Shell


class Section(QWidget):
    """A heading, some words, and what the section itself builds."""

    key = ""
    title = ""
    lead = ""
    stand = ""
    safe = ""

    def __init__(self, shell: Shell, say: Callable[..., object], offer: Callable[..., object]) -> None:
        """`say` puts words into the footer, `offer` links below them."""
        super().__init__()
        self.shell, self.say, self.offer, self.look = shell, say, offer, shell.look
        px = self.look.px
        self.box = QVBoxLayout(self)
        layout.spaced(self.box, margins=(0, 0, px(12), px(12)), spacing=px(12))
        self.box.addWidget(text.text(self.title, "h2"))
        if self.lead:
            self.box.addWidget(text.prose(self.lead, tone="soft"))
        self.build()

    def build(self) -> None:
        """Lay out, once."""

    def refresh(self) -> None:
        """Show the company as it is now."""
