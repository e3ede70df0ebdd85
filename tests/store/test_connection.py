"""What may be opened, what is refused, and that a refused file stays as it is, to the byte."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import sqlite_utils

from app.domain.ledger.records import Asset
from app.errors import LedgerError
from app.paths import PACKAGE
from app.store import connection, driver
from app.store.key import PUBLISHED_SEED, hkdf, raw_key
from app.store.ledger import Ledger
from app.store.migrations import APPLICATION_ID, LATEST
from tests.store.conftest import let_through

Nobody = Callable[[], AbstractContextManager[None]]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(path: Path) -> LedgerError:
    """Opens what must be refused, and sees that nothing changed."""
    before = digest(path) if path.is_file() else None
    neighbours = sorted(os.listdir(path.parent))
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path)
    assert (digest(path) if path.is_file() else None) == before
    assert sorted(os.listdir(path.parent)) == neighbours
    error = caught.value
    assert error.what and error.safe and error.then
    assert not any(word in str(error) for word in ("{", "Error", "SQLite", "None"))
    return error


@pytest.fixture
def closed(ledger: Ledger) -> Path:
    ledger.change(
        "資産を追加", [Asset(id=f"a{n}", name=f"金型図面{n}", note="控え" * 200) for n in range(40)], who="山田"
    )
    ledger.close()
    return ledger.path


def alter(path: Path, pragma: str) -> None:
    db = connection.connect(path)
    db.execute(f"PRAGMA {pragma}")
    db.close()


def test_sqlite_utils_works_on_encrypted_sqlite() -> None:
    assert sqlite_utils.utils.sqlite3.__name__ == "sqlcipher3"
    assert driver.sqlite.__name__ == "sqlcipher3.dbapi2"


def test_the_key_follows_the_standard() -> None:
    # RFC 5869, test case 3
    assert hkdf(b"\x0b" * 22, b"").hex() == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    assert raw_key() == raw_key(PUBLISHED_SEED) != raw_key(b"another")
    # Ledgers that exist were made with this key; it must never change.
    assert raw_key() == "6146824a0a69969f897ec12e91dfe10f2ea2b4c588f46f2034a1437a4149179a"


def test_a_ledger_carries_its_numbers_and_settings(ledger: Ledger) -> None:
    def pragma(name: str) -> object:
        return ledger._db.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("application_id"), pragma("user_version")) == (APPLICATION_ID, LATEST)
    assert (pragma("journal_mode"), pragma("synchronous"), pragma("locking_mode")) == ("truncate", 3, "exclusive")
    assert (pragma("foreign_keys"), pragma("secure_delete"), pragma("temp_store"), pragma("trusted_schema")) == (
        1,
        1,
        2,
        0,
    )


def test_nothing_in_the_file_can_be_read_and_nothing_stays_beside_it(closed: Path) -> None:
    content = closed.read_bytes()
    assert not content.startswith(b"SQLite")
    assert "金型図面".encode() not in content and b"CREATE TABLE" not in content
    assert os.listdir(closed.parent) == [closed.name]


def test_opening_and_closing_writes_nothing(closed: Path) -> None:
    before = digest(closed)
    with Ledger.open(closed) as ledger:
        assert len(ledger.company().assets) == 40
    assert digest(closed) == before


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert "見つかりません" in refused(tmp_path / "ない.mamori").what
    assert os.listdir(tmp_path) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "書類").mkdir()
    assert "フォルダ" in refused(tmp_path / "書類").what


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "空.mamori").touch()
    assert "0バイト" in refused(tmp_path / "空.mamori").what


@pytest.mark.parametrize("content", [b"x", b"PK\x03\x04" * 5000, bytes(4096), "ただのメモ\n".encode() * 400])
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "別物"
    path.write_bytes(content)
    assert "まもり帳の台帳ではない" in refused(path).what


def test_a_plain_sqlite_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE t (a)")
    plain.commit()
    plain.close()
    assert "まもり帳の台帳ではない" in refused(path).what


def test_our_key_on_another_application_is_refused(closed: Path) -> None:
    alter(closed, "application_id = 1")
    assert "まもり帳の台帳ではない" in refused(closed).what


@pytest.mark.parametrize("version", [LATEST + 1, LATEST + 1000])
def test_a_newer_ledger_is_refused_before_any_table_is_read(
    closed: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alter(closed, f"user_version = {version}")
    said: list[str] = []
    connect = connection.connect

    def watched(path: Path) -> driver.Connection:
        db = connect(path)
        db.set_trace_callback(said.append)
        return db

    monkeypatch.setattr(connection, "connect", watched)
    assert "新しい版" in refused(closed).what
    assert said and all(statement.startswith("PRAGMA ") for statement in said)


@pytest.mark.parametrize("version", [0, -1])
def test_a_ledger_without_a_version_is_refused(closed: Path, version: int) -> None:
    alter(closed, f"user_version = {version}")
    assert "まもり帳の台帳ではない" in refused(closed).what


def test_the_same_ledger_is_not_opened_twice(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="別の画面かほかの人が開いています"):
        Ledger.open(ledger.path)
    ledger.change("まだ書ける", [Asset(id="a1")])
    # and the refused attempt must not have loosened our lock: another process is still kept out
    attempt = "import sys, pathlib; from app.store.ledger import Ledger; Ledger.open(pathlib.Path(sys.argv[1]))"
    other = subprocess.run(
        [sys.executable, "-c", attempt, str(ledger.path)], capture_output=True, text=True, cwd=PACKAGE.parent
    )
    assert other.returncode == 1 and "LedgerError" in other.stderr


@pytest.mark.skipif(os.name == "nt", reason="rights work differently there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_where_nothing_can_be_written_nothing_is_opened(closed: Path, what: str, nobody: Nobody) -> None:
    target = closed if what == "file" else closed.parent
    let_through(closed)
    closed.parent.chmod(0o755 if closed.parent == target else 0o777)
    closed.chmod(0o444 if what == "file" else 0o666)
    with nobody():
        assert "書き込めません" in refused(closed).what


def test_create_needs_a_free_place(ledger: Ledger, tmp_path: Path) -> None:
    before = digest(ledger.path)
    for path, words in ((ledger.path, "もうそこにあります"), (tmp_path / "なし" / "台帳", "フォルダがありません")):
        with pytest.raises(LedgerError, match=words) as caught:
            Ledger.create(path)
        assert "新しい台帳は作られていません" in caught.value.safe
    assert digest(ledger.path) == before


@pytest.mark.skipif(os.name == "nt", reason="rights work differently there")
def test_create_in_a_closed_folder_leaves_nothing(tmp_path: Path, nobody: Nobody) -> None:
    let_through(tmp_path)
    tmp_path.chmod(0o555)
    with nobody(), pytest.raises(LedgerError, match="書き込めません"):
        Ledger.create(tmp_path / "台帳")
    assert os.listdir(tmp_path) == []


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(ZeroDivisionError),
        connection.new_file(tmp_path / "台帳") as passing,
        connection.first_writing(passing),
    ):
        assert os.listdir(tmp_path)
        raise ZeroDivisionError
    assert os.listdir(tmp_path) == []


def test_a_name_taken_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="もうそこにあります"), connection.new_file(tmp_path / "台帳"):
        (tmp_path / "台帳").write_text("先客")
    assert os.listdir(tmp_path) == ["台帳"] and (tmp_path / "台帳").read_text() == "先客"


@pytest.mark.parametrize("name", ["台 帳#1?.mamori", "100%.mamori", "a&b'c;.mamori", "髙﨑𠮷.mamori"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    Ledger.create(tmp_path / name).close()
    assert os.listdir(tmp_path) == [name]
    Ledger.open(tmp_path / name).close()


def test_a_relative_name_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Ledger.create(Path("台帳")).close()
    assert os.listdir(tmp_path) == ["台帳"]


def test_a_fault_of_the_program_is_not_told_as_one_of_the_file(ledger: Ledger) -> None:
    with (
        pytest.raises(driver.sqlite.OperationalError, match="no such table"),
        connection.told(ledger.path, connection.Doing.SAVING),
    ):
        ledger._db.execute("SELECT * FROM no_such_thing")
