"""「先に確かめます」: in place of a level, for what may tell of something unlawful — why, one question, and where to read and whom to ask."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.advice.evaluation import Suggestion
from app.domain.columns.asset import ANSWERS
from app.domain.ledger.records import Asset
from app.domain.ledger.unlawful import QUESTION
from app.domain.words import YesNo
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.reasons import Reasons
from app.ui.shell import Shell

SAFE = (
    "見つけたことを責める画面ではありません。答えは、あとから変えられます。",
    "「ある」「分からない」のあいだは、区分を付けず、誓約書・台帳・一覧などの書類に名前を出しません。消さずに残しておきます。",
    "迷う時は一人で決めず、「分からない」を選んで、下の相談先に聞いてください。",
)
READ = (
    ("秘密で守れるもの、守れないもの", "guide", "steps:three-requirements"),
    ("通報を秘密で封じない", "guide", "steps:b-whistleblowing"),
    ("公益通報の法律", "guide", "law:whistleblowing"),
    ("社員が言ってきた時", "worries", "reported-wrongdoing"),
    ("弁護士に聞く", "guide", "contacts:lawyers"),
)


class HeldBack(QFrame):
    """The card. `answered` hears of 「ない」「ある」「分からない」, and None where the answer is taken back."""

    def __init__(self, shell: Shell, answered: Callable[[YesNo | None], object]) -> None:
        super().__init__()
        look = shell.look
        px = look.px
        self.setProperty("card", "true")
        self._reasons = Reasons(look)
        options = [(answer, words) for answer, words in ANSWERS.items() if answer]
        self.choices = buttons.Choices(
            options, lambda value: answered(value if isinstance(value, YesNo) else None), QUESTION
        )
        links = [buttons.link(words, partial(shell.open, page, to)) for words, page, to in READ]
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(px(22), px(18), px(22), px(18)), spacing=px(12))
        box.addWidget(text.text("先に確かめます", "h2"))
        box.addWidget(self._reasons)
        box.addWidget(layout.hairline())
        box.addWidget(text.prose(QUESTION, "strong"))
        box.addLayout(layout.row(self.choices))
        for words in SAFE:
            box.addWidget(text.prose(words, "table", "soft"))
        box.addWidget(layout.hairline())
        box.addWidget(layout.widget_with(Flow(text.text("読む・聞く", "table", "soft"), *links, spacing=px(14))))

    def show_asset(self, asset: Asset, suggestion: Suggestion) -> None:
        """Why it is held back, and what is answered."""
        self._reasons.show_reasons(suggestion.reasons, sources=False)
        self.choices.choose(asset.unlawful)
