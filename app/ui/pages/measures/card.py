"""One measure: why it is suggested here, what it takes, who did it — and the owner's choice, by whom and when.

In a cell of the map the choice is a list to pull down; in the plan, where there is room, the answers stand side by side.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.actions import choices
from app.domain import dates
from app.domain.advice.agenda import is_back, is_late
from app.domain.advice.balance import cases_of
from app.domain.advice.evaluation import Reason
from app.domain.advice.recommendation import Advice
from app.domain.handbook.library import Measure
from app.domain.ledger.people import label
from app.domain.ledger.records import Choice
from app.domain.words import Effort, State
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import LineField, NameField, PullDown
from app.ui.kit.flow import Flow
from app.ui.kit.reasons import Reasons
from app.ui.kit.sides import Sides
from app.ui.pages.measures import later
from app.ui.shell import Shell
from app.ui.unsaved import Typed

STATES: tuple[tuple[State | None, str], ...] = (
    (None, "まだ"),
    (State.ADOPTED, "採用"),
    (State.DONE, "済み"),
    (State.LATER, "後で"),
    (State.DECLINED, "うちには合わない"),
)
ANSWERS = ((State.ADOPTED, "採用"), (State.DONE, "もうしている"), (State.LATER, "後で"), (State.DECLINED, "合わない"))
SQUARES = {Effort.LOW: "■□□", Effort.MEDIUM: "■■□", Effort.HIGH: "■■■"}
WHY_NOT = "合わない理由を一行書くと、決まります。"
NO_DATE = "日付は、2027/4/1 か 令和9年4月1日 のように書きます。"
FEW = 2
"""Reasons in a cell."""
BACK, LATE = "「後で」の日が来ました", "期日を過ぎています"


class StateField(PullDown):
    """The owner's choice on one measure."""

    def __init__(self, name: str, chosen: Callable[[State | None], object]) -> None:
        super().__init__()
        self.setProperty("small", "true")
        self.setAccessibleName(f"{name}：あなたの決定")
        for _, words in STATES:
            self.addItem(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda number: chosen(STATES[number][0]))

    def show_state(self, state: State | None) -> None:
        """Show this choice, without telling anybody."""
        self.setCurrentIndex([known for known, _ in STATES].index(state))
        self.updateGeometry()

    def showPopup(self) -> None:
        """The list is wide enough for the longest choice."""
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()

    def sizeHint(self) -> QSize:
        """As wide as the words that stand there; the list below has its own width."""
        widest = max(self.fontMetrics().horizontalAdvance(words) for _, words in STATES)
        spare = widest - self.fontMetrics().horizontalAdvance(self.currentText())
        return super().sizeHint() - QSize(spare, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class MeasureCard(QWidget):
    """The measure's title and choice, its reasons, a line of facts, and under it who, when and why.

    `grown` hears that it wants more room, `answered` that the owner chose something.
    """

    def __init__(
        self,
        shell: Shell,
        measure: Measure,
        grown: Callable[["MeasureCard"], object],
        *,
        wide: bool = False,
        answered: Callable[["MeasureCard"], object] = lambda _: None,
    ) -> None:
        super().__init__()
        self._shell, self.measure, self._grown, self._answered = shell, measure, grown, answered
        self._wide, self._declining = wide, False
        self._shown: tuple[Advice, Choice | None] | None = None
        px = shell.look.px
        self.state: StateField | buttons.Choices = (
            buttons.Choices(ANSWERS, self._answer, measure.title) if wide else StateField(measure.title, self._choose)
        )
        self._reasons = Reasons(shell.look)
        self._mark = text.text("", "caption", "shu")
        self._proposal = text.text("", "caption", "soft")
        self._summary = buttons.link("", self._open_details)
        self.who = NameField(f"{measure.title}：誰が", self._assign, "誰が")
        self.due = LineField(f"{measure.title}：いつまで", self._date, "いつまで（例：2027/4/1）")
        self.reason = LineField(f"{measure.title}：理由", self._explain, "理由やメモ")
        self._note = text.prose("", "caption", "shu")
        self._details = self._detail_row()
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(0, px(10), 0, px(10)), spacing=px(6))
        title = text.prose(measure.title, "strong")
        if wide:
            words = layout.column(title, self._reasons, self._facts(), spacing=px(6))
            side = layout.column(self.state)
            side.addStretch(1)
            box.addWidget(Sides(layout.widget_with(words), layout.widget_with(side), least=px(720), spacing=px(20)))
        else:
            head = QHBoxLayout()
            layout.spaced(head, spacing=px(8))
            head.addWidget(title, 1)
            head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
            box.addLayout(head)
            box.addWidget(self._reasons)
            box.addLayout(self._facts())
        box.addWidget(self._details)
        box.addWidget(self._note)
        self._details.hide()
        self._say("")

    def show_measure(self, advice: Advice, choice: Choice | None, *, sources: bool = False) -> None:
        """Show what we say and what the owner chose. What was put off until a day that has come is open again."""
        self._shown = (advice, choice)
        company, measure = self._shell.desk.company, self.measure.id
        self._reasons.show_reasons(self._told(advice, choice, sources), sources=sources)
        back = is_back(company, measure)
        self._say_mark(BACK if back else LATE if is_late(company, measure) else "")
        open_ = choice is None or back
        if not self._declining:
            self._show_state(None if choice is None or back else choice.state)
        if open_ and not self._declining:
            self._details.hide()
        self._fill_details()
        self._summary.setVisible(not open_)
        self._summary.setText("" if choice is None else self._chosen(choice).replace("&", "&&"))
        self._summary.setAccessibleName(f"{self.measure.title}：{self._summary.text()}を書く")
        proposed = self._proposed(advice) if open_ else ""
        self._proposal.setText(proposed)
        self._proposal.setVisible(bool(proposed))

    def _told(self, advice: Advice, choice: Choice | None, sources: bool) -> tuple[Reason, ...]:
        """The reasons that are said here; the plan has one of what is to be begun, and none of what was begun already."""
        if self._wide:
            return () if choice is not None and choice.state.in_force else advice.reasons[:1]
        return advice.reasons if sources else advice.reasons[:FEW]

    def take_focus(self) -> None:
        """The keyboard goes to the choice."""
        if isinstance(self.state, buttons.Choices):
            self.state.take_focus()
        else:
            self.state.setFocus()

    def _fill_details(self) -> None:
        """Who, when and why, once they can be seen: a long list of names takes its time."""
        if self._details.isHidden() or self._shown is None:
            return
        company, choice = self._shell.desk.company, self._shown[1]
        names = [label(company, person.id) for person in company.staff]
        self.who.show_names(names, label(company, choice.who) if choice else "")
        self.due.show_text(dates.written(choice.due, company.profile.western_dates) if choice else "")
        self.reason.show_text(choice.reason if choice else "")

    def _chosen(self, choice: Choice) -> str:
        """Who, and until when; why, of what does not fit."""
        company = self._shell.desk.company
        day = dates.written(choice.due, company.profile.western_dates)
        if choice.state is State.LATER:
            return f"{day}まで後で" if day else "後で"
        known = [choice.reason] if choice.state is State.DECLINED else [label(company, choice.who), day]
        return text.short("・".join(filter(None, known)), 22) or "誰が・いつまで"

    def _proposed(self, advice: Advice) -> str:
        """「今月・長谷 真由さん・令和8年12月27日まで」; the plan says the stage above."""
        if not advice.suggested or advice.stage is None:
            return ""
        company = self._shell.desk.company
        who = f"{text.short(label(company, advice.who), 12)}さん" if advice.who else ""
        day = f"{dates.written(advice.due, company.profile.western_dates)}まで"
        return "提案：" + "・".join(filter(None, ("" if self._wide else advice.stage.label, who, day)))

    def _say_mark(self, words: str) -> None:
        self._mark.setText(words)
        self._mark.setVisible(bool(words))

    def _show_state(self, state: State | None) -> None:
        if isinstance(self.state, buttons.Choices):
            self.state.choose(state)
        else:
            self.state.show_state(state)

    # what the owner does ----------------------------------------------------------------------------------

    def _answer(self, state: object) -> None:
        self._choose(state if isinstance(state, State) else None)

    def _choose(self, state: State | None) -> None:
        desk, measure = self._shell.desk, self.measure.id
        self._say("")
        if state is State.LATER:
            self._declining = False
            self.later_menu().popup(self.state.mapToGlobal(QPoint(0, self.state.height())))
        elif state is State.DECLINED:
            self._declining = True
            self._say(WHY_NOT)
            self._open_details()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state is None:
            self._declining = False
            self._shell.attempt(lambda: choices.choose(desk, measure, None))
            self._details.hide()
            self._answered(self)
        else:
            self._declining = False
            self._shell.attempt(lambda: choices.switch(desk, measure, state))
            self._open_unless_wide()
            self._answered(self)

    def later_menu(self) -> QMenu:
        """Until when it is put off; where the owner thinks better of it, all stays as it was."""
        return later.menu(self, self._shell.desk.company, self._put_off, self._as_before)

    def _put_off(self, day: str) -> None:
        desk, measure = self._shell.desk, self.measure.id
        self._shell.attempt(lambda: choices.put_off(desk, measure, day))
        self._open_unless_wide()
        self._answered(self)

    def _as_before(self) -> None:
        if self._shown is not None:
            self.show_measure(*self._shown, sources=self._reasons.sources)

    def _open_unless_wide(self) -> None:
        """In a cell who and when open by themselves; in the plan the measure moves on to where it belongs."""
        if not self._wide:
            self._open_details()

    def _explain(self, words: str) -> bool:
        desk, measure = self._shell.desk, self.measure.id
        choice = desk.company.choices.get(measure)
        declined = choice is not None and choice.state is State.DECLINED
        if (self._declining or declined) and not words.strip():
            self._say(WHY_NOT)
        elif self._declining or declined:
            self._declining = False
            self._say("")
            written = self._write("理由", words, lambda: choices.decline(desk, measure, words))
            self._answered(self)
            return written
        elif choice is not None:
            return self._write("理由", words, lambda: choices.note(desk, measure, reason=words))
        return True

    def _assign(self, name: str) -> bool:
        desk, measure = self._shell.desk, self.measure.id
        if measure not in desk.company.choices:
            return True
        problem = self._shell.attempt(lambda: choices.assign(desk, measure, name), self._typed("誰が", name))
        self._say(problem or "")
        return problem == ""

    def _write(self, what: str, words: str, act: Callable[[], object]) -> bool:
        """Write what was typed; whether it is written."""
        return self._shell.done(act, self._typed(what, words))

    def _typed(self, what: str, words: str) -> Typed:
        return Typed(f"choices:{self.measure.id}:{what}", f"{self.measure.title}：{what}", words)

    def _date(self, typed: str) -> bool:
        desk, measure = self._shell.desk, self.measure.id
        iso, choice = dates.read(typed), desk.company.choices.get(measure)
        self._say(NO_DATE if typed.strip() and not iso else "")
        if choice is not None and choice.state is State.LATER and (iso or not typed.strip()):
            problem = self._shell.attempt(lambda: choices.put_off(desk, measure, iso), self._typed("いつまで", typed))
            self._say(problem or "")
            return problem == ""
        if choice is not None and (iso or not typed.strip()):
            return self._write("いつまで", typed, lambda: choices.note(desk, measure, due=iso))
        return not typed.strip() or bool(iso)

    # the parts --------------------------------------------------------------------------------------------

    def _open_details(self) -> None:
        """Who, when and why; for a measure that does not fit, only why."""
        self._details.show()
        self._fill_details()
        choice = self._shell.desk.company.choices.get(self.measure.id)
        unfit = self._declining or (choice is not None and choice.state is State.DECLINED)
        self.who.setVisible(not unfit)
        self.due.setVisible(not unfit)
        self._grown(self)

    def _facts(self) -> Flow:
        words = f"手間 {SQUARES[self.measure.effort]} {self.measure.effort.label}"
        if self._wide:
            words = f"手間は{self.measure.effort.label}　目安 月{self.measure.minutes}分"
        effort = text.text(words, "caption", "soft")
        effort.setAccessibleName(words if self._wide else f"手間は{self.measure.effort.label}")
        cases = self._cases()
        more = buttons.link("くわしく", partial(self._shell.open, "guide", f"measures:{self.measure.id}"))
        more.setAccessibleName(f"{self.measure.title}をくわしく読む")
        return Flow(self._mark, self._proposal, self._summary, effort, *cases, more, spacing=self._shell.look.px(10))

    def _cases(self) -> list[QPushButton]:
        """The company that did it, by name; where there is more to read, how much."""
        known = cases_of(self._shell.desk.library, self.measure.id)
        if len(known) == 1:
            return [
                buttons.link(f"事例：{text.short(known[0].title, 16)}", partial(self._shell.open, "cases", known[0].id))
            ]
        if not known:
            return []
        link = buttons.link(f"事例 {len(known)}件", partial(self._shell.open, "cases", f"measure:{self.measure.id}"))
        link.setAccessibleName(f"{self.measure.title}の事例 {len(known)}件")
        return [link]

    def _detail_row(self) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        layout.spaced(grid, spacing=self._shell.look.px(6))
        grid.addWidget(self.who, 0, 0)
        grid.addWidget(self.due, 0, 1)
        grid.addWidget(self.reason, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return row

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
