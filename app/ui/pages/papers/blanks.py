"""Beside the paper: its blanks, each with the way to fill it, what it asks, and what to mind before it is used."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.actions.papers import gaps
from app.actions.papers.make import Paper
from app.documents.tree import Article, Blank, Document
from app.domain.forms.blanks import NAMES, PLACES
from app.ui.kit import buttons, layout, text
from app.ui.look import Look

WHITE = "「誰の分」を選ぶと入ります："


class PaperBlanks(QScrollArea):
    """`fill` hears which blank is to be filled, `ask` opens the questions of the form."""

    def __init__(self, look: Look, fill: Callable[[Blank], object], ask: Callable[[], object]) -> None:
        super().__init__()
        self._look, self._fill, self._ask = look, fill, ask
        self.setWidgetResizable(True)
        self.setAccessibleName("空欄と注意")
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        self._shown: Paper | None = None
        layout.spaced(self._box, spacing=look.px(8))
        self.setWidget(inside)

    def show_blanks(self, paper: Paper) -> None:
        """What this paper lacks, asks and warns of. For the very same paper it stays as it is."""
        if paper == self._shown:
            return
        self._shown = paper
        layout.clear(self._box)
        form, document, blanks = paper.form, paper.document, gaps.to_fill(paper)
        self._box.addWidget(text.text(f"空欄 {len(blanks)}か所" if blanks else "空欄はありません", "h2"))
        for blank in blanks:
            self._box.addWidget(layout.hairline())
            self._box.addLayout(self._line(document, blank))
        if open_on_purpose := gaps.left_open(paper):
            named = "、".join(blank.label for blank in open_on_purpose)
            self._box.addWidget(text.prose(f"{WHITE}{named}", "table", "soft"))
        if form.ask or form.choices:
            self._box.addWidget(layout.hairline())
            self._box.addWidget(buttons.link("この書類の質問と選び方", self._ask))
        if form.cautions:
            self._box.addWidget(layout.hairline())
            self._box.addWidget(text.text("使う前に", "h2"))
            self._box.addWidget(text.prose("専門家の確認を受けて使ってください。", "table", "soft"))
            for caution in form.cautions:
                self._box.addWidget(text.prose(f"・{caution.text}", "table", "soft"))
        if form.public_model:
            self._box.addWidget(text.prose(f"・公的なひな形：{form.public_model}", "table", "soft"))
        self._box.addStretch(1)

    def _line(self, document: Document, blank: Blank) -> QHBoxLayout:
        words = layout.column(
            text.prose(blank.label, "table"),
            text.text(_where(document, blank), "caption", "soft", wrap=True),
            spacing=2,
        )
        line = QHBoxLayout()
        layout.spaced(line, spacing=self._look.px(6))
        line.addLayout(words, 1)
        go = buttons.link("見る" if blank.lost else "うめる", partial(self._fill, blank))
        go.setAccessibleName(f"{blank.label}を{'見る' if blank.lost else 'うめる'}")
        line.addWidget(go)
        return line


def article_with(document: Document, blank: Blank) -> Article | None:
    """The first article that has this blank."""
    return next((article for article in document.articles() if _holds(article, blank)), None)


def _where(document: Document, blank: Blank) -> str:
    """The article that needs a value, and where it is written."""
    article, page = article_with(document, blank), PLACES.get(blank.key)
    source = "" if blank.lost else NAMES[page.page] if page else "この書類の質問"
    return "・".join(filter(None, (article.label if article else "", source)))


def _holds(article: Article, blank: Blank) -> bool:
    return any(
        piece == blank
        for paragraph in article.paragraphs
        for pieces in (paragraph.inlines, *(item.inlines for item in paragraph.items))
        for piece in pieces
    )
