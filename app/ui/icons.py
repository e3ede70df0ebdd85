"""Our own line icons, drawn in the ink of the mode. Always beside a word, never instead of one."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import paths

DRAWN = b"#27241F"


def pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture of `size` device-independent pixels."""
    drawing = (paths.ICONS / f"{name}.svg").read_bytes().replace(DRAWN, color.name().encode())
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def ratios() -> list[float]:
    """How fine the screens are that there are now: so many pixels to a device-independent one. A picture is drawn for each."""
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})


def icon(name: str, color: QColor, size: int = 20) -> QIcon:
    """One icon for a button, sharp on every screen."""
    made = QIcon()
    for ratio in ratios():
        made.addPixmap(pixmap(name, color, size, ratio))
    return made


def program() -> QIcon:
    """The program's own sign, a notebook with a seal, in the sizes that window frames and task bars want."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("program", QColor("#27241F"), size))
    return made
