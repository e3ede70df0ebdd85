"""Opening, making and exchanging whole ledgers. The store is imported here, when it is first needed."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.content import library
from app.desk import Desk
from app.domain.ledger.records import Profile

if TYPE_CHECKING:
    from app.store.ledger import Ledger

ENDING = "mamori"


def open_ledger(path: Path) -> Desk:
    """The desk of an existing ledger. Raises LedgerError."""
    from app.store.ledger import Ledger

    return Desk(Ledger.open(path), library.load(paths.CONTENT))


def create(path: Path, profile: Profile) -> None:
    """A new ledger of a new company. An existing file is never written over."""
    from app.store.ledger import Ledger

    Ledger.create(path, profile).close()


def create_sample(path: Path, author: str = "") -> None:
    """The sample company as a new ledger."""
    from app.store.ledger import Ledger

    load(paths.SAMPLE, path)
    if author:
        with Ledger.open(path) as ledger:
            profile = ledger.company().profile
            ledger.change("記録する人", (replace(profile, author=author),), (), author)


def load(source: Path, path: Path) -> None:
    """Make a new ledger from an exchange file. Raises ImportRefused, and then there is no new file."""
    from app.store import exchange

    exchange.load(exchange.read(source), path).close()


def dump(path: Path, target: Path) -> None:
    """Write a ledger out as one exchange file, readable by anyone. An existing file is replaced as a whole."""
    from app.store.ledger import Ledger

    with Ledger.open(path) as ledger:
        _write(ledger, target)


def dump_desk(desk: Desk, target: Path) -> None:
    """The same for the ledger that is open."""
    _write(desk.ledger, target)


def verify(path: Path) -> tuple[list[str], int]:
    """What is wrong with a ledger's file, history and tables, in words; and how many entries it has."""
    from app.store.ledger import Ledger

    with Ledger.open(path) as ledger:
        return ledger.verify(), len(ledger.history())


def _write(ledger: "Ledger", target: Path) -> None:
    from app.documents.files import write_atomically
    from app.store import exchange

    write_atomically(target, exchange.dump(ledger).encode())


def free_path(folder: Path, name: str) -> Path:
    """A path for a new ledger of this name that no file has yet."""
    from app.documents.files import make_folder, safe_file_name

    make_folder(folder)
    stem = safe_file_name(name)
    numbered = (folder / f"{stem}{'' if n == 1 else f'（{n}）'}.{ENDING}" for n in range(1, 1000))
    return next(path for path in numbered if not path.exists())


def file_name(desk: Desk) -> str:
    """The company's name as a file may be called."""
    from app.documents.files import safe_file_name

    return safe_file_name(desk.company.profile.name or "台帳")
