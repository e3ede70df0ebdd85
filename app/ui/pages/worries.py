"""困りごと: entered by what is on the owner's mind, in their own words; each leads to what to do first, cases and measures."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions import reading
from app.domain.folding import plain_fold
from app.domain.handbook.library import WORRIES, Worry
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import PullDown, TextLine
from app.ui.kit.panes import Panes
from app.ui.kit.reader import Reader, destination
from app.ui.kit.two_lines import TwoLines


class WorriesPage(Page):
    """The worries by group, and beside them what to do. `focus_on` takes a worry's id."""

    key = "worries"

    def build(self) -> None:
        self.set_title("困りごと", "いま気になっていることから、することと読むページへ進みます。")
        self._shown = ""
        self.reader = Reader(self.look)
        self.reader.followed.connect(self._follow)
        self._panes = Panes(
            self.look,
            self._left(),
            self.reader,
            opens="困りごとの一覧をひらく",
            closes="本文にもどる",
            width=300,
            room=420,
        )
        self.body.addWidget(self._panes, 1)
        self._read = buttons.button("くわしいページを読む", self._open_page, look=self.look, primary=True)
        self.set_buttons(
            buttons.button("ほかの言葉でさがす", lambda: self.shell.open("search"), look=self.look, icon="search"),
            self._read,
        )
        self._list_worries()

    def focus_on(self, focus: str) -> None:
        if focus in self.shell.desk.library.worries:
            self._field.clear()
            self._group.setCurrentIndex(0)
            self._list_worries()
            self._show(focus)

    def place(self) -> str:
        return self._shown

    def _left(self) -> QWidget:
        px = self.look.px
        self._field = TextLine()
        self._field.setPlaceholderText("言葉で絞る")
        self._field.setAccessibleName("困りごとを言葉で絞る")
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(lambda _: self._list_worries())
        self._group = PullDown()
        self._group.setAccessibleName("困りごとの種類で絞る")
        for words in ("すべての困りごと", *WORRIES):
            self._group.addItem(words)
        self._group.activated.connect(lambda _: self._list_worries())
        self.list = TwoLines(self.look, "困りごとの一覧")
        self.list.chosen.connect(self._show)
        self.list.taken.connect(lambda _: self._panes.show_main())
        self._none = text.prose("当てはまるものがありません。言葉を短くしてみてください。", tone="soft")
        box = QWidget()
        column = QVBoxLayout(box)
        layout.spaced(column, spacing=px(8))
        for widget in (self._field, self._group, self._none):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        return box

    def _sorted(self) -> list[Worry]:
        return sorted(self.shell.desk.library.worries.values(), key=lambda worry: (worry.order, worry.id))

    def _list_worries(self) -> None:
        wanted, group = plain_fold(self._field.text()), self._group.currentIndex() and self._group.currentText()
        found = [
            worry
            for worry in self._sorted()
            if wanted in plain_fold(worry.title + worry.group) and (not group or worry.group == group)
        ]
        self.list.fill((worry.id, worry.title, worry.group) for worry in found)
        self._none.setVisible(not found)
        ids = self.list.listed()
        self._show(self._shown if self._shown in ids else ids[0] if ids else "")

    def _show(self, worry: str) -> None:
        fresh, self._shown = worry != self._shown, worry
        self.list.show_chosen(worry)
        if not worry:
            self.reader.clear()
        elif fresh:
            self.reader.show_text(reading.open_text(self.shell.desk, f"worries:{worry}"))
        self._read.setEnabled(bool(worry))
        total = len(self.shell.desk.library.worries)
        self.set_footer(f"困りごと {total}件のうち {self.list.count()}件", "急ぐ時は、左下の「もしもの時」へ。")

    def _open_page(self) -> None:
        kind, _, entry = self.shell.desk.library.worries[self._shown].page.partition(":")
        if kind == "cases":
            self.shell.open("cases", entry)
        elif kind == "forms":
            self.shell.open("papers", entry)
        else:
            self.shell.open("guide", f"{kind}:{entry}")

    def _follow(self, link: str, entry: str) -> None:
        page, focus = destination(link, entry)
        self.shell.open(page, focus)


PAGE = WorriesPage
