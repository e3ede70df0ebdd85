"""The papers of the sample company, beside their Word files."""

import re
import shutil
import subprocess
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from app import paths
from app.content import forms
from app.documents import plain
from app.documents.compose import compose
from app.documents.tree import Document
from app.documents.word import file as word
from app.domain.forms.facts import gather
from app.paper.fonts import missing_glyphs
from app.paper.pages import Pages
from app.store import exchange
from tests.documents import samples
from tests.paper.test_pages import squeezed

MADE = datetime(2026, 11, 17, 5, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    ledger = exchange.load(exchange.read(paths.SAMPLE), tmp_path_factory.mktemp("sample") / "sample.mamori")
    company = ledger.company()
    ledger.close()
    facts = partial(gather, company, today=date(2026, 11, 17))
    return {name: compose(form, facts(form)) for name, form in forms.load(paths.FORMS).items()}


def test_every_paper_is_whole_and_every_letter_has_a_shape(papers: dict[str, Document]) -> None:
    assert len(papers) >= 5
    for document in papers.values():
        text = Pages(document).plain_text()
        assert squeezed(text) == squeezed("".join(plain.lines(document)))
        assert missing_glyphs(text) == ""


def test_every_article_of_every_paper_has_its_place(papers: dict[str, Document]) -> None:
    for document in papers.values():
        pages = Pages(document)
        places = [article for n in range(pages.count) for article in pages.article_rects(n)]
        assert list(dict.fromkeys(places)) == [article.id for article in document.articles()]


@pytest.mark.long
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdfinfo")), reason="LibreOffice or poppler is missing"
)
def test_libreoffice_shows_the_word_file_on_as_many_pages(papers: dict[str, Document], tmp_path: Path) -> None:
    from tests.documents.test_word_pages import Pages as Converted

    every = papers | {f"sample-{sample.__name__}": sample() for sample in samples.ALL}
    Converted(tmp_path).convert({name: word.to_bytes(document, MADE) for name, document in every.items()})
    for name, document in every.items():
        assert abs(counted(tmp_path / f"{name}.pdf") - Pages(document).count) <= 1, name


def counted(path: Path) -> int:
    told = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    return int(re.findall(r"^Pages:\s+(\d+)", told, re.M)[0])
