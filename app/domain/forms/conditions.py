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
    open_question = _left(All((Not(conclusion), premise)), {})
    return _search(open_question, frozenset(), {name: group for group in groups for name in group})


def _search(
    condition: Condition, chosen: frozenset[str], group_of: Mapping[str, Sequence[str]]
) -> frozenset[str] | None:
    """Decide a tag on which the answer still depends, then ask the same of what is left."""
    if condition in (ALWAYS, NEVER):
        return chosen if condition == ALWAYS else None
    for guess in _guesses(_next(condition), group_of):
        taken = chosen | {name for name, value in guess.items() if value}
        found = _search(_left(condition, guess), taken, group_of)
        if found is not None:
            return found
    return None


def _next(condition: Condition) -> str:
    """The tag to decide: one that the condition asks for outright, else the first."""
    parts = condition.parts if isinstance(condition, All) else ()
    outright = next((part for part in parts if isinstance(part, Tag)), None)
    return outright.name if outright else names(condition)[0]


def _guesses(name: str, group_of: Mapping[str, Sequence[str]]) -> list[dict[str, bool]]:
    if group := group_of.get(name):
        return [{other: other == option for other in group} for option in group]
    return [{name: False}, {name: True}]


def _left(condition: Condition, known: Mapping[str, bool]) -> Condition:
    """What is still open once some tags are known; ALWAYS or NEVER when nothing is."""
    match condition:
        case Tag(name):
            return condition if name not in known else ALWAYS if known[name] else NEVER
        case Not(part):
            left = _left(part, known)
            return ALWAYS if left == NEVER else NEVER if left == ALWAYS else Not(left)
        case All(parts):
            return _joined(All, [_left(part, known) for part in parts], ALWAYS, NEVER)
        case Any(parts):
            return _joined(Any, [_left(part, known) for part in parts], NEVER, ALWAYS)


def _joined(kind: type[All] | type[Any], parts: list[Condition], idle: Condition, settling: Condition) -> Condition:
    """Parts under one All or Any: those that say nothing go, one that settles it is all there is, nested ones open up."""
    if settling in parts:
        return settling
    flat = [inner for part in parts if part != idle for inner in (part.parts if isinstance(part, kind) else (part,))]
    return flat[0] if len(flat) == 1 else kind(tuple(dict.fromkeys(flat)))
