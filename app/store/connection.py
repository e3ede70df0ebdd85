"""The one door to a ledger file: opened for writing, alone, known to be ours and whole; or not at all.

A file that is refused is left as it was, to the byte.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from app.passing import passing as passing_name
from app.passing import sweep
from app.store.driver import Connection, sqlite
from app.store.key import raw_key
from app.store.migrations import APPLICATION_ID, LATEST, TABLES, migrate
from app.store.transaction import Broken, expect
from app.store.troubles import Doing, told, trouble

SMALLEST = 4096  # one page
LONGEST = 255  # bytes of a name on Linux; SQLite's journal beside the ledger must have a name, too
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


def connect(path: Path, mode: str = "rw") -> Connection:
    """A connection with the key set and nothing read yet. `mode` is SQLite's own: rw, or ro to read only."""
    # A URI, because only there SQLite can be told not to make a missing file.
    place = path.absolute().as_posix()
    uri = f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place))}?mode={mode}"
    db = sqlite.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)
    db.execute("PRAGMA cipher_log_level = NONE")  # otherwise it writes to the terminal
    db.execute(f"PRAGMA key = \"x'{raw_key()}'\"")
    return db


def open_file(path: Path) -> Connection:
    """An existing ledger, locked, checked and brought up to date."""
    with _checked(path) as db:
        _try_writing(db)
        _is_whole(db, path)
        if _number(db, "user_version") < LATEST:
            migrate(db)
        _has_nothing_else(db, path)
    return db


def open_to_read(path: Path) -> Connection:
    """An existing ledger where nothing can be written, on a CD or in somebody else's folder: read, and never written to."""
    look(path)
    with told(path, Doing.OPENING):
        db = connect(path, "ro")
        try:
            _is_ours(db, path)
            if _number(db, "user_version") < LATEST:
                raise trouble("old and read only", path, Doing.OPENING)
            db.execute("PRAGMA query_only = ON")
            _is_whole(db, path)
            _has_nothing_else(db, path)
        except BaseException:
            db.close()
            raise
        return db


def open_again(path: Path) -> Connection:
    """A ledger that was open a moment ago, after its connection failed: as on the disk, which may be too full to write."""
    with _checked(path) as db:
        _is_whole(db, path)
    return db


@contextmanager
def _checked(path: Path) -> Iterator[Connection]:
    """A ledger that is ours and locked. It stays open unless what is done in here fails."""
    look(path)
    with told(path, Doing.OPENING):
        db = connect(path)
        try:
            _is_ours(db, path)
            _hold(db)
            yield db
        except BaseException:
            close(db)
            raise


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A new ledger grows under the passing name that is handed out, and takes its place when the block ends well.

    If it fails, nothing remains of it.
    """
    _is_free(path)
    sweep(path.parent)
    passing = passing_name(path)
    try:
        with told(path, Doing.CREATING):
            yield passing
            _is_free(path)
            passing.replace(path)
            _settle(path.parent)
    finally:
        for leftover in (passing, passing.with_name(f"{passing.name}-journal")):
            with suppress(OSError):
                leftover.unlink()


@contextmanager
def first_writing(passing: Path) -> Iterator[Connection]:
    """A file that is not there yet, with all tables and nothing in them."""
    os.close(os.open(passing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # for nobody else's eyes
    db = connect(passing)
    try:
        _hold(db)
        migrate(db)
        yield db
    finally:
        close(db)


def copy(db: Connection, passing: Path) -> None:
    """Every page of an open ledger into a new file: of what this connection reads, whatever lies at its path by now."""
    try:
        db.execute("SELECT 1")
    except sqlite.ProgrammingError as error:  # the connection was lost when a step failed
        raise Broken("nothing is left to copy from") from error
    os.close(os.open(passing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # for nobody else's eyes
    into = connect(passing)
    try:
        db.backup(into, progress=_at_once)
    finally:
        into.close()


def _at_once(status: int, _remaining: int, _total: int) -> None:
    """A file that somebody else holds would be waited for without end."""
    expect(status in (sqlite.SQLITE_OK, sqlite.SQLITE_DONE), "the copy has to wait")


def close(db: Connection) -> None:
    """Closes the file and takes away the empty journal beside it, so that the owner sees one file."""
    with suppress(sqlite.Error):  # a file that never opened has none
        for setting in ("locking_mode = NORMAL", "journal_mode = DELETE"):
            db.execute(f"PRAGMA {setting}")
    db.close()


def identity(path: Path) -> tuple[int, int] | None:
    """Which file is at this path: device and number. None when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def was_cut_off(path: Path) -> bool:
    """Whether the program ended without closing this ledger: the journal that closing takes away is still there."""
    return path.with_name(f"{path.name}-journal").exists()


def faults(db: Connection) -> list[str]:
    """What SQLite finds wrong with the file: first every seal, then the structure."""
    broken = [str(row[0]) for row in db.execute("PRAGMA cipher_integrity_check")]
    return broken or [str(row[0]) for row in db.execute("PRAGMA quick_check") if row[0] != "ok"]


def look(path: Path) -> None:
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
        if len(os.fsencode(f"{path.name}-journal")) > LONGEST:
            raise trouble("long name", path, Doing.CREATING)


def _is_ours(db: Connection, path: Path) -> None:
    """Two numbers in the file's first page decide before any table is read."""
    version = _number(db, "user_version")
    if _number(db, "application_id") != APPLICATION_ID or version < 1:
        raise trouble("foreign", path, Doing.OPENING)
    if version > LATEST:
        raise trouble("newer", path, Doing.OPENING)


def _hold(db: Connection) -> None:
    """Takes the lock that lasts until closing."""
    for setting in SETTINGS:
        db.execute(f"PRAGMA {setting}")
    db.execute("BEGIN EXCLUSIVE")
    db.rollback()


def _try_writing(db: Connection) -> None:
    """A write that is taken back: is there a place for the journal?"""
    db.execute("BEGIN EXCLUSIVE")
    try:
        db.execute(f"PRAGMA user_version = {_number(db, 'user_version')}")
    finally:
        db.rollback()


def _is_whole(db: Connection, path: Path) -> None:
    if faults(db):
        raise trouble("damaged", path, Doing.OPENING)


def _has_nothing_else(db: Connection, path: Path) -> None:
    """Triggers and views would act when we read or write; tables of somebody else's are not ours to keep."""
    if strangers(db):
        raise trouble("strangers", path, Doing.OPENING)


def strangers(db: Connection) -> list[str]:
    """Names in the file that are not of our making."""
    found = db.execute(
        "SELECT type, name FROM sqlite_master WHERE type <> 'index' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return [name for kind, name in found if kind != "table" or name not in TABLES]


def _number(db: Connection, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def _settle(folder: Path) -> None:
    """Makes a file's new name survive a power cut, where that is possible: like SQLite, we go on where it is not."""
    with suppress(OSError):  # Windows does so by itself and cannot open a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
