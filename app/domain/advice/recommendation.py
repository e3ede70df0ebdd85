"""C 対策の選択: which measures fit this company, and why or why not.

The rules of thumb are the handbook's (ムリ・ムダ・ムラなく; many readers → 視認性 and 持出し困難化; a diverse workforce → do not rely
on motivation) and ours for small factories (starter set first, little effort first, a few per cell). Every measure gets reasons.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import itemgetter

from app.domain.advice.evaluation import DECK, Reason, effective_level
from app.domain.handbook.library import Library, Measure
from app.domain.ledger.agreements import standing_of
from app.domain.ledger.circumstances import MANY_READERS, circumstances
from app.domain.ledger.company import Company
from app.domain.ledger.readers import open_to_all, viewers
from app.domain.ledger.records import Asset
from app.domain.naming import short
from app.domain.value import Value
from app.domain.words import (
    Basis,
    Circumstance,
    Effort,
    Level,
    Medium,
    Purpose,
    Route,
    State,
    Strength,
)

AGREEMENT = "mutual-nda"
LEAST_WEIGHT = 7
"""Below this a measure is worth less than the attention it takes, unless it was chosen already."""
BROAD = 8
"""From this many measures on, a cell covers so much ground that one more is worth it."""


class Guarded(Value):
    """An asset as the rules see it."""

    asset: Asset
    level: Level
    media: frozenset[Medium]
    readers: int

    @property
    def kind(self) -> str:
        """The level and the media in one word."""
        return " ".join([self.level, *sorted(self.media)])


class Alike(Value):
    """Assets of one level in the same media, which no rule tells apart: how many there are.

    `top` is the one that most people may view, the first of them; `place` is where it stands in the owner's order.
    """

    top: Guarded
    place: int
    count: int


class Advice(Value):
    """What we say of one measure: suggested or not now, the reasons, and what it would guard."""

    measure: str
    suggested: bool
    reasons: tuple[Reason, ...]
    guards: tuple[Alike, ...] = ()
    weight: int = 0


def advise(company: Company, library: Library, only: Level | None = None) -> Mapping[str, Advice]:
    """Advice on every measure of the library, by id; for the information of one level only where one is named."""
    guarded = [alike for alike in _alike(company) if only in (None, alike.top.level)]
    facts = circumstances(company)
    first = {m.id: _first_look(company, library, m, guarded, facts) for m in library.measures.values()}
    return _fewest(company, library, first)


def guards(company: Company, advice: Advice) -> list[str]:
    """The assets (ids) that a measure would guard, in the owner's order."""
    kinds = {alike.top.kind for alike in advice.guards}
    views = zip(company.order, company.of_every(_view), strict=True)
    return [asset for asset, view in views if view and view.kind in kinds]


def chosen(company: Company) -> frozenset[str]:
    """The measures that the company has adopted or does already."""
    return company.out_of(("choices",), _chosen)


def _chosen(company: Company) -> frozenset[str]:
    return frozenset(choice.id for choice in company.choices.values() if choice.state.in_force)


def per_cell(company: Company, offered: int) -> int:
    """How many measures of one cell a company of this size can keep up; one more where the cell is broad."""
    people = len(company.staff)
    return (1 if people <= 10 else 2 if people <= 30 else 3) + offered // BROAD


def _alike(company: Company) -> list[Alike]:
    """What is to be guarded. Ten thousand assets come down to a few dozen, and only these are weighed for each measure.

    What grows with the assets is counting their signs and finding the first of each, which Python does in its own C.
    """
    signs = company.of_every(_sign)
    counts, first = Counter(signs), dict(zip(reversed(signs), range(len(signs) - 1, -1, -1), strict=True))
    found: dict[str, Alike] = {}
    for sign, place in sorted(first.items(), key=itemgetter(1)):
        if (view := company.of(company.order[place], _view)) is None:
            continue
        here = Alike(view, place, counts[sign])
        known = found.get(view.kind, here)
        top = here if view.readers > known.top.readers else known
        found[view.kind] = here if known is here else replace(top, count=known.count + here.count)
    return list(found.values())


