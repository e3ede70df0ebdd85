"""「署名の記録」: who has signed which version of a paper, when, and where the original is; those who are missing stand on top."""

from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.actions.papers import make as papers
from app.actions.papers import sign as signing
from app.actions.papers.sign import Standing
from app.domain import dates
from app.domain.forms.form import Form
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import TextLine
from app.ui.kit.flow import Flow
from app.ui.pages.papers.row_table import RowTable
from app.ui.shell import Shell

COLUMNS = (("名前", 170), ("署名", 120), ("署名した日", 150), ("原本のある所", 150), ("変わった約束", 0))
LEAD = "署名をもらった人の行を選んで（CtrlやShiftで何人でも）、日と原本のある所を書き、記録します。記録は消えず、あとの記録が前の記録に代わります。"
UNREAD = "署名した日が読めません。2026/11/10 や 令和8年11月10日 のように書いてください。"
LATER = "署名した日が、今日より後になっています。"
NOBODY = "台帳に、この書類を渡す人や会社がまだありません。「台帳と設定」に書くと、ここに並びます。"


class SignaturesSheet(Sheet):
    """For one form that is made for each person or partner."""

    def __init__(self, parent: QWidget, shell: Shell, form: Form) -> None:
        super().__init__(parent, shell.look, f"署名の記録　{form.title}")
        self._shell, self.form, self._unit = shell, form, signing.unit(form)
        px = self.look.px
        self.resize(QSize(px(860), px(640)).boundedTo(parent.window().size()))
        self.stand = text.text("", "strong", wrap=True)
        self.body.addWidget(self.stand)
        self.body.addWidget(text.prose(LEAD, "table", "soft"))
        self.table = RowTable(self.look, "誰が署名したか", COLUMNS, many=True)
        self.body.addWidget(self.table, 1)
        self.on, self.where = TextLine(), TextLine()
        self.other = QCheckBox("まもり帳で確定していない紙に署名した")
        self.body.addLayout(self._fields())
        self.told = text.text("", "table", "shu", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)
        self.back = buttons.button("署名の記録を取り消す", self._take_back, danger=True)
        self.go = buttons.button("", self._record, look=self.look, primary=True, icon="check")
        self.buttons.addWidget(buttons.button("閉じる", self.accept))
        self.buttons.addWidget(self.back)
        self.buttons.addWidget(self.go)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Everybody as it stands now: first who is missing, then who signs again."""
        found = signing.standings(self._shell.desk, self.form, self._shell.desk.company.on)
        self.standings = sorted(found, key=lambda one: (not one.missing, not one.again))
        signed = sum(one.signature is not None for one in found)
        again = sum(one.again for one in found)
        words = [f"{len(found)}{self._unit}のうち {signed}{self._unit}が署名しています。"]
        if again:
            words.append(f"約束の中身が変わったため、{again}{self._unit}にもらい直します。")
        self.stand.setText("".join(words) if found else NOBODY)
        waits = (one.signature is None and not one.awaited for one in self.standings)
        self.table.show_rows(map(self._words, self.standings), waits)
        self.table.clearSelection()
        self._show_chosen()

    @property
    def chosen(self) -> list[Standing]:
        """Those whose rows are selected."""
        return [self.standings[row] for row in self.table.chosen]

    def _words(self, one: Standing) -> tuple[str, ...]:
        signature = one.signature
        if signature is None:
            waits = "まだ" if one.awaited else papers.ahead(self._shell.desk, one.subject) or "待っていません"
            return one.name, waits, "", "", ""
        version = f"第{one.issue.version}版" if one.issue else "ほかの紙"
        day = dates.written(signature.on, self._shell.desk.company.profile.western_dates)
        return one.name, version, day, signature.where, "、".join(one.changed)

    # recording ----------------------------------------------------------------------------------------------

    def _fields(self) -> QVBoxLayout:
        """The day, the place, and which paper it was."""
        western = self._shell.desk.company.profile.western_dates
        self.on.setText(dates.written(datetime.now().date().isoformat(), western))
        self.on.setAccessibleName("署名した日")
        self.on.setMinimumWidth(self.look.px(170))
        self.where.setAccessibleName("原本のある所")
        self.where.setPlaceholderText("例：総務の金庫")
        self.where.setMinimumWidth(self.look.px(220))
        fields = Flow(
            text.text("署名した日", "table"),
            self.on,
            text.text("原本のある所", "table"),
            self.where,
            spacing=self.look.px(10),
        )
        return layout.column(fields, self.other, spacing=self.look.px(8))

    def _show_chosen(self) -> None:
        count = len(self.chosen)
        buttons.set_words(self.go, f"選んだ {count}{self._unit}の署名を記録" if count else "行を選ぶと記録できます")
        self.go.setEnabled(count > 0)
        self.back.setVisible(any(one.signature for one in self.chosen))

    def _record(self) -> None:
        day = dates.read(self.on.text())
        if not day or day > datetime.now().date().isoformat():
            self._tell(LATER if day else UNREAD)
            self.on.setFocus()
            return
        desk, form, where = self._shell.desk, self.form, self.where.text().strip()
        subjects = [one.subject for one in self.chosen]
        other = self.other.isChecked()
        if self._shell.done(lambda: signing.record(desk, form, subjects, on=day, where=where, other=other)):
            self._tell("")
            self.refresh()

    def _take_back(self) -> None:
        """A mistake stays in the history, and counts no more."""
        desk, form = self._shell.desk, self.form
        subjects = [one.subject for one in self.chosen if one.signature]
        names = "、".join(text.short(one.name, 12) for one in self.chosen if one.signature)
        words = f"{text.short(names, 60)}の記録を取り消します。前の記録も、取り消したことも、台帳の記録には残ります。"
        if self._shell.confirm("署名の記録を取り消しますか", words, "取り消す") and self._shell.done(
            lambda: signing.take_back(desk, form, subjects)
        ):
            self.refresh()

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
