"""「版と改定」: every version of a paper with its files as they were, what has changed since, and the papers of a revision."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.actions.papers import issue as issuing
from app.actions.papers import list as paper_list
from app.actions.papers import make as papers
from app.actions.papers import revise as revising
from app.actions.papers.make import Paper
from app.domain import dates
from app.domain.ledger.records import Issue
from app.paper.writers import writers
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import PullDown
from app.ui.kit.making import Making, Piece
from app.ui.pages.papers.row_table import RowTable
from app.ui.shell import Shell

COLUMNS = (("版", 70), ("確定した日", 150), ("確定した人", 110), ("理由", 0))
FEW = 3
NONE = "まだ、確定した版がありません。「確定する」と、そのときの文とファイルがここに残り、あとから何が変わったかが分かります。"
HOLDS = "いまの台帳の内容と同じです。見直す所はありません。"
SET = "新旧対照表、改定の理由、お知らせなどを、WordとPDFでまとめて作ります。"


class VersionsSheet(Sheet):
    """For one paper of the company, or of one person or partner."""

    def __init__(self, parent: QWidget, shell: Shell, paper: Paper) -> None:
        named = "　".join(filter(None, (paper.form.title, paper.name)))
        super().__init__(parent, shell.look, f"版と改定　{named}")
        self._shell, self._paper = shell, paper
        self.versions = issuing.versions(shell.desk.company, paper.form.id, paper.subject)
        px = self.look.px
        self.resize(QSize(px(760), px(600)).boundedTo(parent.window().size()))
        self.told = text.prose("", "table", "soft")
        self.making = Making(shell)
        self.table = self._table()
        self.older, self.newer = (PullDown() for _ in range(2))
        self._changes()
        if self.versions:
            self.body.addWidget(self.table, 1)
            self.body.addLayout(layout.row(*self._file_buttons()))
            self._revision()
        self.body.addWidget(self.making)
        self.body.addWidget(self.told)
        self.buttons.addWidget(buttons.button("閉じる", self.accept, look=self.look, primary=True, icon="check"))

    @property
    def version(self) -> Issue:
        """The one that is chosen."""
        return self.versions[::-1][max(self.table.currentRow(), 0)]

    def done(self, result: int) -> None:
        """Whoever closes stops what is being made."""
        self.making.stop()
        super().done(result)

    def _changes(self) -> None:
        """見直しが必要, and why; or that all is as it was."""
        if not self.versions:
            self.body.addWidget(text.prose(NONE))
            return
        told = list(paper_list.sentences(self._shell.desk, self._paper.form.id, self._paper.subject))
        if not told:
            self.body.addWidget(text.prose(HOLDS))
            return
        self.body.addWidget(text.text(f"見直しが必要です（{len(told)}か所）", "strong"))
        lines = layout.column(*(text.prose(f"・{line}", "table") for line in told), spacing=self.look.px(4))
        if len(told) <= FEW:
            self.body.addLayout(lines)
            return
        lines.addStretch(1)
        area = layout.scroll(layout.widget_with(lines), "変わった所")
        area.setMinimumHeight(self.look.px(130))
        self.body.addWidget(area, 1)

    def _table(self) -> RowTable:
        """The newest version on top."""
        table = RowTable(self.look, "確定した版", COLUMNS)
        western = self._shell.desk.company.profile.western_dates
        table.show_rows(
            (f"第{issue.version}版", dates.written(issue.on, western), issue.by, issue.reason)
            for issue in self.versions[::-1]
        )
        table.setMinimumHeight(self.look.px(116))
        if self.versions:
            table.selectRow(0)
        return table

    def _file_buttons(self) -> tuple[QWidget, ...]:
        return (
            buttons.button("この版のWord", lambda: self._take_out("docx"), look=self.look, icon="word", small=True),
            buttons.button("この版のPDF", lambda: self._take_out("pdf"), small=True),
        )

    def _revision(self) -> None:
        """Two versions to choose, and a folder to be asked for."""
        self.body.addWidget(layout.hairline())
        self.body.addWidget(text.text("改定セット", "h2"))
        if len(self.versions) < 2:
            self.body.addWidget(text.prose(f"{SET}版が二つになると、作れます。", "table", "soft"))
            return
        for box, name, chosen in ((self.older, "前の版", -2), (self.newer, "新しい版", -1)):
            box.setAccessibleName(name)
            for issue in self.versions:
                box.addItem(f"第{issue.version}版", issue.id)
            box.setCurrentIndex(len(self.versions) + chosen)
        self.make_set = buttons.button("改定セットを作る", self._make_set, look=self.look, icon="papers", small=True)
        self.body.addWidget(text.prose(SET, "table", "soft"))
        self.body.addLayout(layout.row(self.older, text.text("から"), self.newer, text.text("へ"), self.make_set))

    # doing ------------------------------------------------------------------------------------------------

    def _take_out(self, kind: str) -> None:
        """The file as it was issued, byte for byte."""
        issue = self.version
        name = f"{papers.file_stem(self._paper)} 第{issue.version}版.{kind}"
        target = self._shell.ask_file(f"第{issue.version}版を取り出す", name, kind)
        if target is not None and self._shell.done(lambda: issuing.take_out(self._shell.desk, issue, kind, target)):
            self.told.setText(f"「{target.name}」に、確定したときのまま取り出しました。")

    def _make_set(self) -> None:
        old, new = (self.versions[box.currentIndex()] for box in (self.older, self.newer))
        if old.version >= new.version:
            self.told.setText("左に前の版、右に新しい版を選んでください。")
            return
        folder = self._shell.ask_folder("改定セットを入れるフォルダ")
        if folder is not None:
            pieces = revising.write(
                self._shell.desk, old, new, folder, writers(*issuing.FILES), datetime.now().astimezone()
            )
            self.make_set.setEnabled(False)
            self.making.run(pieces, lambda last, whole: self._made(folder, last, whole))

    def _made(self, folder: Path, last: Piece | None, whole: bool) -> None:
        self.make_set.setEnabled(True)
        count = last.number if last else 0
        self.told.setText(
            f"{count}つのファイルを「{folder.name}」に入れました。" if whole else f"{count}つ作った所でやめました。"
        )
