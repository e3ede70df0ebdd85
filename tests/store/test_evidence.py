"""Issued papers and signatures: written once, and no undo takes them back; their bytes are there and are what they were."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.domain.ledger.records import Answer, Issue, Signature
from app.errors import ImportRefused, LedgerError
from app.store import exchange
from app.store.ledger import Ledger

PAPER = b"%PDF-" + bytes(range(256)) * 400
SEAL = hashlib.sha256(PAPER).hexdigest()
ISSUE = Issue(id="i1", form="information-rules", pdf_sha256=SEAL)


def test_undo_passes_over_evidence_and_takes_the_step_before_it(ledger: Ledger) -> None:
    ledger.change("答え", [Answer(id="court", value="静岡")], who="山田")
    ledger.record("規程を確定", [Issue(id="i1", form="information-rules")], who="山田")
    assert ledger.undo_label == "答え"
    step = ledger.undo("山田")
    assert step.drop == (("answers", "court"),)
    assert list(ledger.company().issues) == ["i1"]
    assert ledger.redo_label == "答え"
    assert ledger.verify() == []


def test_evidence_is_not_changed_nor_dropped(ledger: Ledger) -> None:
    signed = Signature(id="s1", form="joining-pledge", subject="p1")
    ledger.record("署名", [signed], who="山田")
    for attempt in (
        lambda: ledger.change("書き換え", [signed], who="山田"),
        lambda: ledger.change("削除", drop=[("signatures", "s1")], who="山田"),
        lambda: ledger.record("もう一度", [signed], who="山田"),
        lambda: ledger.record("別のもの", [Answer(id="a", value="b")], who="山田"),
    ):
        with pytest.raises(ValueError):
            attempt()
    assert ledger.company().signatures == {"s1": signed}


def test_evidence_is_there_after_a_restart(ledger: Ledger) -> None:
    ledger.record("規程を確定", [ISSUE], "山田", [PAPER])
    path = ledger.path
    ledger.close()
    with Ledger.open(path) as again:
        assert again.evidence(again.company().issues["i1"].pdf_sha256) == PAPER
        assert again.undo_label == "" and again.verify() == []


def test_the_same_bytes_are_kept_once_and_never_in_the_history(ledger: Ledger) -> None:
    for n in range(9):
        ledger.record("確定", [Issue(id=f"i{n}", form="f", docx_sha256=SEAL, pdf_sha256=SEAL)], "山田", [PAPER])
    assert ledger.evidence_names() == [SEAL]
    assert ledger.path.stat().st_size < 3 * len(PAPER)
    assert exchange.dump(ledger).count(b64encode(PAPER).decode()) == 1
    assert max(len(entry.payload) for entry in ledger.history()) < 1000


def test_nothing_names_bytes_that_nobody_has(ledger: Ledger) -> None:
    for other in ([], [b"other"]):
        with pytest.raises(ValueError):
            ledger.record("確定", [ISSUE], "山田", other)
    assert not ledger.company().issues and ledger.evidence_names() == []
    ledger.record("確定", [ISSUE], "山田", [PAPER, b"which nobody names"])  # does no harm
    ledger.record("もう一つ", [Issue(id="i2", form="f", pdf_sha256=SEAL)], "山田")  # which is there already
    assert ledger.verify() == []


@pytest.mark.parametrize("spoil", ["DELETE FROM blobs", "UPDATE blobs SET content = x'00'"])
def test_bytes_that_are_gone_or_others_are_told_and_never_handed_out(ledger: Ledger, spoil: str) -> None:
    ledger.record("確定", [ISSUE], "山田", [PAPER])
    assert ledger.verify() == []
    ledger._db.execute(spoil)
    [finding] = ledger.verify()
    assert "確定した書類（issues）の「i1」" in finding and SEAL in finding
    assert ledger.evidence(SEAL) is None


Spoil = Callable[[dict[str, Any]], object]
SPOILT: list[tuple[Spoil, str]] = [
    (lambda whole: whole.pop("evidence"), "「i1」：確定したときの文かファイルがない"),
    (lambda whole: whole.update(evidence=[]), "evidence が"),
    (lambda whole: whole.update(evidence=None), "evidence が"),
    *(
        (lambda whole, wrong=wrong: whole["evidence"].update({SEAL: wrong}), "この SHA-256 のものではありません")
        for wrong in ("", "!!", "AAAA", 5, None, "\ud842", ["AAAA"])
    ),
    (lambda whole: whole["evidence"].update({"x" * 99: "AAAA"}), "この SHA-256 のものではありません"),
]


@pytest.mark.parametrize("history", [True, False])
@pytest.mark.parametrize(("spoil", "words"), SPOILT)
def test_a_dump_whose_bytes_are_not_right_is_refused(
    ledger: Ledger, tmp_path: Path, spoil: Spoil, words: str, history: bool
) -> None:
    ledger.record("確定", [ISSUE], "山田", [PAPER])
    whole = json.loads(exchange.dump(ledger))
    if not history:
        del whole["history"]
    with exchange.load(json.dumps(whole), tmp_path / "よいもの") as loaded:  # the control: unspoilt it is taken
        assert loaded.evidence(SEAL) == PAPER
    spoil(whole)
    with pytest.raises(ImportRefused, match=words):
        exchange.load(json.dumps(whole), tmp_path / "新")
    assert not (tmp_path / "新").exists()


OLD = {"id": "i1", "form": "f", "tree": "{}", "docx": "", "docx_sha256": "", "pdf": b64encode(PAPER).decode()}


@pytest.mark.parametrize("wrong", ["", "!!", "AAAA", None, 5])
def test_a_dump_of_the_first_version_is_held_to_the_same(ledger: Ledger, tmp_path: Path, wrong: object) -> None:
    whole = json.loads(exchange.dump(ledger)) | {"version": 1}
    del whole["history"]
    whole["company"]["issues"] = [OLD | {"pdf_sha256": SEAL}]
    with exchange.load(json.dumps(whole), tmp_path / "よいもの") as loaded:
        issue = loaded.company().issues["i1"]
        assert loaded.evidence(issue.pdf_sha256) == PAPER and loaded.evidence(issue.tree_sha256) == b"{}"
    whole["company"]["issues"] = [OLD | {"pdf_sha256": "0" * 64, "pdf": wrong or OLD["pdf"]}]
    with pytest.raises(ImportRefused, match="「i1」"):
        exchange.load(json.dumps(whole), tmp_path / "新")


def test_a_full_disk_keeps_neither_the_record_nor_its_bytes(ledger: Ledger) -> None:
    ledger._db.execute("PRAGMA max_page_count = 60")
    with pytest.raises(LedgerError, match="空きが足りません"):
        ledger.record("確定", [ISSUE], "山田", [PAPER * 3, PAPER])
    assert not ledger.company().issues and ledger.evidence_names() == [] and ledger.verify() == []
