"""ムリ・ムダ・ムラなく: what the map of measures says in sentences, and the figures at its edge."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.domain.advice import plan
from app.domain.advice.coverage import Cell, Standing
from app.domain.advice.evaluation import effective_level
from app.domain.advice.recommendation import Advice, chosen
from app.domain.handbook.library import Case, Library, Measure, measures_in
from app.domain.ledger.company import Company
from app.domain.naming import things
from app.domain.value import Value
from app.domain.words import Effort, Level, Medium, Purpose, Route

MANY = 5
"""From this many measures in one person's hands we speak of it (our own guide)."""

LITTLE = 0.35
"""Benefit a minute of a measure beside another one of its cell, below which we say that the other one is enough (our own guide)."""
BEGIN = "始めやすい対策を見る"

AIMS: dict[Purpose, str] = {
    Purpose.ACCESS: "用のない人が、秘密のそばに来られないようにします。",
    Purpose.REMOVAL: "近づけた人でも、外へ運び出しにくくします。",
    Purpose.VISIBILITY: "持ち出せば目に付く、と分かる職場にします。",
    Purpose.AWARENESS: "「秘密とは思わなかった」が起きないようにします。",
    Purpose.TRUST: "漏らそうという気持ちが起きない間柄を保ちます。",
}


class Remark(Value):
    """One sentence of ムリ, ムダ or ムラ, and what on page C cures it: the words of the link, and where it leads."""

    word: str
    text: str
    way: str
    focus: str


def remarks(company: Company, library: Library, advice: Mapping[str, Advice]) -> list[Remark]:
    """What is out of balance, nothing where all is well."""
    return [
        *_too_much(company, library, advice),
        *_one_with_many(company, library),
        *_twice(company, library, advice),
        *_uncovered(company, library, advice),
    ]


def _too_much(company: Company, library: Library, advice: Mapping[str, Advice]) -> Iterator[Remark]:
    """ムリ: what is in force, but for what the facts demand, takes more minutes than so many people can keep up."""
    free = [library.measures[one] for one in _kept(company, library) if not advice[one].demanded]
    spent, room = sum(measure.minutes for measure in free), int(plan.minutes(len(company.staff)))
    if spent > room:
        heaviest = max(free, key=lambda measure: measure.minutes)
        yield Remark(
            "ムリ",
            f"事情から外せないもののほかに、月{spent}分ほどかかる対策を選んでいます。{len(company.staff)}人で続けられる目安は"
            f"月{room}分ほどです（まもり帳の見積り）。いちばん重いのは「{heaviest.title}」（月{heaviest.minutes}分）です。",
            "この対策を見直す",
            heaviest.id,
        )


def _one_with_many(company: Company, library: Library) -> Iterator[Remark]:
    """ムリ: one person sees to many of them, though there are others."""
    held = Counter(company.choices[one].who for one in _kept(company, library))
    person, count = max(
        held.items(), key=lambda one: (bool(one[0]) and company.is_here(one[0]), one[1]), default=("", 0)
    )
    if count >= MANY and company.is_here(person) and len(company.staff) > 1:
        name, whole = company.person_name(person), things(held.total())
        yield Remark(
            "ムリ",
            f"選んだ対策{whole}のうち{things(count)}を、{name}さんが受け持っています。ほかの人にも分けられます。",
            "担当を見る",
            "plan",
        )


def _twice(company: Company, library: Library, advice: Mapping[str, Advice]) -> Iterator[Remark]:
    """ムダ: a measure that guards, with the same aim, only what another one guards already, and is not worth its minutes beside it."""
    kept = [library.measures[one] for one in _kept(company, library)]
    needed = {need for measure in kept for need in measure.needs}
    for one in kept:
        beside = advice[one.id].weight * plan.AGAIN / one.minutes
        if one.when or one.id in needed or advice[one.id].demanded or beside >= LITTLE:
            continue
        other = next((other for other in kept if _does_all_of(other, one, advice)), None)
        if other is not None:
            yield Remark(
                "ムダ",
                f"「{one.title}」（月{one.minutes}分）は、「{other.title}」と同じねらいで同じものを守ります。"
                f"続けるのが大変なら、「{other.title}」だけでも足ります。",
                "見くらべる",
                one.id,
            )


def _does_all_of(other: Measure, one: Measure, advice: Mapping[str, Advice]) -> bool:
    """Whether another measure of the cell guards all that this one does, in the same media, and is worth more."""
    if other.id == one.id or (other.route, other.purpose) != (one.route, one.purpose):
        return False
    mine, its = (frozenset(alike.top.kind for alike in advice[each.id].guards) for each in (one, other))
    media, its_media = (frozenset(each.media or Medium) for each in (one, other))
    worth = (advice[one.id].weight, one.code), (advice[other.id].weight, other.code)
    return bool(mine) and mine <= its and media <= its_media and worth[0] < worth[1]


