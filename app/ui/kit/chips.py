"""Levels as chips: as labels, painted, and inside the buttons that choose a level; and the small marks beside words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.domain.words import Level
from app.ui import icons
from app.ui.kit import layout, text
from app.ui.kit.pressed import PressButton
from app.ui.kit.roving import Roving
from app.ui.look import Look

GROUND = {Level.TOP_SECRET: "shu_fill", Level.SECRET: "hi"}
LETTERS = {Level.SECRET: "on_hi", Level.INTERNAL: "ink", Level.OPEN: "ink2"}
RIM = {Level.INTERNAL: ("ink2", Qt.PenStyle.SolidLine), Level.OPEN: ("edge", Qt.PenStyle.DotLine)}


def paint_chip(painter: QPainter, look: Look, level: Level, words: str, room: QRect) -> None:
    """One chip at the left of the room, middle in height; long words are shortened."""
    painter.save()
    painter.setFont(look.font("caption", bold=level in GROUND))
    metrics = painter.fontMetrics()
    width = min(max(metrics.horizontalAdvance(words) + look.px(20), look.px(56)), room.width())
    height = look.px(24)
    chip = QRectF(room.left(), room.center().y() - height // 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    token, style = RIM.get(level, ("", Qt.PenStyle.NoPen))
    painter.setPen(QPen(look.color(token), 1, style) if token else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(GROUND[level]) if level in GROUND else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
    painter.setPen(look.color(LETTERS[level]) if level in LETTERS else Qt.GlobalColor.white)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(width) - look.px(8))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


def level_chip(level: Level | None, name: str) -> QLabel:
    """A level as a chip that says its name; undecided levels are words only."""
    if level is None:
        return text.text("まだ", "caption", "soft")
    chip = text.text(name, "caption")
    chip.setProperty("level", level.value)
    chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
    chip.setAccessibleName(f"区分 {name}")
    chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return chip


def mark(kind: str) -> QLabel:
    """「仮」 (guess), 「預」 (entrusted), 「会社の文」 (own) or 「見本の会社」 (sample)."""
    words = {"guess": "仮", "entrusted": "預", "own": "会社の文", "sample": "見本の会社"}
    label = text.text(words[kind], "caption")
    label.setProperty("mark", kind)
    return label


class LevelButton(PressButton):
    """A button that shows a level as its chip; chosen it has a ✓, a pale ground and a thick edge."""

    def __init__(self, look: Look, level: Level, words: str, number: int) -> None:
        super().__init__()
        self._look, self._level, self._words = look, level, words
        self.level = level
        self.setCheckable(True)
        self.setProperty("choice", "true")
        self.setAccessibleName(f"区分 {words}")
        self.setToolTip(text.tip(f"{words}（キーの{number}でも選べます）"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("caption", bold=True))
        words = min(metrics.horizontalAdvance(self._words), self._look.px(120))
        return QSize(max(words + self._look.px(54), self._look.px(80)), self._look.px(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(72), self._look.px(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px = self._look.px
        painter = QPainter(self)
        painter.setFont(self._look.font("caption", bold=self._level in GROUND))
        chip = max(painter.fontMetrics().horizontalAdvance(self._words) + px(20), px(46))
        width = min(chip, self.width() - px(34 if self.isChecked() else 14))
        left = (self.width() - width) // 2 + (px(8) if self.isChecked() else 0)
        if self.isChecked():
            tick = icons.pixmap("check", self._look.color("ink"), px(16), self.devicePixelRatioF())
            painter.drawPixmap(left - px(20), (self.height() - px(16)) // 2, tick)
        paint_chip(painter, self._look, self._level, self._words, QRect(left, 0, width, self.height()))


class LevelChoice(QWidget):
    """The company's levels side by side, highest first; at most one is chosen."""

    def __init__(self, look: Look, chosen: Callable[[Level], object]) -> None:
        super().__init__()
        self._look, self._chosen = look, chosen
        self._offered: list[tuple[Level, str]] = []
        self._buttons: list[LevelButton] = []
        self._roving = Roving(self)
        self._grid = QGridLayout(self)
        layout.spaced(self._grid, spacing=look.px(8))

    def offer(self, levels: Sequence[tuple[Level, str]]) -> None:
        """These levels under these names; the buttons stay as they are while nothing changed."""
        if list(levels) == self._offered:
            return
        self._offered = list(levels)
        layout.clear(self._grid)
        self._buttons = [LevelButton(self._look, level, words, n) for n, (level, words) in enumerate(levels, 1)]
        for button in self._buttons:
            button.clicked.connect(lambda _, level=button.level: self._choose(level))
        self._roving.gather(self._buttons)
        self._lay_out()

    def show_level(self, level: Level | None) -> None:
        """Show this level as chosen, without telling anybody."""
        for button in self._buttons:
            button.setChecked(button.level is level)
        self._roving.settle()

    def press(self, number: int) -> None:
        """Choose the first, second … level, as by a key."""
        if number <= len(self._buttons):
            self._choose(self._buttons[number - 1].level)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._look.px(80), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """One row where every word has room, else two by two."""
        room = len(self._buttons) * self._look.px(84)
        columns = len(self._buttons) if self.width() >= room else 2
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // columns, number % columns)

    def _choose(self, level: Level) -> None:
        self.show_level(level)
        self._chosen(level)
