"""The fields of the window. All of them are made here, so that two habits of Qt reach nobody.

Qt cuts a line after 32,767 letters without a word, and its pull-downs change when the wheel of the mouse passes over them. Beside
the plain fields stand those that tell what was typed once, when the owner is done with it: on Enter, on leaving, on choosing.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.ui.kit.text import tip

ENDLESS = 2**31 - 1
"""The longest line that Qt can be told of."""
LINES_PAD = 12
"""Above and below the lines of a field for several, in pixels."""
UNSAVED = "まだ保存できていません。Enterで、もう一度保存します。"


class TextLine(QLineEdit):
    """A line of text of any length."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(ENDLESS)
        self.setText(words)


class PullDown(QComboBox):
    """A list to choose from. The wheel of the mouse scrolls the page, and never turns a choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own lets the wheel take the keyboard

    def setEditable(self, editable: bool) -> None:
        super().setEditable(editable)
        if (line := self.lineEdit()) is not None:
            line.setMaxLength(ENDLESS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LineField(TextLine):
    """A line of text; `done` hears it when it has changed and the owner has moved on.

    Where `done` says False the text is not written: it stays, marked, and Enter tries again.
    """

    def __init__(self, name: str, done: Callable[[str], object], hint: str = "") -> None:
        super().__init__()
        self._shown = ""
        self._telling = False
        self._done = done
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self._finish)

    def show_text(self, words: str) -> None:
        """Show what the ledger says, unless the owner is typing here or waits for it to be written."""
        if words == self.text():
            mark_unsaved(self, False)
        elif not is_unsaved(self) and not (self.hasFocus() and self.isModified()):
            self.setText(words)
            self.setCursorPosition(0)
        self._shown = words

    def _finish(self) -> None:
        words = self.text()
        if self._telling or (words == self._shown and not is_unsaved(self)):
            return
        self._telling = True  # a dialog that tells of a refusal takes the keyboard, which ends the edit again
        self._written(words, self._done(words) is not False)
        self._telling = False

    def _written(self, words: str, written: bool) -> None:
        mark_unsaved(self, not written)
        if written:
            self._shown = words
            self.setModified(False)


class LinesField(QPlainTextEdit):
    """Several lines, for an answer that has them; Tab goes on, and `done` hears it when the owner has. Else it is a LineField."""

    def __init__(self, name: str, done: Callable[[str], object], lines: int = 4) -> None:
        super().__init__()
        self._shown = ""
        self._telling = False
        self._done = done
        self.setAccessibleName(name)
        self.setPlaceholderText("一つずつ、行を変えて書けます")
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 2 * LINES_PAD)

    def text(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def show_text(self, words: str) -> None:
        """Show what the ledger says, unless the owner is typing here or waits for it to be written."""
        if not is_unsaved(self) and not (self.hasFocus() and self.document().isModified()):
            self.setPlainText(words)
        self._shown = words

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        words = self.text()
        if self._telling or (words == self._shown and not is_unsaved(self)):
            return
        self._telling = True
        written = self._done(words) is not False
        mark_unsaved(self, not written)
        self._shown = words if written else self._shown
        self._telling = False


class NameField(PullDown):
    """A name chosen from a list or typed; `done` hears the name."""

    def __init__(self, name: str, done: Callable[[str], object], hint: str = "") -> None:
        super().__init__()
        self._shown = ""
        self._telling = False
        self._done = done
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        line = self._line = TextLine()
        self.setLineEdit(line)
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.editingFinished.connect(self._finish)
        self.activated.connect(lambda _: self._finish())
        self.setMinimumContentsLength(7)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show_names(self, names: Iterable[str], chosen: str) -> None:
        """Offer these names and show the chosen one."""
        waiting = self.currentText().strip() if is_unsaved(self) else chosen
        mark_unsaved(self, waiting != chosen)
        self.blockSignals(True)
        self.clear()
        self.addItems(["", *names])
        self.setEditText(waiting)
        self._line.setCursorPosition(0)
        self.blockSignals(False)
        self._shown = chosen

    def _finish(self) -> None:
        words = self.currentText().strip()
        if self._telling or (words == self._shown and not is_unsaved(self)):
            return
        self._telling = True
        written = self._done(words) is not False
        mark_unsaved(self, not written)
        self._shown = words if written else self._shown
        self._telling = False


def is_unsaved(field: QWidget) -> bool:
    """Whether what stands in a field could not be written yet."""
    return bool(field.property("unsaved") == "true")


def mark_unsaved(field: QWidget, unsaved: bool) -> None:
    """Show that it could not, or could after all."""
    if is_unsaved(field) == unsaved:
        return
    field.setProperty("unsaved", "true" if unsaved else "false")
    field.setToolTip(tip(UNSAVED) if unsaved else "")
    field.setAccessibleDescription(UNSAVED if unsaved else "")
    field.style().unpolish(field)
    field.style().polish(field)
