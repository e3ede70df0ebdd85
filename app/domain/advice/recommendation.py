"""C 対策の選択: which measures fit this company, when to begin with each, and why or why not.

    exposure (what is reachable on which route) → rules (data) → benefit → plan (which, when) → because (in the company's words)

Ten thousand assets come down to a few dozen kinds a route, and only these are weighed for each measure.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from math import log2

from app.domain import dates
from app.domain.advice import because
from app.domain.advice.because import Named
from app.domain.advice.evaluation import Reason
from app.domain.advice.exposure import Guarded, guarded
from app.domain.advice.plan import Candidate, Plan, plan
from app.domain.advice.rules import Alike, Rules, demands, factor, forbidden, touched
from app.domain.handbook.library import Library, Measure, Rule
from app.domain.ledger.circumstances import circumstances
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.ledger.seats import holder, used_levels
from app.domain.value import Value
from app.domain.words import Circumstance, Effect, Level, Medium, Purpose, Route, Stage, State, Strength, Trait

VALUE: Mapping[Level, int] = {Level.OPEN: 0, Level.INTERNAL: 1, Level.SECRET: 3, Level.TOP_SECRET: 6}
EVIDENCE: Mapping[Strength, float] = {Strength.STRONG: 1.4, Strength.MEDIUM: 1.15, Strength.WEAK: 1.0}
STARTER = 1.6
FIT_WITHOUT_MEDIA = 0.7
"""How well a measure fits that speaks of no medium."""
DAYS: Mapping[Stage, int] = {Stage.WEEK: 7, Stage.MONTH: 30, Stage.QUARTER: 91, Stage.YEAR: 365}
ENDS = (Trait.LEAVING, Trait.ENDING)
"""What has a last day, by which whatever is demanded because of it is done."""
BEFORE_LEAVING = frozenset({Purpose.ACCESS, Purpose.REMOVAL, Purpose.AWARENESS})
"""What is done about leavers with these aims is done by their last day; what keeps in touch goes on after it."""
SHOWN = 3
"""Reasons that a measure gives at most."""


class Advice(Value):
    """What we say of one measure: suggested or not, when and by whom, the reasons, and what it guards. What is in force already is
    not suggested, and has its reasons too.

    `order` counts the suggestions from 1 (0: none); `who` is a person's id or "", `due` the last day of the stage, or what ends before.
    `demanded` is what the facts ask for, whatever minutes it takes.
    """

    measure: str
    suggested: bool
    reasons: tuple[Reason, ...]
    guards: tuple[Alike, ...] = ()
    weight: float = 0.0
    stage: Stage | None = None
    order: int = 0
    who: str = ""
    due: str = ""
    demanded: bool = False


class _Look(Value):
    """What one measure is good for by itself; `no` says why not at all."""

    measure: Measure
    served: tuple[Alike, ...] = ()
    rules: tuple[Rule, ...] = ()
    shares: tuple[float, ...] = ()
    """What it does for each of `served`."""
    demanded: tuple[tuple[Rule, tuple[Alike, ...]], ...] = ()
    no: Reason | None = None

    @property
    def benefit(self) -> float:
        """What it does for the one that it serves best; that it serves others too adds less and less. 0 where it serves none."""
        if not self.shares:
            return 0.0
        best = max(self.shares)
        others = sum(share * len(alike.places) for share, alike in zip(self.shares, self.served, strict=True)) / best
        return best * (1 + 0.25 * log2(others))


def advise(company: Company, library: Library, only: Level | None = None) -> Mapping[str, Advice]:
    """Advice on every measure of the library, by id; for the information of one level only where one is named."""
    facts = circumstances(company)
    rules, routes = Rules(library, facts, len(company.staff)), _by_route(company, only)
    looks = {m.id: _look(company, m, routes[m.route], facts, rules.speaking_of(m)) for m in library.measures.values()}
    kept = chosen(company) & library.measures.keys()
    begun = sum(1 for one in kept if company.choices[one].state is State.ADOPTED)
    candidates = [_candidate(look) for look in looks.values() if look.no is None]
    told = _Telling(company, library, looks, plan(candidates, library, kept, begun, len(company.staff)), kept)
    return {measure: told.advice(measure) for measure in library.measures}


def guards(company: Company, advice: Advice) -> list[str]:
    """The assets (ids) that a measure would guard, in the owner's order."""
    return [company.order[place] for place in sorted({place for alike in advice.guards for place in alike.places})]


