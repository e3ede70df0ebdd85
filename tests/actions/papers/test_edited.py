"""A paper that somebody has worked on is never written over; one that nobody touched is replaced."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from app.actions.papers import sets
from app.desk import Desk
from app.domain.ledger.records import Person
from app.paper.writers import writers

NOW, LATER = datetime(2026, 11, 4, 9, 30, tzinfo=UTC), datetime(2026, 12, 4, 9, 30, tzinfo=UTC)
PLEDGE = "joining-pledge"


@pytest.fixture
def desk(sample_desk: Desk, qapp: object) -> Desk:
    return sample_desk


def written(desk: Desk, folder: Path, now: datetime, *kinds: str) -> list[Path]:
    wanted = sets.for_each(desk, desk.forms[PLEDGE])[:1]
    return [done.path for done in sets.write(desk, wanted, folder, writers(*kinds), now, covers=False)]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_what_nobody_touched_is_replaced(desk: Desk, tmp_path: Path, kind: str) -> None:
    [first] = written(desk, tmp_path, NOW, kind)
    before = first.read_bytes()
    assert written(desk, tmp_path, LATER, kind) == [first]
    assert first.read_bytes() != before and list(tmp_path.glob(f"*.{kind}")) == [first]


def test_what_was_edited_in_word_is_kept_and_the_new_one_numbered(desk: Desk, tmp_path: Path) -> None:
    [first] = written(desk, tmp_path, NOW, "docx")
    edited = Document(str(first))
    edited.add_paragraph("手で書き足した段落")
    edited.save(str(first))
    before = first.read_bytes()
    [second] = written(desk, tmp_path, LATER, "docx")
    assert second.stem == f"{first.stem}（2）" and first.read_bytes() == before
    assert written(desk, tmp_path, LATER, "docx") == [second], "the numbered one is ours, and is replaced"


def test_a_pdf_that_was_written_into_is_kept(desk: Desk, tmp_path: Path) -> None:
    [first] = written(desk, tmp_path, NOW, "pdf")
    first.write_bytes(first.read_bytes() + b"1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n")
    [second] = written(desk, tmp_path, LATER, "pdf")
    assert second != first


def test_two_long_names_that_begin_alike_have_files_of_their_own(desk: Desk, tmp_path: Path) -> None:
    long = "長い名前の人" * 20
    desk.change("人", [Person(id=f"twin-{n}", position=90 + n, name=f"{long}{n}") for n in (1, 2)])
    for n in (1, 2):  # one at a time, as somebody at the command line would
        [wanted] = sets.asked(desk, [desk.forms[PLEDGE]], [f"{long}{n}"])
        list(sets.write(desk, [wanted], tmp_path, writers("docx"), NOW, covers=False))
    desk.undo()
    assert len(list(tmp_path.glob("*.docx"))) == 2
