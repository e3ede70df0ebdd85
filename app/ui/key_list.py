"""キーの一覧: every key of the window in one place; F1 opens it."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.dialogs import Sheet
from app.ui.kit import buttons, layout, text
from app.ui.look import Look

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "どのページでも",
        (
            ("F1", "この一覧"),
            ("Alt＋←", "前に見ていたページにもどる"),
            ("Alt＋H / A / B / C / X / Y / Z", "ホームと、それぞれの文字のページへ"),
            ("Alt＋N", "右下の濃いボタン（次にすること）"),
            ("Ctrl＋1 〜 9", "左の一覧の上から順に、ページへ"),
            ("Ctrl＋F", "さがす、しぼる"),
            ("Ctrl＋P", "印刷"),
            ("Ctrl＋S", "書類ではWordで保存。ほかでは、いつも保存済みです"),
            ("Ctrl＋Z", "元に戻す"),
            ("Ctrl＋Y", "やり直す"),
            ("Ctrl＋＋ / − / 0", "文字を大きく、小さく、ふつうに"),
        ),
    ),
    (
        "動く、押す",
        (
            ("Tab / Shift＋Tab", "次へ、前へ（読む順）"),
            ("← → ↑ ↓", "並んだ答え、一覧、表の中を動く"),
            ("Enter / スペース", "いまのボタンや言葉を押す"),
            ("Esc", "開いた小さな画面を閉じる"),
        ),
    ),
    (
        "A 洗い出しの表",
        (
            ("Enter", "書き終えて、下へ"),
            ("F2", "いまの中身を直す"),
            ("Ctrl＋C / X / V", "写す、切り取る、貼る（Excelとも）"),
            ("Delete", "選んだマスを空にする"),
            ("Alt＋Enter", "くわしい内容"),
            ("Alt＋↑ / ↓", "行を上へ、下へ"),
        ),
    ),
    (
        "B 秘密の決定",
        (
            ("1 〜 4", "区分を選ぶ"),
            ("Ctrl＋Enter", "決めて次へ"),
            ("Alt＋↑ / ↓", "前の情報、後の情報"),
        ),
    ),
    (
        "書類",
        (
            ("↑ ↓（紙の上で）", "前の条、次の条"),
            ("Ctrl＋ホイール、＋ / − / 0（紙の上で）", "紙を大きく、小さく、幅に合わせる"),
        ),
    ),
)


class KeySheet(Sheet):
    """Two columns under each heading; it scrolls where there is little room."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, look, "キーの一覧")
        px = look.px
        room = parent.window().size()
        self.resize(min(px(680), room.width() - 24), min(px(640), room.height() - 24))
        grid = QGridLayout()
        layout.spaced(grid, spacing=px(6))
        grid.setHorizontalSpacing(px(24))
        grid.setColumnStretch(1, 1)
        row = 0
        for heading, keys in KEYS:
            grid.addWidget(text.text(heading, "strong"), row, 0, 1, 2)
            row += 1
            for key, meaning in keys:
                grid.addWidget(text.text(key, "table"), row, 0)
                grid.addWidget(text.prose(meaning, "table", "soft"), row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        self.body.addWidget(layout.scroll(layout.widget_with(grid), "キーの一覧"), 1)
        close = buttons.button("閉じる", self.accept, look=look, primary=True, icon="check")
        self.buttons.addWidget(close)
        close.setFocus()
