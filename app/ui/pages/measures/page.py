"""C 対策: what is done against leaks — the plan of what to begin when, and the map of the ways a leak takes and the aims of what is done."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.advice import agenda, balance
from app.domain.advice.agenda import Agenda
from app.domain.advice.coverage import Cell, grid
from app.domain.advice.recommendation import Advice, advise
from app.domain.words import Level, Purpose, Route
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.panes import Panes
from app.ui.on_paper import ListOnPaper
from app.ui.pages.measures.cell import CellPanel
from app.ui.pages.measures.plan import PlanFace
from app.ui.pages.measures.side import MapSide

if TYPE_CHECKING:  # what is put on paper is imported when it is
    from app.actions.papers.lists import Document

TITLE = "C 対策"
PLAN, MAP, EMPTY = "plan", "map", ""
FACES = ((PLAN, "計画"), (MAP, "地図"))
GUESSED = "分数は、まもり帳の見積りです。"
SAFE = "全部やる必要はありません。後で変えられます。"


class MeasuresPage(Page):
    """Two faces: the plan, and the map with the measures of the chosen cell beside it. Only the one that is seen is drawn anew."""

    key = "measures"

    def build(self) -> None:
        self._level: Level | None = None
        self._advice: Mapping[str, Advice] = {}
        self._cells: dict[tuple[Route, Purpose], Cell] = {}
        self._stack = QStackedWidget()
        self.plan = PlanFace(self.shell)
        self._agenda = self._planned()
        self._paper = ListOnPaper(self, self._on_paper, "印刷する対策が、まだありません。")
        self._thread = ListOnPaper(
            self, self._thread_on_paper, "対応表にする対策が、まだありません。採用すると、並びます。"
        )
        buttons.set_words(self._thread.button, "対策対応表")
        self._side = MapSide(self.shell, self._filter_by, self._follow)
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
        self._faces = {PLAN: self.plan, MAP: self._panes, EMPTY: self._nothing()}
        for face in self._faces.values():
            self._stack.addWidget(face)
        self._ask = self._asking()
        self._turns = buttons.Choices(FACES, self._turn, "見かた")
        self._bar = layout.widget_with(layout.row(self._turns, None, self._thread.button, self._paper.button))
        self.body.addWidget(self._ask)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._stack, 1)
        self._face = PLAN if self._agenda.suggested else MAP
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
        self._ask.setHidden(bool(desk.company.profile.circumstances) or not desk.company.assets)
        self._agenda = self._planned()
        if self._face == PLAN:
            self.plan.show_plan(self._agenda, desk.advice)
        else:
            self._refresh_map()
        self._show_frame()

    def _planned(self) -> Agenda:
        desk = self.shell.desk
        return agenda.agenda(desk.company, desk.library, desk.advice)

    def _refresh_map(self) -> None:
        desk = self.shell.desk
        if self._level not in (None, *desk.company.profile.levels):
            self._level = None
        self._advice = desk.advice if self._level is None else advise(desk.company, desk.library, self._level)
        self._cells = grid(desk.company, desk.library, self._advice)
        self._side.show_map(self._cells, self._level)
        if not self.map.currentIndex().isValid():
            start = (balance.gaps(self._cells) or list(self._cells.values()))[0]
            self._choose(start.route, start.purpose)  # which shows it
        else:
            self._show_cell()

    def focus_on(self, focus: str) -> None:
        """The plan, the map, a cell as route:purpose, or a measure by its id."""
        measure = self.shell.desk.library.measures.get(focus)
        route, _, purpose = focus.partition(":")
        if focus in (PLAN, MAP):
            self._turn(focus)
        elif measure:
            self._turn(MAP)
            self._choose(measure.route, measure.purpose)
            self._panes.show_side()
            self.panel.show_measure(measure.id)
        elif route in set(Route) and purpose in set(Purpose):
            self._turn(MAP)
            self._choose(Route(route), Purpose(purpose))

    def _turn(self, face: object) -> None:
        """The other face, and it is drawn as the company is now."""
        self._face = str(face) if face else self._face
        self.refresh()

    def _follow(self, focus: str) -> None:
        """Where a sentence below the map leads."""
        self.focus_on(focus)
        self.shell.remember()

    def on_print(self) -> None:
        self._paper.print()

    def place(self) -> str:
        return PLAN if self._face == PLAN else ":".join(self._key)

    def _on_paper(self) -> "Document | None":
        """The plan, or the measures of the map as it is drawn; None while there is nothing to guard."""
        from app.actions.papers import lists

        company = self.shell.desk.company
        if self._stack.currentWidget() is self._faces[EMPTY]:
            return None
        if self._face == PLAN:
            return lists.plan(company, self.shell.desk.library, self.shell.desk.advice, self._agenda)
        rows = lists.on_the_map(company, self.shell.desk.library, self._advice, self._cells.values())
        picked = f"{company.level_name(self._level)}の情報を守る対策" if self._level else ""
        return lists.measures(company, rows, picked) if rows else None

    def _thread_on_paper(self) -> "Document | None":
        """From each measure in force to its clause, training, check, sign, cases and evidence."""
        from app.actions.papers import thread

        return thread.table(self.shell.desk)

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
        self._turns.choose(self._face)
        self._bar.setHidden(empty)
        self._on.setVisible(not empty and self._face == MAP)
        if empty:
            self._frame_empty(bool(company.assets))
        elif self._face == PLAN:
            self._frame_plan()
        else:
            self._frame_map()

    def _frame_plan(self) -> None:
        desk = self.shell.desk
        self.set_title(TITLE, "何から始めるか。続けられる数にしぼった、1年の計画です。")
        buttons.set_words(self._go, "次へ：X 社内体制")
        spent = agenda.minutes(desk.company, desk.library)
        burden = f"始めた対策を続ける手間は、目安で月{spent}分です。" if spent else SAFE
        self.set_footer(self._agenda.sentence, burden + GUESSED)

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
        following = balance.next_gap(self._cells, self._key) if self._face == MAP else None
        if self._stack.currentWidget() is self._faces[EMPTY]:
            self.shell.open("decision" if company.assets else "inventory")
        elif following:
            self._choose(following.route, following.purpose)
        else:
            self.shell.open("structure")

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
