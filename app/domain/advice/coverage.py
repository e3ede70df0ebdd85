"""The map of route × purpose: what is chosen of what is suggested, where nothing is, and how much work it makes."""

from collections.abc import Mapping
from enum import StrEnum

from app.domain.advice.recommendation import Advice
from app.domain.handbook.library import Library, Measure, measures_in
from app.domain.ledger.company import Company
from app.domain.value import Value
from app.domain.words import Effort, Purpose, Route, State


class Standing(StrEnum):
    """How a cell stands."""

    NOT_APPLICABLE = "not_applicable"
    NOT_NOW = "not_now"
    GAP = "gap"
    STARTED = "started"
    FULL = "full"


WORDS: Mapping[Standing, str] = {
    Standing.NOT_APPLICABLE: "対象外",
    Standing.NOT_NOW: "今は勧めません",
    Standing.GAP: "空いています",
}
"""What is said of a cell where nothing can be counted."""


class Cell(Value):
    """One cell: how many suggested measures are in force, of how many; `effort` of those in force from 0 to 3."""

    route: Route
    purpose: Purpose
    chosen: int
    suggested: int
    effort: int
    standing: Standing


def cell_of(company: Company, library: Library, advice: Mapping[str, Advice], route: Route, purpose: Purpose) -> Cell:
    """Count one cell. 外部者 × 信頼関係 is not applicable (ハンドブック 第3章)."""
    measures = measures_in(library, route, purpose)
    in_force = [m for m in measures if _in_force(company, m.id)]
    offered = {m.id for m in measures if advice[m.id].suggested} | {m.id for m in in_force}
    standing = _standing(applies(route, purpose), len(in_force), len(offered))
    return Cell(route, purpose, len(in_force), len(offered), _effort(in_force), standing)


def grid(company: Company, library: Library, advice: Mapping[str, Advice]) -> dict[tuple[Route, Purpose], Cell]:
    """All twenty cells."""
    return {(r, p): cell_of(company, library, advice, r, p) for r in Route for p in Purpose}


def applies(route: Route, purpose: Purpose) -> bool:
    """Motivation means nothing between us and an outsider."""
    return not (route is Route.OUTSIDERS and purpose is Purpose.TRUST)


def _in_force(company: Company, measure: str) -> bool:
    choice = company.choices.get(measure)
    return choice is not None and choice.state.in_force


def _standing(applicable: bool, chosen: int, suggested: int) -> Standing:
    if not applicable:
        return Standing.NOT_APPLICABLE
    if not suggested:
        return Standing.NOT_NOW
    if not chosen:
        return Standing.GAP
    return Standing.FULL if chosen >= suggested else Standing.STARTED


def _effort(measures: list[Measure]) -> int:
    points: dict[Effort, int] = {Effort.LOW: 1, Effort.MEDIUM: 2, Effort.HIGH: 4}
    total = sum(points[measure.effort] for measure in measures)
    return 0 if not total else 1 if total <= 3 else 2 if total <= 6 else 3


def state_of(company: Company, measure: str) -> State | None:
    """The owner's choice on a measure, None for 「まだ」."""
    choice = company.choices.get(measure)
    return choice.state if choice else None
