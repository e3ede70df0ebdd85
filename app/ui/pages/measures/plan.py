"""「計画」: what is being seen to, then what to begin this week, this month and later, in the order of the plan.

A measure keeps its card wherever it moves, and only cards that can be seen are made: a fold of many costs nothing until it opens.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.advice.agenda import Agenda
from app.domain.advice.recommendation import Advice
from app.domain.naming import things
from app.domain.value import Value
from app.domain.words import Stage
from app.ui.kit import layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.fold import FoldButton
from app.ui.pages.measures.card import MeasureCard
from app.ui.shell import Shell

STAGES: Mapping[Stage, str] = {
    Stage.WEEK: "今週",
    Stage.MONTH: "今月のうちに",
    Stage.QUARTER: "3か月のうちに",
    Stage.YEAR: "1年のうちに",
}
NOTHING_NEW = "今、新しく勧める対策はありません。台帳が変わると、計画も変わります。"


class Part(Value):
    """A part of the plan under its heading; `opened` is how it is before the owner touched it."""

    key: str
    title: str
    note: str
    measures: tuple[str, ...]
    opened: bool


def parts(plan: Agenda) -> Iterator[Part]:
    """The parts that hold something. Open are what is at hand, and the first stage, whichever it is."""
    if plan.begun:
        yield Part("begun", "取りかかっているもの", "期日の近い順です。", plan.begun, True)
    for stage, measures in plan.stages:
        first = stage is plan.stages[0][0] or stage in (Stage.WEEK, Stage.MONTH)
        yield Part(stage.value, STAGES[stage], "", measures, first)
    if plan.later:
        yield Part("later", "後でにしたもの", "その日が来たら、また勧めます。", plan.later, False)
    if plan.done:
        yield Part("done", "済んだもの", "", plan.done, False)


class Heading(QWidget):
    """The name of a part with the number of its measures, as a fold, and a few words beside it."""

    def __init__(self, shell: Shell, part: Part, turned: Callable[[], object]) -> None:
        super().__init__()
        self._shell, self._key, self._turned = shell, part.key, turned
        self._fold = FoldButton(shell.look, self._turn)
        self._fold.setProperty("heading", "true")
        self._fold.setChecked(shell.settings.unfolded(f"plan-{part.key}", first=part.opened))
        box = QVBoxLayout(self)
        px = shell.look.px
        layout.spaced(box, margins=(0, px(12), 0, px(4)), spacing=px(6))
        box.addLayout(Flow(self._fold, text.text(part.note, "caption", "soft"), spacing=px(12)))
        box.addWidget(layout.hairline())

    @property
    def opened(self) -> bool:
        """Whether its measures are to be seen."""
        return self._fold.isChecked()

    def say(self, part: Part) -> None:
        """How many there are now."""
        self._fold.say(f"{part.title}　{things(len(part.measures))}")

    def _turn(self, opened: bool) -> None:
        self._shell.settings.unfold(f"plan-{self._key}", opened)
        self._turned()


class PlanFace(QWidget):
    """All parts in one list, so that a card that moves stays the same card."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._plan: Agenda | None = None
        self._advice: Mapping[str, Advice] = {}
        self._headings: dict[str, Heading] = {}
        self.cards: dict[str, MeasureCard] = {}
        self._seen: list[str] = []
        self._was: list[str] = []
        px = shell.look.px
        self._nothing = text.prose(NOTHING_NEW)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        layout.spaced(self._list, margins=(0, 0, px(10), px(8)))
        self._list.addStretch(1)
        self._area = layout.scroll(inside, "対策の計画")
        layout.spaced(QVBoxLayout(self)).addWidget(self._area)

    def show_plan(self, plan: Agenda, advice: Mapping[str, Advice]) -> None:
        """Show the plan as it is now."""
        self._plan, self._advice = plan, advice
        self._again()

    def _again(self) -> None:
        assert self._plan is not None
        self._was, self._seen = self._seen, []
        order: list[QWidget] = [] if self._plan.stages else [self._nothing]
        for part in parts(self._plan):
            heading = self._heading(part)
            order.append(heading)
            if heading.opened:
                order += [self._card(measure) for measure in part.measures]
                self._seen += part.measures
        self._arrange(order)
        choices = self._shell.desk.company.choices
        for measure in self._seen:
            self.cards[measure].show_measure(self._advice[measure], choices.get(measure))

    def _arrange(self, order: Sequence[QWidget]) -> None:
        """These from top to bottom and no others; nothing is taken out and put in again without need."""
        for number, widget in enumerate(order):
            if self._list.indexOf(widget) != number:
                self._list.insertWidget(number, widget)
        for place in range(self._list.count() - 1):
            item = self._list.itemAt(place)
            if item is not None and (shown := item.widget()) is not None:
                shown.setVisible(place < len(order))

    def _heading(self, part: Part) -> Heading:
        if part.key not in self._headings:
            self._headings[part.key] = Heading(self._shell, part, self._again)
        self._headings[part.key].say(part)
        return self._headings[part.key]

    def _card(self, measure: str) -> MeasureCard:
        if measure not in self.cards:
            known = self._shell.desk.library.measures[measure]
            self.cards[measure] = MeasureCard(self._shell, known, self._reveal, wide=True, answered=self._go_on)
        return self.cards[measure]

    def _reveal(self, card: MeasureCard) -> None:
        """Bring a card into sight once it has its place."""
        QTimer.singleShot(0, card, lambda: self._area.ensureWidgetVisible(card, 0, self._shell.look.px(8)))

    def _go_on(self, card: MeasureCard) -> None:
        """The keyboard goes on to the measure that stood behind the answered one, which has moved to its new part."""
        where = self._was.index(card.measure.id) if card.measure.id in self._was else len(self._was)
        behind = [measure for measure in self._was[where + 1 :] if measure in self._seen]
        if behind:
            self.cards[behind[0]].take_focus()

    def take_focus(self) -> None:
        """The keyboard goes to the first thing to begin, else to the first measure there is."""
        assert self._plan is not None
        first = next((one for one in (*self._plan.suggested, *self._seen) if one in self._seen), None)
        if first:
            self.cards[first].take_focus()
