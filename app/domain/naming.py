"""How the owner's own things are named inside our sentences: on one line, and not longer than a glance."""

LONGEST = 24


def short(words: str, most: int = LONGEST) -> str:
    """A name as it fits into a sentence; what was typed stays as it was typed everywhere else."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
