"""Whatever a company adopts, is and chooses: its Word files, opened again, say what the tree says and point where it points.

Here the file stands alone: its lists are counted, its references read and looked up in what it shows itself.
"""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from app.documents import plain
from app.documents.tree import Chart, Document, Ref, Table
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.documents.word.base import W
from app.documents.word.check import PAGE_COUNT, reopen_text
from app.domain.plain_text import clean
from tests.documents import ooxml_reading as inside
from tests.documents.any_firm import drawn
from tests.documents.small_company import all_forms
from tests.documents.soundness import KANA, OF_A_LAW, Address, Clause, addresses, read
from tests.documents.test_word import MADE
from tests.documents.test_word_pages import Pages, assert_in_order, squeezed, without_tables

FORMS = sorted(all_forms())
FEW, MANY, PRINTED, AT_ONCE = 2, 200, 100, 25
NOWHERE: Address = (0, 0, 0, 0)
REFERENCE = re.compile(
    r"別紙\d*|(?:第\d+条|前条|次条|本条)(?:第\d+項|前項|次項|本項)?(?:第\d+号|前号|次号)?"
    r"|(?:第\d+項|前項|次項|本項)(?:第\d+号|前号|次号)?|第\d+号|前号|次号"
)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_any_company_says_what_the_tree_says(form: str, tmp_path: Path) -> None:
    check_files(form, FEW, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
def test_the_files_of_two_hundred_companies_say_what_the_trees_say(
    form: str, share: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    references = check_files(form, files := round(MANY * share), tmp_path)
    with capsys.disabled():
        print(f"\n{form}: {files} files, {references} references read in them")


@pytest.mark.long
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or poppler is missing"
)
def test_a_hundred_of_them_read_the_same_as_pdf(
    share: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = [drawn(FORMS[number % len(FORMS)], number) for number in range(round(PRINTED * share))]
    pages = Pages(tmp_path)
    for start in range(0, len(papers), AT_ONCE):
        some = dict(enumerate(papers))
        pages.convert({str(n): word.to_bytes(some[n], MADE) for n in list(some)[start : start + AT_ONCE]})
    for number, document in enumerate(papers):
        text = pages.text(str(number))
        assert_in_order(without_tables(document), text)
        meant, shown = (Counter(squeezed(words)) for words in ("".join(plain.lines(document)).replace("｜", ""), text))
        titles = "".join(column.title for table in tables(document) for column in table.columns)
        margins = f"{document.head_left}{document.head_right}{document.foot}0123456789/ページ"
        assert not meant - shown, "letters are missing"  # the lines of neighbouring cells run into one another
        assert set(shown - meant) <= set(titles + margins), "more than what every page repeats"
    with capsys.disabled():
        print(f"\n{len(papers)} papers converted by LibreOffice")


def tables(document: Document) -> Iterator[Table]:
    return (block for block in document.blocks if isinstance(block, Table))


def check_files(form: str, files: int, folder: Path) -> int:
    """Checks so many files of a form and says how many references were read in them."""
    references = 0
    for number in range(files):
        document = drawn(form, number)
        path = folder / f"{number}.docx"
        path.write_bytes(word.to_bytes(document, MADE))
        try:
            references += check_file(document, path)
        except AssertionError as fault:
            raise AssertionError(f"drawn({form!r}, {number}): {fault}") from fault
        path.unlink()
    return references


def check_file(document: Document, path: Path) -> int:
    head = "".join((document.head_left, document.head_right))
    lines = [head, *plain.lines(document), document.foot, PAGE_COUNT]
    shown, meant = squeezed(reopen_text(path)), squeezed(clean("".join(lines)))
    if any(isinstance(block, Chart) for block in document.blocks):  # its boxes are cells, and lines in plain text
        shown, meant = (text.replace("｜", "") for text in (shown, meant))
    assert shown == meant
    file = Shown(path)
    nothing_is_empty_but_what_is_meant_to_be(file)
    fields_show_what_stands_where_they_lead(file)
    return references_lead_where_they_should(file, document)


class Shown:
    """The paragraphs of a file outside its tables, each with its number as counted and its address in the articles."""

    def __init__(self, path: Path) -> None:
        self.file = docx.Document(str(path))
        counter = word_check.Counter(inside.parts(path.read_bytes()))
        self.paragraphs = [(one, counter.number(one._p)) for one in self.file.paragraphs]
        self.addresses = list(self._addresses())
        self.lengths = {address[0]: address[1] for address in self.addresses}

    def _addresses(self) -> Iterator[Address]:
        article = paragraph = item = 0
        for one, number in self.paragraphs:
            match one.style.name:
                case "条":
                    article, paragraph, item = int(number[1:-1]), 1, 0
                case "項":
                    paragraph, item = int(number), 0
                case "号":
                    item = int(number[1:-1])
                case "細号":
                    yield article, paragraph, item, KANA.index(number) + 1
                    continue
                case _:
                    yield NOWHERE
                    continue
            yield article, paragraph, item, 0

    def clause(self, address: Address) -> Clause:
        return Clause(address, self.lengths.get(address[0], 0))

    def known(self) -> set[Address | str]:
        """All that a reference can name: articles, paragraphs and items as they are cited, annexes."""
        found: set[Address | str] = {label(one.text) for one, _ in self.paragraphs if one.style.name == "見出し"}
        for article, paragraph, item, _ in self.addresses:
            single = self.lengths[article] == 1
            found |= {(article, 0, 0, 0), (article, 0 if single else paragraph, item, 0)}
        return found - {NOWHERE}


def label(heading: str) -> str:
    return heading.partition("　")[0]


def nothing_is_empty_but_what_is_meant_to_be(file: Shown) -> None:
    """Word joins two tables that follow one another, so one empty paragraph stands behind each."""
    for one, _ in file.paragraphs:
        behind_a_table = one.style.name == "表の後" and one._p.getprevious().tag == f"{W}tbl"
        assert one.text or behind_a_table, f"an empty paragraph: {one.style.name}"
    for table in file.file.tables:
        assert table.style.name != "書類の表" or all(
            len(cell.paragraphs) == 1 for row in table.rows for cell in row.cells
        )


def fields_show_what_stands_where_they_lead(file: Shown) -> None:
    places = {
        inside.attribute(mark, "name"): number or label(one.text)
        for one, number in file.paragraphs
        for mark in inside.every(one._p, "bookmarkStart")
    }
    for one, _ in file.paragraphs:
        for name, shown in fields(one._p):
            assert shown == places[name], f"{shown} leads to {places[name]}"


def fields(paragraph: object) -> Iterator[tuple[str, str]]:
    """Name of the bookmark and words shown of every field in a paragraph."""
    name = shown = ""
    for run in inside.every(paragraph, "r"):
        sign = next((inside.attribute(sign, "fldCharType") for sign in inside.every(run, "fldChar")), "")
        asked = next((asked.text.split()[1] for asked in inside.every(run, "instrText")), "")
        if asked or sign == "begin":
            name, shown = asked or name, ""
        elif sign == "end":
            yield name, shown
        elif not sign:
            shown += inside.text(run)


def references_lead_where_they_should(file: Shown, document: Document) -> int:
    """None leads nowhere, and those of the tree come in its order, each to the clause that the form means."""
    named = [
        read(match[0], file.clause(address))
        for (one, _), address in zip(file.paragraphs, file.addresses, strict=True)
        for match in REFERENCE.finditer(OF_A_LAW.sub("", one.text))
    ]
    known = file.known()
    assert [address for address in named if address not in known] == []
    meant = addresses(document)
    following = iter(named)
    for piece in document.inlines():
        if isinstance(piece, Ref):
            assert meant[piece.target] in following, f"{piece.text} is not there"
    return len(named)
