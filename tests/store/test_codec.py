import json
from dataclasses import MISSING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.records import KINDS, Asset, Profile
from app.domain.words import Level, Owner
from app.errors import ImportRefused
from app.store import codec
from tests.store.records import records

ANY_RECORD = st.sampled_from(list(KINDS)).flatmap(lambda kind: st.tuples(st.just(kind), records(kind)))


@given(ANY_RECORD)
def test_a_record_survives_json_and_sqlite_unchanged(kind_and_record) -> None:
    kind, record = kind_and_record
    assert codec.from_row(kind, json.loads(json.dumps(codec.to_row(record)))) == record
    held = codec.to_sql(record)
    assert {type(value) for value in held.values()} <= {str, int, bool, type(None)}
    assert codec.from_sql(kind, {k: int(v) if isinstance(v, bool) else v for k, v in held.items()}) == record


def test_words_and_lists_are_plain_in_a_row() -> None:
    row = codec.to_row(Profile(levels=(Level.SECRET, Level.INTERNAL)))
    assert row["levels"] == ["secret", "internal"] and type(row["levels"][0]) is str
    assert codec.to_sql(Asset(id="a", guesses=("名前",)))["guesses"] == '["名前"]'


def test_every_kind_has_a_name_and_every_field_but_the_needed_ones_a_default() -> None:
    assert all(record.LABEL for record in KINDS.values())
    needed = {(kind, c.name) for kind in KINDS for c in codec.columns(KINDS[kind]) if c.default is MISSING}
    ids = {(kind, "id") for kind in KINDS if kind != "profile"}
    assert needed - ids == {
        ("places", "asset"),
        ("access", "asset"),
        ("disclosures", "asset"),
        ("decisions", "level"),
        ("choices", "state"),
        ("appointments", "role"),
        ("issues", "form"),
        ("signatures", "form"),
        ("signatures", "subject"),
        ("outputs", "form"),
    }


GOOD = codec.to_row(Asset(id="a1", name="金型図面"))


@pytest.mark.parametrize(
    ("faulty", "names"),
    [
        ({"nmae": "金型"}, ["nmae", "つづり"]),
        ({"position": "1"}, ["position", "整数"]),
        ({"position": True}, ["position", "整数"]),
        ({"position": 1.0}, ["position", "整数"]),
        ({"position": 2**63}, ["position", "大きすぎ"]),
        ({"name": None}, ["name", "文字"]),
        ({"owner": "theirs"}, ["owner", "theirs", "own・entrusted"]),
        ({"owner": ["own"]}, ["owner"]),
        ({"owner": {}}, ["owner"]),
        ({"guesses": "name"}, ["guesses", "一覧"]),
        ({"guesses": [1]}, ["guesses", "文字"]),
    ],
)
def test_a_faulty_row_is_refused_with_its_place(faulty, names) -> None:
    with pytest.raises(ImportRefused) as refused:
        codec.from_row("assets", GOOD | faulty)
    for name in ["情報資産（assets）の「a1」", *names]:
        assert name in refused.value.what
    str(refused.value).encode()  # can be shown and printed


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(ImportRefused, match="「owner」：この項目が抜けています"):
        codec.from_row("assets", {name: value for name, value in GOOD.items() if name != "owner"})


@pytest.mark.parametrize("row", [None, [], "a1", {}, GOOD | {"id": ""}, GOOD | {"id": 1}, GOOD | {"id": None}])
def test_what_has_no_id_is_refused(row) -> None:
    with pytest.raises(ImportRefused, match="情報資産（assets）"):
        codec.from_row("assets", row)


def test_a_row_older_than_a_field_is_completed_with_its_default() -> None:
    older = {name: value for name, value in GOOD.items() if name not in ("owner", "guesses")}
    assert codec.recall("assets", older) == Asset(id="a1", name="金型図面", owner=Owner.OWN, guesses=())
    with pytest.raises(ImportRefused, match="asset"):
        codec.recall("places", {"id": "p1"})
    with pytest.raises(ImportRefused):
        codec.recall("assets", "a1")


def test_a_list_that_sqlite_does_not_hold_as_json_is_refused() -> None:
    with pytest.raises(ImportRefused, match="guesses"):
        codec.from_sql("assets", codec.to_sql(Asset(id="a1")) | {"guesses": "[broken"})
