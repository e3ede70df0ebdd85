"""「確定する」: the next version of a paper, with what is still blank and what has changed since the last one, before it is kept."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.papers import issue as issuing
from app.actions.papers import list as paper_list
from app.actions.papers.make import Paper
from app.domain import dates
from app.domain.ledger.records import Issue
from app.paper.writers import writers
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import TextLine
from app.ui.shell import Shell

SHOWN = 6
SAFE = "いまの文と、WordとPDFのファイルが、台帳に残ります。後で台帳を直しても変わらず、「元に戻す」でも消えません。"


class IssueSheet(Sheet):
    """`issued` is the version that was made, None while it is not."""

    def __init__(self, parent: QWidget, shell: Shell, paper: Paper) -> None:
        self._shell, self._paper = shell, paper
        desk, form = shell.desk, paper.form
        version = issuing.next_version(desk, form.id, paper.subject)
        super().__init__(parent, shell.look, f"第{version}版として確定します")
        self.issued: Issue | None = None
        px = self.look.px
        self.setMinimumWidth(px(560))
        named = "　".join(filter(None, (form.title, paper.name)))
        self.body.addWidget(text.text(named, "strong", wrap=True))
        today = dates.written(datetime.now().date().isoformat(), desk.company.profile.western_dates)
        self.body.addWidget(text.text("　".join(filter(None, (today, desk.author))), "table", "soft"))
        self.body.addWidget(text.prose(SAFE))
        self._list("空欄のまま確定します（印刷した紙に手で書けます）", [blank.label for blank in paper.document.blanks])
        self._list(f"第{version - 1}版から変わった所", list(paper_list.sentences(desk, form.id, paper.subject)))
        self.body.addWidget(text.text("確定する理由（改定の書類に使います）", "table"))
        self.reason = TextLine()
        self.reason.setAccessibleName("確定する理由")
        self.reason.setPlaceholderText("例：はじめて定めた" if version == 1 else "例：新しい対策を採ったため")
        self.body.addWidget(self.reason)
        self.buttons.addWidget(buttons.button("やめる", self.reject))
        go = buttons.button(f"第{version}版を確定する", self._issue, look=self.look, primary=True, icon="check")
        go.setDefault(True)
        self.buttons.addWidget(go)
        self.reason.setFocus()

    def _issue(self) -> None:
        desk, paper, now = self._shell.desk, self._paper, datetime.now().astimezone()
        made, reason = writers(*issuing.FILES), self.reason.text().strip()
        self.issued = self._shell.attempt(lambda: issuing.issue(desk, paper.form.id, paper.subject, now, made, reason))
        if self.issued:
            self.accept()

    def _list(self, title: str, lines: list[str]) -> None:
        """A heading and the first lines; how many more there are."""
        if not lines:
            return
        box = QVBoxLayout()
        layout.spaced(box, spacing=self.look.px(4))
        box.addWidget(layout.hairline())
        box.addWidget(text.text(title, "table", wrap=True))
        for line in lines[:SHOWN]:
            box.addWidget(text.prose(f"・{line}", "table", "soft"))
        if len(lines) > SHOWN:
            box.addWidget(text.text(f"ほか {len(lines) - SHOWN}か所", "table", "soft"))
        self.body.addLayout(box)
