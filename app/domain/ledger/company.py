"""One company's ledger as one frozen value: its records by kind and id, as they stand on one day.

`Company.after` makes the next company by replacing only the rows that changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from app.domain.ledger.records import (
    KIND_OF,
    KINDS,
    Access,
    Answer,
    Appointment,
    Asset,
    Choice,
    Decision,
    Department,
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
from app.domain.words import Level


@dataclass(frozen=True)
class Changes:
    """What one step touched: its label and the (kind, id) of every row put or dropped."""

    label: str
    rows: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Company:
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

        def rows(kind: str) -> Any:
            return fresh.setdefault(kind, dict(getattr(self, kind)))

        profile = self.profile
        for kind, row_id in drop:
            rows(kind).pop(row_id, None)
        for record in put:
            if isinstance(record, Profile):
                profile = record
            else:
                rows(KIND_OF[type(record)])[record.id] = record
        return replace(self, profile=profile, **fresh)

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
    def listed(self) -> tuple[Asset, ...]:
        """The assets in the owner's order."""
        return tuple(sorted(self.assets.values(), key=lambda asset: (asset.position, asset.id)))

    @cached_property
    def staff(self) -> tuple[Person, ...]:
        """The people who are here on the day, in the owner's order."""
        here = (person for person in self.people.values() if self.is_here(person.id))
        return tuple(sorted(here, key=lambda person: (person.position, person.id)))

    def is_here(self, person: str) -> bool:
        """Whether somebody of this id belongs to the company on the day; the last day counts."""
        known = self.people.get(person)
        return known is not None and (not known.left or known.left >= self.day)

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        return _by_asset(self.places.values())

    @cached_property
    def _access(self) -> dict[str, list[Access]]:
        return _by_asset(self.access.values())

    def places_of(self, asset: str) -> list[Place]:
        """The places of one asset."""
        return self._places.get(asset, [])

    def access_of(self, asset: str) -> list[Access]:
        """The access rows of one asset."""
        return self._access.get(asset, [])

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


Row = TypeVar("Row", Place, Access)


def _by_asset(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.asset, []).append(row)
    return grouped
