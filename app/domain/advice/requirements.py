"""三要件メーター: what speaks today for 秘密管理性, 有用性 and 非公知性 of one asset, what could be held against it, and the smallest next
step; towards 従業員, 退職者 and 取引先 each.

    grounds (facts of the ledger) → handbook_content/requirements (what they are worth, in sentences) → a reading

No figure and no promise comes out of it: whether something is a trade secret is decided case by case, by a court.
"""

from collections.abc import Mapping
from itertools import chain

from app.domain.addresses import Address
from app.domain.advice.evaluation import Reason, suggest
from app.domain.advice.grounds import Ground
from app.domain.handbook.library import Library, Proof
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.ledger.unlawful import held_back
from app.domain.proof import Aspect, Audience, Requirement
from app.domain.value import Value
from app.domain.words import Strength, Word

FORCE: Mapping[Strength, int] = {Strength.WEAK: 1, Strength.MEDIUM: 2, Strength.STRONG: 3}
DISPUTED_FROM = FORCE[Strength.MEDIUM]
"""From this weight on an objection is more than a blemish."""
FILLED = ("asset", "level", "day", "who", "readers", "place", "answer")
"""What may stand in { } in a sentence of handbook_content/requirements."""


class Standing(Word):
    """How a condition stands towards somebody, in words."""

    SPOKEN = "spoken", "手がかりがあります"
    DISPUTED = "disputed", "争われやすい所があります"
    OPEN = "open", "まだ示せません"


class Point(Value):
    """One fact in words: what speaks, or what is held against the firm; and the step that would mend it."""

    proof: str
    reason: Reason
    force: int
    step: str = ""
    to: Address | None = None


class Line(Value):
    """One of the three conditions: how it stands, what speaks for it and against it, the strongest first."""

    requirement: Requirement
    standing: Standing
    speaking: tuple[Point, ...]
    against: tuple[Point, ...]


class Reading(Value):
    """All three towards one audience. `weakest` is the strongest counter-argument, None where nothing is held against the firm."""

    audience: Audience
    lines: tuple[Line, ...]
    weakest: Point | None

    @property
    def dispute(self) -> Requirement | None:
        """The condition that would be disputed first."""
        return next((line.requirement for line in self.lines if self.weakest in line.against), None)


class Meter(Value):
    """What is read of one asset. What is held back has one sentence and nothing else."""

    readings: tuple[Reading, ...] = ()
    held_back: Reason | None = None


def meter(company: Company, library: Library, asset: Asset) -> Meter:
    """The three conditions of one asset towards each audience."""
    if held_back(company, asset):
        return Meter(held_back=suggest(company, asset).reasons[0])
    return Meter(tuple(reading(company, library, asset, audience) for audience in Audience))


def reading(company: Company, library: Library, asset: Asset, audience: Audience) -> Reading:
    """The three conditions of one asset towards one audience."""
    ground = Ground(company, asset, audience)
    speaking: dict[Aspect, list[Point]] = {aspect: [] for aspect in Aspect}
    against: dict[Aspect, list[Point]] = {aspect: [] for aspect in Aspect}
    for proof in sorted(library.requirements.values(), key=_by_order):
        if ground.asks(proof):
            holds, words = ground.found(proof)
            if holds and proof.speaks:
                speaking[proof.aspect].append(_told(proof, proof.speaks, proof.strength, ground, words))
            elif holds is False and proof.objection:
                against[proof.aspect].append(_told(proof, proof.objection, proof.weight, ground, words))
    lines = tuple(_line(requirement, speaking, against) for requirement in Requirement)
    every = chain.from_iterable(line.against for line in lines)
    return Reading(audience, lines, max(every, key=lambda one: one.force, default=None))


def _by_order(proof: Proof) -> tuple[int, str]:
    return proof.order, proof.id


def _told(proof: Proof, sentence: str, strength: Strength, ground: Ground, words: Mapping[str, str]) -> Point:
    reason = Reason(sentence.format_map({**ground.words, **words}), proof.source, proof.basis)
    to = Address(proof.page, proof.focus.replace("{asset}", ground.asset.id)) if proof.page else None
    return Point(proof.id, reason, FORCE[strength], proof.step, to)


def _line(
    requirement: Requirement, speaking: Mapping[Aspect, list[Point]], against: Mapping[Aspect, list[Point]]
) -> Line:
    """A condition is shown when each of its aspects has something that speaks; 秘密管理性 has two."""
    aspects = [aspect for aspect in Aspect if aspect.requirement is requirement]
    missing = [aspect for aspect in aspects if not any(one.force >= DISPUTED_FROM for one in speaking[aspect])]
    pro = sorted((one for aspect in aspects for one in speaking[aspect]), key=lambda one: -one.force)
    con = sorted((one for aspect in aspects for one in against[aspect]), key=lambda one: -one.force)
    if missing:
        standing = Standing.OPEN
    elif con and con[0].force >= DISPUTED_FROM:
        standing = Standing.DISPUTED
    else:
        standing = Standing.SPOKEN
    return Line(requirement, standing, tuple(pro), tuple(con))
