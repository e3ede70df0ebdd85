"""A heading, a sentence and a list whose rows lead somewhere; while it is empty, an example and the way to begin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit import buttons, layout, text
from app.ui.kit.two_lines import TwoLines
from app.ui.look import Look


class Listing(QWidget):
    """`follow` hears the key of a row that was pressed; `begin` is the button that stands there while there are none."""

    def __init__(
        self,
        look: Look,
        title: str,
        lead: str,
        follow: Callable[[str], object],
        *,
        empty: str,
        begin: tuple[str, Callable[[], object]],
    ) -> None:
        super().__init__()
        self.rows = TwoLines(look, title)
        self.rows.taken.connect(follow)
        self._empty = text.prose(empty, tone="soft")
        self._begin = buttons.button(*begin)
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=look.px(8))
        box.addWidget(text.text(title, "next"))
        box.addWidget(text.prose(lead, tone="soft"))
        box.addWidget(self.rows, 1)
        box.addWidget(self._empty)
        box.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch()
        self.setFocusProxy(self.rows)

    def fill(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show these rows, or teach where there are none."""
        self.rows.fill(rows)
        self.rows.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._begin.setVisible(not rows)