def _uncovered(company: Company, library: Library, advice: Mapping[str, Advice]) -> Iterator[Remark]:
    """ムラ: routes and levels for which something is suggested and nothing is in force. Before anything is, the plan says it all."""
    kept = _kept(company, library)
    offered = sorted((one for one in advice.values() if one.suggested), key=lambda one: one.order) if kept else []
    begun = {library.measures[one].route for one in kept}
    apart = [one for one in offered if library.measures[one.measure].route not in begun]
    if routes := list(dict.fromkeys(library.measures[one.measure].route.label for one in apart)):
        yield Remark("ムラ", f"{'、'.join(routes)}の道には、まだ何も始めていません。", BEGIN, apart[0].measure)
    reached = {alike.level for one in kept for alike in advice[one].guards}
    bare = [one for one in offered if any(alike.level not in reached for alike in one.guards)]
    if bare:
        levels = {alike.level for one in bare for alike in one.guards} - reached
        names = "".join(f"「{company.level_name(level)}」" for level in Level if level in levels)
        yield Remark("ムラ", f"{names}の情報には、まだ何も始めていません。", BEGIN, bare[0].measure)


def _kept(company: Company, library: Library) -> list[str]:
    """The measures in force, in the order of the handbook."""
    in_force = chosen(company)
    return [one for one in library.measures if one in in_force]


def coverage(company: Company, advice: Mapping[str, Advice]) -> dict[Level, tuple[int, int]]:
    """Of each secret level: how many assets something in force guards, of how many."""
    reached = {alike.top.kind: alike for one in chosen(company) if one in advice for alike in advice[one].guards}
    count = Counter[Level]()
    for alike in reached.values():
        count[alike.level] += len(alike.places)
    return {level: (count[level], whole) for level, whole in guarded(company).items()}


Cells = Mapping[tuple[Route, Purpose], Cell]


def gaps(cells: Cells) -> list[Cell]:
    """The cells where something is suggested and nothing is chosen, in the order of the map."""
    return [cell for cell in cells.values() if cell.standing is Standing.GAP]


def next_gap(cells: Cells, after: tuple[Route, Purpose]) -> Cell | None:
    """The next gap behind this cell, beginning again at the top; None when this one is the only gap, or there is none."""
    order = list(cells)
    here = order.index(after)
    turned = [cells[key] for key in order[here + 1 :] + order[:here]]
    return next((cell for cell in turned if cell.standing is Standing.GAP), None)


def cell_name(cell: Cell) -> str:
    """「退職者等の「持出しにくく」」."""
    return f"{cell.route.label}の「{cell.purpose.plain}」"


def easy_ones(cell: Cell, library: Library, advice: Mapping[str, Advice]) -> str:
    """How many of a gap's suggested measures make little work, in a sentence; "" when none does."""
    count = sum(1 for m in offered(library, advice, cell) if m.effort is Effort.LOW)
    return f"{cell_name(cell)}には、手間の軽い対策が{things(count)}あります。" if count else ""


def offered(library: Library, advice: Mapping[str, Advice], cell: Cell) -> list[Measure]:
    """The suggested measures of a cell, what helps most first."""
    return [m for m in in_order(library, advice, cell) if advice[m.id].suggested]


def in_order(library: Library, advice: Mapping[str, Advice], cell: Cell) -> list[Measure]:
    """All measures of a cell: those of the plan in its order, then what helps most first."""

    def place(measure: Measure) -> tuple[bool, int, float]:
        found = advice[measure.id]
        return not found.suggested, found.order, -found.weight

    return sorted(measures_in(library, cell.route, cell.purpose), key=place)


def size_of(company: Company, route: Route) -> str:
    """How many stand at the head of a row of the map: 24人, 今年 2人, 6社, 来客・業者."""
    match route:
        case Route.EMPLOYEES:
            return f"{len(company.staff)}人"
        case Route.LEAVERS:
            return f"今年 {sum(1 for p in company.people.values() if p.left[:4] == str(company.on.year))}人"
        case Route.PARTNERS:
            return f"{len(company.partners)}社"
        case Route.OUTSIDERS:
            return "来客・業者"


def guarded(company: Company) -> dict[Level, int]:
    """How many assets of each secret level there are, decided or else suggested, highest first."""
    count = Counter(company.of_every(effective_level))
    used = sorted(company.profile.levels, key=lambda level: -level.rank)
    return {level: count[level] for level in used}


def cases_of(library: Library, measure: str) -> Sequence[Case]:
    """The companies of the case book that did this."""
    return [case for case in library.cases.values() if measure in case.measures]
