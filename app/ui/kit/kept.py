"""Parts of a page one below the other, each made from a value that says all it shows: what says the same as before stays as it is.

So an edit lays out only what it changes, and the keyboard stays where it is.
"""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit import layout

T = TypeVar("T")


class Kept(Generic[T]):
    """`make` makes a part of its value; two values that are equal make the same part."""

    def __init__(self, make: Callable[[T], QWidget], *, spacing: int = 0) -> None:
        self._make = make
        self.shown: list[T] = []
        self.box = QVBoxLayout()
        layout.spaced(self.box, spacing=spacing)

    def show(self, values: Iterable[T]) -> None:
        """Show these parts, and no others."""
        wanted = list(values)
        for place, value in enumerate(wanted):
            if place < len(self.shown) and self.shown[place] == value:
                continue
            if place < len(self.shown):
                self._take(place)
            self.box.insertWidget(place, self._make(value))
        while self.box.count() > len(wanted):
            self._take(len(wanted))
        self.shown = wanted

    def _take(self, place: int) -> None:
        if (item := self.box.takeAt(place)) is not None and (widget := item.widget()) is not None:
            layout.dismiss(widget)
