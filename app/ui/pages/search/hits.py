"""What was found, as a list: a heading a kind, then its hits with the words marked in their sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.search.hit import Hit, grouped
from app.ui.look import SCREEN, Look

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


FEW = 5
"""So many of a group are shown until the owner asks for the rest."""


@dataclass(frozen=True)
class More:
    """A row that unfolds the rest of a group."""

    group: str
    left: int

    @property
    def words(self) -> str:
        """What it says."""
        return f"ほか{self.left}件を見る"


Row = str | Hit | More


class HitModel(QAbstractListModel):
    """Rows are a heading (a string), a hit, or what unfolds the rest of a group."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._groups: list[tuple[str, list[Hit]]] = []
        self._unfolded: set[str] = set()

    def show(self, hits: Iterable[Hit]) -> None:
        """Show these hits in their groups."""
        self._groups, self._unfolded = grouped(hits), set()
        self._lay_out()

    def unfold(self, group: str) -> None:
        """Show all hits of a group."""
        self._unfolded.add(group)
        self._lay_out()

    def row(self, index: Index) -> Row:
        """What stands in a row."""
        return self._rows[index.row()]

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._rows = [row for title, found in self._groups for row in self._group(title, found)]
        self.endResetModel()

    def _group(self, title: str, found: list[Hit]) -> Iterator[Row]:
        yield f"{title}　{len(found)}件"
        all_of_it = title in self._unfolded or len(found) <= FEW + 1
        yield from found if all_of_it else found[:FEW]
        if not all_of_it:
            yield More(title, len(found) - FEW)

    def first_hit(self) -> QModelIndex:
        """The first row that can be opened."""
        row = next((n for n, row in enumerate(self._rows) if isinstance(row, Hit)), -1)
        return self.index(row, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = isinstance(self.row(index), str)
        return Qt.ItemFlag.NoItemFlags if heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        row = self.row(index)
        if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return (
                row if isinstance(row, str) else row.words if isinstance(row, More) else f"{row.title}。{row.excerpt}"
            )
        return None


class HitDelegate(QStyledItemDelegate):
    """Paints a heading, or a title with its sentence below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(62 if isinstance(_model(index).row(index), Hit) else 40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = self._look, _model(index).row(index)
        px = look.px
        painter.save()
        rect: QRect = option.rect
        if isinstance(row, str):
            painter.setFont(look.font("h2", bold=True))
            painter.setPen(look.color("ink"))
            painter.drawText(rect.adjusted(px(4), px(8), 0, 0), Qt.AlignmentFlag.AlignVCenter, row)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, look.color("ai_pale"))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(look.color("ai"))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
            painter.setPen(look.color("line"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            inside = rect.adjusted(px(12), px(8), -px(12), -px(6))
            painter.setPen(look.color("ai"))
            painter.setFont(look.font("body"))
            if isinstance(row, More):
                painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, row.words)
                painter.restore()
                return
            title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignTop, title)
            self._sentence(painter, row, inside.adjusted(0, px(24), 0, 0))
        painter.restore()

    def _sentence(self, painter: QPainter, hit: Hit, room: QRect) -> None:
        """One line of text with the found words on a pale ground."""
        layout = QTextLayout(hit.excerpt, self._look.font("table", families=SCREEN))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        ranges = []
        for start, end in hit.marks:
            marked = QTextLayout.FormatRange()
            marked.start, marked.length = start, end - start
            style = QTextCharFormat()
            style.setBackground(self._look.color("kari_pale"))
            style.setForeground(self._look.color("ink"))
            marked.format = style
            ranges.append(marked)
        painter.setClipRect(room)
        painter.setPen(self._look.color("ink2"))
        layout.draw(painter, QPointF(room.topLeft()), ranges)


def _model(index: Index) -> HitModel:
    model = index.model()
    assert isinstance(model, HitModel)
    return model
