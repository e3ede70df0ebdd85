"""The history: an append-only chain of entries, each the exact before and after of one step. No SQL here.

An entry's `hash` covers the entry before it and everything it says; of its payload it covers only a salted hash, so that
a payload could be blanked one day without breaking the chain. Undo and redo are entries too: each holds the inverse of the
entry that it `undoes`. What can be undone or redone is read from the entries alone, so it is still there after a restart.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.ledger.records import KIND_OF, KINDS, Record
from app.domain.plain_text import clean
from app.domain.slices import Count, Work, finished, sliced
from app.domain.value import Value
from app.domain.words import Act
from app.errors import ImportRefused
from app.store import codec

CHANGE, UNDO, REDO, LOAD, RECORD = ACTS = tuple(act.value for act in Act)
START = "0" * 64  # what the first entry names as the hash before it

PLACES = {kind: place for place, kind in enumerate(KINDS)}

Key = tuple[str, str]


class Delta(Value):
    """One record before and after; None where it is not there."""

    before: Record | None
    after: Record | None

    @property
    def key(self) -> Key:
        """Its kind and id."""
        record = self.after or self.before
        assert record is not None, "a delta of nothing"
        return KIND_OF[type(record)], record.id

    @property
    def inverse(self) -> "Delta":
        """The way back."""
        return Delta(self.after, self.before)


class Entry(Value, kw_only=True):
    """One step. `at` is the device's local time with its offset from UTC; `who` is the name the user gave."""

    seq: int
    at: str
    who: str
    label: str
    act: str
    undoes: int | None
    payload: str
    salt: str
    payload_hash: str
    previous: str
    hash: str

    @property
    def deltas(self) -> tuple[Delta, ...]:
        """What the payload says; raises ImportRefused when it does not make sense."""
        return tuple(_delta(item) for item in self.items)

    @property
    def items(self) -> list[Any]:
        """The same as JSON has it; for `inverse`, too."""
        try:
            items = json.loads(self.payload)
        except ValueError as error:
            raise ImportRefused("JSONではありません。") from error
        if not isinstance(items, list):
            raise ImportRefused("変更の一覧（[ ]）ではありません。")
        return items


def inverse(items: Sequence[Any], count: Count) -> Work[tuple[Delta, ...]]:
    """The way back from the items of an entry; raises ImportRefused when they do not make sense."""
    made: list[Delta] = []
    for some in sliced(items):
        made += [_delta(item).inverse for item in some]
        yield count.more(some)
    return tuple(made)


def entry_after(
    last: Entry | None, deltas: Iterable[Delta], *, who: str, label: str, act: str, undoes: int | None = None
) -> Entry:
    """The next entry of the chain."""
    each = tuple(deltas)
    payload = finished(payload_of(each, Count(len(each))))
    return entry_with(last, payload, who=who, label=label, act=act, undoes=undoes)


def payload_of(deltas: Iterable[Delta], count: Count) -> Work[str]:
    """What an entry keeps of a step, in canonical JSON: the texts of slices, joined."""
    texts: list[str] = []
    for some in sliced(sorted(deltas, key=_order)):
        texts.append(canonical([_item(delta) for delta in some])[1:-1])
        yield count.more(some)
    return f"[{','.join(texts)}]"


def entry_with(last: Entry | None, payload: str, *, who: str, label: str, act: str, undoes: int | None = None) -> Entry:
    """The next entry of the chain, with this payload."""
    seq, previous = (last.seq + 1, last.hash) if last else (1, START)
    who, label = clean(who), clean(label)
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    salt = secrets.token_hex(16)
    payload_hash = hash_payload(salt, payload)
    return Entry(
        seq=seq,
        at=at,
        who=who,
        label=label,
        act=act,
        undoes=undoes,
        payload=payload,
        salt=salt,
        payload_hash=payload_hash,
        previous=previous,
        hash=hash_entry(previous, seq, at, who, label, act, undoes, payload_hash),
    )


def canonical(value: Any) -> str:
    """The one way to write a value as JSON, so that equal values have equal hashes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_payload(salt: str, payload: str) -> str:
    """Of the salt (as text) and the payload; without the salt, what was blanked could be found out by trying."""
    return hashlib.sha256(f"{salt}{payload}".encode()).hexdigest()


def hash_entry(*parts: str | int | None) -> str:
    """Of previous, seq, at, who, label, act, undoes and payload_hash, as a canonical JSON list."""
    return hashlib.sha256(canonical(parts).encode()).hexdigest()


@dataclass
class Steps:
    """What can be undone and redone: the numbers and labels of entries, the next one last."""

    undo: list[tuple[int, str]] = field(default_factory=list)
    redo: list[tuple[int, str]] = field(default_factory=list)

    def follow(self, seq: int, label: str, act: str, undoes: int | None) -> None:
        """Takes the next entry into account. ValueError when it undoes what is not next to be undone."""
        if act in (UNDO, REDO):
            taken, given = (self.undo, self.redo) if act == UNDO else (self.redo, self.undo)
            if not taken or taken[-1][0] != undoes:
                raise ValueError(f"entry {seq} cannot {act} entry {undoes}")
            taken.pop()
            given.append((seq, label))
            return
        if undoes is not None:
            raise ValueError(f"entry {seq} is a {act} and undoes entry {undoes}")
        if act == RECORD:  # evidence: nothing to take back, and nothing before it is any harder to take back
            return
        self.redo.clear()
        if act == CHANGE:
            self.undo.append((seq, label))
        else:
            self.undo.clear()


def _item(delta: Delta) -> dict[str, Any]:
    kind, row_id = delta.key
    before, after = (codec.to_row(record) if record else None for record in (delta.before, delta.after))
    return {"kind": kind, "id": row_id, "before": before, "after": after}


def _delta(item: Any) -> Delta:
    if not isinstance(item, dict) or item.keys() != {"kind", "id", "before", "after"}:
        raise ImportRefused("kind・id・before・after の組ではありません。")
    if not isinstance(item["kind"], str) or item["kind"] not in KINDS:
        raise ImportRefused(f"「{codec.shown(item['kind'])}」という種類はありません。")
    before, after = (
        None if item[side] is None else codec.recall(item["kind"], item[side]) for side in ("before", "after")
    )
    ids = [record.id for record in (before, after) if record]
    if not ids or any(row_id != item["id"] for row_id in ids):
        raise ImportRefused("id が中身と合いません。")
    return Delta(before, after)


def _order(delta: Delta) -> tuple[int, str]:
    kind, row_id = delta.key
    return PLACES[kind], row_id
