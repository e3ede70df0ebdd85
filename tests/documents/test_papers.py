"""Every paper of a small company, word by word.

The texts in golden/ were read and approved as prose. After a deliberate change of a form, write them anew with
`python -m tests.documents.test_papers` and read the difference.
"""

from pathlib import Path

import pytest

from app.documents import plain
from app.documents.compose import compose
from app.documents.cover import cover_of
from app.documents.tree import Document
from app.domain.company import Company
from app.domain.facts import gather
from tests.documents.small_company import TODAY, all_forms, paper, small_company

GOLDEN = Path(__file__).parent / "golden"
PAPERS = sorted(all_forms())
OTHER_SIDE = {"person": "yoshi", "partner": "hokuto"}


def made(name: str) -> Document:
    per = all_forms()[name].per
    return paper(small_company(), name, **({per: OTHER_SIDE[per]} if per else {}))


def cover() -> Document:
    form = all_forms()["information-rules"]
    return cover_of(form, compose(form, gather(small_company(), form, today=TODAY)))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_as_approved(name: str) -> None:
    assert plain.text(made(name)) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_the_cover_sheet_reads_as_approved() -> None:
    assert plain.text(cover()) == (GOLDEN / "cover.txt").read_text("utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_no_sentence_of_the_cover_sheet_is_in_the_paper(name: str) -> None:
    form, body = all_forms()[name], plain.text(made(name))
    assert not [sentence for sentence in (form.use, *form.cautions, form.source) if sentence in body]


@pytest.mark.parametrize("name", PAPERS)
def test_a_company_that_knows_nothing_yet_sees_every_blank_with_its_name(name: str) -> None:
    document = paper(Company(), name)
    body = plain.text(document)
    assert "None" not in body
    assert body.count("〔　　　　〕") >= len(document.blanks) > 0
    assert all(blank.label for blank in document.blanks)


if __name__ == "__main__":
    for paper_name in PAPERS:
        (GOLDEN / f"{paper_name}.txt").write_text(plain.text(made(paper_name)), "utf-8")
    (GOLDEN / "cover.txt").write_text(plain.text(cover()), "utf-8")
