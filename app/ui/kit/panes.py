"""A main part and a narrower one beside it. Where there is no room for both, a button turns from one to the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit import buttons, layout
from app.ui.look import Look

GAP = 30


class Panes(QWidget):
    """`opens` and `closes` are the words of the button that shows the side part and comes back from it."""

    def __init__(
        self,
        look: Look,
        side: QWidget,
        main: QWidget,
        *,
        opens: str,
        closes: str,
        width: int,
        room: int,
        right: bool = False,
    ) -> None:
        super().__init__()
        self._side, self._main = side, main
        self._opens, self._closes = opens, closes
        self._width, self._least = look.px(width), look.px(width + room + GAP)
        self._side_open = False
        self._turn = buttons.button(opens, self._turn_over, small=True)
        self._turn.setVisible(False)
        both = QHBoxLayout()
        layout.spaced(both, spacing=look.px(GAP))
        for part in (main, side) if right else (side, main):
            both.addWidget(part, 1 if part is main else 0)
        column = QVBoxLayout(self)
        layout.spaced(column, spacing=look.px(10))
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        column.addLayout(both, 1)
        self._arrange()

    def show_main(self) -> None:
        """Turn to the main part, where only one is seen."""
        self._side_open = False
        self._arrange()

    def show_side(self) -> None:
        """Turn to the side part, where only one is seen."""
        self._side_open = True
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _turn_over(self) -> None:
        self._side_open = not self._side_open
        self._arrange()
        (self._side if self._side_open else self._main).setFocus()

    def _arrange(self) -> None:
        folded = self.width() < self._least
        self._turn.setVisible(folded)
        buttons.set_words(self._turn, self._closes if self._side_open else self._opens)
        self._side.setVisible(not folded or self._side_open)
        self._main.setVisible(not folded or not self._side_open)
        if folded:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
        else:
            self._side.setFixedWidth(self._width)
