"""控え: the same ledger once more, proven before it takes its name; and moving, which takes the first one away only at the end."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.actions import ledgers
from app.domain.ledger.records import Issue, Person, Profile
from app.errors import LedgerError, Stranded
from app.store import blobs, connection
from app.store.driver import Connection
from app.store.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with Ledger.create(tmp_path / "a" / "新田製作所.mamori", Profile(name="新田製作所")) as made:
        made.change("人を追加", [Person(id="p1", name="髙﨑 𠮷")])
        yield made


def test_a_copy_says_the_same_and_the_first_goes_on(ledger: Ledger, tmp_path: Path) -> None:
    target = tmp_path / "b" / "控え.mamori"
    ledger.copy_to(target)
    with Ledger.open(target) as copy:
        assert copy.company() == ledger.company() and copy.history() == ledger.history() and not copy.verify()
    ledger.change("人を追加", [Person(id="p2")])
    assert not ledger.verify() and os.listdir(tmp_path / "b") == ["控え.mamori"]
    with pytest.raises(LedgerError):
        Ledger.open(ledger.path).close()  # still locked against a second writer


def test_nothing_is_written_over(ledger: Ledger, tmp_path: Path) -> None:
    target = tmp_path / "b" / "控え.mamori"
    target.write_text("大切な物")
    with pytest.raises(LedgerError):
        ledger.copy_to(target)
    with pytest.raises(LedgerError):
        ledger.copy_to(ledger.path)
    assert target.read_text() == "大切な物" and not ledger.verify()


def test_a_copy_that_is_not_the_same_is_no_copy(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = connection.copy

    def spoiled(db: Connection, passing: Path) -> None:
        whole(db, passing)
        with passing.open("r+b") as file:
            file.seek(4096 + 100)
            file.write(b"xxxxxxxx")

    monkeypatch.setattr(connection, "copy", spoiled)
    with pytest.raises(LedgerError):
        ledger.copy_to(tmp_path / "b" / "控え.mamori")
    assert os.listdir(tmp_path / "b") == []


def test_two_copies_on_one_day_stand_beside_each_other(ledger: Ledger, tmp_path: Path) -> None:
    path = ledger.path
    ledger.close()
    desk = ledgers.open_ledger(path)
    made = [ledgers.copy_into(desk, tmp_path / "b", date(2026, 11, 27)).name for _ in range(2)]
    assert made == ["新田製作所 控え 2026-11-27.mamori", "新田製作所 控え 2026-11-27（2）.mamori"]
    desk.close()


@pytest.mark.parametrize("opens", [True, False])
def test_a_move_takes_the_first_away_only_when_it_is_open_there(ledger: Ledger, tmp_path: Path, opens: bool) -> None:
    path = ledger.path
    ledger.close()
    desk = ledgers.open_ledger(path)
    moved = ledgers.move_into(desk, tmp_path / "b", lambda _: opens)
    assert path.exists() is not opens and (moved is not None) is opens
    desk.close()


def swapped(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"x" * 5000)
    other.replace(path)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
@pytest.mark.parametrize("happens", [swapped, Path.unlink])
def test_what_is_held_open_can_be_copied_when_its_file_is_another_or_gone(
    ledger: Ledger, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    held, told = ledger.company(), ledger.history()
    happens(ledger.path)
    with pytest.raises(Stranded):
        ledger.change("人を追加", [Person(id="p2")])
    target = tmp_path / "b" / "写し.mamori"
    ledger.copy_to(target)
    with Ledger.open(target) as copy:
        assert copy.company() == held and copy.history() == told and not copy.verify()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
@pytest.mark.parametrize("readable", [True, False])
def test_the_desk_goes_on_in_a_copy_and_from_memory_where_even_that_cannot_be_read(
    ledger: Ledger, tmp_path: Path, readable: bool
) -> None:
    bytes_, path = b"paper", ledger.path
    ledger.record("確定", [Issue(id="i1", form="f", docx_sha256=blobs.name(bytes_))], evidence=[bytes_])
    ledger.close()
    desk = ledgers.open_ledger(path)
    path.unlink()
    with pytest.raises(Stranded):
        desk.change("人を追加", [Person(id="p2")])
    if not readable:  # as of a stick that was pulled out
        desk.ledger._db.close()
    assert ledgers.go_on_in(desk, tmp_path / "b") is readable
    assert desk.path == tmp_path / "b" / "新田製作所.mamori" and not desk.refused
    desk.change("人を追加", [Person(id="p2")])
    assert list(desk.company.people) == ["p1", "p2"] and not desk.verify()
    assert (desk.evidence(blobs.name(bytes_)) == bytes_) is readable and list(desk.company.issues) == ["i1"]
    assert len(desk.history()) == (4 if readable else 2)
    desk.close()
