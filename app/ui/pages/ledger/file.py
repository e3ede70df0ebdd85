"""台帳のファイル: where it is, whether it is sound, another one, and the exchange file."""

from datetime import date

from app.actions import ledgers
from app.ui import asking, outside
from app.ui.kit import buttons, layout, text
from app.ui.kit.flow import Flow
from app.ui.pages.ledger.section import Section
from app.ui.settings import ledger_folder


class LedgerFile(Section):
    """The file itself."""

    key = "file"
    title = "台帳のファイル"
    lead = "会社の情報は、このファイル一つに入っています。パスワードはまだ付けられません。ファイルを持つ人は読めるので、置き場所に気をつけてください。"
    stand = "台帳は、このパソコンの中だけにあります。"

    def build(self) -> None:
        self._path = text.prose("")
        self.box.addWidget(self._path)
        look = self.look
        self._moving = buttons.button("ほかの場所へ移す", self._move, look=look, icon="right")
        self._result = text.prose("", "table", "soft")
        self.box.addLayout(
            Flow(
                buttons.button("控えを作る", self._copy, look=look, icon="papers"),
                buttons.button("フォルダを開く", self._show_folder, look=look, icon="open"),
                self._moving,
                spacing=look.px(12),
            )
        )
        self.box.addWidget(
            text.prose(
                "控えは、USBメモリなど、このパソコンの外に置くと安心です。控えも、台帳と同じように守ってください。",
                tone="soft",
            )
        )
        self.box.addWidget(layout.hairline())
        self.box.addLayout(
            Flow(
                buttons.button("台帳を点検する", self._verify, look=look, icon="check"),
                buttons.button("ほかの台帳を開く", self._other, look=look, icon="open"),
                buttons.button("最初の画面へ", self.shell.show_welcome, look=look, icon="home"),
                spacing=look.px(12),
            )
        )
        self.box.addWidget(self._result)
        self.box.addWidget(layout.hairline())
        self.box.addWidget(text.text("書き出しと読み込み", "h2"))
        self.box.addWidget(
            text.prose(
                "台帳の中身と記録を、一つのファイル（JSON）に書き出せます。引っ越しや、専門家に見せる時のためのものです。\n"
                "書き出したファイルは、誰でもそのまま読めます。渡す相手と置き場所に気をつけてください。",
                tone="soft",
            )
        )
        self.box.addLayout(
            Flow(
                buttons.button("書き出す", self._dump, look=look, icon="papers"),
                buttons.button("書き出したファイルから新しい台帳を作る", self._load, look=look, icon="plus"),
                spacing=look.px(12),
            )
        )
        self.box.addStretch(1)

    def refresh(self) -> None:
        self._path.setText(f"置き場所：{self.shell.desk.path}")
        self._moving.setVisible(self.shell.desk.writable)

    def _copy(self) -> None:
        """A copy where the owner wants it, read back and verified."""
        desk = self.shell.desk
        folder = self.shell.ask_folder("控えを置くフォルダ")
        if folder is None:
            return
        made = self.shell.attempt(lambda: ledgers.copy_into(desk, folder, date.today()))
        if made is not None:
            self.say(f"控え「{made.name}」を作り、読み返して確かめました。", f"場所：{made.parent}")
            self.offer(*outside.ways_to(self.shell, made.parent))

    def _move(self) -> None:
        """To another folder; the file here goes only when it has been opened there."""
        folder = self.shell.ask_folder("台帳を移すフォルダ")
        if folder is None or folder.resolve() == self.shell.desk.ledger.path.parent.resolve():
            return
        desk, reopen = self.shell.desk, self.shell.open_ledger
        moved = self.shell.attempt(lambda: ledgers.move_into(desk, folder, reopen))
        if moved is not None:
            self.shell.tell(f"台帳を「{moved.parent.name}」へ移しました。これからは、そこの台帳を使います。")

    def _show_folder(self) -> None:
        self.shell.done(lambda: outside.show(self.shell.desk.ledger.path.parent))

    def _verify(self) -> None:
        findings = self.shell.attempt(self.shell.desk.verify)
        if findings is not None:
            count = len(self.shell.desk.history())
            sound = f"台帳に異常はありません。記録 {count}件が、はじめから終わりまでつながっています。"
            self._result.setText("\n".join(findings) or sound)

    def _other(self) -> None:
        chosen = asking.to_open(self, "台帳を開く", ledger_folder(), f"まもり帳の台帳 (*.{ledgers.ENDING})")
        if chosen:
            self.shell.open_ledger(chosen)

    def _dump(self) -> None:
        target = self.shell.ask_file("台帳を書き出す", f"{ledgers.file_name(self.shell.desk)}.json", "json")
        if target and self.shell.done(lambda: ledgers.dump_desk(self.shell.desk, target)):
            self.say(f"「{target.name}」に書き出しました。", "このファイルは、誰でも読めます。")

    def _load(self) -> None:
        chosen = asking.to_open(self, "読み込むファイル", self.shell.settings.folder, "書き出したファイル (*.json)")
        if chosen is None:
            return
        target = self.shell.attempt(lambda: ledgers.free_path(ledger_folder(), chosen.stem))
        if target and self.shell.done(lambda: ledgers.load(chosen, target)):
            self.shell.open_ledger(target)
