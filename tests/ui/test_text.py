"""Words on several lines: what is remembered of them is forgotten with the words, the letters or the width."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.ui.kit import text

LONG = "会社にある大事な情報を、種類ごとに一行ずつ書き出します。A&B<精密> 髙﨑𠮷 " * 3


@pytest.mark.usefixtures("qapp")
def test_lines_follow_words_letters_and_width(qapp: QApplication) -> None:
    label = text.prose(LONG)
    for words, points, width in (("短い", 12, 200), (LONG, 12, 200), (LONG, 18, 200), (LONG, 18, 500), (LONG, 12, 200)):
        label.setText(words)
        font = QFont(label.font())
        font.setPointSizeF(points)
        label.setFont(font)
        lines = text.broken(words, label.font(), width)
        assert label.heightForWidth(width) == len(lines) * text.pitch(label.fontMetrics(), 1.5)
        assert label.heightForWidth(width) == label.heightForWidth(width)
