"""The foot of the table of assets: what can be done with a row, what the marks mean, and a calm word when a cell was refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.domain.ledger.readers import kind_of_name
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.flow import Flow
from app.ui.look import Look


@dataclass(frozen=True)
class Trouble:
    """A typed text that could not be written: where, what, and the readers in it whom nobody knows."""

    asset: str
    key: str
    text: str
    strangers: Sequence[str] = ()


@dataclass(frozen=True)
class FootActions:
    """What the buttons lead to. The row is the one where the keyboard is; `remove` takes all that are chosen."""

    details: Callable[[], object]
    up: Callable[[], object]
    down: Callable[[], object]
    remove: Callable[[], object]
    join: Callable[[Trouble], object]
    mend: Callable[[Trouble], object]
    drop: Callable[[Trouble], object]
    sure: Callable[[str], object]


class AssetFoot(QWidget):
    """Two lines: the row's buttons and the count; below them the legend, or what there is to say."""

    def __init__(self, look: Look, actions: FootActions, on_paper: QPushButton) -> None:
        super().__init__()
        self._look, self._actions = look, actions
        self._tight, self._on_paper = False, on_paper
        self.trouble: Trouble | None = None
        self.details = self._button("くわしく", actions.details, "pen", "Alt＋Enter")
        self.up = self._button("上へ", actions.up, "up", "Alt＋↑")
        self.down = self._button("下へ", actions.down, "down", "Alt＋↓")
        self.remove = self._button("行を消す", actions.remove, "trash", "行の番号を選んで Delete")
        self.counts = text.text("", "table", "soft")
        self.says = text.text("", "table", wrap=True)
        self.join = buttons.link("", lambda: self._with_trouble(actions.join))
        self.mend = buttons.link("直す", lambda: self._with_trouble(actions.mend))
        self.drop = buttons.link("書いたことをやめる", lambda: self._with_trouble(actions.drop))
        self.sure = buttons.link("この行の仮をすべて確定", lambda: actions.sure(self._unsure))
        self._ways = layout.widget_with(layout.row(self.join, self.mend, self.drop, self.sure, spacing=look.px(14)))
        self._legend = self._marks()
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=look.px(6))
        box.addLayout(self._line())
        for part in (self._legend, self.says, self._ways):
            box.addWidget(part)
        self.say("")

    def say(self, words: str, trouble: Trouble | None = None, *, unsure: str = "") -> None:
        """Words in place of the legend; "" brings it back. `unsure` is an asset with guesses that are not seen."""
        self.trouble, self._unsure = trouble, unsure
        self.says.setText(words)
        self.says.setProperty("tone", "shu" if trouble else "")
        buttons.restyle(self.says)
        self.says.setHidden(not words)
        self._legend.setHidden(self._tight or bool(words))
        self._ways.setHidden(trouble is None and not unsure)
        for way, sensible in ((self.mend, trouble), (self.drop, trouble), (self.sure, unsure)):
            way.setHidden(not sensible)
        named = "、".join(
            f"{kind_of_name(n).label} {text.short(n, 12)}" for n in (trouble.strangers if trouble else ())
        )
        buttons.set_words(self.join, f"名簿に足す（{named}）".replace("&", "&&"))
        self.join.setHidden(not named)

    def show_tight(self, tight: bool) -> None:
        """No legend, and fewer buttons, where the window is low or the letters are large; the keys and the menu have all."""
        self._tight = tight
        self.up.setHidden(tight)
        self.down.setHidden(tight)
        self._legend.setHidden(tight or bool(self.says.text()))

    def show_row(self, *, there: bool, movable: bool) -> None:
        """Which buttons make sense for the row where the keyboard is."""
        for button, sensible in ((self.details, there), (self.remove, there), (self.up, movable), (self.down, movable)):
            button.setEnabled(sensible)

    def offer(self, menu: QMenu) -> None:
        """The same steps, for the right button of the mouse."""
        for button in (self.details, self.up, self.down, self.remove):
            action = menu.addAction(button.accessibleName(), button.click)
            action.setEnabled(button.isEnabled())

    def _button(self, words: str, act: Callable[[], object], icon: str, keys: str) -> QPushButton:
        button = buttons.button(words, act, look=self._look, icon=icon, small=True)
        button.setToolTip(text.tip(keys))
        return button

    def _line(self) -> QHBoxLayout:
        px = self._look.px
        buttons = layout.widget_with(Flow(self.details, self.up, self.down, self.remove, spacing=px(8)))
        line = QHBoxLayout()
        layout.spaced(line, spacing=px(8))
        line.addWidget(buttons, 1)
        line.addWidget(self._on_paper)
        line.addWidget(self.counts, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    def _marks(self) -> QWidget:
        marks: list[QLabel] = []
        for kind, words in (("guess", "まもり帳の見立て。Enterで確定"), ("entrusted", "他社から預かった情報")):
            mark = chips.mark(kind)
            mark.setFixedHeight(self._look.px(20))
            marks += [mark, text.text(words, "caption", "soft")]
        return layout.widget_with(Flow(*marks, spacing=self._look.px(8)))

    def _with_trouble(self, step: Callable[[Trouble], object]) -> None:
        if self.trouble is not None:
            step(self.trouble)
