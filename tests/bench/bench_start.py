"""How long the program takes to come up, and how much memory, against a bare PySide6 window in turn with it.

    python tests/bench/bench_start.py               # medians of 9 turns, and their ratios
    python tests/bench/bench_start.py --turns 21
    python tests/bench/bench_start.py --imports     # what the time before the first paint goes to

The clock starts before the process does, so Python's own start counts. "First paint" is the end of the first paint of the
window; "usable" is the end of the first paint of ホーム with the sample ledger open. The first turn only warms the disk.
Compare the ratios: a busy machine slows both alike, because they take turns.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent
AIMS = {"first paint": 1.3, "usable": 2.0, "memory": 1.6}
BEFORE = {"first paint": "1.26 ×", "usable": "2.8–3.3 ×", "memory": "1.66–1.8 ×"}

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Centre(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, report)

def report():
    print("first-paint", time.time(), open("/proc/self/status").read().split("VmRSS:")[1].split()[0], flush=True)
    os._exit(0)

app = QApplication([])
window = QMainWindow()
window.setWindowTitle("台帳")
window.setCentralWidget(Centre("規程・台帳・相談"))
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys, time

def report(word):
    print(word, time.time(), open("/proc/self/status").read().split("VmRSS:")[1].split()[0], flush=True)

from app import __main__ as program
from app.ui import window
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, page, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, finish)
        return False

def finish():
    if "usable" not in reported:
        reported.append("usable")
        report("usable")
        QApplication.quit()  # as an owner would: a ledger that was not closed is examined whole when it is opened again

watch, reported = Watch(), []
paint, turn = window.Window.paintEvent, window.Window.open

def painted(self, event):
    if not reported:
        reported.append("first-paint")
        QTimer.singleShot(0, lambda: report("first-paint"))
    paint(self, event)

def opened(self, page, focus=""):
    turn(self, page, focus)
    self.page(page).installEventFilter(watch)

window.Window.paintEvent, window.Window.open = painted, opened
program.main()
"""


def environment(folder: Path) -> dict[str, str]:
    """A user without settings; offscreen where there is no display."""
    own = {"XDG_CONFIG_HOME": str(folder), "PYTHONPATH": str(HOME), "PYTHONDONTWRITEBYTECODE": ""}
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return os.environ | own | ({} if shown else {"QT_QPA_PLATFORM": "offscreen"})


def start(
    code: str, env: dict[str, str], *arguments: str, python: tuple[str, ...] = ()
) -> tuple[dict[str, float], str]:
    """One process: seconds from its start to each word that it reports, memory in MB; and what it said on stderr."""
    begun = time.time()
    done = subprocess.run(
        [sys.executable, *python, "-c", code, *arguments], env=env, capture_output=True, text=True, check=True
    )
    found: dict[str, float] = {}
    for word, when, kilobytes in re.findall(r"^(\S+) ([\d.]+) (\d+)$", done.stdout, re.M):
        found[word.replace("-", " ")] = float(when) - begun
        found["memory"] = int(kilobytes) / 1024
    return found, done.stderr


def sample(folder: Path, env: dict[str, str]) -> Path:
    """The sample company as a ledger."""
    ledger = folder / "見本.mamori"
    subprocess.run(
        [sys.executable, "-m", "app", "load", "resources/sample.json", str(ledger)], env=env, cwd=HOME, check=True
    )
    return ledger


def compare(turns: int, ledger: Path, env: dict[str, str], *, table: bool) -> None:
    """Bare and ours in turn; medians and ratios."""
    bare, ours = [], []
    for turn in range(turns + 1):
        pair = start(BARE, env)[0], start(OURS, env, str(ledger))[0]
        if turn:
            bare.append(pair[0])
            ours.append(pair[1])

    def median(rows: list[dict[str, float]], what: str) -> float:
        return statistics.median(row[what] for row in rows)

    if not table:
        print(f"{'':12}{'bare':>10}{'まもり帳':>10}{'ratio':>8}{'aim':>8}   ({turns} turns)")
    for what, aim in AIMS.items():
        base = median(bare, what if what == "memory" else "first paint")
        mine = median(ours, what)
        unit = "MB" if what == "memory" else "s "
        digits = 0 if what == "memory" else 3
        if table:
            words = f"{mine / base:.2f} × ({base:.{digits}f}{unit} → {mine:.{digits}f}{unit})"
            print(f"| start: {what}, against a bare window | {BEFORE[what]} | {words} | ≤ {aim} × |", flush=True)
            continue
        print(f"{what:12}{base:8.{digits}f}{unit}{mine:10.{digits}f}{unit}{mine / base:10.2f}{'≤ ' + str(aim):>8}")


def imports(ledger: Path, env: dict[str, str]) -> None:
    """Milliseconds that each package and each module of ours takes to import, itself only, and when that is."""
    _, told = start(OURS, env, str(ledger), python=("-X", "importtime"))
    rows = re.findall(r"import time:\s+(\d+) \|\s+\d+ \| ( *)(\S+)", told)
    groups: Counter[str] = Counter()
    for micros, _, name in rows:
        parts = name.split(".")
        groups[".".join(parts[:2]) if parts[0] in ("app", "PySide6") else parts[0]] += int(micros)
    print(f"all imports {sum(groups.values()) / 1000:.0f} ms in {len(rows)} modules; the largest:")
    for name, micros in groups.most_common(25):
        print(f"{micros / 1000:8.1f} ms  {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=9)
    parser.add_argument("--imports", action="store_true")
    parser.add_argument("--table", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder))
        ledger = sample(Path(folder), env)
        if chosen.imports:
            imports(ledger, env)
        else:
            compare(chosen.turns, ledger, env, table=chosen.table)


if __name__ == "__main__":
    main()
