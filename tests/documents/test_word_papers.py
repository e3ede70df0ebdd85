"""The sample company's own papers and cover sheets, every form of them, as Word files."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from app.actions import ledgers
from app.actions.papers import make as papers
from app.documents.tree import Document, Ref
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.paths import FORMS
from tests.documents import ooxml_reading as inside

NOW = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
NAMED = re.compile("第[0-9]+条|別紙[0-9]+")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, papers.Paper]]:
    path = tmp_path_factory.mktemp("papers") / "見本.mamori"
    ledgers.create_sample(path)
    desk = ledgers.open_ledger(path)
    try:
        yield {form.id: papers.make(desk, form.id, NOW) for form in papers.papers(desk)}
    finally:
        desk.close()


@pytest.mark.parametrize("form", sorted(path.stem for path in FORMS.glob("[a-z]*.md")))
def test_every_paper_is_sound_and_read_back_whole(form: str, made: dict[str, papers.Paper], tmp_path: Path) -> None:
    for document in (made[form].document, made[form].cover):
        path = tmp_path / "書類.docx"
        path.write_bytes(word.to_bytes(document, NOW))
        word_check.verify(document, path)
        assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


def test_references_to_articles_are_fields(made: dict[str, papers.Paper]) -> None:
    rules: Document = made["information-rules"].document
    named = [piece for piece in rules.inlines() if isinstance(piece, Ref) and NAMED.match(piece.text)]
    asked = inside.fields(word.to_bytes(rules, NOW))
    assert named and len(asked) >= len(named)
