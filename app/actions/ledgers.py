"""Opening, making and exchanging whole ledgers. The store is imported here, when it is first needed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.content import library
from app.desk import Desk
from app.domain.ledger.records import Issue, Profile, Record, changed
from app.errors import ImportRefused, LedgerError, NotWritable

if TYPE_CHECKING:
    from app.store.ledger import Ledger

ENDING = "mamori"
LONGEST = 220  # bytes of a new ledger's name, so that a number, the ending and SQLite's journal fit in 255


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
    with _to_read(path) as ledger:
        _write(ledger, target)


def dump_desk(desk: Desk, target: Path) -> None:
    """The same for the ledger that is open."""
    _write(desk.ledger, target)


def verify(path: Path) -> tuple[list[str], int]:
    """What is wrong with a ledger's file, history and tables, in words; and how many entries it has."""
    with _to_read(path) as ledger:
        return ledger.verify(), len(ledger.history())


def open_or_read(path: Path) -> Desk:
    """The same, or where nothing can be written the desk of a ledger that is only looked at. Raises LedgerError."""
    return Desk(_to_read(path), library.load(paths.CONTENT))


def _to_read(path: Path) -> "Ledger":
    """Open as always, so that it is locked and complete; where it cannot be written to, only for reading."""
    from app.store.ledger import Ledger

    try:
        return Ledger.open(path)
    except NotWritable:
        return Ledger.read(path)


def _write(ledger: "Ledger", target: Path) -> None:
    from app.documents.files import write_atomically
    from app.store import exchange

    if target.is_file() and (target.samefile(ledger.path) or not exchange.is_dump(_head(target))):
        raise ImportRefused(
            f"「{target.name}」は、まもり帳から書き出したファイルではないので、上書きしません。",
            "台帳も、そのファイルも、元のままです。",
            "別の名前を付けて、もう一度書き出してください。",
        )
    write_atomically(target, (piece.encode() for piece in exchange.pieces(ledger)))


def _head(target: Path) -> bytes:
    with target.open("rb") as file:
        return file.read(64)


def free_path(folder: Path, name: str) -> Path:
    """A path for a new ledger of this name that no file has yet."""
    from app.documents.files import make_folder, safe_file_name

    make_folder(folder)
    stem = safe_file_name(name).encode()[:LONGEST].decode(errors="ignore").rstrip(" .　")
    numbered = (folder / f"{stem}{'' if n == 1 else f'（{n}）'}.{ENDING}" for n in range(1, 1000))
    return next(path for path in numbered if not path.exists())


def file_name(desk: Desk) -> str:
    """The company's name as a file may be called."""
    from app.documents.files import safe_file_name

    return safe_file_name(desk.company.profile.name or "台帳")


def copy_into(desk: Desk, folder: Path, day: date) -> Path:
    """A copy of the open ledger under the company's name and the day; nothing is ever written over. Raises LedgerError."""
    path = free_path(folder, f"{file_name(desk)} 控え {day:%Y-%m-%d}")
    desk.ledger.copy_to(path)
    return path


def move_into(desk: Desk, folder: Path, reopen: Callable[[Path], bool]) -> Path | None:
    """The open ledger in another folder: copied and verified, opened there, and only then taken away from where it was."""
    old = desk.ledger.path
    path = free_path(folder, old.stem)
    desk.ledger.copy_to(path)
    if not reopen(path):
        return None
    old.unlink(missing_ok=True)
    return path


def go_on_in(desk: Desk, folder: Path) -> bool:
    """The open ledger goes on in another folder, for it cannot be written to where it is. Raises MamoriError.

    The copy is what the program holds open, whatever lies at its place by now. Where even that cannot be read (a stick that was
    pulled out), the records are written down from memory: False then, for history and the bytes of issued papers are not in it.
    """
    from app.store.ledger import Ledger

    path, whole = free_path(folder, desk.path.stem), True
    try:
        desk.ledger.copy_to(path)
    except LedgerError:
        records = (_alone(record) for record in desk.company.records())
        Ledger.begin(path, records, "開いていた内容から作り直し").close()
        whole = False
    desk.go_on_in(Ledger.open(path))
    return whole


def _alone(record: Record) -> Record:
    """The record without the bytes that it names."""
    return changed(record, tree_sha256="", docx_sha256="", pdf_sha256="") if isinstance(record, Issue) else record
