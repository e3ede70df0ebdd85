"""How the steps of the history are named, whatever somebody typed."""

from app.domain.naming import short


def quoted(name: str, nameless: str) -> str:
    """「金型図面」."""
    return f"「{short(name) or nameless}」"
