"""What is wrong with a やさしい要約, beside its form: it may say less than the form, never something else.

Its questions and choices are the form's (app/content/forms.py). Here: the form is there, and every condition in the summary is
one on which the form itself depends, so that a summary never promises what no article says.
"""

from collections.abc import Iterator, Mapping

from app.domain.forms.body import walk
from app.domain.forms.conditions import names
from app.domain.forms.form import Form
from app.frontmatter import Fault


def faults(forms: Mapping[str, Form], folder: str = "forms") -> list[Fault]:
    """Every fault of every summary."""
    return [fault for form in forms.values() if form.summary_of for fault in _summary(form, forms, folder)]


def _summary(form: Form, forms: Mapping[str, Form], folder: str) -> Iterator[Fault]:
    file = f"{folder}/{form.id}.md"
    told = forms.get(form.summary_of)
    if told is None:
        yield Fault(file, 0, f"summary-of の様式「{form.summary_of}」がありません")
        return
    if told.summary_of:
        yield Fault(file, 0, f"summary-of の様式「{form.summary_of}」も要約です。もとの様式の id を書いてください")
    if form.code != told.code:
        yield Fault(file, 0, f"code は、もとの様式と同じ「{told.code}」にします")
    known = _tags(told)
    for part in walk(form.parts):
        for tag in names(part.when):
            if tag not in known:
                yield Fault(file, part.line, f"when の「{tag}」は、もとの様式「{told.title}」に出てきません")


def _tags(form: Form) -> frozenset[str]:
    """Every tag on which a part of the form depends, and all alternatives of its choices."""
    used = (tag for part in walk(form.parts) for tag in names(part.when))
    return frozenset((*used, *(tag for group in form.choices for tag in group.tags)))
