"""A document as a PDF file: fonts inside, words that can be searched, a title, and nothing of the person or the computer.

The same document and the same moment give the same bytes.
"""

import re
from datetime import datetime

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app.documents.tree import Document
from app.domain.plain_text import clean
from app.paper.pages import Pages
from app.paper.searchable import completed

PROGRAM = "まもり帳"
DOTS_PER_MM = 1440 / 25.4  # one dot a twip
FAMILY_OF_IDS = QUuid("{5b0f4c1e-7a52-5d0a-9a53-6d616d6f7269}")
# Qt writes the clock into the file. These are its dates, each as long as what takes its place, so that no offset moves.
INFO_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
XMP_DATE = re.compile(rb'(xmp:(?:CreateDate|ModifyDate|MetadataDate)=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')


def to_bytes(document: Document, made: datetime) -> bytes:
    """The paper as the bytes of a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pages = Pages(document)
    _paint(pages, _writer(document, buffer, made))
    return _dated(completed(bytes(buffer.data().data()), pages), made)


def _writer(document: Document, buffer: QBuffer, made: datetime) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(1440)
    writer.setTitle(property_text(document.title))
    writer.setAuthor(property_text(document.company))
    writer.setCreator(PROGRAM)
    identity = f"{document.form} {document.company} {made.isoformat()}"
    writer.setDocumentId(QUuid.createUuidV5(FAMILY_OF_IDS, clean(identity).encode()))
    return writer


def _paint(pages: Pages, writer: QPdfWriter) -> None:
    writer.setPageSize(QPageSize(pages.size_mm, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    painter.scale(DOTS_PER_MM, DOTS_PER_MM)
    for n in range(pages.count):
        if n:
            writer.newPage()
        pages.paint(painter, n)
    painter.end()


def _dated(pdf: bytes, made: datetime) -> bytes:
    """The file as if it had been written at that moment, in the time zone whose offset Qt has put behind each date."""
    here = made.astimezone()
    pdf = INFO_DATE.sub(rb"\g<1>" + here.strftime("%Y%m%d%H%M%S").encode(), pdf)
    return XMP_DATE.sub(rb"\g<1>" + here.strftime("%Y-%m-%dT%H:%M:%S").encode(), pdf)


def property_text(text: str) -> str:
    """The text as one line without control characters."""
    return " ".join(clean(text).split())
