"""手引き: the handbook to read from はじめに to Z, then measures, terms, contacts and surveys, with the contents at the left."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions import reading
from app.domain import dates
from app.domain.handbook.contents import contents
from app.domain.handbook.library import ENTRY_KINDS
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.contents import Contents
from app.ui.kit.fields import TextLine
from app.ui.kit.panes import Panes
from app.ui.kit.reader import Reader, destination
from app.ui.printing import print_text


class GuidePage(Page):
    """One text at a time; `focus_on` takes kind:id, such as steps:balance or measures:cameras."""

    key = "guide"

    def build(self) -> None:
        self.set_title("手引き", "ハンドブックの考え方と対策を、順に読めます。青い言葉を押すと、そのページへ移ります。")
        self._shown, self._text = "", reading.Text("", "", "")
        self._places: dict[str, tuple[str, int, int]] = {}
        self.reader = Reader(self.look)
        self.reader.followed.connect(self._follow)
        self._panes = Panes(
            self.look, self._left(), self._right(), opens="目次をひらく", closes="本文にもどる", width=280, room=420
        )
        self.body.addWidget(self._panes, 1)
        self._previous = buttons.button("前のページ", lambda: self._turn(-1))
        self._next = buttons.button("次のページ", lambda: self._turn(1), look=self.look, primary=True)
        print_it = buttons.button("印刷", self._print, look=self.look, icon="print")
        self.set_buttons(self._previous, print_it, self._next)
        self._show(self._order[0])

    def refresh(self) -> None:
        if self._text.pictures:
            self._text = reading.open_text(self.shell.desk, self._shown)
            self.reader.show_again(self._text)
        self._show_choice()

    def focus_on(self, focus: str) -> None:
        kind, _, entry = focus.partition(":")
        if kind in ENTRY_KINDS and entry in getattr(self.shell.desk.library, kind):
            self._show(focus)
            self._panes.show_main()

    def on_print(self) -> None:
        self._print()

    def place(self) -> str:
        return self._shown

    def show_key(self, key: str) -> None:
        """Turn to a text; the way back leads to the one before."""
        if key != self._shown:
            self.shell.remember()
            self._show(key)

    # the two sides --------------------------------------------------------------------------------------

    def _left(self) -> QWidget:
        self._find = TextLine()
        self._find.setAccessibleName("目次を言葉で絞る")
        self._find.setPlaceholderText("目次を言葉で絞る")
        self._find.setClearButtonEnabled(True)
        self.contents = Contents(self.look, "目次")
        self._find.textChanged.connect(self.contents.keep)
        self.contents.chosen.connect(self.show_key)
        self.contents.taken.connect(lambda _: self._panes.show_main())
        listed = []
        for section in contents(self.shell.desk.library):
            keys = [f"{section.kind}:{entry.id}" for entry in section.entries]
            self._places |= {key: (section.title, number, len(keys)) for number, key in enumerate(keys, 1)}
            listed.append((section.title, [(key, e.title) for key, e in zip(keys, section.entries, strict=True)]))
        self._order = list(self._places)
        self.contents.fill(listed)
        return _box(self.look.px(8), self._find, self.contents)

    def _right(self) -> QWidget:
        px = self.look.px
        self._choice = text.text("", "table", wrap=True)
        self._decide = buttons.button("C 対策で決める", self._open_choice)
        self._strip = layout.card()
        row = QHBoxLayout(self._strip)
        layout.spaced(row, margins=(px(16), px(8), px(16), px(8)), spacing=px(12))
        row.addWidget(text.text("あなたの決定", "caption", "soft"))
        row.addWidget(self._choice, 1)
        row.addWidget(self._decide)
        return _box(px(8), self.reader, self._strip)

    # turning pages --------------------------------------------------------------------------------------

    def _show(self, key: str) -> bool:
        text = self.shell.attempt(lambda: reading.open_text(self.shell.desk, key))
        if text is None:
            return False
        self._shown, self._text = key, text
        self.reader.show_text(text)
        self.contents.show_chosen(key)
        self._show_place()
        self._show_choice()
        return True

    def _turn(self, steps: int) -> None:
        here = self._order.index(self._shown) if self._shown in self._order else 0
        self.show_key(self._order[max(0, min(len(self._order) - 1, here + steps))])

    def _print(self) -> None:
        print_text(self.shell, self, self._text)

    def _follow(self, link: str, entry: str) -> None:
        self.shell.open(*destination(link, entry))

    # what stands around the text ------------------------------------------------------------------------

    def _show_place(self) -> None:
        section, number, total = self._places.get(self._shown, ("", 0, 0))
        at = self._order.index(self._shown) if section else -1
        following = self._order[at + 1 : at + 2]
        self._previous.setEnabled(at > 0)
        self._next.setEnabled(bool(following))
        self.set_footer(
            f"{section}　{number} / {total}" if section else "目次にないページです。",
            f"次は「{self._title_of(following[0])}」" if following else "",
        )

    def _title_of(self, key: str) -> str:
        kind, _, entry = key.partition(":")
        return str(getattr(self.shell.desk.library, kind)[entry].title)

    def _measure(self) -> str:
        kind, _, entry = self._shown.partition(":")
        return entry if kind == "measures" else ""

    def _show_choice(self) -> None:
        measure = self._measure()
        self._strip.setVisible(bool(measure))
        company = self.shell.desk.company
        choice = company.choices.get(measure)
        if choice is None:
            self._choice.setText("まだ決めていません")
            return
        who = company.person_name(choice.who)
        due = dates.written(choice.due, company.profile.western_dates)
        more = "・".join(filter(None, (f"{who}さん" if who else "", f"{due}まで" if due else "")))
        self._choice.setText(f"{choice.state.label}（{more}）" if more else choice.state.label)

    def _open_choice(self) -> None:
        self.shell.open("measures", self._measure())


def _box(spacing: int, *widgets: QWidget) -> QWidget:
    """Widgets one below the other, the first that can grow taking the room."""
    box = QWidget()
    column = QVBoxLayout(box)
    layout.spaced(column, spacing=spacing)
    for widget in widgets:
        column.addWidget(widget)
    return box


PAGE = GuidePage
