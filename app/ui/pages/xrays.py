"""気になる所: what contradicts itself in the company, one line each, and beside it the one way to where it is mended."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions import xrays
from app.domain.advice.xrays import Xray
from app.ui.breaths import AT_ONCE, Whole, breathe
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.kept import Kept

ROOM = 12
"""Between two lines."""


class XraysPage(Page):
    """The list; papers that are out of date join it a little later, for each of them is composed anew."""

    key = "xrays"

    def build(self) -> None:
        px = self.look.px
        self.set_title("気になる所", "台帳の中で、食い違っている所です。急ぐものから並んでいます。")
        self._lines = Kept(self._line, spacing=px(ROOM))
        self._none = text.prose("食い違っている所は、見つかりませんでした。台帳を直すたびに、見直します。", tone="soft")
        column = layout.column(self._none, self._lines.box)
        column.addStretch(1)
        self.body.addWidget(layout.scroll(layout.widget_with(column), "気になる所の一覧"), 1)
        self._here: list[Xray] = []
        self._old = xrays.out_of_date(self.shell.desk)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._look_on)

    def refresh(self) -> None:
        self._here = xrays.in_the_ledger(self.shell.desk)
        self._old = xrays.out_of_date(self.shell.desk)
        self._show([])
        self._idle.start(0)

    def _look_on(self) -> None:
        found = breathe(AT_ONCE / 2, self._old)
        if isinstance(found, Whole):
            self._show(found.made)
        else:
            self._idle.start(0)

    def _show(self, old: list[Xray]) -> None:
        found = [*self._here, *old]
        self._lines.show(found)
        self._none.setVisible(not found)
        if found:
            self.set_footer(
                f"気になる所 {len(found)}件", "一つ直すと、一覧から消えます。全部を今日直す必要はありません。"
            )
            first = found[0].to
            lead_on = partial(self.shell.open, first.page, first.focus)
            self.set_buttons(buttons.button("いちばん上から直す", lead_on, look=self.look, primary=True))
        else:
            self.set_footer("気になる所はありません。", "これは台帳に書いてあることだけを見たものです。")
            self.set_buttons(buttons.button("ホームへ", partial(self.shell.open, "home"), look=self.look, primary=True))

    def _line(self, one: Xray) -> QWidget:
        px = self.look.px
        way = buttons.link("直す所をひらく", partial(self.shell.open, one.to.page, one.to.focus), look=self.look)
        way.setAccessibleName(f"直す所をひらく：{one.text}")
        frame = layout.card()
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(16), px(10), px(16), px(10)), spacing=px(2))
        box.addWidget(text.text(one.kind.label, "caption", "soft"))
        box.addWidget(text.prose(one.text))
        box.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        return frame


PAGE = XraysPage
