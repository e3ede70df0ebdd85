"""A file is read back from the disk before it takes the place of the old one."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.documents.tree import Document
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.documents.writer import Writer
from app.errors import PaperError
from tests.documents import ooxml_reading as inside
from tests.documents import samples

MADE = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
WORD = Writer(word.to_bytes, word_check.Check().verify)


def losing_a_word(document: Document, made: datetime) -> bytes:
    """A writer gone wrong: it writes another paper."""
    return word.to_bytes(samples.pledge(), made)


def test_what_was_read_back_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "規程.docx"
    WORD.write(samples.regulation(), path, MADE)
    assert path.read_bytes() == WORD.verified(samples.regulation(), MADE, "規程")
    assert [file.name for file in tmp_path.iterdir()] == ["規程.docx"]


def test_what_lost_a_word_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "規程.docx"
    path.write_bytes(b"old")
    with pytest.raises(PaperError, match=r"「規程.docx」を読み返したところ"):
        Writer(losing_a_word, word_check.verify_bytes).write(samples.regulation(), path, MADE)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["規程.docx"]


def test_what_the_disk_garbled_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "規程.docx"
    path.write_bytes(b"old")
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: whole(self)[:-100])
    with pytest.raises(PaperError, match="読み返せません"):
        WORD.write(samples.regulation(), path, MADE)
    monkeypatch.undo()
    assert path.read_bytes() == b"old"


def without(part: str, old: str) -> bytes:
    made = inside.parts(word.to_bytes(samples.pledge(), MADE))
    assert old in made[part].decode()
    return word.zipped({**made, part: made[part].replace(old.encode(), b"")})


def test_a_file_that_only_we_can_read_is_told_by_the_first_of_its_kind() -> None:
    """Without its content type Word does not know the text as a text; our own reading goes by names."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    strange = without("[Content_Types].xml", main)
    word_check.verify_bytes(samples.pledge(), strange, "誓約書.docx")
    with pytest.raises(PaperError, match="読み返せません"):
        word_check.Check().verify(samples.pledge(), strange, "誓約書.docx")


def test_the_second_file_of_a_kind_is_still_read_back() -> None:
    check = word_check.Check()
    check.verify(samples.pledge(), word.to_bytes(samples.pledge(), MADE), "誓約書.docx")
    with pytest.raises(PaperError, match="作った内容と違いました"):
        check.verify(samples.pledge(), other_pledge(), "誓約書.docx")


def other_pledge() -> bytes:
    return word.to_bytes(replace(samples.pledge(), title="別の誓約書"), MADE)
