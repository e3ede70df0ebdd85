"""A ledger and a dump of every version there has been (ledgers/) open today, whole, and say the same."""

import json
import shutil
from pathlib import Path

import pytest

from app.errors import LedgerError
from app.store import exchange
from app.store.ledger import Ledger

KEPT = Path(__file__).with_name("ledgers")
VERSIONS = sorted(int(path.stem.removeprefix("v")) for path in KEPT.glob("v*.mamori"))


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def kept(version: int, tmp_path: Path) -> Path:
    """A copy, for opening it may change it."""
    return Path(shutil.copy(KEPT / f"v{version}.mamori", tmp_path / "台帳.mamori"))


def text(version: int) -> str:
    return exchange.read(KEPT / f"v{version}.json")


def test_it_opens_whole_with_the_history_that_it_had(version: int, kept: Path) -> None:
    written = json.loads(text(version))
    with Ledger.open(kept) as ledger:
        assert ledger.verify() == []
        assert [entry.hash for entry in ledger.history()] == [entry["hash"] for entry in written["history"]]
        company = ledger.company()
        assert (len(company.issues), len(company.signatures)) == (2, 1)
        assert list(company.assets) == [row["id"] for row in written["company"]["assets"]]
        ledger.redo()
        ledger.undo()
        assert ledger.verify() == []


def test_its_dump_loads_into_the_same_ledger(version: int, kept: Path, tmp_path: Path) -> None:
    with Ledger.open(kept) as ledger, exchange.load(text(version), tmp_path / "新") as loaded:
        assert loaded.verify() == []
        assert exchange.dump(loaded) == exchange.dump(ledger)
        assert loaded.company() == ledger.company()


def test_a_kept_ledger_that_was_tampered_with_does_not_open(kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)
    with pytest.raises(LedgerError, match="こわれています"):
        Ledger.open(kept)
