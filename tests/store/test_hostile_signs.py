"""Signs that no Word file can hold are taken out wherever a text comes into a record, in every text field of every kind."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.records import APPEND_ONLY, KINDS, OF_ASSET, Asset, Record
from app.domain.plain_text import clean, is_clean
from app.domain.words import Reader
from app.errors import ImportRefused
from app.store import codec, exchange
from app.store.ledger import Ledger

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
WRITABLE = "".join(map(chr, [*range(0x20), 0x7F, 0xFFFE, 0xFFFF])) + "髙﨑\r\n𠮷"  # as UTF-8, and so as SQLite has it
HOSTILE = f"{WRITABLE}\udfff\ud800"  # in this order they are no pair
CLEAN = "\t\n\n\n\n髙﨑\n𠮷"
SEALS = ("tree_sha256", "docx_sha256", "pdf_sha256")


def texts(kind: str) -> list[str]:
    """The fields for words of any kind: no ids, no days."""
    columns = codec.columns(KINDS[kind])
    return [one.name for one in columns if one.base is str and not one.marks and one.name not in ("id", *SEALS)]


def record_of(kind: str, words: str) -> Record:
    """A record of this kind with these words in every text."""
    columns = {column.name: column for column in codec.columns(KINDS[kind])}
    fields: dict[str, Any] = {name: (words,) if columns[name].many else words for name in texts(kind)}
    fields |= {name: list(one.words.values())[-1] for name, one in columns.items() if one.words and not one.many}
    if kind == "access":
        fields["reader"] = Reader.TITLE
    if kind in OF_ASSET:
        fields[OF_ASSET[kind]] = "a1"
    return KINDS[kind](**({"id": "company" if kind == "profile" else "a1"} | fields))


def words_in(record: Record, kind: str) -> set[str]:
    values = [getattr(record, name) for name in texts(kind)]
    return {text for value in values for text in (value if isinstance(value, tuple) else (value,))}


def held(ledger: Ledger, kind: str) -> Record:
    return next(one for one in ledger.company().records() if type(one) is KINDS[kind])


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def started(ledger: Ledger) -> Ledger:
    ledger.change("前", [Asset(id="a1")])
    return ledger


def put(ledger: Ledger, kind: str, words: str) -> Record:
    act = ledger.record if kind in APPEND_ONLY else ledger.change
    (told,) = act(words, [record_of(kind, words)], who=words).put
    return told


@given(st.text(st.characters() | st.sampled_from(HOSTILE)))
def test_a_clean_text_holds_no_such_sign_and_stays_as_it_is(text: str) -> None:
    assert not FORBIDDEN.search(clean(text)) and clean(clean(text)) == clean(text)
    assert is_clean(text) == (clean(text) == text)
    clean(text).encode()


def test_what_is_typed_is_told_and_kept_clean_and_goes_round(started: Ledger, kind: str, tmp_path: Path) -> None:
    told = put(started, kind, HOSTILE)
    assert words_in(told, kind) == {CLEAN} and held(started, kind) == told
    last = started.history()[-1]
    assert (last.label, last.who) == (CLEAN, CLEAN) and started.verify() == []
    with exchange.load(exchange.dump(started), tmp_path / "新") as loaded:
        assert loaded.company() == started.company() and not loaded.verify()
    started.undo()
    started.redo()
    assert started.verify() == []


def test_what_another_program_wrote_is_read_clean_and_its_history_holds(
    started: Ledger, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as other:
        other.setattr(codec, "is_clean", lambda _: True)
        put(started, kind, WRITABLE)
        assert words_in(held(started, kind), kind) == {WRITABLE}, "the control"
        text = exchange.dump(started)
    assert words_in(held(started, kind), kind) == {CLEAN} and started.verify() == []
    with exchange.load(text, tmp_path / "新") as loaded:
        assert loaded.company() == started.company() and not loaded.verify()


def test_a_file_put_together_by_hand_is_read_clean(started: Ledger, kind: str, tmp_path: Path) -> None:
    whole = json.loads(exchange.dump(started))
    del whole["history"]
    whole["company"][kind] = [codec.to_row(record_of(kind, HOSTILE))]
    with exchange.load(json.dumps(whole), tmp_path / "新") as loaded:
        assert words_in(held(loaded, kind), kind) == {CLEAN} and loaded.verify() == []


def test_an_id_with_such_a_sign_is_refused(started: Ledger, tmp_path: Path) -> None:
    whole = json.loads(exchange.dump(started))
    del whole["history"]
    whole["company"]["assets"][0]["id"] = "a\x01"
    with pytest.raises(ImportRefused, match="使えない文字"):
        exchange.load(json.dumps(whole), tmp_path / "新")
