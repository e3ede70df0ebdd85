"""C 対策: what is done against leaks — first 「今日の4つ」, then the map of the ways a leak takes and the aims of what is done."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.advice import balance
from app.domain.advice.coverage import Cell, grid
from app.domain.advice.recommendation import Advice, advise
from app.domain.words import Level, Purpose, Route
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.panes import Panes
from app.ui.on_paper import ListOnPaper
from app.ui.pages.measures.cell import CellPanel
from app.ui.pages.measures.side import MapSide
from app.ui.pages.measures.starters import Starters, open_starters

if TYPE_CHECKING:  # what is put on paper is imported when it is
    from app.actions.papers.lists import Document

TITLE = "C 対策"
TODAY = "today"
MAP, EMPTY = "map", ""
SAFE = "全部やる必要はありません。後で変えられます。"


class MeasuresPage(Page):
    """Two faces: the starter set while it is open, and the map with the measures of the chosen cell beside it."""

    key = "measures"

    def build(self) -> None:
        self._level: Level | None = None
        self._advice: Mapping[str, Advice] = {}
        self._cells: dict[tuple[Route, Purpose], Cell] = {}
        self._stack = QStackedWidget()
        self._starters = Starters(self.shell)
        self._paper = ListOnPaper(self, self._on_paper, "印刷する対策が、まだありません。")
        self._side = MapSide(self.shell, self._filter_by, lambda: self._fold_today(True), self._paper.button)
        self.map = self._side.map
        self.panel = CellPanel(self.shell)
        self._panes = Panes(
            self.look,
            self.panel,
            layout.scroll(self._side, "対策の地図"),
            opens="この升の対策を見る",
            closes="地図に戻る",
            width=348,
            room=520,
            right=True,
        )
        self._faces = {TODAY: layout.scroll(self._starters, "今日の4つ"), MAP: self._panes, EMPTY: self._nothing()}
        for face in self._faces.values():
            self._stack.addWidget(face)
        self._ask = self._asking()
        self.body.addWidget(self._ask)
        self.body.addWidget(self._stack, 1)
        self._face = TODAY if self._today_is_open() else MAP
        self._on = buttons.button("X 社内体制へ", lambda: self.shell.open("structure"))
        self._go = buttons.button("", self._lead_on, look=self.look, primary=True)
        self.set_buttons(self._on, self._go)
        self.map.selectionModel().currentChanged.connect(lambda *_: self._show_cell())
        self.map.activated.connect(lambda _: self._into_cell())
        self.map.clicked.connect(lambda _: self._panes.show_side())
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.panel, self._back_to_map)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        desk = self.shell.desk
        if self._level not in (None, *desk.company.profile.levels):
            self._level = None
        self._advice = desk.advice if self._level is None else advise(desk.company, desk.library, self._level)
        self._cells = grid(desk.company, desk.library, self._advice)
        self._ask.setHidden(bool(desk.company.profile.circumstances) or not desk.company.assets)
        self._starters.refresh()
        self._side.show_map(self._cells, self._level)
        if not self.map.currentIndex().isValid():
            start = (balance.gaps(self._cells) or list(self._cells.values()))[0]
            self._choose(start.route, start.purpose)  # which shows it
        else:
            self._show_cell()

    def focus_on(self, focus: str) -> None:
        """「今日の4つ」, a cell as route:purpose, or a measure by its id."""
        measure = self.shell.desk.library.measures.get(focus)
        route, _, purpose = focus.partition(":")
        if focus == TODAY:
            self._face = TODAY
        elif measure:
            self._face = MAP
            self._choose(measure.route, measure.purpose)
            self._panes.show_side()
            self.panel.show_measure(measure.id)
        elif route in set(Route) and purpose in set(Purpose):
            self._face = MAP
            self._choose(Route(route), Purpose(purpose))
        self._show_frame()

    def on_print(self) -> None:
        self._paper.print()

    def place(self) -> str:
        return TODAY if self._face == TODAY else ":".join(self._key)

    def _on_paper(self) -> "Document | None":
        """The measures of the map as it is drawn, None while there is nothing to guard."""
        from app.actions.papers import lists

        company = self.shell.desk.company
        if self._stack.currentWidget() is self._faces[EMPTY]:
            return None
        rows = lists.on_the_map(company, self.shell.desk.library, self._advice, self._cells.values())
        picked = f"{company.level_name(self._level)}の情報を守る対策" if self._level else ""
        return lists.measures(company, rows, picked) if rows else None

    # showing ----------------------------------------------------------------------------------------------

    @property
    def _key(self) -> tuple[Route, Purpose]:
        return self._side.model.key(self.map.currentIndex())

    def _choose(self, route: Route, purpose: Purpose) -> None:
        self.map.setCurrentIndex(self._side.model.index_of(route, purpose))

    def _show_cell(self) -> None:
        if self._cells and self.map.currentIndex().isValid():
            self.panel.show_cell(self._cells[self._key], self._advice)
            self._show_frame()

    def _show_frame(self) -> None:
        company = self.shell.desk.company
        guarded = sum(balance.guarded(company).values())
        empty = not guarded and not company.choices
        self._stack.setCurrentWidget(self._faces[EMPTY if empty else self._face])
        self._on.setVisible(not empty and self._face == MAP)
        if empty:
            self._frame_empty(bool(company.assets))
        elif self._face == TODAY:
            self._frame_today()
        else:
            self._frame_map()

    def _frame_today(self) -> None:
        left = len(open_starters(self.shell.desk.company, self.shell.desk.library))
        self.set_title(TITLE, "「今日の4つ」。費用のほとんどかからないことから始めます。")
        buttons.set_words(self._go, "残りは後で。地図を見る" if left else "対策の地図を見る")
        self.set_footer(f"今日の4つ：あと{left}つ" if left else "今日の4つは、すべて決まりました。", SAFE)

    def _frame_map(self) -> None:
        self.set_title(TITLE, "漏れる道ごとに、ムリ・ムダ・ムラなく選びます。")
        gaps = balance.gaps(self._cells)
        following = balance.next_gap(self._cells, self._key)
        buttons.set_words(self._go, "次の空きを見る" if following else "次へ：X 社内体制")
        self._on.setVisible(following is not None)
        if following:
            easy = balance.easy_ones(following, self.shell.desk.library, self._advice)
            self.set_footer(f"空いている所 {len(gaps)}か所", easy or SAFE)
        else:
            self.set_footer("空いている所は、いま見ている升だけです。" if gaps else "空いている所はありません。", SAFE)

    def _frame_empty(self, listed: bool) -> None:
        self.set_title(TITLE, "漏れる道ごとに、無理なく続く対策を選びます。")
        buttons.set_words(self._go, "B 秘密の決定へ" if listed else "A 洗い出しを始める")
        why = "秘密にする情報が、まだ決まっていません。" if listed else "守る情報が、まだありません。"
        self.set_footer(why, "守る情報が決まると、会社に合う対策と、その理由が出ます。")

    # what the owner does ----------------------------------------------------------------------------------

    def _lead_on(self) -> None:
        company = self.shell.desk.company
        following = balance.next_gap(self._cells, self._key)
        if self._stack.currentWidget() is self._faces[EMPTY]:
            self.shell.open("decision" if company.assets else "inventory")
        elif self._face == TODAY:
            self._fold_today(False)
        elif following:
            self._choose(following.route, following.purpose)
        else:
            self.shell.open("structure")

    def _fold_today(self, opened: bool) -> None:
        """Open 「今日の4つ」 or put it away; it is remembered."""
        self.shell.settings.unfold(TODAY, opened)
        self._face = TODAY if opened else MAP
        self._show_frame()

    def _today_is_open(self) -> bool:
        left = open_starters(self.shell.desk.company, self.shell.desk.library)
        return bool(left) and self.shell.settings.unfolded(TODAY, first=True)

    def _filter_by(self, level: Level | None) -> None:
        self._level = level
        self.refresh()

    def _into_cell(self) -> None:
        self._panes.show_side()
        self.panel.take_focus()

    def _back_to_map(self) -> None:
        self._panes.show_main()
        self.map.setFocus()

    # the parts --------------------------------------------------------------------------------------------

    def _asking(self) -> QWidget:
        """While we do not know what is the case in this company, we ask for it; advice depends on it."""
        px = self.look.px
        strip = layout.card()
        words = text.prose(
            "「うちに当てはまること」が、まだ選ばれていません。選ぶと、勧める対策が会社に合います。", "table"
        )
        choose = buttons.button("当てはまることを選ぶ", lambda: self.shell.open("ledger", "circumstances"), small=True)
        line = QHBoxLayout(strip)
        layout.spaced(line, margins=(px(16), px(8), px(12), px(8)), spacing=px(12))
        line.addWidget(words, 1)
        line.addWidget(choose)
        return strip

    def _nothing(self) -> QWidget:
        """What belongs here, and one example."""
        px = self.look.px
        example = Flow(
            text.text("例", "caption", "soft"),
            text.text("従業員等 × 秘密と分かる", "table", "soft"),
            text.text("秘密のものに「秘」と表示する", "body", "soft"),
            text.text("手間 ■□□ 軽い", "caption", "soft"),
            spacing=px(14),
        )
        words = "社員、辞める人、取引先、外の人。漏れる道ごとに、この会社に効く対策を理由とともに勧めます。選ぶのは、あなたです。"
        box = layout.column(text.prose(words), layout.hairline(), example, layout.hairline(), spacing=px(14))
        box.addStretch(1)
        return layout.widget_with(box)


PAGE = MeasuresPage
