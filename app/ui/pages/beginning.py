"""最初の30分: a dozen questions, one at a time; then what they pre-filled, and what to do today.

Each answer is kept when the owner goes on, so that it can be stopped and taken up again. The ledger is pre-filled at the end, in one
step that one undo takes back; all of it is 「仮」 until confirmed.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.actions import start as acting
from app.domain.advice import start, today
from app.domain.advice.start import Question, Way
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import LinesField
from app.ui.kit.flow import Flow

TITLE = "最初の30分"
LEAD = "12の問いに答えると、一覧の下書きと、今日することが出ます。分からない問いは、とばせます。"
SAFE = "答えは、進むたびに保存されます。途中でやめて、後で続けられます。"
LINES = 6


class QuestionView(QWidget):
    """One question with its field: boxes to tick, of which `ONE` takes one, or lines to write."""

    def __init__(self, page: "BeginningPage", question: Question, number: int, of: int) -> None:
        super().__init__()
        self.question = question
        px = page.look.px
        self._boxes: dict[str, QAbstractButton] = {}
        self._lines = LinesField(question.words, lambda _: True, LINES)
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=px(12))
        box.addWidget(text.text(f"{number} / {of}", "caption", "soft"))
        box.addWidget(text.prose(question.words, "h2"))
        box.addWidget(text.prose(f"なぜ聞くか：{question.why}", tone="soft"))
        if question.way is Way.LINES:
            self._lines.setPlaceholderText(question.example)
            self._lines.setMaximumWidth(px(640))
            box.addWidget(self._lines)
            box.addWidget(text.prose("一行に一つずつ書きます。", "caption", "soft"))
        else:
            self._lines.setParent(self)
            self._lines.hide()
            box.addLayout(self._choices())
        box.addStretch(1)

    def _choices(self) -> QVBoxLayout:
        box = QVBoxLayout()
        layout.spaced(box, spacing=4)
        one = self.question.way is Way.ONE
        group = QButtonGroup(self)
        group.setExclusive(one)
        for number, (key, words) in enumerate(self.question.options, 1):
            option = QRadioButton(words.replace("&", "&&")) if one else QCheckBox(words.replace("&", "&&"))
            if not one:
                option.toggled.connect(partial(self._ticked, key))
            if number < 10:
                QShortcut(QKeySequence(f"Alt+{number}"), self, option.click)
            option.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            group.addButton(option)
            self._boxes[key] = option
            box.addWidget(option)
        return box

    def _ticked(self, key: str, on: bool) -> None:
        """「いない・ない」 and the others exclude each other."""
        none = start.NOBODY[0]
        if on:
            for other, box in self._boxes.items():
                if (other == none) is not (key == none):
                    box.setChecked(False)

    def show_answer(self, given: tuple[str, ...]) -> None:
        """Show what was answered before."""
        if self.question.way is Way.LINES:
            self._lines.show_text("\n".join(given))
        for key, box in self._boxes.items():
            box.setChecked(key in given)

    @property
    def given(self) -> tuple[str, ...]:
        """What is answered now."""
        if self.question.way is Way.LINES:
            return tuple(line.strip() for line in self._lines.text().splitlines() if line.strip())
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def take_focus(self) -> None:
        """The keyboard goes to the answer."""
        chosen = next((box for box in self._boxes.values() if box.isChecked()), None)
        first = next(iter(self._boxes.values()), None)
        (chosen or first or self._lines).setFocus(Qt.FocusReason.OtherFocusReason)


class BeginningPage(Page):
    """The questions, one after the other, and behind them what to do today."""

    key = "beginning"

    def build(self) -> None:
        self.set_title(TITLE, LEAD)
        self._questions = start.questions(self.shell.desk.library)
        many = len(self._questions)
        self.views = [QuestionView(self, one, number, many) for number, one in enumerate(self._questions, 1)]
        self._stack = QStackedWidget()
        for view in self.views:
            self._stack.addWidget(layout.scroll(view, view.question.words))
        self._done = QWidget()
        self._result = QVBoxLayout(self._done)
        layout.spaced(self._result, spacing=self.look.px(12))
        self._stack.addWidget(layout.scroll(self._done, "今日すること"))
        self.body.addWidget(self._stack, 1)
        self._at, self._told = 0, ""
        self._back = buttons.button("前の問い", lambda: self.show_question(self._at - 1))
        self._skip = buttons.button("とばす", lambda: self.show_question(self._at + 1))
        self.go = buttons.button("次の問い", self._on, look=self.look, primary=True)
        self.set_buttons(self._back, self._skip, self.go)
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | keys), self, self.go.click)
        given = self._answers
        self._at = next((n for n, one in enumerate(self._questions) if one.key not in given), 0)

    def refresh(self) -> None:
        given = self._answers
        for view in self.views:
            view.show_answer(given.get(view.question.key, ()))
        self._frame()

    def focus_on(self, focus: str) -> None:
        keys = [one.key for one in self._questions]
        if focus in keys:
            self.show_question(keys.index(focus))

    def place(self) -> str:
        return self._questions[self._at].key if self._at < len(self._questions) else ""

    def setFocus(self, *_: object) -> None:
        """Whoever turns here answers at once."""
        if self._at < len(self.views):
            self.views[self._at].take_focus()
        else:
            self.go.setFocus()

    def show_question(self, number: int) -> None:
        """Turn to a question; behind the last one stands what to do today."""
        self._at = max(0, min(number, len(self._questions)))
        self._frame()
        self.setFocus()

    @property
    def _answers(self) -> Mapping[str, tuple[str, ...]]:
        return start.kept_answers(self.shell.desk.company)

    def _frame(self) -> None:
        last = len(self._questions)
        self._stack.setCurrentIndex(self._at)
        self._back.setEnabled(self._at > 0)
        self._skip.setVisible(self._at < last)
        words = "洗い出しを見る" if self._at == last else "下書きを作る" if self._at == last - 1 else "次の問い"
        buttons.set_words(self.go, words)
        if self._at == last:
            self.set_footer(
                self._told or "もう一度答えると、足りないものだけが増えます。",
                "下書きは「仮」です。右上の「元に戻す」で消せます。",
            )
        else:
            self.set_footer(f"あと{last - self._at}問", SAFE)

    def _on(self) -> None:
        if self._at == len(self._questions):
            self.shell.open("inventory")
            return
        view = self.views[self._at]
        desk, given = self.shell.desk, view.given
        if given and not self.shell.done(lambda: acting.answer(desk, view.question, given)):
            return
        if self._at == len(self._questions) - 1:
            self._finish()
        else:
            self.show_question(self._at + 1)

    def _finish(self) -> None:
        """Pre-fill the ledger, and say what to do today."""
        desk, told = self.shell.desk, ""

        def fill() -> None:
            nonlocal told
            told = acting.fill_in(desk, self._answers)

        if self.shell.done(fill):
            self._told = f"{told}を下書きしました。" if told else "新しく下書きするものは、ありませんでした。"
            self._show_today()
            self.show_question(len(self._questions))

    def _show_today(self) -> None:
        desk, px = self.shell.desk, self.look.px
        layout.clear(self._result)
        box = self._result
        box.addWidget(text.prose(self._told, "h2"))
        box.addWidget(
            text.prose("下書きは、どれも「仮」です。洗い出しで一行ずつ、合っているか確かめます。", tone="soft")
        )
        papers = [(desk.forms[form].title, partial(self.shell.open, "papers", form)) for form in today.PAPERS]
        self._section("今日の書類 三つ", papers)
        measures = today.signs(desk.company, desk.library, desk.advice)
        if measures:
            box.addSpacing(px(10))
            box.addWidget(text.text("今日の掲示 三つ", "strong"))
            box.addWidget(text.prose("・".join(f"「{measure.poster}」" for measure in measures)))
            self.print_signs = buttons.button("掲示を印刷する", self._print, look=self.look, icon="print", small=True)
            box.addLayout(layout.row(self.print_signs))
        steps = today.steps(desk.library, desk.advice)
        self._section("次の一歩", [(one.title, partial(self.shell.open, "measures", one.id)) for one in steps])
        worry = next(
            (desk.library.worries[one] for one in self._answers.get("worry", ()) if one in desk.library.worries), None
        )
        if worry is not None:
            self._section("気になること", [(worry.title, partial(self.shell.open, "worries", worry.id))])
        box.addSpacing(px(8))
        box.addStretch(1)

    def _section(self, heading: str, links: list[tuple[str, "partial[None]"]]) -> None:
        if links:
            self._result.addSpacing(self.look.px(10))
            self._result.addWidget(text.text(heading, "strong"))
            shown = [buttons.link(words.replace("&", "&&"), act) for words, act in links]
            self._result.addLayout(Flow(*shown, spacing=self.look.px(18)))

    def _print(self) -> None:
        """The signs on a printer."""
        from app.domain import dates
        from app.paper import printer
        from app.paper.signs import Sign, Signs
        from app.ui.printing import print_dialog

        company = self.shell.desk.company
        day = f"掲示 {dates.written(company.day, company.profile.western_dates)}"
        measures = today.signs(company, self.shell.desk.library, self.shell.desk.advice)
        pages = Signs("掲示", [Sign(m.poster, m.training, company.profile.name, day) for m in measures])
        device = printer.printer_for(pages)
        if print_dialog(device, pages.count, "掲示を印刷", self).exec() and self.shell.done(
            lambda: printer.print_pages(pages, device)
        ):
            self.set_footer("掲示を印刷に送りました。")


PAGE = BeginningPage
