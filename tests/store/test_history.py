"""The chain and the walk through it: whatever is done to an entry is found."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.ledger.records import Asset, Record
from app.store import codec
from app.store.examination import Examination, examine
from app.store.history import (
    CHANGE,
    LOAD,
    REDO,
    START,
    UNDO,
    Delta,
    Entry,
    Steps,
    canonical,
    entry_after,
    hash_entry,
    hash_payload,
)

OLD, NEW = Asset(id="a1", name="旧"), Asset(id="a1", name="新")


def chain() -> list[Entry]:
    """Added, renamed, renaming undone, redone."""
    entries: list[Entry] = []
    for act, undoes, delta in (
        (CHANGE, None, Delta(None, OLD)),
        (CHANGE, None, Delta(OLD, NEW)),
        (UNDO, 2, Delta(NEW, OLD)),
        (REDO, 3, Delta(OLD, NEW)),
    ):
        last = entries[-1] if entries else None
        entries.append(entry_after(last, [delta], who="山田", label="名前", act=act, undoes=undoes))
    return entries


def resealed(entry: Entry) -> Entry:
    """The entry as a forger would leave it: changed, with a hash that fits."""
    e = replace(entry, payload_hash=hash_payload(entry.salt, entry.payload))
    own = hash_entry(e.previous, e.seq, e.at, e.who, e.label, e.act, e.undoes, e.payload_hash)
    return replace(e, hash=own)


def rechained(entries: list[Entry]) -> list[Entry]:
    """The whole chain rebuilt, as a forger with the program would do."""
    fresh: list[Entry] = []
    for number, entry in enumerate(entries, 1):
        fresh.append(resealed(replace(entry, seq=number, previous=fresh[-1].hash if fresh else START)))
    return fresh


def findings(entries: list[Entry], record: Record = NEW) -> list[str]:
    return examine(entries, [record])


def test_an_untouched_chain_is_sound() -> None:
    assert findings(chain()) == []
    assert findings(rechained(chain())) == []  # the forger's tool itself does no harm


def test_equal_payloads_have_different_hashes() -> None:
    first, second = (entry_after(None, [Delta(None, OLD)], who="", label="", act=CHANGE) for _ in range(2))
    assert first.payload == second.payload and first.payload_hash != second.payload_hash


def test_a_payload_can_be_blanked_without_touching_the_hash_of_its_entry() -> None:
    entry = chain()[1]
    assert resealed(entry).hash == entry.hash
    parts = (entry.previous, entry.seq, entry.at, entry.who, entry.label, entry.act, entry.undoes, entry.payload_hash)
    assert hash_entry(*parts) == entry.hash  # neither payload nor salt is needed to check the chain


ALTERED = {
    "at": "2020-01-01T00:00:00+09:00",
    "who": "別人",
    "label": "別の変更",
    "act": LOAD,
    "undoes": 1,
    "payload": "[]",
    "salt": "00",
    "payload_hash": "0" * 64,
    "previous": "0" * 63 + "1",
    "hash": "0" * 64,
    "seq": 9,
}


@pytest.mark.parametrize("field", list(ALTERED))
@pytest.mark.parametrize("number", range(4))
def test_an_altered_field_is_found(field: str, number: int) -> None:
    entries = chain()
    entries[number] = replace(entries[number], **{field: ALTERED[field]})
    assert findings(entries)
    if number < 3 and "hash" not in field:  # a fitting hash only moves the break to the next entry
        entries[number] = resealed(entries[number])
        assert findings(entries)


@pytest.mark.parametrize(
    "tamper",
    [
        lambda e: e[1:],  # cut at the front
        lambda e: [*e[:1], *e[2:]],  # one left out
        lambda e: [e[1], e[0], *e[2:]],  # two swapped
        lambda e: [*e, e[-1]],  # one repeated
        lambda e: e[:-1][:2] + e[3:],
        lambda e: [*e[:3], replace(e[3], undoes=1)],  # undoes another one
        lambda e: [*e[:3], replace(e[3], act=UNDO, undoes=1)],  # the same, out of order
        lambda e: [*e[:2], replace(e[2], payload=e[1].payload)],  # an undo that undoes nothing
        lambda e: [*e[:2], replace(e[2], payload="[]"), replace(e[3], payload="[]")],
        lambda e: [replace(e[0], act="forget"), *e[1:]],
        lambda e: [*e[:1], replace(e[1], undoes=1), *e[2:]],
        lambda e: e[:3],  # the tail cut off: the tables tell
        lambda e: [],
    ],
)
def test_what_does_not_follow_is_found_even_in_a_rebuilt_chain(tamper: Callable[[list[Entry]], list[Entry]]) -> None:
    assert findings(rechained(tamper(chain())))


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "not json",
        "{}",
        "[1]",
        '[{"kind":"assets","id":"a1","before":null}]',
        '[{"kind":"assets","id":"a1","before":null,"after":null}]',
        '[{"kind":["assets"],"id":"a1","before":null,"after":null}]',
        '[{"kind":"planets","id":"a1","before":null,"after":null}]',
        canonical([{"kind": "assets", "id": "a2", "before": None, "after": codec.to_row(OLD)}]),
        canonical([{"kind": "assets", "id": ["a1"], "before": None, "after": codec.to_row(OLD)}]),
        canonical([{"kind": "assets", "id": "a1", "before": codec.to_row(replace(OLD, id="a2")), "after": None}]),
        canonical([{"kind": "assets", "id": "a1", "before": None, "after": {"id": "a1", "nmae": "旧"}}]),
    ],
)
def test_a_payload_that_makes_no_sense_is_a_finding_not_a_crash(payload: str) -> None:
    first, *rest = chain()
    found = findings(rechained([replace(first, payload=payload), *rest]))
    assert "記録 第1号：中身が台帳の記録として読めません" in found[0]


def test_tables_that_differ_from_the_history_are_named() -> None:
    assert findings(chain(), OLD) == ["情報資産（assets）の「a1」：いまの内容が、記録をたどった結果と違います。"]
    assert len(findings(chain(), replace(NEW, id="a2"))) == 2


def test_an_entry_that_starts_from_something_else_is_found() -> None:
    first = chain()[0]
    second = entry_after(first, [Delta(replace(OLD, name="他"), NEW)], who="", label="", act=CHANGE)
    assert findings([first, second]) == [
        "記録 第2号：変更前の内容が、それまでの記録と合いません（情報資産（assets）の「a1」）。"
    ]


def test_an_entry_written_before_a_field_existed_still_replays() -> None:
    first, *rest = chain()
    [item] = json.loads(first.payload)
    del item["after"]["template"]
    older = rechained([replace(first, payload=canonical([item])), *rest])
    assert findings(older) == []
    walk = Examination()
    walk.follow(older[0])
    assert list(walk.state.values()) == [OLD]


def test_steps_refuse_what_is_not_next() -> None:
    steps = Steps()
    steps.follow(1, "一", CHANGE, None)
    steps.follow(2, "二", CHANGE, None)
    for act, undoes in ((UNDO, 1), (REDO, 2), (UNDO, None), (CHANGE, 1), (LOAD, 2)):
        with pytest.raises(ValueError):
            steps.follow(3, "三", act, undoes)
    assert (steps.undo, steps.redo) == ([(1, "一"), (2, "二")], [])
    steps.follow(3, "読み込み", LOAD, None)
    assert (steps.undo, steps.redo) == ([], [])  # nothing before a load can be taken back
