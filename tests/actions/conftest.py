"""A desk on a real ledger file: the sample company, copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.actions import ledgers
from app.desk import Desk
from app.store import connection


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What survives a power cut is tried in tests/store; here nobody waits for the disk."""
    settings = [setting for setting in connection.SETTINGS if not setting.startswith("synchronous")]
    monkeypatch.setattr(connection, "SETTINGS", (*settings, "synchronous = OFF"))


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the sample company; copy it before changing it."""
    path = tmp_path_factory.mktemp("sample") / "見本.mamori"
    ledgers.create_sample(path)
    return path


@pytest.fixture
def opened(sample_ledger: Path, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Opens the same copy again and again, as after a restart; the desk before is closed."""
    path = tmp_path / "みなと.mamori"
    shutil.copy(sample_ledger, path)
    desks: list[Desk] = []

    def again() -> Desk:
        if desks:
            desks.pop().close()
        desks.append(ledgers.open_ledger(path))
        return desks[-1]

    yield again
    for desk in desks:
        desk.close()


@pytest.fixture
def sample_desk(opened: Callable[[], Desk]) -> Desk:
    return opened()
