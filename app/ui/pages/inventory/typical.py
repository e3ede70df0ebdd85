"""「よくある情報」: what firms like this one have, by department; one click takes a line over with guessed answers.

Under each stands why it matters and where it leaks from, for one of them at a time.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.handbook.library import DEPARTMENTS, TypicalAsset
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.words import Basis
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import PullDown
from app.ui.kit.fold import FoldButton
from app.ui.look import Look

WIDTH, FULL = 252, 2000
ROWS = 5
"""Rows of the grid for one entry: a line, title, level, what opens, what it opens."""


@dataclass(frozen=True)
class Hints:
    """What the panel leads to: an entry is taken over, told of in headed paragraphs, read in full; back to the table."""

    take: Callable[[TypicalAsset], object]
    tell: Callable[[TypicalAsset], Iterable[tuple[str, str]]]
    read: Callable[[TypicalAsset], object]
    back: Callable[[], object]


class TypicalPanel(QFrame):
    """The entries of one department at a time."""

    def __init__(self, look: Look, entries: Mapping[str, TypicalAsset], hints: Hints) -> None:
        super().__init__()
        self._look, self._entries, self._hints = look, entries, hints
        self._folds: dict[str, tuple[FoldButton, QWidget]] = {}
        self._rows: dict[str, tuple[QLabel, QPushButton, QLabel]] = {}
        self._company = Company(on=date.min)
        self.setProperty("card", "true")
        px = look.px
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(px(16), px(14), px(10), px(10)), spacing=px(8))
        self.back = buttons.button("表に戻る", hints.back, look=look, icon="left", small=True)
        box.addLayout(layout.row(text.text("よくある情報", "h2"), None, self.back))
        box.addWidget(text.text("選ぶと「仮」の行として入ります。", "table", "soft", wrap=True))
        self.heading = PullDown()
        self.heading.setAccessibleName("よくある情報の部門")
        self.heading.addItems([*DEPARTMENTS, *sorted({e.department for e in entries.values()} - set(DEPARTMENTS))])
        self.heading.setCurrentText("生産技術")
        self.heading.currentTextChanged.connect(lambda _: self._fill())
        self.setFocusProxy(self.heading)
        box.addWidget(self.heading)
        self._grid = QGridLayout()
        layout.spaced(self._grid, margins=(0, 0, px(6), 0), spacing=px(6))
        box.addWidget(layout.scroll(layout.widget_with(self._stretched(self._grid)), "よくある情報の一覧"), 1)
        self._fill()

    def show_alone(self, alone: bool) -> None:
        """In place of the table, or beside it in its own narrow column."""
        self.back.setHidden(not alone)
        self.setMinimumWidth(0 if alone else self._look.px(WIDTH))
        self.setMaximumWidth(self._look.px(FULL) if alone else self._look.px(WIDTH))

    def show_company(self, company: Company) -> None:
        """Mark what is in the ledger already. A button that goes hands the keyboard on to the next one."""
        self._company = company
        taken = set(company.of_every(_template))
        going = next((button for _, button, _ in self._rows.values() if button.hasFocus()), None)
        for key, (level, button, done) in self._rows.items():
            level.setText(f"目安 {company.level_name(self._entries[key].level)}")
            button.setHidden(key in taken)
            done.setHidden(key not in taken)
        if going is not None and going.isHidden():
            buttons = [button for _, button, _ in self._rows.values()]
            after = (b for b in buttons[buttons.index(going) :] + buttons if not b.isHidden())
            next(after, self.heading).setFocus()

    def _fill(self) -> None:
        """The entries of the chosen heading, one below the other."""
        layout.clear(self._grid)
        self._rows.clear()
        self._folds.clear()
        chosen = [entry for entry in self._entries.values() if entry.department == self.heading.currentText()]
        for number, entry in enumerate(chosen):
            self._row(ROWS * number, entry)
        self._grid.setColumnStretch(0, 1)
        self.show_company(self._company)

    def _row(self, row: int, entry: TypicalAsset) -> None:
        level = text.text("", "caption", "soft")
        button = buttons.button("入れる", lambda: self._hints.take(entry), small=True)
        button.setAccessibleName(f"{entry.title}を入れる")
        done = text.text("✓ 済み", "table", "soft")
        self._grid.addWidget(layout.hairline(), row, 0, 1, 2)
        self._grid.addWidget(text.text(entry.title, "table", wrap=True), row + 1, 0)
        self._grid.addWidget(level, row + 2, 0)
        for widget in (button, done):
            self._grid.addWidget(widget, row + 1, 1, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows[entry.id] = (level, button, done)
        fold = FoldButton(self._look, lambda opened: self._unfold(entry, opened))
        fold.say("大事なわけ・漏れ方")
        fold.setAccessibleName(f"{entry.title}：大事なわけと漏れ方")
        buttons.set_small(fold, True)
        told = QWidget()
        told.hide()
        layout.spaced(QVBoxLayout(told), spacing=self._look.px(4))
        self._grid.addWidget(fold, row + 3, 0, 1, 2)
        self._grid.addWidget(told, row + 4, 0, 1, 2)
        self._folds[entry.id] = (fold, told)

    def _unfold(self, entry: TypicalAsset, opened: bool) -> None:
        """Tell of this entry, and of no other."""
        box = self._folds[entry.id][1].layout()
        if opened and box is not None and not box.count():
            for heading, words in self._hints.tell(entry):
                box.addWidget(text.text(heading, "caption", "ai"))
                box.addWidget(text.prose(words, "table"))
            box.addWidget(text.text(Basis.OURS.label, "caption", "soft"))
            box.addWidget(buttons.link("くわしく読む", lambda: self._hints.read(entry)))
        for key, (fold, told) in self._folds.items():
            here = opened and key == entry.id
            fold.setChecked(here)
            told.setVisible(here)

    def _stretched(self, grid: QGridLayout) -> QVBoxLayout:
        box = QVBoxLayout()
        layout.spaced(box)
        box.addLayout(grid)
        box.addStretch(1)
        return box


def _template(_: Company, asset: Asset) -> str:
    """Which typical information an asset was made from, "" where from none."""
    return asset.template
