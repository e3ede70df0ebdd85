"""年間の予定: twelve months from this one on, each with what is due in it; on paper as a month or as the year, and for other calendars."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.actions import dates
from app.domain.days import month as months
from app.domain.days import year
from app.domain.days.month import Month
from app.ui import on_paper
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.dues import line, lines
from app.ui.kit.fields import PullDown
from app.ui.kit.flow import Flow
from app.ui.kit.kept import Kept
from app.ui.on_paper import ListOnPaper
from app.ui.pages.year.parts import Part, overdue, part

if TYPE_CHECKING:
    from app.actions.papers.lists import Document

WHOLE_YEAR = "12か月（壁に貼る）"
ICS = "まもり帳の予定"


class YearPage(Page):
    """One part a month, what is behind its day before them. `focus_on` takes a month as 2026-12."""

    key = "year"

    def build(self) -> None:
        px = self.look.px
        self.set_title("年間の予定", "人・取引先・対策の期日と、一年のめぐりを、今月から12か月分並べます。")
        self._first = PullDown()
        self._first.setAccessibleName("会社の一年の始まりの月")
        for month in range(1, 13):
            self._first.addItem(f"{month}月", month)
        self._first.activated.connect(self._begin_in)
        self._sheet = PullDown()
        self._sheet.setAccessibleName("紙にする月")
        self._paper = ListOnPaper(self, self._on_paper, "この月には、紙にする予定がありません。")
        file = buttons.link("ほかの予定表に入れる（.ics）", self._save_ics, look=self.look, icon="calendar")
        top = Flow(
            layout.widget_with(layout.row(text.text("会社の一年の始まり"), self._first, spacing=px(8))),
            layout.widget_with(layout.row(text.text("紙にする月"), self._sheet, self._paper.button, spacing=px(8))),
            file,
            spacing=px(24),
        )
        note = "ほかの予定表に入れるファイルには、人と取引先の名前が入ります（秘密の名前は入りません）。置き場所に気をつけてください。"
        self._parts = Kept(self._part, spacing=px(10))
        inside = layout.column(top, text.prose(note, "caption", "soft"), self._parts.box, spacing=px(8))
        inside.addStretch(1)
        inside.setContentsMargins(0, 0, px(12), 0)
        self._area = layout.scroll(layout.widget_with(inside), "予定の一覧")
        self.body.addWidget(self._area, 1)
        self.set_buttons(
            buttons.button(
                "一年の予定の立て方を読む",
                partial(self.shell.open, "guide", "steps:x-calendar"),
                look=self.look,
                icon="book",
            )
        )

    def refresh(self) -> None:
        desk = self.shell.desk
        company, twelve = desk.company, months.twelve(desk.company)
        found = months.between(company, desk.library, "", twelve[-1].last)
        behind = overdue(company, found)
        parts = [part(company, desk.library, month, found) for month in twelve]
        shown = [Part("", "期日を過ぎたこと", lines=lines(company, behind)), *parts] if behind else parts
        self._parts.show(shown)
        self._first.setCurrentIndex(year.first_month(company) - 1)
        self._show_months(twelve)
        this = sum(1 for due in found if twelve[0].first <= due.day <= twelve[0].last and not due.done)
        late = f"期日を過ぎたことが{len(behind)}件、" if behind else ""
        self.set_footer(
            f"{late}今月のうちにすることが{this}件あります。"
            if late or this
            else "今月のうちにすることは、ありません。",
            "できなかった月のことは、来年に送ってかまいません。研修と、退職の備えだけは飛ばしません。",
        )

    def focus_on(self, focus: str) -> None:
        place = next((n for n, shown in enumerate(self._parts.shown) if shown.month == focus), -1)
        item = self._parts.box.itemAt(place) if place >= 0 else None
        if item is not None and (widget := item.widget()) is not None:
            self._area.ensureWidgetVisible(widget)

    def on_print(self) -> None:
        self._paper.print()

    # one part -------------------------------------------------------------------------------------------

    def _part(self, shown: Part) -> QWidget:
        px = self.look.px
        head = Flow(text.text(shown.title, "h2"), spacing=px(16))
        if shown.note:
            head.addWidget(text.text(shown.note, "caption", "soft"))
        box = layout.column(layout.hairline(), head, spacing=px(6))
        if shown.theme:
            to = partial(self.shell.open, "guide", f"calendar:{shown.theme}")
            words = text.text(f"この月の主なこと：{shown.theme_name}", "table", "soft")
            way = buttons.link("読む", to)
            way.setAccessibleName(f"読む：{shown.theme_name}")
            box.addLayout(Flow(words, way, spacing=px(16)))
        for due in shown.lines:
            box.addWidget(line(self.shell, due))
        box.setAlignment(Qt.AlignmentFlag.AlignTop)
        return layout.widget_with(box)

    # settings and paper ---------------------------------------------------------------------------------

    def _begin_in(self) -> None:
        month = int(self._first.currentData())
        if month != year.first_month(self.shell.desk.company):
            self.shell.attempt(lambda: dates.begin_year_in(self.shell.desk, month))

    def _show_months(self, twelve: tuple[Month, ...]) -> None:
        """The months that can be put on paper; the one that was chosen stays."""
        keys = [month.key for month in twelve]
        if [self._sheet.itemData(n) for n in range(self._sheet.count() - 1)] == keys:
            return
        chosen = self._sheet.currentData()
        self._sheet.clear()
        for month in twelve:
            self._sheet.addItem(month.name, month.key)
        self._sheet.addItem(WHOLE_YEAR, "")
        self._sheet.setCurrentIndex(max(0, self._sheet.findData(chosen)) if chosen is not None else 0)

    def _on_paper(self) -> "Document | None":
        from app.actions.papers import calendar

        company, library, chosen = self.shell.desk.company, self.shell.desk.library, self._sheet.currentData()
        if not chosen:
            return calendar.year_sheet(company, library)
        return calendar.month_sheet(company, library, months.read(chosen))

    def _save_ics(self) -> None:
        from app.actions.papers import calendar

        company, library, now = self.shell.desk.company, self.shell.desk.library, datetime.now().astimezone()
        on_paper.save(self, ICS, "ics", lambda path: calendar.write_ics(company, library, path, now), lambda: None)


PAGE = YearPage
