"""Buttons that belong together, as the answers to one question: one stop for Tab, and arrows go between them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

ON = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Roving(QObject):
    """Kept by the widget that holds the buttons. (Qt's own button group does this only where one must be chosen.)"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: Sequence[QAbstractButton] = ()

    def gather(self, buttons: Sequence[QAbstractButton]) -> None:
        """These buttons now, in this order."""
        self._buttons = buttons
        for button in buttons:
            button.installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Tab stops where the keyboard is, else at the chosen one, else at the first."""
        if self._buttons:
            ways = (lambda b: b.hasFocus(), lambda b: b.isChecked(), lambda _: True)
            self._stop_at(next(button for way in ways for button in self._buttons if way(button)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched not in self._buttons:
            return False
        if event.type() is QEvent.Type.FocusIn:
            self._stop_at(watched)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers():
            return self._go(watched, ON.get(Qt.Key(event.key()), 0))
        return False

    def _go(self, here: QObject, step: int) -> bool:
        if step:
            place = [button is here for button in self._buttons].index(True) + step
            self._buttons[place % len(self._buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(step)

    def _stop_at(self, stop: QObject) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
