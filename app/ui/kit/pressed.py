"""A button that Enter presses as Space does. (Qt's own does so in dialogs only.)"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class PressButton(QPushButton):
    """What every button, link, tab and answer of the window is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER or event.modifiers() not in PLAIN:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # who leans on the key presses once
            self.click()
