"""C as a plan to work through: what is being seen to, what to begin in which stage, what is put off, what is done."""

from collections.abc import Mapping

from app.domain.advice.recommendation import Advice
from app.domain.handbook.library import Library
from app.domain.ledger.company import Company
from app.domain.naming import things
from app.domain.value import Value
from app.domain.words import Stage, State

AT_FIRST = (Stage.WEEK, Stage.MONTH)
"""What falls into the first month."""


class Agenda(Value):
    """Measures by their ids. `begun` are in force and not done, what is due first before the others; `stages` names only the stages
    that hold something; what is put off stands in `later`, the earliest day first, until that day."""

    begun: tuple[str, ...]
    stages: tuple[tuple[Stage, tuple[str, ...]], ...]
    later: tuple[str, ...]
    done: tuple[str, ...]

    @property
    def first_month(self) -> tuple[str, ...]:
        """What is to be begun this month."""
        return tuple(one for stage, ids in self.stages if stage in AT_FIRST for one in ids)

    @property
    def suggested(self) -> tuple[str, ...]:
        """All that is to be begun, in the order of the plan."""
        return tuple(one for _, ids in self.stages for one in ids)

    @property
    def sentence(self) -> str:
        """What this month is about."""
        if self.first_month:
            return f"今月は、あと{things(len(self.first_month))}始めます。"
        if self.begun:
            return f"今月は、取りかかっている{things(len(self.begun))}を先に進めます。"
        return "今月、新しく始めるものはありません。"


def agenda(company: Company, library: Library, advice: Mapping[str, Advice]) -> Agenda:
    """The plan of a company as it stands."""
    planned = sorted((one for one in advice.values() if one.suggested), key=lambda one: one.order)
    by_stage = ((stage, tuple(one.measure for one in planned if one.stage is stage)) for stage in Stage)
    return Agenda(
        begun=_by_day(company, library, State.ADOPTED),
        stages=tuple((stage, ids) for stage, ids in by_stage if ids),
        later=tuple(one for one in _by_day(company, library, State.LATER) if not is_back(company, one)),
        done=_by_day(company, library, State.DONE),
    )


def is_back(company: Company, measure: str) -> bool:
    """Whether a measure was put off until a day that has come."""
    choice = company.choices.get(measure)
    return choice is not None and choice.state is State.LATER and choice.due <= company.day


def is_late(company: Company, measure: str) -> bool:
    """Whether a measure was to be done by a day that has passed, and is not."""
    choice = company.choices.get(measure)
    return choice is not None and choice.state is State.ADOPTED and "" < choice.due < company.day


def minutes(company: Company, library: Library) -> int:
    """How many minutes a month all that is in force takes, by our own guess."""
    kept = (choice.id for choice in company.choices.values() if choice.state.in_force)
    return sum(library.measures[one].minutes for one in kept if one in library.measures)


def _by_day(company: Company, library: Library, state: State) -> tuple[str, ...]:
    """The measures of this state, those without a day last, else in the order of the handbook."""
    order = {measure: place for place, measure in enumerate(library.measures)}
    found = [choice for choice in company.choices.values() if choice.state is state and choice.id in order]
    return tuple(c.id for c in sorted(found, key=lambda c: (not c.due, c.due, order[c.id])))
