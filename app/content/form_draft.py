"""A part of a form while lines are still being added to it; afterwards it is one of the frozen parts of app/domain/forms/body.py."""

from dataclasses import dataclass, field
from typing import Any

from app.content.form_text import PLAIN, Marks, pieces, split_marks
from app.domain.forms.body import BELOW, FormArticle, FormProse, FormRow, Part
from app.frontmatter import Fault

ONLY_ARTICLES = "essential は、条の見出しだけに使えます"
ONLY_PARAGRAPHS = "alone は、条の中の項のすぐ下の {: … } だけに使えます"


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


class Drafts:
    """The parts begun so far, the block between `:::` that is open, and what is wrong."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.top: list[Draft] = []
        self.section: Draft | None = None
        self.paragraph: Draft | None = None
        self.file = name
        self.line = self.at = 0

    def _wrong(self, *what: str) -> None:
        """Name a fault where it is written, in a shared passage too."""
        self.faults += [Fault(self.file, self.line, one) for one in what]

    def _draft(self, kind: type[Part], found: Marks = PLAIN, /, **values: Any) -> Draft:
        if found.align != "left":
            if kind is FormProse:
                values["align"] = found.align
            else:
                self._wrong("右寄せ・中央は、条の外の段落だけに使えます")
        if found.height:
            if kind is FormRow:
                values["height"] = found.height
            else:
                self._wrong("height は、::: table と ::: sheet の段だけに使えます")
        if kind is FormArticle:
            values["essential"] = found.essential
        elif found.essential:
            self._wrong(ONLY_ARTICLES)
        if found.alone:
            self._wrong(ONLY_PARAGRAPHS)
        return Draft(kind, {"line": self.at, "id": found.id, "when": found.when, **values})

    def _split(self, text: str) -> tuple[str, Marks]:
        rest, found, wrong = split_marks(text)
        self._wrong(*wrong)
        return rest, found

    def _pieces(self, text: str) -> Any:
        found, wrong = pieces(text)
        self._wrong(*wrong)
        return found

    def _place(self, draft: Draft) -> None:
        (self.section.below if self.section else self.top).append(draft)
        self.paragraph = None
