"""A main part and a list beside it; where there is no room for both, one or the other."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.kit import layout


class Beside(QWidget):
    """From `least` on they stand side by side. `folded` hears when that changes, to show the ways from one to the other."""

    def __init__(self, main: QWidget, side: QWidget, least: int, gap: int, folded: Callable[[bool], object]) -> None:
        super().__init__()
        self._main, self._side, self._least, self._tell = main, side, least, folded
        self._turned = False
        box = QHBoxLayout(self)
        layout.spaced(box, spacing=gap)
        box.addWidget(main, 1)
        box.addWidget(side)

    @property
    def folded(self) -> bool:
        """Whether only one of them is seen."""
        return self.width() < self._least

    def turn(self, *, to_side: bool) -> None:
        """Show the main part or the other one, and hand it the keyboard."""
        self._turned = to_side
        self._arrange()
        (self._side if to_side else self._main).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._main.setHidden(self.folded and self._turned)
        self._side.setHidden(self.folded and not self._turned)
        self._tell(self.folded)
