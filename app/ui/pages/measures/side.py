"""The map with what belongs to it: for which information it is drawn, how to read it, and what it says in sentences."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.advice import balance
from app.domain.advice.balance import Remark
from app.domain.advice.coverage import Cell
from app.domain.advice.progress import undecided
from app.domain.advice.recommendation import Advice
from app.domain.ledger.company import Company
from app.domain.words import Level, Purpose, Route
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.kit.kept import Kept
from app.ui.pages.measures.map import MeasureMap
from app.ui.pages.measures.map_view import Discs, MapView
from app.ui.shell import Shell

ALL = "all"
LEGEND = ("選んだ数 / 勧める数", "手間 ■□□ 軽い", "■■□ 中くらい", "■■■ 重い")


class MapSide(QWidget):
    """`filtered` hears the level that the owner wants to see, None for all information; `follow` where a sentence leads."""

    def __init__(
        self,
        shell: Shell,
        filtered: Callable[[Level | None], object],
        follow: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._shell, self._filtered, self._follow = shell, filtered, follow
        self._offered: list[tuple[str, str]] = []
        px = shell.look.px
        self.model = MeasureMap()
        self.map = MapView(shell.look, self.model)
        self._levels = layout.row(stretch=False)
        self._covered = text.prose("", "caption", "soft")
        self._remarks: Kept[Remark] = Kept(self._remark, spacing=px(8))
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=px(10))
        asked = self._asked = text.text("どの情報で見る", tone="soft")
        box.addLayout(Flow(asked, layout.widget_with(self._levels), spacing=px(12)))
        box.addWidget(self.map)
        legend = [text.text(words, "caption", "soft") for words in LEGEND]
        box.addLayout(Flow(Discs(shell.look), *legend, spacing=px(12)))
        box.addWidget(self._covered)
        box.addWidget(layout.hairline())
        box.addLayout(self._remarks.box)
        box.addStretch(1)

    def show_map(self, cells: Mapping[tuple[Route, Purpose], Cell], level: Level | None) -> None:
        """Show the map as it is now, drawn for the information of this level; the sentences are always on the whole."""
        company, library, advice = self._shell.desk.company, self._shell.desk.library, self._shell.desk.advice
        self.model.show_cells(company, cells)
        self._show_levels(company, level)
        self._covered.setText(covered(company, advice))
        self._remarks.show(balance.remarks(company, library, advice))

    def _show_levels(self, company: Company, level: Level | None) -> None:
        """The filter, with how much information there is of each level."""
        counted = balance.guarded(company)
        self._asked.setText("どの情報で見る（まだのものは提案で）" if undecided(company) else "どの情報で見る")
        offered = [(ALL, f"すべて {sum(counted.values())}件")]
        names = {which: text.short(company.level_name(which), 8).replace("&", "&&") for which in counted}
        offered += [(which.value, f"{names[which]} {count}") for which, count in counted.items()]
        if offered != self._offered:
            self._offered = offered
            layout.clear(self._levels)
            self._filter = buttons.Choices(offered, self._choose, "どの情報で見る")
            self._levels.addWidget(self._filter)
        self._filter.choose(level.value if level else ALL)

    def _choose(self, level: object) -> None:
        self._filtered(Level(level) if isinstance(level, str) and level != ALL else None)

    def _remark(self, remark: Remark) -> QWidget:
        title, words = text.prose(remark.word, "strong"), text.prose(remark.text, "table")
        way = buttons.link(remark.way, partial(self._follow, remark.focus))
        way.setAccessibleName(f"{remark.text}{remark.way}")
        line = layout.row(
            title, layout.widget_with(layout.column(words, way, spacing=self._shell.look.px(2))), stretch=False
        )
        line.setStretch(1, 1)
        line.setAlignment(title, Qt.AlignmentFlag.AlignTop)
        return layout.widget_with(line)


def covered(company: Company, advice: Mapping[str, Advice]) -> str:
    """「始めた対策が守るもの：極秘 4件のうち4件・秘 20件のうち18件」, of the levels that hold something."""
    told = [
        f"{text.short(company.level_name(level), 8)} {whole}件のうち{count}件"
        for level, (count, whole) in balance.coverage(company, advice).items()
        if whole
    ]
    return f"始めた対策が守るもの：{'・'.join(told)}" if told else ""
