"""X 社内体制: who holds which seat. One person may hold several; it works for 3 people and for 100."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from app.actions import firm
from app.domain.structure import Seat, conflicts, holder, seats
from app.ui import parts
from app.ui.frame import Page
from app.ui.widgets.fields import LineField, NameField


class SeatRow:
    """The fields of one seat."""

    def __init__(self, page: "StructurePage", seat: Seat) -> None:
        self._page = page
        self.seat = seat
        self.person = NameField(f"{seat.name}の人", lambda _: self._save(), "名前を選ぶか書く")
        self.deputy = NameField(f"{seat.name}の代わり", lambda _: self._save(), "いなければ空でよい")
        self.phone = LineField(f"{seat.name}の電話", lambda _: self._save(), "000-0000-0000")
        self.phone.setVisible(seat.phone)

    def show(self, names: list[str]) -> None:
        """Show who sits there now."""
        company = self._page.shell.desk.company
        held = company.appointments.get(self.seat.id)
        self.person.show_names(names, company.person_name(held.person) if held else "")
        self.deputy.show_names(names, company.person_name(held.deputy) if held else "")
        self.phone.show_text(held.phone if held else "")

    def _save(self) -> None:
        self._page.save(self.seat, self.person.currentText(), self.deputy.currentText(), self.phone.text())


class StructurePage(Page):
    """One row a seat: what it is for, who, the deputy, the telephone number where it matters."""

    key = "structure"
    shows = ("profile", "people", "appointments")

    def build(self) -> None:
        px = self.look.px
        self.set_title("X 社内体制", "だれが責任を持つかを決めます。一人がいくつ兼ねてもかまいません。")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("役の一覧")
        inside = QWidget()
        self._grid = QGridLayout(inside)
        parts.tight(self._grid, margins=(0, 0, px(12), 0))
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(10))
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 3)
        self._grid.setColumnStretch(3, 3)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self._notes = parts.prose("", "table", "soft")
        self.body.addWidget(self._notes)
        self._rows: list[SeatRow] = []
        self.set_buttons(
            parts.button(
                "役の話を読む", lambda: self.shell.open("guide", "steps:x-roles"), look=self.look, icon="book"
            ),
            parts.button("次へ：書類を見る", lambda: self.shell.open("papers"), look=self.look, primary=True),
        )

    def refresh(self) -> None:
        desk = self.shell.desk
        wanted = seats(desk.company, desk.library)
        if [(row.seat.id, row.seat.name) for row in self._rows] != [(seat.id, seat.name) for seat in wanted]:
            self._lay_out(wanted)
        names = [person.name for person in desk.company.staff]
        for row in self._rows:
            row.show(names)
        warned = conflicts(desk.company, desk.library)
        parts.set_prose(self._notes, "\n".join(warned))
        self._notes.setVisible(bool(warned))
        filled = sum(1 for seat in wanted if holder(desk.company, seat.id))
        left = len(wanted) - filled
        stand = f"{filled} / {len(wanted)}役が決まりました。" if left else "役はすべて決まりました。"
        self.set_footer(stand, "役の名は、規程と役割分担表にそのまま出ます。あとで変えられます。")

    def focus_on(self, focus: str) -> None:
        for row in self._rows:
            if row.seat.id == focus:
                row.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, seat: Seat, person: str, deputy: str, phone: str) -> None:
        """Write who sits there; a name that is new joins the people."""
        desk = self.shell.desk
        self.shell.attempt(lambda: firm.appoint_by_name(desk, seat.id, person, deputy, phone, name=seat.name))

    def _lay_out(self, wanted: list[Seat]) -> None:
        parts.clear(self._grid)
        for place, words in enumerate(("役", "決まった人", "いない時の代わり", "電話")):
            self._grid.addWidget(parts.text(words, "caption", "soft"), 0, place)
        self._rows = [SeatRow(self, seat) for seat in wanted]
        px = self.look.px
        for number, row in enumerate(self._rows):
            line = 2 * number + 1
            self._grid.addWidget(parts.hair(), line, 0, 1, 4)
            described = parts.column(
                parts.text(row.seat.name, "h2"), parts.prose(row.seat.role.small, "table", "soft"), spacing=px(6)
            )
            self._grid.addLayout(described, line + 1, 0)
            for column, field in enumerate((row.person, row.deputy, row.phone), 1):
                self._grid.addWidget(field, line + 1, column, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setRowStretch(2 * len(wanted) + 1, 1)


PAGE = StructurePage
