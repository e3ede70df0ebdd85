"""A document as a Word file: the base of its kind, with the body, header, footer and properties written anew.

The body becomes one piece of text (body), its numbers are Word's own (numbering), its references are fields
(references). A Word file is a zip of such parts, so it is put together here without opening anything: 1 ms a pledge,
where building it element by element takes 35. The same document and the same moment give the same bytes.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.documents import ooxml
from app.documents.tree import Document, mark_style
from app.documents.word.base import APP, CORE, DOCUMENT, NUMBERING, Base, Page, base_for
from app.documents.word.body import HARD_SPACE, Body
from app.domain.plain_text import clean

LONGEST_PROPERTY = 255  # more than that Word and python-docx refuse


def to_bytes(document: Document, made: datetime) -> bytes:
    """The paper as the bytes of a .docx file."""
    base = base_for(document.kind)
    page = base.landscape if document.landscape else base.portrait
    body = Body(base, document, page)
    content = body.xml()
    changed = {
        DOCUMENT: ooxml.part("document", f"<w:body>{content}{page.section}</w:body>"),
        NUMBERING: body.numbering.part(base.parts[NUMBERING]),
        base.header: _header(base, document, page),
        base.footer: _footer(base, document, page),
        CORE: _core(document, made),
        APP: b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    }
    return zipped({**base.parts, **changed})


def _header(base: Base, document: Document, page: Page) -> bytes:
    mark = _marked(base, document) if document.head_left else ""
    content = mark + ooxml.run(f"\t{document.head_right}")
    return ooxml.part("hdr", ooxml.paragraph(base.style("header"), content, _right_edge(page)))


def _marked(base: Base, document: Document) -> str:
    """The level in its frame, with room at both ends."""
    return ooxml.run(f"{HARD_SPACE}{document.head_left}{HARD_SPACE}", base.style(mark_style(document)))


def _footer(base: Base, document: Document, page: Page) -> bytes:
    number, count = ooxml.field("PAGE", "1"), ooxml.field("NUMPAGES", "1")
    content = ooxml.run(f"{document.foot}\t") + number + ooxml.run(" / ") + count + ooxml.run(" ページ")
    return ooxml.part("ftr", ooxml.paragraph(base.style("footer"), content, _right_edge(page)))


def _right_edge(page: Page) -> str:
    """What comes after the tab ends at the right margin, upright or landscape."""
    return f'<w:tabs><w:tab w:val="right" w:pos="{page.text_width}"/></w:tabs>'


def _core(document: Document, made: datetime) -> bytes:
    """Title, company and date; nothing of the person or the computer."""
    title, company = (_property(text) for text in (document.title, document.company))
    moment = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{company}</dc:creator><dc:language>ja-JP</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def _property(text: str) -> str:
    return escape(" ".join(clean(text).split())[:LONGEST_PROPERTY], quote=False)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file, dated 1980 as a zip without a date is."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            info = ZipInfo(name)
            info.create_system = 0  # the same bytes on every system
            package.writestr(info, data, ZIP_DEFLATED)
    return file.getvalue()
