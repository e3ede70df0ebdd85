"""Reasons in words, one a line; on request each with where it comes from and how sure that is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.advice.evaluation import Reason
from app.domain.words import Basis
from app.ui.kit import layout, text
from app.ui.look import Look

NUMBERS = "一二三四五六七八九十"


class Reasons(QWidget):
    """A list of reasons, numbered 一 二 三 or not."""

    def __init__(self, look: Look, *, numbered: bool = False) -> None:
        super().__init__()
        self._look, self._numbered = look, numbered
        self.sources = False
        self._shown: object = None
        self._grid = QGridLayout(self)
        layout.spaced(self._grid)
        self._grid.setHorizontalSpacing(look.px(10))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnStretch(1, 1)

    def show_reasons(self, reasons: Sequence[Reason], *, sources: bool) -> None:
        """Show these reasons; nothing moves while they are the same."""
        if (tuple(reasons), sources) == self._shown:
            return
        self._shown, self.sources = (tuple(reasons), sources), sources
        layout.clear(self._grid)
        for row, reason in enumerate(reasons):
            if self._numbered:
                number = text.prose(NUMBERS[row] if row < len(NUMBERS) else str(row + 1), "table", "soft")
                self._grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addLayout(layout.column(*self._words(reason, sources), spacing=0), row, 1)

    def _words(self, reason: Reason, sources: bool) -> list[QLabel]:
        said = text.prose(reason.text, "table")
        return [said, text.prose(origin(reason), "caption", "soft")] if sources else [said]


def origin(reason: Reason) -> str:
    """Where a reason comes from; and what that is worth, where the source does not say it already."""
    match reason.basis:
        case Basis.OURS:
            return f"出どころ：{reason.basis.label}"
        case Basis.SEED:
            return f"出どころ：{reason.source}"
        case _:
            return f"出どころ：{reason.source}（{reason.basis.label}）"
