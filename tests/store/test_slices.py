"""A step of thousands of rows, slice by slice: stopped anywhere nothing is written, and nothing else slips in between."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.ledger.records import Asset, Place, Record
from app.domain.slices import Work, finished
from app.errors import LedgerError
from app.paths import PACKAGE
from app.store.ledger import Ledger, Step

ROWS: tuple[Record, ...] = tuple(
    record
    for n in range(600)
    for record in (Asset(id=f"a{n}", position=n, name=f"図面{n}"), Place(id=f"p{n}", asset=f"a{n}", where="棚"))
)
# Writes a step slice by slice and stops for good in the one that is named, in the middle of the transaction.
STOPS = """
import pathlib, sys, time
from app.store.ledger import Ledger
from tests.store.test_slices import ROWS
ledger = Ledger.open(pathlib.Path(sys.argv[1]))
for slice, _ in enumerate(ledger.changing("貼り付け", ROWS)):
    if ledger._db.in_transaction and slice >= int(sys.argv[2]):
        print(slice, flush=True)
        time.sleep(600)
"""


def as_it_is(ledger: Ledger) -> tuple[object, ...]:
    """All that the file says: every row of every table."""
    tables = [name for (name,) in ledger._db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    return tuple((table, ledger._db.execute(f'SELECT rowid, * FROM "{table}"').fetchall()) for table in tables)


def _paste(ledger: Ledger) -> Work[Step]:
    return ledger.changing("貼り付け", ROWS)


def _undo(ledger: Ledger) -> Work[Step]:
    ledger.change("貼り付け", ROWS)
    return ledger.undoing()


def _redo(ledger: Ledger) -> Work[Step]:
    ledger.change("貼り付け", ROWS)
    ledger.undo()
    return ledger.redoing()


@pytest.mark.parametrize("begin", [_paste, _undo, _redo])
def test_stopped_after_any_slice_nothing_is_written(ledger: Ledger, begin: Callable[[Ledger], Work[Step]]) -> None:
    work = begin(ledger)
    before, company = as_it_is(ledger), ledger.company()
    in_the_transaction = 0
    for slices in range(1, 200):
        work = ledger.changing("貼り付け", ROWS) if begin is _paste else getattr(ledger, f"{begin.__name__[1:]}ing")()
        if any(next(work, None) is None for _ in range(slices)):
            break
        in_the_transaction += ledger._db.in_transaction
        work.close()
        assert as_it_is(ledger) == before and ledger.company() == company
    assert slices > 8 and in_the_transaction > 3
    assert as_it_is(ledger) != before and ledger.verify() == []  # that one came to its end


def test_it_says_how_far_it_is_and_comes_to_its_end(ledger: Ledger) -> None:
    told = list(ledger.changing("貼り付け", ROWS))
    assert [done.number for done in told] == sorted({done.number for done in told})
    assert {done.total for done in told} == {told[-1].number}
    assert len(ledger.company().assets) == 600 and ledger.undo_label == "貼り付け"


@pytest.mark.parametrize("slices", [1, 6, 14])
def test_in_between_nobody_writes_or_reads_what_is_half_done(ledger: Ledger, slices: int) -> None:
    work = ledger.changing("貼り付け", ROWS)
    for _ in range(slices):
        next(work)
    for act in (
        lambda: ledger.change("記入", [Asset(id="b")]),
        ledger.undo,
        ledger.redo,
        ledger.company,
        ledger.history,
        ledger.verify,
        lambda: ledger.copy_to(ledger.path.with_name("写し")),
        lambda: ledger.record("確定", []),
        ledger.close,
    ):
        with pytest.raises(LedgerError, match="別の書込み"):
            act()
    finished(work)
    assert len(ledger.company().assets) == 600
    ledger.change("記入", [Asset(id="b")])
    assert [entry.label for entry in ledger.history()][1:] == ["貼り付け", "記入"] and ledger.verify() == []


@pytest.mark.parametrize("slices", [0, 14, 16])
def test_killed_in_the_middle_nothing_is_written(ledger: Ledger, tmp_path: Path, slices: int) -> None:
    before = as_it_is(ledger)
    path = ledger.path
    ledger.close()
    command = [sys.executable, "-c", STOPS, str(path), str(slices)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PACKAGE.parent) as child:
        assert child.stdout and child.stdout.readline().strip(), "it never came so far"
        child.kill()
    with Ledger.open(path) as again:
        assert as_it_is(again) == before and again.verify() == []
