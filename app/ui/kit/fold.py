"""A part of a page that opens under its own heading, and tells when the owner opened or closed it."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy

from app.ui import icons
from app.ui.kit.pressed import PressButton
from app.ui.look import Look


class FoldButton(PressButton):
    """「▸ 詳しく」: a checkable link; what it opens is up to whoever listens."""

    def __init__(self, look: Look, turned: Callable[[bool], object]) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setProperty("link", "true")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._point)
        self.clicked.connect(turned)
        self._point(False)

    def say(self, words: str) -> None:
        """The heading."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def _point(self, opened: bool) -> None:
        icon = icons.icon("down" if opened else "right", self._look.color("ai"), self._look.px(18))
        self.setIcon(icon)
