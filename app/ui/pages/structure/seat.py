"""One seat of X: what it is for, the fields of who sits there, and, while it is empty, who could."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.advice.roles import Proposal
from app.domain.ledger.company import Company
from app.domain.ledger.people import label
from app.domain.ledger.seats import Seat
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import LineField, NameField
from app.ui.kit.sides import Sides
from app.ui.look import Look

Save = Callable[[Seat, str, str, str], bool]


class SeatRow(QWidget):
    """The fields save themselves; a proposal is taken with one button."""

    def __init__(self, look: Look, seat: Seat, small: str, save: Save, take: Callable[[Proposal], object]) -> None:
        super().__init__()
        self.seat, self._write, self._take = seat, save, take
        self.person = NameField(f"{seat.name}の人", lambda _: self._save(), "名前を選ぶか書く")
        self.deputy = NameField(f"{seat.name}の代わり", lambda _: self._save(), "いなければ空で")
        self.phone = LineField(f"{seat.name}の電話", lambda _: self._save(), "市外局番から")
        self._proposal: Proposal | None = None
        self._why = text.prose("", "table", "soft")
        self.take_button = buttons.button("この人にする", self._accept, small=True)
        self._proposed = layout.widget_with(layout.column(self._why, layout.row(self.take_button), spacing=look.px(4)))
        words = layout.column(text.text(seat.name, "h2"), text.prose(small, "table", "soft"), spacing=look.px(6))
        words.addStretch(1)
        side = layout.column(self._fields(look), self._proposed, spacing=look.px(8))
        side.addStretch(1)
        sides = Sides(
            layout.widget_with(words), layout.widget_with(side), least=look.px(820), spacing=look.px(20), shares=(5, 8)
        )
        layout.spaced(QHBoxLayout(self)).addWidget(sides)

    def _fields(self, look: Look) -> QHBoxLayout:
        line = layout.row(spacing=look.px(16), stretch=False)
        for words, field in (("決まった人", self.person), ("いない時の代わり", self.deputy), ("電話", self.phone)):
            box = layout.column(text.text(words, "caption", "soft"), field, spacing=look.px(4))
            box.addStretch(1)
            held = layout.widget_with(box)
            keeps = held.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)  # so that the fields of all seats stand in columns
            held.setSizePolicy(keeps)
            line.addWidget(held, 1)
            if field is self.phone and not self.seat.phone:
                held.hide()
        return line

    def show_held(self, company: Company, names: Sequence[str], proposal: Proposal | None) -> None:
        """Show who sits there now, or who could."""
        held = company.appointments.get(self.seat.id)
        self.person.show_names(names, label(company, held.person) if held else "")
        self.deputy.show_names(names, label(company, held.deputy) if held else "")
        self.phone.show_text(held.phone if held else "")
        self._proposal = proposal
        if proposal:
            name = label(company, proposal.person)
            self._why.setText(f"提案：{name}さん。{proposal.why}")
            self.take_button.setAccessibleName(f"{self.seat.name}を{name}さんにする")
        self._proposed.setVisible(proposal is not None)

    def _save(self) -> bool:
        return self._write(self.seat, self.person.currentText(), self.deputy.currentText(), self.phone.text())

    def _accept(self) -> None:
        if self._proposal:
            self._take(self._proposal)
