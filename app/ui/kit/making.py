"""Something that takes a while, one piece after the other: a bar, words that say how far it is, and a way to stop."""

from collections.abc import Callable, Generator
from typing import Any, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit import buttons, layout, text
from app.ui.shell import Shell


class Piece(Protocol):
    """The how manieth of how many."""

    @property
    def number(self) -> int: ...

    @property
    def total(self) -> int: ...


Pieces = Generator[Piece, None, None]
Over = Callable[[Piece | None, bool], object]
END = object()


def _count(piece: Piece) -> str:
    return f"{piece.total}のうち {piece.number}"


class Making(QWidget):
    """Draws piece after piece, and the window lives in between. No thread: each piece is short, and whole before the next."""

    def __init__(self, shell: Shell, say: Callable[[Piece], str] = _count) -> None:
        super().__init__()
        self._shell, self._say = shell, say
        self._pieces: Pieces | None = None
        self._last: Piece | None = None
        self._over: Over = lambda last, whole: None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)
        self._words = text.text("", "table")
        self._bar = layout.bar(0, 1, here=True)
        self.stop_button = buttons.button("とちゅうでやめる", self.stop, small=True)
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=shell.look.px(6))
        box.addLayout(layout.row(self._words, None, self.stop_button))
        box.addWidget(self._bar)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._pieces is not None

    def run(self, pieces: Pieces, over: Over) -> None:
        """Begin; `over` hears the last piece (None when there was none) and whether all of them came."""
        self._pieces, self._last, self._over = pieces, None, over
        self._words.setText("はじめています…")
        self._bar.setValue(0)
        self.show()
        self._timer.start()

    def stop(self) -> None:
        """Stop after the present piece."""
        if self.busy:
            self._end(whole=False)

    def leave(self) -> None:
        """What was at work is not wanted any more; nobody hears of it."""
        self._over = lambda last, whole: None
        self.stop()

    def _next(self) -> None:
        """The timer waits meanwhile, as what the world refuses is told in a dialog."""
        pieces = self._pieces
        if pieces is None:
            return
        piece: Any = self._shell.attempt(lambda: next(pieces, END))
        if piece is None or piece is END:
            self._end(whole=piece is END)
        else:
            self._show(piece)
            self._timer.start()

    def _show(self, piece: Piece) -> None:
        self._last = piece
        self._words.setText(self._say(piece))
        self._bar.setRange(0, piece.total)
        self._bar.setValue(piece.number)
        self._bar.setAccessibleName(self._say(piece))

    def _end(self, *, whole: bool) -> None:
        self._timer.stop()
        pieces, self._pieces = self._pieces, None
        if pieces is not None:
            pieces.close()
        self.hide()
        self._over(self._last, whole)
