"""Frozen values with named fields: what `@dataclass(frozen=True)` makes, without a compiler.

A dataclass has six methods written and compiled for it, a millisecond for each class, and sixty classes stand before the first
page. All values share the same six, which look at the fields. They are dataclasses all the same: `fields`, `replace`, `asdict`,
and the type checker know them as such.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value:
    """Whatever inherits from it is a value: `class Reason(Value): text: str`, or `class Person(Record, kw_only=True): …`."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _names: ClassVar[tuple[str, ...]]
    _in_order: ClassVar[tuple[str, ...]]
    _usual: ClassVar[Mapping[str, Any]]
    _fresh: ClassVar[Mapping[str, Callable[[], Any]]]

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        super().__init_subclass__()
        dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        own = fields(cls)
        cls._names = tuple(one.name for one in own)
        cls._in_order = tuple(one.name for one in own if not one.kw_only)
        cls._usual = {one.name: one.default for one in own if one.default is not MISSING}
        cls._fresh = {one.name: one.default_factory for one in own if one.default_factory is not MISSING}

    def __init__(self, *given: Any, **named: Any) -> None:
        values = vars(self)
        values.update(self._usual)
        values.update(zip(self._in_order, given, strict=False))
        values.update(named)
        for name in self._fresh.keys() - values.keys():
            values[name] = self._fresh[name]()
        many = len(given) > len(self._in_order) or not named.keys().isdisjoint(self._in_order[: len(given)])
        if many or len(values) != len(self._names) or not all(map(values.__contains__, self._names)):
            raise TypeError(f"{type(self).__name__}({', '.join(self._names)}) of {given} and {named}")

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._values() == Value._values(other)

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        known = vars(self)
        return f"{type(self).__qualname__}({', '.join(f'{name}={known[name]!r}' for name in self._names)})"

    def _values(self) -> tuple[object, ...]:
        """Of the fields alone: what else is remembered of a value says nothing about it."""
        return tuple(map(vars(self).__getitem__, self._names))
