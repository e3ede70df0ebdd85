"""The contradictions of a company in its own words, each with the one place where it is mended."""

from collections.abc import Callable, Mapping, Sequence

from app.domain import dates
from app.domain.addresses import Address
from app.domain.advice.contradictions import Contradiction, Kind, contradictions, decided_top
from app.domain.handbook.library import Library
from app.domain.ledger.agreements import Standing, standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.people import label
from app.domain.ledger.readers import open_to_all, viewers
from app.domain.ledger.surroundings import is_cloud, is_open
from app.domain.naming import short
from app.domain.value import Value
from app.domain.words import Level

NAMED = 3
"""So many things or people are named; the others are counted."""


class Xray(Value):
    """One line of the list: the kind, the sentence, whom and what it is about (ids), and where it is mended."""

    kind: Kind
    text: str
    about: tuple[str, ...]
    to: Address


def xrays(company: Company, library: Library) -> list[Xray]:
    """Everything that contradicts itself today, the most pressing first."""
    return [told(company, library, one) for one in contradictions(company, library)]


def told(company: Company, library: Library, one: Contradiction) -> Xray:
    """A contradiction in words."""
    text, to = _TELLING[one.kind](_Told(company, library), one)
    subject = (one.subject,) if one.subject in company.people or one.subject in company.partners else ()
    return Xray(one.kind, text, (*subject, *one.people, *one.things), to)


class _Told:
    """The words for whom and what a contradiction is about."""

    def __init__(self, company: Company, library: Library) -> None:
        self.company, self.library = company, library

    def day(self, iso: str) -> str:
        return dates.written(iso, self.company.profile.western_dates)

    def top(self) -> str:
        return self.company.level_name(Level.TOP_SECRET)

    def asset(self, asset: str) -> str:
        return f"「{short(self.company.assets[asset].name) or '名前のない情報'}」"

    def things(self, assets: Sequence[str]) -> str:
        more = f"ほか{len(assets) - NAMED}件" if len(assets) > NAMED else ""
        return "".join(map(self.asset, assets[:NAMED])) + more

    def level(self, asset: str) -> str:
        level = self.company.level_of(asset)
        return self.company.level_name(level) if level else ""

    def person(self, person: str) -> str:
        return f"{short(label(self.company, person) or self.company.person_name(person))}さん"

    def people(self, people: Sequence[str]) -> str:
        more = f"ほか{len(people) - NAMED}人" if len(people) > NAMED else ""
        return "、".join(map(self.person, people[:NAMED])) + more


Told = tuple[str, Address]


def _leaver(said: _Told, one: Contradiction) -> Told:
    person = said.company.people[one.subject]
    text = f"{said.day(person.left)}に辞めた{said.person(person.id)}が、{said.things(one.things)}の見てよい人に残っています。"
    return text, Address("inventory", one.things[0])


def _future(said: _Told, one: Contradiction) -> Told:
    person = said.company.people[one.subject]
    day = said.day(person.joined)
    text = f"{day}に入る{said.person(person.id)}が、もう{said.things(one.things)}を見てよい人になっています。"
    return text, Address("inventory", one.things[0])


def _passwords(said: _Told, one: Contradiction) -> Told:
    text = f"{said.things(one.things)}は、ほかの秘密を開ける鍵なのに、全員が見られます。"
    return text, Address("inventory", one.things[0])


def _nda_none(said: _Told, one: Contradiction) -> Told:
    name = short(said.company.partners[one.subject].name)
    text = f"{name}に{said.things(one.things)}を渡してありますが、秘密保持契約がありません。"
    return text, Address("papers", f"mutual-nda@{one.subject}")


def _nda_ending(said: _Told, one: Contradiction) -> Told:
    partner = said.company.partners[one.subject]
    over = standing_of(partner, said.company.on) is Standing.ENDED
    until = f"{said.day(partner.nda_until)}{'に切れました' if over else 'に切れます'}"
    text = f"{short(partner.name)}との秘密保持契約が{until}。{said.things(one.things)}をやり取りしたままです。"
    return text, Address("papers", f"mutual-nda@{one.subject}")


def _expired(said: _Told, one: Contradiction) -> Told:
    name = short(said.company.partners[one.subject].name)
    text = f"台帳では{said.things(one.things)}が{name}との契約のもとにありますが、その契約は切れています。紙にもそのまま出ます。"
    return text, Address("ledger", "partners")


