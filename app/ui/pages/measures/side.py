"""The map with what belongs to it: for which information it is drawn, how to read it, and what it says in sentences."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.advice import balance
from app.domain.advice.coverage import Cell
from app.domain.ledger.company import Company
from app.domain.words import Level, Purpose, Route
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.pages.measures.map import MeasureMap
from app.ui.pages.measures.map_view import Discs, MapView
from app.ui.pages.measures.starters import open_starters
from app.ui.shell import Shell

ALL = "all"
LEGEND = ("選んだ数 / 勧める数", "手間 ■□□ 軽い", "■■□ 中くらい", "■■■ 重い")


class MapSide(QWidget):
    """`filtered` hears the level that the owner wants to see, None for all information."""

    def __init__(
        self,
        shell: Shell,
        filtered: Callable[[Level | None], object],
        open_today: Callable[[], object],
        on_paper: QWidget,
    ) -> None:
        super().__init__()
        self._shell, self._filtered = shell, filtered
        self._offered: list[tuple[str, str]] = []
        px = shell.look.px
        self.model = MeasureMap()
        self.map = MapView(shell.look, self.model)
        self._today = buttons.link("", open_today)
        self._levels = layout.row(stretch=False)
        self._sentences = {name: self._sentence(name) for name in ("ムラ", "ムリ")}
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=px(10))
        asked = self._asked = text.text("どの情報で見る", tone="soft")
        box.addLayout(Flow(asked, layout.widget_with(self._levels), self._today, on_paper, spacing=px(12)))
        box.addWidget(self.map)
        legend = [text.text(words, "caption", "soft") for words in LEGEND]
        box.addLayout(Flow(Discs(shell.look), *legend, spacing=px(12)))
        box.addWidget(layout.hairline())
        for line, _ in self._sentences.values():
            box.addWidget(line)
        box.addStretch(1)

    def show_map(self, cells: Mapping[tuple[Route, Purpose], Cell], level: Level | None) -> None:
        """Show the map as it is now, drawn for the information of this level."""
        company = self._shell.desk.company
        self.model.show_cells(company, cells)
        self._show_levels(company, level)
        for name, words in (("ムラ", balance.uneven(cells)), ("ムリ", balance.overburdened(company))):
            line, label = self._sentences[name]
            label.setText(words)
            line.setVisible(bool(words))
        left = len(open_starters(company, self._shell.desk.library))
        buttons.set_words(self._today, f"今日の4つ（あと{left}つ）" if left else "今日の4つ")

    def _show_levels(self, company: Company, level: Level | None) -> None:
        """The filter, with how much information there is of each level."""
        counted = balance.guarded(company)
        proposed = any(asset.id not in company.decisions for asset in company.listed)
        self._asked.setText("どの情報で見る（まだのものは提案で）" if proposed else "どの情報で見る")
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

    def _sentence(self, name: str) -> tuple[QWidget, QLabel]:
        title, words = text.prose(name, "strong"), text.prose("", "table")
        line = layout.row(title, words, spacing=self._shell.look.px(12), stretch=False)
        line.setStretch(1, 1)
        line.setAlignment(title, Qt.AlignmentFlag.AlignTop)
        return layout.widget_with(line), words
