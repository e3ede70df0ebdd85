"""The questions on one asset: two first, the handbook's other viewpoints under 「詳しく」."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.advice.viewpoints import FIRST, MORE, Viewpoint, answered
from app.domain.ledger.records import Evaluation
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.fold import FoldButton
from app.ui.kit.sides import Sides
from app.ui.look import Look
from app.ui.settings import Settings

Answered = Callable[[str, object], object]
FOLD = "decision-viewpoints"


class Question(QWidget):
    """One question with its answers side by side, and 仮 while the answer is a guess."""

    def __init__(self, look: Look, viewpoint: Viewpoint, answer: Answered) -> None:
        super().__init__()
        self.viewpoint = viewpoint
        px = look.px
        self.choices = buttons.Choices(
            viewpoint.options, lambda value: answer(viewpoint.key, value), viewpoint.question
        )
        for option in self.choices.findChildren(QPushButton):
            option.setMinimumWidth(px(58))
        self._guess = chips.mark("guess")
        self._guess.setToolTip(text.tip("まもり帳の推測です。選ばれている答えを押すと、確認したことになります。"))
        words = layout.widget_with(
            layout.column(
                text.text(viewpoint.question, wrap=True), text.text(viewpoint.name, "caption", "soft"), spacing=px(3)
            )
        )
        answers = layout.widget_with(layout.row(None, self._guess, self.choices, spacing=px(8)))
        self._guess.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        layout.spaced(box)
        box.addSpacing(px(8))
        box.addWidget(Sides(words, answers, least=px(430), spacing=px(6)))
        box.addSpacing(px(8))
        box.addWidget(layout.hairline())

    def show_answer(self, evaluation: Evaluation) -> None:
        """Show what is answered, and whether it is only a guess."""
        value = getattr(evaluation, self.viewpoint.key)
        self.choices.choose(value)
        self._guess.setVisible(value is not None and self.viewpoint.key in evaluation.guesses)


class Questions(QWidget):
    """All questions of one asset."""

    def __init__(self, look: Look, settings: Settings, answer: Answered) -> None:
        super().__init__()
        self._settings = settings
        self._fold = FoldButton(look, self._turned)
        self._more = QWidget()
        self._questions = [Question(look, viewpoint, answer) for viewpoint in FIRST + MORE]
        box = QVBoxLayout(self)
        layout.spaced(box)
        inner = QVBoxLayout(self._more)
        layout.spaced(inner)
        box.addWidget(layout.hairline())
        for question in self._questions:
            (box if question.viewpoint in FIRST else inner).addWidget(question)
        box.addSpacing(look.px(8))
        box.addWidget(self._fold)
        box.addSpacing(look.px(4))
        box.addWidget(self._more)

    def show_answers(self, evaluation: Evaluation, *, new: bool) -> None:
        """Show the answers; a `new` asset opens 「詳しく」 where something is answered there already."""
        for question in self._questions:
            question.show_answer(evaluation)
        done = answered(evaluation, MORE)
        self._fold.say(
            f"詳しく（あと{len(MORE)}つの見方・答え {done}）" if done else f"詳しく（あと{len(MORE)}つの見方）"
        )
        if new:
            self._open(bool(done) or self._settings.unfolded(FOLD))

    def _turned(self, opened: bool) -> None:
        self._settings.unfold(FOLD, opened)
        self._open(opened)

    def _open(self, opened: bool) -> None:
        self._fold.setChecked(opened)
        self._more.setVisible(opened)
