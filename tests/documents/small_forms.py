"""Forms made up on the spot: a sound head, and any body."""

from datetime import date

from app.content import forms
from app.documents.compose import compose
from app.documents.tree import Document
from app.domain.forms.facts import gather
from app.domain.forms.form import Form
from app.domain.ledger.company import Company

HEAD = """---
title: 試しの規程
code: T01
kind: regulation
level: internal
scene: start
order: 1
use: 試すとき。
cautions:
  よく読んでください。
ask:
  keeper-room | 鍵の部屋 | text | 鍵を置く所
choices:
  removal | 持出しの扱い | permit 許可制 / forbid 禁止 | permit
source: まもり帳
basis: ours
---
"""
FIRST = HEAD.count("\n") + 1
"""The line of a file on which the body begins."""
USES_CHOICE = """
## （選び方） {when="choice:removal=permit"}
持ち出すときは、許可を受ける。
"""


def read(body: str, head: str = HEAD) -> tuple[Form | None, list[tuple[int, str]]]:
    """A form from a body, and what the reader says: (line of the body from 1, fault)."""
    form, faults = forms.parse(head + body, "trial", "forms/trial.md")
    return form, [(fault.line - FIRST + 1, fault.what) for fault in faults]


def sound(body: str, head: str = HEAD) -> Form:
    """A form from a body that the reader understands."""
    form, faults = read(body, head)
    assert form is not None and not faults, faults
    return form


def composed(body: str, company: Company | None = None, head: str = HEAD) -> Document:
    """The paper of a body for a company."""
    form = sound(body, head)
    return compose(form, gather(company or Company(on=date.today()), form, today=date(2026, 11, 17)))
