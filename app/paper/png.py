"""Pages as pictures on the disk, for whoever wants to look at a paper without a window."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from app.documents.files import write_atomically
from app.documents.tree import Document
from app.paper.pages import Pages

MM_PER_INCH = 25.4


def write_pages(document: Document, folder: Path, stem: str, dpi: int = 96) -> list[Path]:
    """Writes each page as `stem`-1.png, -2 … into an existing folder and says where; raises PaperError when it cannot."""
    pages = Pages(document)
    width = round(pages.size_mm.width() / MM_PER_INCH * dpi)
    digits = len(str(pages.count))
    paths = [folder / f"{stem}-{n + 1:0{digits}}.png" for n in range(pages.count)]
    for n, path in enumerate(paths):
        write_atomically(path, _png(pages.image(n, width)))
    return paths


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(picture)
    return bytes(buffer.data().data())
