"""The bytes of evidence (the tree and the files of an issued paper), each once, under their SHA-256.

Records, and so the history, name them by that hash alone. What has come here stays; a row that nothing names does no harm,
a name without its row is a fault that `verify` tells.
"""

import hashlib
from collections.abc import Iterable, Iterator

from app.domain.ledger.records import Record
from app.store.driver import Connection
from app.store.transaction import expect


def name(content: bytes) -> str:
    """Under what these bytes are kept."""
    return hashlib.sha256(content).hexdigest()


def put(db: Connection, contents: Iterable[bytes]) -> None:
    """Keeps these bytes, where they are not kept already, and reads them back."""
    for content in contents:
        sha256 = name(content)
        db.execute("INSERT INTO blobs (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING", (sha256, content))
        expect(get(db, sha256) == content, f"the bytes {sha256} did not arrive")


def get(db: Connection, sha256: str) -> bytes | None:
    """The bytes of this name; None where there are none, or others by now."""
    row = db.execute("SELECT content FROM blobs WHERE sha256 = ?", [sha256]).fetchone()
    return row[0] if row and name(row[0]) == sha256 else None


def names(db: Connection) -> list[str]:
    """What is kept, in the order of the names."""
    return [row[0] for row in db.execute("SELECT sha256 FROM blobs ORDER BY sha256")]


def missing(records: Iterable[Record], there: Iterable[str]) -> Iterator[tuple[Record, str]]:
    """Records that name bytes which are not there."""
    known = frozenset(there)
    return ((record, sha256) for record in records for sha256 in record.evidence if sha256 not in known)


def whole(db: Connection) -> list[str]:
    """The names whose bytes are still what the name says."""
    return [sha256 for sha256 in names(db) if get(db, sha256) is not None]
