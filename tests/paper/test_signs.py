"""掲示: large words on as few lines as stay large, everything within the sheet."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from app.paper.signs import SIZE, Sign, Signs, in_two, large_lines
from tests import firms

POSTERS = sorted((m.poster, m.training) for m in firms.library().measures.values() if m.poster)
WHITE = QColor("white").rgb()


@pytest.mark.parametrize(("words", "lines"), [("撮影禁止", 1), ("立入禁止・撮影禁止", 2), ("あ" * 14, 2), ("", 1)])
def test_few_large_lines(words: str, lines: int) -> None:
    found = large_lines(words)
    assert len(found) == lines and "".join(found) == words


@pytest.mark.parametrize(("words", "sentence"), POSTERS)
def test_every_sign_of_the_handbook_fits_its_sheet(words: str, sentence: str) -> None:
    pages = Signs("掲示", [Sign(words, sentence, "株式会社 髙﨑𠮷精密プレス金型製作所", "掲示 令和8年11月27日")])
    picture = QImage(420, 594, QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    painter.scale(420 / SIZE.width(), 594 / SIZE.height())
    pages.paint(painter, 0)
    painter.end()
    edge = [picture.pixel(x, y) for y in range(594) for x in (*range(30), *range(391, 420))]
    assert set(edge) == {WHITE}, "nothing stands in the margin"
    assert any(picture.pixel(x, y) != WHITE for y in range(150, 330) for x in range(40, 380))


def test_a_long_sentence_is_broken_behind_a_comma() -> None:
    assert in_two("短い文です。") == "短い文です。"
    assert in_two("金型庫や設計室には許可のない人を入れず、写真も撮りません。").split("\n")[0].endswith("入れず、")
