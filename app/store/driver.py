"""SQLite with encrypted pages, and sqlite-utils working on it where tables are made.

Rows are read and written through the plain connection: sqlite-utils asks SQLite what it can do by making a table inside
whatever transaction is open, takes a failure of that for an answer, and goes on. `Database` answers for it. It is imported
where a ledger is made or brought up to date; opening one does not wait for it.

sqlite-utils looks for a module called pysqlite3 before it takes the standard one, so sqlcipher3 is offered to it under
that name. Everything in this room takes `sqlite` from here: two SQLite libraries on one file would lose each other's locks.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as sqlite  # the same DB-API; sqlcipher3 brings no types of its own
else:
    import sqlcipher3
    from sqlcipher3 import dbapi2 as sqlite

    sys.modules["pysqlite3"] = sqlcipher3
    sys.modules["pysqlite3.dbapi2"] = sqlite

Connection = sqlite.Connection

__all__ = ["Connection", "sqlite"]
