"""Rows that can be added and taken away: where an asset is kept, and who may see it. They hold what is typed; nothing is written here."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.desk import Desk
from app.domain.columns.offers import offers
from app.domain.columns.readers import ReaderLine
from app.domain.ledger.records import Place
from app.domain.words import Medium, Reader
from app.ui.kit import buttons, layout, text
from app.ui.kit.fields import PullDown, TextLine
from app.ui.kit.flow import Flow
from app.ui.look import Look

T = TypeVar("T")
RIGHTS = (("view", "見る"), ("copy", "写す"), ("take", "持ち出す"), ("needs", "仕事に要る"))


class FieldRow(QWidget):
    """The fields of one row, going on in a second line where there is no room."""

    def __init__(self, look: Look, record: str, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self.record = record
        self.fields: list[QWidget] = []
        self._flow = Flow(spacing=look.px(6))
        self.setLayout(self._flow)
        for field in fields:
            self.add(field)

    def add(self, field: QWidget) -> None:
        """One more field at the end."""
        self._flow.addWidget(field)
        self.fields.append(field)


class Rows(QWidget, Generic[T]):
    """One row below the other, each with a button that takes it away; below them a button that adds one."""

    what = ""
    names: tuple[str, ...] = ()
    add_words = ""
    first = 1
    """Which field of a new row has the keyboard."""

    def __init__(self, look: Look, desk: Desk, asset: str) -> None:
        super().__init__()
        self.look, self.desk, self.asset = look, desk, asset
        self.rows: list[FieldRow] = []
        self._none = text.text("まだありません。", "table", "soft")
        self._box = QVBoxLayout()
        layout.spaced(self._box, spacing=look.px(6))
        self.add_button = buttons.button(self.add_words, self.add_new, look=look, icon="plus", small=True)
        outer = QVBoxLayout(self)
        layout.spaced(outer, spacing=look.px(6))
        outer.addLayout(self._box)
        outer.addWidget(self._none)
        outer.addLayout(layout.row(self.add_button))

    def show_all(self, values: Sequence[T]) -> None:
        """Begin with these."""
        for value in values:
            self._add(value)
        self._name_fields()

    def values(self) -> list[T]:
        """What is typed, from the top."""
        return [self.read(row) for row in self.rows]

    def add_new(self) -> None:
        """One more row, ready to be typed in."""
        self._add(self.fresh())
        self._name_fields()
        self.rows[-1].fields[self.first].setFocus()

    @abstractmethod
    def fresh(self) -> T:
        """A new row's value."""

    @abstractmethod
    def show_value(self, value: T) -> FieldRow:
        """A row that shows a value."""

    @abstractmethod
    def read(self, row: FieldRow) -> T:
        """The value that a row shows."""

    def _add(self, value: T) -> None:
        row = self.show_value(value)
        away = buttons.button("消す", lambda: self._take_away(row), small=True)
        away.setAutoDefault(False)
        row.add(away)
        self.rows.append(row)
        self._box.addWidget(row)

    def _take_away(self, row: FieldRow) -> None:
        self.rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._name_fields()
        self.add_button.setFocus()

    def _name_fields(self) -> None:
        """Every field says to a screen reader what it is, and in which row."""
        self._none.setHidden(bool(self.rows))
        for number, row in enumerate(self.rows, 1):
            for field, name in zip(row.fields, (*self.names, "消す"), strict=True):
                field.setAccessibleName(f"{self.what} {number}行目 {name}")
                if isinstance(field, QComboBox) and (line := field.lineEdit()) is not None:
                    line.setAccessibleName(field.accessibleName())


