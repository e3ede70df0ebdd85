"""The skeleton of every page: header with undo and 「保存済み」, the double rule, the body, and the footer with the next step."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.ledger.company import Company
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.look import Look
from app.ui.shell import Shell
from app.ui.tab_order import LATE


class DoubleRule(QWidget):
    """二重罫, the rule under a ledger's heading."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().mid().color())
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, 3, self.width(), 3)


NARROW = 680
"""Below this width, as large letters make it, the margins shrink and the footer's buttons go under its words."""
ROOMY = 740
"""From this height on the heading stands beside the name of the program."""


class Buttons(Flow):
    """The footer's buttons, at the right; a second line only where they stand alone and even the whole width is too little."""

    alone = False

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        if self.alone or not sizes:
            return super().minimumSize()
        gaps = self.spacing() * (len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max(size.height() for size in sizes))

    def setGeometry(self, room: QRect) -> None:
        spare = room.height() - self.heightForWidth(room.width())
        super().setGeometry(room.adjusted(0, max(0, spare) // 2, 0, 0))

    def _place_line(self, line: list[QLayoutItem], room: QRect) -> None:
        used = sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)
        super()._place_line(line, room.adjusted(max(0, room.width() - used), 0, 0, 0))


class Foot(QFrame):
    """The footer: words at the left, buttons at the right; one above the other where large letters leave no room."""

    def __init__(self, look: Look, words: QVBoxLayout, buttons: Buttons, least: int) -> None:
        super().__init__()
        self._look, self._buttons = look, buttons
        self.setProperty("foot", "true")
        self.setMinimumHeight(least)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.addLayout(words, 1)
        self._line.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        px, alone = self._look.px, self.width() < self._look.px(NARROW)
        side, gap = (20, 8) if alone else (32, 20)
        self._buttons.alone = alone
        self._buttons.setSpacing(px(8 if alone else 16))
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if alone else QBoxLayout.Direction.LeftToRight)
        layout.spaced(self._line, margins=(px(side), px(10), px(side), px(10)), spacing=px(gap))


