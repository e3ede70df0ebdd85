"""A step of thousands of rows on its way into the ledger: how far it is, and a way to stop. Meanwhile nothing else can be edited."""

from collections.abc import Generator
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from app.domain.slices import Done, Work
from app.errors import Stopped
from app.ui.breaths import AT_ONCE, Whole, breathe, breaths, undisturbed
from app.ui.dialogs import Sheet
from app.ui.kit import text
from app.ui.kit.making import Making, Piece
from app.ui.shell import Shell

T = TypeVar("T")


class Writing(Sheet, Generic[T]):
    """Modal while it writes. Escape, closing it, and quitting the program stop it; then nothing is written."""

    def __init__(self, parent: QWidget, shell: Shell, title: str, work: Work[T]) -> None:
        super().__init__(parent, shell.look, title)
        self._work = work
        self._found: Whole[T] | None = None
        self._error: Exception | None = None
        self.body.addWidget(text.prose("台帳に書き込んでいます。途中でやめると、台帳は前のままです。"))
        self.making = Making(shell, say=_percent)
        self.making.stop_button.setAutoDefault(False)  # an Enter that was held too long stops nothing
        self.body.addWidget(self.making)
        self.setFocus()

    def carry_out(self) -> T:
        """What the work made. Raises what it raised, or Stopped."""
        with undisturbed():
            self.making.run(self._pieces(), lambda last, whole: self.done(0))
            self.exec()
        if self._error is not None:
            raise self._error
        if self._found is None:
            raise Stopped
        return self._found.made

    def reject(self) -> None:
        """Escape, or the frame's cross."""
        self.making.stop()

    def _pieces(self) -> Generator[Done, None, None]:
        """What goes wrong belongs to whoever wanted it written."""
        try:
            yield from breaths(self._work, self._take)
        except Exception as error:
            self._error = error

    def _take(self, made: T) -> None:
        self._found = Whole(made)


def carry_out(parent: QWidget, shell: Shell, title: str, work: Work[T]) -> T:
    """At once where that takes no more than a moment, else in sight of the owner."""
    found = breathe(AT_ONCE, work)
    return found.made if isinstance(found, Whole) else Writing(parent, shell, title, work).carry_out()


def _percent(piece: Piece) -> str:
    return f"{100 * piece.number // piece.total}％"
