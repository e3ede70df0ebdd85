"""Records and history entries in and out of the tables. What is written is counted: a row that did not arrive is Broken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from functools import cache
from typing import Any

from app.domain.ledger.records import EVIDENCE, KINDS, Partner, Person, Record
from app.domain.slices import Count, Work, finished, sliced
from app.store import blobs, codec
from app.store.driver import Connection
from app.store.history import Delta, Entry, Key, Steps
from app.store.transaction import expect, transaction

ENTRY_FIELDS = tuple(field.name for field in fields(Entry))
ENTRY_COLUMNS = ", ".join(ENTRY_FIELDS)


def records(db: Connection) -> Iterator[Record]:
    """Every record, kinds in the order of KINDS, each in the order in which it was first put: the order in memory too."""
    for kind in KINDS:
        for row in db.execute(f'SELECT {_columns(kind)} FROM "{kind}" ORDER BY rowid'):
            yield _record(kind, row)


def finding(db: Connection, keys: Iterable[Key], count: Count) -> Work[Mapping[Key, Record]]:
    """The records with these keys, as far as they are there."""
    found: dict[Key, Record] = {}
    for kind, ids in _by_kind(keys).items():
        for some in sliced(ids):
            marks = ", ".join("?" for _ in some)
            rows = db.execute(f'SELECT {_columns(kind)} FROM "{kind}" WHERE id IN ({marks})', some).fetchall()
            found |= {(kind, one.id): one for one in (_record(kind, row) for row in rows)}
            yield count.more(some)
    return found


def write(db: Connection, deltas: Iterable[Delta], *new: Entry, evidence: Iterable[bytes] = ()) -> None:
    """As `writing`, all at once."""
    each = tuple(deltas)
    finished(writing(db, each, *new, evidence=evidence, count=Count(len(each))))


def writing(
    db: Connection, deltas: Sequence[Delta], *new: Entry, evidence: Iterable[bytes] = (), count: Count
) -> Work[None]:
    """Records, the bytes that they name, and the entries that tell of them, in one transaction, and then read back.

    Stopped before its end, it takes everything back. If it raises, ask the disk.
    """
    with transaction(db):
        blobs.put(db, evidence)
        yield from _applying(db, deltas, count)
        for one in new:
            _append(db, one)
    expect(last_entry(db) == new[-1], "the entry is not the last one")


def _applying(db: Connection, deltas: Sequence[Delta], count: Count) -> Work[None]:
    """Puts and drops records. What they refer to must be there at the end of the transaction, not sooner."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    drop = _by_kind(delta.key for delta in deltas if delta.after is None)
    for kind in reversed(tuple(KINDS)):  # first what hangs on an asset: SQLite looks for it at every asset that goes
        for gone in sliced(drop.get(kind, [])):
            _every(db, f'DELETE FROM "{kind}" WHERE id = ?', [(row_id,) for row_id in gone])
            yield count.more(gone)
    put: dict[str, list[Record]] = {}
    for delta in deltas:
        if delta.after is not None:
            put.setdefault(delta.key[0], []).append(delta.after)
    for kind, records in put.items():
        for some in sliced(records):
            _every(db, _upsert(kind), [tuple(codec.to_sql(one).values()) for one in some])
            yield count.more(some)


def _by_kind(keys: Iterable[Key]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for kind, row_id in keys:
        ids.setdefault(kind, []).append(row_id)
    return ids


def named_by_evidence(db: Connection, gone: Iterable[Record]) -> str:
    """The name of one of these people and partners whom a signature or an issued paper names, "" where none does."""
    names = {record.id: record.name for record in gone if isinstance(record, Person | Partner)}
    for kind in EVIDENCE if names else ():
        for (subject,) in db.execute(f'SELECT DISTINCT subject FROM "{kind}"'):
            if subject in names:
                return names[subject]
    return ""


def entries(db: Connection) -> Iterator[Entry]:
    """The history, oldest first."""
    for row in db.execute(f"SELECT {ENTRY_COLUMNS} FROM history ORDER BY seq"):
        yield _entry(row)


def entry(db: Connection, seq: int) -> Entry:
    """The entry with this number."""
    return _entry(db.execute(f"SELECT {ENTRY_COLUMNS} FROM history WHERE seq = ?", [seq]).fetchone())


def last_entry(db: Connection) -> Entry | None:
    """The newest entry, None in a history that has not begun."""
    row = db.execute(f"SELECT {ENTRY_COLUMNS} FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    return _entry(row) if row else None


def steps(db: Connection) -> Steps:
    """What can be undone and redone, without reading the payloads."""
    steps = Steps()
    for seq, label, act, undoes in db.execute("SELECT seq, label, act, undoes FROM history ORDER BY seq"):
        steps.follow(seq, label, act, undoes)
    return steps


def _append(db: Connection, new: Entry) -> None:
    marks = ", ".join("?" for _ in ENTRY_FIELDS)
    _every(db, f"INSERT INTO history ({ENTRY_COLUMNS}) VALUES ({marks})", [astuple(new)])


def _every(db: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    done = db.executemany(statement, rows).rowcount
    expect(done == len(rows), f"{done} of {len(rows)} rows: {statement}")


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(**dict(zip(ENTRY_FIELDS, row, strict=True)))


def _record(kind: str, row: tuple[Any, ...]) -> Record:
    return codec.from_sql(kind, dict(zip(_names(kind), row, strict=True)))


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(column.name for column in codec.columns(KINDS[kind]))


@cache
def _columns(kind: str) -> str:
    return ", ".join(f'"{name}"' for name in _names(kind))


@cache
def _upsert(kind: str) -> str:
    marks = ", ".join("?" for _ in _names(kind))
    anew = ", ".join(f'"{name}" = excluded."{name}"' for name in _names(kind) if name != "id")
    return f'INSERT INTO "{kind}" ({_columns(kind)}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {anew}'
