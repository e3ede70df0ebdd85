"""Where Tab goes: through what is seen, in the order in which it is laid out, whenever it was made.

Qt's own order is the order of making. Our pages make parts anew when the company changes, and those would come last.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QStackedWidget, QWidget

LATE = "late"
"""A property of what stands at the top but is reached last, so that nobody comes upon it by haste."""


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything inside that Tab stops at, in the order of the layout."""
    if not widget.isVisible():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None:
        yield widget
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from stops(inside)
    elif isinstance(widget, QStackedWidget) and (shown := widget.currentWidget()) is not None:
        yield from stops(shown)
    elif (layout := widget.layout()) is not None:
        yield from _stops_in(layout)


def step(*parts: QWidget, forward: bool) -> bool:
    """Give the keyboard to the stop after or before the present one, round and round through these parts."""
    order = [stop for part in parts for stop in sorted(stops(part), key=lambda stop: bool(stop.property(LATE)))]
    if not order:
        return False
    here = _place(order, QApplication.focusWidget())
    beside = 1 if forward else -1
    following = order[min(beside, 0) if here is None else (here + beside) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    return True


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for item in (layout.itemAt(place) for place in range(layout.count())):
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _stops_in(inner)


def _place(order: list[QWidget], widget: QWidget | None) -> int | None:
    """Where a widget stands, or the stop that it lies in."""
    while widget is not None:
        if widget in order:
            return order.index(widget)
        widget = widget.parentWidget()
    return None
