"""Random changes, undos, redos and restarts: the ledger must always equal a plain Python model."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.ledger.company import Company
from app.domain.ledger.records import APPEND_ONLY, KIND_OF, KINDS, OF_ASSET, Profile, Record
from app.domain.plain_text import clean
from app.store import exchange
from app.store.ledger import Ledger, Step
from tests.store.records import EVIDENCE, records

ASSETS = ["a1", "a2", "a3"]
FREE = [kind for kind in KINDS if kind not in ("profile", *OF_ASSET, *APPEND_ONLY)]

State = dict[tuple[str, str], Record]


class LedgerModel(RuleBasedStateMachine):
    """`past` and `future` are whole copies of the records; nothing could be simpler, or slower."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "台帳"
        self.ledger = Ledger.create(self.path, Profile(author="山田"))
        self.company = self.ledger.company()
        self.now: State = {("profile", "company"): Profile(author="山田")}
        self.past: list[tuple[str, State]] = []
        self.future: list[tuple[str, State]] = []
        self.evidence = 0

    def take(self, step: Step) -> None:
        self.company = self.company.after(step.put, step.drop)

    def change(self, label: str, put: list[Record], drop: list[tuple[str, str]]) -> None:
        after = {key: record for key, record in self.now.items() if key not in drop}
        after |= {(KIND_OF[type(record)], record.id): record for record in put}
        self.take(self.ledger.change(label, put, drop, who="山田"))
        if after != self.now:
            self.past.append((clean(label), self.now))  # no label keeps a sign that no paper can hold
            self.future.clear()
            self.now = after

    @rule(data=st.data(), label=st.text(max_size=5))
    def put(self, data: st.DataObject, label: str) -> None:
        here = [row_id for kind, row_id in self.now if kind == "assets"]
        kinds = FREE + (list(OF_ASSET) if here else [])
        batch = []
        for kind in data.draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4)):
            fixed: dict[str, st.SearchStrategy[Any]] = {"id": st.sampled_from(ASSETS)}
            if kind in OF_ASSET:
                fixed[OF_ASSET[kind]] = st.sampled_from(here)
            batch.append(data.draw(records(kind, **fixed)))
        self.change(label, batch, [])

    @rule(profile=records("profile", id=st.just("company")))
    def edit_profile(self, profile: Record) -> None:
        self.change("会社の基本", [profile], [])

    @rule(data=st.data())
    def record(self, data: st.DataObject) -> None:
        """Evidence stays, whatever is undone or redone around it."""
        kind = data.draw(st.sampled_from(sorted(APPEND_ONLY)))
        row = data.draw(records(kind, id=st.just(f"e{len(self.now)}-{len(self.past)}-{self.evidence}")))
        self.evidence += 1
        self.take(self.ledger.record("確定", [row], who="山田", evidence=EVIDENCE))
        for state in (self.now, *(state for _, state in self.past + self.future)):
            state[kind, row.id] = row

    @rule(data=st.data())
    def drop(self, data: st.DataObject) -> None:
        droppable = sorted(key for key in self.now if key[0] not in ("profile", *APPEND_ONLY))
        if droppable:
            key = data.draw(st.sampled_from(droppable))
            hanging = [
                (kind, row_id)
                for (kind, row_id), record in self.now.items()
                if kind in OF_ASSET and key == ("assets", getattr(record, OF_ASSET[kind]))
            ]
            self.change("削除", [], [key, *hanging])

    @rule()
    def undo(self) -> None:
        self.take(self.ledger.undo("鈴木"))
        if self.past:
            label, before = self.past.pop()
            self.future.append((label, self.now))
            self.now = before

    @rule()
    def redo(self) -> None:
        self.take(self.ledger.redo("鈴木"))
        if self.future:
            label, after = self.future.pop()
            self.past.append((label, self.now))
            self.now = after

    @rule()
    def restart(self) -> None:
        self.ledger.close()
        self.ledger = Ledger.open(self.path)

    @precondition(lambda self: len(self.past) > 2)
    @rule()
    def move(self) -> None:
        """Out into a JSON file and on from there, history, undo and all."""
        text = exchange.dump(self.ledger)
        self.ledger.close()
        self.path = self.path.with_name(f"{self.path.name}+")
        self.ledger = exchange.load(text, self.path)
        assert exchange.dump(self.ledger) == text

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        held = self.ledger.company()
        assert {(KIND_OF[type(record)], record.id): record for record in held.records()} == self.now
        assert held == self.company
        assert isinstance(held, Company)
        assert self.ledger.undo_label == (self.past[-1][0] if self.past else "")
        assert self.ledger.redo_label == (self.future[-1][0] if self.future else "")

    def teardown(self) -> None:
        try:
            assert self.ledger.verify() == []
        finally:
            self.ledger.close()
            self.folder.cleanup()


TestLedgerModel = LedgerModel.TestCase
TestLedgerModel.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
