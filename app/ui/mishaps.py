"""What nobody caught: told calmly, in place of a traceback that the owner would never see.

What the world refuses (MamoriError) speaks for itself. Anything else is a fault of ours: the owner is told what is safe, and can
copy a report that says where it happened and nothing of what the ledger holds (no message, no values: they may quote a name).
"""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from app.errors import MamoriError

if TYPE_CHECKING:
    from app.ui.window import Window

WHAT = "プログラムの中で、思いがけないことが起きました。"
SAFE = "台帳に「保存済み」と出ている内容は、そのまま残っています。"
UNSAVED = "いちばん新しい変更は、保存できていません。それより前の内容は、台帳に残っています。"
THEN = "もう一度お試しください。くり返すときは、いったん閉じて開き直してください。"


def report(kind: type[BaseException], place: TracebackType | None) -> str:
    """The kind of fault and the lines that led to it: our own file names, and nothing that came from the ledger."""
    frames = traceback.extract_tb(place)
    return "\n".join((kind.__name__, *(f"{_inside(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)))


def _inside(file: str) -> str:
    """From app/ on, or the name alone: the folders above may tell who works here."""
    _, found, inside = file.replace("\\", "/").rpartition("/app/")
    return f"app/{inside}" if found else file.replace("\\", "/").rpartition("/")[2]


class Mishaps:
    """Stands in for `sys.excepthook` while the window is there. One dialog at a time, and each fault of ours only once."""

    def __init__(self, window: "Window", tell: Callable[["Window", MamoriError, str], None] | None = None) -> None:
        self._window = window
        self._tell = tell or _in_a_dialog
        self._told: set[str] = set()
        self._telling = False

    def listen(self) -> None:
        """From now on."""
        sys.excepthook = self.happened

    def happened(self, kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        """Something that was raised and not caught."""
        sys.__excepthook__(kind, error, place)
        if not isinstance(error, Exception) or self._telling:
            return
        found = "" if isinstance(error, MamoriError) else report(kind, place)
        if found and found in self._told:
            return
        self._told.add(found)
        self._telling = True
        try:
            self._tell(self._window, self._as_told(error), found)
        finally:
            self._telling = False

    def _as_told(self, error: Exception) -> MamoriError:
        if isinstance(error, MamoriError):
            return error
        desk = getattr(self._window, "desk", None)
        return MamoriError(WHAT, UNSAVED if desk and desk.refused else SAFE, THEN)


def _in_a_dialog(window: "Window", error: MamoriError, found: str) -> None:
    from app.ui import dialogs

    if found:
        dialogs.tell_error(window, window.look, error, found)
    else:
        window.tell_error(error)