def chosen(company: Company) -> frozenset[str]:
    """The measures that the company has adopted or does already."""
    return company.out_of(("choices",), _chosen)


def _chosen(company: Company) -> frozenset[str]:
    return frozenset(choice.id for choice in company.choices.values() if choice.state.in_force)


def _by_route(company: Company, only: Level | None) -> Mapping[Route, list[Alike]]:
    """What is exposed on each route, put together by what the rules can tell apart."""
    kinds: dict[str, list[int]] = {}
    for place, kind in enumerate(company.of_every(_kind)):
        if kind:
            kinds.setdefault(kind, []).append(place)
    found: dict[Route, list[Alike]] = {route: [] for route in Route}
    for places in kinds.values():
        top = company.of(company.order[places[0]], guarded)
        if top is not None and only in (None, top.level):
            for route, exposure in top.routes:
                found[route].append(Alike(route, top, exposure, places))
    return found


def _kind(company: Company, asset: Asset) -> str:
    """The kind of an asset, "" where it needs no guarding."""
    view = company.of(asset.id, guarded)
    return view.kind if view else ""


def _look(
    company: Company, measure: Measure, exposed: list[Alike], facts: frozenset[Circumstance], rules: tuple[Rule, ...]
) -> _Look:
    """What speaks for and against one measure by itself."""
    if declined := _declined(company, measure):
        return _Look(measure, no=declined)
    missing = [fact for fact in measure.when if fact not in facts]
    if missing:
        return _Look(measure, no=Reason(f"「{missing[0].label}」に当てはまらないためです。"))
    media = frozenset(measure.media or Medium)
    near = [one for one in exposed if one.level in measure.levels and one.media & media and _is_meant(measure, one)]
    served = tuple(one for one in near if not forbidden(rules, one))
    if not served:
        bar = next(filter(None, (forbidden(rules, one) for one in near)), None)
        if bar is not None:
            return _Look(
                measure,
                no=Reason(because.filled(company, bar.reason, measure.route, near[0].top), bar.source, bar.basis),
            )
        why = because.nothing_there(company, measure)
        return _Look(measure, no=Reason(why))
    shares = tuple(_share(measure, one) * factor(rules, one) for one in served)
    return _Look(measure, served, rules, shares, tuple(demands(rules, served)))


def _is_meant(measure: Measure, alike: Alike) -> bool:
    """On the route of partners: what was entrusted to us is another thing than what we have handed out."""
    if measure.route is not Route.PARTNERS:
        return True
    return not alike.exposure.traits.isdisjoint(measure.guards)


def _declined(company: Company, measure: Measure) -> Reason | None:
    """「合わない」, and 「後で」 until its day comes."""
    choice = company.choices.get(measure.id)
    if choice is None:
        return None
    if choice.state is State.DECLINED:
        return Reason("「合わない」と決めてあります。")
    if choice.state is State.LATER and choice.due > company.day:
        return Reason(f"{dates.written(choice.due, company.profile.western_dates)}まで「後で」と決めてあります。")
    return None


