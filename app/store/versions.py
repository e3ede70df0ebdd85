"""By what a ledger is known: two numbers in its first page, read before anything else, and the names of its tables."""

from app.domain.ledger.records import KINDS

APPLICATION_ID = 0x4D414D4F  # "MAMO": written into the file so that it is known as ours
LATEST = 1  # how many migrations there are; a test keeps it so
TABLES = frozenset({*KINDS, "history", "_sqlite_migrations"})
