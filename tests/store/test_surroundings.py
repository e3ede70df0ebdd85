"""What happens around a ledger's file: other programs that read it, leftovers of a kill, rights, names, foreign parts."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from app.domain.ledger.records import Asset
from app.errors import LedgerError, Stranded
from app.passing import OLD
from app.paths import PACKAGE
from app.store import connection
from app.store.ledger import Ledger
from tests.store.conftest import let_through

Nobody = Callable[[], AbstractContextManager[None]]
OPENS = "import sys, pathlib; from app.store.ledger import Ledger; Ledger.open(pathlib.Path(sys.argv[1]))"


def opened_elsewhere(path: Path) -> bool:
    """Whether another process can open the ledger."""
    other = subprocess.run([sys.executable, "-c", OPENS, path], capture_output=True, text=True, cwd=PACKAGE.parent)
    assert other.returncode == 0 or "開いています" in other.stderr
    return other.returncode == 0


def test_the_lock_lasts_although_the_file_is_read_by_other_means(ledger: Ledger) -> None:
    assert not opened_elsewhere(ledger.path)
    ledger.path.read_bytes()  # as a file dialog does that guesses a file's kind
    assert not opened_elsewhere(ledger.path)
    ledger.change("まだ書ける", [Asset(id="a1")])
    ledger.close()
    assert opened_elsewhere(ledger.path)


@pytest.mark.skipif(os.name == "nt", reason="locks work differently there")
def test_without_the_second_lock_the_file_would_be_open_to_others(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: SQLite's own lock is gone once the file was read."""
    ledger.close()
    monkeypatch.setattr("app.store.lock.hold", lambda _: None)
    with Ledger.open(ledger.path) as alone:
        assert not opened_elsewhere(alone.path)
        alone.path.read_bytes()
        assert opened_elsewhere(alone.path)


@pytest.mark.skipif(os.name == "nt", reason="rights work differently there")
def test_a_new_ledger_is_for_nobody_elses_eyes(ledger: Ledger) -> None:
    assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600


def test_what_a_kill_left_behind_is_swept_at_the_next_opening_and_nothing_else(ledger: Ledger) -> None:
    ledger.close()
    folder = ledger.path.parent
    ours = [folder / ".mamoricho-0123abcd.tmp", folder / ".mamoricho-0123abcd.tmp-journal"]
    others = [
        folder / name for name in (".mamoricho-0123abcd.tmp2", ".mamoricho-mine.tmp", "memo.tmp", ".0123abcd.tmp")
    ]
    long_ago = time.time() - OLD - 1
    for path in (*ours, *others):
        path.write_bytes(b"x")
        os.utime(path, (long_ago, long_ago))
    fresh = folder / ".mamoricho-ffffffff.tmp"  # somebody may be writing to it just now
    fresh.write_bytes(b"x")
    Ledger.open(ledger.path).close()
    assert set(folder.iterdir()) == {ledger.path, fresh, *others}


@pytest.mark.skipif(os.name == "nt", reason="rights work differently there")
def test_a_ledger_where_nothing_can_be_written_can_be_looked_at(ledger: Ledger, nobody: Nobody) -> None:
    ledger.change("追加", [Asset(id="a1")])
    ledger.close()
    ledger.path.chmod(0o444)
    let_through(ledger.path)
    ledger.path.parent.chmod(0o555)
    before = ledger.path.read_bytes()
    with nobody(), Ledger.read(ledger.path) as read:
        assert list(read.company().assets) == ["a1"] and read.verify() == []
        with pytest.raises(Stranded, match="読むだけで開いています"):
            read.undo()
        assert list(read.company().assets) == ["a1"]
    assert ledger.path.read_bytes() == before and os.listdir(ledger.path.parent) == [ledger.path.name]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON history BEGIN SELECT RAISE(ABORT, 'no'); END",
        "CREATE VIEW v AS SELECT * FROM assets",
        "CREATE TABLE t (a)",
    ],
)
def test_foreign_parts_are_noticed(ledger: Ledger, statement: str) -> None:
    ledger._db.execute(statement)
    assert "部品" in ledger.verify()[0]
    ledger.close()
    with pytest.raises(LedgerError, match="まもり帳のものではない部品"):
        Ledger.open(ledger.path)


def test_after_an_unclean_end_the_whole_history_is_examined(ledger: Ledger) -> None:
    ledger._db.execute("INSERT INTO departments (id, position, name) VALUES ('x', 1, 'x')")  # no entry tells of it
    ledger.close()
    Ledger.open(ledger.path).close()  # the seals are whole, and it was closed in peace
    ledger.path.with_name(f"{ledger.path.name}-journal").touch()
    with pytest.raises(LedgerError, match="こわれています"):
        Ledger.open(ledger.path)


def test_a_text_that_is_not_utf8_is_damage_not_a_traceback(ledger: Ledger) -> None:
    ledger.change("追加", [Asset(id="a1")])
    ledger._db.execute("PRAGMA ignore_check_constraints = ON")
    ledger._db.execute("UPDATE assets SET name = CAST(x'ff4142fe' AS TEXT)")
    for act in (ledger.company, ledger.verify):
        with pytest.raises(LedgerError, match="こわれています"):
            act()
    ledger._db.execute("UPDATE history SET label = CAST(x'ff4142fe' AS TEXT)")
    ledger.close()
    with pytest.raises(LedgerError, match="こわれています"):
        Ledger.open(ledger.path)


def test_a_name_whose_journal_would_have_no_name_is_refused_and_the_longest_works(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="長すぎます"):
        Ledger.create(tmp_path / ("x" * (connection.LONGEST - 7)))
    longest = tmp_path / ("x" * (connection.LONGEST - 8))
    with Ledger.create(longest) as made:
        made.change("追加", [Asset(id="a1")])


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are always text there")
def test_a_name_that_is_no_utf8_will_do(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode("見本".encode("cp932"))
    folder.mkdir()
    path = folder / os.fsdecode("台帳.mamori".encode("cp932"))
    Ledger.create(path).close()
    with Ledger.open(path) as made:
        assert made.verify() == []
