"""The first opening of each page with the sample company, in a program that has just started: until its frame, and until all is painted.

python tests/bench/bench_pages.py [--turns 5] [--profile papers]
"""

import argparse
import cProfile
import pstats
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import measuring

PAGES = {"inventory": "A", "decision": "B", "measures": "C", "structure": "X", "papers": "書類", "ledger": "台帳"}


def once(page: str, watched: cProfile.Profile | None = None) -> tuple[float, float]:
    """Seconds until turning to the page returns, and until everything is painted."""
    from app.actions import ledgers

    with measuring.window(ledgers.create_sample) as window:
        begun = time.process_time()
        if watched:
            watched.enable()
        window.open(page)
        turned = time.process_time()
        measuring.settle()
        if watched:
            watched.disable()
        return turned - begun, time.process_time() - begun


def apart(page: str) -> tuple[float, float]:
    """The same in a process of its own, where nothing has been imported yet."""
    told = subprocess.run([sys.executable, __file__, "--once", page], capture_output=True, text=True, check=True)
    turned, painted = told.stdout.split()[-2:]
    return float(turned), float(painted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--once", choices=list(PAGES))
    parser.add_argument("--profile", choices=list(PAGES))
    chosen = parser.parse_args()
    if chosen.profile:
        watched = cProfile.Profile(time.process_time)
        once(chosen.profile, watched)
        pstats.Stats(watched).sort_stats("cumulative").print_stats(70)
    elif chosen.once:
        print(*once(chosen.once))
    else:
        for page, name in PAGES.items():
            found = [apart(page) for _ in range(chosen.turns)]
            turned, painted = (statistics.median(times) for times in zip(*found, strict=True))
            words = f"{measuring.ms(painted)} (turned {measuring.ms(turned)})"
            measuring.row(f"first opening of {name}", "0.4–1.2 s", words, "≤ 250 ms")


if __name__ == "__main__":
    main()
