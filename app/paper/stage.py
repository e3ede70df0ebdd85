"""The Qt application that painting needs, for work without a window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def without_window() -> QCoreApplication:
    """The application that is running, or a new one that asks for no display; whoever calls keeps it while painting.

    Qt's own off-screen stage draws letters in the same way on every system.
    """
    return QCoreApplication.instance() or QGuiApplication(["mamoricho", "-platform", "offscreen"])
