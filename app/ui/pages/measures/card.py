"""One measure in its cell: why it is suggested here, what it takes, who did it — and the owner's choice, by whom and when."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.actions import choices
from app.domain import dates
from app.domain.advice.balance import cases_of
from app.domain.advice.recommendation import Advice
from app.domain.handbook.library import Measure
from app.domain.ledger.people import label
from app.domain.ledger.records import Choice
from app.domain.words import Effort, State
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import LineField, NameField, PullDown
from app.ui.kit.flow import Flow
from app.ui.kit.reasons import Reasons
from app.ui.shell import Shell
from app.ui.unsaved import Typed

STATES: tuple[tuple[State | None, str], ...] = (
    (None, "まだ"),
    (State.ADOPTED, "採用"),
    (State.DONE, "済み"),
    (State.LATER, "後で"),
    (State.DECLINED, "うちには合わない"),
)
SQUARES = {Effort.LOW: "■□□", Effort.MEDIUM: "■■□", Effort.HIGH: "■■■"}
WHY_NOT = "合わない理由を一行書くと、決まります。"
NO_DATE = "日付は、2027/4/1 か 令和9年4月1日 のように書きます。"
FEW = 2


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
    """The measure's title and choice, its reasons, a line of facts, and under it who, when and why."""

    def __init__(self, shell: Shell, measure: Measure, grown: Callable[["MeasureCard"], object]) -> None:
        super().__init__()
        self._shell, self.measure, self._grown = shell, measure, grown
        self._declining = False
        px = shell.look.px
        self.state = StateField(measure.title, self._choose)
        self._reasons = Reasons(shell.look)
        self._summary = buttons.link("", self._open_details)
        self.who = NameField(f"{measure.title}：誰が", self._assign, "誰が")
        self.due = LineField(f"{measure.title}：いつまで", self._date, "いつまで（例：2027/4/1）")
        self.reason = LineField(f"{measure.title}：理由", self._explain, "理由やメモ")
        self._note = text.prose("", "caption", "shu")
        self._details = self._detail_row()
        head = QHBoxLayout()
        layout.spaced(head, spacing=px(8))
        head.addWidget(text.prose(measure.title, "strong"), 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(0, px(10), 0, px(10)), spacing=px(6))
        box.addLayout(head)
        box.addWidget(self._reasons)
        box.addLayout(self._facts())
        box.addWidget(self._details)
        box.addWidget(self._note)
        self._details.hide()
        self._say("")

    def show_measure(self, advice: Advice, choice: Choice | None, *, sources: bool) -> None:
        """Show what we say and what the owner chose."""
        company = self._shell.desk.company
        self._reasons.show_reasons(advice.reasons if sources else advice.reasons[:FEW], sources=sources)
        if not self._declining:
            self.state.show_state(choice.state if choice else None)
        if choice is None and not self._declining:
            self._details.hide()
        self.who.show_names(
            [label(company, person.id) for person in company.staff], label(company, choice.who) if choice else ""
        )
        self.due.show_text(dates.written(choice.due, company.profile.western_dates) if choice else "")
        self.reason.show_text(choice.reason if choice else "")
        self._summary.setVisible(choice is not None)
        self._summarise(choice)

    def _summarise(self, choice: Choice | None) -> None:
        if choice is None:
            return
        known = [self.who.currentText(), self.due.text()] if choice.state is not State.DECLINED else [choice.reason]
        words = text.short("・".join(filter(None, known)), 22) or "誰が・いつまで"
        self._summary.setText(words.replace("&", "&&"))
        self._summary.setAccessibleName(f"{self.measure.title}：{words}を書く")

    # what the owner does ----------------------------------------------------------------------------------

    def _choose(self, state: State | None) -> None:
        desk, measure = self._shell.desk, self.measure.id
        self._say("")
        if state is State.DECLINED:
            self._declining = True
            self._say(WHY_NOT)
            self._open_details()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state is None:
            self._declining = False
            self._shell.attempt(lambda: choices.choose(desk, measure, None))
            self._details.hide()
        else:
            self._declining = False
            self._shell.attempt(lambda: choices.switch(desk, measure, state))
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
            return self._write("理由", words, lambda: choices.decline(desk, measure, words))
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
        iso = dates.read(typed)
        self._say(NO_DATE if typed.strip() and not iso else "")
        if measure in desk.company.choices and (iso or not typed.strip()):
            return self._write("いつまで", typed, lambda: choices.note(desk, measure, due=iso))
        return not typed.strip() or bool(iso)

    # the parts --------------------------------------------------------------------------------------------

    def _open_details(self) -> None:
        """Who, when and why; for a measure that does not fit, only why."""
        self._details.show()
        choice = self._shell.desk.company.choices.get(self.measure.id)
        unfit = self._declining or (choice is not None and choice.state is State.DECLINED)
        self.who.setVisible(not unfit)
        self.due.setVisible(not unfit)
        self._grown(self)

    def _facts(self) -> Flow:
        effort = text.text(f"手間 {SQUARES[self.measure.effort]} {self.measure.effort.label}", "caption", "soft")
        effort.setAccessibleName(f"手間は{self.measure.effort.label}")
        cases = self._cases()
        more = buttons.link("くわしく", partial(self._shell.open, "guide", f"measures:{self.measure.id}"))
        more.setAccessibleName(f"{self.measure.title}をくわしく読む")
        return Flow(effort, self._summary, *cases, more, spacing=self._shell.look.px(10))

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
