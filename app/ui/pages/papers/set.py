"""「全員分を作る」: one paper for each person or partner, as files in a folder or as one print job."""

from datetime import datetime
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sets
from app.actions.papers import sign as signing
from app.actions.papers.sets import Wanted
from app.domain.forms.form import Form, SignedBy
from app.paper.writers import writers
from app.ui import outside
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.making import Making, Piece, Pieces
from app.ui.pages.papers.missing_letters import MissingLetters
from app.ui.printing import print_dialog
from app.ui.shell import Shell

KINDS = (("docx", "Word"), ("pdf", "PDF"), ("both", "WordとPDF"))
ENDINGS = {"docx": ("docx",), "pdf": ("pdf",), "both": ("docx", "pdf")}
LEAD = "一通ずつ名前を入れて作ります。ファイルは番号の順に並び、とちゅうでやめても、できた分はそのまま使えます。"

COMING = "これから来る人の分は、印を付けると作れます。"


class SetSheet(Sheet):
    """Who, what kind of file, and where to."""

    def __init__(self, parent: QWidget, shell: Shell, form: Form) -> None:
        self._shell, self.form, self._unit = shell, form, signing.unit(form)
        super().__init__(parent, shell.look, f"全{'社' if form.per == 'partner' else '員'}分を作る　{form.title}")
        px = self.look.px
        self.resize(QSize(px(640), px(620)).boundedTo(parent.window().size()))
        self.people = self._people()
        lead = f"{LEAD}{COMING}" if any(papers.ahead(shell.desk, one.subject) for one in self._able()) else LEAD
        self.body.addWidget(text.prose(lead, "table", "soft"))
        every = buttons.link("全部選ぶ", lambda: self._choose_all(True))
        nobody = buttons.link("選ばない", lambda: self._choose_all(False))
        self._count = text.text("", "table")
        self.body.addLayout(layout.row(self._count, None, every, nobody))
        self.body.addWidget(self.people, 1)
        self._kind = "docx"
        self.kinds = buttons.Choices(KINDS, self._choose_kind, "ファイルの種類")
        self.kinds.choose(self._kind)
        self.covers = QCheckBox("使い方と注意の紙も付ける")
        self.covers.setChecked(True)
        self.final = QCheckBox("配る版として確定もする（いまの文とファイルを台帳に残す）")
        self.body.addLayout(Flow(self.kinds, self.covers, spacing=px(16)))
        self.body.addWidget(self.final)
        self.missing = MissingLetters(shell.desk, self._unit)
        self.body.addWidget(self.missing)
        self.making, self.told = Making(shell), text.prose("", "table", "soft")
        self.body.addWidget(self.making)
        self.body.addWidget(self.told)
        self._ways = layout.row(spacing=px(16))
        self.body.addLayout(self._ways)
        self.printing = buttons.button("まとめて印刷", self._print, look=self.look, icon="print")
        self.go = buttons.button("フォルダに作る", self._make, look=self.look, primary=True)
        self.buttons.addWidget(buttons.button("閉じる", self.accept))
        self.buttons.addWidget(self.printing)
        self.buttons.addWidget(self.go)
        self.people.setFocus()
        self.people.itemChanged.connect(lambda _: self._show_count())
        self._show_count()

    @property
    def wanted(self) -> list[Wanted]:
        """The papers of those who are ticked, in the order of the list."""
        items = (self.people.item(row) for row in range(self.people.count()))
        chosen = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return [Wanted(self.form.id, item.data(Qt.ItemDataRole.UserRole)) for item in chosen]

    def done(self, result: int) -> None:
        """Whoever closes stops what is being made."""
        self.missing.stop()
        self.making.stop()
        super().done(result)

    # who ----------------------------------------------------------------------------------------------------

    def _people(self) -> QListWidget:
        """Everybody who can sign; ticked are all who are here, or those for whom such a paper is waited for."""
        desk, chosen = self._shell.desk, QListWidget()
        chosen.setProperty("plain", "true")
        chosen.setAccessibleName("誰の分を作るか")
        able = {one.subject for one in self._able()}
        standings = [one for one in signing.standings(desk, self.form, desk.company.on) if one.subject in able]
        some = self.form.signed_by is SignedBy.LEAVERS and any(one.awaited for one in standings)
        for one in standings:
            ahead = papers.ahead(desk, one.subject)
            item = QListWidgetItem((one.name or "（名前なし）") + (f"（{ahead}）" if ahead else ""))
            item.setData(Qt.ItemDataRole.UserRole, one.subject)
            wanted = one.awaited if some else not ahead
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            chosen.addItem(item)
        return chosen

    def _able(self) -> list[Wanted]:
        return sets.for_any(self._shell.desk, self.form)

    def _choose_all(self, yes: bool) -> None:
        for row in range(self.people.count()):
            self.people.item(row).setCheckState(Qt.CheckState.Checked if yes else Qt.CheckState.Unchecked)

    def _choose_kind(self, kind: object) -> None:
        self._kind = str(kind or self._kind)
        self.kinds.choose(self._kind)

    def _show_count(self) -> None:
        wanted = self.wanted
        count = len(wanted)
        self.missing.tell_of(wanted)
        self._count.setText(f"{self.people.count()}{self._unit}のうち {count}{self._unit}分を作ります")
        for button in (self.go, self.printing):
            button.setEnabled(count > 0 and not self.making.busy)

    # making -------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        folder = self._shell.ask_folder(f"{self.form.title}を入れるフォルダ")
        if folder is None:
            return
        desk, now, made = self._shell.desk, datetime.now().astimezone(), writers(*ENDINGS[self._kind])
        files = sets.write(desk, self.wanted, folder, made, now, covers=self.covers.isChecked())
        self.told.setText("")
        self.making.run(self._with_issue(files), lambda last, whole: self._made(folder, last, whole))
        self._show_count()

    def _with_issue(self, files: Pieces) -> Pieces:
        """First the versions, if they are wanted, then the files."""
        if not self.final.isChecked():
            return files
        made, now = writers(*issuing.FILES), datetime.now().astimezone()
        issues = sets.issue(self._shell.desk, self.wanted, made, now, "全員に配る版")
        return (piece for piece in chain(issues, files))

    def _made(self, folder: Path, last: Piece | None, whole: bool) -> None:
        count = last.number if isinstance(last, sets.Written) else 0
        done = f"{count}つのファイルを「{folder.name}」に入れました。"
        self.told.setText(done if whole else f"とちゅうでやめました。{done if count else 'ファイルはまだありません。'}")
        if whole:
            for how in ENDINGS[self._kind]:
                self._note(how)
        layout.clear(self._ways)
        if count:
            for way in outside.ways_to(self._shell, folder):
                self._ways.addWidget(way)
        self._show_count()

    def _note(self, how: str) -> None:
        """The list and ホーム say from now on for how many it was made."""
        made, today = [(one.form, one.subject) for one in self.wanted], datetime.now().date()
        self._shell.attempt(lambda: papers.note_output(self._shell.desk, made, how, today))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from app.paper import printer
        from app.paper.bundle import Bundle
        from app.paper.pages import Pages

        made = self._shell.attempt(lambda: sets.documents(self._shell.desk, self.wanted, datetime.now().astimezone()))
        if not made:
            return
        job = Bundle(f"{self.form.title}（{len(made)}{self._unit}分）", [Pages(document) for document in made])
        device = printer.printer_for(job)
        dialog = print_dialog(device, job.count, f"{self.form.title}をまとめて印刷", self)
        if dialog.exec():
            two_sided = device.duplex() is not QPrinter.DuplexMode.DuplexNone
            if self._shell.done(lambda: printer.print_pages(job.two_sided() if two_sided else job, device)):
                self._note("print")
                self.told.setText(f"{len(made)}{self._unit}分、{job.count}ページを印刷に送りました。")
