"""会社の基本: what the papers call the firm."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox

from app.actions import firm
from app.ui.kit import layout
from app.ui.kit.fields import LineField
from app.ui.pages.ledger.section import Section
from app.ui.unsaved import Typed

FIELDS = (
    ("name", "会社の名前", "例：株式会社みなと精密プレス"),
    ("trade", "仕事の内容", "例：精密プレス加工"),
    ("address", "住所", "書類の署名欄に使います"),
    ("phone", "電話", ""),
    ("representative_title", "代表者の役職", "例：代表取締役"),
    ("representative", "代表者の氏名", "例：湊 誠一"),
    ("author", "書く人の名前", "記録に「誰が」として残ります"),
)


class Basics(Section):
    """Fields, each saved as it is left."""

    key = "basics"
    title = "会社の基本"
    lead = "一度書けば、どの書類にも同じものが入ります。"
    stand = "書いたものは、その場で保存されます。"
    safe = "間違えても、右上の「元に戻す」で戻せます。"

    def build(self) -> None:
        self.fields = {key: LineField(label, partial(self._write, key, label), hint) for key, label, hint in FIELDS}
        rows = [(label, self.fields[key]) for key, label, _ in FIELDS]
        self.box.addLayout(layout.form(rows, self.look))
        self._western = QCheckBox("書類の日付を西暦（2026年）で書く")
        self._western.clicked.connect(lambda on: self._save("日付の書き方", western_dates=on))
        self.box.addWidget(self._western)
        self.box.addStretch(1)

    def refresh(self) -> None:
        profile = self.shell.desk.company.profile
        for key, field in self.fields.items():
            field.show_text(getattr(profile, key))
        self._western.setChecked(profile.western_dates)

    def _write(self, key: str, label: str, words: str) -> bool:
        return self._save(label, Typed(f"profile:{key}", label, words), **{key: words})

    def _save(self, label: str, typed: Typed | None = None, **values: object) -> bool:
        desk = self.shell.desk

        def write() -> None:
            firm.edit_profile(desk, replace(desk.company.profile, **values), label)  # type: ignore[arg-type]

        return self.shell.done(write, typed)
