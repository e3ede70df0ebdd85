"""空欄をうめる: only the blanks of the paper, one below the other; Enter goes from one to the next, and at the end back to the paper.

What is written is kept at once, where it belongs in the ledger, and every other paper has it too.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.actions import firm
from app.actions.papers import gaps
from app.actions.papers.gaps import Gap, Kind
from app.actions.papers.make import Paper
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import LineField, LinesField, NameField
from app.ui.shell import Shell
from app.ui.unsaved import Typed

LEAD = "書いたものは台帳に入り、ほかの書類にも使われます。分からないものは空のままで、印刷した紙に手で書けます。"
Field = LineField | LinesField | NameField


class Line(QWidget):
    """One blank: what belongs there, its field, and what is wrong with what was typed."""

    def __init__(self, gap: Gap, field: Field, gap_px: int) -> None:
        super().__init__()
        self.gap, self.field = gap, field
        self.told = text.text("", "table", "shu", wrap=True)
        self.told.hide()
        label = text.text(gap.label, "strong", wrap=True)
        parts: list[QWidget] = [label, field, self.told]
        if gap.use:
            parts.insert(1, text.text(gap.use, "caption", "soft", wrap=True))
        box = layout.column(*parts, spacing=gap_px)
        layout.spaced(box, spacing=gap_px)
        self.setLayout(box)

    @property
    def filled(self) -> bool:
        """Whether anything stands there."""
        return bool((self.field.currentText() if isinstance(self.field, NameField) else self.field.text()).strip())


class FillSheet(Sheet):
    """`again` makes the paper anew after each answer, because one answer may ask for the next."""

    def __init__(self, parent: QWidget, shell: Shell, again: Callable[[], Paper | None], first: str = "") -> None:
        paper = again()
        assert paper is not None
        super().__init__(parent, shell.look, f"空欄をうめる　{paper.form.title}")
        self._shell, self._again, self._paper = shell, again, paper
        self.lines: dict[str, Line] = {}
        px = self.look.px
        room = parent.window().size()
        self.resize(min(px(680), room.width() - 24), min(px(620), room.height() - 24))
        self.body.addWidget(text.prose(LEAD, "table", "soft"))
        self._president = buttons.button("", self._take_all, small=True)
        self.body.addWidget(self._president, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        layout.spaced(self._box, margins=(px(3), 0, px(12), 0), spacing=px(14))
        self._area = layout.scroll(inside, "空欄")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(self._area, 1)
        self._count = text.text("", "table", "soft")
        self.buttons.insertWidget(0, self._count)
        self.back = buttons.button("紙にもどる", self.accept, look=self.look, primary=True, icon="check")
        self.back.setAutoDefault(False)
        self.buttons.addWidget(self.back)
        self._show()
        chosen = self.lines.get(first) or next(iter(self.lines.values()), None)
        if chosen is not None:
            chosen.field.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field has been heard by the field; here it goes on to the next blank, and after the last to the button."""
        here = next((line for line in self.lines.values() if line.isAncestorOf(self.focusWidget() or self)), None)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self._go_on(here)
        else:
            super().keyPressEvent(event)

    def _go_on(self, here: Line) -> None:
        order = list(self.lines.values())
        after = order[order.index(here) + 1 :]
        following = next((line for line in after if not line.filled), None)
        target: QWidget = following.field if following and here.told.isHidden() else self.back
        if not here.told.isHidden():
            target = here.field
        target.setFocus(Qt.FocusReason.TabFocusReason)

    # showing --------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """The blanks that were there at first stay, filled or not; new ones come in behind the one that brought them."""
        desk = self._shell.desk
        left = gaps.gaps(desk, self._paper)
        names = [person.name for person in desk.company.staff]
        order = [line.gap.key for line in self.lines.values()]
        for number, gap in enumerate(left):
            if gap.key not in self.lines:
                before = [one.key for one in left[:number] if one.key in order]
                place = order.index(before[-1]) + 1 if before else self._place_of_late(order)
                order.insert(place, gap.key)
                line = Line(gap, self._field(gap, names), self.look.px(4))
                self.lines[gap.key] = line
                self._box.insertWidget(place, line)
        self.lines = {key: self.lines[key] for key in order}
        if self._box.count() == len(self.lines):
            self._box.addStretch(1)
        for line in self.lines.values():
            if isinstance(line.field, NameField) and not line.field.hasFocus():
                line.field.show_names(names, gaps.holder_of(desk, line.gap.key))
        self._count.setText(f"あと {len(left)}か所" if left else "空欄はなくなりました")
        self._offer_president(left)

    def _place_of_late(self, order: list[str]) -> int:
        """Behind the field that the keyboard is in, for what its answer asks for."""
        here = next((key for key, line in self.lines.items() if line.isAncestorOf(self.focusWidget() or self)), None)
        return order.index(here) + 1 if here else len(order)

    def _field(self, gap: Gap, names: list[str]) -> Field:
        if gap.kind is Kind.LINES:
            return LinesField(gap.label, partial(self._write, gap.key))
        if gap.kind is Kind.WORDS:
            return LineField(gap.label, partial(self._write, gap.key), gap.hint)
        field = NameField(gap.label, partial(self._write, gap.key), gap.hint)
        field.show_names(names, "")
        return field

    def _offer_president(self, left: list[Gap]) -> None:
        """Most small companies begin with one person on every seat."""
        name = firm.first_name(self._shell.desk)
        self._president.setVisible(bool(name) and sum(gap.kind is Kind.NAME for gap in left) > 1)
        buttons.set_words(self._president, f"役は、ひとまず全部 {text.short(name)}さんで")

    # writing --------------------------------------------------------------------------------------------

    def _write(self, key: str, words: str) -> bool:
        desk, paper, line = self._shell.desk, self._paper, self.lines[key]
        told = self._shell.attempt(
            lambda: gaps.fill(desk, paper, key, words), Typed(f"gaps:{key}", line.gap.label, words)
        )
        if told is None:
            return False
        line.told.setText(told or "")
        line.told.setVisible(bool(told))
        if not told:
            self._renew()
        return True

    def _take_all(self) -> None:
        desk = self._shell.desk
        self._shell.attempt(lambda: firm.appoint_everywhere(desk, firm.first_name(desk)))
        self._renew()
        following = next((line for line in self.lines.values() if not line.filled), None)
        (following.field if following else self.back).setFocus(Qt.FocusReason.TabFocusReason)

    def _renew(self) -> None:
        paper = self._again()
        if paper is not None:
            self._paper = paper
            self._show()
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if (field := self.focusWidget()) is not None and self._area.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, self.look.px(60))
