"""Every measurement that has an aim, one after another, as one table.

python tests/bench/all.py
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEAD = "| work | before | now | aim |\n|---|---|---|---|"
BENCHES = (
    ("bench_start.py", "--table"),
    ("bench_edits.py",),
    ("bench_pages.py",),
    ("bench_paste.py",),
    ("bench_sets.py", "--table"),
)

if __name__ == "__main__":
    print(HEAD, flush=True)
    for name, *arguments in BENCHES:
        subprocess.run([sys.executable, str(HERE / name), *arguments], check=True)
