"""「あなたの決定」: the level, the reason in one line, who decides and when. Tells what is about to be decided; writes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from app.domain import dates
from app.domain.advice.deciding import Draft, draft_of, levels_offered, stands
from app.domain.advice.evaluation import Reason
from app.domain.ledger.company import Company
from app.domain.ledger.records import Decision
from app.domain.words import Level
from app.ui.kit import layout, text
from app.ui.kit.chips import LevelChoice
from app.ui.kit.fields import TextLine
from app.ui.kit.reasons import Reasons
from app.ui.look import Look


class Verdict(QFrame):
    """The card in which the owner decides."""

    def __init__(self, look: Look, changed: Callable[[Draft], object], heading: str = "あなたの決定") -> None:
        super().__init__()
        self._changed = changed
        self._draft = Draft()
        self.setProperty("card", "true")
        px = look.px
        self._stands = text.prose("", "caption", "soft")
        self.levels = LevelChoice(look, lambda level: self._tell(replace(self._draft, level=level)))
        self._cautions = Reasons(look)
        self._cautions.hide()
        self.reason = self._line("決めた理由（一行で）", "例：20年かけて作った条件で、価格の根拠になる")
        self.reason.textEdited.connect(lambda text: self._tell(replace(self._draft, reason=text)))
        self.by = self._line("決めた人", "例：社長の名前")
        self.by.textEdited.connect(lambda text: self._tell(replace(self._draft, by=text)))
        self._day = text.text("", "table")
        self._note = text.prose("", "caption", "soft")
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(px(18), px(14), px(18), px(14)), spacing=px(10))
        box.addWidget(text.text(heading, "h2"))
        box.addWidget(self._stands)
        box.addWidget(self.levels)
        box.addWidget(self._cautions)
        box.addLayout(layout.column(text.text("決めた理由（一行で）", "caption", "soft"), self.reason, spacing=px(4)))
        who = layout.row(text.text("決めた人", "caption", "soft"), self.by, spacing=px(8), stretch=False)
        day = layout.row(text.text("日付", "caption", "soft"), self._day, spacing=px(8))
        box.addLayout(who)
        box.addLayout(day)
        box.addWidget(self._note)

    def show_draft(
        self,
        company: Company,
        draft: Draft,
        decision: Decision | None,
        suggested: Level | None,
        cautions: Sequence[Reason] = (),
    ) -> None:
        """Show what is about to be decided, beside what is decided already, and what that would contradict."""
        self._cautions.show_reasons(cautions, sources=True)
        self._cautions.setVisible(bool(cautions))
        self._draft = draft
        self.levels.offer([(level, company.level_name(level)) for level in levels_offered(company)])
        self.levels.show_level(draft.level)
        for field, words in ((self.reason, draft.reason), (self.by, draft.by)):
            if field.text() != words:
                field.setText(words)
                field.setCursorPosition(0)
        kept = decision is not None and draft == draft_of(company, decision.id)
        day = decision.on if decision and kept else company.day
        self._day.setText(dates.written(day, company.profile.western_dates))
        self._stands.setText(stands(company, decision) if decision else "")
        self._stands.setVisible(decision is not None)
        differs = draft.level is not None and suggested not in (None, draft.level) and not draft.reason
        note = "提案と違う区分です。理由が一行あると、後で説明しやすくなります。" if differs else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _line(self, name: str, hint: str) -> QLineEdit:
        made = TextLine()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        return made

    def _tell(self, draft: Draft) -> None:
        self._draft = draft
        self._changed(draft)
