"""Run under faults.c: for every fault at every place, do the ledger's words, the disk, the next edit and `verify` agree?

    scenarios.py NAME… [few | N] [careless]

A number says how many places are tried one by one before they grow sparse, 40 when none is given; "few" tries one error at
some places; "careless" puts in a writer that must be caught. Prints every disagreement, and
last how many places were tried.
"""

import contextlib
import errno
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Issue, Profile
from app.errors import LedgerError
from app.store import blobs, exchange, tables
from app.store import ledger as ledger_module
from app.store.ledger import Ledger, Step
from app.store.troubles import Doing
from tests.store.faults.injector import CALLS, Fault, Injector

BIG = [Asset(id=f"big{n}", note="あ" * 9000) for n in range(60)]
SMALL = Asset(id="small", name="金型図面")
PAPERS = [bytes([n]) * 90_000 for n in range(2)]
ISSUE = Issue(id="i1", form="f", docx_sha256=blobs.name(PAPERS[0]), pdf_sha256=blobs.name(PAPERS[1]))
OLDER = Path(__file__).parents[1] / "ledgers" / "v1.mamori"
TODAY = date.today()


@dataclass
class Round:
    """One ledger, one fault. `company` is what the ledger's words amount to."""

    path: Path
    injector: Injector
    fault: Fault
    company: Company = field(default_factory=lambda: Company(on=TODAY))
    wrong: list[str] = field(default_factory=list)
    fired: int = 0

    @contextlib.contextmanager
    def danger(self) -> Iterator[None]:
        """In here the device fails."""
        self.injector.arm(self.fault)
        try:
            yield
        finally:
            self.fired = self.injector.disarm()

    def attempt(self, what: str, act: Callable[[], Step]) -> str:
        """Does a step, and believes what is said of it: "saved", "refused" or "unsure"."""
        try:
            step = act()
        except LedgerError as error:
            return "unsure" if error.safe == Doing.UNSURE.value else "refused"
        except Exception:
            self.wrong.append(f"{what}: a traceback\n{traceback.format_exc()}")
            return "traceback"
        self.company = self.company.after(step.put, step.drop)
        return "saved"

    def check(self, path: Path, company: Company, when: str) -> None:
        """Whether the disk holds this company and verifies."""
        try:
            with Ledger.open(path) as ledger:
                if findings := ledger.verify():
                    self.wrong.append(f"{when}: {findings[0]}")
                if ledger.company() != company:
                    self.wrong.append(f"{when}: the disk is not as it was said")
        except Exception:
            self.wrong.append(f"{when}: cannot be opened\n{traceback.format_exc()}")


def _edits(round: Round, prepare: Callable[[Ledger], object], act: Callable[[Ledger], Step]) -> None:
    """A step in danger, then another while the danger lasts, then all is well again and work goes on."""
    with Ledger.open(round.path) as ledger:
        prepare(ledger)
        round.company = ledger.company()
        with round.danger():
            said = round.attempt("the step", lambda: act(ledger))
            told = round.company
            copy = _copy(round.path)
            if round.fault.forever:
                round.attempt("the step after it", lambda: ledger.change("次", [replace(SMALL, id="second")]))
        if said != "unsure":
            round.check(copy, told, f"at once after the step was {said}")
        said = round.attempt("the next edit", lambda: ledger.change("その次", [replace(SMALL, id="third")]))
        if said != "saved":
            round.wrong.append(f"the next edit, with all well again, was {said}")
        if findings := ledger.verify():
            round.wrong.append(f"before closing: {findings[0]}")
    round.check(round.path, round.company, "in the end")


def first_edit(round: Round) -> None:
    _edits(round, lambda _: None, lambda ledger: ledger.change("追加", [SMALL]))


def later_edit(round: Round) -> None:
    _edits(
        round,
        lambda ledger: ledger.change("前", [replace(SMALL, id="before")]),
        lambda ledger: ledger.change("追加", [SMALL], [("assets", "before")]),
    )


def big_edit(round: Round) -> None:
    _edits(round, lambda _: None, lambda ledger: ledger.change("大きな追加", BIG))


def issuing(round: Round) -> None:
    _edits(round, lambda _: None, lambda ledger: ledger.record("確定", [ISSUE], evidence=PAPERS))


def undo(round: Round) -> None:
    _edits(round, lambda ledger: ledger.change("追加", BIG[:9]), lambda ledger: ledger.undo())


def closing(round: Round) -> None:
    ledger = Ledger.open(round.path)
    round.attempt("the edit", lambda: ledger.change("追加", [SMALL]))
    round.company = ledger.company()
    with round.danger():
        try:
            ledger.close()
        except Exception:
            round.wrong.append(f"closing: a traceback\n{traceback.format_exc()}")
    round.check(round.path, round.company, "in the end")


