"""ホーム: where you are in A → B → C → X, what is open, and the one next thing to do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import dates
from app.domain.advice import progress
from app.domain.advice.progress import Stage
from app.domain.ledger.agreements import standing_of
from app.domain.words import Level, Owner
from app.ui import icons
from app.ui.frame import Page
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.sides import Sides
from app.ui.look import TITLE, Look

WEEKDAYS = "月火水木金土日"


class HomePage(Page):
    """The ladder of four steps and the papers they lead to, the two cards beside it, and the next thing in the footer."""

    key = "home"
    stand_caption = "次にすること"

    def build(self) -> None:
        px = self.look.px
        self._ladder = QVBoxLayout()
        layout.spaced(self._ladder)
        self._side = QVBoxLayout()
        layout.spaced(self._side, spacing=px(16))
        left = layout.column(self._ladder)
        left.addStretch(1)
        columns = Sides(
            layout.widget_with(left), layout.widget_with(self._side), least=px(860), spacing=px(44), shares=(13, 7)
        )
        self.body.addWidget(layout.scroll(columns, "いまの所"), 1)

    def refresh(self) -> None:
        desk = self.shell.desk
        company = desk.company
        today = company.on
        facts = "・".join(filter(None, (f"{len(company.staff)}人" if company.staff else "", company.profile.trade)))
        day = f"今日は {dates.written(today.isoformat(), company.profile.western_dates)}（{WEEKDAYS[today.weekday()]}）"
        self.set_title(company.profile.name or "会社の名前がまだです", f"{facts}　{day}" if facts else day)
        ladder = progress.stages(company, desk.library, desk.advice)
        following = progress.next_thing(company, ladder)
        layout.clear(self._ladder)
        for number, stage in enumerate(ladder):
            self._ladder.addWidget(self._rung(stage, stage.page == following.page, last=number == len(ladder) - 1))
        self._show_side()
        self.set_footer(following.sentence, following.safe)
        self.set_buttons(
            buttons.button(
                following.button,
                lambda: self.shell.open(following.page, following.focus),
                look=self.look,
                primary=True,
            )
        )

    def _rung(self, stage: Stage, here: bool, *, last: bool) -> QFrame:
        px = self.look.px
        frame = layout.card() if here else QFrame()
        line = QHBoxLayout(frame)
        layout.spaced(line, margins=(px(18), 0, px(18), 0), spacing=px(20))
        line.addWidget(Letter(self.look, stage.letter, here=here, first=stage.letter == "A", last=last))
        state = (
            "いまここ"
            if here
            else "済み"
            if stage.finished and not stage.open
            else "途中"
            if stage.done
            else "これから"
        )
        head = layout.row(text.text(stage.title, "step"), text.text(state, "caption", "soft"))
        words = layout.column(head, text.text(stage.sentence, wrap=True), spacing=px(4))
        if stage.letter == "B" and self.shell.desk.company.decisions:
            words.addLayout(self._levels())
        if stage.open:
            words.addLayout(self._open(stage))
        words.addStretch(1)
        words.setContentsMargins(0, px(14), 0, px(14))
        line.addLayout(words, 1)
        if stage.total:
            line.addLayout(self._tally(stage, here))
        frame.setMinimumHeight(px(104))
        return frame

    def _tally(self, stage: Stage, here: bool) -> QVBoxLayout:
        """How far a step is, in words and as a bar."""
        px = self.look.px
        count = text.text(f"{stage.done} / {stage.total}{stage.unit}")
        bar = layout.bar(stage.done, stage.total, here=here)
        bar.setFixedWidth(px(112))
        tally = layout.column(count, bar, spacing=px(8))
        tally.setAlignment(count, Qt.AlignmentFlag.AlignRight)
        tally.setContentsMargins(0, px(14), 0, px(14))
        tally.addStretch(1)
        return tally

    def _levels(self) -> Flow:
        company = self.shell.desk.company
        widgets: list[QWidget] = []
        for level in sorted(Level, key=lambda level: -level.rank):
            count = sum(1 for decision in company.decisions.values() if decision.level is level)
            if count:
                widgets += [chips.level_chip(level, company.level_name(level)), text.text(str(count))]
        return Flow(*widgets, spacing=self.look.px(8))

    def _open(self, stage: Stage) -> Flow:
        links = [buttons.link(item.text, partial(self.shell.open, item.page, item.focus)) for item in stage.open]
        return Flow(text.text("まだ：", "table", "soft"), *links, spacing=self.look.px(8))

    def _show_side(self) -> None:
        company = self.shell.desk.company
        layout.clear(self._side)
        entrusted = sum(1 for asset in company.assets.values() if asset.owner is Owner.ENTRUSTED)
        agreed = sum(1 for partner in company.partners.values() if standing_of(partner, company.on).good)
        counted = f"預かっている情報 {entrusted}件\n約束を交わした相手 {agreed}社"
        others = self._card(
            "Y",
            "他社の情報",
            counted if entrusted or agreed else "お客様の図面や型も、自社の秘密と同じように守ります。",
            ("訴えられないための備えを読む", lambda: self.shell.open("others", "steps:y-others")),
        )
        alarm = self._card(
            "Z",
            "もしもの時",
            "触らない・消さない\n一人でやらない・書き残す",
            ("最初にすることを見る", lambda: self.shell.open("incident")),
            alarm=True,
        )
        guide = self._card(
            "",
            "はじめに読む",
            "もとになった国のハンドブックは何か、どんな順に進めるか。5分で読めます。",
            ("手引きをひらく", lambda: self.shell.open("guide")),
        )
        for widget in (guide, others, alarm):
            self._side.addWidget(widget)
        self._side.addStretch(1)

    def _card(
        self, letter: str, title: str, words: str, lead_on: tuple[str, Callable[[], object]], *, alarm: bool = False
    ) -> QFrame:
        px = self.look.px
        frame = layout.card("alarm" if alarm else "true")
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(16), px(14), px(16), px(14)), spacing=px(6))
        tone = "shu" if alarm else ""
        heading = [text.text(letter, "next", tone)] if letter else []
        box.addLayout(layout.row(*heading, text.text(title, "h2", tone), spacing=px(10)))
        box.addWidget(text.prose(words))
        box.addWidget(buttons.link(*lead_on))
        return frame


class Letter(QWidget):
    """A circle with the letter of a step, hairlines to its neighbours."""

    def __init__(self, look: Look, letter: str, *, here: bool, first: bool, last: bool) -> None:
        super().__init__()
        self._look, self._letter, self._here, self._first, self._last = look, letter, here, first, last
        self.setFixedWidth(look.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, size = self._look, self._look.px(44)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, middle = look.px(14), size / 2
        circle = QRectF(0.75, top + 0.75, size - 1.5, size - 1.5)
        painter.setPen(QPen(look.color("edge"), 1))
        if not self._first:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, top))
        if not self._last:
            painter.drawLine(QPointF(middle, top + size), QPointF(middle, self.height()))
        painter.setPen(QPen(look.color("ai" if self._here else "edge"), 1.5))
        painter.setBrush(look.color("ai") if self._here else look.color("card"))
        painter.drawEllipse(circle)
        ink = look.color("on_ai" if self._here else "ink")
        if len(self._letter) > 1:
            mark = look.px(22)
            painter.drawPixmap(circle.center() - QPointF(mark, mark) / 2, icons.pixmap(self._letter, ink, mark))
            return
        painter.setFont(look.font("next", families=TITLE))
        painter.setPen(ink)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._letter)


PAGE = HomePage
