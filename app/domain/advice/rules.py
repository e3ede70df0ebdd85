"""The rules of C, read from handbook_content/rules: which of them touch a measure on what it would guard.

Nothing here knows a rule by name; a rule is data, and this is its reader. What is asked for every measure and every kind of asset is
worked out once for the rule and the kind.
"""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.advice.exposure import Exposure, Guarded
from app.domain.handbook.library import Library, Measure, Rule
from app.domain.value import Value
from app.domain.words import Circumstance, Effect, Level, Medium, Route


class Alike(Value):
    """Assets that no rule tells apart: of one level, in the same media, exposed in the same way. Here as one route reaches them.

    `top` is the first of them in the owner's order; `places` is where all of them stand in it.
    """

    route: Route
    top: Guarded
    exposure: Exposure
    places: Sequence[int]

    @property
    def level(self) -> Level:
        """Their level."""
        return self.top.level

    @property
    def media(self) -> frozenset[Medium]:
        """Where they are kept."""
        return self.top.media


class Rules:
    """The rules that hold in a firm of so many people where these circumstances are the case."""

    def __init__(self, library: Library, facts: frozenset[Circumstance], people: int) -> None:
        holding = (rule for rule in library.rules.values() if facts.issuperset(rule.when) and _fits(rule, people))
        self._rules = sorted(holding, key=_by_order)

    def speaking_of(self, measure: Measure) -> tuple[Rule, ...]:
        """Those that may touch this measure, whatever it guards."""
        return tuple(rule for rule in self._rules if _speaks_of(rule, measure))


def touched(rule: Rule, alike: Alike) -> bool:
    """Whether a rule touches these assets."""
    return (
        alike.exposure.traits.issuperset(rule.traits)
        and (not rule.levels or alike.level in rule.levels)
        and (not rule.media or not alike.media.isdisjoint(rule.media))
    )


def forbidden(rules: Iterable[Rule], alike: Alike) -> Rule | None:
    """The rule by which a measure is not for these assets."""
    return next((rule for rule in rules if rule.effect is Effect.FORBID and touched(rule, alike)), None)


def factor(rules: Iterable[Rule], alike: Alike) -> float:
    """By how much the rules raise or lower what a measure does for these assets."""
    found = 1.0
    for rule in rules:
        if rule.effect in (Effect.RAISE, Effect.LOWER) and touched(rule, alike):
            found *= rule.percent / 100
    return found


def demands(rules: Iterable[Rule], served: tuple[Alike, ...]) -> Iterator[tuple[Rule, tuple[Alike, ...]]]:
    """The rules that give a measure its place, the most urgent first, each with what it is for."""
    for rule in rules:
        if rule.effect is Effect.DEMAND and (found := tuple(alike for alike in served if touched(rule, alike))):
            yield rule, found


def _fits(rule: Rule, people: int) -> bool:
    return rule.least_people <= people and (not rule.most_people or people <= rule.most_people)


def _by_order(rule: Rule) -> tuple[int, str]:
    return rule.order, rule.id


def _speaks_of(rule: Rule, measure: Measure) -> bool:
    return (
        (not rule.measures or measure.id in rule.measures)
        and (not rule.routes or measure.route in rule.routes)
        and (not rule.purposes or measure.purpose in rule.purposes)
    )
