"""The fields of the window keep what was typed, all of it, and nothing but the owner's own choice changes them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app import ui
from app.ui.kit.fields import LineField, NameField, PullDown, TextLine
from app.ui.pages import TABS
from app.ui.pages.inventory.details import AssetDetails
from tests.ui.conftest import settle

LONG = "あ" * 40_000
BARE = {"QLineEdit", "QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QSlider"}


def wheel(widget: QWidget) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def bare_fields(source: Path) -> Iterator[str]:
    """Fields that are made past the kit."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BARE:
            yield f"{source.name}:{node.lineno} {node.func.id}"


def test_every_field_of_the_window_is_made_by_the_kit() -> None:
    sources = [path for path in Path(ui.__path__[0]).rglob("*.py") if path.name != "fields.py"]
    assert len(sources) > 50
    assert [found for source in sources for found in bare_fields(source)] == []


def test_a_field_made_past_the_kit_is_caught(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text("box = QComboBox()\n", "utf-8")
    assert list(bare_fields(tmp_path / "page.py")) == ["page.py:1 QComboBox"]


@pytest.mark.parametrize("make", [TextLine, lambda: LineField("氏名", print)])
def test_a_line_takes_any_length(qapp, make) -> None:
    field = make()
    field.setText(LONG)
    assert field.text() == LONG
    bare = QLineEdit()
    bare.setText(LONG)
    assert len(bare.text()) < len(LONG), "Qt's own line still cuts"


@pytest.mark.parametrize("make", [PullDown, lambda: NameField("だれが", print)])
def test_a_pull_down_to_type_in_takes_any_length(qapp, make) -> None:
    box = make()
    box.setEditable(True)
    box.setEditText(LONG)
    assert box.currentText() == LONG


def test_the_wheel_changes_no_choice_on_any_page(window) -> None:
    asset = window.desk.company.listed[0].id
    dialog = AssetDetails(window, window, asset)
    dialog.show()
    for tab in TABS:
        window.open(tab.key)
        settle()
    boxes = [*window.findChildren(QComboBox), *dialog.findChildren(QComboBox)]
    assert len(boxes) > 10
    for box in boxes:
        before = (box.currentIndex(), box.currentText())
        for focused in (False, True):
            if focused:
                box.setFocus()
            wheel(box)
            assert (box.currentIndex(), box.currentText()) == before, box.accessibleName()
        assert not box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
    dialog.reject()


def test_the_same_turn_of_the_wheel_changes_a_pull_down_of_qt(qapp) -> None:
    box = QComboBox()
    box.addItems(["自社", "預かり"])
    box.show()
    wheel(box)
    assert box.currentText() == "預かり"
