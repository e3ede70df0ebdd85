"""The Qt application that painting needs, for work without a window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def without_window() -> QCoreApplication:
    """The application that is running, or a new one that asks for no display; Qt for Python keeps it until the end.

    Qt's own off-screen stage draws letters in the same way on every system. Who wants windows starts theirs first.
    """
    return QCoreApplication.instance() or QGuiApplication(["mamoricho", "-platform", "offscreen"])
