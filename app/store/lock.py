"""A second lock on an open ledger, which lasts although its file is read by other means.

SQLite locks with POSIX locks, and of those a process loses all as soon as it closes any other handle on the same file: a file
dialog that looks inside to guess a file's kind is enough. `flock` belongs to its own handle. Windows keeps locks by handle anyway.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path


class Taken(OSError):
    """Another program, or another window of this one, has the ledger open."""


def hold(path: Path) -> int | None:
    """Takes the lock; a handle to release it with, None where there are no such locks. Taken, or OSError."""
    if sys.platform == "win32":
        return None
    import fcntl

    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise Taken(errno.EWOULDBLOCK, "taken") from error
    except OSError:  # a place without such locks: SQLite's own must do
        os.close(handle)
        return None
    return handle


def release(handle: int | None) -> None:
    """Gives the lock back, after SQLite has closed the file."""
    if handle is not None:
        with suppress(OSError):
            os.close(handle)
