"""How the parts of a page stand: rows, columns, frames, what scrolls. Text is always plain text."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit import text
from app.ui.look import Look


class Unrolled(QWidget):
    """What scrolls: as high as its words need at the width they have. (Qt takes the height for the narrowest width.)"""

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout and layout.hasHeightForWidth() else least


def scroll(inside: QWidget, name: str) -> QScrollArea:
    """A widget that scrolls up and down when there is not enough room for it."""
    whole = Unrolled()
    spaced(QVBoxLayout(whole)).addWidget(inside)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what is inside, and brings it into sight
    area.setWidget(whole)
    return area


def hairline(vertical: bool = False) -> QFrame:
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
    spaced(made, spacing=look.px(10))
    made.setHorizontalSpacing(look.px(14))
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for words, field in rows:
        made.addRow(text.Beside(words, field), field)
    return made


def widget_with(layout: QLayout) -> QWidget:
    """A widget that holds a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def spaced(layout: QLayout, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QLayout:
    """A layout without the style's own gaps."""
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def row(*widgets: QWidget | None, spacing: int = 12, stretch: bool = True) -> QHBoxLayout:
    """Widgets side by side; None is a stretch."""
    box = QHBoxLayout()
    spaced(box, spacing=spacing)
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
    spaced(box, spacing=spacing)
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
            dismiss(widget)


def dismiss(widget: QWidget) -> None:
    """A widget that is wanted no more."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
