"""A 洗い出し: the company's information in a table that behaves like Excel, and what firms like this one usually have."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from app.actions import assets, reading
from app.domain.advice.progress import unconfirmed
from app.domain.columns.asset import BY_KEY
from app.domain.handbook.library import TypicalAsset
from app.domain.ledger import readers
from app.ui.frame import Page
from app.ui.kit import buttons, layout
from app.ui.kit.sheet import clipboard
from app.ui.kit.sheet.model import NOT_SAVED
from app.ui.on_paper import ListOnPaper
from app.ui.pages.inventory.beside import Beside
from app.ui.pages.inventory.columns import COLUMNS
from app.ui.pages.inventory.details import AssetDetails
from app.ui.pages.inventory.foot import AssetFoot, FootActions, Trouble
from app.ui.pages.inventory.paste import PastePreview
from app.ui.pages.inventory.table import AssetTable
from app.ui.pages.inventory.tools import AssetTools, ToolActions
from app.ui.pages.inventory.typical import Hints, TypicalPanel
from app.ui.pages.inventory.view import AssetTableActions, AssetView
from app.ui.unsaved import Typed

if TYPE_CHECKING:  # what is put on paper is imported when it is
    from app.actions.papers.lists import Document

BESIDE = 956  # width from which the list of typical information stands beside the table
ROOMY = 560  # height of the page from which tools and foot have their full size


class InventoryPage(Page):
    """The table with its tools above and its foot below; at the right the list of typical information."""

    key = "inventory"

    def build(self) -> None:
        self.set_title("A 洗い出し", "会社にある大事な情報を、種類ごとに一行ずつ書き出します。")
        desk = self.shell.desk
        self.model = AssetTable(desk.company, self._write, lambda words: desk.spellings.fold(words))
        self.view = AssetView(self.look, self.model, self._table_actions())
        self.view.moved.connect(self._show_place)
        self.view.went.connect(self._show_refusal)
        self.model.refusals_changed.connect(self._show_footer)
        self.model.discarded.connect(self._gave_up)
        self.shell.unsaved.written.connect(self._wrote)
        self.tools = AssetTools(self.look, self._tool_actions())
        self._paper = ListOnPaper(self, self._on_paper, "印刷する行が、まだありません。")
        self.foot = AssetFoot(self.look, self._foot_actions(), self._paper.button)
        self.typical = TypicalPanel(self.look, self.shell.desk.library.assets, self._hints())
        column = layout.column(self.tools, self.view, self.foot, spacing=self.look.px(10))
        column.setStretch(1, 1)
        table = layout.widget_with(column)
        table.setFocusProxy(self.view)
        self._both = Beside(table, self.typical, self.look.px(BESIDE), self.look.px(16), self._fold)
        self.body.addWidget(self._both, 1)
        self._only_guesses = buttons.button("", self._turn_guesses)
        self._next = buttons.button("次へ：B 秘密の決定", self._go_on, look=self.look, primary=True)
        self.set_buttons(self._only_guesses, self._next)
        self.setFocusProxy(self.view)

    def refresh(self) -> None:
        company = self.shell.desk.company
        if company is not self.model.company:
            self.model.follow(company)
        self.typical.show_company(company)
        self.tools.offer_departments(company)
        self._show_place()
        self._show_footer()

    def focus_on(self, focus: str) -> None:
        """Show one asset by its id, or "guesses"."""
        if focus == "guesses":
            self._want(guesses=True)
        elif focus in self.model.company.assets:
            if self.model.row_of(focus) < 0:
                self.tools.reset()
                self._want(words="", department=None, guesses=False)
            self.view.go_to(focus)
        self._show_table()

    def on_print(self) -> None:
        self._paper.print()

    def place(self) -> str:
        """The asset where the keyboard is."""
        return self.view.asset

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = self.height() < self.look.px(ROOMY)
        self.tools.show_tight(tight)
        self.foot.show_tight(tight)

    # what the parts lead to -----------------------------------------------------------------------------

    def _table_actions(self) -> AssetTableActions:
        return AssetTableActions(
            confirm=self._confirm,
            remove=self._remove,
            clear=lambda ids, keys: self._fill(ids, keys, ""),
            fill_down=self._fill_down,
            more=self._more,
            move=self._move,
            details=self._open,
            paste=self.paste,
        )

    def _hints(self) -> Hints:
        return Hints(
            take=self._take_over,
            tell=lambda entry: reading.own_words(self.shell.desk, f"assets:{entry.id}"),
            read=lambda entry: self.shell.open("guide", f"assets:{entry.id}"),
            back=self._show_table,
        )

    def _tool_actions(self) -> ToolActions:
        return ToolActions(
            words=lambda words: self._want(words=words),
            department=lambda department: self._want(department=department),
            paste=self.paste,
            all_columns=self._show_columns,
            typical=self._show_typical,
        )

    def _foot_actions(self) -> FootActions:
        return FootActions(
            details=lambda: self._open(self.view.asset),
            up=lambda: self._move(self.view.asset, -1),
            down=lambda: self._move(self.view.asset, 1),
            remove=lambda: self._remove(self.view.chosen()[0]),
            join=self._join,
            mend=self._mend,
            drop=self._drop,
            sure=lambda asset: self._confirm([asset], ""),
        )

    # writing --------------------------------------------------------------------------------------------

    def _write(self, asset: str, key: str, text: str) -> str:
        """What the table hands over once a cell was typed. Returns what is wrong, or ""."""
        desk = self.shell.desk
        act = (lambda: assets.edit(desk, asset, key, text)) if asset else (lambda: assets.add(desk, {key: text})[1])
        self.foot.say("")
        problem = self.shell.attempt(act, Typed(_place(asset, key), self._called(asset, key), text))
        problem = NOT_SAVED if problem is None else problem
        if problem and asset:
            self.foot.say(problem, self._trouble(asset, key, text))
        return problem

    def _called(self, asset: str, key: str) -> str:
        """A cell in words."""
        row = assets.called(self.model.company.assets[asset]) if asset else "新しい行"
        return f"{row}の{BY_KEY[key].label}"

    def _gave_up(self, asset: str, key: str) -> None:
        """A text that was refused stands in its cell no longer."""
        self.shell.unsaved.drop(_place(asset, key))
        self._show_refusal()

    def _wrote(self, place: str) -> None:
        """A text that waited is in the ledger."""
        for asset, key in self.model.refused:
            if _place(asset, key) == place:
                self.model.discard(asset, key)

    def _confirm(self, ids: list[str], key: str) -> None:
        """Confirm one column's guess, or all. Guesses that are left where nobody sees them are told."""
        self.foot.say("")
        self.shell.attempt(lambda: assets.confirm(self.shell.desk, ids, key))
        row = self.model.company.assets[ids[0]]
        if row.guesses and not set(row.guesses) & set(self.view.columns()):
            labels = "・".join(field.label for field in COLUMNS if field.key in row.guesses)
            self.foot.say(f"{assets.called(row)}は、ほかの列にも仮があります（{labels}）。", unsure=row.id)

    def _fill(self, ids: list[str], keys: list[str], text: str) -> None:
        told = self.shell.attempt(lambda: assets.fill(self.shell.desk, ids, keys, text))
        self.foot.say(told or "")

    def _fill_down(self, ids: list[str], keys: list[str]) -> None:
        told = self.shell.attempt(lambda: assets.fill_down(self.shell.desk, ids, keys))
        self.foot.say(told or "")

    def _remove(self, ids: list[str]) -> None:
        if not ids:
            return
        row, company = self.model.row_of(ids[0]), self.model.company
        what = assets.called(company.assets[ids[0]]) if len(ids) == 1 else f"{len(ids)}行"
        if self.shell.done(lambda: assets.remove(self.shell.desk, ids)):
            self.view.setCurrentIndex(self.model.index(min(row, self.model.new_row), 0))
            self.foot.say(f"{what}を消しました。右上の「元に戻す」で戻せます。")

    def _move(self, asset: str, steps: int) -> None:
        if asset and self._owners_order():
            self.shell.attempt(lambda: assets.move(self.shell.desk, asset, steps))
        elif asset:
            self.foot.say("並べ替えや絞り込みをやめると、行を動かせます。")

    def _open(self, asset: str) -> None:
        if asset:
            AssetDetails(self, self.shell, asset).exec()
            self.view.setFocus()

    def _take_over(self, entry: TypicalAsset) -> None:
        if new := self.shell.attempt(lambda: assets.take_over(self.shell.desk, entry)):
            self.view.go_to(new)

    def _join(self, trouble: Trouble) -> None:
        """The readers nobody knew join the company, and the cell is written."""
        desk = self.shell.desk
        if self.shell.attempt(lambda: assets.edit(desk, trouble.asset, trouble.key, trouble.text, join=True)) == "":
            self._drop(trouble)

    def _mend(self, trouble: Trouble) -> None:
        self.view.go_to(trouble.asset, trouble.key)
        self.view.setFocus()
        self.view.edit(self.view.currentIndex())

    def _drop(self, trouble: Trouble) -> None:
        self.model.discard(trouble.asset, trouble.key)
        self.foot.say("")
        self.view.go_to(trouble.asset, trouble.key)
        self.view.setFocus()

    # pasting --------------------------------------------------------------------------------------------

    def paste(self) -> None:
        """The clipboard into the table: one cell right where the keyboard is, rows after they were shown."""
        rows = clipboard.rows()
        ids, keys = self.view.chosen()
        one = len(rows) == 1 == len(rows[0]) if rows else False
        if not rows:
            self.foot.say("貼り付けるものがありません。Excelで表を選び、コピーしてから押してください。")
        elif one and len(ids) <= 1 and len(keys) <= 1:
            self.model.setData(self.view.currentIndex(), rows[0][0])
        elif one and ids:
            self._fill(ids, keys, rows[0][0])
        else:
            self._paste_rows(rows, ids, keys)

    def _paste_rows(self, rows: list[list[str]], ids: list[str], keys: list[str]) -> None:
        """Rows come in anew, or go into the selected cells and those below, as the owner says in the preview."""
        top = self.model.row_of(ids[0]) if ids else self.model.new_row
        start = next((n for n, field in enumerate(COLUMNS) if field.key in keys), 0) if ids else 0
        below = list(self.model.order)[top:]
        several = len(ids) * len(keys) > 1
        preview = PastePreview(self, self.shell, rows, self.view.columns(start), below, over=several)
        if preview.exec() and self.shell.done(lambda: assets.paste(self.shell.desk, preview.plan)):
            self.view.go_to(preview.plan.rows[0].asset)
        self.view.setFocus()

    # what is shown --------------------------------------------------------------------------------------

    def _owners_order(self) -> bool:
        return not (self.model.wish.by or self.model.wish.picks)

    def _want(self, **wishes: object) -> None:
        self.model.want(replace(self.model.wish, **wishes))  # type: ignore[arg-type]
        self.view.scrollToTop()
        if "guesses" in wishes:
            self._show_columns()
        self._show_place()
        self._show_footer()

    def _show_columns(self) -> None:
        """All columns, or those that matter most; among guessed rows also those in which a guess stands."""
        guessed = {key for asset in self.model.company.assets.values() for key in asset.guesses}
        self.view.show_columns(None if self.tools.every_column else guessed if self.model.wish.guesses else ())

    def _on_paper(self) -> "Document | None":
        """The rows and columns that are seen now, None while there are none."""
        from app.actions.papers import lists
        from app.actions.papers.lists import Shown

        shown = Shown(self.model.order, self.tools.picked(guesses=self.model.wish.guesses))
        return lists.inventory(self.model.company, shown, self.view.columns()) if shown.ids else None

    def _turn_guesses(self) -> None:
        self._want(guesses=not self.model.wish.guesses)
        self.view.setFocus()

    def _show_place(self) -> None:
        """How far down the table one is, and what can be done there."""
        whole, shown = len(self.model.company.assets), len(self.model.order)
        first, last = self.view.seen()
        part = f"{whole}件" if (first, last) == (1, whole) else f"{whole}件中 {first}〜{last}"
        part = f"{whole}件のうち{shown}件" if self.model.wish.picks else part
        self.foot.counts.setText(part if whole else "")
        there = bool(self.view.asset)
        self.foot.show_row(there=there, movable=there and self._owners_order())

    def _show_refusal(self) -> None:
        """Where the keyboard is on a text that was refused, the reason stands below the table again."""
        index = self.view.currentIndex()
        refused = self.model.refusal(index)
        if refused is not None and self.view.asset:
            trouble = self._trouble(self.view.asset, self.model.key(index), refused.text)
            self.foot.say(refused.why, trouble)
        elif self.foot.trouble is not None:
            self.foot.say("")

    def _trouble(self, asset: str, key: str, text: str) -> Trouble:
        company = self.shell.desk.company
        return Trouble(asset, key, text, readers.strangers_in(company, asset, text) if key == "readers" else [])

    def _show_footer(self) -> None:
        company, refused = self.model.company, len(self.model.refused)
        guesses, only = len(unconfirmed(company)), self.model.wish.guesses
        if refused:
            self.set_footer(
                f"書き込めていない欄が {refused}か所あります。", "赤い字の欄です。そこへ行くと、わけが出ます。"
            )
        elif not company.assets:
            self.set_footer("まず一つ、書き出します。", "よくある情報から選ぶと、仮の答えも一緒に入ります。")
        elif guesses:
            self.set_footer(f"仮のままの行 {guesses}件", "後で確かめても、次へ進めます。")
        else:
            self.set_footer("仮のままの行はありません。", "あとからでも、行を足したり直したりできます。")
        self._only_guesses.setHidden(not (guesses or only))
        for button, words in (
            (self._only_guesses, "すべての行を見る" if only else "仮の行だけ見る"),
            (self._next, "次へ：B 秘密の決定" if company.assets else "よくある情報から選ぶ"),
        ):
            buttons.set_words(button, words)

    def _go_on(self) -> None:
        """On to B; to the list of typical information while there is nothing to decide on."""
        if self.model.company.assets:
            self.shell.open("decision")
        else:
            self._show_typical()

    def _show_typical(self) -> None:
        self._both.turn(to_side=True)

    def _show_table(self) -> None:
        self._both.turn(to_side=False)

    def _fold(self, folded: bool) -> None:
        """The ways between the table and the list, where only one of them is seen."""
        self.tools.typical.setHidden(not folded)
        self.typical.show_alone(folded)

    def _more(self, menu: QMenu) -> None:
        """The row's steps under the right button of the mouse."""
        asset = self.view.asset
        menu.addSeparator()
        self.foot.offer(menu)
        if asset and self.model.company.assets[asset].guesses:
            menu.addAction("この行の仮をすべて確定", lambda: self._confirm([asset], ""))


def _place(asset: str, key: str) -> str:
    """The name of a cell among all that waits to be saved."""
    return f"assets:{asset}:{key}"


PAGE = InventoryPage