def _entrusted(said: _Told, one: Contradiction) -> Told:
    first = one.things[0]
    text = f"預かった{said.things(one.things)}が「{said.level(first)}」です。約束を守るには、「{said.company.level_name(Level.SECRET)}」以上にします。"
    return text, Address("decision", first)


def _wide(said: _Told, one: Contradiction) -> Told:
    first = one.things[0]
    everyone = open_to_all(said.company, first)
    count = viewers(said.company, said.company.assets[first])
    who = "全員が" if everyone else f"{count}人が" if len(one.things) == 1 else "大勢が"
    text = f"「{said.top()}」の{said.things(one.things)}を、{who}見られます。名前で言える人に絞るか、区分を見直します。"
    return text, Address("inventory", first)


def _too_much(said: _Told, one: Contradiction) -> Told:
    top, decided = decided_top(said.company)
    text = f"決めた{decided}件のうち{top}件が「{said.top()}」です。多すぎると、本当に大事な物が分からなくなります。"
    return text, Address("decision", "many")


def _unlocked(said: _Told, one: Contradiction) -> Told:
    first = one.things[0]
    where = next((place.where for place in said.company.places_of(first) if is_open(place)), "")
    text = f"「{said.level(first)}」の{said.things(one.things)}の置き場所（{short(where)}）に、鍵があると書いてありません。"
    return text, Address("inventory", first)


def _cloud(said: _Told, one: Contradiction) -> Told:
    first = one.things[0]
    where = next((place.where for place in said.company.places_of(first) if is_cloud(place)), "")
    text = f"「ネットにつながない」と決めたのに、{said.things(one.things)}が{short(where)}にあります。"
    return text, Address("inventory", first)


def _no_keeper(said: _Told, one: Contradiction) -> Told:
    level = Level(one.subject)
    text = f"「{said.company.level_name(level)}」の{said.things(one.things)}に、管理責任者がいません。"
    return text, Address("structure", f"keeper:{level}")


def _pledge(said: _Told, one: Contradiction) -> Told:
    text = f"秘密を見る{said.people(one.people)}の誓約書が、まだありません。"
    return text, Address("papers", f"joining-pledge@{one.people[0]}")


def _no_evidence(said: _Told, one: Contradiction) -> Told:
    first = one.things[0]
    text = f"「{said.level(first)}」と決めた{said.things(one.things)}に、印も決まりも誓約書もまだありません。"
    return text, Address("measures", "secret-marking")


def _unwritten(said: _Told, one: Contradiction) -> Told:
    titles = [f"「{said.library.measures[measure].title}」" for measure in one.things]
    more = f"ほか{len(titles) - NAMED}個" if len(titles) > NAMED else ""
    text = f"選んだ対策{''.join(titles[:NAMED])}{more}が、まだどの書類にも書かれていません。"
    return text, Address("papers", "information-rules")


def _stale(said: _Told, one: Contradiction) -> Told:
    issues = [issue for issue in said.company.issues.values() if issue.form == one.subject and not issue.subject]
    last = max(issues, key=lambda issue: issue.version)
    text = f"{said.day(last.on)}に確定した「{last.title}」は、今の台帳と違います。"
    return text, Address("papers", one.subject)


_TELLING: Mapping[Kind, Callable[[_Told, Contradiction], Told]] = {
    Kind.LEAVER_ACCESS: _leaver,
    Kind.FUTURE_HIRE_ACCESS: _future,
    Kind.OPEN_PASSWORDS: _passwords,
    Kind.NDA_NONE: _nda_none,
    Kind.NDA_ENDING: _nda_ending,
    Kind.AGREEMENT_EXPIRED: _expired,
    Kind.ENTRUSTED_BELOW_SECRET: _entrusted,
    Kind.WIDE_TOP_SECRET: _wide,
    Kind.TOO_MUCH_TOP_SECRET: _too_much,
    Kind.UNLOCKED_SECRET: _unlocked,
    Kind.CLOUD_AND_OFFLINE: _cloud,
    Kind.NO_KEEPER: _no_keeper,
    Kind.PLEDGE_MISSING: _pledge,
    Kind.NO_EVIDENCE: _no_evidence,
    Kind.MEASURE_UNWRITTEN: _unwritten,
    Kind.STALE_PAPER: _stale,
}
