"""証拠の貯金: the booklet of what was decided, made final, signed and printed, the newest first; printed as a list."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import dates
from app.domain.days.seals import Seal, seals
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.kept import Kept
from app.ui.on_paper import ListOnPaper

if TYPE_CHECKING:
    from app.actions.papers.lists import Document

MOST = 200
"""Seals that are shown; all of them are printed."""


class SealsPage(Page):
    """One card a seal."""

    key = "seals"

    def build(self) -> None:
        px = self.look.px
        self.set_title(
            "証拠の貯金", "秘密として守ってきた跡です。決めた日、署名の日、確定した日が、後から効いてきます。"
        )
        self._cards = Kept(self._card, spacing=px(10))
        nothing = "まだ一つもありません。区分を一つ決めるか、書類を一つ確定すると、ここに一つ目が押されます。"
        self._none = text.prose(nothing, tone="soft")
        self._paper = ListOnPaper(self, self._on_paper, "印刷するものが、まだありません。")
        column = layout.column(layout.row(None, self._paper.button), self._none, self._cards.box)
        column.addStretch(1)
        self.body.addWidget(layout.scroll(layout.widget_with(column), "証拠の一覧"), 1)
        home = buttons.button("ホームへ", partial(self.shell.open, "home"), look=self.look, primary=True)
        self.set_buttons(home)

    def refresh(self) -> None:
        found = self._found()
        self._cards.show(found[:MOST])
        self._none.setVisible(not found)
        self.set_footer(
            f"証拠 {len(found)}個", "日付は台帳に書いたものです。消したり直したりした跡も、台帳の記録に残ります。"
        )

    def on_print(self) -> None:
        self._paper.print()

    def _found(self) -> list[Seal]:
        forms = self.shell.desk.forms
        return seals(self.shell.desk.company, {form.id: form.title for form in forms.values()})

    def _on_paper(self) -> "Document | None":
        from app.actions.papers import lists

        found = self._found()
        return lists.booklet(self.shell.desk.company, found) if found else None

    def _card(self, seal: Seal) -> QWidget:
        px = self.look.px
        day = dates.written(seal.day, self.shell.desk.company.profile.western_dates)
        way = buttons.link("ひらく", partial(self.shell.open, seal.to.page, seal.to.focus), look=self.look)
        way.setAccessibleName(f"ひらく：{seal.text}")
        frame = layout.card()
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(16), px(8), px(16), px(8)), spacing=px(2))
        box.addWidget(text.text(f"{day}　{seal.kind.label}", "caption", "soft"))
        box.addLayout(layout.row(text.prose(seal.text), way, stretch=False))
        box.setAlignment(Qt.AlignmentFlag.AlignTop)
        return frame


PAGE = SealsPage
