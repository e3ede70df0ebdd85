"""What was typed and the ledger could not take — a full disk, a stick pulled out: kept, tried again, and asked about before it is lost."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import MamoriError

PAUSE = 10_000
"""Milliseconds from one try to the next."""


class Typed(NamedTuple):
    """What stands in a field: which field (so that a later text takes the place of an earlier one), its name, the words."""

    place: str
    name: str
    words: str


class Unsaved(QObject):
    """The texts that wait. `changed` when there are more or fewer; `written` tells the place of one that made it."""

    changed = Signal()
    written = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, tuple[Typed, Callable[[], object]]] = {}
        self._trying = False
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.try_again)

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def texts(self) -> list[Typed]:
        """All that waits, the oldest first."""
        return [typed for typed, _ in self._waiting.values()]

    def keep(self, typed: Typed, act: Callable[[], object]) -> None:
        """`act` would have written it."""
        self._waiting[typed.place] = typed, act
        self._timer.start()
        self.changed.emit()

    def drop(self, place: str) -> None:
        """It was written after all, or given up."""
        if self._waiting.pop(place, None) is not None:
            self._tell()

    def clear(self) -> None:
        """Everything is given up."""
        self._waiting.clear()
        self._tell()

    def try_again(self) -> None:
        """Write what can be written by now, without a word."""
        if self._trying:
            return
        self._trying = True
        try:
            for place, (_, act) in list(self._waiting.items()):
                if self._went(act) and self._waiting.pop(place, None) is not None:
                    self._tell()
                    self.written.emit(place)
        finally:
            self._trying = False

    def _went(self, act: Callable[[], object]) -> bool:
        """Whether it is settled: written, or what it was about is there no more."""
        try:
            act()
        except MamoriError:
            return False
        except LookupError:
            return True
        return True

    def _tell(self) -> None:
        if not self._waiting:
            self._timer.stop()
        self.changed.emit()
