"""How things are named and counted inside our sentences: on one line, and not longer than a glance."""

LONGEST = 24


def short(words: str, most: int = LONGEST) -> str:
    """A name as it fits into a sentence; what was typed stays as it was typed everywhere else."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def things(count: int) -> str:
    """「3つ」, and from ten on 「12個」, as one counts aloud."""
    return f"{count}つ" if count < 10 else f"{count}個"
