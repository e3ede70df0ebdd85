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
        """Ledgers opened lately that can be reached now, newest first."""
        return [Path(name) for name in self._names("recent") if os.path.isfile(name)]

    def opened(self, path: Path, *, sample: bool = False) -> None:
        """Put a ledger at the head of the recent ones; those on a stick that is not in now stay remembered."""
        if sample:
            self._store.setValue("sample", str(path))
        names = [str(path), *(old for old in self._names("recent") if old != str(path))]
        self._store.setValue("recent", names[:RECENT])

    @property
    def sample(self) -> Path | None:
        """The ledger of the sample company, if it has been made and is still there."""
        name = str(self._store.value("sample", ""))
        return Path(name) if name and os.path.isfile(name) else None

    @property
    def own(self) -> Path | None:
        """The ledger opened last that is not the sample: with it the program begins."""
        return next((path for path in self.recent if path != self.sample), None)

    def _names(self, key: str) -> list[str]:
        raw = self._store.value(key, [])
        return [raw] if isinstance(raw, str) else raw if isinstance(raw, list) else []

    @property
    def mode(self) -> str:
        """Whether the window is light or dark: "light", "dark", or "" for as the system has it."""
        value = str(self._store.value("mode", ""))
        return value if value in ("light", "dark") else ""

    @mode.setter
    def mode(self, value: str) -> None:
        self._store.setValue("mode", value)

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
