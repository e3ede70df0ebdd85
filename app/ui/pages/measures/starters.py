"""「今日の4つ」: the starter set, each with what it is, why it matters here, and one click to adopt it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions import choices, reading
from app.domain.advice.coverage import state_of
from app.domain.advice.recommendation import Advice
from app.domain.handbook.library import Library, Measure, starters
from app.domain.ledger.company import Company
from app.domain.words import State
from app.ui.kit import buttons, layout, text
from app.ui.kit.reasons import NUMBERS, Reasons
from app.ui.kit.sides import Sides
from app.ui.shell import Shell

FIRST_STEP = "手間が軽く、秘密として扱っている証しになる、はじめの一歩です。"
OFFERED = ((State.ADOPTED, "採用する"), (State.DONE, "もうしている"), (State.LATER, "後で"))


def open_starters(company: Company, library: Library) -> list[Measure]:
    """Those of the four that are without a choice."""
    return [measure for measure in starters(library) if state_of(company, measure.id) is None]


class Starter(QWidget):
    """One of the four."""

    def __init__(self, shell: Shell, measure: Measure, number: int) -> None:
        super().__init__()
        self._shell, self.measure = shell, measure
        px = shell.look.px
        self._reasons = Reasons(shell.look)
        self.choices = buttons.Choices(OFFERED, self._choose, measure.title)
        more = buttons.link("くわしく", partial(shell.open, "guide", f"measures:{measure.id}"))
        more.setAccessibleName(f"{measure.title}をくわしく読む")
        words = layout.column(
            text.text(measure.title, "step", wrap=True),
            text.prose(reading.opening("measures", measure.id)),
            self._reasons,
            spacing=px(7),
        )
        side = layout.column(self.choices, more, spacing=px(8))
        side.addStretch(1)
        whole = Sides(layout.widget_with(words), layout.widget_with(side), least=px(620), spacing=px(20))
        sign = text.text(NUMBERS[number], "next", "soft")
        line = layout.row(sign, whole, spacing=px(16), stretch=False)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=px(12))
        box.addLayout(line)
        box.addWidget(layout.hairline())

    def show_measure(self, company: Company, advice: Advice) -> None:
        """Show why, and what the owner chose."""
        why = advice.reasons[0]
        state = state_of(company, self.measure.id)
        fits = advice.suggested or (state is not None and state.in_force and bool(advice.guards))
        said = why if fits else replace(why, text=FIRST_STEP)
        self._reasons.show_reasons((said,), sources=False)
        self.choices.choose(state)

    def _choose(self, state: object) -> None:
        desk, measure = self._shell.desk, self.measure.id
        if isinstance(state, State):
            self._shell.attempt(lambda: choices.switch(desk, measure, state))
        else:
            self._shell.attempt(lambda: choices.choose(desk, measure, None))


class Starters(QWidget):
    """The four, one below the other."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        px = shell.look.px
        self._rows = [Starter(shell, measure, n) for n, measure in enumerate(starters(shell.desk.library))]
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(0, 0, px(10), 0), spacing=px(14))
        for row in self._rows:
            box.addWidget(row)
        box.addStretch(1)

    def refresh(self) -> None:
        """Show the company as it is now."""
        desk = self._shell.desk
        for row in self._rows:
            row.show_measure(desk.company, desk.advice[row.measure.id])
