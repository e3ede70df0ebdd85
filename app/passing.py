"""Passing names: what a file is called while it is being written, and how those are found that a power cut left behind."""

import re
import secrets
import time
from contextlib import suppress
from pathlib import Path

_OURS = re.compile(r"\.mamoricho-[0-9a-f]{8}\.tmp(-journal)?")
OLD = 600
"""Seconds after which nobody is writing to it any more: what is being written was touched a moment ago."""


def passing(path: Path) -> Path:
    """A name beside the file that nothing else bears."""
    return path.with_name(f".mamoricho-{secrets.token_hex(4)}.tmp")


def sweep(folder: Path) -> None:
    """Takes away what was left behind in this folder under such a name. What cannot be taken away stays."""
    with suppress(OSError):
        for left in folder.iterdir():
            if _OURS.fullmatch(left.name) and left.is_file() and time.time() - left.stat().st_mtime > OLD:
                with suppress(OSError):
                    left.unlink()
