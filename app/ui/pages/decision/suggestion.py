"""まもり帳の提案: the suggested level with its reasons, and on request where each reason comes from."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.advice.evaluation import Suggestion
from app.domain.ledger.company import Company
from app.domain.naming import things
from app.ui.kit import chips, layout, text
from app.ui.kit.fold import FoldButton
from app.ui.kit.reasons import Reasons
from app.ui.look import Look

FEW = 3


class SuggestionBox(QWidget):
    """The first three reasons, the others and all sources behind 「出どころ」."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._suggestion = Suggestion(None, ())
        self._head = layout.row(spacing=look.px(12))
        self._reasons = Reasons(look, numbered=True)
        self._fold = FoldButton(look, lambda _: self._show_reasons())
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=look.px(8))
        box.addLayout(self._head)
        box.addWidget(self._reasons)
        box.addLayout(
            layout.row(text.text("点の付け方はまもり帳の目安です", "caption", "soft"), self._fold, spacing=look.px(8))
        )

    def show_suggestion(self, company: Company, suggestion: Suggestion) -> None:
        """Show what the answers on one asset speak for."""
        self._suggestion = suggestion
        level, count = suggestion.level, len(suggestion.reasons)
        layout.clear(self._head)
        self._head.addWidget(text.text("まもり帳の提案", tone="soft"))
        if level is None:
            self._head.addWidget(text.text("まだありません", tone="soft"))
        else:
            self._head.addWidget(chips.level_chip(level, text.short(company.level_name(level), 10)))
            self._head.addWidget(text.text(f"理由は{things(count)}", "table", "soft"))
        self._head.addStretch(1)
        self._fold.say("残りの理由と出どころ" if count > FEW else "出どころ")
        self._show_reasons()

    def _show_reasons(self) -> None:
        opened = self._fold.isChecked()
        reasons = self._suggestion.reasons
        self._reasons.show_reasons(reasons if opened else reasons[:FEW], sources=opened)
