"""うちに当てはまること: what is the case in this firm. Advice and the articles of the rules depend on it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from app.actions import firm
from app.domain.ledger.circumstances import ASKED
from app.domain.words import Circumstance
from app.ui.pages.ledger.section import Section


class Circumstances(Section):
    """One box each, saved as it is ticked."""

    key = "circumstances"
    title = "うちに当てはまること"
    lead = "勧める対策と、規程に入る条が変わります。迷うものは、後で付けてもかまいません。"
    stand = "付けたものは、その場で保存されます。"
    safe = "間違えても、右上の「元に戻す」で戻せます。"

    def build(self) -> None:
        self.boxes = {}
        for circumstance in ASKED:
            box = QCheckBox(circumstance.label)
            box.clicked.connect(self._hear(circumstance))
            self.boxes[circumstance] = box
            self.box.addWidget(box)
        self.box.addStretch(1)

    def refresh(self) -> None:
        chosen = self.shell.desk.company.profile.circumstances
        for circumstance, box in self.boxes.items():
            box.setChecked(circumstance in chosen)

    def _hear(self, which: Circumstance) -> Callable[[bool], None]:
        """What a box calls; Qt hands no arguments to a `partial`."""
        return lambda on: self._tick(which, on)

    def _tick(self, which: Circumstance, on: bool) -> None:
        desk = self.shell.desk
        now = set(desk.company.profile.circumstances)
        now = now | {which} if on else now - {which}
        changed = replace(desk.company.profile, circumstances=tuple(c for c in Circumstance if c in now))
        self.shell.attempt(lambda: firm.edit_profile(desk, changed, f"「{which.label}」"))
