"""Showing a file or folder of this computer in the program that the owner uses for it. Never anything else: no address is opened."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.errors import PaperError
from app.ui.kit import buttons
from app.ui.shell import Shell


def show(path: Path) -> None:
    """Open a file, or show a folder. Raises PaperError when it is gone or nothing here can show it."""
    if not path.exists():
        raise PaperError(
            f"「{path.name}」が見つかりません。",
            "台帳には影響しません。",
            "移したか、名前を変えていないか見てください。",
        )
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute()))):
        raise PaperError(
            f"「{path.name}」を開けるプログラムが見つかりません。",
            f"ファイルはここにあります：{path}",
            "ファイルの一覧（エクスプローラーなど）から開いてください。",
        )


def ways_to(shell: Shell, path: Path) -> tuple[QWidget, ...]:
    """「開く」 and 「フォルダを開く」 for what has just been made; for a folder the second alone."""
    folder = path if path.is_dir() else path.parent
    ways = [("フォルダを開く", folder)] if path.is_dir() else [("開く", path), ("フォルダを開く", folder)]
    return tuple(buttons.link(words, partial(_try, shell, place)) for words, place in ways)


def _try(shell: Shell, path: Path) -> None:
    shell.done(lambda: show(path))
