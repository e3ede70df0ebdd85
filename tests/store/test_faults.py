"""A device that fails at any place: what the ledger says, what is on disk, what the next edit does and `verify` agree.

The scenarios run in a process of their own, in which calls of the system can be made to fail (faults/).
"""

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ledger.records import Asset
from app.domain.slices import Count, Work
from app.errors import LedgerError
from app.store import tables
from app.store.driver import Connection
from app.store.history import Delta, Entry
from app.store.ledger import Ledger
from app.store.troubles import Doing
from tests.store.faults import injector

SCENARIOS = injector.HERE / "scenarios.py"
DENSE = 40
FILM = Asset(id="a1", name="加工条件表")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = injector.build(tmp_path_factory.mktemp("faults"))
    if made is None:
        pytest.skip("needs Linux and a C compiler: the calls of the system are made to fail by a small library")
    return made


def disagreements(library: Path, *words: str) -> list[str]:
    *wrong, last = injector.run(library, SCENARIOS, *words).splitlines()
    assert int(last.removeprefix("tried ")) >= 6, "the library does not bite"
    return wrong


def test_whatever_call_fails_what_is_said_is_true(library: Path) -> None:
    assert disagreements(library, "creating", "first_edit", "issuing", "migrating", "few") == []


def test_the_scenarios_catch_a_writer_that_proves_nothing(library: Path) -> None:
    wrong = "\n".join(disagreements(library, "first_edit", "few", "careless"))
    assert "the disk is not as it was said" in wrong


@pytest.mark.long
@pytest.mark.parametrize(
    "scenario",
    [
        "creating",
        "opening",
        "migrating",
        "first_edit",
        "later_edit",
        "big_edit",
        "issuing",
        "undo",
        "loading",
        "closing",
    ],
)
def test_whatever_call_fails_whenever_and_however(library: Path, scenario: str, share: float) -> None:
    assert disagreements(library, scenario, str(max(2, round(DENSE * share)))) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB, which only root can make."""
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.long
@pytest.mark.parametrize("free", range(5))
def test_work_goes_on_after_a_full_disk_and_nothing_is_lost(small_disk: Path, free: int) -> None:
    """Nothing but the very first edit of a session meets the full disk, with this many blocks left."""
    path, filler = small_disk / "台帳.mamori", small_disk / "filler"
    Ledger.create(path).close()
    with Ledger.open(path) as ledger:
        _fill(filler, free)
        company = ledger.company()
        try:
            company = company.after(ledger.change("一", [FILM]).put)
        except LedgerError as error:
            assert "空きが足りません" in error.what
        filler.unlink()
        for n in range(9):
            step = ledger.change("次", [replace(FILM, id=f"b{n}")])
            company = company.after(step.put, step.drop)
        assert ledger.verify() == []
    with Ledger.open(path) as ledger:
        assert ledger.company() == company and ledger.verify() == []


def _fill(filler: Path, free: int) -> None:
    with open(filler, "wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4096))
            except OSError:
                break
        file.truncate(max(0, file.tell() - free * 4096))


def _failing(
    monkeypatch: pytest.MonkeyPatch, committed: bool, error: BaseException, then: Callable[[], object] = lambda: None
) -> None:
    """The next step breaks down, before or after it was committed, and something else happens."""
    writing = tables.writing

    def breaks(
        db: Connection, deltas: tuple[Delta, ...], *entries: Entry, evidence: Iterable[bytes], count: Count
    ) -> Work[None]:
        monkeypatch.setattr(tables, "writing", writing)
        if committed:
            yield from writing(db, deltas, *entries, evidence=evidence, count=count)
        then()
        raise error

    monkeypatch.setattr(tables, "writing", breaks)


def test_a_step_that_failed_but_is_on_disk_is_saved(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    _failing(monkeypatch, True, OSError("at the last moment"))
    assert ledger.change("追加", [FILM]).put == (FILM,)
    assert ledger.undo_label == "追加" and len(ledger.history()) == 2
    ledger.undo()
    assert ledger.verify() == []


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
@pytest.mark.parametrize("committed", [True, False])
def test_while_nobody_can_tell_nothing_is_claimed_and_the_next_step_brings_the_truth(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, committed: bool
) -> None:
    away = ledger.path.with_name("away")
    _failing(monkeypatch, committed, OSError("gone"), lambda: ledger.path.rename(away))
    with pytest.raises(LedgerError) as caught:
        ledger.change("追加", [FILM])
    assert caught.value.safe == Doing.UNSURE.value
    with pytest.raises(LedgerError, match="見つかりません"):
        ledger.company()
    away.rename(ledger.path)
    step = ledger.change("同じまま")  # which writes nothing, and yet tells what has come to light
    assert step.put == ((FILM,) if committed else ())
    assert (FILM.id in ledger.company().assets) == committed
    assert ledger.verify() == []


def test_a_step_broken_off_with_ctrl_c_is_found_out_by_the_next(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing(monkeypatch, True, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        ledger.change("追加", [FILM])
    step = ledger.undo()
    assert step.drop == (("assets", "a1"),) and not ledger.company().assets and ledger.verify() == []


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
def test_a_ledger_that_another_file_has_replaced_is_not_written_to(ledger: Ledger) -> None:
    ledger.change("前", [FILM])
    copy = ledger.path.with_name("copy")
    copy.write_bytes(b"x")
    copy.replace(ledger.path)
    with pytest.raises(LedgerError, match="ファイルが入れ替わっています") as caught:
        ledger.change("後", [replace(FILM, name="新")])
    assert "保存されていません" in caught.value.safe and ledger.undo_label == "前"
