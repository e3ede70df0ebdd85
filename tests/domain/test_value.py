"""Values behave as frozen dataclasses do; the two are made side by side and asked the same."""

from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from functools import cached_property
from typing import Any, ClassVar

import pytest

from app.domain.value import Value


class Point(Value):
    """A value with a default, one made anew for each, and something remembered."""

    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)

    @cached_property
    def total(self) -> int:
        return self.x + self.y


class Named(Value, kw_only=True):
    KIND: ClassVar = "named"
    """Said by the class, and no field."""

    name: str = ""


class Placed(Named, kw_only=True):
    where: str


@dataclass(frozen=True)
class Usual:
    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)


GIVEN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, 3), {}),
    ((), {"x": 1}),
    ((1,), {"names": ["a"]}),
    ((1, 2, ["b"]), {}),
    ((), {"y": 5, "x": 1}),
]
REFUSED: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {}),
    ((1, 2, [], 4), {}),
    ((1,), {"x": 1}),
    ((1,), {"z": 1}),
    ((), {"y": 1}),
]


@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_a_value_is_made_as_a_dataclass_is(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    made, usual = Point(*given, **named), Usual(*given, **named)
    assert asdict(made) == asdict(usual)
    assert repr(made) == repr(usual).replace("Usual", "Point")


@pytest.mark.parametrize(("given", "named"), REFUSED)
def test_what_a_dataclass_refuses_a_value_refuses(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Point, Usual):
        with pytest.raises(TypeError, match=kind.__name__ if kind is Point else None):
            kind(*given, **named)


def test_a_value_stays_as_it_is() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert replace(point, y=7) == Point(1, 7) and point == Point(1, 2)


def test_values_are_equal_by_their_fields_and_their_class() -> None:
    assert Point(1) == Point(1, 2, []) != Point(1, 3)
    assert Named(name="a") != Placed(name="a", where="b") and Point(1) != Usual(1)
    assert len({Named(name="a"), Named(name="a"), Named(name="b")}) == 2


def test_what_is_remembered_of_a_value_says_nothing_about_it() -> None:
    asked, other = Point(1), Point(1)
    assert asked.total == 3 and asked == other and replace(asked, x=5).total == 7


def test_two_values_share_no_list() -> None:
    assert Point(1).names is not Point(1).names


def test_fields_of_an_heir_come_after_those_it_inherits_and_only_by_name() -> None:
    assert [one.name for one in fields(Placed)] == ["name", "where"]
    assert Placed.KIND == "named" and repr(Named(name="a")) == "Named(name='a')"
    with pytest.raises(TypeError):
        Placed("a", "b")  # type: ignore[misc]
