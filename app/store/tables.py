"""Records and history entries in and out of the tables."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields

from app.domain.ledger.records import KINDS, Record
from app.store import codec
from app.store.driver import Database
from app.store.history import Delta, Entry, Key, Steps

ENTRY_COLUMNS = ", ".join(field.name for field in fields(Entry))


def records(db: Database) -> Iterator[Record]:
    """Every record, kinds in the order of KINDS, each in the order in which it was first put: the order in memory too."""
    for kind in KINDS:
        for row in db.query(f'SELECT * FROM "{kind}" ORDER BY rowid'):
            yield codec.from_sql(kind, row)


def record(db: Database, key: Key) -> Record | None:
    """One record, None when it is not there."""
    kind, row_id = key
    rows = db.query(f'SELECT * FROM "{kind}" WHERE id = ?', [row_id])
    return next((codec.from_sql(kind, row) for row in rows), None)


def apply(db: Database, deltas: Iterable[Delta]) -> None:
    """Puts and drops records. What they refer to must be there at the end of the transaction, not sooner."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    for delta in deltas:
        kind, row_id = delta.key
        if delta.after is None:
            db.table(kind).delete(row_id)
        else:
            db.table(kind).upsert(codec.to_sql(delta.after), pk="id")


def entries(db: Database) -> Iterator[Entry]:
    """The history, oldest first."""
    for row in db.query(f"SELECT {ENTRY_COLUMNS} FROM history ORDER BY seq"):
        yield Entry(**row)


def entry(db: Database, seq: int) -> Entry:
    """The entry with this number."""
    return Entry(**next(iter(db.query(f"SELECT {ENTRY_COLUMNS} FROM history WHERE seq = ?", [seq]))))


def last_entry(db: Database) -> Entry | None:
    """The newest entry, None in a history that has not begun."""
    rows = db.query(f"SELECT {ENTRY_COLUMNS} FROM history ORDER BY seq DESC LIMIT 1")
    return next((Entry(**row) for row in rows), None)


def append(db: Database, entry: Entry) -> None:
    """Writes one more entry."""
    marks = ", ".join("?" for _ in fields(Entry))
    db.execute(f"INSERT INTO history ({ENTRY_COLUMNS}) VALUES ({marks})", astuple(entry))


def steps(db: Database) -> Steps:
    """What can be undone and redone, without reading the payloads."""
    steps = Steps()
    for seq, label, act, undoes in db.execute("SELECT seq, label, act, undoes FROM history ORDER BY seq"):
        steps.follow(seq, label, act, undoes)
    return steps
