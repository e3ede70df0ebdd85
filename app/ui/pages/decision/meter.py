"""三つの条件 of one asset, towards one audience: what speaks for each in words, the weakest point, and the smallest step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from app.domain.addresses import Address
from app.domain.advice.evaluation import Reason, suggest
from app.domain.advice.requirements import Line, Point, Reading, reading
from app.domain.handbook.library import Library
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.ledger.unlawful import held_back
from app.domain.proof import Audience, Requirement
from app.ui.kit import buttons, layout, text
from app.ui.kit.fold import FoldButton
from app.ui.kit.reasons import origin
from app.ui.look import Look

SPEAKING, AGAINST = 3, 2
"""So many points are shown; the others are counted."""
WIDE, HIGH = 700, 740
"""In a narrower box the three stand below each other; there, and in a lower window, they are folded until the owner opens them."""
NO_PROMISE = "認められるかは、一件ごとの事情で決まります。"


class MeterBox(QFrame):
    """The box below the questions. `follow` opens what mends the weakest point."""

    def __init__(self, look: Look, follow: Callable[[Address], object]) -> None:
        super().__init__()
        self._look, self._follow = look, follow
        self._shown: tuple[Company, Library, Asset] | None = None
        self._audience = Audience.EMPLOYEES
        self._turned = False
        self._to: Address | None = None
        self.setProperty("card", "true")
        px = look.px
        self.fold = FoldButton(look, self._turn)
        self.fold.say("三つの条件：今の手がかり")
        self._sources = FoldButton(look, lambda _: self._show())
        self._sources.say("出どころ")
        options = [(audience, audience.label) for audience in Audience]
        self.audiences = buttons.Choices(options, self._choose, "誰に対して")
        self.audiences.choose(self._audience)
        self._parts = {requirement: _Part(look, requirement) for requirement in Requirement}
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        layout.spaced(self._columns, spacing=px(18))
        for part in self._parts.values():
            self._columns.addWidget(part, 1)
        self.weakest = text.prose("", "table")
        self.step = buttons.link("", self._go)
        self._inside = QWidget()
        inner = QVBoxLayout(self._inside)
        layout.spaced(inner, spacing=px(10))
        inner.addLayout(layout.row(self.audiences))
        inner.addLayout(self._columns)
        inner.addWidget(layout.hairline())
        inner.addWidget(self.weakest)
        inner.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addLayout(layout.row(text.text(NO_PROMISE, "caption", "soft"), self._sources, spacing=px(8)))
        self._held = text.prose("", "table")
        box = QVBoxLayout(self)
        layout.spaced(box, margins=(px(16), px(10), px(16), px(10)), spacing=px(8))
        box.addWidget(self.fold)
        box.addWidget(self._inside)
        box.addWidget(self._held)

    def show_meter(self, company: Company, library: Library, asset: Asset) -> None:
        """Show what the ledger says of one asset; of what is held back, one sentence."""
        if self._shown is not None and self._shown[0] is company and self._shown[2] is asset:
            return
        self._shown = (company, library, asset) if asset.id else None
        self.setVisible(bool(asset.id))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        px, way = self._look.px, QBoxLayout.Direction
        wide = self.width() >= px(WIDE)
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)
        roomy = wide and self.window().height() >= px(HIGH)
        if not self._turned and self.fold.isChecked() != roomy:
            self.fold.setChecked(roomy)
            self._show()

    def _turn(self, _: bool) -> None:
        self._turned = True
        self._show()

    def _choose(self, audience: object) -> None:
        self._audience = audience if isinstance(audience, Audience) else self._audience
        self.audiences.choose(self._audience)
        self._show()

    def _show(self) -> None:
        """Nothing is worked out while the box is folded."""
        if self._shown is None:
            return
        company, library, asset = self._shown
        held = held_back(company, asset)
        self._held.setText(suggest(company, asset).reasons[0].text if held else "")
        self._held.setVisible(held)
        self.fold.setHidden(held)
        opened = self.fold.isChecked() and not held
        self._inside.setVisible(opened)
        if opened:
            self._show_reading(reading(company, library, asset, self._audience))

    def _show_reading(self, found: Reading) -> None:
        sources = self._sources.isChecked()
        for line in found.lines:
            self._parts[line.requirement].show_line(line, sources=sources)
        weak = found.weakest
        said = _words(weak.reason, sources) if weak else "今、台帳から見える弱い所はありません。"
        self.weakest.setText(f"いちばん弱い所：{said}" if weak else said)
        self._to = weak.to if weak else None
        self.step.setVisible(self._to is not None)
        if weak and self._to:
            buttons.set_words(self.step, f"小さな一歩：{weak.step}")

    def _go(self) -> None:
        if self._to is not None:
            self._follow(self._to)


class _Part(QWidget):
    """One of the three conditions."""

    def __init__(self, look: Look, requirement: Requirement) -> None:
        super().__init__()
        self._standing = text.text("", "caption", "soft")
        self._points = text.prose("", "table")
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=look.px(4))
        box.addWidget(text.prose(f"{requirement.plain}（{requirement.label}）", "strong"))
        box.addWidget(self._standing)
        box.addWidget(self._points)
        box.addStretch(1)

    def show_line(self, line: Line, *, sources: bool) -> None:
        """What speaks (●) and what is missing (○), the strongest first."""
        self._standing.setText(line.standing.label)
        told = [*_marked("●", line.speaking, SPEAKING, sources), *_marked("○", line.against, AGAINST, sources)]
        self._points.setText("\n".join(told))
        spoken = [*_marked("ある：", line.speaking, SPEAKING, False), *_marked("まだ：", line.against, AGAINST, False)]
        self._points.setAccessibleName("\n".join((line.requirement.plain, line.standing.label, *spoken)))


def _marked(mark: str, points: tuple[Point, ...], most: int, sources: bool) -> list[str]:
    told = [f"{mark} {_words(point.reason, sources)}" for point in points[:most]]
    more = len(points) - most
    return [*told, f"{mark} ほか{more}つ"] if more > 0 else told


def _words(reason: Reason, sources: bool) -> str:
    return f"{reason.text}（{origin(reason)}）" if sources else reason.text
