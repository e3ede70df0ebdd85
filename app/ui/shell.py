"""What a page may ask of the window around it: the desk, the look, another page, and a calm way to say things."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from app.desk import Desk
from app.ui.look import Look
from app.ui.settings import Settings
from app.ui.unsaved import Typed, Unsaved

T = TypeVar("T")


class Shell(Protocol):
    """The window, as its pages see it."""

    desk: Desk
    look: Look
    settings: Settings
    unsaved: Unsaved

    def open(self, page: str, focus: str = "") -> None:
        """Turn to another page; `focus` is what that page should show (an id)."""

    def remember(self) -> None:
        """What the page shows now is where the next step back leads; for pages that turn from one thing to another themselves."""

    def go_back(self) -> None:
        """Turn to where the owner was before."""

    def open_ledger(self, path: Path) -> bool:
        """Open another ledger instead of this one; False when it cannot be opened."""

    def show_welcome(self) -> None:
        """Close the ledger and show the first page."""

    def set_scale(self, scale: float) -> None:
        """A new text size; every page is built again."""

    def show_keys(self) -> None:
        """「キーの一覧」."""

    def set_mode(self, mode: str) -> None:
        """Light, dark, or "" for as the system has it."""

    @property
    def is_sample(self) -> bool:
        """Whether the sample company is open."""
        ...

    def tell(self, words: str, safe: str = "") -> None:
        """Say something in the footer of the present page, without stopping anybody; `safe` stands small below it."""

    def go_on_elsewhere(self) -> None:
        """Write a copy of the open ledger to another place that the owner chooses, and work there."""

    def attempt(self, act: Callable[[], T], typed: Typed | None = None) -> T | None:
        """Run an action; what the world refuses is shown in a dialog, and None comes back.

        `typed` are the words that it would have written: they are kept, and tried again.
        """

    def done(self, act: Callable[[], object], typed: Typed | None = None) -> bool:
        """Run an action as `attempt` does; whether it happened."""

    def ask_file(self, title: str, name: str, kind: str) -> Path | None:
        """Ask where to save; None when the owner thinks better of it. `kind` is an ending such as docx."""

    def ask_folder(self, title: str) -> Path | None:
        """Ask for a folder."""

    def confirm(self, title: str, words: str, do: str) -> bool:
        """Ask before something that is hard to take back; the buttons say what they do."""
