"""sqlite-utils on a ledger's connection, for making tables. See driver.py for why it does nothing else."""

from sqlite_utils import Database, Migrations

from app.store.driver import Connection

__all__ = ["Database", "Migrations", "database"]


class _Sure(Database):
    """Knows what our SQLite can do, and so never tries it out in a transaction of ours."""

    supports_strict = True
    supports_on_conflict = True


def database(db: Connection) -> Database:
    """The same connection as sqlite-utils sees it."""
    return _Sure(db, recursive_triggers=False, execute_plugins=False, strict=True)
