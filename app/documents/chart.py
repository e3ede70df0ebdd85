"""体制図: a box on top, and those who report to it in pairs along a trunk, whatever their number and the length of their names.

Every writer that draws it goes by these pairs and proportions, the window too; plain text lists the same boxes.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import TypeVar

from app.documents.tree import Blank, Box, Chart, Value
from app.domain.forms.cells import Row
from app.domain.forms.tables import ROWS
from app.domain.ledger.company import Company
from app.domain.ledger.seats import seats, sitting

T = TypeVar("T")
SHARES = (28, 14, 8, 8, 14, 28)
"""The grid in per cent: the trunk is in the middle, a box of a pair takes two columns, that on top the middle four."""
MIDDLE = len(SHARES) // 2


def chart(rows: Iterable[Row], value: Callable[[str], Value | Blank]) -> Chart:
    """The chart of the ledger's rows: the name of the value that says who it is, the role, department and title."""
    return Chart(tuple(Box(str(role), value(str(key)), str(work)) for key, role, work in rows))


def chart_of(company: Company) -> Chart:
    """The chart of a company as it is now."""
    people = {seat.key: sitting(company, seat.id)[0] for seat in seats(company)}
    return chart(ROWS["organisation"](company), lambda key: Value(key, people[key]) if people[key] else Blank(key, ""))


def told(chart: Chart) -> str:
    """The whole chart in words, for who cannot see it."""
    top, *below = map(told_box, chart.boxes)
    return f"いちばん上に{top}。その下に、{'、'.join(below)}。"


def told_box(box: Box) -> str:
    """One box in words."""
    return f"{box.role}（{'空き' if isinstance(box.person, Blank) else box.person.text}）"


def pairs(chart: Chart) -> list[tuple[Box, ...]]:
    """Those below the top, two and two; the last may be alone."""
    return two_by_two(chart.below)


def two_by_two(below: Sequence[T]) -> list[tuple[T, ...]]:
    """The rows in which those below the top stand."""
    return [tuple(below[start : start + 2]) for start in range(0, len(below), 2)]


def edges(width: int) -> list[int]:
    """Where the columns begin and end, in the unit of the width."""
    return [round(width * reached / sum(SHARES)) for reached in accumulate(SHARES, initial=0)]
