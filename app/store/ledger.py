"""The ledger (台帳): one company's records and their history in one file, open for one writer.

`change`, `undo` and `redo` are one transaction each: the rows and the entry that tells of them. When they return, the entry
has been read back from a connection that had committed it. When they raise, the error says what is true: nothing of the step
is on disk, or (where the disk does not even answer) nobody knows yet. In both cases the next call starts on a fresh
connection, and what the disk then says counts.

`changing`, `undoing` and `redoing` are the same in slices (app/domain/slices.py). Stopped between two of them, nothing is written; and
until they are over, the ledger refuses everything else.

A ledger belongs to the thread that opened it; SQLite refuses any other.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.domain.ledger.company import Changes, Company
from app.domain.ledger.records import APPEND_ONLY, KIND_OF, Profile, Record
from app.domain.slices import Count, Work, finished, sliced
from app.domain.value import Value
from app.errors import ImportRefused, LedgerError
from app.passing import sweep
from app.store import blobs, codec, connection, lock, tables
from app.store.driver import Connection, sqlite
from app.store.examination import examine, place
from app.store.history import (
    CHANGE,
    LOAD,
    RECORD,
    REDO,
    UNDO,
    Delta,
    Entry,
    Key,
    entry_after,
    entry_with,
    inverse,
    payload_of,
)
from app.store.transaction import Broken, expect
from app.store.troubles import Doing, told, trouble

PROFILE = ("profile", Profile().id)
PASSES = 4
"""A step looks so many times at each of its rows: is it sound, what was there before, what to tell of it, into its table."""


class Step(Value):
    """What a step did: `company.after(step.put, step.drop)` is the company that the ledger now holds."""

    changes: Changes
    put: tuple[Record, ...] = ()
    drop: tuple[Key, ...] = ()


class _Doubt(Value):
    """A step that failed before anybody could tell whether it is on disk."""

    entry: Entry
    deltas: tuple[Delta, ...]


class Ledger:
    """An open ledger file. Use `make`, `create` or `open`; a context manager that closes it."""

    def __init__(self, path: Path, db: Connection) -> None:
        self.path = path
        self._db = db
        self._file = connection.identity(path)
        self._lock: int | None = None
        self._writable = True
        self._doubt: _Doubt | None = None
        self._owed: tuple[Delta, ...] = ()  # what came onto the disk when the caller could not be told
        self._under_way = False
        with self._reading():
            self._steps = tables.steps(db)
            last = tables.last_entry(db)
            if last is None:
                raise ValueError("a ledger begins with an entry")
            self._last = last

    @classmethod
    def create(cls, path: Path, profile: Profile = Profile()) -> "Ledger":  # noqa: B008 (frozen)
        """A new ledger where nothing is yet, of a company of which only this much is known."""
        return cls.begin(path, [profile], "台帳を作成")

    @classmethod
    def begin(cls, path: Path, records: Iterable[Record], label: str, evidence: Iterable[bytes] = ()) -> "Ledger":
        """A new ledger of these records, with a history that begins here."""
        deltas = tuple(Delta(None, record) for record in records)
        author = next(delta.after.author for delta in deltas if isinstance(delta.after, Profile))
        return cls.make(path, deltas, entry_after(None, deltas, who=author, label=label, act=LOAD), evidence=evidence)

    @classmethod
    def make(cls, path: Path, deltas: Iterable[Delta], *entries: Entry, evidence: Iterable[bytes] = ()) -> "Ledger":
        """A new ledger with these records, entries and bytes. It is read back and verified before it takes its name."""
        with connection.new_file(path) as passing:
            with connection.first_writing(passing) as db:
                tables.write(db, deltas, *entries, evidence=evidence)
            try:
                with cls.open(passing) as made:
                    expect(made._last == entries[-1] and not made.verify(), "the new file is not sound")
            except LedgerError as error:  # which would speak of the passing name
                raise error.__cause__ or Broken(error.what) from error
        try:
            return cls.open(path)
        except LedgerError as error:
            raise LedgerError(error.what, Doing.MADE.value, error.then) from error

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        """An existing ledger; LedgerError when it is not one, damaged, newer, in use or not writable."""
        connection.look(path)
        sweep(path.parent)
        cut_off = connection.was_cut_off(path)
        with told(path, Doing.OPENING):
            held = lock.hold(path)
            try:
                ledger = cls._opened(path, connection.open_file(path))
            except BaseException:
                lock.release(held)
                raise
        ledger._lock = held
        if cut_off and ledger.verify():
            ledger.close()
            raise trouble("damaged", path, Doing.OPENING)
        return ledger

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """An existing ledger to look at, where nothing can be written. Every change is refused."""
        ledger = cls._opened(path, connection.open_to_read(path))
        ledger._writable = False
        return ledger

    @classmethod
    def _opened(cls, path: Path, db: Connection) -> "Ledger":
        try:
            with told(path, Doing.OPENING):
                return cls(path, db)
        except BaseException:
            connection.close(db)
            raise

    def company(self, on: date | None = None) -> Company:
        """Everything the ledger says, as it stands on a day (today where none is named)."""
        kinds: dict[str, Any] = {}
        with self._reading():
            for record in tables.records(self._db):
                if isinstance(record, Profile):
                    kinds["profile"] = record
                else:
                    kinds.setdefault(KIND_OF[type(record)], {})[record.id] = record
        return Company(on=on or date.today(), **kinds)

    def change(self, label: str, put: Iterable[Record] = (), drop: Iterable[Key] = (), who: str = "") -> Step:
        """Drops these rows, then puts those. What stays as it was is left out; if that is all, nothing is written."""
        return finished(self.changing(label, put, drop, who))

    def changing(self, label: str, put: Iterable[Record] = (), drop: Iterable[Key] = (), who: str = "") -> Work[Step]:
        """As `change`, in slices."""
        after: dict[Key, Record | None] = dict.fromkeys(drop)
        records = tuple(put)
        count = Count(PASSES * (len(after) + len(records)))
        with self._alone():
            for some in sliced(records):
                after |= {(KIND_OF[type(record)], record.id): _readable(record) for record in some}
                yield count.more(some)
            if any(key[0] == PROFILE[0] and (key != PROFILE or record is None) for key, record in after.items()):
                raise ValueError("a company has exactly one profile")
            if any(key[0] in APPEND_ONLY for key in after):
                raise ValueError("append-only rows are recorded, not changed")
            with self._sensible(Doing.SAVING):
                found = yield from tables.finding(self._db, after, count)
            pairs = (Delta(found.get(key), record) for key, record in after.items())
            deltas = tuple(delta for delta in pairs if delta.before != delta.after)
            if not deltas:
                return self._told(label)
            return (yield from self._stepping(deltas, who, label, CHANGE, count=count))

    def record(self, label: str, put: Iterable[Record], who: str = "", evidence: Iterable[bytes] = ()) -> Step:
        """Puts new rows of append-only kinds, which no undo takes back, and the bytes that they name. ValueError for other rows."""
        return finished(self.recording(label, put, who, evidence))

    def recording(self, label: str, put: Iterable[Record], who: str = "", evidence: Iterable[bytes] = ()) -> Work[Step]:
        """As `record`, in slices."""
        records, contents = [_readable(record) for record in put], tuple(evidence)
        deltas = tuple(Delta(None, record) for record in records)
        count = Count(PASSES * len(deltas))
        with self._alone():
            with self._sensible(Doing.SAVING):
                old = yield from tables.finding(self._db, (delta.key for delta in deltas), count)
                there = {*blobs.names(self._db), *map(blobs.name, contents)}
            if old or any(delta.key[0] not in APPEND_ONLY for delta in deltas):
                raise ValueError("only new rows of append-only kinds are recorded")
            if any(blobs.missing(records, there)):
                raise ValueError("a record names bytes that nobody has")
            if not deltas:
                return self._told(label)
            return (yield from self._stepping(deltas, who, label, RECORD, evidence=contents, count=count))

    def undo(self, who: str = "") -> Step:
        """Takes the latest step back; a Step without rows when there is none."""
        return finished(self.undoing(who))

    def redo(self, who: str = "") -> Step:
        """Does again what was undone last; a Step without rows when there is none."""
        return finished(self.redoing(who))

    def undoing(self, who: str = "") -> Work[Step]:
        """As `undo`, in slices."""
        return self._going_back(self._steps.undo, UNDO, who)

    def redoing(self, who: str = "") -> Work[Step]:
        """As `redo`, in slices."""
        return self._going_back(self._steps.redo, REDO, who)

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

    def evidence(self, sha256: str) -> bytes | None:
        """The bytes that a record names; None where they are not there, or not what they were."""
        with self._reading():
            return blobs.get(self._db, sha256)

    def evidence_names(self) -> list[str]:
        """The names of all bytes that are kept."""
        with self._reading():
            return blobs.names(self._db)

    def history(self) -> list[Entry]:
        """All entries, oldest first."""
        with self._reading():
            return list(tables.entries(self._db))

    def verify(self) -> list[str]:
        """What is wrong, in Japanese: the file itself, the chain of entries, the tables against the entries."""
        self._is_free(Doing.READING)
        self._make_sure(Doing.READING)
        with told(self.path, Doing.READING):
            if faults := connection.faults(self._db):
                return [f"ファイル：内部の検査で異常が見つかりました（{fault}）。" for fault in faults]
            if names := connection.strangers(self._db):
                return [f"ファイル：まもり帳のものではない部品があります（{codec.shown('、'.join(names))}）。"]
            try:
                records = list(tables.records(self._db))
                return examine(tables.entries(self._db), records) + [
                    f"{place((KIND_OF[type(record)], record.id))}：確定したときの文やファイルがないか、変わっています（{sha256}）。"
                    for record, sha256 in blobs.missing(records, blobs.whole(self._db))
                ]
            except ImportRefused as refused:
                return [refused.what]

    def copy_to(self, path: Path) -> None:
        """The same ledger once more where nothing is yet, read back and verified before it takes its name.

        Also of a file that has been replaced or taken away: what is copied is what this program holds open.
        """
        self._is_free(Doing.READING)
        if connection.identity(self.path) == self._file:
            self._make_sure(Doing.READING)
        newest = (self._last, self._doubt.entry) if self._doubt else (self._last,)
        with connection.new_file(path) as passing:
            connection.copy(self._db, passing)
            with Ledger.read(passing) as made:
                expect(made._last in newest and not made.verify(), "the copy is not the same")

    @property
    def writable(self) -> bool:
        """Whether it was opened to be written to."""
        return self._writable

    def close(self) -> None:
        """Releases the file; not between the slices of a step."""
        self._is_free(Doing.SAVING)
        connection.close(self._db)
        lock.release(self._lock)
        self._lock = None

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _going_back(self, stack: list[tuple[int, str]], act: str, who: str) -> Work[Step]:
        with self._alone():
            with self._sensible(Doing.SAVING):
                if not stack:
                    return self._told("")
                seq, label = stack[-1]
                items = tables.entry(self._db, seq).items
                count = Count(PASSES * len(items))
                deltas = yield from inverse(items, count)
                found = yield from tables.finding(self._db, (delta.key for delta in deltas), count)
                if any(found.get(delta.key) != delta.before for delta in deltas):
                    raise ValueError("the tables are not as the entry left them")
            return (yield from self._stepping(deltas, who, label, act, undoes=seq, count=count))

    def _stepping(
        self,
        deltas: tuple[Delta, ...],
        who: str,
        label: str,
        act: str,
        undoes: int | None = None,
        evidence: tuple[bytes, ...] = (),
        *,
        count: Count,
    ) -> Work[Step]:
        payload = yield from payload_of(deltas, count)
        entry = entry_with(self._last, payload, who=who, label=label, act=act, undoes=undoes)
        if not self._writable:
            raise trouble("reading", self.path, Doing.SAVING)
        with told(self.path, Doing.SAVING):
            self._is_still_there(Doing.SAVING)
            if named := tables.named_by_evidence(self._db, (d.before for d in deltas if d.after is None and d.before)):
                raise _kept(named)
            try:
                yield from tables.writing(self._db, deltas, entry, evidence=evidence, count=count)
            except BaseException as error:
                self._doubt = _Doubt(entry, deltas)
                if isinstance(error, GeneratorExit):  # stopped: whoever stopped it hears if even that cannot be seen
                    self._make_sure(Doing.UNSURE)
                if not isinstance(error, Exception) or not self._is_saved_after_all(entry):
                    raise
            else:
                self._take(entry)
        return self._told(label, deltas)

    def _take(self, entry: Entry) -> None:
        """From here on it is saved."""
        self._last = entry
        self._steps.follow(entry.seq, entry.label, entry.act, entry.undoes)

    def _told(self, label: str, deltas: tuple[Delta, ...] = ()) -> Step:
        """What the caller must know: this step, and before it whatever is still owed."""
        news = {delta.key: delta.after for delta in (*self._owed, *deltas)}
        self._owed = ()
        return Step(
            Changes(label, frozenset(news)),
            put=tuple(after for after in news.values() if after),
            drop=tuple(key for key, after in news.items() if after is None),
        )

    def _is_saved_after_all(self, entry: Entry) -> bool:
        """Whether the step that failed is on disk all the same. LedgerError when that cannot be seen now."""
        self._make_sure(Doing.UNSURE)
        return self._last == entry

    def _make_sure(self, doing: Doing) -> None:
        """After a step that failed nothing is believed of the connection: it is made anew, and the disk says what is true."""
        if self._doubt is None:
            return
        try:
            self._is_still_there(doing)  # while it is not, the connection is all that can be copied from
            with suppress(sqlite.Error):
                self._db.close()
            self._db = connection.open_again(self.path)
            with told(self.path, doing):
                last = tables.last_entry(self._db)
            if last not in (self._last, self._doubt.entry):
                raise trouble("elsewhere", self.path, doing)
        except LedgerError as error:
            raise type(error)(error.what, doing.value, error.then) from error
        if last == self._doubt.entry:
            self._take(self._doubt.entry)
            self._owed += self._doubt.deltas
        self._doubt = None

    def _is_still_there(self, doing: Doing) -> None:
        """An open file can be moved away or replaced, and would be written to all the same."""
        if (now := connection.identity(self.path)) != self._file:
            raise trouble("replaced" if now else "missing", self.path, doing)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One step at a time: between the slices of one nobody writes another, nor reads what is half done."""
        self._is_free(Doing.SAVING)
        self._under_way = True
        try:
            yield
        finally:
            self._under_way = False

    def _is_free(self, doing: Doing) -> None:
        if self._under_way:
            raise trouble("under way", self.path, doing)

    @contextmanager
    def _reading(self, doing: Doing = Doing.READING) -> Iterator[None]:
        self._is_free(doing)
        with self._sensible(doing):
            yield

    @contextmanager
    def _sensible(self, doing: Doing) -> Iterator[None]:
        """A ledger that does not make sense to us is a damaged one, whatever the seals say."""
        self._make_sure(doing)
        with told(self.path, doing):
            try:
                yield
            except (ImportRefused, ValueError) as error:
                raise trouble("damaged", self.path, doing) from error


def _readable(record: Record) -> Record:
    """The record, once it is certain that the ledger could read it again; if not, the program made a mistake."""
    try:
        return codec.from_row(KIND_OF[type(record)], codec.to_row(record))
    except ImportRefused as refused:
        raise ValueError(refused.what) from refused


def _kept(name: str) -> LedgerError:
    """Whoever signed, or for whom a paper was made final, stays: evidence without its person is none."""
    return LedgerError(
        f"「{codec.shown(name)}」には、署名か確定した書類の記録があります。",
        "記録を守るため、消していません。台帳は元のままです。",
        "人なら退職日を入れてください。名簿から外れ、記録は残ります。",
    )
