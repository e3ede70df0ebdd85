"""B 秘密の決定: answering the questions on an asset, and the owner's own dated decision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.actions.assets import called
from app.desk import Desk
from app.domain.advice.evaluation import suggest
from app.domain.advice.viewpoints import NAMES
from app.domain.ledger.company import Company
from app.domain.ledger.records import Decision, Evaluation
from app.domain.ledger.unlawful import held_back
from app.domain.words import Level, YesNo


def answer(desk: Desk, asset: str, question: str, value: Any) -> None:
    """One answer on one asset; None takes it back. Answering confirms a guess."""
    old = desk.company.evaluations.get(asset) or Evaluation(id=asset)
    left = tuple(guess for guess in old.guesses if guess != question)
    new: Evaluation = replace(old, **{question: value, "guesses": left})
    desk.change(f"{called(desk.company.assets[asset])}の{NAMES[question]}", [new])


def confirm(desk: Desk, asset: str, question: str) -> None:
    """A guessed answer is right as it stands."""
    answer(desk, asset, question, getattr(desk.company.evaluations[asset], question))


def tell_unlawful(desk: Desk, asset: str, answer: YesNo | None) -> None:
    """Whether an asset tells of something against the law; None takes the answer back."""
    old = desk.company.assets[asset]
    desk.change(f"{called(old)}の、先に確かめること", [replace(old, unlawful=answer)])


def decide(desk: Desk, assets: Sequence[str], level: Level, reason: str, *, by: str, on: date) -> str:
    """Decide one asset, or many alike together, in one step. What is held back stays undecided; returns that in words, or ""."""
    company = desk.company
    free = [asset for asset in assets if not held_back(company, company.assets[asset])]
    put = [Decision(id=asset, level=level, reason=reason, by=by, on=on.isoformat()) for asset in free]
    if put:
        name = called(company.assets[free[0]]) if len(free) == 1 else f"{len(free)}件"
        desk.change(f"{name}の区分を決定", put)
    return _to_check_first(company, [asset for asset in assets if asset not in free])


def decide_as_suggested(desk: Desk, assets: Sequence[str], reason: str, *, by: str, on: date) -> str:
    """Decide each of these assets as まもり帳 suggests for it, all in one step. Those without a suggestion stay as they are.

    Returns in words what is held back, or "".
    """
    company = desk.company
    levels = {asset: suggest(company, company.assets[asset]).level for asset in assets}
    put = [
        Decision(id=asset, level=level, reason=reason, by=by, on=on.isoformat())
        for asset, level in levels.items()
        if level is not None
    ]
    if put:
        desk.change(f"{len(put)}件の区分を提案どおりに決定", put)
    return _to_check_first(company, [asset for asset in assets if held_back(company, company.assets[asset])])


def _to_check_first(company: Company, assets: Sequence[str]) -> str:
    if not assets:
        return ""
    what = called(company.assets[assets[0]]) if len(assets) == 1 else f"{len(assets)}件"
    return f"{what}は、法律違反や通報に当たらないかを先に確かめます。区分は、「ない」と分かってから決められます。"


def reopen(desk: Desk, asset: str) -> None:
    """Take the decision on an asset back; the history keeps it."""
    desk.change(f"{called(desk.company.assets[asset])}を未決定に", drop=[("decisions", asset)])
