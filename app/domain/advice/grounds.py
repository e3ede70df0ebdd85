"""What the ledger says today of one asset towards one audience: each fact of app/domain/proof.py by a function of its own.

A fact holds, does not, or is not to be asked here (None): who has handed nothing out is not asked for an agreement. Nothing is weighed
here; that is written in handbook_content/requirements.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from app.domain import dates
from app.domain.advice.evaluation import SENTENCES
from app.domain.advice.exposure import MANY, PAST, SOON, leaving, outside, still_named
from app.domain.handbook.library import Proof
from app.domain.ledger.agreements import Standing, standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_representative
from app.domain.ledger.outputs import made, signed_by
from app.domain.ledger.people import label
from app.domain.ledger.readers import covers, current, open_to_all, people_who
from app.domain.ledger.records import Asset, Disclosure, Evaluation, Partner, Person
from app.domain.ledger.surroundings import is_open
from app.domain.naming import short
from app.domain.proof import Audience, Fact
from app.domain.words import Known, Level, Medium, State

PLEDGES = ("joining-pledge", "project-pledge")
LEAVING_PLEDGE = "leaving-pledge"
NAMED = 2
"""People and partners whom a sentence names; the others are counted."""

Found = tuple[bool | None, Mapping[str, str]]
"""Whether a fact holds, and the words that only it can fill in."""
NOTHING: Mapping[str, str] = {}


class Ground:
    """One asset towards one audience, as the ledger stands."""

    def __init__(self, company: Company, asset: Asset, audience: Audience) -> None:
        self.company, self.asset, self.audience = company, asset, audience

    def asks(self, proof: Proof) -> bool:
        """Whether a fact is asked of this asset at all: towards whom, how many work here, and in which media it is kept."""
        count = len(self.company.staff)
        return (
            self.audience in proof.audiences
            and proof.least_people <= count
            and (not proof.most_people or count <= proof.most_people)
            and (not proof.media or not self.media.isdisjoint(proof.media))
        )

    def found(self, proof: Proof) -> Found:
        """Whether the fact holds, and its words."""
        return _FACTS[proof.fact](self, proof)

    @cached_property
    def media(self) -> frozenset[Medium]:
        return frozenset(place.medium for place in self.company.places_of(self.asset.id))

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The words that every sentence may ask for."""
        decision = self.company.decisions.get(self.asset.id)
        return {
            "asset": short(self.asset.name) or "名前のない情報",
            "level": self.company.level_name(decision.level) if decision else "",
            "day": dates.written(decision.on, self.company.profile.western_dates) if decision else "",
            "readers": str(len(self.readers)),
            "who": "",
            "place": "",
            "answer": "",
        }

    @cached_property
    def done(self) -> frozenset[str]:
        """The measures that are done."""
        return frozenset(choice.id for choice in self.company.choices.values() if choice.state is State.DONE)

    @cached_property
    def level(self) -> Level | None:
        return self.company.level_of(self.asset.id)

    @cached_property
    def readers(self) -> tuple[Person, ...]:
        return people_who(self.company, self.asset.id)

    @cached_property
    def unpledged(self) -> list[Person]:
        """Readers whose pledge is not there. Whoever signs for the company promises nothing to it."""
        signed = set[str]().union(*(signed_by(self.company, form) for form in PLEDGES))
        return [person for person in self.bound if person.id not in signed]

    @cached_property
    def bound(self) -> list[Person]:
        return [person for person in self.readers if not is_representative(self.company, person)]

    @cached_property
    def left(self) -> list[Person]:
        """Who could view it and left within a year, and who may view it and leaves soon."""
        since, until = (self.company.on - PAST).isoformat(), (self.company.on + SOON).isoformat()
        rows = [row for row in self.company.access_of(self.asset.id) if row.view]
        gone = [
            person for person in self.company.gone if person.left >= since and any(covers(row, person) for row in rows)
        ]
        return gone + [person for person in leaving(self.company, self.asset.id) if person.left <= until]

    @cached_property
    def out(self) -> list[tuple[Disclosure, Partner]]:
        return outside(self.company, self.asset.id)

    @cached_property
    def answers(self) -> Evaluation:
        return self.company.evaluations.get(self.asset.id) or Evaluation(id=self.asset.id)

    def standing(self, standing: Standing) -> list[Partner]:
        """The partners that hold it and whose agreement stands like this."""
        held = {partner.id: partner for _, partner in self.out}
        return [one for one in held.values() if standing_of(one, self.company.on) is standing]

    def people(self, people: Iterable[Person]) -> Mapping[str, str]:
        """Who is meant: 「佐藤 健さん、湊 誠一さんほか3人」."""
        every = [f"{short(label(self.company, person.id) or person.name)}さん" for person in people]
        more = f"ほか{len(every) - NAMED}人" if len(every) > NAMED else ""
        return {"who": "、".join(every[:NAMED]) + more}


def partners(found: Iterable[Partner]) -> Mapping[str, str]:
    """Which partners are meant."""
    every = list(dict.fromkeys(short(partner.name) for partner in found))
    more = f"ほか{len(every) - NAMED}社" if len(every) > NAMED else ""
    return {"who": "、".join(every[:NAMED]) + more}


def _decided(ground: Ground, _: Proof) -> Found:
    return None if ground.level is Level.OPEN else ground.level is not None, NOTHING


def _not_open(ground: Ground, _: Proof) -> Found:
    return None if ground.level is None else ground.level is not Level.OPEN, NOTHING


def _dated(ground: Ground, _: Proof) -> Found:
    decision = ground.company.decisions.get(ground.asset.id)
    return bool(decision.on) if decision and decision.level.rank else None, NOTHING


