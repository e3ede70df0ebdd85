"""A text field whose paragraphs are the 項 and 号 of an article: numbers beside them, references and values as chips.

It holds plain text and chips and nothing else; what is pasted comes in as words. Each row's depth and id stand in the format of its
paragraph, so the field's own undo brings them back.
"""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from app.domain.forms import own_rows
from app.domain.forms.body import Piece, Words
from app.domain.forms.own_rows import DEEPEST, Row
from app.ui.look import Look
from app.ui.pages.papers import row_document
from app.ui.pages.papers.row_document import BREAK, at_start, block_format, depth, id_of, with_id
from app.ui.pages.papers.slot_chips import CHIP, SIGN, SlotChips

ROWS_MIME = "application/x-mamoricho-rows"


class RowField(QTextEdit):
    """`changed` hears every change of words or rows; then it says by `show_numbers` what stands beside and in the rows."""

    def __init__(self, look: Look, name: str, changed: Callable[[], object]) -> None:
        super().__init__()
        self._look = look
        self._labels: Sequence[str] = ()
        self._chips = SlotChips(look)
        self.setAccessibleName(name)
        self.setProperty("rows", "true")
        self.setTabChangesFocus(True)
        self.document().setDefaultFont(look.font("body"))
        self.document().setIndentWidth(look.px(28))
        self.document().documentLayout().registerHandler(CHIP, self._chips)
        self.textChanged.connect(changed)

    # rows in and out --------------------------------------------------------------------------------------

    def load(self, rows: Sequence[Row]) -> None:
        """Show these rows; there is nothing to undo yet."""
        self.document().setUndoRedoEnabled(False)
        self._write(rows)
        self.document().setUndoRedoEnabled(True)
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def rows(self) -> list[Row]:
        """The rows as they stand."""
        return list(row_document.rows(self.document()))

    def show_numbers(self, labels: Sequence[str], shown: Sequence[Sequence[str]]) -> None:
        """The number of every row, and what each piece of it will say."""
        self._labels = labels
        self._chips.texts = {
            position: shown[row][piece]
            for row, piece, position in row_document.chip_places(self.document())
            if piece < len(shown[row])
        }
        document = self.document()
        document.markContentsDirty(0, document.characterCount())
        self.viewport().update()

    # what the owner does ----------------------------------------------------------------------------------

    def insert(self, piece: Piece) -> None:
        """A reference or value where the cursor stands."""
        cursor = self.textCursor()
        row_document.insert(cursor, piece)
        self.setTextCursor(cursor)

    def name_row(self, number: int, name: str) -> str:
        """The id of a row; it takes `name` if it has none. Not a step of its own."""
        block = self.document().findBlockByNumber(number)
        if not id_of(block):
            cursor = QTextCursor(block)
            cursor.joinPreviousEditBlock()
            cursor.setBlockFormat(with_id(cursor.blockFormat(), name))
            cursor.endEditBlock()
        return id_of(block)

    def put_row(self, number: int, pieces: Sequence[Piece]) -> None:
        """Other words in a row."""
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for piece in pieces:
            row_document.insert(cursor, piece)
        cursor.endEditBlock()

    def add_row(self) -> None:
        """An empty row behind this one."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self._break()
        self.setFocus()

    def remove_row(self) -> None:
        """This row goes."""
        rows, here = self.rows(), self.textCursor().blockNumber()
        self._rewrite(rows[:here] + rows[here + 1 :], min(here, len(rows) - 2))

    def move_row(self, step: int) -> None:
        """This row, with all under it, past its neighbour."""
        rows, here = self.rows(), self.textCursor().blockNumber()
        moved, place = own_rows.moved(rows, here, step)
        if moved != rows:
            self._rewrite(moved, place)

    def shift(self, step: int) -> None:
        """The chosen rows one level deeper or higher; no row stays deeper than the one above allows."""
        cursor = self.textCursor()
        first, last = (self.document().findBlock(place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        cursor.beginEditBlock()
        block = first
        while block.isValid() and (block.blockNumber() <= last.blockNumber() or depth(block) > _most(block)):
            format_ = block.blockFormat()
            wanted = depth(block) + (step if block.blockNumber() <= last.blockNumber() else 0)
            format_.setIndent(max(0, min(wanted, _most(block))))
            QTextCursor(block).setBlockFormat(format_)
            block = block.next()
        cursor.endEditBlock()

    # typing and pasting -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        cursor = self.textCursor()
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(-1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.shift(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._break()
        elif key == Qt.Key.Key_Backspace and at_start(cursor) and depth(cursor.block()):
            self.shift(-1)
        else:
            self._plain_letters()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._plain_letters()
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasFormat(ROWS_MIME)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Rows of this program with their chips; anything else is words, a row a line."""
        if source.hasFormat(ROWS_MIME):
            rows = own_rows.read(_lines(bytes(source.data(ROWS_MIME).data())))
        else:
            rows = tuple(Row(0, (Words(line),)) for line in source.text().splitlines())
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for number, row in enumerate(rows):
            if number:
                cursor.insertBlock(with_id(cursor.blockFormat(), ""))
            for piece in row.pieces:
                row_document.insert(cursor, piece)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The chosen words: as they are shown, and for this field with their chips."""
        cursor, copied = self.textCursor(), QTextDocument()
        QTextCursor(copied).insertFragment(cursor.selection())
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        shown = [text for place, text in sorted(self._chips.texts.items()) if start <= place < end]
        words = cursor.selectedText().replace("\u2029", "\n").replace(BREAK, "\n")
        first, *others = words.split(SIGN)
        data = QMimeData()
        data.setText(first + "".join(text + rest for text, rest in zip(shown, others, strict=False)))
        data.setData(ROWS_MIME, json.dumps(own_rows.written(row_document.rows(copied)), ensure_ascii=False).encode())
        return data

    # looks ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.document().defaultFont())
        painter.setPen(self._look.color("ink2"))
        down, across = self.verticalScrollBar().value(), self._look.px(8)
        for number, label in enumerate(self._labels[: self.document().blockCount()]):
            layout = self.document().findBlockByNumber(number).layout()
            if not layout.lineCount():
                continue
            line, corner = layout.lineAt(0), layout.position()
            room = QRectF(0, corner.y() + line.y() - down, corner.x() + line.x() - across, line.height())
            if room.bottom() >= 0 and room.top() <= self.viewport().height():
                painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, label)

    # inside -----------------------------------------------------------------------------------------------

    def _write(self, rows: Sequence[Row]) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, row in enumerate(rows or [Row(0, ())]):
            format_ = block_format(self._look, row)
            if number:
                cursor.insertBlock(format_)
            else:
                cursor.setBlockFormat(format_)
            for piece in row.pieces:
                row_document.insert(cursor, piece)

    def _rewrite(self, rows: Sequence[Row], here: int) -> None:
        """All rows anew as one step, with the cursor in one of them."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._write(rows)
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(max(here, 0))))
        self.setFocus()

    def _break(self) -> None:
        """A new row; the id stays with the words that it had."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        before, old = at_start(cursor), cursor.blockFormat()
        cursor.insertBlock(old if before else with_id(old, ""), QTextCharFormat())
        if before:
            QTextCursor(cursor.block().previous()).setBlockFormat(with_id(old, ""))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _plain_letters(self) -> None:
        """What is typed behind a chip is not part of it."""
        if self.currentCharFormat().objectType() == CHIP:
            self.setCurrentCharFormat(QTextCharFormat())


def _most(block: QTextBlock) -> int:
    """How deep a row may be."""
    above = block.previous()
    return min(DEEPEST, depth(above) + 1) if above.isValid() else 0


def _lines(data: bytes) -> list[str]:
    try:
        found = json.loads(data)
    except ValueError:
        return []
    return [line for line in found if isinstance(line, str)] if isinstance(found, list) else []