def _share(measure: Measure, alike: Alike) -> float:
    """What a measure does for assets of one kind: their worth, how far they are exposed, how well it fits their media, and what it
    proves. Evidence of 秘密管理性 weighs nothing for 信頼関係 and against outsiders."""
    media = frozenset(measure.media)
    fit = len(alike.media & media) / len(alike.media) if media else FIT_WITHOUT_MEDIA
    speaks = measure.purpose is not Purpose.TRUST and measure.route is not Route.OUTSIDERS
    return (
        VALUE[alike.level]
        * alike.exposure.weight
        * fit
        * (EVIDENCE[measure.secrecy] if speaks else 1.0)
        * (STARTER if measure.starter else 1.0)
    )


def _candidate(look: _Look) -> Candidate:
    if not look.demanded:
        return Candidate(look.measure, look.benefit)
    rule, wanted = look.demanded[0]
    soon = Trait.LEAVING in rule.traits and any(Trait.SOON in one.exposure.traits for one in wanted)
    return Candidate(look.measure, look.benefit, rule.stage, rule.order, Stage.QUARTER if soon else Stage.YEAR)


def _last_day(look: _Look) -> str:
    """The day before which it has to be done: the first last day of a leaver, or the end of an agreement; "" where nothing ends."""
    rule, wanted = look.demanded[0] if look.demanded else (None, ())
    ends = {trait for trait in ENDS if rule is not None and trait in rule.traits}
    if not ends and look.measure.route is Route.LEAVERS and look.measure.purpose in BEFORE_LEAVING:
        ends, wanted = {Trait.LEAVING}, look.served
    return min((one.exposure.day for one in wanted if ends and one.exposure.traits.issuperset(ends)), default="")


