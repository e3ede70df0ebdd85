"""Random records that the ledger must be able to hold, made from the dataclasses themselves."""

from typing import Any

from hypothesis import strategies as st

from app.domain.ledger.records import KINDS, Record
from app.domain.words import Word
from app.store import codec

# Everything a person can type, paste or dictate, except half a surrogate pair, which is no text.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", "髙﨑𠮷", "A&B<精密>製作所", "神塚隆", "=1+1", "'; DROP TABLE assets; --", "\0\n\t\r", "👩‍🏭", "葛\U000e0100"]
)
IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)


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
    return st.builds(KINDS[kind], **(fields | {"id": IDS} | fixed))
