"""The one door to a ledger file: opened for writing, alone, known to be ours and whole; or not at all.

A file that is refused is left as it was, to the byte.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from app.store.driver import Database, sqlite
from app.store.key import raw_key
from app.store.migrations import APPLICATION_ID, LATEST, migrate
from app.store.troubles import Doing, told, trouble

SMALLEST = 4096  # one page
PATIENCE = 0.3  # seconds to wait for somebody else's lock, enough for a program that is just closing

# TRUNCATE with EXTRA keeps every acknowledged change through a power cut, and the file alone is a complete copy at any
# moment between changes; with WAL it would not be.
SETTINGS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)


def connect(path: Path, mode: str = "rw") -> Database:
    """A connection with the key set and nothing read yet. `mode` is SQLite's own: rw, or rwc to make the file."""
    # A URI, because only there SQLite can be told not to make a missing file.
    place = path.absolute().as_posix()
    uri = f"file://{'' if place.startswith('/') else '/'}{quote(place)}?mode={mode}"
    connection = sqlite.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)
    connection.execute("PRAGMA cipher_log_level = NONE")  # otherwise it writes to the terminal
    connection.execute(f"PRAGMA key = \"x'{raw_key()}'\"")
    return Database(connection, recursive_triggers=False, execute_plugins=False, strict=True)


def open_file(path: Path) -> Database:
    """An existing ledger, locked, checked and brought up to date."""
    _look(path)
    with told(path, Doing.OPENING):
        db = connect(path)
        try:
            _is_ours(db, path)
            _hold(db)
            _is_whole(db, path)
            if _number(db, "user_version") < LATEST:
                migrate(db)
        except BaseException:
            close(db)
            raise
        return db


@contextmanager
def new_file(path: Path) -> Iterator[Database]:
    """A new ledger. It grows under a passing name and takes its place when it is whole; if it fails, nothing remains."""
    _is_free(path)
    passing = path.with_name(f".mamoricho-{secrets.token_hex(4)}.tmp")
    try:
        with told(path, Doing.CREATING):
            db = connect(passing, "rwc")
            try:
                _hold(db)
                migrate(db)
                yield db
            finally:
                close(db)
            _is_free(path)
            passing.replace(path)
            _settle(path.parent)
    finally:
        for leftover in (passing, passing.with_name(f"{passing.name}-journal")):
            with suppress(OSError):
                leftover.unlink()


def close(db: Database) -> None:
    """Closes the file and takes away the empty journal beside it, so that the owner sees one file."""
    with suppress(sqlite.Error):  # a file that never opened has none
        for setting in ("locking_mode = NORMAL", "journal_mode = DELETE"):
            db.conn.execute(f"PRAGMA {setting}")
    db.close()


def faults(db: Database) -> list[str]:
    """What SQLite finds wrong with the file: first every seal, then the structure."""
    broken = [str(row[0]) for row in db.execute("PRAGMA cipher_integrity_check")]
    return broken or [str(row[0]) for row in db.execute("PRAGMA quick_check") if row[0] != "ok"]


def _look(path: Path) -> None:
    """What can be told without opening it. Reading it by other means than SQLite would drop SQLite's lock on it."""
    with told(path, Doing.OPENING):
        if not path.exists():
            raise trouble("missing", path, Doing.OPENING)
        if not path.is_file():
            raise trouble("no file", path, Doing.OPENING)
        size = path.stat().st_size
    if size < SMALLEST:
        raise trouble("cut" if size else "empty", path, Doing.OPENING)


def _is_free(path: Path) -> None:
    with told(path, Doing.CREATING):
        if os.path.lexists(path):
            raise trouble("exists", path, Doing.CREATING)
        if not path.parent.is_dir():
            raise trouble("no folder", path, Doing.CREATING)


def _is_ours(db: Database, path: Path) -> None:
    """Two numbers in the file's first page decide before any table is read."""
    version = _number(db, "user_version")
    if _number(db, "application_id") != APPLICATION_ID or version < 1:
        raise trouble("foreign", path, Doing.OPENING)
    if version > LATEST:
        raise trouble("newer", path, Doing.OPENING)


def _hold(db: Database) -> None:
    """Takes the lock that lasts until closing, and tries a write that is taken back: is there a place for the journal?"""
    for setting in SETTINGS:
        db.conn.execute(f"PRAGMA {setting}")
    db.conn.execute("BEGIN EXCLUSIVE")
    try:
        db.conn.execute(f"PRAGMA user_version = {_number(db, 'user_version')}")
    finally:
        db.rollback()


def _is_whole(db: Database, path: Path) -> None:
    if faults(db):
        raise trouble("damaged", path, Doing.OPENING)


def _number(db: Database, pragma: str) -> int:
    return int(db.conn.execute(f"PRAGMA {pragma}").fetchone()[0])


def _settle(folder: Path) -> None:
    """Makes a file's new name survive a power cut. Windows does so by itself and cannot open a folder."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
