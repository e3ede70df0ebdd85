"""A part of a form while lines are still being added to it; afterwards it is one of the frozen parts of app/domain/form.py."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.form import BELOW, Part


@dataclass
class Draft:
    """A part while lines are still being added to it."""

    kind: type[Part]
    values: dict[str, Any]
    below: list["Draft"] = field(default_factory=list)

    def part(self) -> Any:
        """The finished part."""
        values = dict(self.values)
        if name := BELOW.get(self.kind):
            values[name] = tuple(draft.part() for draft in self.below)
        return self.kind(**values)