def opening(round: Round) -> None:
    with Ledger.open(round.path) as ledger:
        round.company = ledger.company()
    _opening(round)


def migrating(round: Round) -> None:
    """A ledger of the first version is as it was, or as it is to be."""
    round.path.write_bytes(OLDER.read_bytes())
    shutil.copy(OLDER, other := round.path.with_name("other"))
    with Ledger.open(other) as ledger:
        round.company = ledger.company()
    other.unlink()
    _opening(round)


def _opening(round: Round) -> None:
    with round.danger():
        try:
            Ledger.open(round.path).close()
        except LedgerError:
            pass
        except Exception:
            round.wrong.append(f"opening: a traceback\n{traceback.format_exc()}")
    round.check(round.path, round.company, "in the end")


def _making(round: Round, make: Callable[[], Ledger], company: Company) -> None:
    round.path.unlink()
    said, made = "made", False
    with round.danger():
        try:
            make().close()
            made = True
        except LedgerError as error:
            said, made = error.safe, error.safe == Doing.MADE.value
        except Exception:
            round.wrong.append(f"making: a traceback\n{traceback.format_exc()}")
    if made:
        round.check(round.path, company, f"after 「{said}」")
    elif round.path.exists():
        round.wrong.append(f"refused, and yet there is a file: {said}")


def creating(round: Round) -> None:
    _making(
        round,
        lambda: Ledger.create(round.path, Profile(author="山田")),
        Company(on=TODAY, profile=Profile(author="山田")),
    )


def loading(round: Round) -> None:
    with Ledger.open(round.path) as ledger:
        ledger.change("追加", BIG[:5])
        ledger.undo()
        ledger.redo()
        ledger.record("確定", [ISSUE], evidence=PAPERS)
        text, company = exchange.dump(ledger), ledger.company()
    _making(round, lambda: exchange.load(text, round.path), company)


SCENARIOS = (creating, opening, migrating, first_edit, later_edit, big_edit, issuing, undo, loading, closing)


def _copy(path: Path) -> Path:
    """What is on disk now. Copied by another process: reading it here would drop SQLite's lock."""
    copy = path.parent.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    subprocess.run(["cp", "-r", path.parent, copy], check=True, env={"PATH": os.environ["PATH"]})
    return copy / path.name


def careless() -> None:
    """A writer as it once was: no transaction that is asserted, nothing read back, nothing proven after a failure."""

    def writing(db, deltas, *new, evidence=(), count):  # type: ignore[no-untyped-def]
        db.execute("BEGIN")
        with contextlib.suppress(Exception):
            yield from tables._applying(db, deltas, count)
        for one in new:
            tables._append(db, one)
        with contextlib.suppress(Exception):
            db.execute("COMMIT")

    ledger_module.tables.writing = writing
    Ledger._make_sure = lambda self, doing: None  # type: ignore[method-assign]


def rounds(scenario: Callable[[Round], None], dense: int, template: bytes, home: Path) -> Iterator[Round]:
    """This scenario with a fault at every place that it comes by, or at a few; where not even two are dense, with one error only."""
    folder = home / "ledger"
    injector = Injector(folder)
    errors = (errno.EIO,) if dense == 1 else (errno.EIO, errno.ENOSPC, errno.EACCES)
    for call, error, forever in itertools.product(CALLS, errors, (False, True)):
        for nth in _places(dense):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            path = folder / "台帳.mamori"
            path.write_bytes(template)
            done = Round(path, injector, Fault(call, nth, error, forever))
            scenario(done)
            if not done.fired:
                break
            yield done


def _places(dense: int) -> Iterator[int]:
    """The first so many places, and then ever fewer: of 1, it is 1, 2, 4, 8 …; of 40, it is 1, 2 … 40, 42 … 80, 83 …"""
    nth = 1
    while True:
        yield nth
        nth += max(1, nth // dense)


def main(*words: str) -> None:
    if "careless" in words:
        careless()
    dense = 1 if "few" in words else next((int(word) for word in words if word.isdecimal()), 40)
    tried = 0
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as home:
        first = Path(home) / "first"
        Ledger.create(first, Profile(author="山田")).close()
        for scenario in (one for one in SCENARIOS if one.__name__ in words):
            for done in rounds(scenario, dense, first.read_bytes(), Path(home)):
                tried += 1
                for wrong in done.wrong:
                    print(f"{scenario.__name__}, {done.fault}: {wrong}")
    print(f"tried {tried}")


if __name__ == "__main__":
    main(*sys.argv[1:])
