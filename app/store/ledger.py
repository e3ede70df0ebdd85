"""The ledger (台帳): one company's records and their history in one file, open for one writer.

`change`, `undo` and `redo` are one transaction each: the rows and the entry that tells of them. When they return, it is
on disk. When they raise, nothing of it is, and the ledger goes on as before.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.ledger.company import Changes, Company
from app.domain.ledger.records import APPEND_ONLY, KIND_OF, Profile, Record
from app.errors import ImportRefused
from app.store import codec, connection, tables
from app.store.driver import Database
from app.store.examination import examine
from app.store.history import CHANGE, LOAD, RECORD, REDO, UNDO, Delta, Entry, Key, entry_after
from app.store.troubles import Doing, told, trouble

PROFILE = ("profile", Profile().id)


@dataclass(frozen=True)
class Step:
    """What a step did: `company.after(step.put, step.drop)` is the company that the ledger now holds."""

    changes: Changes
    put: tuple[Record, ...] = ()
    drop: tuple[Key, ...] = ()


class Ledger:
    """An open ledger file. Use `create` or `open`; a context manager that closes it."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db
        with self._reading():
            self._steps = tables.steps(db)
            last = tables.last_entry(db)
            if last is None:
                raise ValueError("a ledger begins with an entry")
            self._last = last

    @classmethod
    def create(cls, path: Path, profile: Profile = Profile()) -> "Ledger":  # noqa: B008 (frozen)
        """A new ledger where nothing is yet, of a company of which only this much is known."""
        with connection.new_file(path) as db:
            start = (Delta(None, profile),)
            write(db, start, entry_after(None, start, who=profile.author, label="台帳を作成", act=LOAD))
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        """An existing ledger; LedgerError when it is not one, damaged, newer, in use or not writable."""
        db = connection.open_file(path)
        try:
            return cls(path, db)
        except BaseException:
            connection.close(db)
            raise

    def company(self) -> Company:
        """Everything the ledger says."""
        kinds: dict[str, Any] = {}
        with self._reading():
            for record in tables.records(self._db):
                if isinstance(record, Profile):
                    kinds["profile"] = record
                else:
                    kinds.setdefault(KIND_OF[type(record)], {})[record.id] = record
        return Company(**kinds)

    def change(self, label: str, put: Iterable[Record] = (), drop: Iterable[Key] = (), who: str = "") -> Step:
        """Drops these rows, then puts those. What stays as it was is left out; if that is all, nothing is written."""
        after: dict[Key, Record | None] = dict.fromkeys(drop)
        after |= {(KIND_OF[type(record)], record.id): _readable(record) for record in put}
        if any(key[0] == PROFILE[0] and (key != PROFILE or record is None) for key, record in after.items()):
            raise ValueError("a company has exactly one profile")
        if any(key[0] in APPEND_ONLY for key in after):
            raise ValueError("append-only rows are recorded, not changed")
        with self._reading():
            pairs = [Delta(tables.record(self._db, key), record) for key, record in after.items()]
        deltas = tuple(delta for delta in pairs if delta.before != delta.after)
        return self._step(deltas, who, label, CHANGE) if deltas else Step(Changes(label))

    def record(self, label: str, put: Iterable[Record], who: str = "") -> Step:
        """Puts new rows of append-only kinds, which no undo takes back. ValueError for any other row."""
        deltas = tuple(Delta(None, _readable(record)) for record in put)
        with self._reading():
            old = [delta for delta in deltas if tables.record(self._db, delta.key)]
        if old or any(delta.key[0] not in APPEND_ONLY for delta in deltas):
            raise ValueError("only new rows of append-only kinds are recorded")
        return self._step(deltas, who, label, RECORD) if deltas else Step(Changes(label))

    def undo(self, who: str = "") -> Step:
        """Takes the latest step back; a Step without rows when there is none."""
        return self._back(self._steps.undo, UNDO, who)

    def redo(self, who: str = "") -> Step:
        """Does again what was undone last; a Step without rows when there is none."""
        return self._back(self._steps.redo, REDO, who)

    @property
    def undo_label(self) -> str:
        """The name of the step that `undo` would take back, "" when there is none."""
        return self._steps.undo[-1][1] if self._steps.undo else ""

    @property
    def redo_label(self) -> str:
        """The name of the step that `redo` would do again, "" when there is none."""
        return self._steps.redo[-1][1] if self._steps.redo else ""

    @property
    def saved_at(self) -> datetime:
        """When the newest entry was written."""
        return datetime.fromisoformat(self._last.at)

    def history(self) -> list[Entry]:
        """All entries, oldest first."""
        with self._reading():
            return list(tables.entries(self._db))

    def verify(self) -> list[str]:
        """What is wrong, in Japanese: the file itself, the chain of entries, the tables against the entries."""
        with told(self.path, Doing.READING):
            if faults := connection.faults(self._db):
                return [f"ファイル：内部の検査で異常が見つかりました（{fault}）。" for fault in faults]
            try:
                return examine(tables.entries(self._db), list(tables.records(self._db)))
            except ImportRefused as refused:
                return [refused.what]

    def close(self) -> None:
        """Releases the file."""
        connection.close(self._db)

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _back(self, stack: list[tuple[int, str]], act: str, who: str) -> Step:
        if not stack:
            return Step(Changes(""))
        seq, label = stack[-1]
        with self._reading():
            deltas = tuple(delta.inverse for delta in tables.entry(self._db, seq).deltas)
            if any(tables.record(self._db, delta.key) != delta.before for delta in deltas):
                raise ValueError("the tables are not as the entry left them")
        return self._step(deltas, who, label, act, undoes=seq)

    def _step(self, deltas: tuple[Delta, ...], who: str, label: str, act: str, undoes: int | None = None) -> Step:
        if not self.path.exists():  # on Linux an open file can be deleted, and would be written to all the same
            raise trouble("missing", self.path, Doing.SAVING)
        entry = entry_after(self._last, deltas, who=who, label=label, act=act, undoes=undoes)
        with told(self.path, Doing.SAVING):
            write(self._db, deltas, entry)
        self._last = entry  # from here on it is saved
        self._steps.follow(entry.seq, label, act, undoes)
        return Step(
            Changes(label, frozenset(delta.key for delta in deltas)),
            put=tuple(delta.after for delta in deltas if delta.after),
            drop=tuple(delta.key for delta in deltas if delta.after is None),
        )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """A ledger that does not make sense to us is a damaged one, whatever the seals say."""
        with told(self.path, Doing.READING):
            try:
                yield
            except (ImportRefused, ValueError) as error:
                raise trouble("damaged", self.path, Doing.READING) from error


def write(db: Database, deltas: Iterable[Delta], entry: Entry) -> None:
    """The rows and their entry, both or neither."""
    with db.atomic():
        tables.apply(db, deltas)
        tables.append(db, entry)


def _readable(record: Record) -> Record:
    """The record, once it is certain that the ledger could read it again; if not, the program made a mistake."""
    try:
        return codec.from_row(KIND_OF[type(record)], codec.to_row(record))
    except ImportRefused as refused:
        raise ValueError(refused.what) from refused
