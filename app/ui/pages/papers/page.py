"""書類: choose a paper, fill what is missing, look at it as it will be printed, make it final, and take it as Word, PDF or print."""

from collections.abc import Iterator
from datetime import datetime
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.actions.papers import gaps
from app.actions.papers import issue as issuing
from app.actions.papers import list as paper_list
from app.actions.papers import make as papers
from app.actions.papers.list import PaperRow
from app.actions.papers.make import Paper
from app.documents.tree import Blank, Document
from app.domain.forms.form import Form
from app.paper import fonts
from app.paper.writers import told_missing
from app.ui.frame import Page
from app.ui.kit import buttons, layout
from app.ui.kit.fields import PullDown
from app.ui.kit.panes import Panes
from app.ui.pages.papers.article_note import ArticleNote
from app.ui.pages.papers.blanks import PaperBlanks, article_with
from app.ui.pages.papers.fill import FillSheet
from app.ui.pages.papers.list import PaperList
from app.ui.pages.papers.preview import Preview
from app.ui.pages.papers.questions import PaperQuestions
from app.ui.pages.papers.steps import PaperSteps

SIDE, ROOM, WIDE = 236, 560, 960
"""How wide the part beside the paper is, how much the list and the paper need, and the page for all buttons of its footer."""
A_LITTLE = 0.02
"""Seconds of work after which the window is asked whether anybody wants something."""
NARROWEST = 240
"""Of the preview, however large the letters of the window are."""


