"""How long the ledger takes for one step of many rows: written, undone, redone, read anew.

python tests/bench/bench_store.py [rows …]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(HOME))

from app.domain.ledger.records import Asset, Place  # noqa: E402
from app.store.ledger import Ledger  # noqa: E402


def took(what: str, act: Callable[[], object]) -> None:
    start = time.perf_counter()
    act()
    print(f"  {what:<22} {time.perf_counter() - start:6.2f} s")


def measure(rows: int, folder: Path) -> None:
    """A pasted list: every row an asset with a place."""
    path = folder / f"{rows}.mamori"
    assets = [Asset(id=f"{n:012x}", position=n, name=f"加工条件表 {n}", note="共有") for n in range(rows // 2)]
    places = [Place(id=f"p{n:012x}", asset=f"{n:012x}", where="共有フォルダー") for n in range(rows - rows // 2)]
    print(f"{rows} records in one step")
    with Ledger.create(path) as ledger:
        took("change", lambda: ledger.change("貼り付け", [*assets, *places]))
        took("undo", ledger.undo)
        took("redo", ledger.redo)
        took("verify", ledger.verify)
    opened: list[Ledger] = []
    took("open", lambda: opened.append(Ledger.open(path)))
    took("read everything", opened[0].company)
    opened[0].close()
    print(f"  file {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for count in [int(word) for word in sys.argv[1:]] or [5_000, 10_000]:
            measure(count, Path(home))
