"""事例: what other companies did, the most like us first, found by route, purpose or measure, and what we do of it ourselves."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.actions import reading
from app.domain.advice.figures import in_force, share
from app.domain.advice.likeness import Likeness, by_likeness
from app.domain.handbook.cases import matching
from app.domain.handbook.library import Case, code_key
from app.domain.words import CaseKind, Purpose, Route
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import PullDown
from app.ui.kit.panes import Panes
from app.ui.kit.reader import Reader, destination
from app.ui.kit.two_lines import TwoLines


class CasesPage(Page):
    """The list with its three filters, and the case beside it. `focus_on` takes a case's id, or measure:id."""

    key = "cases"

    def build(self) -> None:
        self.set_title("事例", "よその会社がしたことと、起きた事件です。うちに近いものから並びます。")
        self._shown = ""
        self.reader = Reader(self.look)
        self.reader.followed.connect(self._follow)
        self._panes = Panes(
            self.look,
            self._left(),
            self.reader,
            opens="事例の一覧をひらく",
            closes="本文にもどる",
            width=280,
            room=420,
        )
        self.body.addWidget(self._panes, 1)
        self._next = buttons.button("次の事例", self._turn)
        self._adopt = buttons.button("C 対策で決める", self._open_choice, look=self.look, primary=True)
        self.set_buttons(self._next, self._adopt)
        self._list_cases()

    def refresh(self) -> None:
        self.list.fill(self._rows())
        if self._shown:
            self.reader.show_again(reading.open_text(self.shell.desk, f"cases:{self._shown}"))
        self._show_stand()

    def focus_on(self, focus: str) -> None:
        kind, _, entry = focus.rpartition(":")
        if kind == "measure" and entry in self.shell.desk.library.measures:
            self._ask(measure=entry)
            self._panes.show_main()
        elif entry in self.shell.desk.library.cases:
            self._ask()
            self._show(entry)

    def place(self) -> str:
        return self._shown

    # the list and its filters ---------------------------------------------------------------------------

    def _left(self) -> QWidget:
        library = self.shell.desk.library
        used = {measure for case in library.cases.values() for measure in case.measures}
        measures = sorted((library.measures[measure] for measure in used), key=lambda measure: code_key(measure.code))
        self._route = self._combo("漏れる道", [(route.value, route.label) for route in Route])
        self._purpose = self._combo("ねらい", [(purpose.value, purpose.plain) for purpose in Purpose])
        trades = sorted({case.trade for case in library.cases.values()})
        self._trade = self._combo("業種", [(trade, trade) for trade in trades])
        self._measure = self._combo("対策", [(measure.id, measure.title) for measure in measures])
        self.list = TwoLines(self.look, "事例の一覧")
        self.list.chosen.connect(self._show)
        self.list.taken.connect(lambda _: self._panes.show_main())
        self._none = text.prose("この組合せの事例は、まだありません。", tone="soft")
        self._all = buttons.button("すべての事例を見る", self._ask, small=True)
        box = QWidget()
        column = QVBoxLayout(box)
        layout.spaced(column, spacing=self.look.px(8))
        for widget in (self._route, self._purpose, self._trade, self._measure, self._none, self._all):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        return box

    def _combo(self, name: str, options: list[tuple[str, str]]) -> QComboBox:
        combo = PullDown()
        combo.setAccessibleName(f"{name}で絞る")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in (("", "すべて"), *options):
            combo.addItem(f"{name}：{words}", value)
        combo.activated.connect(lambda _: self._list_cases())
        return combo

    def _ask(self, *, measure: str = "") -> None:
        """Ask only for this measure, or for everything."""
        if measure and self._measure.findData(measure) < 0:
            self._measure.addItem(f"対策：{self.shell.desk.library.measures[measure].title}", measure)
        for combo, value in ((self._route, ""), (self._purpose, ""), (self._trade, ""), (self._measure, measure)):
            combo.setCurrentIndex(combo.findData(value))
        self._list_cases()

    def _rows(self) -> list[tuple[str, str, str]]:
        """The cases that are asked for, the most like us first, each with what we have of it."""
        desk = self.shell.desk
        alike = by_likeness(desk.company, desk.library, self._found())
        return [(case.id, case.title, _second(case, one, share(desk.company, case))) for case, one in alike]

    def _found(self) -> list[Case]:
        route, purpose = self._route.currentData(), self._purpose.currentData()
        return matching(
            self.shell.desk.library,
            measure=self._measure.currentData(),
            trade=self._trade.currentData(),
            route=Route(route) if route else None,
            purpose=Purpose(purpose) if purpose else None,
        )

    def _list_cases(self) -> None:
        found = self._rows()
        self.list.fill(found)
        self._none.setVisible(not found)
        self._all.setVisible(len(found) < len(self.shell.desk.library.cases))
        ids = self.list.listed()
        self._show(self._shown if self._shown in ids else ids[0] if ids else "")

    # the case -------------------------------------------------------------------------------------------

    def _show(self, case: str) -> None:
        fresh = case != self._shown
        self._shown = case
        self.list.show_chosen(case)
        if not case:
            self.reader.clear()
        elif fresh:
            self.reader.show_text(reading.open_text(self.shell.desk, f"cases:{case}"))
        self._show_stand()

    def _turn(self) -> None:
        ids = self.list.listed()
        self._show(ids[(ids.index(self._shown) + 1) % len(ids)])

    def _follow(self, link: str, entry: str) -> None:
        page, focus = destination(link, entry)
        if page == self.key:
            self.focus_on(focus)
        else:
            self.shell.open(page, focus)

    # what we do of it -----------------------------------------------------------------------------------

    def _show_stand(self) -> None:
        self._next.setEnabled(self.list.count() > 1)
        self._adopt.setEnabled(bool(self._shown))
        if not self._shown:
            self.set_footer("この組合せの事例は、まだありません。")
            return
        library = self.shell.desk.library
        case = library.cases[self._shown]
        total, left = len(case.measures), self._open_measures()
        words = "この事件に効いたはずの対策は" if case.kind is CaseKind.INCIDENT else "この会社の対策は"
        ours = f"うちでは、そのうち{total - len(left)}つを採用・実施しています。"
        following = f"次の候補は「{library.measures[left[0]].title}」。" if left else ""
        self.set_footer(
            f"{words}{total}つ。{ours if len(left) < total else 'うちでは、まだ採っていません。'}",
            f"{following}全部をまねする必要はありません。",
        )

    def _open_measures(self) -> list[str]:
        """The measures of this case that are not in force here, the one asked for first."""
        case = self.shell.desk.library.cases[self._shown]
        ours = in_force(self.shell.desk.company, case)
        left = [measure for measure in case.measures if measure not in ours]
        return sorted(left, key=lambda measure: measure != self._measure.currentData())

    def _open_choice(self) -> None:
        measures = self._open_measures() or self.shell.desk.library.cases[self._shown].measures
        self.shell.open("measures", measures[0])


def _second(case: Case, likeness: Likeness, share: str) -> str:
    """「漏えい事件・2022年・工具の製造／うちと近い：退職者等／うちは ✓2/6」."""
    year = f"{case.year}年" if case.year else ""
    facts = "・".join(filter(None, (case.kind.label, year, case.trade)))
    return "／".join(filter(None, (facts, likeness.words, f"うちは {share}")))


PAGE = CasesPage
