"""The first page: a new company, a ledger that is there already, or the sample company to look around in.

It is painted before anything of the ledgers is imported.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import TextLine
from app.ui.kit.sides import Sides
from app.ui.settings import ledger_folder

if TYPE_CHECKING:
    from app.ui.shell import Shell


class Welcome(QWidget):
    """Three ways in, each with one button."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__()
        self._shell = shell
        self._look = shell.look
        px = self._look.px
        inside = QWidget()
        outer = QVBoxLayout(inside)
        whole = QVBoxLayout(self)
        layout.spaced(whole)
        whole.addWidget(layout.scroll(inside, "はじめの画面"))
        layout.spaced(outer, margins=(px(48), px(40), px(48), px(28)), spacing=px(16))
        title = text.text("まもり帳", "h1")
        lead = text.prose(
            "図面、加工条件、見積りの根拠、長年の勘。会社の大事な情報を書き出し、守り方を決め、会社に合った規程にします。\n"
            "まもり帳はネットにつながりません。書いたことは、このパソコンの中だけに残ります。",
            tone="soft",
        )
        outer.addWidget(title)
        outer.addWidget(lead)
        outer.addSpacing(px(12))
        ways = Sides(self._new(), layout.widget_with(self._others()), least=px(800), spacing=px(32), shares=(3, 2))
        outer.addWidget(ways)
        outer.addStretch(1)
        outer.addWidget(
            text.prose(
                "まもり帳は提案します。決めるのは社長です。法律の判断は、弁護士などの専門家に確かめてください。",
                "caption",
                "soft",
            )
        )
        self.setFocusProxy(self._recent[0] if self._recent else self.company)

    def _new(self) -> QFrame:
        px = self._look.px
        frame = layout.card()
        box = QVBoxLayout(frame)
        layout.spaced(box, margins=(px(24),) * 4, spacing=px(12))
        box.addWidget(text.text("会社の台帳を作る", "h2"))
        box.addWidget(text.prose("まず会社の名前だけで始められます。ほかは、後で書き足せます。", tone="soft"))
        self.company = self._field("例：株式会社みなと精密プレス", "会社の名前")
        self.trade = self._field("例：精密プレス加工", "仕事の内容")
        self.author = self._field("例：湊 誠一", "書く人の名前")
        self.author.setText(self._shell.settings.author)
        fields = (("会社の名前", self.company), ("仕事の内容", self.trade), ("書く人の名前", self.author))
        box.addLayout(layout.form(fields, self._look))
        box.addWidget(text.prose("書く人の名前は、いつ誰が決めたかの記録に残します。", "caption", "soft"))
        box.addStretch(1)
        self.start = buttons.button("この会社で始める", self._create, look=self._look, primary=True)
        self.start.setEnabled(False)
        self.company.textChanged.connect(lambda words: self.start.setEnabled(bool(words.strip())))
        self.company.returnPressed.connect(self.trade.setFocus)
        self.trade.returnPressed.connect(self.author.setFocus)
        self.author.returnPressed.connect(self.start.click)
        box.addLayout(layout.row(None, self.start))
        return frame

    def _others(self) -> QVBoxLayout:
        px = self._look.px
        box = QVBoxLayout()
        layout.spaced(box, spacing=px(20))
        settings = self._shell.settings
        recent = [path for path in settings.recent if path != settings.sample][:4]
        box.addWidget(text.text("前の続きから" if recent else "作ってある台帳から", "h2"))
        self._recent = [self._way_back(path) for path in recent]
        for way in self._recent:
            box.addWidget(way)
        box.addLayout(layout.row(buttons.button("台帳のファイルを開く", self._open, look=self._look, icon="open")))
        box.addWidget(layout.hairline())
        box.addWidget(text.text("見本の会社で試す", "h2"))
        box.addWidget(
            text.prose(
                "24人の精密プレス工場が、40件の情報を書き出したところです。何をさわっても、ご自分の会社には影響しません。",
                tone="soft",
            )
        )
        box.addLayout(layout.row(buttons.button("見本をひらく", self._sample, look=self._look, icon="case")))
        box.addStretch(1)
        return box

    def _way_back(self, path: Path) -> QPushButton:
        words = text.short(path.stem)
        go = buttons.link(words.replace("&", "&&"), partial(self._shell.open_ledger, path))
        go.setToolTip(text.tip(str(path)))
        go.setAccessibleName(f"台帳「{words}」を開く")
        return go

    def _field(self, example: str, name: str) -> QLineEdit:
        field = TextLine()
        field.setPlaceholderText(example)
        field.setAccessibleName(name)
        return field

    def _create(self) -> None:
        from app.actions import ledgers
        from app.domain.ledger.records import Profile

        profile = Profile(
            name=self.company.text().strip(), trade=self.trade.text().strip(), author=self.author.text().strip()
        )

        def make() -> Path:
            path = ledgers.free_path(ledger_folder(), profile.name)
            ledgers.create(path, profile)
            self._shell.settings.author = profile.author
            return path

        self._enter(make)

    def _sample(self) -> None:
        """There is one sample; what was tried in it last time is still there."""
        from app.actions import ledgers

        def make() -> Path:
            path = self._shell.settings.sample
            if path is None:
                path = ledgers.free_path(ledger_folder(), "見本 みなと精密プレス")
                ledgers.create_sample(path)
            self._shell.settings.opened(path, sample=True)
            return path

        self._enter(make)

    def _enter(self, make: Callable[[], Path]) -> None:
        self.setCursor(Qt.CursorShape.WaitCursor)
        path = self._shell.attempt(make)
        self.unsetCursor()
        if path is not None:
            self._shell.open_ledger(path)

    def _open(self) -> None:
        from app.actions import ledgers
        from app.ui import asking

        chosen = asking.to_open(self, "台帳を開く", ledger_folder(), f"まもり帳の台帳 (*.{ledgers.ENDING})")
        if chosen:
            self._shell.open_ledger(chosen)