class PlaceRows(Rows[Place]):
    """媒体 and 置き場所; the same medium may lie at several places."""

    what = "置き場所"
    names = ("媒体", "場所")
    add_words = "置き場所を足す"

    def fresh(self) -> Place:
        return Place(id=self.desk.new_id(), asset=self.asset)

    def show_value(self, value: Place) -> FieldRow:
        medium = _choice([(word.label, word) for word in Medium], value.medium)
        where = TextLine(value.where)
        where.setPlaceholderText("例：設計室 図面棚")
        where.setMinimumWidth(self.look.px(200))
        where.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return FieldRow(self.look, value.id, [medium, where])

    def read(self, row: FieldRow) -> Place:
        medium, where, _ = row.fields
        assert isinstance(medium, QComboBox) and isinstance(where, QLineEdit)
        return Place(id=row.record, asset=self.asset, medium=Medium(medium.currentData()), where=where.text())


class ReaderRows(Rows[ReaderLine]):
    """見てよい人, one row each: who, what they may do, whether the work needs it, from when until when."""

    what = "見てよい人"
    names = ("種類", "誰", *(words for _, words in RIGHTS), "いつから", "いつまで")
    add_words = "見てよい人を足す"

    def fresh(self) -> ReaderLine:
        return ReaderLine(id=self.desk.new_id())

    def show_value(self, value: ReaderLine) -> FieldRow:
        kind = _choice([(word.label, word) for word in Reader], value.kind)
        who = name_field((), value.name, "", self.look.px(120))
        self._offer(kind, who, value.name)
        kind.currentIndexChanged.connect(lambda _: self._offer(kind, who, ""))
        checks = [QCheckBox(words) for _, words in RIGHTS]
        for check, (right, _) in zip(checks, RIGHTS, strict=True):
            check.setChecked(getattr(value, right))
        days = [day_field(self.look, value.since, "いつから"), day_field(self.look, value.until, "いつまで")]
        return FieldRow(self.look, value.id, [kind, who, *checks, *days])

    def read(self, row: FieldRow) -> ReaderLine:
        kind, who, *checks, since, until, _ = row.fields
        assert isinstance(kind, QComboBox) and isinstance(who, QComboBox)
        assert isinstance(since, QLineEdit) and isinstance(until, QLineEdit)
        ticked = [check.isChecked() for check in checks if isinstance(check, QCheckBox)]
        rights = {right: on for (right, _), on in zip(RIGHTS, ticked, strict=True)}
        name = who.currentText()
        return ReaderLine(
            row.record, Reader(kind.currentData()), name, since=since.text(), until=until.text(), **rights
        )

    def _offer(self, kind: QComboBox, who: QComboBox, name: str) -> None:
        """Offer the names of one kind; for everyone there is nothing to choose."""
        chosen = Reader(kind.currentData())
        company = self.desk.company
        names = {
            Reader.PERSON: offers(company, "keeper"),
            Reader.DEPARTMENT: offers(company, "department"),
            Reader.TITLE: tuple(dict.fromkeys(person.title for person in company.staff if person.title)),
            Reader.EVERYONE: (),
        }[chosen]
        who.clear()
        who.addItems(names)
        who.setEditText("全員" if chosen is Reader.EVERYONE else name)
        who.setEnabled(chosen is not Reader.EVERYONE)


def day_field(look: Look, words: str, name: str) -> QLineEdit:
    """A field for a date, as wide as one or as its name."""
    field = TextLine(words)
    field.setPlaceholderText(name)
    field.setToolTip(text.tip(f"{name}。2027/4/1 や 令和9年4月1日 のように書きます。"))
    wide = max(field.fontMetrics().horizontalAdvance(shown) for shown in ("2027/10/10", name))
    field.setFixedWidth(wide + look.px(26))
    field.setCursorPosition(0)
    return field


def name_field(names: Sequence[str], words: str, hint: str, width: int) -> QComboBox:
    """A field that offers names and takes any other."""
    box = PullDown()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(names)
    box.setMinimumWidth(width)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setEditText(words)
    if (line := box.lineEdit()) is not None:
        line.setPlaceholderText(hint)
        line.setCursorPosition(0)
    return box


def _choice(options: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    box = PullDown()
    for words, value in options:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))
    return box
