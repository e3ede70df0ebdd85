"""さがす: one field, everything at once, as you type."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from app.actions import searching
from app.domain.search.hit import NEAR, Found, Hit
from app.ui.frame import Page
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.pages.search.hits import HitDelegate, HitModel, More

EXAMPLES = ("図面", "USBをなくした", "工場見学を頼まれた", "社員が辞めると言ってきた")
NOTHING = (
    "「{words}」は見つかりませんでした。\n"
    "「図面」「退職」のような短い言葉なら、見つかりやすくなります。下の例を押すか、困りごとの一覧から近いものを選んでください。"
)


class _Field(QLineEdit):
    """Down goes from the field into the list."""

    def __init__(self, page: "SearchPage") -> None:
        super().__init__()
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._page.into_list()
        else:
            super().keyPressEvent(event)


class SearchPage(Page):
    """The field, some examples while it is empty, the hits by kind."""

    key = "search"

    def build(self) -> None:
        px = self.look.px
        self.model = HitModel()
        self.set_title("さがす", "手引き・対策・事例・書類・用語と、自分の台帳を、まとめて探します。")
        self.field = _Field(self)
        self.field.setPlaceholderText("言葉でも、話すような文でも（例：辞めた人が図面を持っていった）")
        self.field.setAccessibleName("さがす言葉")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self.refresh())
        self.field.returnPressed.connect(self._open_first)
        self.body.addWidget(self.field)
        examples = [buttons.button(word, partial(self.field.setText, word), small=True) for word in EXAMPLES]
        worries = buttons.link("困りごとの一覧から選ぶ", lambda: self.shell.open("worries"))
        self._told = text.prose("", tone="soft")
        self._examples = layout.widget_with(
            Flow(text.text("たとえば", tone="soft"), *examples, worries, spacing=px(10))
        )
        for shown in (self._told, self._examples):
            self.body.addWidget(shown)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.look))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("見つかったもの")
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.body.addWidget(self.list, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)

    def refresh(self) -> None:
        words = self.field.text()
        found = searching.find(self.shell.desk, words) if words.strip() else Found()
        hits = found.hits
        self.model.show(hits)
        self.list.scrollToTop()
        self.list.setVisible(bool(hits))
        self._examples.setVisible(not hits)
        self._rest.setVisible(not hits)
        told = NEAR if found.near else "" if hits or not words.strip() else NOTHING.format(words=text.short(words))
        self._told.setText(told)
        self._told.setVisible(bool(told))
        if not words.strip():
            self.set_footer("書くと、すぐに出ます。", "↓ キーで結果に移り、Enter で開きます。")
        elif hits:
            self.set_footer(f"{len(hits)}件 見つかりました。", "押すと、そのページが開きます。")
        else:
            self.set_footer("見つかりませんでした。", "短い言葉や、別の言い方で試してください。")

    def focus_on(self, focus: str) -> None:
        self.field.setText(focus)

    def setFocus(self, *reason: Qt.FocusReason) -> None:
        """The page is for typing: the field takes the keys."""
        self.field.setFocus()

    def into_list(self) -> None:
        """From the field to the first hit."""
        if (first := self.model.first_hit()).isValid():
            self.list.setFocus()
            self.list.setCurrentIndex(first)

    def _open_first(self) -> None:
        self._open(self.model.first_hit())

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index) if index.isValid() else None
        if isinstance(row, Hit):
            self.shell.open(*searching.place(row))
        elif isinstance(row, More):
            self.model.unfold(row.group)


PAGE = SearchPage
