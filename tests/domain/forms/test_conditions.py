"""Conditions: what holds, and a proof that agrees with trying every combination."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.domain.forms.conditions import ALWAYS, All, Any, Condition, Not, Tag, counterexample, demanded, holds, names

A, B, C = Tag("a"), Tag("b"), Tag("c")
TAGS = ("a", "b", "c", "x=1", "x=2", "x=3")
GROUPS = [("x=1", "x=2", "x=3")]
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(TAGS).map(Tag),
    lambda below: st.one_of(
        below.map(Not),
        st.lists(below, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(below, max_size=3).map(lambda parts: Any(tuple(parts))),
    ),
    max_leaves=8,
)


def worlds() -> list[frozenset[str]]:
    """Every combination of a, b, c with exactly one of the x."""
    return [
        frozenset([*(tag for tag, on in zip("abc", some, strict=True) if on), x])
        for some in itertools.product((False, True), repeat=3)
        for x in GROUPS[0]
    ]


def test_all_any_not() -> None:
    assert holds(ALWAYS, set()) and not holds(Any(), {"a"})
    assert holds(All((A, Not(B))), {"a"}) and not holds(All((A, Not(B))), {"a", "b"})
    assert holds(Any((A, B)), {"b"})


def test_names_and_demands_keep_the_order_written() -> None:
    condition = All((B, Any((A, Not(C))), B))
    assert names(condition) == ("b", "a", "c")
    assert demanded(condition) == ("b", "a")


def test_a_choice_has_exactly_one_option() -> None:
    assert counterexample(Not(Tag("x=1")), Any((Tag("x=2"), Tag("x=3"))), GROUPS) is None
    assert counterexample(Not(Tag("x=1")), Any((Tag("x=2"), Tag("x=3")))) == frozenset()


@given(CONDITIONS, CONDITIONS)
def test_the_proof_agrees_with_trying_every_combination(premise: Condition, conclusion: Condition) -> None:
    breaking = [world for world in worlds() if holds(premise, world) and not holds(conclusion, world)]
    case = counterexample(premise, conclusion, GROUPS)
    assert (case is None) == (not breaking)
    if case is not None:
        assert any(case <= world for world in breaking)


def test_a_long_list_of_alternatives_is_settled_at_once() -> None:
    many = Any(tuple(Tag(f"measure:{n}") for n in range(60)))
    some = Any(tuple(Tag(f"measure:{n}") for n in range(0, 60, 2)))
    assert counterexample(some, many) is None
    assert counterexample(All((many, ALWAYS)), many) is None
    assert counterexample(many, some) is not None


def test_what_does_not_matter_is_not_tried() -> None:
    """A long list beside the question: deciding its tags one by one would never end."""
    beside = Any((ALWAYS, *(Tag(f"measure:{n}") for n in range(200))))
    asked = All((beside, Any((Tag("x=1"), A)), Any((Tag("x=2"), B)), Any((Tag("x=3"), C))))
    assert counterexample(All((asked, Not(B), Not(C))), A, GROUPS) is None
