"""How the steps of the history are named: on one line, and not longer than a glance, whatever somebody typed."""

LONGEST = 24


def quoted(name: str, nameless: str) -> str:
    """「金型図面」."""
    words = " ".join(name.split()) or nameless
    return f"「{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}」"
