"""What the window remembers between two starts: recent ledgers, its size, the text size. Never anything from a ledger."""

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

RECENT = 8


class Settings:
    """A small ini file of our own."""

    def __init__(self, path: Path | None = None) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation))
        self._store = QSettings(str(path or folder / "mamoricho.ini"), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Write to the disk now; Qt does so by itself, but later."""
        self._store.sync()

    @property
    def recent(self) -> list[Path]:
        """Ledgers opened lately that are still there, newest first."""
        raw = self._store.value("recent", [])
        names = [raw] if isinstance(raw, str) else raw if isinstance(raw, list) else []
        return [Path(name) for name in names if os.path.isfile(name)]

    def opened(self, path: Path) -> None:
        """Put a ledger at the head of the recent ones."""
        names = [str(path), *(str(old) for old in self.recent if old != path)]
        self._store.setValue("recent", names[:RECENT])

    @property
    def scale(self) -> float:
        """The owner's text size, 0.9 to 1.5."""
        try:
            return min(1.5, max(0.9, float(str(self._store.value("scale", 1.0)))))
        except ValueError:  # somebody wrote in the file by hand
            return 1.0

    @scale.setter
    def scale(self, value: float) -> None:
        self._store.setValue("scale", value)

    @property
    def author(self) -> str:
        """The name last used for entries."""
        return str(self._store.value("author", ""))

    @author.setter
    def author(self, name: str) -> None:
        self._store.setValue("author", name)

    def unfolded(self, fold: str, *, first: bool = False) -> bool:
        """Whether a folded part of a page was left open; `first` is how it is before anybody touched it."""
        return self._store.value(f"unfolded/{fold}", first, bool) is True

    def unfold(self, fold: str, opened: bool) -> None:
        """Remember it."""
        self._store.setValue(f"unfolded/{fold}", opened)

    @property
    def folder(self) -> Path:
        """Where papers were saved last; before that, this user's 書類 folder."""
        last = Path(str(self._store.value("folder", "")) or ".")
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return next((place for place in (last, documents) if place.is_absolute() and place.is_dir()), Path.home())

    @folder.setter
    def folder(self, place: Path) -> None:
        self._store.setValue("folder", str(place))

    @property
    def geometry(self) -> QByteArray | None:
        """Size and place of the window."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)


def ledger_folder() -> Path:
    """Where new ledgers are offered to live: this user's own data on this machine, not a synchronised 書類 folder."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(os.environ.get("MAMORICHO_LEDGERS", base))
