"""Where in the window something is shown. Every link of the program ends in one of these: a hit of a search, a link in a text, a
blank of a paper, the way back."""

from typing import NamedTuple


class Address(NamedTuple):
    """A page by its key, and what it should show there ("" for the page as it stands)."""

    page: str
    focus: str = ""
