"""Random records that the ledger must be able to hold, made from the dataclasses themselves."""

import hashlib
from typing import Any

from hypothesis import strategies as st

from app.domain.ledger.records import KINDS, Record
from app.domain.plain_text import clean
from app.domain.words import Level, Word
from app.store import codec, meaning

# Everything a person can type, paste or dictate, as it is kept: without the signs that no paper can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(clean) | st.sampled_from(
    ["", "髙﨑𠮷", "A&B<精密>製作所", "神塚隆", "=1+1", "'; DROP TABLE assets; --", "\n\t", "👩‍🏭", "葛\U000e0100"]
)
EVIDENCE = (b"paper", b"\0\xff", "{髙﨑}".encode())  # what random records of issued papers name
SEALS = [hashlib.sha256(content).hexdigest() for content in EVIDENCE]
IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6).map(clean).filter(bool)


def values(column: codec.Column) -> st.SearchStrategy[Any]:
    if issubclass(column.base, Word):
        one: st.SearchStrategy[Any] = st.sampled_from(column.base)
    else:
        one = {str: TEXT, bool: st.booleans(), int: st.integers(-(2**63) + 1, 2**63 - 1)}[column.base]
    if column.many:
        return st.lists(one, max_size=3).map(tuple)
    return one | st.none() if column.optional else one


def records(kind: str, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Record]:
    fields = {column.name: values(column) for column in codec.columns(KINDS[kind])}
    meant = {field: MEANT[check] for field, check in meaning.VALUES.get(kind, {}).items()}
    if kind == "issues":
        fields |= dict.fromkeys(("tree_sha256", "docx_sha256", "pdf_sha256"), st.sampled_from(("", *SEALS)))
    return st.builds(KINDS[kind], **(fields | {"id": IDS} | meant | fixed))


# What the checks at the door let in.
MEANT: dict[meaning.Check, st.SearchStrategy[Any]] = {
    meaning._day: st.dates().map(str) | st.just(""),
    meaning._position: st.integers(0, meaning.FURTHEST),
    meaning._score: st.none() | st.integers(0, meaning.HIGHEST),
    meaning._some: st.lists(st.sampled_from(Level), min_size=1, max_size=3).map(tuple),
    meaning._version: st.integers(1, 2**62),
}
