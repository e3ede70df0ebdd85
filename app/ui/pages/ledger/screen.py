"""文字の大きさ."""

from app.ui.kit import buttons, layout
from app.ui.pages.ledger.section import Section

SIZES = ((0.9, "小さめ"), (1.0, "ふつう"), (1.2, "大きめ"), (1.5, "とても大きい"))


class Screen(Section):
    """The owner's own text size; everything grows with it."""

    key = "screen"
    title = "文字の大きさ"
    lead = "画面の文字の大きさです。紙の大きさは変わりません。Ctrl と + ・ - でも変えられます。"
    stand = "暗い画面は、パソコンの設定に合わせて切り替わります。"

    def build(self) -> None:
        choices = buttons.Choices(SIZES, self._set, "文字の大きさ")
        near = min((size for size, _ in SIZES), key=lambda size: abs(size - self.shell.settings.scale))
        choices.choose(near)
        self.box.addLayout(layout.row(choices))
        self.box.addStretch(1)

    def _set(self, size: object) -> None:
        if isinstance(size, float):
            self.shell.set_scale(size)
