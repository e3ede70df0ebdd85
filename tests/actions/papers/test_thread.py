"""対策対応表: the thread from a measure to its clause, and back; all by the measure's id."""

from app.actions import choices
from app.actions.papers import thread
from app.desk import Desk
from app.documents.tree import Table
from app.domain.ledger.records import Signature
from app.domain.words import State


def rows(desk: Desk) -> dict[str, tuple[str, ...]]:
    document = thread.table(desk)
    assert document is not None
    table = next(block for block in document.blocks if isinstance(block, Table))
    return {str(row[0]): tuple(map(str, row)) for row in table.rows}


def test_a_measure_leads_to_its_clause_its_training_its_check_and_its_cases(sample_desk: Desk) -> None:
    choices.choose(sample_desk, "personal-media-limit", State.DONE)
    measure = sample_desk.library.measures["personal-media-limit"]
    row = rows(sample_desk)[measure.title]
    assert "情報管理規程（" in row[1] and row[2:5] == (measure.training, measure.check, measure.poster)
    assert int(row[5]) == sum(measure.id in case.measures for case in sample_desk.library.cases.values())


def test_a_signature_is_evidence_and_taken_back_it_is_none(sample_desk: Desk) -> None:
    choices.choose(sample_desk, "joining-pledge", State.DONE)
    measure = sample_desk.library.measures["joining-pledge"]
    before = rows(sample_desk)[measure.title][6]
    person = sample_desk.company.staff[0].id
    sample_desk.record("署名", [Signature(id="s", form="joining-pledge", subject=person, on="2026-11-01")])
    assert "署名" in rows(sample_desk)[measure.title][6] and "署名" not in before
    sample_desk.record("取消し", [Signature(id="t", form="joining-pledge", subject=person)])
    assert rows(sample_desk)[measure.title][6] == before


def test_what_leads_nowhere_is_told_and_is_none_once_it_leads_somewhere(sample_desk: Desk) -> None:
    lonely = next(m for m in sample_desk.library.measures.values() if m.forms and not thread.clauses(sample_desk, m))
    choices.choose(sample_desk, lonely.id, State.DONE)
    assert lonely in thread.orphans(sample_desk)
    sample_desk.record("署名", [Signature(id="s", form=lonely.forms[0], subject="x", on="2026-11-01")])
    assert lonely not in thread.orphans(sample_desk)


def test_without_measures_there_is_no_sheet(sample_desk: Desk) -> None:
    sample_desk.change("空に", drop=[("choices", one) for one in sample_desk.company.choices])
    assert thread.table(sample_desk) is None and thread.orphans(sample_desk) == []
