"""The rail at the left: every page in its order, and at the bottom, always, もしもの時."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.kit import chips, layout, text
from app.ui.kit.pressed import PressButton
from app.ui.kit.roving import Roving
from app.ui.look import TITLE, Look
from app.ui.pages import TABS, Tab


class Rail(QFrame):
    """Buttons to turn the pages. The open tab is paper-coloured and covers the rail's right line."""

    def __init__(self, look: Look, turn: Callable[[str], object], *, sample: bool = False) -> None:
        """`sample`: the open ledger is that of the sample company, and says so on every page."""
        super().__init__()
        self._look = look
        self._buttons: dict[str, TabButton] = {}
        self._open = ""
        self.setProperty("rail", "true")
        self.setFixedWidth(look.px(208))
        box = QVBoxLayout(self)
        layout.spaced(box)
        box.addWidget(self._name(sample=sample))
        self._roving = Roving(self)
        self._area = self._tabs(turn)
        box.addWidget(self._area, 1)
        box.addWidget(self._alarm(TABS[-1], turn))

    def show_open(self, key: str) -> None:
        """Mark the open page; もしもの時 has no tab of its own, so then none is marked."""
        for own, button in self._buttons.items():
            button.setChecked(own == key)
        self._roving.settle()
        self._open = key
        QTimer.singleShot(0, self, self._keep_in_sight)

    def show_left(self, key: str, left: int) -> None:
        """A count of what is left beside a page's words."""
        self._buttons[key].show_left(left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """With large letters the tabs scroll; the open one is always seen."""
        if button := self._buttons.get(self._open):
            self._area.ensureWidgetVisible(button, 0, self._look.px(20))

    def _tabs(self, turn: Callable[[str], object]) -> QScrollArea:
        """All tabs but もしもの時; with large letters they scroll, and that one stays in sight."""
        inside = QWidget()
        box = QVBoxLayout(inside)
        layout.spaced(box)
        heading = ""
        for tab in (tab for tab in TABS[:-1] if tab.on_rail):
            if tab.group != heading:
                heading = tab.group
                box.addWidget(self._heading(heading))
            box.addWidget(self._button(tab, turn))
        self._roving.gather(list(self._buttons.values()))
        box.addWidget(self._fill(), 1)
        return layout.scroll(inside, "ページの一覧")

    def _button(self, tab: Tab, turn: Callable[[str], object]) -> "TabButton":
        button = TabButton(self._look, tab, self._mark(tab.mark, self._look.color("ink")))
        button.clicked.connect(lambda: turn(tab.key))
        self._buttons[tab.key] = button
        return button

    def _mark(self, mark: str, color: QColor) -> QIcon:
        """A 明朝 letter, or an icon."""
        size = self._look.px(22)
        if len(mark) > 1:
            return icons.icon(mark, color, size)
        made = QIcon()
        for ratio in icons.ratios():
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

    def _name(self, *, sample: bool) -> QFrame:
        px = self._look.px
        frame = self._fill()
        frame.setFixedHeight(px(66))
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(24), px(16), 0, px(8)))
        box.addWidget(text.text("まもり帳", "h1"))
        if sample:
            frame.setFixedHeight(px(92))
            box.addWidget(chips.mark("sample"), 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _heading(self, words: str) -> QFrame:
        px = self._look.px
        frame = self._fill()
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(24), px(14), 0, px(4)))
        box.addWidget(text.text(words, "caption", "soft"))
        return frame

    def _alarm(self, tab: Tab, turn: Callable[[str], object]) -> QFrame:
        px = self._look.px
        frame = self._fill()
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(14), px(8), px(14), px(16)))
        button = PressButton()
        button.setProperty("alarm", "true")
        button.setIcon(icons.icon("bell", self._look.color("shu"), px(24)))
        button.setIconSize(QSize(px(24), px(24)))
        words = layout.column(
            text.text("緊急", "caption", "shu"), text.text(f"{tab.mark} {tab.label}", "strong", "shu"), spacing=px(3)
        )
        _write_on(button, words, (px(48), px(6), 0, px(6)))
        button.setAccessibleName(f"緊急 {tab.mark} {tab.label}")
        button.clicked.connect(lambda: turn(tab.key))
        box.addWidget(button)
        return frame

    def _fill(self) -> QFrame:
        """A piece of rail that carries the line at the right."""
        frame = QFrame()
        frame.setProperty("railfill", "true")
        return frame


class TabButton(PressButton):
    """A tab of the rail: a mark, words, and small at the right how much is left."""

    def __init__(self, look: Look, tab: Tab, mark: QIcon) -> None:
        super().__init__(f"  {tab.label}")
        self._name = f"{tab.mark} {tab.label}" if len(tab.mark) == 1 else tab.label
        self.setProperty("rail", "true")
        self.setCheckable(True)
        self.setIcon(mark)
        self.setIconSize(QSize(look.px(22), look.px(22)))
        self._left = text.text("", "caption", "soft")
        _write_on(self, layout.row(None, self._left), (0, 0, look.px(10), 0))
        self.show_left(0)

    def show_left(self, left: int) -> None:
        """How much is left, nothing for 0; a large number does without its word, for which there is no room."""
        words = f"残り{left}" if left < 100 else f"{left}件"
        self._left.setText(words if left else "")
        self.setAccessibleName(f"{self._name}　残り{left}件" if left else self._name)


def _write_on(button: QPushButton, words: QBoxLayout, margins: tuple[int, int, int, int]) -> None:
    """More words on a button than Qt would set there; the mouse goes through them."""
    layout.spaced(words, margins=margins, spacing=words.spacing())
    button.setLayout(words)
    for label in button.findChildren(QLabel):
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
