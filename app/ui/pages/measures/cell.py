"""The measures of the chosen cell: the suggested and the chosen ones first, the others behind 「勧めない対策」."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.advice.balance import AIMS, in_order
from app.domain.advice.coverage import Cell, Standing
from app.domain.advice.recommendation import Advice
from app.domain.naming import things
from app.ui.kit import layout, text
from app.ui.kit.fold import FoldButton
from app.ui.pages.measures.card import MeasureCard
from app.ui.shell import Shell

NOT_APPLICABLE = "外部の人とのあいだには、信頼関係の対策は当てはまりません。近づけない工夫や表示で守ります。"
NOTHING = "この升で今すぐ勧める対策はありません。下の対策も、必要なら採用できます。"


class CellPanel(QWidget):
    """Cards stay where they are while the same cell is shown, so that neither place nor focus is lost."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._cards: dict[str, MeasureCard] = {}
        self._shown: tuple[Cell, Mapping[str, Advice]] | None = None
        px = shell.look.px
        self._title = text.text("", "h2", wrap=True)
        self._aim = text.prose("", "table", "soft")
        self._none = text.prose("", "table", "soft")
        self._sources = FoldButton(shell.look, lambda _: self._again())
        self._sources.say("理由の出どころ")
        self._others = FoldButton(shell.look, lambda _: self._again())
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        layout.spaced(self._list, margins=(0, 0, px(10), px(8)))
        self._list.addStretch(1)
        self._area = layout.scroll(inside, "この升の対策")
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=px(4))
        box.addWidget(self._title)
        box.addWidget(self._aim)
        box.addWidget(self._sources)
        box.addWidget(layout.hairline())
        box.addWidget(self._area, 1)

    def show_cell(self, cell: Cell, advice: Mapping[str, Advice]) -> None:
        """Show the measures of this cell."""
        new = self._shown is None or (self._shown[0].route, self._shown[0].purpose) != (cell.route, cell.purpose)
        self._shown = (cell, advice)
        if new:
            self._others.setChecked(False)
            self._area.verticalScrollBar().setValue(0)
        self._title.setText(f"{cell.route.label} × {cell.purpose.plain}")
        applies = cell.standing is not Standing.NOT_APPLICABLE
        self._aim.setText(AIMS[cell.purpose] if applies else NOT_APPLICABLE)
        self._sources.setVisible(applies)
        self._show_cards(cell, advice)

    def show_measure(self, measure: str) -> None:
        """Bring one measure of the cell into sight."""
        if measure not in self._cards:
            return
        card = self._cards[measure]
        if card.isHidden():
            self._others.setChecked(True)
            self._again()
        card.take_focus()
        self._reveal(card)

    def take_focus(self) -> None:
        """The keyboard goes to the first measure."""
        first = next((card for card in self._cards.values() if not card.isHidden()), None)
        if first:
            first.take_focus()
        else:
            self._others.setFocus()

    def _reveal(self, card: MeasureCard) -> None:
        """Bring a card into sight once it has its place."""
        QTimer.singleShot(0, card, lambda: self._area.ensureWidgetVisible(card, 0, self._shell.look.px(8)))

    def _again(self) -> None:
        if self._shown:
            self._show_cards(*self._shown)

    def _show_cards(self, cell: Cell, advice: Mapping[str, Advice]) -> None:
        company = self._shell.desk.company
        measures = in_order(self._shell.desk.library, advice, cell)
        first = [m for m in measures if advice[m.id].suggested or m.id in company.choices]
        others = [m for m in measures if m not in first]
        self._cards_for([m.id for m in first + others])
        self._arrange([m.id for m in first], [m.id for m in others])
        for measure, card in self._cards.items():
            choice = company.choices.get(measure)
            card.show_measure(advice[measure], choice, sources=self._sources.isChecked())
        self._others.say(f"勧めない対策 {things(len(others))}と、その理由")
        self._others.setVisible(bool(others))
        self._none.setText(NOTHING)
        self._none.setVisible(not first and bool(others))

    def _cards_for(self, wanted: list[str]) -> None:
        """The cards of these measures, those that are there already kept."""
        for gone in set(self._cards) - set(wanted):
            card = self._cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        known = self._shell.desk.library.measures
        self._cards = {m: self._cards.get(m) or MeasureCard(self._shell, known[m], self._reveal) for m in wanted}

    def _arrange(self, first: list[str], others: list[str]) -> None:
        """Cards, the fold, and behind it the other cards; nothing is taken out and put in again without need."""
        opened = self._others.isChecked()
        order: list[QWidget] = [self._none, *(self._cards[m] for m in first), self._others]
        order += [self._cards[m] for m in others]
        for number, widget in enumerate(order):
            if self._list.indexOf(widget) != number:
                self._list.insertWidget(number, widget)
        for measure in others:
            self._cards[measure].setVisible(opened)
        for measure in first:
            self._cards[measure].setVisible(True)
