"""One company's ledger as one frozen value: its records by kind and id, as they stand on one day.

`Company.after` makes the next company by replacing only the rows that changed. What was worked out from rows that stay is handed
on with them, so that one edit among ten thousand rows costs about as much as among ten.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, fields
from datetime import date
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import Any, TypeVar

from app.domain.ledger.records import (
    KIND_OF,
    KINDS,
    OF_ASSET,
    Access,
    Answer,
    Appointment,
    Asset,
    Choice,
    Decision,
    Department,
    Disclosure,
    Evaluation,
    Issue,
    Output,
    OwnArticle,
    Partner,
    Person,
    Place,
    Profile,
    Record,
    Signature,
)
from app.domain.value import Value
from app.domain.words import Level, Reader, Relation

T = TypeVar("T")
OWN_ROWS = (Asset.KIND, *OF_ASSET)
"""The kinds whose rows belong to one asset each."""
APART = ("choices", "appointments", "answers", "own_articles", "issues", "signatures", "outputs")
"""The kinds that nothing looks at which is remembered of an asset (`Company.of`)."""
FEW = 20
"""So many assets may have been touched before all are lined up anew."""
MADE_OF: Mapping[str, str] = {
    "order": "assets",
    "listed": "assets",
    "staff": "people",
    "staff_as": "people",
    "gone": "people",
    "coming": "people",
    "servicing": "partners",
} | {
    "_places": "places",
    "_access": "access",
    "_disclosures": "disclosures",
}
"""What is worked out from the rows of one kind, and of which."""


class Changes(Value):
    """What one step touched: its label and the (kind, id) of every row put or dropped."""

    label: str
    rows: frozenset[tuple[str, str]] = frozenset()


class Company(Value):
    """Everything the ledger says, by kind and id, as it stands on a day. Treat the mappings as read-only.

    Who is here, whose access has ended, which agreement holds: all that is asked of the company is asked for the day `on`.
    """

    on: date = field(kw_only=True)
    profile: Profile = field(default_factory=Profile)
    departments: Mapping[str, Department] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    access: Mapping[str, Access] = field(default_factory=dict)
    disclosures: Mapping[str, Disclosure] = field(default_factory=dict)
    evaluations: Mapping[str, Evaluation] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)
    appointments: Mapping[str, Appointment] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    own_articles: Mapping[str, OwnArticle] = field(default_factory=dict)
    issues: Mapping[str, Issue] = field(default_factory=dict)
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    outputs: Mapping[str, Output] = field(default_factory=dict)

    def after(self, put: Iterable[Record], drop: Iterable[tuple[str, str]] = ()) -> "Company":
        """The company with these rows dropped, then these put; untouched kinds are shared."""
        fresh: dict[str, Any] = {}
        touched: set[str] = set()

        def swap(kind: str, row_id: str, new: Record | None) -> None:
            if kind not in fresh:
                fresh[kind] = dict(getattr(self, kind))
            rows = fresh[kind]
            old = rows.pop(row_id, None) if new is None else rows.get(row_id)
            if new is not None:
                rows[row_id] = new
            if kind in OWN_ROWS:
                touched.update([getattr(row, row.OF_ASSET or "id") for row in (old, new) if row is not None])

        for kind, row_id in drop:
            swap(kind, row_id, None)
        for record in put:
            if isinstance(record, Profile):
                fresh["profile"] = record
            else:
                swap(KIND_OF[type(record)], record.id, record)
        return self._following(fresh, touched)

    def having(self, **kinds: Mapping[str, Any]) -> "Company":
        """The company in which the rows of these kinds are others."""
        return self._following(kinds, None)

    def of(self, asset: str, work: "Callable[[Company, Asset], T]") -> T:
        """What `work` makes of one asset, remembered until a row changes on which it may depend.

        It may look at the asset and its own rows, at the profile, the departments, the people and the partners; at nothing else.
        """
        known = self._worked_out.setdefault(work, {})
        if asset not in known:
            known[asset] = work(self, self.assets[asset])
        found: T = known[asset]
        return found

    def of_every(self, work: "Callable[[Company, Asset], T]") -> Sequence[T]:
        """The same for every asset, in the owner's order. One edit changes one of ten thousand, so the others are not looked for again."""
        lined: list[T]
        lined, touched = self._lined_up.get(work, ([], None))
        if touched is None:
            lined = [self.of(asset, work) for asset in self.order]
        elif touched:
            lined = lined.copy()
            for asset in touched & self.assets.keys():
                lined[self.order.index(asset)] = self.of(asset, work)
        self._lined_up[work] = lined, frozenset()
        return lined

    def those(self, test: "Callable[[Company, Asset], bool]") -> list[str]:
        """The assets (ids) that stand a test, in the owner's order; remembered as with `of`."""
        return list(compress(self.order, self.of_every(test)))

    def out_of(self, kinds: tuple[str, ...], work: "Callable[[Company], T]") -> T:
        """What `work` makes of the rows of these kinds and of nothing else, remembered while they stay as they are."""
        if (kinds, work) not in self._made:
            self._made[kinds, work] = work(self)
        found: T = self._made[kinds, work]
        return found

    @cached_property
    def _made(self) -> "dict[tuple[tuple[str, ...], Callable[[Company], Any]], Any]":
        return {}

    @cached_property
    def _worked_out(self) -> "dict[Callable[[Company, Asset], Any], dict[str, Any]]":
        return {}

    @cached_property
    def _lined_up(self) -> "dict[Callable[[Company, Asset], Any], tuple[list[Any], frozenset[str]]]":
        """What was worked out of every asset, and the assets that were touched since."""
        return {}

    def _following(self, fresh: Mapping[str, Any], touched: Iterable[str] | None) -> "Company":
        """The company in which these kinds are others and, of what is remembered, these assets are not known any more.

        It is dataclasses.replace, which also hands on what is known and still true; a paste makes ten thousands of companies.
        """
        known = vars(self)
        following = object.__new__(Company)
        made = following.__dict__
        made.update({name: known[name] for name in FIELDS})
        made.update(fresh)
        made.update({name: known[name] for name, kind in MADE_OF.items() if name in known and kind not in fresh})
        if (
            "order" in known
            and touched is not None
            and not any(self._moves(made["assets"], asset) for asset in touched)
        ):
            made["order"] = self.order
        if "_made" in known:
            made["_made"] = {key: found for key, found in self._made.items() if not fresh.keys() & key[0]}
        if touched is not None and "_worked_out" in known and not fresh.keys() - {*OWN_ROWS, *APART}:
            made["_worked_out"] = {work: _without(each, touched) for work, each in self._worked_out.items()}
            if "order" in made:
                lined_up = ((work, lined, since.union(touched)) for work, (lined, since) in self._lined_up.items())
                made["_lined_up"] = {work: (lined, since) for work, lined, since in lined_up if len(since) <= FEW}
        return following

    def _moves(self, assets: Mapping[str, Asset], asset: str) -> bool:
        """Whether an asset stands elsewhere in the owner's order, among those that are to be, or only there or only here."""
        here, there = self.assets.get(asset), assets.get(asset)
        return getattr(here, "position", None) != getattr(there, "position", None)

    def records(self) -> Iterable[Record]:
        """Every row, kinds in the order of KINDS."""
        yield self.profile
        for kind in list(KINDS)[1:]:
            yield from getattr(self, kind).values()

    @property
    def day(self) -> str:
        """The day as the ledger writes dates, to be compared with them."""
        return self.on.isoformat()

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The assets (ids) in the owner's order; the very same from one company to the next, unless one comes, goes or moves."""
        return tuple(asset.id for asset in sorted(self.assets.values(), key=attrgetter("position", "id")))

    @cached_property
    def listed(self) -> tuple[Asset, ...]:
        """The assets in the owner's order."""
        return tuple(map(self.assets.__getitem__, self.order))

    @cached_property
    def staff(self) -> tuple[Person, ...]:
        """The people who are here on the day, in the owner's order."""
        here = (person for person in self.people.values() if self.is_here(person.id))
        return tuple(sorted(here, key=lambda person: (person.position, person.id)))

    @cached_property
    def gone(self) -> tuple[Person, ...]:
        """The people who have left, in the order in which they were put."""
        return tuple(person for person in self.people.values() if person.left and person.left < self.day)

    @cached_property
    def coming(self) -> tuple[Person, ...]:
        """The people whose first day lies ahead, the next one first."""
        ahead = (person for person in self.people.values() if person.joined > self.day)
        return tuple(sorted(ahead, key=lambda person: (person.joined, person.position, person.id)))

    @cached_property
    def servicing(self) -> tuple[str, ...]:
        """Partners (ids) who work in our rooms or for our computers: 清掃, 廃棄, 警備, IT."""
        return tuple(one.id for one in self.partners.values() if one.relation is Relation.SERVICE)

    @cached_property
    def staff_as(self) -> Mapping[tuple[Reader, str], frozenset[int]]:
        """Of whom an access row speaks: for each person, department and title their places in `staff`."""
        found: dict[tuple[Reader, str], set[int]] = {}
        for place, person in enumerate(self.staff):
            keys = ((Reader.PERSON, person.id), (Reader.DEPARTMENT, person.department), (Reader.TITLE, person.title))
            for key in keys:
                found.setdefault(key, set()).add(place)
        return {key: frozenset(places) for key, places in found.items()}

    def is_here(self, person: str) -> bool:
        """Whether somebody of this id belongs to the company on the day; the first day counts, and the last."""
        known = self.people.get(person)
        return known is not None and known.joined <= self.day and (not known.left or known.left >= self.day)

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        return _by_asset(self.places.values())

    @cached_property
    def _access(self) -> dict[str, list[Access]]:
        return _by_asset(self.access.values())

    @cached_property
    def _disclosures(self) -> dict[str, list[Disclosure]]:
        return _by_asset(self.disclosures.values())

    def places_of(self, asset: str) -> list[Place]:
        """The places of one asset."""
        return self._places.get(asset, [])

    def access_of(self, asset: str) -> list[Access]:
        """The access rows of one asset."""
        return self._access.get(asset, [])

    def disclosures_of(self, asset: str) -> list[Disclosure]:
        """What of one asset is outside now, or once was."""
        return self._disclosures.get(asset, [])

    def level_of(self, asset: str) -> Level | None:
        """The decided level, None while undecided."""
        decision = self.decisions.get(asset)
        return decision.level if decision else None

    def level_name(self, level: Level) -> str:
        """The company's own name for a level."""
        own = {
            Level.TOP_SECRET: self.profile.name_top_secret,
            Level.SECRET: self.profile.name_secret,
            Level.INTERNAL: self.profile.name_internal,
        }
        return own.get(level, "") or level.label

    def person_name(self, person: str) -> str:
        """A person's name, "" for an unknown id."""
        return self.people[person].name if person in self.people else ""


Row = TypeVar("Row", Place, Access, Disclosure)


def _by_asset(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.asset, []).append(row)
    return grouped


def _without(each: dict[str, Any], touched: Iterable[str]) -> dict[str, Any]:
    left = each.copy()  # much quicker than dict(each) where something was taken out before
    for asset in touched:
        left.pop(asset, None)
    return left


FIELDS = tuple(one.name for one in fields(Company))
