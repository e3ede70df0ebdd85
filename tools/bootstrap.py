"""From a fresh copy of this folder to the running program, or to its tests, in one command.

    python3 tools/bootstrap.py run  [what the program takes]
    python3 tools/bootstrap.py test [--checks] [--long] [what pytest takes]

The first time it makes a private environment (.venv) from a lock file, checking every hash, and tries to load Qt. Only
when that fails, on Debian and Ubuntu, it asks for the few system libraries that Qt needs. It leaves a note of what it
did; every later start reads the note and nothing else. Standard library only, nothing of the program is imported.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from subprocess import PIPE, STDOUT

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

QT_LIBRARIES = (
    *("libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"),  # any Qt at all
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
)
CHECKS = (
    ("書式", "ruff", "format", "--check", "-q"),
    ("書き方", "ruff", "check", "-q"),
    ("型", "mypy"),
    ("内容と様式", "app", "check"),
)
"""What is checked before the tests, and alone before a commit: what it is called, the module, its arguments."""

# Offscreen, because there may be no display; the plugin for a real one is loaded by hand to see what it misses.
QT_TRIAL = """
import ctypes, pathlib, PySide6
from PySide6 import QtPrintSupport, QtSvg, QtWidgets
QtWidgets.QApplication(["", "-platform", "offscreen"])
ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
"""


def say(text: str) -> None:
    print(f"[準備] {text}", file=sys.stderr, flush=True)


def ensure_modern_python() -> None:
    """Where python3 is an old one, hands over to a newer one that is installed beside it."""
    if sys.version_info >= (3, 11):  # noqa: UP036 - this line is for the older ones
        return
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        if found := shutil.which(name):
            os.execv(found, [found, *sys.argv])
    sys.exit("Python 3.11 以上が必要です。")


def ensure_environment(lock: Path) -> None:
    """Makes .venv hold what the lock file names, and Qt loadable, unless the note says that all this was done."""
    note = VENV / f"{lock.name}.installed"
    if note.exists() and note.read_text("utf-8") == describe(lock):
        return
    if not find_spec("pip"):
        install_system_packages("Python の部品を入れる pip がありません。", ["python3-pip"])
    say(f"{lock.name} の部品を取り寄せています（初回だけ。合わせて 100 MB ほど、数十秒から数分）…")
    if not starts(PYTHON):
        # Without pip, because Debian leaves out what venv needs to bring its own; pip --python does not need it there.
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "--disable-pip-version-check", "--no-input"]
    if subprocess.run([*pip, "install", "-q", "--require-hashes", "-r", str(lock)]).returncode != 0:
        sys.exit("部品を取り寄せられませんでした。インターネットへの接続を確かめて、もう一度実行してください。")
    if sys.platform.startswith("linux"):
        ensure_qt_libraries()
    note.write_text(describe(lock), "utf-8")


def describe(lock: Path) -> str:
    """What a finished environment is made of: the interpreter behind it and every locked line."""
    return f"{os.path.realpath(PYTHON)}\n{lock.read_text('utf-8')}"


def starts(python: Path) -> bool:
    return python.exists() and subprocess.run([str(python), "-c", ""], capture_output=True).returncode == 0


def ensure_qt_libraries() -> None:
    """Tries Qt; where the system lacks libraries for it, has them installed."""
    if qt_complaint():
        install_system_packages("画面を表示する Qt に必要なシステムの部品が足りません。", QT_LIBRARIES)
    if complaint := qt_complaint():
        sys.exit(f"画面を表示する Qt を読み込めません: {complaint}")


def qt_complaint() -> str:
    """What Qt says when it cannot be loaded; empty when it can."""
    trial = subprocess.run([str(PYTHON), "-c", QT_TRIAL], capture_output=True, text=True)
    return "" if trial.returncode == 0 else (trial.stderr.strip().splitlines() or [f"終了 {trial.returncode}"])[-1]


def install_system_packages(reason: str, packages: list[str] | tuple[str, ...]) -> None:
    """By apt: at once as root, by sudo after a yes; where neither is possible, says the one line to run."""
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    install = ["install", "-y", "--no-install-recommends", *packages]
    say(reason)
    if not shutil.which("apt-get"):
        sys.exit(f"お使いのシステムの方法で、次に当たるものを入れてください（Debian での名前）: {' '.join(packages)}")
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo apt-get {' '.join(install)}"
        if not (shutil.which("sudo") and sys.stdin.isatty() and agreed(line)):
            sys.exit(f"次の一行を実行してから、もう一度お試しください。\n  {line}")
        apt.insert(0, "sudo")
    say(f"システムの部品を入れています: {' '.join(packages)}")
    subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL)
    if subprocess.run([*apt, *install], stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit("システムの部品を入れられませんでした。上の表示を確かめて、もう一度実行してください。")


def agreed(line: str) -> bool:
    print(f"管理者の権限で、次を実行してよいですか。\n  {line}", file=sys.stderr)
    return input("よければ y を入力してください [y/N]: ").strip().lower() in ("y", "yes")


def run(arguments: list[str]) -> None:
    """Becomes the program, in the folder where the user stands."""
    ensure_environment(HOME / "requirements.lock")
    os.environ["PYTHONPATH"] = str(HOME)
    command = [str(PYTHON), "-P", "-m", "app", *arguments]  # -P: another "app" in the user's folder is not ours
    if WINDOWS:  # there exec returns to the prompt before the program ends
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def test(arguments: list[str]) -> None:
    """Everything that is checked before a change is taken; --checks: without the tests; with a path or an option, pytest alone."""
    ensure_environment(HOME / "requirements.lock")
    ensure_environment(HOME / "requirements-dev.lock")
    os.chdir(HOME)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start the program a hundred times; it is compiled once
    long = "--long" in arguments
    rest = [argument for argument in arguments if argument != "--long"]
    if long:
        ensure_office()
    if rest in ([], ["--checks"]):
        check()
    if "--checks" in rest:
        return
    # Everything by as many hands as there are cores; the long tests start LibreOffice, which likes to be alone.
    how = ["-m", "long or not long"] if long else [] if rest else ["-n", "auto", "--dist", "worksteal"]
    sys.exit(subprocess.call([str(PYTHON), "-m", "pytest", *how, *rest]))


def check() -> None:
    """All checks side by side: one line for each where all is well, all it said where not."""
    running = [
        (what, words, subprocess.Popen([str(PYTHON), "-m", *words], stdout=PIPE, stderr=STDOUT, text=True))
        for what, *words in CHECKS
    ]
    wrong = []
    for what, words, process in running:
        said, _ = process.communicate()
        if process.returncode == 0:
            print(f"[検査] {what}: よし", flush=True)
        else:
            print(said, end="", file=sys.stderr)
            wrong.append(f"[検査] {what}: 直すところがあります（python -m {' '.join(words)}）")
    if wrong:
        sys.exit("\n".join(wrong))


def ensure_office() -> None:
    """The long tests look at the papers through LibreOffice and poppler."""
    programs = {"soffice": "libreoffice-writer", "pdftotext": "poppler-utils"}
    if missing := [package for program, package in programs.items() if not shutil.which(program)]:
        install_system_packages("長い試験には LibreOffice と poppler を使います。", missing)


if __name__ == "__main__":
    ensure_modern_python()
    commands = {"run": run, "test": test}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit("使い方: python3 tools/bootstrap.py run|test […]")
    commands[sys.argv[1]](sys.argv[2:])
