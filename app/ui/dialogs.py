"""The few dialogs of the window. Their buttons say what they do, in Japanese; their text is plain."""

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import MamoriError
from app.ui import tab_order
from app.ui.kit import buttons, layout, text
from app.ui.look import Look
from app.ui.unsaved import Typed


class Sheet(QDialog):
    """A dialog with a heading, a body to fill and a row of buttons."""

    def __init__(self, parent: QWidget, look: Look, title: str) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setMinimumWidth(look.px(480))
        outer = QVBoxLayout(self)
        layout.spaced(outer, margins=(look.px(24),) * 4, spacing=look.px(16))
        outer.addWidget(text.text(title, "h2", wrap=True))
        self.body = QVBoxLayout()
        layout.spaced(self.body, spacing=look.px(10))
        outer.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        layout.spaced(self.buttons, spacing=look.px(12))
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the sheet is read, also through what was made later."""
        return tab_order.step(self, forward=forward)


def tell_error(parent: QWidget, look: Look, error: MamoriError, report: str = "", offer: str = "") -> bool:
    """何が起きたか → データは無事か → 次にすること. A report for whoever mends the program can be copied.

    `offer` are the words of a button for the way on; whether it was pressed.
    """
    sheet = Sheet(parent, look, error.what)
    for words in filter(None, (error.safe, error.then)):
        sheet.body.addWidget(text.prose(words))
    if report:
        sheet.body.addWidget(text.prose("報告には、会社の情報は入りません。", tone="soft"))
        sheet.buttons.addWidget(buttons.button("報告をコピー", lambda: QGuiApplication.clipboard().setText(report)))
    if offer:
        sheet.buttons.addWidget(buttons.button("閉じる", sheet.reject))
        sheet.buttons.addWidget(buttons.button(offer, sheet.accept, look=look, primary=True, icon="papers"))
    else:
        sheet.buttons.addWidget(buttons.button("閉じる", sheet.accept, look=look, primary=True, icon="check"))
    return sheet.exec() == QDialog.DialogCode.Accepted and bool(offer)


def confirm(parent: QWidget, look: Look, title: str, words: str, do: str, stop: str = "やめる") -> bool:
    """Ask before something that is hard to take back. `stop` are the words of the button that leaves all as it is."""
    sheet = Sheet(parent, look, title)
    sheet.body.addWidget(text.prose(words))
    leave = buttons.button(stop, sheet.reject)
    leave.setDefault(True)
    sheet.buttons.addWidget(buttons.button(do, sheet.accept, danger=True))
    sheet.buttons.addWidget(leave)
    return sheet.exec() == QDialog.DialogCode.Accepted


class Leave(Enum):
    """What is to become of texts that could not be saved."""

    STAY, AGAIN, LOSE = range(3)  # STAY is 0, which is also what a dialog says that was closed by its frame


def ask_about_unsaved(parent: QWidget, look: Look, texts: Sequence[Typed]) -> Leave:
    """Before the ledger is closed while texts are not on disk."""
    sheet = Sheet(parent, look, f"保存できていない記入が{len(texts)}件あります")
    listed = [f"・{typed.name}：{text.short(typed.words, 40)}" for typed in texts[:8]]
    more = [f"・ほか{len(texts) - 8}件"] if len(texts) > 8 else []
    sheet.body.addWidget(text.prose("\n".join([*listed, *more])))
    sheet.body.addWidget(
        text.prose(
            "ほかの内容は台帳に残っています。空きを作るか、USBメモリを差し直してから、もう一度保存してください。"
        )
    )
    for answer, words in (
        (Leave.LOSE, "保存せずに閉じる"),
        (Leave.STAY, "閉じない"),
        (Leave.AGAIN, "もう一度保存する"),
    ):
        last = answer is Leave.AGAIN
        act = partial(sheet.done, answer.value)
        button = buttons.button(words, act, look=look, primary=last, danger=answer is Leave.LOSE)
        button.setDefault(last)
        sheet.buttons.addWidget(button)
    return Leave(sheet.exec())