def _measure(ground: Ground, proof: Proof) -> Found:
    """Only what is done already shows anything; what is adopted will. Of partners nothing is asked while nothing is with them."""
    if ground.audience is Audience.PARTNERS and not ground.out:
        return None, NOTHING
    return not ground.done.isdisjoint(proof.measures), NOTHING


def _paper(ground: Ground, proof: Proof) -> Found:
    return not made(ground.company).isdisjoint(proof.forms), NOTHING


def _readers_named(ground: Ground, _: Proof) -> Found:
    """Where everybody is named, nobody is chosen: that is another fact."""
    if open_to_all(ground.company, ground.asset.id):
        return None, NOTHING
    return any(row.view for row in current(ground.company, ground.asset.id)), NOTHING


def _not_everyone(ground: Ground, _: Proof) -> Found:
    return not open_to_all(ground.company, ground.asset.id) if ground.readers else None, NOTHING


def _not_many(ground: Ground, _: Proof) -> Found:
    asked = ground.readers and not open_to_all(ground.company, ground.asset.id)
    return len(ground.readers) < MANY if asked else None, NOTHING


def _some_pledged(ground: Ground, _: Proof) -> Found:
    return len(ground.unpledged) < len(ground.bound) if ground.bound else None, ground.people(ground.bound)


def _all_pledged(ground: Ground, _: Proof) -> Found:
    some = len(ground.unpledged) < len(ground.bound)
    return not ground.unpledged if some else None, ground.people(ground.unpledged)


def _not_in_the_open(ground: Ground, _: Proof) -> Found:
    places = [one for one in ground.company.places_of(ground.asset.id) if one.where]
    touched = [one for one in places if one.medium in (Medium.PAPER, Medium.THING)]
    lying = [one for one in touched if is_open(one)]
    shown = (lying or touched)[:1]
    return not lying if touched else None, {"place": short(shown[0].where) if shown else ""}


def _leavers_pledged(ground: Ground, _: Proof) -> Found:
    signed = signed_by(ground.company, LEAVING_PLEDGE)
    missing = [person for person in ground.left if person.id not in signed]
    return not missing if ground.left else None, ground.people(missing or ground.left)


def _leavers_shut_out(ground: Ground, _: Proof) -> Found:
    named = still_named(ground.company, ground.asset.id)
    asked = bool(named) or bool(ground.left)
    return not named if asked else None, ground.people(ground.company.people[one] for one in named)


def _nothing_out(ground: Ground, _: Proof) -> Found:
    return None if ground.out else True, NOTHING


def _agreed(ground: Ground, _: Proof) -> Found:
    without = ground.standing(Standing.NONE)
    return not without if ground.out else None, partners(without or (one for _, one in ground.out))


def _unexpired(ground: Ground, _: Proof) -> Found:
    ended = ground.standing(Standing.ENDED)
    agreed = len(ground.standing(Standing.NONE)) < len({one.id for _, one in ground.out})
    return not ended if agreed else None, partners(ended)


def _recorded(ground: Ground, _: Proof) -> Found:
    bare = [partner for one, partner in ground.out if not (one.since and one.form)]
    return not bare if ground.out else None, partners(bare)


def _back_in_time(ground: Ground, _: Proof) -> Found:
    dated = [(one, partner) for one, partner in ground.out if one.return_by]
    late = [partner for one, partner in dated if one.return_by < ground.company.day]
    return not late if dated else None, partners(late)


def _value_answered(ground: Ground, _: Proof) -> Found:
    return ground.answers.value is not None, NOTHING


def _valuable(ground: Ground, _: Proof) -> Found:
    value = ground.answers.value
    return None if value is None else value > 0, {"answer": SENTENCES["value"][value] if value is not None else ""}


def _known_answered(ground: Ground, _: Proof) -> Found:
    return ground.answers.known is not None, NOTHING


def _not_published(ground: Ground, _: Proof) -> Found:
    known = ground.answers.known
    return None if known in (None, Known.NO) else known is not Known.YES, NOTHING


def _not_partly(ground: Ground, _: Proof) -> Found:
    known = ground.answers.known
    return None if known in (None, Known.YES) else known is Known.NO, NOTHING


_FACTS: Mapping[Fact, Callable[[Ground, Proof], Found]] = {
    Fact.DECIDED: _decided,
    Fact.NOT_OPEN: _not_open,
    Fact.DATED: _dated,
    Fact.MEASURE: _measure,
    Fact.PAPER: _paper,
    Fact.READERS_NAMED: _readers_named,
    Fact.NOT_EVERYONE: _not_everyone,
    Fact.NOT_MANY: _not_many,
    Fact.SOME_PLEDGED: _some_pledged,
    Fact.ALL_PLEDGED: _all_pledged,
    Fact.NOT_IN_THE_OPEN: _not_in_the_open,
    Fact.LEAVERS_PLEDGED: _leavers_pledged,
    Fact.LEAVERS_SHUT_OUT: _leavers_shut_out,
    Fact.NOTHING_OUT: _nothing_out,
    Fact.AGREED: _agreed,
    Fact.UNEXPIRED: _unexpired,
    Fact.RECORDED: _recorded,
    Fact.BACK_IN_TIME: _back_in_time,
    Fact.VALUE_ANSWERED: _value_answered,
    Fact.VALUABLE: _valuable,
    Fact.KNOWN_ANSWERED: _known_answered,
    Fact.NOT_PUBLISHED: _not_published,
    Fact.NOT_PARTLY: _not_partly,
}
