"""Which measures a company takes up in a year, and when: what its facts demand, then what does most for the minutes it takes.

1. What a rule demands has its place before anything is counted, and what it needs has one before it. It spends no minutes of (2).
2. Then the rest in the order of benefit for the minutes of a month, each measure of a cell worth less than the one before, until the
   company's minutes are spent. The order does not know the size of the company, only the end does: one more employee moves it a little.
3. Begun when: what a rule wants soon goes first; a stage holds a few; nothing begins in the stage of what it needs, but after it.

The figures are our own guide for small factories (ムリ・ムダ・ムラなく; 「守れる数に絞る」).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

from app.domain.handbook.library import Library, Measure
from app.domain.value import Value
from app.domain.words import Effort, Purpose, Route, Stage

STAGES = tuple(Stage)
SETTING_UP: Mapping[Effort, int] = {Effort.LOW: 30, Effort.MEDIUM: 180, Effort.HIGH: 900}
"""Minutes to begin with; spread over a year they count like those of each month."""
AGAIN = 0.45
"""What one more measure of a cell is worth, beside the one before it."""
ANOTHER = 0.93
"""What one more measure against the same route is worth, whatever it aims at."""
LEAST = 0.12
"""Benefit a minute below which a measure is worth less than the attention it takes."""
IN_A_WEEK, LATER = 2, 4
"""How many are begun in the first week, and at least how many in the months after the first."""


class Candidate(Value):
    """A measure that could be taken up: what it does, by when a rule wants it (None: no rule does), and the last stage that is of use."""

    measure: Measure
    benefit: float
    by: Stage | None = None
    urgency: int = 0
    latest: Stage = Stage.YEAR

    @property
    def cost(self) -> float:
        """Minutes a month, its beginning included."""
        return self.measure.minutes + SETTING_UP[self.measure.effort] / 12


class Place(Value):
    """A measure's place in the plan; `order` counts from 1."""

    order: int
    stage: Stage


class Plan(Value):
    """What to begin in a year, with its place; and what would come next, best first, if there were more minutes."""

    places: Mapping[str, Place]
    following: tuple[str, ...] = ()


def minutes(people: int) -> float:
    """How many minutes a month a company of so many people can keep up, beside what its facts demand."""
    return 8 + 12 * sqrt(max(people, 1))


def at_first(people: int) -> int:
    """How many measures a company of so many people can begin in its first month: 4 up to 10, then a few more, 8 at most."""
    return next((count for most, count in ((10, 4), (20, 5), (30, 6), (60, 7)) if people <= most), 8)


def plan(candidates: Iterable[Candidate], library: Library, kept: frozenset[str], begun: int, people: int) -> Plan:
    """The plan of a year.

    `kept` are in force already, `begun` of them are not done yet and take a place of the first month each.
    """
    every = {candidate.measure.id: candidate for candidate in candidates}
    open_ = {one: candidate for one, candidate in every.items() if one not in kept}
    own = [one for one in kept if one not in every or every[one].by is None]
    budget = minutes(people) - sum(library.measures[one].minutes for one in own)
    wanted = list(_in_order(open_, library, kept, budget))
    chosen = [one for one, within in wanted if within]
    places = _staged(chosen, open_, kept, max(0, at_first(people) - begun))
    return Plan(places, tuple(one for one, within in wanted if not within))


