"""One transaction, from BEGIN to COMMIT, that knows when SQLite has ended it on its own.

On a full disk or a failing device SQLite may roll a transaction back by itself. Whatever is written after that is written
outside of any transaction, at once and for good. So the transaction must still be there when it is to be committed.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from app.store.driver import Connection, sqlite


class Broken(Exception):
    """A transaction did not do what it was told to, and SQLite did not say so."""


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All that is written in here, or nothing. If it raises, only a fresh connection can tell which."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        expect(db.in_transaction, "the transaction ended before it was committed")
        db.execute("COMMIT")
        expect(not db.in_transaction, "the transaction is still open")
    except BaseException:
        with suppress(sqlite.Error):  # SQLite may have rolled it back already
            db.rollback()
        raise


def expect(holds: bool, otherwise: str) -> None:
    """What must hold in a transaction, or Broken."""
    if not holds:
        raise Broken(otherwise)
