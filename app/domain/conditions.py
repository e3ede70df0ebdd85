"""When a part of a form is there: tags that must hold, and the proof that one part is there whenever another is.

A tag says one thing of the company (`measure:access-rights`, `circumstance:cloud`, `choice:removal=permit`). A condition is a
small formula over tags. The form reader makes it, `compose` evaluates it, and `check` asks for a counterexample over every
combination of tags, so what is proved and what is printed follow from the same formula.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Tag:
    """Holds when the company has this tag."""

    name: str


@dataclass(frozen=True)
class Not:
    """Holds when the other does not."""

    part: "Condition"


@dataclass(frozen=True)
class All:
    """Holds when every part does; without parts, always."""

    parts: "tuple[Condition, ...]" = ()


@dataclass(frozen=True)
class Any:
    """Holds when some part does; without parts, never."""

    parts: "tuple[Condition, ...]" = ()


Condition = Tag | Not | All | Any
ALWAYS, NEVER = All(), Any()
Groups = Sequence[Sequence[str]]
"""Tags of which exactly one holds: the options of a choice."""


def holds(condition: Condition, tags: Set[str]) -> bool:
    """Whether it is the case for a company with these tags."""
    match condition:
        case Tag(name):
            return name in tags
        case Not(part):
            return not holds(part, tags)
        case All(parts):
            return all(holds(part, tags) for part in parts)
        case Any(parts):
            return any(holds(part, tags) for part in parts)


def names(condition: Condition) -> tuple[str, ...]:
    """Every tag that it speaks of, once, in the order written."""
    match condition:
        case Tag(name):
            return (name,)
        case Not(part):
            return names(part)
        case All(parts) | Any(parts):
            return tuple(dict.fromkeys(name for part in parts for name in names(part)))


def demanded(condition: Condition) -> tuple[str, ...]:
    """The tags whose presence it asks for (not those under a `Not`), in the order written."""
    match condition:
        case Tag(name):
            return (name,)
        case Not():
            return ()
        case All(parts) | Any(parts):
            return tuple(dict.fromkeys(name for part in parts for name in demanded(part)))


def counterexample(premise: Condition, conclusion: Condition, groups: Groups = ()) -> frozenset[str] | None:
    """Tags with which the premise holds and the conclusion does not, or None when there are none: then it is proved.

    The conclusion's tags are decided first: most of them settle the question at once, so long lists stay quick.
    """
    order = names(All((conclusion, premise)))
    return _search(All((premise, Not(conclusion))), order, {}, {name: group for group in groups for name in group})


def _search(
    condition: Condition, order: Sequence[str], known: Mapping[str, bool], group_of: Mapping[str, Sequence[str]]
) -> frozenset[str] | None:
    """Decide one open tag after the other until the condition is settled."""
    settled = _partly(condition, known)
    if settled is not None:
        return frozenset(name for name, value in known.items() if value) if settled else None
    name = next(name for name in order if name not in known)
    for guess in _guesses(name, group_of):
        found = _search(condition, order, {**known, **guess}, group_of)
        if found is not None:
            return found
    return None


def _guesses(name: str, group_of: Mapping[str, Sequence[str]]) -> list[dict[str, bool]]:
    if group := group_of.get(name):
        return [{other: other == option for other in group} for option in group]
    return [{name: False}, {name: True}]


def _partly(condition: Condition, known: Mapping[str, bool]) -> bool | None:
    """Its value as far as the known tags settle it, None while they do not."""
    match condition:
        case Tag(name):
            return known.get(name)
        case Not(part):
            value = _partly(part, known)
            return None if value is None else not value
        case All(parts):
            values = [_partly(part, known) for part in parts]
            return False if False in values else None if None in values else True
        case Any(parts):
            values = [_partly(part, known) for part in parts]
            return True if True in values else None if None in values else False
