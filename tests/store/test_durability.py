"""The program killed, the file damaged, two programs at once: what was acknowledged is there, what is wrong is noticed.

Each checker is also shown something bad, which it must catch: a checker that passes everything is worth nothing.
"""

import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ledger.records import Asset, Profile
from app.errors import LedgerError
from app.paths import PACKAGE
from app.store import connection, exchange
from app.store.ledger import Ledger

# A writer that says the number of each change as soon as the ledger has acknowledged it.
GOOD_WRITER = """
import itertools, pathlib, sys
from app.domain.ledger.records import Asset
from app.store.ledger import Ledger
ledger = Ledger.open(pathlib.Path(sys.argv[1]))
start = len(ledger.history())
for n in itertools.count(start):
    ledger.change(f"第{n}回", [Asset(id=f"a{n % 50}", position=n, note="控え" * (n % 300))], who="山田")
    if n % 7 == 0:
        ledger.undo("山田"), ledger.redo("山田")
    print(n, flush=True)
"""
# The same, but what it acknowledges waits in one large transaction.
BAD_WRITER = """
import contextlib, itertools, pathlib, sys
from app.domain.ledger.records import Asset
from app.store import tables
from app.store.ledger import Ledger
ledger = Ledger.open(pathlib.Path(sys.argv[1]))
start = len(ledger.history())
tables.transaction = lambda db: contextlib.nullcontext()
for batch in itertools.count():
    ledger._db.execute("BEGIN")
    for n in range(start + 40 * batch, start + 40 * batch + 40):
        ledger.change(f"第{n}回", [Asset(id=f"a{n % 50}", position=n)], who="山田")
        print(n, flush=True)
    ledger._db.execute("COMMIT")
"""


def kill_while_writing(path: Path, writer: str, moment: float) -> int:
    """Kills a writer a moment after its first change; the number of the last change it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-c", writer, str(path)], stdout=subprocess.PIPE, text=True, cwd=PACKAGE.parent
    )
    assert child.stdout
    said = child.stdout.readline()
    time.sleep(moment)
    child.kill()
    said += child.stdout.read()
    child.wait()
    child.stdout.close()
    whole_lines = said.split("\n")[:-1]  # the last one may be half a number
    return int(whole_lines[-1])


def lost(path: Path, acknowledged: int) -> str:
    """What is wrong after a kill: the ledger unsound, or the acknowledged change missing. Empty when all is well."""
    with Ledger.open(path) as ledger:
        if findings := ledger.verify():
            return findings[0]
        there = max((int(entry.label[1:-1]) for entry in ledger.history()[1:]), default=0)
    return "" if there >= acknowledged else f"acknowledged {acknowledged}, there are {there}"


def survive(path: Path, rounds: int) -> None:
    moments = random.Random(20261117)
    for number in range(rounds):
        acknowledged = kill_while_writing(path, GOOD_WRITER, moments.uniform(0, 0.15))
        assert not lost(path, acknowledged), f"round {number}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "台帳"
    Ledger.create(path, Profile(author="山田")).close()
    return path


def test_no_acknowledged_change_is_lost_when_the_program_is_killed(path: Path) -> None:
    survive(path, rounds=10)


@pytest.mark.long
def test_no_acknowledged_change_is_lost_in_many_kills(path: Path, share: float) -> None:
    survive(path, rounds=max(20, round(200 * share)))


def test_the_checker_catches_a_writer_that_acknowledges_too_early(path: Path) -> None:
    losses = [lost(path, kill_while_writing(path, BAD_WRITER, 0.02 + 0.01 * n)) for n in range(4)]
    assert any("acknowledged" in loss for loss in losses)


def test_a_kill_leaves_no_lock_behind_and_until_then_there_is_one(path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", GOOD_WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=PACKAGE.parent
    )
    assert holder.stdout
    try:
        holder.stdout.readline()
        for _ in range(3):
            with pytest.raises(LedgerError, match="別の画面かほかの人が開いています"):
                Ledger.open(path)
    finally:
        holder.kill()
        holder.stdout.read()
        holder.wait()
        holder.stdout.close()
    with Ledger.open(path) as ledger:
        assert ledger.verify() == [] and len(ledger.history()) > 1
    assert os.listdir(path.parent) == [path.name]


def test_of_several_that_start_at_once_one_gets_the_ledger(path: Path) -> None:
    opener = """
import pathlib, sys, time
from app.errors import LedgerError
from app.store.ledger import Ledger
sys.stdin.readline()
try:
    ledger = Ledger.open(pathlib.Path(sys.argv[1]))
except LedgerError as error:
    print("refused" if "開いています" in error.what else error.what, flush=True)
else:
    print("opened", flush=True)
    time.sleep(60)
