"""Ctrl+C at any moment of a real command: no half file under its name, nothing left over, one sentence, exit code 130."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docx import Document

from app.actions import ledgers
from app.store.ledger import Ledger

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a signal to one process is not to be had there")
HOME = Path(__file__).resolve().parent.parent


def interrupted(command: list[str], files: Path, after: int) -> tuple[int, str]:
    """Runs a command and sends Ctrl+C once so many entries are seen in a folder; its code and what it said."""
    running = subprocess.Popen(
        [sys.executable, "-m", "app", *command],
        cwd=HOME,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    until = time.monotonic() + 60
    while running.poll() is None and time.monotonic() < until and len(seen(files)) < after:
        time.sleep(0.001)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    return running.returncode, said


def seen(folder: Path) -> list[str]:
    return os.listdir(folder) if folder.is_dir() else []


@pytest.mark.parametrize("after", [1, 2, 5])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_an_export_that_is_broken_off_leaves_whole_papers_only(tmp_path: Path, kind: str, after: int) -> None:
    ledger, out = tmp_path / "見本.mamori", tmp_path / "out"
    ledgers.create_sample(ledger)
    code, said = interrupted(["export", str(ledger), str(out), "--all", "--as", kind], out, after)
    assert (code, said.splitlines()[0]) == (130, "途中で止めました。") and "Traceback" not in said
    left = sorted(out.iterdir())
    assert {path.suffix for path in left} <= {f".{kind}"}, "nothing is left over"
    for path in left:
        if kind == "docx":
            assert Document(str(path)).paragraphs
        else:
            assert path.read_bytes().rstrip().endswith(b"%%EOF")
    with Ledger.open(ledger) as whole:
        assert whole.verify() == []


def test_a_dump_that_is_broken_off_leaves_what_was_there(tmp_path: Path) -> None:
    ledger, folder = tmp_path / "見本.mamori", tmp_path / "out"
    ledgers.create_sample(ledger)
    folder.mkdir()
    (folder / "前.json").write_text("x")
    code, said = interrupted(["dump", str(ledger), str(folder / "後.json")], folder, 2)
    assert code in (0, 130) and "Traceback" not in said
    assert set(seen(folder)) <= {"前.json", "後.json"}
    if code == 0:  # it was done before the key was pressed
        ledgers.load(folder / "後.json", tmp_path / "新.mamori")
