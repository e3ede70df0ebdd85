"""X 社内体制: who holds which seat. One person may hold several; it works for 3 people and for 100."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions import firm
from app.domain.ledger.people import label
from app.domain.ledger.seats import Seat, conflicts, filled, seats
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import LineField, NameField
from app.ui.kit.sides import Sides
from app.ui.unsaved import Typed


class SeatRow(QWidget):
    """The fields of one seat."""

    def __init__(self, page: "StructurePage", seat: Seat) -> None:
        super().__init__()
        self._page = page
        self.seat = seat
        self.person = NameField(f"{seat.name}の人", lambda _: self._save(), "名前を選ぶか書く")
        self.deputy = NameField(f"{seat.name}の代わり", lambda _: self._save(), "いなければ空で")
        self.phone = LineField(f"{seat.name}の電話", lambda _: self._save(), "市外局番から")
        line = QHBoxLayout(self)
        px = page.look.px
        layout.spaced(line, spacing=px(16))
        for words, field in (("決まった人", self.person), ("いない時の代わり", self.deputy), ("電話", self.phone)):
            box = layout.column(text.text(words, "caption", "soft"), field, spacing=px(4))
            box.addStretch(1)
            held = layout.widget_with(box)
            keeps = held.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)  # so that the fields of all seats stand in columns
            held.setSizePolicy(keeps)
            line.addWidget(held, 1)
            held.setHidden(field is self.phone and not seat.phone)

    def show_held(self, names: list[str]) -> None:
        """Show who sits there now."""
        company = self._page.shell.desk.company
        held = company.appointments.get(self.seat.id)
        self.person.show_names(names, label(company, held.person) if held else "")
        self.deputy.show_names(names, label(company, held.deputy) if held else "")
        self.phone.show_text(held.phone if held else "")

    def _save(self) -> bool:
        return self._page.save(self.seat, self.person.currentText(), self.deputy.currentText(), self.phone.text())


class StructurePage(Page):
    """One row a seat: what it is for, who, the deputy, the telephone number where it matters."""

    key = "structure"

    def build(self) -> None:
        px = self.look.px
        self.set_title("X 社内体制", "誰が責任を持つかを決めます。兼ねてもかまいません。")
        inside = QWidget()
        self._seats = QVBoxLayout(inside)
        layout.spaced(self._seats, margins=(0, 0, px(12), 0), spacing=px(12))
        self._notes = text.prose("", "table", "soft")
        self._one = buttons.button("", self._take_all, small=True)
        top = layout.row(self._one)
        whole = layout.widget_with(layout.column(top, self._notes, inside, spacing=px(10)))
        self.body.addWidget(layout.scroll(whole, "役の一覧"), 1)
        self._rows: list[SeatRow] = []
        self.set_buttons(
            buttons.button(
                "役の話を読む", lambda: self.shell.open("guide", "steps:x-roles"), look=self.look, icon="book"
            ),
            buttons.button("次へ：書類を見る", lambda: self.shell.open("papers"), look=self.look, primary=True),
        )

    def refresh(self) -> None:
        desk = self.shell.desk
        wanted = seats(desk.company)
        if [(row.seat.id, row.seat.name) for row in self._rows] != [(seat.id, seat.name) for seat in wanted]:
            self._lay_out(wanted)
        names = [label(desk.company, person.id) for person in desk.company.staff]
        for row in self._rows:
            row.show_held(names)
        warned = conflicts(desk.company)
        self._notes.setText("\n".join(warned))
        self._notes.setVisible(bool(warned))
        taken = sum(filled(desk.company, seat.id) for seat in wanted)
        left = len(wanted) - taken
        stand = f"{taken} / {len(wanted)}役が決まりました。" if left else "役はすべて決まりました。"
        name = firm.first_name(desk)
        buttons.set_words(self._one, f"空いている{left}役を、ひとまず全部 {text.short(name)}さんにする")
        self._one.setVisible(bool(name) and left > 1)
        self.set_footer(stand, "役の名は、規程と役割分担表にそのまま出ます。後で変えられます。")

    def focus_on(self, focus: str) -> None:
        for row in self._rows:
            if row.seat.id == focus:
                row.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, seat: Seat, person: str, deputy: str, phone: str) -> bool:
        """Write who sits there; a name that is new joins the people."""
        desk = self.shell.desk
        typed = Typed(f"appointments:{seat.id}", seat.name, "・".join(filter(None, (person, deputy, phone))))
        problem = self.shell.attempt(
            lambda: firm.appoint_by_name(desk, seat.id, person, deputy, phone, name=seat.name), typed
        )
        if problem:
            self.set_footer(problem, "まだ書いていません。名前の欄は、そのまま残っています。")
        return problem == ""

    def _take_all(self) -> None:
        """「全部社長で」: most small companies begin so."""
        desk = self.shell.desk
        self.shell.attempt(lambda: firm.appoint_everywhere(desk, firm.first_name(desk)))

    def _lay_out(self, wanted: list[Seat]) -> None:
        px, roles = self.look.px, self.shell.desk.library.roles
        layout.clear(self._seats)
        self._rows = [SeatRow(self, seat) for seat in wanted]
        for row in self._rows:
            words = layout.column(
                text.text(row.seat.name, "h2"), text.prose(roles[row.seat.role].small, "table", "soft"), spacing=px(6)
            )
            words.addStretch(1)
            sides = Sides(layout.widget_with(words), row, least=px(820), spacing=px(20), shares=(5, 8))
            self._seats.addWidget(sides)
            self._seats.addWidget(layout.hairline())
        self._seats.addStretch(1)


PAGE = StructurePage