def _sign(company: Company, asset: Asset) -> str:
    """All that the rules see of an asset, in a word: "" where it needs no guarding."""
    view = company.of(asset.id, _view)
    return f"{view.readers} {view.kind}" if view else ""


def _view(company: Company, asset: Asset) -> Guarded | None:
    level = effective_level(company, asset)
    if level is None or level is Level.OPEN:
        return None
    media = frozenset(place.medium for place in company.places_of(asset.id))
    everyone = len(company.staff) if open_to_all(company, asset.id) else 0
    return Guarded(asset, level, media, max(everyone, company.of(asset.id, viewers)))


def _first_look(
    company: Company, library: Library, measure: Measure, guarded: list[Alike], facts: frozenset[Circumstance]
) -> Advice:
    """What speaks for and against one measure by itself."""
    missing = [fact for fact in measure.when if fact not in facts]
    if missing:
        return Advice(measure.id, False, (Reason(f"「{missing[0].label}」に当てはまらないためです。"),))
    media = frozenset(measure.media or Medium)
    served = tuple(alike for alike in guarded if alike.top.level in measure.levels and alike.top.media & media)
    if not served:
        return Advice(measure.id, False, (Reason(_nothing_to_guard(company, measure)),))
    if measure.effort is Effort.HIGH and not any(alike.top.level is Level.TOP_SECRET for alike in served):
        top = company.level_name(Level.TOP_SECRET)
        return Advice(measure.id, False, (Reason(f"手間が重い割に、守る「{top}」がありません。"),), served)
    before = [library.measures[need].title for need in measure.needs if need not in chosen(company)]
    reasons = [_what_it_guards(company, measure, served), *_rules_of_thumb(company, measure, served, facts)]
    reasons += [Reason(f"「{title}」が先にあると、進めやすくなります。") for title in before]
    return Advice(measure.id, True, tuple(reasons), served, _weight(measure, served, facts) - 2 * len(before))


def _nothing_to_guard(company: Company, measure: Measure) -> str:
    lowest = min(measure.levels, key=lambda level: level.rank, default=Level.INTERNAL)
    media = "・".join(medium.label for medium in measure.media)
    kind = f"{media}の情報" if media else "情報"
    return f"「{company.level_name(lowest)}」以上の{kind}が、まだないためです。"


def _what_it_guards(company: Company, measure: Measure, served: tuple[Alike, ...]) -> Reason:
    media = frozenset(measure.media or Medium)
    top = max(served, key=lambda alike: _speaks_for(alike, media)).top
    name, count = company.level_name(top.level), _count(served)
    others = f"など{count}件" if count > 1 else ""
    text = f"「{short(top.asset.name)}」（{name}）{others}を守るためです。"
    if measure.route is Route.EMPLOYEES and top.readers > 1:
        text = f"「{short(top.asset.name)}」（{name}）を{top.readers}人が見るためです。" + (
            f"ほかに{count - 1}件あります。" if count > 1 else ""
        )
    return Reason(text)


def _speaks_for(alike: Alike, media: frozenset[Medium]) -> tuple[float, int, int, int]:
    """How well an asset explains a measure: what it is made for, then the level, the readers, the owner's order."""
    top = alike.top
    return _fit(top.media, media), top.level.rank, top.readers, -alike.place


def _count(served: tuple[Alike, ...]) -> int:
    return sum(alike.count for alike in served)


def _fit(held: frozenset[Medium], guarded: frozenset[Medium]) -> float:
    """How much of an asset's media a measure is made for, and how little else: the asset that explains it best."""
    return len(held & guarded) / len(held | guarded)


