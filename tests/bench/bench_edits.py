"""One edit until it stands on the screen, on each page, in companies of 2,000 and 10,000 pieces of information.

    python tests/bench/bench_edits.py [--assets 2000 10000] [--turns 9] [--profile home]

An edit is the name of one asset, written to the ledger, heard by the window and painted; on C also the choice of a measure.
On 書類 the paper is painted at once, and the list beside it follows when the window is idle: how long the longest piece of that keeps
the window from answering is a line of its own.
"""

import argparse
import cProfile
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.actions import assets, choices
from app.domain.words import State
from app.ui.pages.papers.page import PapersPage
from app.ui.window import Window
from tests.bench import companies, measuring

PEOPLE, PARTNERS = 300, 80
BEFORE: dict[int, dict[str, int]] = {
    2000: {"home": 126, "inventory": 26, "decision": 34, "measures": 110, "papers": 245, "choosing": 150},
    10000: {"home": 262, "inventory": 79, "decision": 78, "measures": 421, "papers": 706, "choosing": 408},
}
NAMES = {
    "home": "ホーム",
    "inventory": "A",
    "decision": "B",
    "measures": "C",
    "papers": "書類",
    "following": "書類, a piece of what follows",
    "choosing": "choosing on C",
}


def edits(window: Window, turns: int, until: Callable[[], None] = measuring.settle) -> Iterator[Callable[[], object]]:
    """Another name for another asset each time, until it is painted."""

    def edit(asset: str) -> None:
        was = window.desk.company.assets[asset].name
        assets.edit(window.desk, asset, "name", f"新しい{was}")
        until()

    for turn in range(turns + 1):
        yield partial(edit, f"a{turn * 3 + 1}")


def following(window: Window, turns: int) -> Iterator[float]:
    """After an edit on 書類: how long each time the longest piece takes of what is done while the window is idle."""
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    for edit in edits(window, turns, measuring.answered):
        edit()
        pieces = [0.0]
        while page.idle.isActive():
            pieces.append(measuring.seconds(measuring.step))
        yield max(pieces)


def choosing(window: Window, turns: int) -> Iterator[Callable[[], object]]:
    """Adopting and dropping one measure, until it is painted."""
    measure = list(window.desk.library.measures)[20]

    def choose(state: State) -> None:
        choices.choose(window.desk, measure, state)
        measuring.settle()

    for turn in range(turns + 1):
        yield partial(choose, (State.ADOPTED, State.DECLINED)[turn % 2])


def measure(count: int, turns: int) -> dict[str, float]:
    """Seconds of each work."""
    taken: dict[str, float] = {}
    with measuring.window(lambda path: companies.ledger(path, count, PEOPLE, PARTNERS)) as window:
        for page in list(NAMES)[:-2]:
            window.open(page)
            measuring.settle()
            taken[page] = measuring.median(edits(window, turns, measuring.answered))
        taken["following"] = statistics.median(list(following(window, turns))[1:])
        window.open("measures")
        taken["choosing"] = measuring.median(choosing(window, turns))
    return taken


def profile(count: int, turns: int, page: str) -> None:
    """Where the time of one page goes."""
    with measuring.window(lambda path: companies.ledger(path, count, PEOPLE, PARTNERS)) as window:
        window.open("measures" if page == "choosing" else page)
        measuring.settle()
        watched = cProfile.Profile(time.process_time)
        for act in choosing(window, turns) if page == "choosing" else edits(window, turns):
            watched.runcall(act)
        pstats.Stats(watched).sort_stats("cumulative").print_stats(45)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=int, nargs="+", default=[2000, 10000])
    parser.add_argument("--turns", type=int, default=9)
    parser.add_argument("--profile", choices=[key for key in NAMES if key != "following"])
    chosen = parser.parse_args()
    if chosen.profile:
        profile(chosen.assets[0], chosen.turns, chosen.profile)
        return
    small: dict[str, float] = {}
    for count in chosen.assets:
        taken = measure(count, chosen.turns)
        for key, name in NAMES.items():
            before = BEFORE.get(count, {}).get(key)
            aim = f"≤ {measuring.ms(2 * small[key])} (2 ×)" if key in small else "≤ 50 ms"
            measuring.row(
                f"edit → screen, {name}, {count:,} assets",
                f"{before} ms" if before else "",
                measuring.ms(taken[key]),
                aim,
            )
        small = small or taken


if __name__ == "__main__":
    main()
