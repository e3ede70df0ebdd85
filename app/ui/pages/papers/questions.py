"""What a paper asks: its questions and its alternatives, each saved as it is left."""

from functools import partial

from PySide6.QtWidgets import QFormLayout, QScrollArea, QWidget

from app.actions.papers import make as papers
from app.domain import dates
from app.domain.forms.form import ChoiceGroup, Form, Question, QuestionKind
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import LineField, LinesField
from app.ui.shell import Shell
from app.ui.unsaved import Typed

HINTS = {QuestionKind.DATE: "例：2026/12/1", QuestionKind.MONTH: "例：4月", QuestionKind.NUMBER: "数字"}


class PaperQuestions(Sheet):
    """A sheet with one field a question. It is asked once; every paper uses the answer."""

    def __init__(self, parent: QWidget, shell: Shell, form: Form, subject: str) -> None:
        super().__init__(parent, shell.look, f"{form.title}に要ること")
        self._shell, self._form, self._subject = shell, form, subject
        px = self.look.px
        self.resize(px(680), px(560))
        words = "答えは一度だけで、ほかの書類にも使われます。分からないものは空のままで、印刷した紙に手で書けます。"
        self.body.addWidget(text.prose(words, tone="soft"))
        self.fields = {question.name: self._field(question) for question in form.ask}
        self.choices = {group.name: self._chooser(group) for group in form.choices}
        inside = QWidget()
        self._lay_out(QFormLayout(inside))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.buttons.addWidget(buttons.button("書けました", self.accept, look=self.look, primary=True, icon="check"))

    def focus_on(self, question: str) -> None:
        """Go to one question."""
        if question in self.fields:
            self.fields[question].setFocus()

    def _lay_out(self, lines: QFormLayout) -> None:
        lines.setSpacing(self.look.px(12))
        lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for question in self._form.ask:
            use = text.text(question.use, "caption", "soft", wrap=True)
            lines.addRow(question.text, layout.column(self.fields[question.name], use, spacing=2))
        for group in self._form.choices:
            why = text.text(papers.why_first(self._shell.desk, self._form, group), "caption", "soft", wrap=True)
            if not why.text():
                why.hide()
            lines.addRow(group.text, layout.column(self.choices[group.name], why, spacing=2))

    def _field(self, question: Question) -> LineField | LinesField:
        answer, company = partial(self._answer, question), self._shell.desk.company
        many = question.kind is QuestionKind.LINES
        hint = HINTS.get(question.kind, "")
        field = LinesField(question.text, answer) if many else LineField(question.text, answer, hint)
        words = papers.answered(self._shell.desk, question, self._subject)
        dated = question.kind is QuestionKind.DATE
        field.show_text(dates.written(words, company.profile.western_dates) if dated else words)
        return field

    def _chooser(self, group: ChoiceGroup) -> buttons.Choices:
        options = [(option.name, option.text) for option in group.options]
        chooser = buttons.Choices(options, partial(self._choose, group), group.text, upright=True)
        chooser.choose(papers.chosen(self._shell.desk, self._form, group))
        return chooser

    def _answer(self, question: Question, words: str) -> bool:
        desk, subject = self._shell.desk, self._subject
        typed = Typed(f"answers:{question.name}:{subject}", question.text, words)
        return self._shell.done(lambda: papers.answer(desk, question, words.strip(), subject), typed)

    def _choose(self, group: ChoiceGroup, option: object) -> None:
        desk = self._shell.desk
        if option is not None:
            self._shell.attempt(lambda: papers.choose(desk, self._form, group, str(option)))
        self.choices[group.name].choose(papers.chosen(desk, self._form, group))
