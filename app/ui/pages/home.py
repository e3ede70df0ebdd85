"""ホーム: where you are in A → B → C → X, what is open, and the one next thing to do."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import dates
from app.domain.addresses import Address
from app.domain.advice import progress
from app.domain.advice.progress import Next, Stage
from app.domain.advice.xrays import xrays
from app.domain.days import leaving, month
from app.domain.ledger.agreements import is_entrusted, standing_of
from app.domain.words import Level
from app.ui import icons
from app.ui.frame import Page
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.dues import Line, leaver, leaver_card, line, lines
from app.ui.kit.flow import Flow
from app.ui.kit.kept import Kept
from app.ui.kit.sides import Sides
from app.ui.look import TITLE, Look

WEEKDAYS = "月火水木金土日"


@dataclass(frozen=True)
class Rung:
    """All that a step of the ladder shows. `levels` is how many assets there are of each level, with the company's name of it."""

    stage: Stage
    here: bool
    last: bool
    levels: tuple[tuple[Level, str, int], ...]


@dataclass(frozen=True)
class Card:
    """What stands beside the ladder: a few words and the way to a page."""

    letter: str
    title: str
    words: str
    way: str
    to: Address
    alarm: bool = False


@dataclass(frozen=True)
class Soon:
    """The next of what is due, and how much more there is."""

    lines: tuple[Line, ...]
    more: int


LEAVERS, DUE = 3, 3
"""Plans and lines that are shown; the others stand in 年間の予定."""
NOTHING_DUE = "30日のうちに期日の来ることは、ありません。辞める人の日、契約の終わり、返してもらう日、対策の期日が、ここに並びます。"
GUIDE = Card(
    "",
    "はじめに読む",
    "もとになった国のハンドブックは何か、どんな順に進めるか。5分で読めます。",
    "手引きをひらく",
    Address("guide"),
)
ALARM = Card(
    "Z",
    "もしもの時",
    "触らない・消さない\n一人でやらない・書き残す",
    "最初にすることを見る",
    Address("incident"),
    alarm=True,
)


class HomePage(Page):
    """The ladder of four steps and the papers they lead to, the two cards beside it, and the next thing in the footer."""

    key = "home"
    stand_caption = "次にすること"

    def build(self) -> None:
        px = self.look.px
        self._leavers = Kept(partial(leaver_card, self.shell), spacing=px(12))
        self._month = Kept(self._due_soon)
        self._ladder = Kept(self._rung)
        self._side = Kept(self._card, spacing=px(16))
        left, right = layout.column(self._leavers.box, self._month.box, self._ladder.box), layout.column(self._side.box)
        for column in (left, right):
            column.addStretch(1)
        columns = Sides(
            layout.widget_with(left), layout.widget_with(right), least=px(860), spacing=px(44), shares=(13, 7)
        )
        self._following: Next | None = None
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
        levels = tuple((level, company.level_name(level), count) for level, count in progress.decided(company).items())
        self._ladder.show(
            Rung(stage, stage.page == following.page, stage is ladder[-1], levels if stage.letter == "B" else ())
            for stage in ladder
        )
        self._show_dates()
        self._side.show((*self._doubtful(), self._seals(), GUIDE, self._others(), ALARM))
        self.set_footer(following.sentence, following.safe)
        if following != self._following:
            self._following = following
            lead_on = partial(self.shell.open, following.page, following.focus)
            self.set_buttons(buttons.button(following.button, lead_on, look=self.look, primary=True))

    def _show_dates(self) -> None:
        """Who leaves stands on top, with what is to be done first; then all else that is due."""
        desk = self.shell.desk
        plans = leaving.plans(desk.company)
        pinned = {step.key for plan in plans[:LEAVERS] for step in plan.steps}
        due = [one for one in month.waiting(desk.company, desk.library) if one.key not in pinned]
        self._leavers.show(leaver(desk.company, plan) for plan in plans[:LEAVERS])
        self._month.show([Soon(lines(desk.company, due[:DUE]), len(due[DUE:]))])

    def _due_soon(self, soon: Soon) -> QWidget:
        px = self.look.px
        whole = layout.column(text.text("今月の予定", "step"), spacing=px(2))
        for shown in soon.lines:
            whole.addWidget(line(self.shell, shown))
        if not soon.lines:
            whole.addWidget(text.prose(NOTHING_DUE, "table", "soft"))
        words = f"ほか{soon.more}件と、年間の予定を見る" if soon.more else "年間の予定を見る"
        whole.addWidget(buttons.link(words, partial(self.shell.open, "year")))
        whole.setContentsMargins(px(18), px(10), px(18), px(14))
        return layout.widget_with(whole)

    def _rung(self, rung: Rung) -> QFrame:
        px, stage, here = self.look.px, rung.stage, rung.here
        frame = layout.card() if here else QFrame()
        line = QHBoxLayout(frame)
        layout.spaced(line, margins=(px(18), 0, px(18), 0), spacing=px(20))
        line.addWidget(Letter(self.look, stage.letter, here=here, first=stage.letter == "A", last=rung.last))
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
        if rung.levels:
            words.addLayout(self._levels(rung))
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

    def _levels(self, rung: Rung) -> Flow:
        counted = ((chips.level_chip(level, name), text.text(str(count))) for level, name, count in rung.levels)
        return Flow(*(widget for pair in counted for widget in pair), spacing=self.look.px(8))

    def _open(self, stage: Stage) -> Flow:
        links = [buttons.link(item.text, partial(self.shell.open, item.page, item.focus)) for item in stage.open]
        return Flow(text.text("まだ：", "table", "soft"), *links, spacing=self.look.px(8))

    def _doubtful(self) -> tuple[Card, ...]:
        """気になる所, and what the first is about; nothing where nothing contradicts itself."""
        found = xrays(self.shell.desk.company, self.shell.desk.library)
        if not found:
            return ()
        words = f"はじめは「{found[0].kind.label}」"
        return (Card("", f"気になる所 {len(found)}件", words, "一覧を見る", Address("xrays")),)

    def _seals(self) -> Card:
        """How many days of proof there are: the reason to come back."""
        company = self.shell.desk.company
        days = {one.on for one in company.decisions.values()} | {one.on for one in company.issues.values()}
        days = (days | {one.on for one in company.signatures.values()}) - {""}
        words = f"守ってきた跡が、{len(days)}日分あります。" if days else "決めた日や署名の日が、ここに貯まります。"
        return Card("", "証拠の貯金", words, "跡を見る", Address("seals"))

    def _others(self) -> Card:
        company = self.shell.desk.company
        entrusted = len(company.those(is_entrusted))
        agreed = sum(1 for partner in company.partners.values() if standing_of(partner, company.on).good)
        counted = f"預かっている情報 {entrusted}件\n約束を交わした相手 {agreed}社"
        return Card(
            "Y",
            "他社の情報",
            counted if entrusted or agreed else "お客様の図面や型も、自社の秘密と同じように守ります。",
            "訴えられないための備えを読む",
            Address("others", "steps:y-others"),
        )

    def _card(self, card: Card) -> QFrame:
        px = self.look.px
        frame = layout.card("alarm" if card.alarm else "true")
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(16), px(14), px(16), px(14)), spacing=px(6))
        tone = "shu" if card.alarm else ""
        heading = [text.text(card.letter, "next", tone)] if card.letter else []
        box.addLayout(layout.row(*heading, text.text(card.title, "h2", tone), spacing=px(10)))
        box.addWidget(text.prose(card.words))
        box.addWidget(buttons.link(card.way, partial(self.shell.open, card.to.page, card.to.focus)))
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
