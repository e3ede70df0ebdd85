"""部門, 人, 取引先 and 社外に渡してあるもの as small tables that behave like A's."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QMenu

from app.actions import lists
from app.domain.columns import lists as list_fields
from app.domain.columns.disclosures import DISCLOSURES
from app.ui.kit import buttons, layout, text
from app.ui.kit.sheet import clipboard
from app.ui.kit.sheet.view import SheetView, TableActions
from app.ui.pages.ledger import tables
from app.ui.pages.ledger.paste import ListPaste
from app.ui.pages.ledger.records import RecordModel
from app.ui.pages.ledger.section import Section


class RecordSection(Section):
    """A table of one list, with a button to remove rows."""

    what = list_fields.DEPARTMENTS
    stand = "最後の行に書くと、増えます。Excelの表も貼り付けられます。"
    safe = "間違えても、右上の「元に戻す」で戻せます。"

    def build(self) -> None:
        px = self.look.px
        self._problem: QLabel = text.text("", "table", "shu", wrap=True)
        self.model = RecordModel(self.shell, self.what)
        actions = TableActions(
            remove=self._remove_rows, clear=self._clear, fill_down=self._fill_down, paste=self.paste, more=self._more
        )
        self.table = SheetView(self.look, self.model, actions, self.title)
        self.table.setAccessibleDescription("Enterで書く、Tabで次へ、F6で表の外へ")
        tables.dress(self.table, self.look)
        self.table.setMinimumHeight(px(200))
        self.table.went.connect(self._show_problem)
        self.model.refusals_changed.connect(self._show_problem)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self._problem)
        self._problem.hide()
        self.box.addLayout(
            layout.row(
                buttons.button("Excelから貼り付け", self.paste, look=self.look, icon="paste"),
                buttons.button("選んだ行を消す", self._remove, look=self.look, icon="trash"),
            )
        )
        self._fitted = False

    def showEvent(self, event: QShowEvent) -> None:
        """The columns are measured once the table wears the window's letters."""
        super().showEvent(event)
        if not self._fitted:
            tables.fit(self.table, self.look)
        self._fitted = True

    def refresh(self) -> None:
        self.model.refresh()

    def _clear(self, ids: list[str], keys: list[str]) -> None:
        self._told(self.shell.attempt(lambda: lists.fill(self.shell.desk, self.what, ids, keys, "")))

    def _fill_down(self, ids: list[str], keys: list[str]) -> None:
        self._told(self.shell.attempt(lambda: lists.fill_down(self.shell.desk, self.what, ids, keys)))

    def _remove(self) -> None:
        """The chosen rows, or the one where the keyboard is."""
        self._remove_rows(self.table.chosen()[0] or [row for row in [self.table.here] if row])

    def _remove_rows(self, ids: list[str]) -> None:
        if ids:
            records = self.model.records(ids)
            self._told(self.shell.attempt(lambda: lists.remove(self.shell.desk, self.what, records)))

    def paste(self) -> None:
        """The clipboard into the table: one cell right where the keyboard is, rows after they were shown."""
        rows = clipboard.rows()
        ids, keys = self.table.chosen()
        one = len(rows) == 1 == len(rows[0]) if rows else False
        if not rows:
            self._told("貼り付けるものがありません。Excelで表を選び、コピーしてから押してください。")
        elif one and len(ids) <= 1 and len(keys) <= 1:
            self.model.setData(self.table.currentIndex(), rows[0][0])
        elif one and ids:
            self._told(self.shell.attempt(lambda: lists.fill(self.shell.desk, self.what, ids, keys, rows[0][0])))
        else:
            self._paste_rows(rows, ids, keys)

    def _paste_rows(self, rows: list[list[str]], ids: list[str], keys: list[str]) -> None:
        """Rows come in anew, or go into the selected cells and those below, as the owner says in the preview."""
        top = self.model.row_of(ids[0]) if ids else self.model.new_row
        start = next((n for n, field in enumerate(self.what.fields) if field.key in keys), 0) if ids else 0
        below, over = list(self.model.order)[top:], len(ids) * len(keys) > 1
        preview = ListPaste(self, self.shell, self.what, rows, self.table.columns(start), below, over=over)
        if preview.exec() and self.shell.done(lambda: lists.paste(self.shell.desk, preview.plan)):
            self.table.setCurrentIndex(self.model.index(self.model.row_of(preview.plan.taken[0].asset), 0))
        self.table.setFocus()

    def _more(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction("選んだ行を消す", self._remove)

    def _told(self, words: str | None) -> None:
        self._problem.setText(words or "")
        self._problem.setVisible(bool(words))

    def _show_problem(self) -> None:
        """Why a cell was refused — the one where the keyboard is, or the last one — and how many others were."""
        every = self.model.refused
        shown = self.model.refusal(self.table.currentIndex()) or next(reversed(every.values()), None)
        others = f"（書き込めていない欄は、ほかに{len(every) - 1}か所あります）" if len(every) > 1 else ""
        self._told(f"{shown.why}{others}" if shown else "")


class Departments(RecordSection):
    key, title, what = "departments", "部門", list_fields.DEPARTMENTS
    lead = "部署でも班でもかまいません。「見てよい人」を部門ごとに決められます。"


class People(RecordSection):
    key, title, what = "people", "人", list_fields.PEOPLE
    lead = "「見てよい人」と、X 社内体制の役に使います。これから来る人は入社日を先の日で、辞める人は退職日を書きます。"


class Partners(RecordSection):
    key, title, what = "partners", "取引先", list_fields.PARTNERS
    lead = "情報を渡す相手、預かる相手。秘密保持契約があるかどうかも書きます。"


class Disclosures(RecordSection):
    key, title, what = "disclosures", "社外に渡してあるもの", DISCLOSURES
    lead = (
        "どの情報を、どの会社に、いつから渡してあるか。返ったら「返った日」を書きます。"
        "情報は A 洗い出しの名前で書き、新しい相手は取引先の名簿に加わります。"
    )