class Page(QWidget):
    """One page of the notebook; it is built when first opened.

    key     its name, by which others turn to it (its line in app/ui/pages/__init__.py says how the rail shows it)
    """

    key = ""
    stand_caption = ""
    """Small words above the footer's sentence, which is then set large: for the one page that says what to do next."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.look = shell.look
        self.setObjectName(f"page-{self.key}")
        px = self.look.px
        outer = QVBoxLayout(self)
        layout.spaced(outer)
        inner = self._inner = QVBoxLayout()
        inner.addLayout(self._header())
        self._set_margins()
        inner.addSpacing(px(10))
        inner.addWidget(DoubleRule())
        inner.addSpacing(px(14))
        self.body = QVBoxLayout()
        layout.spaced(self.body, spacing=px(12))
        inner.addLayout(self.body, 1)
        outer.addLayout(inner, 1)
        outer.addWidget(self._footer())
        self._drawn_from: Company | None = None
        self.build()
        self.renew()

    # what a page fills in -------------------------------------------------------------------------------

    def build(self) -> None:
        """Lay out the body, once."""

    def refresh(self) -> None:
        """Show the company as it is now."""

    def focus_on(self, focus: str) -> None:
        """Show one thing, by its id."""

    def place(self) -> str:
        """What it shows now, as `focus_on` takes it, so that a new text size does not lose it."""
        return ""

    # what the keys of the window ask of every page -------------------------------------------------------

    def on_find(self) -> None:
        """Ctrl+F: to the field that leaves what fits; a page without one turns to さがす."""
        fields = (field for field in self.findChildren(QLineEdit) if field.isVisible() and field.isClearButtonEnabled())
        if (field := next(fields, None)) is None:
            self.shell.open("search")
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def on_print(self) -> None:
        """Ctrl+P."""
        self.set_footer("このページには、印刷するものがありません。", "紙にするものは「書類」にあります。")

    def on_save(self) -> None:
        """Ctrl+S: there is nothing to do, and it is said."""
        if not self.shell.desk.writable:
            self.set_footer("読むだけで開いているので、保存するものはありません。")
            return
        self.set_footer(
            "書いたものは、その場で保存されています。", f"最後の保存は {self.shell.desk.saved_at:%H:%M} です。"
        )

    def press_primary(self) -> None:
        """Alt+N: the one dark button."""
        for button in self.findChildren(QPushButton):
            if button.property("primary") == "true" and button.isVisible() and button.isEnabled():
                button.click()
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        self._show_steps()

    # the frame ------------------------------------------------------------------------------------------

    @property
    def stand(self) -> str:
        """Where things stand, as the footer says it."""
        return self._stand.text()

    def set_title(self, title: str, lead: str = "") -> None:
        """The page's heading and its one lead sentence."""
        self._title.setText(title)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))

    def set_footer(self, stand: str, safe: str = "") -> None:
        """Where things stand in one sentence, and what is safe."""
        self._stand.setText(stand)
        self._safe.setText(safe)
        self._safe.setVisible(bool(safe))
        self.offer()

    def offer(self, *ways: QWidget) -> None:
        """Links under the footer's words, for what has just been made: open it, show its folder. The next words take them away."""
        layout.clear(self._ways)
        for way in ways:
            self._ways.addWidget(way)
        if ways:
            self._ways.addStretch(1)
        self._offered.setVisible(bool(ways))

    def show_back(self, where: str) -> None:
        """The way back to the page that was open before ("" where there is none)."""
        self._back.setVisible(bool(where))
        self._back.setAccessibleName(f"もどる：{where}")
        self._back.setToolTip(text.tip(f"「{where}」へもどる（Alt＋←）"))

    def set_buttons(self, *buttons: QWidget) -> None:
        """The footer's buttons; the one primary button last."""
        layout.clear(self._buttons)
        for button in buttons:
            self._buttons.addWidget(button)

    def renew(self) -> None:
        """Refresh, unless the company is the very one that is shown: one value says all, so no page need list what it draws from."""
        self._show_steps()
        company = self.shell.desk.company
        if company is not self._drawn_from:
            self._drawn_from = company
            self.refresh()

    def _header(self) -> QVBoxLayout:
        px = self.look.px
        self._title = text.Line("", "h1")
        self._lead = text.Line("", tone="soft")
        self._undo = buttons.link("", self._step(self.shell.desk.undo), look=self.look, icon="undo")
        self._redo = buttons.link("", self._step(self.shell.desk.redo), look=self.look, icon="redo")
        for way in (self._undo, self._redo):
            way.setProperty(LATE, True)
        self._saved = text.text("", "caption", "soft")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._back = buttons.link("もどる", self.shell.go_back, look=self.look, icon="left")
        self._back.setToolTip(text.tip("前に見ていたページへ（Alt＋←）"))
        self._back.setProperty(LATE, True)
        self._back.hide()
        ways = layout.row(None, self._back, self._undo, self._redo, self._saved, spacing=px(16))
        self._top = layout.row(self._title, spacing=px(4), stretch=False)
        self._top.addLayout(ways)
        self._top.setStretch(0, 1)
        return layout.column(self._top, self._lead, spacing=px(6))

    def _footer(self) -> Foot:
        px = self.look.px
        self._stand = text.text("", "next" if self.stand_caption else "body", wrap=True)
        self._safe = text.text("", "caption", "soft", wrap=True)
        captions = [text.text(self.stand_caption, "caption", "soft")] if self.stand_caption else []
        self._ways = layout.row(spacing=px(16), stretch=False)
        self._offered = layout.widget_with(self._ways)
        self._offered.hide()
        words = layout.column(*captions, self._stand, self._safe, self._offered, spacing=px(2))
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._buttons = Buttons(spacing=px(16))
        return Foot(self.look, words, self._buttons, px(116 if self.stand_caption else 72))

    def _step(self, step: Callable[[], object]) -> Callable[[], object]:
        return lambda: self.shell.attempt(step)

    def _set_margins(self) -> None:
        px = self.look.px
        narrow, way = self.width() < px(NARROW), QBoxLayout.Direction
        self._top.setDirection(way.TopToBottom if narrow else way.LeftToRight)  # the whole title, before anything else
        side = px(20 if narrow else 32)
        top = px(22 if self.height() >= px(ROOMY) else 14)
        layout.spaced(self._inner, margins=(side, top, side, px(8)))

    def _show_steps(self) -> None:
        desk, room = self.shell.desk, min(self.look.px(300), self.width() // 4)
        for shown, verb, label in (
            (self._undo, "元に戻す", desk.undo_label),
            (self._redo, "やり直す", desk.redo_label),
        ):
            shown.setVisible(bool(label) and desk.writable)
            words = f"{verb}：{label}"
            metrics = shown.fontMetrics()
            shown.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room).replace("&", "&&"))
            shown.setAccessibleName(words)
        waiting = len(self.shell.unsaved)
        refused = f"保存できていない記入 {waiting}件" if waiting else "保存できていません" if desk.refused else ""
        saved = f"保存済み {desk.saved_at:%H:%M}" if desk.writable else "読むだけ"
        self._saved.setText(refused or saved)
        tone = "shu" if refused else "soft"
        if self._saved.property("tone") != tone:
            self._saved.setProperty("tone", tone)
            buttons.restyle(self._saved)
