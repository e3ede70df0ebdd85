"""The rail at the left: every page in its order, and at the bottom, always, もしもの時."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui import icons, parts
from app.ui.look import TITLE, Look
from app.ui.pages import TABS, Tab


class Rail(QFrame):
    """Buttons to turn the pages. The open tab is paper-coloured and covers the rail's right line."""

    def __init__(self, look: Look, turn: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._buttons: dict[str, QPushButton] = {}
        self.setProperty("rail", "true")
        self.setFixedWidth(look.px(208))
        box = QVBoxLayout(self)
        parts.tight(box)
        box.addWidget(self._name())
        self._group = QButtonGroup(self)
        box.addWidget(self._tabs(turn), 1)
        box.addWidget(self._alarm(TABS[-1], turn))

    def show_open(self, key: str) -> None:
        """Mark the open page; もしもの時 has no tab of its own, so then none is marked."""
        self._group.setExclusive(False)
        for own, button in self._buttons.items():
            button.setChecked(own == key)
        self._group.setExclusive(True)

    def show_left(self, key: str, left: int) -> None:
        """A count of what is left beside a page's words."""
        tab = next(tab for tab in TABS if tab.key == key)
        self._buttons[key].setText(f"  {tab.label}　残り{left}" if left else f"  {tab.label}")

    def _tabs(self, turn: Callable[[str], object]) -> QScrollArea:
        """All tabs but もしもの時; with large letters they scroll, and that one stays in sight."""
        inside = QWidget()
        box = QVBoxLayout(inside)
        parts.tight(box)
        heading = ""
        for tab in TABS[:-1]:
            if tab.group != heading:
                heading = tab.group
                box.addWidget(self._heading(heading))
            box.addWidget(self._button(tab, turn))
        box.addWidget(self._fill(), 1)
        area = parts.scroll(inside, "ページの一覧")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.verticalScrollBar().setFixedWidth(self._look.px(6))
        return area

    def _button(self, tab: Tab, turn: Callable[[str], object]) -> QPushButton:
        button = QPushButton(f"  {tab.label}")
        button.setProperty("rail", "true")
        button.setCheckable(True)
        button.setIcon(self._mark(tab.mark, self._look.color("ink")))
        button.setIconSize(QSize(self._look.px(22), self._look.px(22)))
        button.setAccessibleName(f"{tab.mark} {tab.label}" if len(tab.mark) == 1 else tab.label)
        button.clicked.connect(lambda: turn(tab.key))
        self._group.addButton(button)
        self._buttons[tab.key] = button
        return button

    def _mark(self, mark: str, color: QColor) -> QIcon:
        """A 明朝 letter, or an icon."""
        size = self._look.px(22)
        if len(mark) > 1:
            return icons.icon(mark, color, size)
        made = QIcon()
        for ratio in (1.0, 2.0):
            picture = QPixmap(QSize(size, size) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setFont(self._look.font("next", families=TITLE))
            painter.setPen(color)
            painter.drawText(0, 0, size, size, Qt.AlignmentFlag.AlignCenter, mark)
            painter.end()
            made.addPixmap(picture)
        return made

    def _name(self) -> QFrame:
        px = self._look.px
        frame = self._fill()
        frame.setFixedHeight(px(66))
        box = QVBoxLayout(frame)
        parts.tight(box, margins=(px(24), px(16), 0, px(8)))
        box.addWidget(parts.text("まもり帳", "h1"))
        return frame

    def _heading(self, words: str) -> QFrame:
        px = self._look.px
        frame = self._fill()
        box = QVBoxLayout(frame)
        parts.tight(box, margins=(px(24), px(14), 0, px(4)))
        box.addWidget(parts.text(words, "caption", "soft"))
        return frame

    def _alarm(self, tab: Tab, turn: Callable[[str], object]) -> QFrame:
        px = self._look.px
        frame = self._fill()
        box = QVBoxLayout(frame)
        parts.tight(box, margins=(px(14), px(8), px(14), px(16)))
        button = QPushButton(f" 緊急\n {tab.mark} {tab.label}")
        button.setProperty("alarm", "true")
        button.setIcon(icons.icon("bell", self._look.color("shu"), px(24)))
        button.setIconSize(QSize(px(24), px(24)))
        button.setAccessibleName(f"緊急 {tab.mark} {tab.label}")
        button.clicked.connect(lambda: turn(tab.key))
        box.addWidget(button)
        return frame

    def _fill(self) -> QFrame:
        """A piece of rail that carries the line at the right."""
        frame = QFrame()
        frame.setProperty("railfill", "true")
        return frame