def _rules_of_thumb(
    company: Company, measure: Measure, served: tuple[Alike, ...], facts: frozenset[Circumstance]
) -> Iterator[Reason]:
    if measure.starter:
        yield Reason("費用がほとんどかからず、「秘密だと示した」跡が残ります。")
    if AGREEMENT in measure.forms and (missing := _without_agreement(company)):
        yield Reason(f"秘密保持契約のない相手、期限の切れた相手が{missing}社あります。")
    if measure.when:
        yield Reason(f"「{measure.when[0].label}」会社には、はじめに効く対策です。")
    if _many(served) and measure.purpose in (Purpose.VISIBILITY, Purpose.REMOVAL):
        yield Reason("見る人が多い情報には、見つかりやすさと持出しにくさが効きます。", DECK, Basis.SEED)
    if not _many(served) and measure.purpose is Purpose.ACCESS:
        yield Reason("見る人が少ないので、近づけない工夫が無理なく続きます。")
    if Circumstance.DIVERSE in facts and measure.purpose is Purpose.TRUST:
        yield Reason("顔ぶれがさまざまな職場では、これだけに頼りません。", DECK, Basis.SEED)
    elif Circumstance.DIVERSE in facts and measure.purpose is Purpose.AWARENESS:
        yield Reason("顔ぶれがさまざまなほど、言葉と表示で伝えることが効きます。")
    if measure.secrecy is Strength.STRONG and not measure.starter:
        yield Reason("「秘密として管理していた」ことの裏付けになりやすい対策です。")


def _without_agreement(company: Company) -> int:
    return sum(1 for partner in company.partners.values() if not standing_of(partner, company.on).good)


def _many(served: tuple[Alike, ...]) -> bool:
    return any(alike.top.readers >= MANY_READERS for alike in served)


def _weight(measure: Measure, served: tuple[Alike, ...], facts: frozenset[Circumstance]) -> int:
    """Order within a cell: the starter set, little effort, evidence, what this company's circumstances call for.

    Evidence of 秘密管理性 weighs nothing for 信頼関係 and against outsiders.
    """
    ease: dict[Effort, int] = {Effort.LOW: 4, Effort.MEDIUM: 2, Effort.HIGH: 0}
    evidence: dict[Strength, int] = {Strength.STRONG: 4, Strength.MEDIUM: 2, Strength.WEAK: 0}
    many = _many(served) and measure.purpose in (Purpose.VISIBILITY, Purpose.REMOVAL)
    speaks = measure.purpose is not Purpose.TRUST and measure.route is not Route.OUTSIDERS
    shaky = Circumstance.DIVERSE in facts and measure.purpose is Purpose.TRUST
    return (
        (20 if measure.starter else 0)
        + ease[measure.effort]
        + (evidence[measure.secrecy] if speaks else 0)
        + (1 if measure.origin == "handbook" else 0)
        + (3 if measure.when else 0)
        + (3 if many else 0)
        - (3 if shaky else 0)
        + max(alike.top.level.rank for alike in served)
        + min(_count(served), 10) // 3
    )


def _fewest(company: Company, library: Library, first: dict[str, Advice]) -> dict[str, Advice]:
    """Keep only as many suggestions per cell as the people can keep up; measures already chosen stay."""
    offered = Counter((measure.route, measure.purpose) for measure in library.measures.values())
    kept = chosen(company)
    declined = {choice.id for choice in company.choices.values() if choice.state is State.DECLINED}
    taken: Counter[tuple[Route, Purpose]] = Counter()
    advice: dict[str, Advice] = {}
    order = sorted(first.values(), key=lambda a: (a.measure not in kept, -a.weight, library.measures[a.measure].code))
    for item in order:
        measure = library.measures[item.measure]
        cell = (measure.route, measure.purpose)
        if item.measure in declined:
            text = "「合わない」と決めてあります。"
            advice[item.measure] = Advice(item.measure, False, (Reason(text), *item.reasons), item.guards, item.weight)
            continue
        if not item.suggested:
            advice[item.measure] = item
            continue
        if item.measure not in kept and (taken[cell] >= per_cell(company, offered[cell]) or item.weight < LEAST_WEIGHT):
            text = "同じねらいの、先に効く対策で足ります。続いたら、次に考えます。"
            advice[item.measure] = Advice(item.measure, False, (Reason(text), *item.reasons), item.guards, item.weight)
            continue
        taken[cell] += 1
        advice[item.measure] = item
    return {measure: advice[measure] for measure in library.measures}
