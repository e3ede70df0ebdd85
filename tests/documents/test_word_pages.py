"""The papers as LibreOffice shows them: it counts numbers and references by itself, so its pages prove the file's own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from app.documents import plain
from app.documents.tree import Chart, Document, Table
from app.documents.word import file as word
from app.documents.word.file import zipped
from app.paths import ROOT
from tests.documents import ooxml_reading as inside
from tests.documents import samples
from tests.documents.test_word import MADE

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or poppler is missing"
    ),
]
WITHOUT_MARGINS = ("-x", "0", "-y", "60", "-W", "900", "-H", "715")  # points; header and footer left out
FIELD_TEXT = re.compile(r'(fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">)[^<]*')
WITH_OUR_FONTS = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests" / "fonts.conf")}


def _libreoffice_python() -> str:
    """A Python that has `uno`: Debian's own, or the one that comes with LibreOffice; "" where there is none."""
    beside = Path(shutil.which("soffice") or "").resolve().with_name("python")
    for python in ("/usr/bin/python3", str(beside)):
        if Path(python).exists() and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode:
            return python
    return ""


LIBREOFFICE_PYTHON = _libreoffice_python()


class Pages:
    """Converts Word files in one folder and reads the PDFs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def convert(self, files: dict[str, bytes]) -> None:
        for name, data in files.items():
            (self.folder / f"{name}.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        target = ("--convert-to", "pdf", "--outdir", str(self.folder))
        command = ["soffice", "--headless", profile, *target, *(str(self.folder / f"{name}.docx") for name in files)]
        subprocess.run(command, env=WITH_OUR_FONTS, check=True, capture_output=True, timeout=300)

    def text(self, name: str, *, body: bool = True) -> str:
        """The words without spaces, page after page."""
        area = WITHOUT_MARGINS if body else ()
        command = ["pdftotext", "-layout", *area, str(self.folder / f"{name}.pdf"), "-"]
        return squeezed(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def fonts(self, name: str) -> str:
        command = ["pdffonts", str(self.folder / f"{name}.pdf")]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def squeezed(text: str) -> str:
    return re.sub(rf"[\s_\ufe00-\ufe0f\U000e0100-\U000e01ef{plain.BY_HAND[0]}]", "", text)


def without_tables(document: Document) -> list[str]:
    """The lines outside tables: in a PDF the cells of a row run into one another."""
    tables = {
        line
        for block in document.blocks
        if isinstance(block, Table | Chart)
        for line in plain.lines(_only(document, block))
    }
    return [line for line in plain.lines(document) if line not in tables - {document.title}]


def _only(document: Document, table: Table | Chart) -> Document:
    return Document(document.form, document.kind, document.title, document.company, blocks=(table,))


def assert_in_order(lines: Iterable[str], text: str) -> None:
    position = 0
    for line in map(squeezed, lines):
        found = text.find(line, position)
        assert found >= 0, f"「{line}」 does not follow 「{text[max(0, position - 30) : position]}」"
        position = found + len(line)


def with_article_inserted(data: bytes, before: str) -> bytes:
    """What the owner does in Word: a new 条 with its caption before the one of this caption; fields not yet updated."""
    parts = inside.parts(data)
    body = parts["word/document.xml"].decode()
    place = body.rindex("<w:p>", 0, body.index(before))
    new = (
        '<w:p><w:pPr><w:pStyle w:val="ArticleCaption"/></w:pPr><w:r><w:t>（後から）</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Article"/></w:pPr><w:r><w:t>後から入れた条。</w:t></w:r></w:p>'
    )
    return zipped({**parts, "word/document.xml": (body[:place] + new + body[place:]).encode()})


def with_stale_fields(data: bytes) -> bytes:
    """Every field shows nonsense, so that what a page shows has been counted there."""
    parts = inside.parts(data)
    return zipped(
        {**parts, "word/document.xml": FIELD_TEXT.sub(r"\1？？", parts["word/document.xml"].decode()).encode()}
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    pages = Pages(tmp_path_factory.mktemp("pages"))
    regulation = word.to_bytes(samples.regulation(), MADE)
    files = {sample.__name__: word.to_bytes(sample(), MADE) for sample in samples.ALL}
    files["stale"] = with_stale_fields(regulation)
    files["inserted"] = with_stale_fields(with_article_inserted(regulation, "（統括責任者）"))
    pages.convert(files)
    return pages


@pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)
def test_pages_show_every_line_with_its_number(sample: object, pages: Pages) -> None:
    document: Document = sample()  # type: ignore[operator]
    text = pages.text(document_name := sample.__name__)  # type: ignore[attr-defined]
    assert_in_order(without_tables(document), text)
    for block in document.blocks:
        if isinstance(block, Table):
            words = [word for row in block.rows for cell in row for word in cell.splitlines()]
            assert [word for word in words if squeezed(word) not in text] == []
    whole = pages.text(document_name, body=False)
    assert squeezed(document.head_left) in whole and squeezed(f"{document.foot}1/") in whole


def test_fields_counted_anew_show_the_words_of_the_tree(pages: Pages) -> None:
    assert_in_order(without_tables(samples.regulation()), pages.text("stale"))
    assert "？？" not in pages.text("stale")


def test_an_article_put_in_later_moves_every_number_and_reference_behind_it(pages: Pages) -> None:
    text = pages.text("inserted")
    expected = (
        "（後から）第3条後から入れた条。",
        "（統括責任者）第4条",
        "2統括責任者は",
        "（持出しの禁止）第5条",
        "2前項の規定にかかわらず、第4条に定める者が",
        "3第4条第2項の者は、第5条第1項第2号の状況",
        "2前条及び別紙1の定めは、前条第3項の場合",
        "第25条",
        "附則1この規程は",
        "この別紙は、第4条の区分",
    )
    assert_in_order(expected, text)


@pytest.mark.skipif(not LIBREOFFICE_PYTHON, reason="no Python that can talk to LibreOffice")
def test_what_is_put_in_with_libreoffice_counts_from_its_own_beginning(tmp_path: Path) -> None:
    """条, 項, 号 and 細号 in the papers' own styles; references behind them count on, words like 前条 stay as they are."""
    source, target = tmp_path / "規程.docx", tmp_path / "inserted.pdf"
    source.write_bytes(with_stale_fields(word.to_bytes(samples.regulation(), MADE)))
    added = (
        "条の見出し|（後から）",
        "条|一つ目の項。",
        "項|二つ目の項。",
        "号|二つ目の項の号。",
        "細号|細かい号。",
        "号|その次の号。",
        "項|三つ目の項。",
        "号|三つ目の項の号。",
    )
    script = Path(__file__).with_name("insert_article.py")
    command = [LIBREOFFICE_PYTHON, str(script), str(source), str(target), "（事故の報告）", *added]
    subprocess.run(command, env=WITH_OUR_FONTS, check=True, capture_output=True, timeout=120)
    expected = (
        "（後から）第5条一つ目の項。",
        "2二つ目の項。(1)二つ目の項の号。ア細かい号。(2)その次の号。",
        "3三つ目の項。(1)三つ目の項の号。",
        "（事故の報告）第6条",
        "第3条第3項第3号の者も同様とする。",
        "2前条及び別紙1の定めは、前条第3項の場合",  # 第4条 is meant: relative words are typed
        "第25条",
        "附則1この規程は",
    )
    assert_in_order(expected, Pages(tmp_path).text("inserted"))


def test_every_letter_has_a_font_of_the_papers(pages: Pages) -> None:
    for sample in samples.ALL:
        names = re.findall(r"^\w+\+([\w-]+)", pages.fonts(sample.__name__), re.MULTILINE)
        assert names and all(name.startswith(("BIZUD", "MamorichoRare")) for name in names), names
