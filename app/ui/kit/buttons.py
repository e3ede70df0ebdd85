"""What is pressed: buttons that say what they do, links, and answers of which one is chosen."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.kit.layout import spaced
from app.ui.kit.pressed import PressButton
from app.ui.kit.roving import Roving
from app.ui.look import Look


def button(
    words: str, act: Callable[[], object], *, look: Look | None = None, icon: str = "", **traits: bool
) -> QPushButton:
    """A button that says what it does. Traits are the style's: primary, danger, link, small, choice, soft."""
    arrowed = bool(traits.get("primary")) and not icon
    made = PressButton()
    for trait, value in traits.items():
        made.setProperty(trait, "true" if value else "false")
    if look:
        made.setIconSize(QSize(look.px(18), look.px(18)))
    if icon and look:
        token = "on_ai" if traits.get("primary") else "ai" if traits.get("link") else "ink"
        made.setIcon(icons.icon(icon, look.color(token), look.px(20)))
    if traits.get("primary") and look:
        picture = icons.icon(icon or "arrow", look.color("on_ai"), look.px(20))
        picture.addPixmap(icons.pixmap(icon or "arrow", look.color("ink2"), look.px(20)), QIcon.Mode.Disabled)
        made.setIcon(picture)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if arrowed else Qt.LayoutDirection.LeftToRight)
    set_words(made, words)
    if traits.get("link"):
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda: act())
    return made


def set_words(made: QPushButton, words: str) -> None:
    """Other words on a button, apart from its icon as before."""
    after = made.layoutDirection() is Qt.LayoutDirection.RightToLeft
    bare = made.icon().isNull() or made.property("link") == "true"  # a blank before a link would be underlined
    made.setText(f"{words}  " if after else words if bare else f" {words}")
    made.setAccessibleName(words.replace("&&", "&"))


def link(words: str, act: Callable[[], object], *, look: Look | None = None, icon: str = "") -> QPushButton:
    """Words that lead somewhere."""
    return button(words, act, look=look, icon=icon, link=True)


class Choices(QWidget):
    """Checkable buttons of which at most one is chosen, in a row or upright; clicking the chosen one takes it back."""

    def __init__(
        self,
        options: Iterable[tuple[object, str]],
        chosen: Callable[[object], object],
        name: str,
        *,
        upright: bool = False,
    ) -> None:
        super().__init__()
        self._values: dict[QAbstractButton, object] = {}
        self._chosen = chosen
        row = spaced(QVBoxLayout(self) if upright else QHBoxLayout(self), spacing=4 if upright else 0)
        for value, words in options:
            option = PressButton(words)
            option.setCheckable(True)
            option.setProperty("choice", "true")
            option.setAccessibleName(f"{name}：{words}")
            self._values[option] = value
            option.clicked.connect(lambda checked, option=option: self._click(option, checked))
            row.addWidget(option)
        self._roving = Roving(self)
        self._roving.gather(list(self._values))

    def choose(self, value: object) -> None:
        """Show this value as chosen, without telling anybody."""
        for option, own in self._values.items():
            option.setChecked(value is not None and own == value)
        self._roving.settle()

    def take_focus(self) -> None:
        """The keyboard goes to where Tab would stop."""
        stop = next(option for option in self._values if option.focusPolicy() is Qt.FocusPolicy.StrongFocus)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _click(self, option: QAbstractButton, checked: bool) -> None:
        self.choose(self._values[option] if checked else None)
        self._chosen(self._values[option] if checked else None)


def set_small(widget: QWidget, small: bool) -> None:
    """The smaller size of a button or field, or the usual one."""
    words = "true" if small else "false"
    if widget.property("small") != words:
        widget.setProperty("small", words)
        restyle(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # a pull-down remembers its size until then
        widget.updateGeometry()


def restyle(widget: QWidget) -> None:
    """Let a changed style property take effect."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
