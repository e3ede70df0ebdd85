"""The small editor of one article: its 項 and 号 as rows, references and values as chips, and beneath how it will be printed."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.papers import wording as own_wording
from app.actions.papers.make import Paper
from app.domain.forms.body import Piece, RefSlot, ValueSlot, Words
from app.domain.forms.own_rows import Row, says_nothing
from app.ui import dialogs
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.picker import Line, Picker
from app.ui.pages.papers.row_field import RowField
from app.ui.shell import Shell

LEAD = "一行が一つの項や号です。番号は、まもり帳が数えます。直すと会社の文になり、対策や選び方を変えても、文はそのままです。"
PRINTED, MODEL = "こう印刷されます", "ひな形の文（いま）"
FEW = 3


class ArticleEditor(Sheet):
    """Nothing is kept before 「保存」; what was begun is not thrown away without asking."""

    def __init__(self, parent: QWidget, shell: Shell, paper: Paper, article: str) -> None:
        found = next(one for one in paper.document.articles() if one.id == article)
        self._name = f"{found.label}（{found.caption.strip('（）')}）"
        super().__init__(parent, shell.look, f"{self._name}の言葉を直す")
        self._shell, self._paper, self._article = shell, paper, article
        self._before = own_wording.rows(shell.desk, paper.form, article)
        self._model = "\n".join(own_wording.model_text(shell.desk, paper, article, date.today()))
        self._model_shown = False
        self.field = RowField(shell.look, f"{self._name}の項と号", self._changed)
        self.printed = text.prose("", "table")
        self._heading = text.text(PRINTED, "strong")
        self._notes = QVBoxLayout()
        layout.spaced(self._notes, spacing=self.look.px(4))
        self._lay_out(parent.window().size())
        self.field.load(self._before)
        self._changed()
        self.field.setFocus()

    def reject(self) -> None:
        """Leave without keeping anything; asked first when something was written."""
        if self._touched() and not dialogs.confirm(
            self,
            self.look,
            "書きかけの言葉があります",
            "保存しないで閉じると、いま直した言葉はなくなります。",
            "保存しないで閉じる",
            "書き続ける",
        ):
            return
        super().reject()

    def save(self) -> None:
        """Keep the words and close; kept again as they were, they answer a change of the model."""
        act = partial(own_wording.reword, self._shell.desk, self._paper, self._article, self.field.rows())
        if self._shell.attempt(act) == "":  # what cannot be kept is said below the words already
            self.accept()

    def point(self) -> None:
        """Ask for an article, 項 or 号 and put a reference to it where the cursor stands."""
        lines = [Line(target.id, target.label, target.words, target.depth) for target in self._draft.targets]
        if target := Picker(self, self.look, "どこを指しますか", lines, "ここを指す").ask():
            self.field.insert(RefSlot(self._real(target)))
        self.field.setFocus()

    def fill(self) -> None:
        """Ask for a value of the ledger and put it where the cursor stands."""
        known = own_wording.values(self._shell.desk, self._paper, date.today()).items()
        lines = [Line(name, fact.label, fact.text or "（まだ空です）") for name, fact in known]
        if name := Picker(self, self.look, "どの言葉を入れますか", lines, "これを入れる").ask():
            self.field.insert(ValueSlot(name))
        self.field.setFocus()

    # showing ----------------------------------------------------------------------------------------------

    def _lay_out(self, room: QSize) -> None:
        px = self.look.px
        self.resize(min(px(900), room.width() - 24), min(px(760), room.height() - 24))
        self.body.addWidget(text.prose(LEAD, "table", "soft"))
        self.body.addLayout(Flow(*self._tools(), spacing=px(8)))
        self.body.addWidget(self.field, 5)
        self.body.addLayout(self._notes)
        self._turn = buttons.link("ひな形の文を見る", self._turn_over)
        self.body.addLayout(layout.row(self._heading, None, self._turn))
        self._paper_area = layout.scroll(self.printed, PRINTED)
        card = layout.card()
        layout.spaced(QVBoxLayout(card), margins=(px(12),) * 4).addWidget(self._paper_area)
        self.body.addWidget(card, 2)
        self._save = buttons.button("保存", self.save, look=self.look, primary=True, icon="check")
        self._save.setToolTip(text.tip("Ctrl＋S"))
        QShortcut(QKeySequence("Ctrl+S"), self, self._save.click)
        self.buttons.addWidget(buttons.button("やめる", self.reject))
        self.buttons.addWidget(self._save)

    def _tools(self) -> list[QWidget]:
        field = self.field
        return [
            self._tool("条を指す", self.point),
            self._tool("台帳の言葉を入れる", self.fill),
            self._tool("行を足す", field.add_row, "Enter"),
            self._tool("行を消す", field.remove_row),
            self._tool("下げて号に", partial(field.shift, 1), "Alt＋→"),
            self._tool("上げて項に", partial(field.shift, -1), "Alt＋←"),
            self._tool("上へ", partial(field.move_row, -1), "Alt＋↑"),
            self._tool("下へ", partial(field.move_row, 1), "Alt＋↓"),
        ]

    def _tool(self, words: str, act: Callable[[], object], keys: str = "") -> QWidget:
        made = buttons.button(words, act, small=True)
        made.setAutoDefault(False)
        made.setToolTip(text.tip(keys))
        made.setAccessibleDescription(keys)
        return made

    def _changed(self) -> None:
        desk, paper = self._shell.desk, self._paper
        self._draft = own_wording.try_out(desk, paper, self._article, self.field.rows(), self._before, date.today())
        self.field.show_numbers(self._draft.labels, self._draft.shown)
        self.field.setAccessibleDescription("\n".join(self._draft.lines))
        self._save.setEnabled(not self._draft.problem)
        self._show_printed()
        self._show_notes()

    def _show_printed(self) -> None:
        words = self._model if self._model_shown else "\n".join(self._draft.lines)
        name = MODEL if self._model_shown else PRINTED
        self.printed.setText(words)
        self._heading.setText(name)
        self._paper_area.setAccessibleName(name)
        buttons.set_words(self._turn, "印刷される文を見る" if self._model_shown else "ひな形の文を見る")

    def _turn_over(self) -> None:
        self._model_shown = not self._model_shown
        self._show_printed()

    def _show_notes(self) -> None:
        """What to mind, calmly; a typed number that means something now can become a reference."""
        layout.clear(self._notes)
        draft = self._draft
        if draft.problem:
            self._notes.addWidget(text.prose(draft.problem, "table", "shu"))
        if draft.callers:
            words = f"{'と'.join(draft.callers)}が、消した行を指しています。保存すると、条の全体を指すか〔参照先なし〕になります。"
            self._notes.addWidget(text.prose(words, "table"))
        for number, typed in enumerate(draft.typed[:FEW]):
            words = f"「{typed.words}」は手で打った番号です。条が増えたり減ったりしても、直りません。"
            line = layout.row(text.prose(words, "table"), stretch=False)
            line.setStretch(0, 1)
            if typed.target:
                link = buttons.link("参照にする", partial(self._link, number))
                link.setAccessibleName(f"「{typed.words}」を参照にする")
                line.addWidget(link)
            self._notes.addLayout(line)

    # doing ------------------------------------------------------------------------------------------------

    def _link(self, number: int) -> None:
        """A typed number becomes a reference."""
        typed = self._draft.typed[number]
        slot = RefSlot(self._real(typed.target))
        row = self.field.rows()[typed.row]
        before, piece, after = row.pieces[: typed.piece], row.pieces[typed.piece], row.pieces[typed.piece + 1 :]
        words = piece.text if isinstance(piece, Words) else ""
        self.field.put_row(typed.row, (*before, Words(words[: typed.start]), slot, Words(words[typed.end :]), *after))
        self.field.setFocus()

    def _real(self, target: str) -> str:
        """The id to keep for a target; a row of this article that had none gets one."""
        number = self._draft.unnamed(target)
        return target if number is None else self.field.name_row(number, f"own-{self._shell.desk.new_id()}")

    def _touched(self) -> bool:
        return _said(self.field.rows()) != _said(self._before)


def _said(rows: Iterable[Row]) -> list[tuple[int, tuple[Piece, ...]]]:
    return [(row.depth, row.pieces) for row in rows if not says_nothing(row)]
