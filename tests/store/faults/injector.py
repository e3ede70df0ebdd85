"""A device that fails when we want it to: faults.c built, loaded into a process of its own, and steered from inside it."""

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CALLS = ("open", "pread", "pwrite", "fsync", "ftruncate", "unlink", "rename")


@dataclass(frozen=True)
class Fault:
    """The `nth` call of this kind fails with `errno`; with `forever` all after it, too."""

    call: str
    nth: int
    errno: int
    forever: bool


def build(folder: Path) -> Path | None:
    """The library, None where there is no C compiler or no way to load it."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler or not sys.platform.startswith("linux"):
        return None
    made = folder / "faults.so"
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", made, HERE / "faults.c", "-ldl"], check=True)
    return made


def run(library: Path, script: Path, *arguments: str) -> str:
    """What a Python script says that runs with the library loaded."""
    home = HERE.parents[2]
    environment = {**os.environ, "LD_PRELOAD": str(library), "FAULTS": str(library), "PYTHONPATH": str(home)}
    done = subprocess.run(
        [sys.executable, str(script), *arguments], env=environment, cwd=home, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Injector:
    """Inside the process: arms and disarms the device."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(os.environ["FAULTS"])
        self._folder = os.fsencode(f"{folder}/")

    def arm(self, fault: Fault) -> None:
        """From now on files in the folder are in danger."""
        self._library.faults_arm(self._folder, fault.call.encode(), fault.nth, fault.errno, int(fault.forever))

    def disarm(self) -> int:
        """The device is well again; how often it failed."""
        return int(self._library.faults_disarm())
