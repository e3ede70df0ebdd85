"""体制図: a box on top, and those who report to it in pairs along a trunk, whatever their number and the length of their names.

Every writer that draws it goes by these pairs and proportions; plain text lists the same boxes.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from app.documents.tree import Blank, Box, Chart, Value
from app.domain.forms.cells import Row

SHARES = (28, 14, 8, 8, 14, 28)
"""The grid in per cent: the trunk is in the middle, a box of a pair takes two columns, that on top the middle four."""
MIDDLE = len(SHARES) // 2


def chart(rows: Sequence[Row], value: Callable[[str], Value | Blank]) -> Chart:
    """The chart of the ledger's rows: the name of the value that says who it is, the role, department and title."""
    return Chart(tuple(Box(str(role), value(str(key)), str(work)) for key, role, work in rows))


def pairs(chart: Chart) -> list[tuple[Box, ...]]:
    """Those below the top, two and two; the last may be alone."""
    return [chart.below[start : start + 2] for start in range(0, len(chart.below), 2)]


def edges(width: int) -> list[int]:
    """Where the columns begin and end, in the unit of the width."""
    return [round(width * reached / sum(SHARES)) for reached in accumulate(SHARES, initial=0)]
