"""X 社内体制: who holds which seat, as a drawing and as fields. One person may hold several; it works for 3 people and for 100."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions import firm
from app.domain.advice.conflicts import conflicts
from app.domain.advice.roles import Proposal, proposals, stands_alone
from app.domain.ledger.people import label
from app.domain.ledger.seats import Seat, filled, seats
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.fold import FoldButton
from app.ui.pages.structure.chart import ChartView
from app.ui.pages.structure.seat import SeatRow
from app.ui.unsaved import Typed

PROPOSED = "空いている役に、名簿から人を提案しています。理由は役ごとに書きました。決めるまで、台帳には入りません。"


class StructurePage(Page):
    """The chart, then one row a seat: what it is for, who, the deputy, the telephone number where it matters."""

    key = "structure"

    def build(self) -> None:
        px = self.look.px
        self.set_title("X 社内体制", "誰が責任を持つかを決めます。兼ねてもかまいません。")
        self._notes = text.prose("", "table", "soft")
        self._why = text.prose(PROPOSED, "table", "soft")
        self._one = buttons.button("", self._take_one_name, small=True)
        self._all = buttons.button("", self._take_all, small=True)
        self._fold = FoldButton(self.look, self._show_drawing)
        self._fold.say("体制図")
        self._fold.setChecked(True)
        self.chart = ChartView(self.look, self._go_to_seat)
        inside = QWidget()
        self._seats = QVBoxLayout(inside)
        layout.spaced(self._seats, margins=(0, px(12), 0, 0), spacing=px(12))
        drawn = layout.row(self.chart, stretch=False)
        on_paper = Flow(
            self._fold,
            buttons.link("体制図を紙にする", lambda: self.shell.open("papers", "role-chart")),
            buttons.link("会社の方針を一枚にする", lambda: self.shell.open("papers", "policy")),
            spacing=px(20),
        )
        whole = layout.column(
            self._notes, self._why, layout.row(self._all, self._one), on_paper, drawn, inside, spacing=px(10)
        )
        layout.spaced(whole, margins=(0, 0, px(12), 0), spacing=px(10))
        self._area = layout.scroll(layout.widget_with(whole), "役の一覧")
        self.body.addWidget(self._area, 1)
        self._rows: list[SeatRow] = []
        self._proposals: list[Proposal] = []
        self.set_buttons(
            buttons.button(
                "役の話を読む", lambda: self.shell.open("guide", "steps:x-roles"), look=self.look, icon="book"
            ),
            buttons.button("次へ：書類を見る", lambda: self.shell.open("papers"), look=self.look, primary=True),
        )

    def refresh(self) -> None:
        company = self.shell.desk.company
        wanted = seats(company)
        if [(row.seat.id, row.seat.name) for row in self._rows] != [(seat.id, seat.name) for seat in wanted]:
            self._lay_out(wanted)
        names = [label(company, person.id) for person in company.staff]
        self._proposals = proposals(company, self.shell.desk.library.roles)
        proposed = {one.seat.id: one for one in self._proposals}
        for row in self._rows:
            row.show_held(company, names, proposed.get(row.seat.id))
        self.chart.show_company(company)
        self._show_notes()
        taken = sum(filled(company, seat.id) for seat in wanted)
        self._show_ways(len(wanted) - taken)
        stand = f"{taken} / {len(wanted)}役が決まりました。" if taken < len(wanted) else "役はすべて決まりました。"
        self.set_footer(stand, "役の名は、規程と役割分担表にそのまま出ます。後で変えられます。")

    def focus_on(self, focus: str) -> None:
        for row in self._rows:
            if row.seat.id == focus:
                row.person.setFocus(Qt.FocusReason.OtherFocusReason)
                QTimer.singleShot(0, row, partial(self._area.ensureWidgetVisible, row))  # once it has its place

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

    def _show_notes(self) -> None:
        """What should not stay so."""
        company = self.shell.desk.company
        said = [words for words in (*conflicts(company), stands_alone(company)) if words]
        self._notes.setText("\n".join(said))
        self._notes.setVisible(bool(said))

    def _show_ways(self, left: int) -> None:
        """All proposals at once; where the list of people says nothing, one name for every seat."""
        count, name = len(self._proposals), firm.first_name(self.shell.desk)
        buttons.set_words(self._all, f"提案どおりに、{count}役を決める")
        buttons.set_words(self._one, f"空いている{left}役を、ひとまず全部 {text.short(name)}さんにする")
        for way in (self._all, self._why):
            way.setVisible(count > 0)
        self._all.setVisible(count > 1)
        self._one.setVisible(bool(name) and left > 1 and not count)

    def _show_drawing(self, shown: bool) -> None:
        self.chart.setVisible(shown)

    def _go_to_seat(self, number: int) -> None:
        self.focus_on(self._rows[number].seat.id)

    def _take(self, *taken: Proposal) -> None:
        desk = self.shell.desk
        self.shell.attempt(lambda: firm.take_proposals(desk, taken))

    def _take_all(self) -> None:
        self._take(*self._proposals)

    def _take_one_name(self) -> None:
        """「全部社長で」: a company that has listed nobody yet begins so."""
        desk = self.shell.desk
        self.shell.attempt(lambda: firm.appoint_everywhere(desk, firm.first_name(desk)))

    def _lay_out(self, wanted: list[Seat]) -> None:
        roles = self.shell.desk.library.roles
        layout.clear(self._seats)
        self._rows = [SeatRow(self.look, seat, roles[seat.role].small, self.save, self._take) for seat in wanted]
        for row in self._rows:
            self._seats.addWidget(row)
            self._seats.addWidget(layout.hairline())
        self._seats.addStretch(1)


PAGE = StructurePage
