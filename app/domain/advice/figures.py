"""Pictures of what this firm itself has done: the map of coverage, and a case beside what we do of it."""

from collections.abc import Mapping

from app.domain.advice.coverage import WORDS, Cell, Standing, grid, state_of
from app.domain.advice.recommendation import Advice
from app.domain.drawing import Box, Column, Frame, Grid, Part, Picture, Row, Tone
from app.domain.handbook.library import Case, Library
from app.domain.handbook.pictures import PICTURES
from app.domain.ledger.company import Company
from app.domain.words import CaseKind, Purpose, Route

COVERAGE = "coverage"
NAMES = frozenset(PICTURES) | {COVERAGE}
"""Every picture that a text may name."""
CASE = "case"
"""The picture that stands over every case, by itself."""
INKS: Mapping[Standing, Tone] = {
    Standing.NOT_APPLICABLE: Tone.BARE,
    Standing.NOT_NOW: Tone.BARE,
    Standing.GAP: Tone.GAP,
    Standing.STARTED: Tone.PLAIN,
    Standing.FULL: Tone.PALE,
}


def coverage(company: Company, library: Library, advice: Mapping[str, Advice]) -> Picture:
    """The map of route × purpose as it stands in this firm."""
    cells = grid(company, library, advice)
    return Picture(
        "うちの守りの地図",
        Grid(
            tuple(Box(purpose.plain, (), Tone.HEAD) for purpose in Purpose),
            tuple(tuple(_cell(cells[route, purpose]) for purpose in Purpose) for route in Route),
            tuple(Box(route.label, (), Tone.HEAD) for route in Route),
            corner="選んだ数/勧める数",
            least=6,
        ),
    )


def _cell(cell: Cell) -> Box:
    done = "✓ " if cell.standing is Standing.FULL else ""
    return Box(WORDS.get(cell.standing) or f"{done}{cell.chosen}/{cell.suggested}", (), INKS[cell.standing])


def in_force(company: Company, case: Case) -> tuple[str, ...]:
    """The measures of a case that this firm has chosen or done."""
    states = {measure: state_of(company, measure) for measure in case.measures}
    return tuple(measure for measure, state in states.items() if state is not None and state.in_force)


def of_case(company: Company, library: Library, case: Case) -> Picture:
    """A case at a glance: what it began with, how it went, what helps, and how much of that we have."""
    ours = in_force(company, case)
    incident = case.kind is CaseKind.INCIDENT
    told = [Box("きっかけ", (case.trigger,))]
    if incident and case.method:
        told.append(Box("手口", (case.method,)))
    measures = tuple(
        Box(f"✓ {title}", ("うちにもあります",), Tone.PALE) if measure in ours else Box(title, (), Tone.GAP)
        for measure, title in ((one, library.measures[one].title) for one in case.measures)
    )
    parts: list[Part] = [Row(tuple(told), arrows=True)] if len(told) > 1 else [*told]
    helps = "効いたはずの対策（まもり帳の見立て）" if incident else "この会社がした対策"
    parts.append(Frame(helps, _two_by_two(measures)))
    if not incident and case.outcome:
        parts.append(Box("得たもの", tuple(case.outcome[:2])))
    parts.append(_our_share(len(ours), len(measures)))
    return Picture("この事例のあらまし", Column(tuple(parts), arrows=True))


def share(company: Company, case: Case) -> str:
    """「✓2/6」, 「0/6」."""
    return _share(len(in_force(company, case)), len(case.measures))


def _share(ours: int, total: int) -> str:
    return f"{'✓' if ours else ''}{ours}/{total}"


def _our_share(ours: int, total: int) -> Box:
    words = f"{total}つのうち{ours}つがあります" if ours else f"{total}つのうち、まだ一つもありません"
    return Box(f"うちは {_share(ours, total)}", (words,), Tone.PALE if ours else Tone.GAP)


def _two_by_two(boxes: tuple[Box, ...]) -> Part:
    rows = tuple(Row(boxes[start : start + 2], least=9) for start in range(0, len(boxes), 2))
    return Column(rows)