class PapersPage(Page):
    """The list of papers, the preview in its well, and beside it the blanks and the why of the chosen article."""

    key = "papers"

    def build(self) -> None:
        px = self.look.px
        fonts.load()
        self.set_title("書類", "会社に合わせて組み上げた紙です。台帳を直すと、紙も直ります。")
        self.paper: Paper | None = None
        self._article = ""
        self.list = PaperList(self.look)
        self.list.setFixedWidth(px(226))
        self._subject = PullDown()
        self._subject.setAccessibleName("誰の分")
        self._subject.activated.connect(lambda _: self._show_paper())
        self._preview = Preview(self.look, self._choose_article)
        self._preview.setMinimumWidth(NARROWEST)
        middle = QVBoxLayout()
        layout.spaced(middle, spacing=px(8))
        middle.addWidget(self._subject)
        middle.addWidget(self._preview, 1)
        columns = QHBoxLayout()
        layout.spaced(columns, spacing=px(16))
        columns.addWidget(self.list)
        columns.addLayout(middle, 1)
        main = layout.widget_with(columns)
        opens, closes = "空欄と条のわけを見る", "紙を見る"
        self.body.addWidget(
            Panes(self.look, self._side(), main, opens=opens, closes=closes, width=SIDE, room=ROOM, right=True), 1
        )
        self.list.show_rows(paper_list.titles(self.shell.desk))
        self._looking: Iterator[PaperRow] = iter(())
        self._found: list[PaperRow] = []
        self.idle = QTimer(self)  # after all that is to be painted, and whatever is typed in between
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self._look_on)
        self.list.chosen.connect(lambda _: self._turn())
        self.steps = PaperSteps(self, lambda: self.paper)
        self._more = buttons.button("ほかのこと", self._open_menu, look=self.look, icon="down")
        self._next: QPushButton = buttons.button("", self._do_next, look=self.look, primary=True)
        self._set = buttons.button("", self.steps.make_set, look=self.look, icon="papers")
        self._roomy = (
            self._set,
            buttons.button("PDF", lambda: self.steps.save("pdf")),
            buttons.button("印刷", self.steps.print, look=self.look, icon="print"),
        )
        word = buttons.button("Wordで保存", lambda: self.steps.save("docx"), look=self.look, icon="word")
        self.set_buttons(self._more, word, *self._roomy, self._next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_roomy()

    def _show_roomy(self) -> None:
        """Where there is no room for these buttons, they are in the menu alone."""
        for button in self._roomy:
            button.setVisible(self._is_wide and (button is not self._set or bool(self.form.per)))

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self.look.px(WIDE)

    def _open_menu(self) -> None:
        self.steps.open_menu(self._more, shown=self._is_wide)

    def refresh(self) -> None:
        self._fill_subjects(self.subject)
        self._show_paper()
        self._looking, self._found = paper_list.each(self.shell.desk, datetime.now().astimezone()), []
        self.idle.start(0)

    def _look_on(self) -> None:
        """Where all the papers stand is found out a little at a time, so that the window answers; then the list says so."""
        until = monotonic() + A_LITTLE
        for row in self._looking:
            self._found.append(row)
            if monotonic() > until:
                self.idle.start(0)
                return
        self.list.show_rows(paper_list.by_scene(self._found))

    def focus_on(self, focus: str) -> None:
        """Show a form by its id; with `@` and an id behind it, that of one person or partner."""
        form, _, subject = focus.partition("@")
        if form in self.shell.desk.forms:
            self.list.choose(form)
            self._turn(subject)

    def on_print(self) -> None:
        self.steps.print()

    def on_save(self) -> None:
        self.steps.save("docx")

    def place(self) -> str:
        return f"{self.form.id}@{self.subject}"

    # choosing -------------------------------------------------------------------------------------------

    @property
    def form(self) -> Form:
        """The paper's form that is chosen."""
        return self.shell.desk.forms[self.list.key]

    @property
    def subject(self) -> str:
        """Whom the paper is for, "" for the company or a blank one."""
        return str(self._subject.currentData() or "")

    def _turn(self, subject: str = "") -> None:
        """Show another paper; whom it is for stays, unless it is said."""
        self._article = ""
        self._fill_subjects(subject or self.subject)
        self._show_paper()
        self._preview.to_top()

    def _fill_subjects(self, chosen: str) -> None:
        offered = papers.subjects(self.shell.desk, self.form)
        self._subject.clear()
        for subject, name in offered:
            ahead = papers.ahead(self.shell.desk, subject)
            self._subject.addItem(f"{name}（{ahead}）" if ahead else name, subject)
        self._subject.setVisible(bool(offered))
        self._subject.setCurrentIndex(max(0, self._subject.findData(chosen)))

    # showing --------------------------------------------------------------------------------------------

    def _show_paper(self) -> None:
        now = datetime.now().astimezone()
        paper = self.shell.attempt(lambda: issuing.present(self.shell.desk, self.form.id, now, self.subject))
        if paper is None:
            return
        self.paper = paper
        pages = self._preview.show_document(paper.document)
        self._choose_article(self._article)
        articles = sum(1 for _ in paper.document.articles())
        counted = f"{articles}条・{pages}ページ" if articles else f"{pages}ページ"
        blanks = "空欄は〔　〕のまま印刷され、手で書けます。" if gaps.to_fill(paper) else "空欄はありません。"
        changed = paper_list.changed(self.shell.desk, self.form.id, self.subject)
        self.set_footer(f"{self.form.title}　{counted}", f"{changed}{blanks}{self._unpaintable(paper.document)}")
        self._blanks.show_blanks(paper)
        buttons.set_words(self._set, "全社分" if self.form.per == "partner" else "全員分")
        self._show_roomy()
        buttons.set_words(
            self._next, {"fill": "空欄をうめる", "issue": "確定する", "versions": "版と改定"}[self._what_next()]
        )

    def _unpaintable(self, document: Document) -> str:
        told = told_missing(document)
        return f"　{told}" if told else ""

    def _side(self) -> QWidget:
        side = QWidget()
        box = self._side_box = QVBoxLayout(side)
        layout.spaced(box, spacing=self.look.px(12))
        self._blanks = PaperBlanks(self.look, self._fill_blank, self._ask)
        box.addWidget(self._blanks, 1)
        self.note = ArticleNote(self.shell, self._choose_article, self.look.px(SIDE))
        box.addWidget(self.note, 1)
        return side

    def _choose_article(self, article: str) -> None:
        self._article = article
        self._preview.choose(article)
        if self.paper:
            self.note.show_article(self.paper, article)
        self._side_box.setStretch(0, 1 if article else 3)
        self._side_box.setStretch(1, 2 if article else 1)

    # the one next step --------------------------------------------------------------------------------------

    def _what_next(self) -> str:
        """Fill the blanks; then make it final; then look after its versions."""
        if self.paper and gaps.gaps(self.shell.desk, self.paper):
            return "fill"
        return "versions" if issuing.holds(self.shell.desk, self.form.id, self.subject) else "issue"

    def _do_next(self) -> None:
        {"fill": self._fill, "issue": self.steps.issue, "versions": self.steps.versions}[self._what_next()]()

    def _fill(self, first: str = "") -> None:
        """Through the blanks, one after the other, in place, and back to the paper."""
        if self.paper:
            sheet = FillSheet(self, self.shell, self._again, first)
            sheet.exec()
            self.list.setFocus()
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _again(self) -> Paper | None:
        """The same paper as it is now."""
        now = datetime.now().astimezone()
        return self.shell.attempt(lambda: issuing.present(self.shell.desk, self.form.id, now, self.subject))

    def _fill_blank(self, blank: Blank) -> None:
        if blank.lost and self.paper:
            article = article_with(self.paper.document, blank)
            self._choose_article(article.id if article else "")
        else:
            self._fill(blank.key)

    def _ask(self, question: str = "") -> None:
        sheet = PaperQuestions(self, self.shell, self.form, self.subject)
        sheet.focus_on(question)
        sheet.exec()


PAGE = PapersPage
