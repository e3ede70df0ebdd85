"""「くわしく」: one asset with everything that can be said of it, saved in one step or not at all."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.actions import assets
from app.domain.columns import outside as outside_lines
from app.domain.columns import readers as reader_lines
from app.domain.columns.asset import BY_KEY, Field
from app.domain.columns.offers import offers
from app.domain.ledger import outside, places
from app.domain.ledger.tell_tale import tell_tale
from app.domain.ledger.unlawful import asked
from app.ui.dialogs import Sheet
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.fields import PullDown, TextLine
from app.ui.pages.inventory.outside_rows import OutsideRows
from app.ui.pages.inventory.rows import PlaceRows, ReaderRows
from app.ui.shell import Shell

WIDE = ("name", "kind", "unlawful", "note")
FIRST = ("name", "kind", "department", "keeper")
REST = ("owner", "partner", "contract", "keep_until", "personal", "export", "review_on", "unlawful", "note")
NOT_OUTSIDE = "取引先や外注先に渡した紙・データ・物があれば、相手を書きます。渡していなければ、このままにします。"
ASKED = (
    "「{}」という言葉があるので、先に確かめます。「ない」と答えるまで、区分を付けず、どの書類にも載せません。"
    "見つけたことを責める問いではありません。"
)


class AssetDetails(Sheet):
    """Closes when the details were written, or when the owner leaves without writing them."""

    def __init__(self, parent: QWidget, shell: Shell, asset: str) -> None:
        company = shell.desk.company
        self._asset = company.assets[asset]
        super().__init__(parent, shell.look, text.short(self._asset.name or "名前のない情報", 40))
        self._shell = shell
        px = self.look.px
        self.resize(QSize(px(960), px(700)).boundedTo(parent.window().size()))
        inside = QWidget()
        box = QVBoxLayout(inside)
        layout.spaced(box, margins=(0, 0, px(12), 0), spacing=px(10))
        self.fields = {key: self._field(BY_KEY[key]) for key in FIRST + REST}
        self._untouched = {key: _text(field) for key, field in self.fields.items()}
        self.places = PlaceRows(self.look, shell.desk, asset)
        self.places.show_all(places.in_order(company.places_of(asset)))
        self.readers = ReaderRows(self.look, shell.desk, asset)
        self.readers.show_all(reader_lines.of(company, asset))
        self.outside = OutsideRows(self.look, shell.desk, asset)
        self.outside.show_all(outside_lines.of(company, asset))
        box.addLayout(self._form(FIRST))
        for key, part in (("places", self.places), ("readers", self.readers)):
            box.addSpacing(px(8))
            box.addLayout(self._label(key, "h2"))
            box.addWidget(part)
        box.addSpacing(px(8))
        box.addWidget(text.text(OutsideRows.what, "h2"))
        told = [outside.with_whom(company, row) for row in company.disclosures_of(asset)]
        box.addWidget(text.prose("\n".join(told) or NOT_OUTSIDE, "table", "soft"))
        box.addWidget(self.outside)
        box.addSpacing(px(8))
        box.addWidget(text.text("そのほか", "h2"))
        box.addLayout(self._form(REST))
        if asked(self._asset):
            self.fields["unlawful"].setAccessibleDescription(ASKED.format(tell_tale(self._asset)))
            box.addWidget(text.prose(ASKED.format(tell_tale(self._asset)), "table"))
        box.addStretch(1)
        self.body.addWidget(layout.scroll(inside, "くわしい内容"), 1)
        self.confirmed = QCheckBox("「仮」の所をすべて確かめました")
        self.confirmed.setVisible(bool(self._asset.guesses))
        self.body.addWidget(self.confirmed)
        self.problem = text.text("", "table", "shu", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.buttons.addWidget(buttons.button("やめる", self.reject))
        save = buttons.button("保存する", self._save, look=self.look, primary=True, icon="check")
        save.setDefault(True)
        self.buttons.addWidget(save)
        next(iter(self.fields.values())).setFocus()

    def values(self) -> dict[str, str]:
        """What was typed; a field that was not touched says nothing."""
        typed = {key: _text(field) for key, field in self.fields.items()}
        return {key: text for key, text in typed.items() if text != self._untouched[key]}

    def _save(self) -> None:
        told = self._shell.attempt(
            lambda: assets.save_details(
                self._shell.desk,
                self._asset.id,
                self.values(),
                self.places.values(),
                self.readers.values(),
                self.outside.values(),
                confirmed=self.confirmed.isChecked(),
            )
        )
        if told == "":
            self.accept()
        else:
            self.problem.setText(told or "")
            self.problem.setVisible(bool(told))

    def _form(self, keys: Sequence[str]) -> QGridLayout:
        """Labels and fields, two columns of them; what may be long has the whole width."""
        grid = QGridLayout()
        layout.spaced(grid, spacing=self.look.px(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        row, column = 0, 0
        for key in keys:
            if key in WIDE and column:
                row, column = row + 1, 0
            grid.addLayout(self._label(key), row, column)
            grid.addWidget(self.fields[key], row, column + 1, 1, 3 if key in WIDE else 1)
            row, column = (row, 2) if column == 0 and key not in WIDE else (row + 1, 0)
        return grid

    def _label(self, key: str, size: str = "table") -> QHBoxLayout:
        """A column's name, with 「仮」 while its value is a guess."""
        marks = {"places": ("places", "media")}.get(key, (key,))
        words = "媒体と置き場所" if key == "places" else BY_KEY[key].label
        guess = [chips.mark("guess")] if any(mark in self._asset.guesses for mark in marks) else []
        for mark in guess:
            mark.setFixedHeight(self.look.px(20))
        return layout.row(text.text(words, size), *guess, spacing=self.look.px(6))

    def _field(self, field: Field) -> QWidget:
        company = self._shell.desk.company
        words = field.text(company, self._asset)
        if field.key == "note":
            made: QWidget = QPlainTextEdit(words)
            made.setFixedHeight(self.look.px(72))
        elif choices := offers(company, field.key):
            made = PullDown()
            made.addItems(choices)
            made.setEditable(not field.closed)
            made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            made.setCurrentText(words)
            if (line := made.lineEdit()) is not None:
                line.setPlaceholderText(field.hint)
                line.setAccessibleName(field.label)
        else:
            made = TextLine(words)
            made.setPlaceholderText(field.hint)
        made.setAccessibleName(field.label)
        return made


def _text(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return field.currentText()
    return (
        field.toPlainText()
        if isinstance(field, QPlainTextEdit)
        else field.text()
        if isinstance(field, QLineEdit)
        else ""
    )
