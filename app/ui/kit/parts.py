"""The small parts that every page is made of. Text is always plain text."""

from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.kit.roving import Roving
from app.ui.look import Look

if TYPE_CHECKING:
    from app.domain.words import Level


def text(words: str, size: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Plain words in one of the named sizes; on several lines if need be."""
    if wrap:
        return Prose(words, size, tone)
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    label.setProperty("type", size)
    if tone:
        label.setProperty("tone", tone)
    return label


class Prose(QLabel):
    """Plain words on as many lines as they need, with the air between the lines that Japanese wants and Qt does not give."""

    def __init__(self, words: str = "", size: str = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", size)
        self.setProperty("tone", tone)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._wide = 1.5 if size in ("body", "table", "caption") else 1.3
        self.setText(words)

    def heightForWidth(self, width: int) -> int:
        return len(broken(self.text(), self.font(), width)) * pitch(self.fontMetrics(), self._wide)

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * 4
        return QSize(min(least, super().minimumSizeHint().width()), pitch(self.fontMetrics(), self._wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        lines = broken(self.text(), self.font(), room.width())
        spare = room.height() - len(lines) * pitch(self.fontMetrics(), self._wide)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            room.setTop(room.top() + max(0, spare) // 2)
        paint_lines(QPainter(self), room, lines, self._wide)


def broken(words: str, font: QFont, width: int) -> list[str]:
    """The lines of some words at this width; a word without an end, such as an address of a folder, is broken anywhere."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines = []
    for part in words.splitlines():
        halves = part.encode("utf-16-le", "surrogatepass")
        layout = QTextLayout(part, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            first = 2 * line.textStart()  # Qt counts in halves of a character such as 𠮷
            lines.append(halves[first : first + 2 * line.textLength()].decode("utf-16-le", "surrogatepass"))
        layout.endLayout()
    return lines


def pitch(metrics: QFontMetrics, wide: float) -> int:
    """From one line to the next."""
    return round(metrics.height() * wide)


def paint_lines(painter: QPainter, room: QRect, lines: Iterable[str], wide: float) -> None:
    """Lines from the top of the room, the air above and below each; font and pen are the painter's."""
    metrics = painter.fontMetrics()
    step = pitch(metrics, wide)
    for number, line in enumerate(lines):
        top = room.top() + number * step + (step - metrics.height()) // 2
        painter.drawText(room.left(), top + metrics.ascent(), line)


class Line(QLabel):
    """One line of plain words that may be long: what does not fit ends in …, and pointing at it shows the whole."""

    def __init__(self, words: str = "", size: str = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", size)
        self.setProperty("tone", tone)
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.drawText(room, self.alignment() | Qt.TextFlag.TextSingleLine, shown)


def short(words: str, most: int = 24) -> str:
    """A name inside one of our own sentences: one line, not longer than this."""
    from app.domain import naming  # not before the first paint

    return naming.short(words, most)


class Unrolled(QWidget):
    """What scrolls: as high as its words need at the width they have. (Qt takes the height for the narrowest width.)"""

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout and layout.hasHeightForWidth() else least


def scroll(inside: QWidget, name: str) -> QScrollArea:
    """A widget that scrolls up and down when there is not enough room for it."""
    whole = Unrolled()
    tight(QVBoxLayout(whole)).addWidget(inside)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what is inside, and brings it into sight
    area.setWidget(whole)
    return area


def tip(words: str) -> str:
    """Words for a tooltip: wrapped, shown as typed, and not longer than a glance."""
    return f"<p>{escape(words[:400])}</p>"


def prose(words: str, size: str = "body", tone: str = "") -> Prose:
    """Words for reading, on as many lines as they need."""
    return Prose(words, size, tone)


def level_chip(level: "Level | None", name: str) -> QLabel:
    """A level as a chip that says its name; undecided levels are words only."""
    if level is None:
        return text("まだ", "caption", "soft")
    chip = text(name, "caption")
    chip.setProperty("level", level.value)
    chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
    chip.setAccessibleName(f"区分 {name}")
    chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return chip


def mark(kind: str) -> QLabel:
    """「仮」 (guess), 「預」 (entrusted) or 「会社の文」 (own)."""
    label = text({"guess": "仮", "entrusted": "預", "own": "会社の文"}[kind], "caption")
    label.setProperty("mark", kind)
    return label


def button(
    words: str, act: Callable[[], object], *, look: Look | None = None, icon: str = "", **traits: bool
) -> QPushButton:
    """A button that says what it does. Traits are the style's: primary, danger, link, small, choice, soft."""
    arrowed = bool(traits.get("primary")) and not icon
    made = QPushButton()
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
    say(made, words)
    if traits.get("link"):
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda: act())
    return made


def say(made: QPushButton, words: str) -> None:
    """Other words on a button, apart from its icon as before."""
    after = made.layoutDirection() is Qt.LayoutDirection.RightToLeft
    made.setText(f"{words}  " if after else words if made.icon().isNull() else f" {words}")
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
        row = tight(QVBoxLayout(self) if upright else QHBoxLayout(self), spacing=4 if upright else 0)
        for value, words in options:
            option = QPushButton(words)
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

    def _click(self, option: QAbstractButton, checked: bool) -> None:
        self.choose(self._values[option] if checked else None)
        self._chosen(self._values[option] if checked else None)


def hair(vertical: bool = False) -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("hair", "true")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def card(kind: str = "true") -> QFrame:
    """A frame for what is apart from the page: "true", "alarm" or "error"."""
    frame = QFrame()
    frame.setProperty("card", kind)
    return frame


def bar(done: int, total: int, *, here: bool = False) -> QProgressBar:
    """A thin bar beside words that say the same."""
    made = QProgressBar()
    made.setRange(0, max(total, 1))
    made.setValue(done)
    made.setTextVisible(False)
    made.setProperty("here", "true" if here else "false")
    made.setAccessibleName(f"{total}のうち{done}")
    return made


def form(rows: Iterable[tuple[str, QWidget]], look: Look) -> QFormLayout:
    """Fields below each other, the words for each beside its middle."""
    made = QFormLayout()
    tight(made, spacing=look.px(10))
    made.setHorizontalSpacing(look.px(14))
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for words, field in rows:
        label = text(words)
        label.setMinimumHeight(field.sizeHint().height())
        label.setBuddy(field)
        made.addRow(label, field)
    return made


def holder(layout: QLayout) -> QWidget:
    """A widget that holds a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def tight(layout: QLayout, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QLayout:
    """A layout without the style's own gaps."""
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def row(*widgets: QWidget | None, spacing: int = 12, stretch: bool = True) -> QHBoxLayout:
    """Widgets side by side; None is a stretch."""
    box = QHBoxLayout()
    tight(box, spacing=spacing)
    for widget in widgets:
        if widget is None:
            box.addStretch(1)
        else:
            box.addWidget(widget)
    if stretch and None not in widgets:
        box.addStretch(1)
    return box


def column(*items: QWidget | QLayout, spacing: int = 8) -> QVBoxLayout:
    """Widgets and layouts one below the other."""
    box = QVBoxLayout()
    tight(box, spacing=spacing)
    for item in items:
        if isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
    return box


def clear(layout: QLayout) -> None:
    """Remove everything from a layout, nested layouts too."""
    while (item := layout.takeAt(0)) is not None:
        if inner := item.layout():
            clear(inner)
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


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
