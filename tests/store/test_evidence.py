"""Issued papers and signatures: written once, and no undo takes them back."""

from pathlib import Path

import pytest

from app.domain.ledger.records import Answer, Issue, Signature
from app.store.ledger import Ledger


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


def test_evidence_is_there_after_a_restart(ledger: Ledger, tmp_path: Path) -> None:
    ledger.record("規程を確定", [Issue(id="i1", form="information-rules", tree="{}")], who="山田")
    path = ledger.path
    ledger.close()
    with Ledger.open(path) as again:
        assert again.company().issues["i1"].tree == "{}"
        assert again.undo_label == ""
