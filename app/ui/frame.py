"""The skeleton of every page: header with undo and 「保存済み」, the double rule, the body, and the footer with the next step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.company import Changes
from app.ui import parts
from app.ui.look import Look
from app.ui.shell import Shell


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


class Foot(QFrame):
    """The footer: words at the left, buttons at the right; one above the other where large letters leave no room."""

    def __init__(self, look: Look, words: QVBoxLayout, buttons: QHBoxLayout, least: int) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.setProperty("foot", "true")
        self.setMinimumHeight(least)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        parts.tight(self._line, margins=(px(32), px(10), px(32), px(10)), spacing=px(20))
        self._line.addLayout(words, 1)
        right = QHBoxLayout()
        right.addStretch(1)
        right.addLayout(buttons)
        self._line.addLayout(right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = self.width() >= self._look.px(680)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if side else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(self._look.px(20 if side else 8))


class Page(QWidget):
    """One page of the notebook; it is built when first opened.

    key     its name, by which others turn to it (its line in app/ui/pages/__init__.py says how the rail shows it)
    shows   kinds of records; a change that touches one of them makes the page refresh
    """

    key = ""
    shows: tuple[str, ...] = ()
    stand_caption = ""
    """Small words above the footer's sentence, which is then set large: for the one page that says what to do next."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.look = shell.look
        self.setObjectName(f"page-{self.key}")
        px = self.look.px
        outer = QVBoxLayout(self)
        parts.tight(outer)
        inner = QVBoxLayout()
        parts.tight(inner, margins=(px(32), px(16), px(32), px(8)))
        inner.addLayout(self._header())
        inner.addSpacing(px(8))
        inner.addWidget(DoubleRule())
        inner.addSpacing(px(14))
        self.body = QVBoxLayout()
        parts.tight(self.body, spacing=px(12))
        inner.addLayout(self.body, 1)
        outer.addLayout(inner, 1)
        outer.addWidget(self._footer())
        self.build()
        self.refresh()
        self._show_steps()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_steps()

    # the frame ------------------------------------------------------------------------------------------

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

    def set_buttons(self, *buttons: QWidget) -> None:
        """The footer's buttons; the one primary button last."""
        parts.clear(self._buttons)
        for button in buttons:
            self._buttons.addWidget(button)

    def changed(self, changes: Changes) -> None:
        """The ledger changed: refresh if any row that this page shows was touched."""
        self._show_steps()
        if changes.touches(*self.shows):
            self.refresh()

    def _header(self) -> QHBoxLayout:
        px = self.look.px
        self._title = parts.Line("", "h1")
        self._lead = parts.Line("", tone="soft")
        self._undo = parts.link("", self._step(self.shell.desk.undo), look=self.look, icon="undo")
        self._redo = parts.link("", self._step(self.shell.desk.redo), look=self.look, icon="redo")
        self._saved = parts.text("", "caption", "soft")
        steps = parts.row(None, self._undo, self._redo, self._saved, spacing=px(16))
        box = QHBoxLayout()
        parts.tight(box)
        box.addLayout(parts.column(self._title, self._lead, spacing=px(4)), 1)
        side = QVBoxLayout()
        parts.tight(side, margins=(0, px(6), 0, 0))
        side.addLayout(steps)
        side.addStretch(1)
        box.addLayout(side)
        return box

    def _footer(self) -> Foot:
        px = self.look.px
        self._stand = parts.text("", "next" if self.stand_caption else "body", wrap=True)
        self._safe = parts.text("", "caption", "soft", wrap=True)
        captions = [parts.text(self.stand_caption, "caption", "soft")] if self.stand_caption else []
        words = parts.column(*captions, self._stand, self._safe, spacing=px(4))
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._buttons = QHBoxLayout()
        parts.tight(self._buttons, spacing=px(16))
        return Foot(self.look, words, self._buttons, px(116 if self.stand_caption else 72))

    def _step(self, step):
        return lambda: self.shell.attempt(step)

    def _show_steps(self) -> None:
        desk, room = self.shell.desk, min(self.look.px(260), self.width() // 4)
        for shown, verb, label in (
            (self._undo, "元に戻す", desk.undo_label),
            (self._redo, "やり直す", desk.redo_label),
        ):
            shown.setVisible(bool(label))
            words = f"{verb}：{label}"
            metrics = shown.fontMetrics()
            shown.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
            shown.setAccessibleName(words)
        self._saved.setText(f"保存済み {desk.saved_at:%H:%M}")
