"""X: who could sit where, proposed from who is there, each with its reason. Nothing is stored here; the owner takes what fits.

Under ten people there are few seats to give: whoever leads decides and keeps, one person does the papers, one checks. From ten
up titles and departments say whom a seat suits (the words stand in handbook_content/roles/*.md, with their reasons). At any size
the one rule holds: who checks is not who administers. Two people check each other; one person alone is told so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from app.domain.advice.conflicts import OUTSIDE, WATCHED, administers
from app.domain.handbook.library import Role
from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_representative
from app.domain.ledger.records import Person
from app.domain.ledger.seats import Seat, filled, holder, seats
from app.domain.ledger.size import TEN
from app.domain.value import Value
from app.domain.words import Level

GUESTS = ("派遣", "技能実習")
"""Employments that are only here for a time: they are proposed where nobody else is left."""
ENDS = "〜"
FEW_TURNS = ("chief", "keeper", "secretariat", "inspector", "hotline", "emergency")
TURNS = ("chief", "secretariat", "keeper", "inspector", "hotline", "emergency")
"""Who is asked first: where there are many, the head of 総務 does the papers before anybody thinks of levels."""

LEADS = "会社を代表する人だからです。最後に決めるのは、この人です。"
FIRST = "役職からは分からないので、名簿の最初の人にしています。違うときは、選び直してください。"
FEW = "{count}人の会社では、役を少なくします。決める人がそのまま受け持つのが、いちばん続きます。"
KEEPS = "「{level}」の{count}件で、もう管理者になっている人だからです。"
DECIDES = "役職からは選べないので、ひとまず最後に決める人にしています。"
APART = "点検する人と分けるために、この人にしています。"
FREE = "ほかの役と重ならない人だからです。"
OF_TWO = "二人の会社なので、たがいに見ます。この人がふだんの管理を確かめ、この人の仕事は{other}さんが確かめます。"
NOT_THE_CHIEF = "社長に話しにくいことも、話せる人がよいからです。"
BY_THE_PHONE = "事務局の人なら、平日の昼に電話のそばにいることが多いからです。"
BY_DAY = "昼と夜とで、電話を受ける人を分けるためです。"
AT_NIGHT = "夜と休日は、最後に決める人に、じかに知らせが届くほうが早いからです。"
ALONE = f"一人の会社なので、点検者は勧めていません。自分の仕事を自分で点検することになるからです。{OUTSIDE}"


class Proposal(Value):
    """A seat that is empty, who could sit there (an id), and why."""

    seat: Seat
    person: str
    why: str


def proposals(company: Company, roles: Mapping[str, Role]) -> list[Proposal]:
    """One for every empty seat that somebody suits, in the order of the seats."""
    made = _Seating(company, roles).proposals()
    return [made[seat.id] for seat in seats(company) if seat.id in made]


def candidates(company: Company) -> list[Person]:
    """Who may be proposed: here today and with no last day set; those who are here for a time come last."""
    return sorted((person for person in company.staff if not person.left), key=_is_guest)


def stands_alone(company: Company) -> str:
    """What is said to a company of one person, "" to any other."""
    return ALONE if len(company.staff) == 1 and not filled(company, "inspector") else ""


class _Seating:
    """Seats one after the other: what is taken already, by the ledger or a line above, bears on the next."""

    def __init__(self, company: Company, roles: Mapping[str, Role]) -> None:
        self._company, self._roles = company, roles
        self._people = candidates(company)
        self._few = len(company.staff) < TEN
        self._made: dict[str, Proposal] = {}

    def proposals(self) -> dict[str, Proposal]:
        turns = FEW_TURNS if self._few else TURNS
        for seat in sorted(seats(self._company), key=lambda one: turns.index(one.role)):
            if not filled(self._company, seat.id) and (found := self._found(seat)):
                person, why = found
                self._made[seat.id] = Proposal(seat, person.id, why)
        return self._made

    def _found(self, seat: Seat) -> tuple[Person, str] | None:
        options: Mapping[str, Iterable[tuple[Person, str]]] = {
            "chief": self._chiefs(),
            "keeper": self._keepers(seat),
            "secretariat": self._secretaries(),
            "inspector": self._inspectors(),
            "hotline": self._listeners(),
            "emergency": self._called(seat),
        }
        fitting = [one for one in options[seat.role] if seat.role not in WATCHED or self._may_administer(one[0])]
        return min(fitting, key=lambda one: _is_guest(one[0]), default=None)

    # who is asked first, seat by seat ------------------------------------------------------------------------

    def _chiefs(self) -> Iterator[tuple[Person, str]]:
        yield from ((who, LEADS) for who in self._people if is_representative(self._company, who))
        yield from self._suited("chief", self._people)
        yield from ((who, FIRST) for who in self._people)

    def _keepers(self, seat: Seat) -> Iterator[tuple[Person, str]]:
        chief = self._sitting("chief")
        if self._few:
            yield from ((who, FEW.format(count=len(self._company.staff))) for who in chief)
        yield from self._keeping(seat)
        others = [who for who in self._people if who not in (*chief, *self._sitting("secretariat"))]
        used = self._watched()
        yield from self._suited("keeper", [who for who in others if who.id not in used])
        yield from self._suited("keeper", others)
        yield from ((who, DECIDES) for who in chief)
        yield from ((who, APART) for who in self._people)

    def _keeping(self, seat: Seat) -> Iterator[tuple[Person, str]]:
        """Those who are 管理者 of something of that level, the one of most first."""
        level = Level(seat.id.partition(":")[2])
        kept = self._kept[level]
        for who in sorted(self._people, key=lambda one: -kept[one.id]):
            if count := kept[who.id]:
                yield who, KEEPS.format(level=self._company.level_name(level), count=count)

    @cached_property
    def _kept(self) -> Mapping[Level, Counter[str]]:
        """Of each level, who is 管理者 of how much."""
        found: dict[Level, Counter[str]] = {level: Counter() for level in Level}
        for decision in self._company.decisions.values():
            if asset := self._company.assets.get(decision.id):
                found[decision.level][asset.keeper] += 1
        return found

    def _secretaries(self) -> Iterator[tuple[Person, str]]:
        chief, keepers = self._sitting("chief"), self._watched()
        others = [who for who in self._people if who not in chief]
        yield from self._suited("secretariat", others)
        yield from ((who, FREE) for who in others if who.id not in keepers)
        yield from ((who, APART if len(self._company.staff) > 1 else FEW.format(count=1)) for who in (*chief, *others))

    def _inspectors(self) -> Iterator[tuple[Person, str]]:
        """Nobody who administers; rather not the chief, and not who holds the keys of the computers."""
        watched, chief = self._watched(), self._sitting("chief")
        free = [who for who in self._people if who.id not in watched]
        if len(self._company.staff) == len(self._people) == 2 and len(free) == 1:
            (other,) = (who for who in self._people if who not in free)
            yield free[0], OF_TWO.format(other=other.name)
        below = [who for who in free if who not in chief]
        plain = [who for who in below if not administers(self._company, who)]
        yield from self._suited("inspector", plain)
        yield from ((who, FREE) for who in (*plain, *below, *free))

    def _listeners(self) -> Iterator[tuple[Person, str]]:
        chief = self._sitting("chief")
        first = (*self._sitting("secretariat"), *self._sitting("inspector"), *self._people)
        yield from ((who, NOT_THE_CHIEF) for who in first if who not in chief)
        yield from ((who, FEW.format(count=len(self._company.staff))) for who in chief)

    def _called(self, seat: Seat) -> Iterator[tuple[Person, str]]:
        chief, office = self._sitting("chief"), self._sitting("secretariat")
        if seat.id.endswith("day"):
            yield from ((who, BY_THE_PHONE) for who in office if who not in chief)
            yield from ((who, BY_DAY) for who in self._people if who not in chief)
        yield from ((who, AT_NIGHT) for who in chief)
        yield from ((who, FREE) for who in self._people)

    # who sits where by now -----------------------------------------------------------------------------------

    def _suited(self, role: str, among: Iterable[Person]) -> Iterator[tuple[Person, str]]:
        """Those whom the role's own page names, line by line: by their title first, then by their department."""
        people = list(among)
        for line in self._roles[role].suits:
            words, _, why = line.partition("|")
            for said in (self._title, self._department):
                yield from ((who, why.strip()) for who in people if _is_named(said(who), words.split()))

    def _title(self, who: Person) -> str:
        return who.title

    def _department(self, who: Person) -> str:
        department = self._company.departments.get(who.department)
        return department.name if department else ""

    def _holder(self, seat: str) -> str:
        if seat in self._made:
            return self._made[seat].person
        return holder(self._company, seat).person if filled(self._company, seat) else ""

    def _sitting(self, seat: str) -> list[Person]:
        return [who for who in self._people if who.id == self._holder(seat)]

    def _watched(self) -> set[str]:
        return {self._holder(one.id) for one in seats(self._company) if one.role in WATCHED}

    def _may_administer(self, who: Person) -> bool:
        """Not the one who checks; and somebody has to be left who can check, where more than one is there."""
        if inspector := self._holder("inspector"):
            return who.id != inspector or len(self._company.staff) == 1
        watched = self._watched() | {who.id}
        own = [one for one in self._people if not _is_guest(one)]
        return len(self._people) == 1 or any(one.id not in watched for one in (own if len(own) > 1 else self._people))


def _is_guest(person: Person) -> bool:
    return person.employment in GUESTS


def _is_named(said: str, words: Iterable[str]) -> bool:
    return any(said.endswith(word[1:]) if word.startswith(ENDS) else said.startswith(word) for word in words)
