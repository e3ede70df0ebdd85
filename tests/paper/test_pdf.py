"""PDF, pictures and print: the same pages as files, all of them or none."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.documents import plain
from app.documents.tree import Document
from app.errors import PaperError
from app.paper import pdf, png
from app.paper.bundle import Bundle
from app.paper.pages import Pages
from app.paper.printer import print_pages, printer_for
from app.paper.writers import writers
from tests.documents import samples

write = writers("pdf")["pdf"].write
MADE = datetime(2026, 11, 17, 5, 30, tzinfo=UTC)


def page_count(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def test_the_same_moment_gives_the_same_bytes() -> None:
    once, again = (pdf.to_bytes(samples.contract(), MADE) for _ in range(2))
    assert once == again
    assert once != pdf.to_bytes(samples.contract(), MADE.replace(day=18))
    assert page_count(once) == Pages(samples.contract()).count


def test_the_file_says_its_title_and_date_and_nobodys_name(tmp_path: Path) -> None:
    path = tmp_path / "規程.pdf"
    write(samples.regulation(), path, MADE)
    data = path.read_bytes()
    here = MADE.astimezone()
    assert f"/CreationDate (D:{here:%Y%m%d%H%M%S}".encode() in data
    assert f'xmp:CreateDate="{here:%Y-%m-%dT%H:%M:%S}'.encode() in data
    assert "情報管理規程".encode() in data and "まもり帳".encode() in data and "株式会社髙﨑製作所".encode() in data
    assert str(tmp_path).encode() not in data
    assert not re.search(rb"\b%s\b" % re.escape(getuser().encode()), data)
    assert [file.name for file in tmp_path.iterdir()] == ["規程.pdf"]


def test_every_font_is_inside_the_file() -> None:
    data = pdf.to_bytes(samples.regulation(), MADE)
    fonts = set(re.findall(rb"/FontName /(\S+)", data))
    assert {name.split(b"+")[-1] for name in fonts} == {b"BIZUDMincho-Regular", b"BIZUDGothic-Regular"}
    assert data.count(b"/FontFile2") == len(fonts)


def test_a_rare_kanji_of_a_name_can_be_found_and_copied() -> None:
    name = "𠮷".encode("utf-16-be").hex().upper().encode()
    data = pdf.to_bytes(samples.contract(), MADE)
    assert data.count(b"<0001> <%s>" % name) == 1
    start = int(re.findall(rb"startxref\n(\d+)", data)[-1])
    assert data[start:].startswith(b"xref\n"), "a reader finds the update"
    offset = int(data[start:].splitlines()[4].split()[0])
    assert re.match(rb"\d+ 0 obj", data[offset:])
    assert name not in pdf.to_bytes(samples.regulation(), MADE)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="見つかりません"):
        write(samples.notice(), tmp_path / "ない" / "体制.pdf", MADE)
    (tmp_path / "体制.pdf").mkdir()
    with pytest.raises(PaperError, match=r"「体制.pdf」を書き出せませんでした"):
        write(samples.notice(), tmp_path / "体制.pdf", MADE)
    assert [path.name for path in tmp_path.iterdir()] == ["体制.pdf"]


def test_a_title_may_hold_anything() -> None:
    odd = replace(samples.notice(), title="A&B<精密>(製作所)\\\n\ud800𠮷" * 40, company=")>>\x00")
    assert page_count(pdf.to_bytes(odd, MADE)) >= 1


def test_a_script_that_no_font_has_does_not_end_the_program() -> None:
    shown = replace(samples.notice(), title="𠮷 हिन्दी 한국어 العربية")
    assert page_count(pdf.to_bytes(shown, MADE)) == 1


def test_pictures_of_all_pages(tmp_path: Path) -> None:
    paths = png.write_pages(samples.register(), tmp_path, "台帳", dpi=50)
    assert [path.name for path in paths] == [f"台帳-{n}.png" for n in range(1, len(paths) + 1)]
    assert len(paths) == Pages(samples.register()).count
    assert [(QImage(str(path)).width(), QImage(str(path)).height()) for path in paths] == [(585, 414)] * len(paths)


def test_the_printer_gets_the_pages_that_were_asked_for(tmp_path: Path) -> None:
    pages = Pages(samples.register())
    for first, last, expected in ((0, 0, pages.count), (2, 3, 2), (2, 99, pages.count - 1)):
        printer = printer_for(pages)
        printer.setOutputFileName(str(tmp_path / "print.pdf"))
        printer.setFromTo(first, last)
        print_pages(pages, printer)
        data = (tmp_path / "print.pdf").read_bytes()
        assert page_count(data) == expected
        width, height = map(float, re.findall(rb"MediaBox \[0 0 (\S+) (\S+)\]", data)[0])
        assert (round(width), round(height)) == (842, 595)


class Job:
    """Pages that note down which of them are printed."""

    title, count = "五枚", 5

    def __init__(self) -> None:
        self.size_mm, self.printed = Pages(samples.notice()).size_mm, list[int]()

    def paint(self, painter: QPainter, n: int) -> None:
        self.printed.append(n + 1)


def printed(tmp_path: Path, **asked: object) -> list[int]:
    job = Job()
    printer = printer_for(job)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    for name, value in asked.items():
        getattr(printer, name)(value)
    print_pages(job, printer)
    return job.printed


def test_order_ranges_and_copies_are_obeyed(tmp_path: Path) -> None:
    last_first = QPrinter.PageOrder.LastPageFirst
    assert printed(tmp_path) == [1, 2, 3, 4, 5]
    assert printed(tmp_path, setPageOrder=last_first) == [5, 4, 3, 2, 1]
    assert printed(tmp_path, setPageRanges=QPageRanges.fromString("1,4-9")) == [1, 4, 5]
    assert printed(tmp_path, setPageRanges=QPageRanges.fromString("2-3"), setPageOrder=last_first) == [3, 2]


def test_copies_of_a_printer_that_makes_none_are_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda printer: False)
    two_pages = QPageRanges.fromString("1-2")
    assert printed(tmp_path, setCopyCount=2, setCollateCopies=True, setPageRanges=two_pages) == [1, 2, 1, 2]
    assert printed(tmp_path, setCopyCount=2, setCollateCopies=False, setPageRanges=two_pages) == [1, 1, 2, 2]


def test_pages_that_are_not_there_are_refused_and_nothing_is_printed(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="全部で5ページなので、99-100ページは印刷できませんでした"):
        printed(tmp_path, setPageRanges=QPageRanges.fromString("99-100"))
    assert not (tmp_path / "print.pdf").exists()


def test_many_papers_are_one_print_job_in_order(tmp_path: Path) -> None:
    papers = [Pages(replace(samples.pledge(), title=f"誓約書{n}")) for n in range(3)]
    job = Bundle("誓約書（3人）", papers)
    each = papers[0].count
    assert job.count == 3 * each and job.size_mm == papers[0].size_mm
    for first, last, expected in ((0, 0, 3 * each), (each + 1, 2 * each, each)):
        printer = printer_for(job)
        assert printer.docName() == "誓約書（3人）"
        printer.setOutputFileName(str(tmp_path / "print.pdf"))
        printer.setFromTo(first, last)
        print_pages(job, printer)
        assert page_count((tmp_path / "print.pdf").read_bytes()) == expected


def test_on_both_sides_each_paper_begins_on_a_sheet_of_its_own() -> None:
    odd, even = Pages(samples.notice()), Pages(samples.pledge())
    assert (odd.count % 2, even.count % 2) == (1, 0)
    assert Bundle("三つ", [odd, even, odd]).two_sided().count == (odd.count + 1) * 2 + even.count


def test_every_page_of_a_print_job_is_the_page_of_its_paper() -> None:
    papers = [Pages(samples.pledge()), Pages(samples.contract())]
    job, painted = Bundle("二つ", papers), []
    for n in range(job.count):
        picture = QImage(400, 600, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        painter = QPainter(picture)
        job.paint(painter, n)
        painter.end()
        painted.append(picture)
    for paper, start in ((papers[0], 0), (papers[1], papers[0].count)):
        for n in range(paper.count):
            picture = QImage(400, 600, QImage.Format.Format_RGB32)
            picture.fill(0xFFFFFF)
            painter = QPainter(picture)
            paper.paint(painter, n)
            painter.end()
            assert painted[start + n] == picture


def test_a_printer_that_cannot_print_is_told(tmp_path: Path) -> None:
    pages = Pages(samples.notice())
    printer = printer_for(pages)
    printer.setOutputFileName(str(tmp_path / "ない" / "print.pdf"))
    with pytest.raises(PaperError, match="印刷を始められませんでした"):
        print_pages(pages, printer)


def shown(path: Path) -> str:
    """The words of the whole file without spaces."""
    read = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(rf"[\s\u00a0\ufe00-\ufe0f\U000e0100-\U000e01ef{plain.BY_HAND[0]}]", "", read)


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is missing")
@pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)
def test_every_word_can_be_searched(sample: object, tmp_path: Path) -> None:
    document: Document = sample()  # type: ignore[operator]
    write(document, tmp_path / "paper.pdf", MADE)
    text = shown(tmp_path / "paper.pdf")
    for article in document.articles():
        assert f"{article.caption}{article.label}" in text
    for piece in document.inlines():
        assert all(
            word[:15] in text for word in re.findall(r"[^\s〔〕\ufe00-\ufe0f\U000e0100-\U000e01ef]+", piece.text)
        )
