"""A writer: how a paper becomes one kind of file, and how such a file is read back before anybody is told that it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.documents.edited import kept
from app.documents.files import write_atomically
from app.documents.tree import Document
from app.errors import PaperError


@dataclass(frozen=True)
class Writer:
    """`verify` reads finished bytes and raises PaperError unless they hold the whole paper; its text is the owner's file name."""

    to_bytes: Callable[[Document, datetime], bytes]
    verify: Callable[[Document, bytes, str], None]

    def verified(self, document: Document, made: datetime, name: str) -> bytes:
        """The paper as bytes that have been read back. Raises PaperError."""
        data = self.to_bytes(document, made)
        self.verify(document, data, name)
        return data

    def write(self, document: Document, path: Path, made: datetime) -> None:
        """The paper as a file: read back from the disk first, and only then in the place of the old one. Raises PaperError."""
        self._write(document, path, self.to_bytes(document, made))

    def write_beside(self, document: Document, path: Path, made: datetime) -> Path:
        """The same, but never over a file that somebody has worked on: then beside it. Where it went."""
        data = self.to_bytes(document, made)
        place = kept(path, data)
        self._write(document, place, data)
        return place

    def _write(self, document: Document, path: Path, data: bytes) -> None:
        write_atomically(path, data, lambda written: self.verify(document, written, path.name))


def differs(name: str, place: str) -> PaperError:
    """The file does not say what it should, from this place on."""
    return PaperError(
        f"「{name}」を読み返したところ、「{place[:20]}」の所が、作った内容と違いました。",
        "台帳は変わっていません。",
        "このファイルは使わずに、もう一度書き出してください。",
    )
