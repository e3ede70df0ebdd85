"""The writers by the ending of their files. Qt and python-docx are imported only by the one that needs them."""

from collections.abc import Callable, Mapping
from datetime import datetime

from app.documents.tree import Document
from app.documents.writer import Writer, differs


def writers(*kinds: str) -> dict[str, Writer]:
    """The writers for these endings: docx, pdf, txt."""
    return {kind: MAKERS[kind]() for kind in kinds}


def missing_in(document: Document) -> str:
    """The characters of a paper that our pages cannot show, each once."""
    from app.documents import plain
    from app.paper.fonts import missing_glyphs

    return missing_glyphs(plain.text(document))


def told_missing(document: Document) -> str:
    """A sentence for the owner on the characters that our pages cannot show, "" where there is none."""
    return told_of(missing_in(document))


def told_of(missing: str) -> str:
    """The same of characters that are known to be missing."""
    from app.paper.fonts import GETA

    return (
        f"書体にない文字：{missing}（PDF・印刷では{GETA}か□になります。Wordでは出ることがあります）" if missing else ""
    )


def _word() -> Writer:
    from app.documents.word import check as word_check
    from app.documents.word import file as word

    return Writer(word.to_bytes, word_check.Check().verify)


def _pdf() -> Writer:
    from app.paper import pdf, pdf_check

    return Writer(pdf.to_bytes, pdf_check.verify)


def _text() -> Writer:
    from app.documents import plain
    from app.domain.plain_text import clean

    def to_bytes(document: Document, _: datetime) -> bytes:
        return clean(plain.text(document)).encode()

    def verify(document: Document, data: bytes, name: str) -> None:
        if data.decode("utf-8", "replace") != clean(plain.text(document)):
            raise differs(name, document.title)

    return Writer(to_bytes, verify)


MAKERS: Mapping[str, Callable[[], Writer]] = {"docx": _word, "pdf": _pdf, "txt": _text}
KINDS = tuple(MAKERS)
