"""What can be done with the paper that is shown: make it final, look after its versions, make it for everyone, take it along."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.actions.papers import make as papers
from app.actions.papers.make import Paper
from app.paper.writers import writers
from app.ui import on_paper
from app.ui.frame import Page

EVERYONE = ("全員分を作る…", "全社分を作る…")


class PaperSteps:
    """`shown` hands out the paper; each sheet is imported when it is first opened."""

    def __init__(self, page: Page, shown: Callable[[], Paper | None]) -> None:
        self._page, self._shell, self._shown = page, page.shell, shown

    def menu(self, *, shown: bool = False) -> QMenu:
        """ほかのこと. `shown`: printing and PDF have buttons of their own, and are not said twice."""
        menu, paper = QMenu(self._page), self._shown()
        offered: list[tuple[str, Callable[[], object]]] = [
            ("確定する…", self.issue),
            ("版と改定…", self.versions),
        ]
        if paper and paper.form.per:
            everyone = [] if shown else [(EVERYONE[paper.form.per == "partner"], self.make_set)]
            offered += [*everyone, ("署名の記録…", self.signatures)]
        if not shown:
            offered += [("PDFで保存…", lambda: self.save("pdf")), ("印刷…", self.print)]
        for words, act in offered:
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        return menu

    def open_menu(self, button: QWidget, *, shown: bool = False) -> None:
        """Show the menu above its button."""
        menu = self.menu(shown=shown)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def issue(self) -> None:
        """「確定する」."""
        from app.ui.pages.papers.issue import IssueSheet

        if paper := self._shown():
            sheet = IssueSheet(self._page, self._shell, paper)
            sheet.exec()
            if sheet.issued:
                self._shell.tell(f"「{sheet.issued.title}」を第{sheet.issued.version}版として確定しました。")

    def versions(self) -> None:
        """「版と改定」."""
        from app.ui.pages.papers.versions import VersionsSheet

        if paper := self._shown():
            VersionsSheet(self._page, self._shell, paper).exec()

    def make_set(self) -> None:
        """「全員分を作る」."""
        from app.ui.pages.papers.set import SetSheet

        if paper := self._shown():
            SetSheet(self._page, self._shell, paper.form).exec()

    def signatures(self) -> None:
        """「署名の記録」."""
        from app.ui.pages.papers.signatures import SignaturesSheet

        if paper := self._shown():
            SignaturesSheet(self._page, self._shell, paper.form).exec()

    def save(self, kind: str) -> None:
        """As a file that has been read back before the owner is told."""
        paper = self._shown()
        if paper is None:
            return
        now, stem = datetime.now().astimezone(), papers.file_stem(paper)
        on_paper.save(
            self._page,
            stem,
            kind,
            lambda path: papers.write(paper, path, writers(kind)[kind], now),
            lambda: self._note(paper, kind),
        )

    def print(self) -> None:
        """On paper."""
        paper = self._shown()
        if paper is not None:
            on_paper.print_out(self._page, paper.form.title, paper.document, lambda: self._note(paper, "print"))

    def _note(self, paper: Paper, how: str) -> None:
        """The list and ホーム say from now on that it was made."""
        desk, today = self._shell.desk, datetime.now().date()
        self._shell.attempt(lambda: papers.note_output(desk, [(paper.form.id, paper.subject)], how, today))