"""
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", opener, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=PACKAGE.parent,
        )
        for _ in range(4)
    ]
    try:
        for racer in racers:
            assert racer.stdin
            racer.stdin.write("go\n")
            racer.stdin.flush()
        said = sorted(racer.stdout.readline().strip() for racer in racers if racer.stdout)
    finally:
        for racer in racers:
            racer.kill()
            racer.communicate()
    assert said == ["opened", "refused", "refused", "refused"]


@pytest.fixture
def content(path: Path) -> bytes:
    """A ledger of some forty pages, as bytes."""
    with Ledger.open(path) as ledger:
        assets = [Asset(id=f"a{n}", name=f"金型図面{n}", note="控え" * 40) for n in range(60)]
        ledger.change("追加", assets, who="山田")
        for asset in assets[:20]:
            ledger.change("直す", [replace(asset, note="")], who="山田")
        ledger.change("削除", drop=[("assets", f"a{n}") for n in range(30, 60)])  # leaves free pages, too
    return path.read_bytes()


def noticed(path: Path, content: bytes) -> bool:
    """Whether opening or verifying tells that something is wrong; opening what it refuses must not change it."""
    path.write_bytes(content)
    try:
        with Ledger.open(path) as ledger:
            return bool(ledger.verify())
    except LedgerError as error:
        assert path.read_bytes() == content
        assert os.listdir(path.parent) == [path.name]
        assert error.safe and error.then
        return True


def test_an_undamaged_file_is_not_accused(path: Path, content: bytes) -> None:
    assert not noticed(path, content)


def flips(path: Path, content: bytes, count: int) -> None:
    chance = random.Random(20261117)
    for _ in range(count):
        place, bit = chance.randrange(len(content)), chance.randrange(8)
        damaged = bytearray(content)
        damaged[place] ^= 1 << bit
        assert noticed(path, bytes(damaged)), f"bit {bit} of byte {place}"


def test_a_flipped_bit_is_noticed(path: Path, content: bytes) -> None:
    flips(path, content, 100)


@pytest.mark.long
def test_a_flipped_bit_is_noticed_anywhere(path: Path, content: bytes) -> None:
    flips(path, content, 500)


def test_the_checker_finds_nothing_in_a_file_without_seals(path: Path, content: bytes) -> None:
    """The control: with the same structure but no seals, SQLite alone overlooks most of the flips."""
    path.write_bytes(content)
    db = connection.connect(path)
    db.execute("ATTACH ? AS bare KEY ''", [str(path.with_name("bare"))])
    db.execute("SELECT sqlcipher_export('bare')").fetchall()
    db.close()
    bare = path.with_name("bare").read_bytes()
    chance, found = random.Random(20261117), 0
    for _ in range(50):
        damaged = bytearray(bare)
        damaged[chance.randrange(4096, len(bare))] ^= 1
        path.write_bytes(damaged)
        plain = connection.sqlite.connect(path)
        try:
            found += plain.execute("PRAGMA quick_check").fetchall() != [("ok",)]
        except connection.sqlite.DatabaseError:
            found += 1
        plain.close()
    assert found < 40


def cuts(content: bytes) -> list[int]:
    edges = range(4096, len(content), 4096)
    return [0, 1, 15, 16, 100, 512, 1024, 4095, *edges, *(edge + 1 for edge in edges), len(content) - 1]


def test_a_file_cut_short_is_noticed(path: Path, content: bytes) -> None:
    for size in cuts(content):
        assert noticed(path, content[:size]), f"cut to {size} bytes"


@pytest.mark.parametrize("extra", [b"x", bytes(4096), bytes(10_000)])
def test_something_added_at_the_end_is_noticed(path: Path, content: bytes, extra: bytes) -> None:
    assert noticed(path, content + extra)


def page(content: bytes, number: int) -> bytes:
    return content[number * 4096 : number * 4096 + 4096]


def with_page(content: bytes, number: int, new: bytes) -> bytes:
    return content[: number * 4096] + new + content[number * 4096 + 4096 :]


def test_a_page_of_zeros_or_from_elsewhere_is_noticed(path: Path, content: bytes) -> None:
    pages = len(content) // 4096
    for number in range(pages):
        assert noticed(path, with_page(content, number, bytes(4096))), f"page {number} zeroed"
        other = page(content, (number + 1) % pages)
        assert noticed(path, with_page(content, number, other)), f"page {number} swapped"


def test_a_page_as_it_was_before_is_noticed_unless_it_is_not_in_use(path: Path, content: bytes) -> None:
    with Ledger.open(path) as ledger:
        for number in range(30):
            ledger.change("書き直す", [Asset(id=f"a{number}", note="改" * 40)], who="山田")
        true = exchange.dump(ledger)
    newer = path.read_bytes()
    changed = [n for n in range(len(content) // 4096) if page(newer, n) != page(content, n)]
    unnoticed = [n for n in changed if not noticed(path, with_page(newer, n, page(content, n)))]
    for number in unnoticed:  # a page that waits to be used again: nothing that counts is different
        path.write_bytes(with_page(newer, number, page(content, number)))
        with Ledger.open(path) as ledger:
            assert exchange.dump(ledger) == true
    assert len(unnoticed) < len(changed) / 4
