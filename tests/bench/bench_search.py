"""Search against a plain scan of the same texts and against SQLite FTS5 trigram, in one run.

    python tests/bench/bench_search.py

Everything that is bundled is loaded, every query of tests/content/search_queries.tsv and every sentence of
tests/domain/search/colloquial.toml is asked five times of each in turn.
Figures are medians and maxima in milliseconds; the ratios are what counts.
"""

import sqlite3
import statistics
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app import paths  # noqa: E402
from app.content import forms, library, search  # noqa: E402
from app.domain.folding import plain_fold  # noqa: E402

TABLE = ROOT / "tests" / "content" / "search_queries.tsv"
SENTENCES = ROOT / "tests" / "domain" / "search" / "colloquial.toml"
ROUNDS = 5


def main() -> None:
    queries = [line.split("\t")[0] for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    queries += [query["text"] for query in tomllib.loads(SENTENCES.read_text("utf-8"))["query"]]
    sections = list(search.sections(paths.CONTENT, library.load(paths.CONTENT), forms.load(paths.FORMS)))
    started = time.perf_counter()
    finder = search.finder(paths.SEARCH, sections)
    built = time.perf_counter() - started
    texts = [plain_fold(section.text) for section in sections]
    trigram = sqlite3.connect(":memory:")
    trigram.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='trigram')")
    trigram.executemany("INSERT INTO t VALUES (?)", ((text,) for text in texts))

    def fts(query: str) -> int:
        words = " ".join(f'"{word}"' for word in plain_fold(query).replace('"', "").split())
        return len(trigram.execute("SELECT rowid FROM t WHERE t MATCH ?", (words,)).fetchall())

    def scan(query: str) -> int:
        words = plain_fold(query).split()
        return sum(all(word in text for word in words) for text in texts)

    ways: dict[str, Callable[[str], int]] = {
        "ours": lambda query: len(finder.find(query).hits),
        "plain scan": scan,
        "FTS5 trigram": fts,
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    found: dict[str, int] = dict.fromkeys(ways, 0)
    for query in queries:
        for name, way in ways.items():
            best = []
            for _ in range(ROUNDS):
                begun = time.process_time()
                hits = way(query)
                best.append((time.process_time() - begun) * 1000)
            taken[name].append(statistics.median(best))
            found[name] += bool(hits)
    size = sum(map(len, texts)) / 1e6
    print(
        f"{len(sections)} sections, {size:.2f} million characters, {len(queries)} queries; ours built in {built * 1000:.0f} ms"
    )
    base = statistics.median(taken["ours"])
    for name, times in taken.items():
        middle = statistics.median(times)
        print(
            f"{name:14} median {middle:6.2f} ms  worst {max(times):6.2f} ms  x{middle / base:.2f} of ours"
            f"  answered {found[name]} of {len(queries)}"
        )


if __name__ == "__main__":
    main()
