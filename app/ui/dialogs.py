"""The few dialogs of the window. Their buttons say what they do, in Japanese; their text is plain."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import MamoriError
from app.ui.kit import parts
from app.ui.look import Look


class Sheet(QDialog):
    """A dialog with a heading, a body to fill and a row of buttons."""

    def __init__(self, parent: QWidget, look: Look, title: str) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setMinimumWidth(look.px(480))
        outer = QVBoxLayout(self)
        parts.tight(outer, margins=(look.px(24),) * 4, spacing=look.px(16))
        outer.addWidget(parts.text(title, "h2", wrap=True))
        self.body = QVBoxLayout()
        parts.tight(self.body, spacing=look.px(10))
        outer.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        parts.tight(self.buttons, spacing=look.px(12))
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)


def tell_error(parent: QWidget, look: Look, error: MamoriError) -> None:
    """何が起きたか → データは無事か → 次にすること."""
    sheet = Sheet(parent, look, error.what)
    for words in filter(None, (error.safe, error.then)):
        sheet.body.addWidget(parts.prose(words))
    sheet.buttons.addWidget(parts.button("閉じる", sheet.accept, look=look, primary=True, icon="check"))
    sheet.exec()


def confirm(parent: QWidget, look: Look, title: str, words: str, do: str) -> bool:
    """Ask before something that is hard to take back."""
    sheet = Sheet(parent, look, title)
    sheet.body.addWidget(parts.prose(words))
    stop = parts.button("やめる", sheet.reject)
    stop.setDefault(True)
    sheet.buttons.addWidget(parts.button(do, sheet.accept, danger=True))
    sheet.buttons.addWidget(stop)
    return sheet.exec() == QDialog.DialogCode.Accepted


def ask_line(parent: QWidget, look: Look, title: str, words: str, start: str, do: str) -> str | None:
    """Ask for one line of text; None when the owner thinks better of it."""
    sheet = Sheet(parent, look, title)
    sheet.body.addWidget(parts.prose(words))
    field = QLineEdit(start)
    field.setAccessibleName(title)
    sheet.body.addWidget(field)
    sheet.buttons.addWidget(parts.button("やめる", sheet.reject))
    go = parts.button(do, sheet.accept, look=look, primary=True, icon="check")
    go.setDefault(True)
    sheet.buttons.addWidget(go)
    field.setFocus()
    return field.text() if sheet.exec() == QDialog.DialogCode.Accepted else None
