"""A ledger whose file was deleted under it must not say that it saved."""

import pytest

from app.domain.ledger.records import Answer
from app.errors import LedgerError
from app.store.ledger import Ledger


def test_a_change_is_refused_once_the_file_is_gone(ledger: Ledger) -> None:
    ledger.change("前", [Answer(id="a", value="1")], who="山田")
    ledger.path.unlink()
    with pytest.raises(LedgerError):
        ledger.change("後", [Answer(id="b", value="2")], who="山田")
    assert ledger.undo_label == "前"
