"""書類: choose a paper, fill what is missing, look at it as it will be printed, and take it as Word, PDF or print."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.actions import papers
from app.actions.papers import Paper
from app.documents.tree import Article, Blank, Document
from app.domain.blanks import NAMES, PLACES
from app.domain.form import Form
from app.errors import MamoriError
from app.paper import fonts
from app.paper.pages import Pages
from app.paper.writers import writers
from app.ui import parts
from app.ui.frame import Page
from app.ui.widgets.article_note import ArticleNote
from app.ui.widgets.panes import Panes
from app.ui.widgets.paper_questions import PaperQuestions
from app.ui.widgets.preview import Preview

SIDE, ROOM = 236, 560
"""How wide the part beside the paper is, and how much the list and the paper need."""


class PapersPage(Page):
    """The list of papers, the preview in its well, and beside it the blanks and the why of the chosen article."""

    key = "papers"
    shows = (
        "profile",
        "departments",
        "people",
        "partners",
        "assets",
        "places",
        "access",
        "decisions",
        "choices",
        "appointments",
        "answers",
        "own_articles",
    )

    def build(self) -> None:
        px = self.look.px
        fonts.load()
        self.set_title("書類", "会社に合わせて組み上げた紙です。台帳を直すと、紙も直ります。")
        self._paper: Paper | None = None
        self._article = ""
        self._forms = QListWidget()
        self._forms.setProperty("plain", "true")
        self._forms.setProperty("rows", "true")
        self._forms.setAccessibleName("書類の一覧")
        self._forms.setFixedWidth(px(226))
        self._states: dict[str, QLabel] = {}
        self._subject = QComboBox()
        self._subject.setAccessibleName("だれの分")
        self._subject.activated.connect(lambda _: self._show_paper())
        self._preview = Preview(self.look, self._choose_article)
        middle = QVBoxLayout()
        parts.tight(middle, spacing=px(8))
        middle.addWidget(self._subject)
        middle.addWidget(self._preview, 1)
        columns = QHBoxLayout()
        parts.tight(columns, spacing=px(16))
        columns.addWidget(self._forms)
        columns.addLayout(middle, 1)
        main = parts.holder(columns)
        opens, closes = "空欄と条のわけを見る", "紙を見る"
        self.body.addWidget(
            Panes(self.look, self._side(), main, opens=opens, closes=closes, width=SIDE, room=ROOM, right=True), 1
        )
        self._fill_list()
        self._forms.currentRowChanged.connect(self._turn)
        self.set_buttons(
            parts.button("Wordで保存", lambda: self._save("docx"), look=self.look, icon="word"),
            parts.button("PDF", lambda: self._save("pdf")),
            parts.button("印刷", self._print, look=self.look, icon="print"),
            parts.button("空欄をうめる", self._fill, look=self.look, primary=True),
        )

    def refresh(self) -> None:
        for form in papers.papers(self.shell.desk):
            self._states[form.id].setText(self._state(form))
        self._fill_subjects()
        self._show_paper()

    def focus_on(self, focus: str) -> None:
        ids = [form.id for form in papers.papers(self.shell.desk)]
        if focus in ids:
            self._forms.setCurrentRow(ids.index(focus))

    # choosing -------------------------------------------------------------------------------------------

    @property
    def form(self) -> Form:
        """The paper's form that is chosen."""
        return papers.papers(self.shell.desk)[max(self._forms.currentRow(), 0)]

    def _fill_list(self) -> None:
        px = self.look.px
        for form in papers.papers(self.shell.desk):
            item = QListWidgetItem()
            item.setToolTip(form.use)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, form.title)
            self._states[form.id] = parts.text("", "caption", "soft")
            words = QWidget()
            box = QVBoxLayout(words)
            parts.tight(box, margins=(px(10), px(8), px(4), px(8)), spacing=px(4))
            box.addWidget(parts.text(form.title, "table", wrap=True))
            box.addWidget(self._states[form.id])
            item.setSizeHint(QSize(px(200), words.sizeHint().height()))
            self._forms.addItem(item)
            self._forms.setItemWidget(item, words)
        self._forms.setCurrentRow(0)

    def _turn(self, _: int) -> None:
        self._article = ""
        self._fill_subjects()
        self._show_paper()
        self._preview.to_top()

    def _fill_subjects(self) -> None:
        chosen = self._subject.currentData() or ""
        offered = papers.subjects(self.shell.desk, self.form)
        self._subject.clear()
        for subject, name in offered:
            self._subject.addItem(name, subject)
        self._subject.setVisible(bool(offered))
        self._subject.setCurrentIndex(max(0, self._subject.findData(chosen)))

    def _state(self, form: Form) -> str:
        """What stands under the title in the list."""
        blanks = self._blanks_of(form)
        return "できています" if not blanks else f"空欄 {blanks}か所"

    def _blanks_of(self, form: Form) -> int:
        try:
            return len(papers.make(self.shell.desk, form.id, datetime.now().astimezone()).document.blanks)
        except MamoriError:
            return 0

    # showing --------------------------------------------------------------------------------------------

    def _show_paper(self) -> None:
        subject = str(self._subject.currentData() or "")
        paper = self.shell.attempt(
            lambda: papers.make(self.shell.desk, self.form.id, datetime.now().astimezone(), subject)
        )
        if paper is None:
            return
        self._paper = paper
        pages = self._preview.show_document(paper.document)
        self._choose_article(self._article)
        articles = sum(1 for _ in paper.document.articles())
        counted = f"{articles}条・{pages}ページ" if articles else f"{pages}ページ"
        blanks = paper.document.blanks
        safe = "空欄は〔　〕のまま印刷され、手で書けます。" if blanks else "空欄はありません。"
        self.set_footer(f"{self.form.title}　{counted}", f"{safe}{self._unpaintable(paper.document)}")
        self._show_blanks(paper.document)

    def _unpaintable(self, document: Document) -> str:
        words = "".join(piece.text for piece in document.inlines())
        missing = fonts.missing_glyphs(words)
        return f"　画面の書体にない文字：{missing}（Wordでは出ることがあります）" if missing else ""

    def _side(self) -> QWidget:
        px = self.look.px
        side = QWidget()
        box = self._side_box = QVBoxLayout(side)
        parts.tight(box, spacing=px(12))
        area = QScrollArea()
        area.setWidgetResizable(True)
        inside = QWidget()
        self._blanks = QVBoxLayout(inside)
        parts.tight(self._blanks, spacing=px(8))
        area.setWidget(inside)
        box.addWidget(area, 1)
        self._note = ArticleNote(self.shell, self._choose_article, px(SIDE))
        box.addWidget(self._note, 1)
        return side

    def _show_blanks(self, document: Document) -> None:
        parts.clear(self._blanks)
        blanks = document.blanks
        self._blanks.addWidget(parts.text(f"空欄 {len(blanks)}か所" if blanks else "空欄はありません", "h2"))
        for blank in blanks:
            self._blanks.addWidget(parts.hair())
            words = parts.column(
                parts.prose(blank.label, "table"),
                parts.text(_where(document, blank), "caption", "soft", wrap=True),
                spacing=2,
            )
            line = QHBoxLayout()
            parts.tight(line, spacing=self.look.px(6))
            line.addLayout(words, 1)
            go = parts.link("見る" if blank.lost else "うめる", partial(self._fill_blank, blank))
            go.setAccessibleName(f"{blank.label}を{'見る' if blank.lost else 'うめる'}")
            line.addWidget(go)
            self._blanks.addLayout(line)
        asked = self.form.ask or self.form.choices
        if asked:
            self._blanks.addWidget(parts.hair())
            self._blanks.addWidget(parts.link("この書類の質問と選び方", self._ask))
        if self.form.cautions:
            self._blanks.addWidget(parts.hair())
            self._blanks.addWidget(parts.text("使う前に", "h2"))
            self._blanks.addWidget(parts.prose("専門家の確認を受けて使ってください。", "table", "soft"))
            for caution in self.form.cautions:
                self._blanks.addWidget(parts.prose(f"・{caution}", "table", "soft"))
        self._blanks.addStretch(1)

    def _choose_article(self, article: str) -> None:
        self._article = article
        self._preview.choose(article)
        if self._paper:
            self._note.show_article(self._paper, article)
        self._side_box.setStretch(0, 1 if article else 3)
        self._side_box.setStretch(1, 2 if article else 1)

    # doing ----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        blanks = self._paper.document.blanks if self._paper else ()
        if blanks:
            self._fill_blank(blanks[0])
        else:
            self._ask()

    def _fill_blank(self, blank: Blank) -> None:
        key = blank.key
        if blank.lost and self._paper:
            self._choose_article(next((a.id for a in self._paper.document.articles() if _holds(a, blank)), ""))
        elif key in PLACES and key not in {question.name for question in self.form.ask}:
            self.shell.open(*PLACES[key])
        else:
            self._ask(key)

    def _ask(self, question: str = "") -> None:
        sheet = PaperQuestions(self, self.shell, self.form, str(self._subject.currentData() or ""))
        sheet.focus_on(question)
        sheet.exec()

    def _save(self, kind: str) -> None:
        paper = self._paper
        if paper is None:
            return
        target = self.shell.ask_file(f"{self.form.title}を保存", f"{papers.file_stem(paper)}.{kind}", kind)
        if target is not None and self.shell.done(
            lambda: papers.write(paper, target, writers(kind)[kind], datetime.now().astimezone())
        ):
            self.set_footer(f"「{target.name}」に保存しました。", f"場所：{target.parent}")

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from app.paper import printer

        if self._paper is None:
            return
        pages = Pages(self._paper.document)
        device = printer.printer_for(pages)
        dialog = QPrintDialog(device, self)
        dialog.setWindowTitle(f"{self.form.title}を印刷")
        if dialog.exec() and self.shell.done(lambda: printer.print_pages(pages, device)):
            self.set_footer(f"{self.form.title}を印刷に送りました。")


def _where(document: Document, blank: Blank) -> str:
    """The article that needs a value, and where it is written."""
    article = next((a.label for a in document.articles() if _holds(a, blank)), "")
    page = PLACES.get(blank.key)
    source = "" if blank.lost else NAMES[page[0]] if page else "この書類の質問"
    return "・".join(filter(None, (article, source)))


def _holds(article: Article, blank: Blank) -> bool:
    return any(
        piece == blank
        for paragraph in article.paragraphs
        for pieces in (paragraph.inlines, *(item.inlines for item in paragraph.items))
        for piece in pieces
    )


PAGE = PapersPage
