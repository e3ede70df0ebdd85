"""One asset at a time: the questions at the left, the suggestion and the owner's decision at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.actions import decisions
from app.domain.advice.cautions import cautions
from app.domain.advice.deciding import Draft, draft_of
from app.domain.advice.evaluation import suggest
from app.domain.ledger.records import Evaluation
from app.domain.ledger.unlawful import held_back
from app.domain.words import YesNo
from app.ui.kit import buttons, layout, text
from app.ui.kit.sides import Sides
from app.ui.pages.decision.held import HeldBack
from app.ui.pages.decision.meter import MeterBox
from app.ui.pages.decision.suggestion import SuggestionBox
from app.ui.pages.decision.verdict import Verdict
from app.ui.pages.decision.viewpoints import Questions
from app.ui.shell import Shell

READ = "法律が守る「営業秘密」には、秘密として管理していること、事業に役立つこと、世の中に知られていないことの、三つがすべて要ります。"
LEAD_ON = (
    ("三つの条件", "steps:three-requirements"),
    ("特許か、秘密か", "steps:b-patent-or-secret"),
    ("落とし穴", "steps:b-traps"),
)


class DecideOne(QWidget):
    """The face for one asset. What is about to be decided is kept per asset until it is decided or the page goes."""

    def __init__(self, shell: Shell, changed: Callable[[], object]) -> None:
        super().__init__()
        self._shell, self._changed = shell, changed
        self._asset = ""
        self._drafts: dict[str, Draft] = {}
        look = shell.look
        px = look.px
        self._questions = Questions(look, shell.settings, self._answer)
        self._suggestion = SuggestionBox(look)
        self.verdict = Verdict(look, self._drafted)
        self.meter = MeterBox(look, lambda to: shell.open(to.page, to.focus))
        left = layout.column(text.text("まず二つの問い", "h2"), self._questions, spacing=px(10))
        left.addStretch(1)
        right = layout.column(self._suggestion, self.verdict, spacing=px(16))
        right.addStretch(1)
        self.held = HeldBack(shell, self._tell_unlawful)
        self._columns = Sides(
            layout.widget_with(left), layout.widget_with(right), least=px(700), spacing=px(36), shares=(11, 8)
        )
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(0, 0, px(4), px(4)), spacing=px(16))
        box.addWidget(self.held)
        box.addWidget(self._columns)
        box.addStretch(1)
        box.addWidget(self.meter)
        box.addWidget(self._reading())

    @property
    def asset(self) -> str:
        """The id of the asset shown, "" when there is none."""
        return self._asset

    @property
    def draft(self) -> Draft:
        """What is about to be decided on the asset shown."""
        return self._drafts.get(self._asset) or draft_of(self._shell.desk.company, self._asset)

    @property
    def drafted(self) -> bool:
        """Whether it differs from what is decided already."""
        changed = self.draft.level is not None and self.draft != draft_of(self._shell.desk.company, self._asset)
        return changed and not self.held_back

    @property
    def held_back(self) -> bool:
        """Whether something is to be made sure of before a level is decided."""
        company = self._shell.desk.company
        return self._asset in company.assets and held_back(company, company.assets[self._asset])

    def turn_to(self, asset: str) -> None:
        """Show this asset."""
        new = asset != self._asset
        self._asset = asset
        self.refresh(new=new)

    def forget_draft(self) -> None:
        """The draft of the asset shown has become its decision."""
        self._drafts.pop(self._asset, None)
        self.refresh()

    def refresh(self, *, new: bool = False) -> None:
        """Show the asset as it is now."""
        company = self._shell.desk.company
        if self._asset not in company.assets:  # the list is empty
            self._changed()
            return
        asset = company.assets[self._asset]
        suggestion = suggest(company, asset)
        self.held.setVisible(self.held_back)
        self._columns.setHidden(self.held_back)
        self.held.show_asset(asset, suggestion)
        self._questions.show_answers(company.evaluations.get(asset.id) or Evaluation(id=asset.id), new=new)
        self._suggestion.show_suggestion(company, suggestion)
        draft, decision = self.draft, company.decisions.get(asset.id)
        said = cautions(company, [asset.id], draft.level)
        self.verdict.show_draft(company, draft, decision, suggestion.level, said)
        self.meter.show_meter(company, self._shell.desk.library, asset)
        self._changed()

    def _answer(self, question: str, value: object) -> None:
        desk, asset = self._shell.desk, self._asset
        evaluation = desk.company.evaluations.get(asset)
        if value is None and evaluation and question in evaluation.guesses:
            self._shell.attempt(lambda: decisions.confirm(desk, asset, question))
        else:
            self._shell.attempt(lambda: decisions.answer(desk, asset, question, value))

    def _tell_unlawful(self, answer: YesNo | None) -> None:
        desk, asset = self._shell.desk, self._asset
        self._shell.attempt(lambda: decisions.tell_unlawful(desk, asset, answer))

    def _drafted(self, draft: Draft) -> None:
        self._drafts[self._asset] = draft
        self.refresh()

    def _reading(self) -> QFrame:
        px = self._shell.look.px
        frame = layout.card()
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(16), px(10), px(16), px(10)), spacing=px(4))
        box.addWidget(text.prose(READ, "table"))
        links = [buttons.link(words, partial(self._shell.open, "guide", to)) for words, to in LEAD_ON]
        box.addLayout(layout.row(text.text("読む", "table", "soft"), *links, spacing=px(14)))
        return frame
