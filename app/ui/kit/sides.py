"""Two parts of a page beside each other while there is room, one below the other where large letters leave none."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.kit import layout


class Sides(QWidget):
    """`least` is the width from which the two stand side by side."""

    def __init__(
        self, first: QWidget, second: QWidget, *, least: int, spacing: int, shares: tuple[int, int] = (1, 0)
    ) -> None:
        super().__init__()
        self._parts, self._least = (first, second), least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.spaced(self._box, spacing=spacing)
        for part, share in zip(self._parts, shares, strict=True):
            self._box.addWidget(part, share)

    @property
    def side_by_side(self) -> bool:
        """Whether there is room for both."""
        return self.width() >= self._least

    def minimumSizeHint(self) -> QSize:
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if self.side_by_side else direction.TopToBottom)