class _Telling:
    """Puts advice into words, in the order of the plan, so that no asset opens more than a few reasons."""

    def __init__(
        self,
        company: Company,
        library: Library,
        looks: Mapping[str, _Look],
        planned: Plan,
        kept: frozenset[str],
    ) -> None:
        self._company, self._library, self._looks, self._kept = company, library, looks, kept
        self._places, self._following = planned.places, planned.following
        self._said: set[str] = set()
        self._named: Counter[tuple[Route, str]] = Counter()
        self._opened: Counter[str] = Counter()
        self._reasons = {
            one: self._why(looks[one]) for one in (*self._places, *(m for m in library.measures if m in kept))
        }

    def advice(self, measure: str) -> Advice:
        """What is said of one measure."""
        look, place = self._looks[measure], self._places.get(measure)
        if measure in self._kept:
            return Advice(
                measure, False, self._reasons[measure], look.served, look.benefit, demanded=bool(look.demanded)
            )
        if place is None:
            return Advice(measure, False, self._why_not(look), look.served, look.benefit)
        due = (self._company.on + timedelta(days=DAYS[place.stage])).isoformat()
        due = min(due, _last_day(look) or due)
        who = self._who(look.measure)
        return Advice(
            measure,
            True,
            self._reasons[measure],
            look.served,
            look.benefit,
            place.stage,
            place.order,
            who,
            due,
            bool(look.demanded),
        )

    def _why(self, look: _Look) -> tuple[Reason, ...]:
        if look.no is not None:
            return (look.no,)
        rule, wanted = look.demanded[0] if look.demanded else (None, ())
        alike, thing = self._worst(look, wanted)
        way = self._named[alike.route, thing.asset.id]
        self._named[alike.route, thing.asset.id] += 1
        self._opened[thing.asset.id] += 1
        said = [
            Reason(because.opening(self._company, alike.route, thing, frozenset(look.measure.media or Medium), way))
        ]
        if rule is not None and rule.reason:
            every = tuple(dict.fromkeys(who for one in wanted for who in one.exposure.who))
            things = Named([place for one in wanted for place in one.places], self._at)
            text = because.filled(self._company, rule.reason, alike.route, thing, every, things)
            said.append(Reason(text, rule.source, rule.basis))
        said += list(self._back(look))
        said += list(self._weighed(look, alike, thing))
        said += list(self._before(look.measure))
        return tuple(dict.fromkeys(said))[:SHOWN]

    def _worst(self, look: _Look, wanted: tuple[Alike, ...]) -> tuple[Alike, Guarded]:
        """The thing that a measure does most for and that was not named too often; a rule's own thing before all others."""
        order = sorted(
            range(len(look.served)), key=lambda place: (look.served[place] not in wanted, -look.shares[place])
        )
        first: tuple[Alike, Guarded] | None = None
        for place in order:
            alike = look.served[place]
            for thing in map(self._at, alike.places):
                first = first or (alike, thing)
                if self._opened[thing.asset.id] < because.WAYS:
                    return alike, thing
        assert first is not None
        return first

    def _at(self, place: int) -> Guarded:
        """What stands at this place in the owner's order, and is known to be guarded."""
        thing = self._company.of(self._company.order[place], guarded)
        assert thing is not None
        return thing

    def _weighed(self, look: _Look, alike: Alike, thing: Guarded) -> Iterator[Reason]:
        """What a rule adds, once in all: said of every measure it would say nothing."""
        for rule in look.rules:
            if rule.effect is Effect.RAISE and rule.reason and touched(rule, alike):
                text = because.filled(self._company, rule.reason, alike.route, thing)
                if text not in self._said:
                    self._said.add(text)
                    yield Reason(text, rule.source, rule.basis)

    def _back(self, look: _Look) -> Iterator[Reason]:
        choice = self._company.choices.get(look.measure.id)
        if choice is not None and choice.state is State.LATER and choice.due:
            day = dates.written(choice.due, self._company.profile.western_dates)
            yield Reason(f"{day}まで「後で」としていた対策です。")

    def _before(self, measure: Measure) -> Iterator[Reason]:
        for need in measure.needs:
            if need in self._places:
                yield Reason(f"「{self._library.measures[need].title}」を始めてから、取りかかります。")

    def _why_not(self, look: _Look) -> tuple[Reason, ...]:
        """Which fact is missing, what must come first, or what already does it."""
        if look.no is not None:
            return (look.no,)
        for need in look.measure.needs:
            if need not in self._kept and need not in self._places:
                return (Reason(f"先に「{self._library.measures[need].title}」が要ります。"),)
        said = []
        if cover := self._cover(look):
            cell = f"{look.measure.route.label}の「{look.measure.purpose.plain}」"
            first = "していて" if cover in self._kept else "先に始めて"
            said.append(Reason(f"{cell}は、「{self._library.measures[cover].title}」を{first}、まずそこを守ります。"))
        if look.measure.id in self._following:
            number = self._following.index(look.measure.id) + 1
            said.append(
                Reason(f"選んだ対策が続いたら、次に始める候補の{number}番目です（目安 月{look.measure.minutes}分）。")
            )
        return tuple(said) or (Reason(f"今守るものに比べると、手間が勝ちます（目安 月{look.measure.minutes}分）。"),)

    def _cover(self, look: _Look) -> str:
        """The measure of the plan or in force that guards most of the same with the same aim; "" for none.

        One for a particular circumstance (生成AI, 来客 …) covers no other.
        """
        mine = {alike.top.kind for alike in look.served}

        def shared(one: str) -> int:
            return len(mine & {alike.top.kind for alike in self._looks[one].served})

        there = [self._library.measures[one] for one in (*self._kept, *self._places)]
        cell = (look.measure.route, look.measure.purpose)
        alike = [one.id for one in there if (one.route, one.purpose) == cell and not one.when]
        best = max(alike, key=shared, default="")
        return best if best and shared(best) else ""

    def _who(self, measure: Measure) -> str:
        """Whoever sits on the seat whose work it is; the chief where nobody does."""
        seat = f"keeper:{used_levels(self._company)[0]}" if measure.role == "keeper" else measure.role
        for one in (seat, "secretariat", "chief"):
            person = holder(self._company, one).person
            if self._company.is_here(person):
                return person
        return ""
