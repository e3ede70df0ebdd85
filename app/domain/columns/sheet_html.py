"""A table on the clipboard as HTML: what a browser, Word or Excel puts there besides, or instead of, plain text.

Plain text knows nothing of merged cells: 「製造部」 over three rows is one cell and two empty ones. HTML says how far a cell reaches, so
that every row it stands for gets its words. Across columns only the first has them, as in Excel.
"""

import re
from html.parser import HTMLParser

from app.domain.columns.sheet import trimmed

_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_UNSEEN = ("script", "style", "head", "title")
_ENDS_A_LINE = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6")
MOST = 1000
"""Rows or columns that one cell may stand for; more is a fault of who wrote it."""


def rows(html: str) -> list[list[str]]:
    """The rows of the first table in it; without a table its lines, one cell each. Rows that are empty at the end are left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return trimmed(reader.rows if reader.found else [[line] for line in reader.lines])


def merges(html: str) -> bool:
    """Whether a cell in it stands for several rows."""
    return re.search(r"""<t[dh]\b[^>]*\browspan\s*=\s*["']?\s*(?:[2-9]|[1-9]\d)""", html, re.IGNORECASE) is not None


class _Reader(HTMLParser):
    """Reads the outermost first table; a table inside a cell is words of that cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.lines: list[str] = []
        self.found = False
        self._depth, self._unseen = 0, 0
        self._done = False
        self._words = ""
        self._cell: tuple[int, int] | None = None
        self._above: dict[int, tuple[int, str]] = {}
        """By column: the words of a cell above that stands in this row too, and in how many rows from here on."""
        self._below: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
            self.found = True
        elif tag == "tr" and self._at_top:
            self._end_cell()
            self._end_row()
            self._above, self._below = self._below, {}
            self.rows.append([])
        elif tag in ("td", "th") and self._at_top and self.rows:
            self._end_cell()
            self._words = ""
            spans = dict(attrs)
            self._cell = _count(spans.get("rowspan")), _count(spans.get("colspan"))
        elif tag == "br":
            self._words += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            if self._at_top:
                self._end_cell()
                self._end_row()
                self._done = True
            self._depth -= 1
        elif tag in ("td", "th", "tr") and self._at_top:
            self._end_cell()
        elif tag in _ENDS_A_LINE:
            self._words += "\n"
            if not self.found:
                self.end_line()

    def handle_data(self, data: str) -> None:
        if not self._unseen and not self._done:
            self._words += _BLANKS.sub(" ", data)

    @property
    def _at_top(self) -> bool:
        return self._depth == 1 and not self._done

    def end_line(self) -> None:
        """Outside a table a paragraph is a line."""
        self.lines += [line for line in map(str.strip, self._words.split("\n")) if line]
        self._words = ""

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        down, across = self._cell
        words = "\n".join(line.strip() for line in self._words.strip().split("\n"))
        self._fill_from_above()
        row = self.rows[-1]
        if down > 1:
            self._below |= {len(row) + n: (down - 1, "" if n else words) for n in range(across)}
        row += [words, *[""] * (across - 1)]
        self._cell, self._words = None, ""

    def _end_row(self) -> None:
        """Behind the last cell of a row there may be some that stand in from above."""
        for column in sorted(self._above):
            self.rows[-1] += [""] * (column - len(self.rows[-1]))
            self._fill_from_above()

    def _fill_from_above(self) -> None:
        row = self.rows[-1]
        while (column := len(row)) in self._above:
            left, words = self._above.pop(column)
            row.append(words)
            if left > 1:
                self._below[column] = (left - 1, words)


def _count(said: str | None) -> int:
    return min(int(said), MOST) if said and said.strip().isdecimal() and int(said) > 0 else 1
