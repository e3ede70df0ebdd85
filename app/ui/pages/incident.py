"""Z もしもの時: one page at a time in large letters, and beside it whom to call. Here one reads; nothing is written down."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.actions import reading
from app.domain.days.incident import Call, calls
from app.domain.handbook import contents
from app.domain.handbook.library import Contact
from app.ui.frame import NARROW, Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.panes import Panes
from app.ui.kit.reader import LARGE, Reader, destination
from app.ui.kit.two_lines import TwoLines
from app.ui.look import Look
from app.ui.printing import print_text

FIRST = "steps:z-first-hour"
"""Where it opens: whoever comes here in need begins with the first hour, not with the chapter."""
FOUR = "触らない・消さない・一人でやらない・書き残す"


class IncidentPage(Page):
    """The chapter, page by page. `focus_on` takes steps:id of the chapter."""

    key = "incident"

    def build(self) -> None:
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(0, Band(self.look))
        self.set_title("Z　もしもの時")
        self._title.setProperty("tone", "shu")
        self._steps = [f"steps:{step.id}" for step in contents.chapter(self.shell.desk.library, "Z").entries]
        self._here = self._shown = ""
        self.body.addWidget(text.text(FOUR, "step", wrap=True))
        self.reader = Reader(self.look, LARGE)
        self.reader.followed.connect(self._follow)
        words = {"opens": "連絡先をひらく", "closes": "手順にもどる"}
        self._panes = Panes(self.look, self._people(), self.reader, width=300, room=520, right=True, **words)
        self.body.addWidget(self._panes, 1)
        self._first = buttons.button("最初にすること", lambda: self._show(FIRST))
        self._previous = buttons.button("前", self._go_back, look=self.look, icon="left")
        self._previous.setAccessibleName("前のページ")
        self._next = buttons.button("次", self._go_on, look=self.look, primary=True, large=True)
        self._next.setAccessibleName("次のページ")
        self._paper = buttons.button("印刷", self._print, look=self.look, icon="print")
        self.set_buttons(self._paper, self._first, self._previous, self._next)
        self._show(FIRST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where large letters leave little room, it goes to the text."""
        super().resizeEvent(event)
        narrow = self.width() < self.look.px(NARROW)
        self._paper.setHidden(narrow)
        self._next.setProperty("large", "false" if narrow else "true")
        buttons.restyle(self._next)

    def refresh(self) -> None:
        layout.clear(self._calls)
        desk = self.shell.desk
        for call in calls(desk.company):
            self._calls.addWidget(self._call(call))
        self._calls.addWidget(buttons.link("X 社内体制で決める・直す", lambda: self.shell.open("structure")))

    def focus_on(self, focus: str) -> None:
        if focus in self._steps:
            self._show(focus)

    def on_print(self) -> None:
        self._print()

    def place(self) -> str:
        return self._shown

    # whom to call ---------------------------------------------------------------------------------------

    def _people(self) -> QWidget:
        px = self.look.px
        inside = QWidget()
        column = QVBoxLayout(inside)
        layout.spaced(column, margins=(0, 0, px(10), px(10)), spacing=px(8))
        self._calls = QVBoxLayout()
        layout.spaced(self._calls, spacing=px(10))
        column.addWidget(text.text("会社の中の連絡先", "h2"))
        column.addLayout(self._calls)
        column.addSpacing(px(12))
        column.addWidget(layout.hairline())
        column.addWidget(text.text("外の相談先", "h2"))
        column.addWidget(self._contacts(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName("連絡先")
        area.setWidget(inside)
        return area

    def _call(self, call: Call) -> QWidget:
        """Who sits on a seat, the telephone, and whom to call otherwise; an empty seat says so."""
        if not call.person:
            return self._entry(text.text(call.name, "caption", "soft"), text.text("まだ決まっていません", tone="soft"))
        phone = text.text(f"電話 {call.phone}", "h2") if call.phone else text.text("電話は書いてありません", "caption")
        shown = [text.text(call.name, "caption", "soft"), text.text(call.person, "step", wrap=True), phone]
        if call.deputy:
            shown.append(text.text(f"つながらない時：{call.deputy}", "caption", "soft", wrap=True))
        return self._entry(*shown)

    def _entry(self, *widgets: QWidget) -> QWidget:
        box = QWidget()
        box.setLayout(layout.column(*widgets, spacing=self.look.px(3)))
        return box

    def _contacts(self) -> TwoLines:
        rows = TwoLines(self.look, "外の相談先", whole=True)
        listed = sorted(self.shell.desk.library.contacts.values(), key=lambda contact: contact.order)
        rows.fill((f"contacts:{one.id}", one.title, _phone(one)) for one in listed)
        rows.taken.connect(self._show)
        return rows

    # turning pages --------------------------------------------------------------------------------------

    def _show(self, key: str) -> None:
        """A page of the chapter; or, as an aside, a contact or a term, from which 「前」 leads back."""
        self._text = reading.open_text(self.shell.desk, key)
        self._shown = key
        self._here = key if key in self._steps else self._here
        self.reader.show_text(self._text)
        self._panes.show_main()
        at, aside = self._steps.index(self._here), key != self._here
        following = self._steps[at + 1 : at + 2]
        self._first.setEnabled(key != FIRST)
        self._previous.setEnabled(at > 0 or aside)
        self._next.setEnabled(bool(following) and not aside)
        if aside:
            self.set_footer(
                "手順の途中で、参考のページを見ています。", f"「前」で「{self._name(self._here)}」にもどります。"
            )
            return
        then = f"次は「{self._name(following[0])}」" if following else "これで終わりです。"
        self.set_footer(f"{len(self._steps)}ページのうち {at + 1}ページ目", then)

    def _name(self, step: str) -> str:
        return self.shell.desk.library.steps[step.removeprefix("steps:")].title

    def _go_back(self) -> None:
        aside = self._shown != self._here
        self._show(self._here if aside else self._steps[self._steps.index(self._here) - 1])

    def _go_on(self) -> None:
        self._show(self._steps[self._steps.index(self._here) + 1])

    def _print(self) -> None:
        print_text(self.shell, self, self._text)

    def _follow(self, link: str, entry: str) -> None:
        page, focus = destination(link, entry)
        if page == "guide":
            self._show(focus)
        else:
            self.shell.open(page, focus)


def _phone(contact: Contact) -> str:
    return f"電話 {contact.phone}（{contact.as_of}に確かめた番号）" if contact.phone else ""


class Band(QWidget):
    """The 朱 band at the top: here the notebook is in earnest."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._color = look.color("shu_fill")
        self.setFixedHeight(look.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._color)


PAGE = IncidentPage
