"""会社の基本: what the papers call the firm, and what is the case there."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QFormLayout

from app.actions import firm
from app.domain.words import Circumstance
from app.ui import parts
from app.ui.sections.section import Section
from app.ui.widgets.fields import LineField

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
    """Fields and the circumstances, each saved as it is left."""

    key = "basics"
    title = "会社の基本"
    lead = "一度書けば、どの書類にも同じものが入ります。"
    stand = "書いたものは、その場で保存されます。"
    safe = "まちがえても、右上の「元に戻す」で戻せます。"

    def build(self) -> None:
        form = QFormLayout()
        form.setSpacing(self.look.px(10))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields = {}
        for key, label, hint in FIELDS:
            field = LineField(label, partial(self._write, key, label), hint)
            self.fields[key] = field
            form.addRow(label, field)
        self.box.addLayout(form)
        self._western = QCheckBox("書類の日付を西暦（2026年）で書く")
        self._western.clicked.connect(lambda on: self._save("日付の書き方", western_dates=on))
        self.box.addWidget(self._western)
        self.box.addWidget(parts.hair())
        self.box.addWidget(parts.text("うちに当てはまること", "h2"))
        self.box.addWidget(
            parts.prose("勧める対策と、規程に入る条が変わります。迷うものは、あとで付けてもかまいません。", tone="soft")
        )
        self.circumstances = {}
        for circumstance in Circumstance:
            box = QCheckBox(circumstance.label)
            box.clicked.connect(self._hear(circumstance))
            self.circumstances[circumstance] = box
            self.box.addWidget(box)
        self.box.addStretch(1)

    def refresh(self) -> None:
        profile = self.shell.desk.company.profile
        for key, field in self.fields.items():
            field.show_text(getattr(profile, key))
        self._western.setChecked(profile.western_dates)
        for circumstance, box in self.circumstances.items():
            box.setChecked(circumstance in profile.circumstances)

    def _write(self, key: str, label: str, words: str) -> None:
        self._save(label, **{key: words})

    def _save(self, label: str, **values: object) -> None:
        desk = self.shell.desk
        changed = replace(desk.company.profile, **values)  # type: ignore[arg-type]
        self.shell.attempt(lambda: firm.edit_profile(desk, changed, label))

    def _hear(self, which: Circumstance) -> Callable[[bool], None]:
        """What a box calls; Qt hands no arguments to a `partial`."""
        return lambda on: self._circumstance(which, on)

    def _circumstance(self, which: Circumstance, on: bool) -> None:
        now = set(self.shell.desk.company.profile.circumstances)
        now = now | {which} if on else now - {which}
        self._save(f"「{which.label}」", circumstances=tuple(c for c in Circumstance if c in now))
