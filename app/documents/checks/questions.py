"""What is wrong with the questions of the forms, taken together: an answer belongs to the company and serves every form that asks.

So the same name must be the same question everywhere: one kind, one default, and asked of the company or of each other side.
"""

from collections.abc import Callable, Iterator, Mapping

from app.domain.forms.form import Form, Question
from app.frontmatter import Fault

SAME: Mapping[str, Callable[[Question], object]] = {
    "種類": lambda question: question.kind,
    "相手（*）": lambda question: question.each,
    "初めの値": lambda question: question.default,
}
"""What must not differ between two forms that ask the same."""


def faults(forms: Mapping[str, Form], folder: str = "forms") -> list[Fault]:
    """Every question that another form asks differently."""
    return list(_faults(forms, folder))


def _faults(forms: Mapping[str, Form], folder: str) -> Iterator[Fault]:
    first: dict[str, tuple[str, Question]] = {}
    for form in forms.values():
        for question in form.ask:
            other, known = first.setdefault(question.name, (form.title, question))
            if differing := "と".join(word for word, part in SAME.items() if part(question) != part(known)):
                what = f"「{question.name}」を、様式「{other}」では別の{differing}で聞いています。そろえてください"
                yield Fault(f"{folder}/{form.id}.md", 0, what)
