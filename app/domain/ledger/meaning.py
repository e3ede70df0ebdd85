"""What the fields of records mean beyond text and number: the types that say it, for all who check, store or show them."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated


class Meaning(Enum):
    """What a value has to be."""

    DAY = auto()  # an ISO date ("2026-11-17"), "" when unknown
    POSITION = auto()  # a place in the owner's order
    SCORE = auto()  # of the scale of B, None when not answered
    VERSION = auto()  # counted from 1
    SOME = auto()  # at least one


@dataclass(frozen=True)
class Names:
    """The id of a record of this kind, "" when there is none."""

    kind: str


Day = Annotated[str, Meaning.DAY]
Position = Annotated[int, Meaning.POSITION]
Score = Annotated[int | None, Meaning.SCORE]
Version = Annotated[int, Meaning.VERSION]
AssetId = Annotated[str, Names("assets")]
DepartmentId = Annotated[str, Names("departments")]
PersonId = Annotated[str, Names("people")]
PartnerId = Annotated[str, Names("partners")]
IssueId = Annotated[str, Names("issues")]
