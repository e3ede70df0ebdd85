"""書類の一覧: every paper under the moment at which it is needed, with where it stands; typing above leaves those that fit."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.papers.list import PaperRow
from app.domain.folding import plain_fold
from app.domain.forms.form import Scene
from app.ui.kit import layout, text
from app.ui.kit.fields import TextLine
from app.ui.kit.two_lines import TwoLines
from app.ui.look import Look


class PaperList(QWidget):
    """`chosen` tells the id of the form that the owner came to."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: Mapping[Scene, list[PaperRow]] = {}
        self._key = ""
        self.search = TextLine()
        self.search.setProperty("small", "true")
        self.search.setAccessibleName("書類をしぼる言葉")
        self.search.setPlaceholderText("言葉でしぼる")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._fill())
        self.list = _Headed(look, "書類の一覧")
        self.list.chosen.connect(self._come_to)
        self._none = text.prose("合う書類がありません。言葉を短くしてみてください。", "table", "soft")
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=look.px(8))
        box.addWidget(self.search)
        box.addWidget(self._none)
        box.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    @property
    def key(self) -> str:
        """The form that is chosen, also while it is filtered out."""
        return self._key

    def show_rows(self, rows: Mapping[Scene, list[PaperRow]]) -> None:
        """Show the papers as they stand now; what was chosen stays chosen."""
        self._rows = rows
        known = [row.form.id for found in rows.values() for row in found]
        self._key = self._key if self._key in known else next(iter(known), "")
        self._fill()

    def choose(self, form: str) -> None:
        """Turn to a form; a filter that hides it is lifted."""
        self._key = form
        if form not in self.list.listed():
            self.search.clear()
        self.list.show_chosen(form)
        self.list.scrollToItem(self.list.currentItem())

    def _fill(self) -> None:
        wanted = plain_fold(self.search.text())
        self.list.fill(_lines(self._rows, wanted))
        self.list.show_chosen(self._key)
        self._none.setVisible(not self.list.count())

    def _come_to(self, form: str) -> None:
        if form != self._key:
            self._key = form
            self.chosen.emit(form)


class _Headed(TwoLines):
    """A list in which a row without a key is a heading: it is read, and passed over."""

    def fill(self, rows: Iterable[tuple[str, str, str]]) -> None:
        super().fill(rows)
        for item in (self.item(row) for row in range(self.count())):
            if not item.data(Qt.ItemDataRole.UserRole):
                item.setFlags(Qt.ItemFlag.NoItemFlags)


def _lines(rows: Mapping[Scene, list[PaperRow]], wanted: str) -> Iterable[tuple[str, str, str]]:
    for scene, found in rows.items():
        fitting = [row for row in found if wanted in plain_fold(f"{row.form.code} {row.form.title} {row.form.use}")]
        if fitting:
            yield "", "", scene.label
        for row in fitting:
            yield row.form.id, row.form.title, f"✓ {row.state}" if row.done else row.state
