from pathlib import Path

import pytest

from app.domain.ledger.records import KINDS, OF_ASSET
from app.errors import LedgerError
from app.store import codec, connection, migrations
from app.store.history import Entry
from app.store.ledger import Ledger
from app.store.schema import Database, database


@pytest.fixture
def db(ledger: Ledger) -> Database:
    return database(ledger._db)


def test_the_version_counts_the_migrations(db: Database) -> None:
    applied = [row["name"] for row in db.table("_sqlite_migrations").rows]
    assert applied == [step.__name__ for step in migrations.STEPS] and len(applied) == migrations.LATEST


@pytest.mark.parametrize(("kind", "record"), [*KINDS.items(), ("history", Entry)])
def test_every_field_has_its_column(db: Database, kind: str, record: type) -> None:
    expected = [
        (column.name, "INTEGER" if column.base in (int, bool) and not column.many else "TEXT", not column.optional)
        for column in codec.columns(record)
    ]
    table = db.table(kind)
    assert [(column.name, column.type, bool(column.notnull) or column.is_pk) for column in table.columns] == [
        (name, kind, bool(needed)) for name, kind, needed in expected
    ]
    assert table.pks == [expected[0][0]] and table.strict


def test_there_is_no_other_table(db: Database) -> None:
    assert set(db.table_names()) == {*KINDS, "history", "blobs", "_sqlite_migrations"}
    assert db.table("blobs").pks == ["sha256"] and db.table("blobs").strict


def test_what_hangs_on_an_asset_says_so_in_the_tables_too(db: Database) -> None:
    keys = {kind: db.table(kind).foreign_keys for kind in KINDS}
    assert {kind: key.column for kind, found in keys.items() for key in found} == OF_ASSET
    assert {key.other_table for found in keys.values() for key in found} == {"assets"}


def test_an_older_ledger_is_brought_up_to_date_whole_or_not_at_all(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a coming version will do it: two more migrations, of which the second fails the first time."""
    ledger.close()
    path, before = ledger.path, ledger.path.read_bytes()
    broken = True

    def one_more(db: Database) -> None:
        db.table("answers").add_column("asked", str, not_null_default="")

    def and_another(db: Database) -> None:
        if broken:
            db.execute("INSERT INTO answers (id, value) VALUES ('x', hex(zeroblob(1000000)))")  # beyond max_page_count

    latest = migrations.LATEST
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, one_more, and_another))
    monkeypatch.setattr(connection, "LATEST", latest + 2)
    monkeypatch.setattr(connection, "SETTINGS", (*connection.SETTINGS, "max_page_count = 200"))

    with pytest.raises(LedgerError, match="空きが足りません"):
        connection.open_file(path)
    assert path.read_bytes() == before and _version(path) == latest

    broken = False
    db = connection.open_file(path)
    assert "asked" in database(db).table("answers").columns_dict
    connection.close(db)
    assert _version(path) == latest + 2


def _version(path: Path) -> int:
    db = connection.connect(path)
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()
