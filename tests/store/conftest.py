"""A new ledger, and a way to be nobody in particular."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from app.domain.ledger.records import Profile
from app.store.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "台帳.mamori", Profile(author="山田")) as ledger:
        yield ledger


@contextmanager
def _without_privileges() -> Iterator[None]:
    """Root may write anywhere, so the rights of files mean nothing to it; for a while we are somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def nobody() -> Callable[[], AbstractContextManager[None]]:
    return _without_privileges


def let_through(path: Path) -> None:
    """Lets others pass through the private folders that pytest made above a path, however many there are."""
    for folder in path.parents:
        if not folder.stat().st_mode & 0o077:
            folder.chmod(0o711)
