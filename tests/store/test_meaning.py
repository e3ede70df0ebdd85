"""A file whose shape is right and whose meaning is not is refused by name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import paths
from app.domain.ledger.records import KINDS
from app.errors import ImportRefused
from app.store import exchange, meaning
from app.store.codec import columns

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def text() -> str:
    return paths.SAMPLE.read_text("utf-8")


def load(text: str, folder: Path, change: Callable[[Rows], object]) -> None:
    whole = json.loads(text)
    whole.pop("history", None)
    change(whole["company"])
    exchange.load(json.dumps(whole), folder / "新").close()


def issue(**fields: object) -> dict[str, Any]:
    plain = dict.fromkeys(("subject", "title", "by", "reason", "tree_sha256", "docx_sha256", "pdf_sha256"), "")
    return {"id": "i", "form": "f", "version": 1, "on": "2026-04-01", **plain, **fields}


def in_first(kind: str, field: str, value: object) -> Callable[[Rows], object]:
    return lambda company: company[kind][0].update({field: value})


WRONG: list[tuple[str, str, Callable[[Rows], object], str]] = [
    *(
        ("people", "left", in_first("people", "left", day), "日付")
        for day in ("2026/4/1", "来年", "2026-02-30", "20260401")
    ),
    ("people", "joined", in_first("people", "joined", "2026-13-01"), "日付"),
    ("partners", "nda_until", in_first("partners", "nda_until", "令和8年"), "日付"),
    ("assets", "review_on", in_first("assets", "review_on", "2026-4-1"), "日付"),
    ("access", "since", in_first("access", "since", "2026-W01-1"), "日付"),
    ("decisions", "on", in_first("decisions", "on", "昨日"), "日付"),
    ("choices", "due", in_first("choices", "due", "2026-00-01"), "日付"),
    *(("evaluations", "value", in_first("evaluations", "value", n), "3まで") for n in (99, 4, -1)),
    *(("assets", "position", in_first("assets", "position", n), "整数") for n in (2**63 - 1, -1)),
    ("profile", "levels", in_first("profile", "levels", []), "一つもありません"),
    ("assets", "keeper", in_first("assets", "keeper", "だれか"), "人「だれか」がありません"),
    ("assets", "department", in_first("assets", "department", "x"), "部門・班「x」がありません"),
    ("assets", "partner", in_first("assets", "partner", "x"), "取引先「x」がありません"),
    ("access", "who", in_first("access", "who", "x"), "がありません"),
    ("choices", "who", in_first("choices", "who", "x"), "がありません"),
    ("appointments", "person", in_first("appointments", "person", "x"), "がありません"),
    ("issues", "version", lambda c: c.update(issues=[issue(version=0)]), "1から"),
    ("issues", "on", lambda c: c.update(issues=[issue(on="昨日")]), "日付"),
]


@pytest.mark.parametrize(("kind", "field", "change", "why"), WRONG)
def test_what_cannot_be_meant_is_refused_with_its_place(
    text: str, tmp_path: Path, kind: str, field: str, change: Callable[[Rows], object], why: str
) -> None:
    with pytest.raises(ImportRefused, match=why) as caught:
        load(text, tmp_path, change)
    assert f"（{kind}）" in caught.value.what and f"項目「{field}」" in caught.value.what
    assert caught.value.safe and caught.value.then and list(tmp_path.iterdir()) == []


def right(company: Rows) -> None:
    """The edges of what is allowed, and ids of texts that another version may have."""
    company["evaluations"][0].update(value=0, loss=3, rival=None)
    company["people"][0].update(left="2028-02-29", joined="")
    company["assets"][0].update(position=10**9, keep_until="ずっと", keeper="", partner="")
    company["choices"][0].update(id="a-measure-of-a-newer-version")
    company["issues"] = [issue()]


def test_what_can_be_meant_is_taken(text: str, tmp_path: Path) -> None:
    load(text, tmp_path, right)


def test_every_field_that_names_a_record_names_a_kind_there_is() -> None:
    named = {kind for fields in meaning.REFERENCES.values() for kind in fields.values()}
    assert named == {"assets", "departments", "people", "partners", "issues"} and named <= set(KINDS)


def test_what_is_a_day_by_its_name_is_one_by_its_type() -> None:
    days = {"on", "since", "until", "due", "joined", "left"}
    for kind, record in KINDS.items():
        called = {column.name for column in columns(record) if column.name.split("_")[-1] in days}
        known = {field for field, check in meaning.VALUES[kind].items() if check is meaning._day}
        assert called - known <= {"keep_until"}, kind  # which is the owner's own words