def _in_order(
    open_: Mapping[str, Candidate], library: Library, kept: frozenset[str], budget: float
) -> Iterator[tuple[str, bool]]:
    """What is demanded, then the best for its minutes; and whether there were minutes left for it and all before it."""
    cells = Counter(_cell(library.measures[one]) for one in kept if not library.measures[one].when)
    routes = Counter(library.measures[one].route for one in kept)
    taken: set[str] = set()
    within = True

    def take(one: str) -> Iterator[tuple[str, bool]]:
        for step in (*_missing(one, open_, kept | taken), one):
            if step not in taken:
                taken.add(step)
                measure = open_[step].measure
                cells[
                    _cell(measure)
                ] += not measure.when  # what one circumstance calls for leaves the rest of the cell as it was
                routes[measure.route] += 1
                yield step, within

    def worth(candidate: Candidate) -> float:
        measure = candidate.measure
        if measure.purpose is Purpose.TRUST and not routes[measure.route]:
            return 0.0  # the good will of people is never all there is against a route
        return candidate.benefit * AGAIN ** cells[_cell(measure)] * ANOTHER ** routes[measure.route]

    demanded = sorted((c for c in open_.values() if c.by), key=lambda c: (c.urgency, c.measure.code))
    for candidate in demanded:
        if _possible(candidate.measure.id, open_, kept):
            yield from take(candidate.measure.id)
    reachable = [one for one in open_ if _possible(one, open_, kept)]
    while True:
        best, ratio, cost = "", LEAST, 0.0
        for one in reachable:
            if one not in taken:
                steps = [*_missing(one, open_, kept | taken), one]
                price = sum(open_[step].cost for step in steps)
                found = sum(worth(open_[step]) for step in steps) / price
                if found > ratio:
                    best, ratio, cost = one, found, price
        if not best:
            return
        budget -= cost
        within = within and budget >= 0
        yield from take(best)


def _cell(measure: Measure) -> tuple[Route, Purpose]:
    return measure.route, measure.purpose


def _possible(one: str, open_: Mapping[str, Candidate], there: frozenset[str]) -> bool:
    """Whether all that it needs is there, or can be taken up before it."""
    return all(need in there or (need in open_ and _possible(need, open_, there)) for need in open_[one].measure.needs)


def _missing(one: str, open_: Mapping[str, Candidate], there: frozenset[str] | set[str]) -> list[str]:
    """What it needs and what that needs, first things first, and is not there yet."""
    found: list[str] = []
    for need in open_[one].measure.needs:
        if need not in there:
            found += [step for step in (*_missing(need, open_, there), need) if step not in found]
    return found


def _staged(chosen: list[str], open_: Mapping[str, Candidate], kept: frozenset[str], first: int) -> Mapping[str, Place]:
    """Each chosen measure in the earliest stage that has room for it, what is wanted soonest first."""
    rank = {one: place for place, one in enumerate(chosen)}
    due = {one: STAGES.index(open_[one].by or Stage.YEAR) for one in chosen}
    latest = {one: STAGES.index(open_[one].latest) for one in chosen}
    for one in reversed(chosen):  # what is needed begins a stage before whoever needs it, and is chosen before it
        for need in open_[one].measure.needs:
            if need in due:
                latest[need] = min(latest[need], max(0, latest[one] - 1))
                due[need] = min(due[need], latest[need], max(0, due[one] - 1))
    stage_of: dict[str, int] = {}
    week = min(IN_A_WEEK, first)
    room = (week, first - week, max(first, LATER), len(chosen))
    for number, places in enumerate(room):
        ready = [one for one in chosen if one not in stage_of and _is_ready(open_[one].measure, stage_of, kept, number)]
        ready.sort(key=lambda one: (latest[one] > number, max(due[one], number), _slowness(open_[one]), rank[one]))
        pressed = sum(latest[one] == number for one in ready) if number == STAGES.index(Stage.QUARTER) else 0
        for one in ready[
            : max(places, pressed + places // 2 if pressed else 0)
        ]:  # what presses leaves room for the rest
            stage_of[one] = number
    placed = sorted(stage_of, key=lambda one: (stage_of[one], due[one], rank[one]))
    return {one: Place(order, STAGES[stage_of[one]]) for order, one in enumerate(placed, 1)}


def _is_ready(measure: Measure, begun: Mapping[str, int], kept: frozenset[str], stage: int) -> bool:
    return all(need in kept or begun.get(need, stage) < stage for need in measure.needs)


def _slowness(candidate: Candidate) -> int:
    """Light things are begun before heavy ones, if nothing presses."""
    return 0 if candidate.by else list(Effort).index(candidate.measure.effort)
