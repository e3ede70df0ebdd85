"""ムリ・ムダ・ムラなく: what the map of measures says in sentences, and the figures at its edge."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.domain.advice.coverage import Cell, Standing
from app.domain.advice.evaluation import effective_level
from app.domain.advice.recommendation import Advice
from app.domain.handbook.library import Case, Library, Measure, measures_in
from app.domain.ledger.company import Company
from app.domain.words import Effort, Level, Purpose, Route

MANY = 5
"""From this many measures in one person's hands we speak of it (our own guide)."""

AIMS: dict[Purpose, str] = {
    Purpose.ACCESS: "用のない人が、秘密のそばに来られないようにします。",
    Purpose.REMOVAL: "近づけた人でも、外へ運び出しにくくします。",
    Purpose.VISIBILITY: "持ち出せば目に付く、と分かる職場にします。",
    Purpose.AWARENESS: "「秘密とは思わなかった」が起きないようにします。",
    Purpose.TRUST: "漏らそうという気持ちが起きない間柄を保ちます。",
}

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


def things(count: int) -> str:
    """「3つ」, and from ten on 「12個」, as one counts."""
    return f"{count}つ" if count < 10 else f"{count}個"


def cell_name(cell: Cell) -> str:
    """「退職者等の「持出しにくく」」."""
    return f"{cell.route.label}の「{cell.purpose.plain}」"


def uneven(cells: Cells) -> str:
    """ムラ: where nothing is chosen yet, "" when nowhere."""
    empty = gaps(cells)
    if not empty:
        return ""
    others = f"（ほか{len(empty) - 1}か所）" if len(empty) > 1 else ""
    return f"{cell_name(empty[0])}が空いています{others}。"


def overburdened(company: Company) -> str:
    """ムリ: whoever has many of the chosen measures, "" when nobody has."""
    in_force = [choice for choice in company.choices.values() if choice.state.in_force]
    held = Counter(choice.who for choice in in_force if choice.who in company.people)
    if not held:
        return ""
    person, count = held.most_common(1)[0]
    if count < MANY:
        return ""
    name = company.person_name(person)
    return f"選んだ対策{things(len(in_force))}のうち{things(count)}を、{name}さんが受け持っています。"


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
