"""区分の名前: two or three secret levels with the company's own names. The papers follow."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout

from app.actions import firm
from app.domain.ledger.records import THREE_LEVELS
from app.domain.words import Level
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.fields import LineField
from app.ui.pages.ledger.section import Section
from app.ui.unsaved import Typed

TWO_LEVELS = (Level.SECRET, Level.INTERNAL)
LONGEST = 12
"""Letters of a level's name: it stands on stamps and in narrow columns."""
NAMES = {
    Level.TOP_SECRET: ("name_top_secret", "漏れたら事業の柱が折れるもの。見る人を名前で決めます。"),
    Level.SECRET: ("name_secret", "漏れたら競争力や信用に大きな傷がつくもの。担当の部門だけで見ます。"),
    Level.INTERNAL: ("name_internal", "社外には出さないもの。社内なら見てかまいません。"),
}


class Levels(Section):
    """How many levels, and what this company calls them."""

    key = "levels"
    title = "区分の名前"
    lead = "小さな会社では、二つか三つが扱いやすい数です。名前は、社内で通じる言葉に変えられます。"
    stand = "区分の名前を変えると、書類の言葉もすべて変わります。"
    safe = "決めた区分そのものは、そのまま残ります。"

    def build(self) -> None:
        self.count = buttons.Choices(((3, "三つ使う"), (2, "二つ使う")), self._set_count, "区分の数")
        self.box.addLayout(layout.row(self.count))
        grid = QGridLayout()
        layout.spaced(grid, spacing=self.look.px(12))
        self.names = {}
        for row, (level, (key, meaning)) in enumerate(NAMES.items()):
            field = LineField(f"{level.label}の名前", partial(self._rename, key), level.label)
            self.names[level] = field
            grid.addWidget(chips.level_chip(level, level.label), 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(text.prose(meaning, "caption", "soft"), 2 * row + 1, 1)
        self.box.addLayout(grid)
        self.box.addStretch(1)

    def refresh(self) -> None:
        profile = self.shell.desk.company.profile
        self.count.choose(len(profile.levels))
        for level, field in self.names.items():
            field.show_text(getattr(profile, NAMES[level][0]))
            field.setEnabled(level in profile.levels)

    def _set_count(self, count: object) -> None:
        desk = self.shell.desk
        levels = TWO_LEVELS if count == 2 else THREE_LEVELS
        high = sum(1 for d in desk.company.decisions.values() if d.level not in (*levels, Level.OPEN))
        if high:
            name = desk.company.level_name(Level.TOP_SECRET)
            self.say(
                f"「{name}」に決めた情報が{high}件あるので、二つにできません。",
                "先に、B でその情報の区分を決め直してください。",
            )
        elif levels != desk.company.profile.levels:
            self.shell.attempt(
                lambda: firm.edit_profile(desk, replace(desk.company.profile, levels=levels), "区分の数")
            )
        self.refresh()

    def _rename(self, key: str, words: str) -> bool:
        desk = self.shell.desk
        if len(words.strip()) > LONGEST:
            self.say(f"区分の名前は{LONGEST}文字までです。", "書いたものは、まだ保存していません。短くしてください。")
            return False
        written = True
        if words.strip():
            named: dict[str, Any] = {key: words.strip()}

            def write() -> None:
                firm.edit_profile(desk, replace(desk.company.profile, **named), "区分の名前")

            written = self.shell.done(write, Typed(f"profile:{key}", "区分の名前", words))
        self.refresh()
        return written
