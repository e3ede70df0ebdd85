"""B 秘密の決定: what is to be secret and how much, one asset after another or many alike together."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.actions import decisions
from app.domain.advice import deciding
from app.domain.advice.deciding import Draft
from app.domain.advice.progress import to_check, undecided
from app.domain.words import Level
from app.ui.frame import Page
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.flow import Flow
from app.ui.on_paper import ListOnPaper
from app.ui.pages.decision.many import DecideMany
from app.ui.pages.decision.one import DecideOne

if TYPE_CHECKING:  # what is put on paper is imported when it is
    from app.actions.papers.lists import Document

TITLE = "B 秘密の決定"
ONE, MANY = "one", "many"
SAFE = "あとから何度でも変えられ、前の決定も記録に残ります。"


class DecisionPage(Page):
    """Two faces: one asset with its questions, or the whole list. The footer decides and leads on."""

    key = "decision"

    def build(self) -> None:
        px = self.look.px
        self.one = DecideOne(self.shell, self._show_frame)
        self.many = DecideMany(self.shell, self._show_frame, self.focus_on)
        self._faces = buttons.Choices(((ONE, "一件ずつ"), (MANY, "一覧で決める")), self._turn, "決め方")
        self._before = buttons.button("前", lambda: self._walk(-1), look=self.look, icon="left", small=True)
        self._after = buttons.button("後", lambda: self._walk(1), look=self.look, icon="right", small=True)
        self._after.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._before.setAccessibleName("前の情報（Alt＋↑）")
        self._after.setAccessibleName("後の情報（Alt＋↓）")
        self._left = text.text("", "table")
        self._paper = ListOnPaper(self, self._on_paper, "印刷する行が、まだありません。")
        self._check = buttons.link("", self._to_check)
        ways = (self._check, self._before, self._left, self._after, self.many.filter, self._paper.button)
        self._bar = layout.row(self._faces, None, *ways, spacing=px(10))
        self.body.addLayout(self._bar)
        self._stack = QStackedWidget()
        self._scrolls = {
            ONE: layout.scroll(self.one, "一件ずつ決める"),
            MANY: layout.scroll(self.many, "一覧で決める"),
            "": self._nothing(),
        }
        for face in self._scrolls.values():
            self._stack.addWidget(face)
        self.body.addWidget(self._stack, 1)
        self._face = ONE
        self._reopen = buttons.button("未決定に戻す", self._take_back)
        self._later = buttons.button("後で決める", self._put_off)
        self.go = buttons.button("", self._decide, look=self.look, primary=True)
        self.set_buttons(self._reopen, self._later, self.go)
        self._keys()

    def refresh(self) -> None:
        company = self.shell.desk.company
        if self.one.asset not in company.assets:
            first = company.listed[0].id if company.listed else ""
            self.one.turn_to(deciding.next_undecided(company) or first)
        elif self._face == ONE:
            self.one.refresh()
        if self._face == MANY:
            self.many.refresh()
        self._show_frame()

    def focus_on(self, focus: str) -> None:
        """Show one asset by its id, or the whole list."""
        if focus in self.shell.desk.company.assets:
            self._face = ONE
            self.one.turn_to(focus)
        elif focus == MANY:
            self._turn(MANY)

    def on_print(self) -> None:
        self._paper.print()

    def place(self) -> str:
        return MANY if self._face == MANY else self.one.asset

    def _on_paper(self) -> "Document | None":
        """The list as it is seen; all of it beside one asset."""
        from app.actions.papers import lists
        from app.actions.papers.lists import Shown

        company = self.shell.desk.company
        shown = self.many.shown if self._face == MANY else Shown([asset.id for asset in company.listed])
        return lists.decisions(company, shown) if shown.ids else None

    # the frame around the faces ---------------------------------------------------------------------------

    def _show_frame(self) -> None:
        company = self.shell.desk.company
        if not hasattr(self, "go"):
            return
        empty = not company.assets
        face = "" if empty else self._face
        self._stack.setCurrentWidget(self._scrolls[face])
        self._faces.choose(self._face)
        left = len(undecided(company))
        self._left.setText(f"残り {left}件" if left else "すべて決まりました")
        check = to_check(company)
        buttons.set_words(self._check, f"先に確かめる情報 {len(check)}件")
        self._check.setHidden(not check)
        self._faces.setHidden(empty)
        self._paper.button.setHidden(empty)
        for widget in (self._before, self._after, self._left):
            widget.setHidden(face != ONE)
        self.many.filter.setHidden(face != MANY)
        {ONE: self._frame_one, MANY: self._frame_many, "": self._frame_empty}[face]()

    def _frame_one(self) -> None:
        company, asset = self.shell.desk.company, self.one.asset
        row = company.assets[asset]
        self.set_title(f"B {row.name or '名前のない情報'}", "　".join(deciding.facts(company, row)))
        self._before.setEnabled(bool(deciding.neighbour(company, asset, -1)))
        self._after.setEnabled(bool(deciding.neighbour(company, asset, 1)))
        decided, draft = company.level_of(asset), self.one.draft
        following = deciding.next_undecided(company, asset)
        if self.one.held_back:
            self._frame_held(following)
            return
        self._reopen.setHidden(decided is None)
        self._later.setHidden(decided is not None or not following)
        if self.one.drafted and draft.level is not None:
            changing = decided is not None
            name = self._level_name(draft.level)
            self._offer("決定を変える" if changing else "決めて次の情報へ" if following else "決める")
            self.set_footer(f"「{name}」に{'変え' if changing else '決め'}ます。", self._whats_next(following) + SAFE)
        elif decided is not None:
            self._offer("次の未決定へ" if following else "次へ：C 対策")
            self.set_footer(
                f"「{self._level_name(decided)}」に決まっています。",
                "区分や理由を書き換えると、新しい決定になります。前の決定も記録に残ります。",
            )
        else:
            self._offer("決めて次の情報へ" if following else "決める", ready=False)
            keys = len(deciding.levels_offered(company))
            self.set_footer(
                f"「あなたの決定」で区分を選びます（キーの1〜{keys}でも）。", self._whats_next(following) + SAFE
            )

    def _frame_held(self, following: str) -> None:
        """Nothing is decided before the question is answered with 「ない」."""
        self._reopen.hide()
        self._later.hide()
        self._offer("次の未決定へ" if following else "次へ：C 対策")
        self.set_footer(
            "法律違反や通報に当たらないかを、先に確かめます。",
            "この情報は、区分がなくても「決まった」数に入れています。",
        )

    def _frame_many(self) -> None:
        count, draft = len(self.many.chosen), self.many.draft
        self.set_title(TITLE, "似た情報は、まとめて決められます。")
        self._reopen.hide()
        self._later.hide()
        if count and draft.level is not None:
            ready, stand = True, f"{count}件をまとめて決めます。"
            words = f"{count}件を「{self._level_name(draft.level)}」に決める"
        elif not count and self._all_decided:
            ready, words, stand = True, "次へ：C 対策", "すべて決まりました。"
        else:
            ready, words = False, "選んだ行を決める"
            stand = f"{count}件を選びました。次に、区分を選びます。" if count else "まず、表の行を選びます。"
        self._offer(words, ready=ready)
        self.set_footer(stand, f"一度の「元に戻す」で、まとめて戻せます。{SAFE}")

    @property
    def _all_decided(self) -> bool:
        return not undecided(self.shell.desk.company)

    def _frame_empty(self) -> None:
        self.set_title(TITLE, "洗い出した情報を一つずつ見て、秘密にするかどうかを決めます。")
        self._reopen.hide()
        self._later.hide()
        self._offer("A 洗い出しを始める")
        self.set_footer(
            "決める情報が、まだありません。",
            "先に、会社にある大事な情報を書き出します。よくある情報の一覧から選べます。",
        )

    def _offer(self, words: str, *, ready: bool = True) -> None:
        buttons.set_words(self.go, words.replace("&", "&&"))
        self.go.setEnabled(ready)

    def _level_name(self, level: Level) -> str:
        return text.short(self.shell.desk.company.level_name(level), 12)

    def _whats_next(self, following: str) -> str:
        company = self.shell.desk.company
        return f"次は「{text.short(company.assets[following].name, 16)}」。" if following else ""

    # what the owner does ----------------------------------------------------------------------------------

    def _decide(self) -> None:
        company = self.shell.desk.company
        if not company.assets:
            self.shell.open("inventory")
        elif self._face == MANY and self.many.chosen:
            told = self._write(self.many.chosen, self.many.draft)
            if told is not None:
                self.many.start_anew()
                (self.go if self._all_decided else self.many.table).setFocus()
            if told:
                self.shell.tell(told)
        elif self._face == MANY:
            self.shell.open("measures")
        elif self.one.drafted:
            changing = company.level_of(self.one.asset) is not None
            if self._write([self.one.asset], self.one.draft) == "":
                self.one.forget_draft()
                if not changing:
                    self._on_to_next()
        elif deciding.next_undecided(company, self.one.asset):
            self._on_to_next()
        else:
            self.shell.open("measures")

    def _write(self, assets: list[str], draft: Draft) -> str | None:
        """What is held back, in words; None where nothing could be written."""
        level = draft.level
        if level is None or not assets:
            return None
        desk = self.shell.desk
        today = desk.company.on
        return self.shell.attempt(lambda: decisions.decide(desk, assets, level, draft.reason, by=draft.by, on=today))

    def _on_to_next(self) -> None:
        following = deciding.next_undecided(self.shell.desk.company, self.one.asset)
        if following:
            self.one.turn_to(following)

    def _to_check(self) -> None:
        """The first that is to be made sure of, behind the one that is seen."""
        check = to_check(self.shell.desk.company)
        here = check.index(self.one.asset) + 1 if self.one.asset in check and self._face == ONE else 0
        self.focus_on(check[here % len(check)])

    def _put_off(self) -> None:
        self.one.turn_to(deciding.next_undecided(self.shell.desk.company, self.one.asset) or self.one.asset)

    def _take_back(self) -> None:
        desk, asset = self.shell.desk, self.one.asset
        self.shell.attempt(lambda: decisions.reopen(desk, asset))

    def _walk(self, steps: int) -> None:
        there = deciding.neighbour(self.shell.desk.company, self.one.asset, steps)
        if there and self._face == ONE:
            self.one.turn_to(there)

    def _turn(self, face: object) -> None:
        self._face = str(face) if face else self._face
        self.refresh()

    def _keys(self) -> None:
        def press(number: int) -> None:
            if not (self._face == ONE and self.one.held_back):
                (self.one if self._face == ONE else self.many).verdict.levels.press(number)

        for number in range(1, 5):
            self._key(str(number), partial(press, number))
        self._key("Alt+Up", lambda: self._walk(-1))
        self._key("Alt+Down", lambda: self._walk(1))
        self._key("Ctrl+Return", self.go.click)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, act)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _nothing(self) -> QWidget:
        """What belongs here, and one example."""
        px = self.look.px
        inside = QWidget()
        box = layout.column(
            text.prose("一件ごとに二つの問いに答えると、区分の提案と理由が出ます。決めるのは、あなたです。"),
            spacing=px(16),
        )
        chip = chips.level_chip(Level.SECRET, self.shell.desk.company.level_name(Level.SECRET))
        example = Flow(
            text.text("例", "caption", "soft"),
            text.text("加工条件表　　製造", "body", "soft"),
            chip,
            text.text("20年かけて作った条件で、価格の根拠になるため", "table", "soft"),
            spacing=px(14),
        )
        box.addWidget(layout.hairline())
        box.addLayout(example)
        box.addWidget(layout.hairline())
        box.addStretch(1)
        inside.setLayout(box)
        return inside


PAGE = DecisionPage
