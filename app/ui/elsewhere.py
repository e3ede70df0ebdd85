"""「別の場所に写しを取って続ける」: for a ledger that cannot be written to where it is.

It lies on a CD or in a folder that is only to be read; or it was open, and its file has been replaced or is gone.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QSizePolicy

from app.actions import ledgers
from app.errors import Stranded
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.look import Look

if TYPE_CHECKING:
    from app.ui.window import Window

GO_ON = "別の場所に写しを取って続ける"


class ReadingStrip(QFrame):
    """Over every page of a ledger that was opened to be read, what that means and the one way on."""

    def __init__(self, look: Look, go_on: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("strip", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.go_on = buttons.button(GO_ON, go_on, look=look, icon="papers")
        self.words = text.text("読むだけで開いています。書き換えは保存されません。")
        line = Flow(self.words, self.go_on, spacing=look.px(16))
        box = layout.column(line)
        layout.spaced(box, margins=(look.px(32), look.px(8), look.px(32), look.px(8)))
        self.setLayout(box)


def tell(window: "Window", error: Stranded) -> None:
    """What happened, with the way on as a button."""
    from app.ui import dialogs

    if dialogs.tell_error(window, window.look, error, offer=GO_ON):
        go_on(window)


def go_on(window: "Window") -> None:
    """Ask where, write the copy there, read it back and work in it from now on; then say what is left to do."""
    desk = window.desk
    folder = window.ask_folder("写しを置くフォルダ")
    whole = window.attempt(lambda: ledgers.go_on_in(desk, folder)) if folder else None
    if whole is None:
        return
    window.went_elsewhere()
    if whole:
        window.tell(
            f"写し「{desk.path.name}」を作り、読み返して確かめました。これからは、この写しに書きます。",
            "元の場所にあるファイルには、さわっていません。中身を確かめてから片付けてください。",
        )
    else:
        window.tell(
            f"開いていた内容から「{desk.path.name}」を作りました。これからは、これに書きます。",
            "前の記録と、確定した書類の中身は入っていません。元の台帳が戻ったら、消さずに取っておいてください。",
        )
