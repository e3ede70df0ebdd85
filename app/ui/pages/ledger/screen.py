"""文字の大きさと画面の色, and the keys."""

from app.ui.kit import buttons, layout, text
from app.ui.pages.ledger.section import Section

SIZES = ((0.9, "小さめ"), (1.0, "ふつう"), (1.2, "大きめ"), (1.5, "とても大きい"))
MODES = (("", "パソコンに合わせる"), ("light", "明るい"), ("dark", "暗い"))


class Screen(Section):
    """The owner's own text size, in which everything grows; light, dark, or as the system has it."""

    key = "screen"
    title = "文字の大きさと色"
    lead = "画面の文字の大きさです。紙の大きさは変わりません。Ctrl と + ・ - でも変えられます。"
    stand = "選ぶと、すぐに変わります。いつでも戻せます。"

    def build(self) -> None:
        sizes = buttons.Choices(SIZES, self._set_size, "文字の大きさ")
        sizes.choose(min((size for size, _ in SIZES), key=lambda size: abs(size - self.shell.settings.scale)))
        modes = buttons.Choices(MODES, self._set_mode, "画面の色")
        modes.choose(self.shell.settings.mode)
        self.box.addLayout(layout.row(sizes))
        self.box.addWidget(layout.hairline())
        self.box.addWidget(text.text("画面の色", "h2"))
        self.box.addLayout(layout.row(modes))
        self.box.addWidget(layout.hairline())
        self.box.addWidget(text.text("キー", "h2"))
        self.box.addWidget(text.prose("マウスを使わなくても、すべてできます。F1 でも開きます。", tone="soft"))
        self.box.addLayout(layout.row(buttons.button("キーの一覧", self.shell.show_keys)))
        self.box.addStretch(1)

    def _set_size(self, size: object) -> None:
        self.shell.set_scale(size if isinstance(size, float) else self.shell.settings.scale)

    def _set_mode(self, mode: object) -> None:
        self.shell.set_mode(str(mode) if mode is not None else self.shell.settings.mode)
