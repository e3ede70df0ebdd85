"""事例 by likeness to this firm: the same trade first, then about the same size, ways out that exist here, what is the case here.

Our own guide. The trade is compared by its words, because owners write 「金属プレス」 where a case says 「金属プレス加工（精密・微細な加工）」;
words that every factory has (製造, 加工, 部品) say nothing. What a case does not tell counts neither for nor against it.
"""

import re
from collections.abc import Iterable
from unicodedata import normalize

from app.domain.handbook.library import Case, Library
from app.domain.ledger.circumstances import circumstances
from app.domain.ledger.company import Company
from app.domain.value import Value
from app.domain.words import Circumstance, Route

COMMON = re.compile(
    "製造業?|製作所?|加工業?|販売|部品|会社|株式|有限|工業|工場|装置|サービス業?|精密|微細|特殊|保守|技術|業"
)
"""What a trade may be called whatever it makes; taken out before two trades are compared."""
_WORD = re.compile(r"[一-鿿々]{2,}|[ァ-ヺー]{2,}|[a-z]{2,}")
_ASIDE = re.compile(r"\(.*?\)")
_NUMBER = re.compile(r"\d+")
SIZES = ((re.compile("小さ|小規模|町工場"), 20), (re.compile("大企業|大手|大きな"), 1000))
BANDS = (20, 100, 300)
"""Up to so many people firms are of one size: what can be kept up there is alike."""
WAYS: dict[Route, frozenset[Circumstance]] = {
    Route.LEAVERS: frozenset({Circumstance.LEAVERS}),
    Route.PARTNERS: frozenset({Circumstance.PARTNERS, Circumstance.SUBCONTRACT, Circumstance.ENTRUSTED}),
    Route.OUTSIDERS: frozenset(
        {Circumstance.VISITORS, Circumstance.NETWORK, Circumstance.CLOUD, Circumstance.MOBILE, Circumstance.TELEWORK}
    ),
}
"""What opens a way out; employees are one wherever somebody works."""


class Likeness(Value):
    """What a case shares with this firm."""

    trade: bool = False
    size: bool = False
    routes: tuple[Route, ...] = ()
    facts: tuple[Circumstance, ...] = ()

    @property
    def weight(self) -> tuple[bool, int]:
        """The same trade before anything else; then by how much is shared."""
        return self.trade, 2 * self.size + 2 * bool(self.routes) + min(len(self.facts), 2)

    @property
    def words(self) -> str:
        """「うちと近い：業種・退職者等」, "" where nothing is shared."""
        shared = ["業種"] * self.trade + ["会社の大きさ"] * self.size + [route.label for route in self.routes]
        return f"うちと近い：{'・'.join(shared)}" if shared else ""


def likeness(company: Company, library: Library, case: Case) -> Likeness:
    """What one case shares with this firm."""
    return _Firm(company, library).likeness(case)


def by_likeness(company: Company, library: Library, cases: Iterable[Case]) -> list[tuple[Case, Likeness]]:
    """The cases with what they share, the most alike first; those that are equally alike stay in their order."""
    firm = _Firm(company, library)
    found = [(case, firm.likeness(case)) for case in cases]
    return sorted(found, key=lambda one: one[1].weight, reverse=True)


def same_trade(one: str, other: str) -> bool:
    """Whether two trades share a word that says something of what is made."""
    others = trade_words(other)
    return any(a in b or b in a for a in trade_words(one) for b in others)


def trade_words(trade: str) -> frozenset[str]:
    """The telling words of a trade, what stands in brackets left out."""
    folded = _ASIDE.sub(" ", normalize("NFKC", trade).casefold())
    return frozenset(_WORD.findall(COMMON.sub(" ", folded)))


def people_of(size: str) -> int:
    """How many people words such as 「従業員24人」 or 「小さな会社」 speak of, 0 where they do not say."""
    told = normalize("NFKC", size)
    if number := _NUMBER.search(told):
        return int(number[0])
    return next((people for words, people in SIZES if words.search(told)), 0)


def ways_out(company: Company, facts: frozenset[Circumstance]) -> frozenset[Route]:
    """The routes that exist at this firm."""
    found = {route for route, opening in WAYS.items() if opening & facts}
    found |= {Route.EMPLOYEES} if company.staff else set()
    found |= {Route.OUTSIDERS} if company.servicing else set()
    return frozenset(found)


class _Firm:
    """What is asked of the firm for every case, worked out once."""

    def __init__(self, company: Company, library: Library) -> None:
        self._library, self._trade, self._people = library, company.profile.trade, len(company.staff)
        self._facts = circumstances(company)
        self._ways = ways_out(company, self._facts)

    def likeness(self, case: Case) -> Likeness:
        measures = (self._library.measures[one] for one in case.measures)
        asked = {fact for measure in measures for fact in measure.when}
        return Likeness(
            same_trade(self._trade, case.trade),
            self._alike_in_size(people_of(case.size)),
            tuple(route for route in case.routes if route in self._ways),
            tuple(fact for fact in Circumstance if fact in asked & self._facts),
        )

    def _alike_in_size(self, people: int) -> bool:
        return bool(people and self._people) and _band(people) == _band(self._people)


def _band(people: int) -> int:
    return sum(people > most for most in BANDS)
