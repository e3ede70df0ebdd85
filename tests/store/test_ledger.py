import os
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Choice, Decision, Issue, Place, Profile
from app.domain.words import Level, State
from app.errors import LedgerError
from app.store import driver
from app.store.driver import sqlite
from app.store.ledger import Ledger, Step

FILM = Asset(id="a1", name="加工条件表")
SHELF = Place(id="p1", asset="a1", where="共有フォルダー")


def follows(ledger: Ledger, company: Company, step: Step) -> Company:
    """What a step told must lead to what the ledger holds."""
    after = company.after(step.put, step.drop)
    assert after == ledger.company()
    assert step.changes.rows == {
        *step.drop,
        *((kind, r.id) for r in step.put for kind in [type_of(r)]),
    }
    return after


def type_of(record: object) -> str:
    return {Asset: "assets", Place: "places", Profile: "profile", Decision: "decisions", Choice: "choices"}[
        type(record)
    ]


def test_a_new_ledger_knows_its_author_and_when_it_was_made(ledger: Ledger) -> None:
    assert ledger.company() == Company(on=date.today(), profile=Profile(author="山田"))
    [first] = ledger.history()
    assert (first.seq, first.who, first.label, first.act) == (1, "山田", "台帳を作成", "load")
    assert datetime.now().astimezone() - ledger.saved_at < timedelta(minutes=1)
    assert (ledger.undo_label, ledger.redo_label, ledger.verify()) == ("", "", [])


def test_a_change_is_kept_with_who_said_so_and_what_it_was(ledger: Ledger) -> None:
    company = ledger.company()
    company = follows(ledger, company, ledger.change("資産を追加", [FILM, SHELF], who="鈴木"))
    renamed = replace(FILM, name="加工条件表（新）")
    step = ledger.change("名前を直す", [renamed, SHELF], [("places", "nowhere")], who="佐藤")
    company = follows(ledger, company, step)
    assert step.put == (renamed,) and step.drop == ()  # the shelf stayed as it was
    *_, added, edited = ledger.history()
    assert (added.who, added.label, edited.who, edited.label) == ("鈴木", "資産を追加", "佐藤", "名前を直す")
    assert [(delta.before, delta.after) for delta in edited.deltas] == [(FILM, renamed)]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", edited.at)


def test_no_difference_is_no_entry(ledger: Ledger) -> None:
    ledger.change("資産を追加", [FILM])
    ledger.undo()
    before = ledger.history()
    assert ledger.change("同じまま", [Profile(author="山田")], [("assets", "none")]) == Step(
        ledger.change("同じまま").changes
    )
    assert ledger.history() == before and ledger.redo_label == "資産を追加"


def test_undo_and_redo_walk_back_and_forth_and_survive_a_restart(ledger: Ledger) -> None:
    company = ledger.company()
    for label, records in (("追加", [FILM, SHELF]), ("区分を決定", [Decision(id="a1", level=Level.SECRET)])):
        company = follows(ledger, company, ledger.change(label, records, who="山田"))
    full = company
    company = follows(ledger, company, ledger.undo("鈴木"))
    assert (ledger.undo_label, ledger.redo_label) == ("追加", "区分を決定")
    ledger.close()
    with Ledger.open(ledger.path) as again:
        assert (again.undo_label, again.redo_label) == ("追加", "区分を決定")
        company = follows(again, company, again.undo("鈴木"))
        assert not company.assets and again.undo_label == ""
        assert again.undo() == Step(again.undo().changes) and again.company() == company
        company = follows(again, company, again.redo("鈴木"))
        company = follows(again, company, again.redo("鈴木"))
        assert company == full and again.redo_label == ""
        assert again.redo() == Step(again.redo().changes)
        company = follows(again, company, again.undo())
        company = follows(again, company, again.change("採用", [Choice(id="m1", state=State.ADOPTED)]))
        assert (again.undo_label, again.redo_label) == ("採用", "")  # a new change ends what could be redone
        assert [entry.act for entry in again.history()] == [
            *("load", "change", "change", "undo", "undo", "redo", "redo", "undo", "change")
        ]
        assert [entry.who for entry in again.history()][3:6] == ["鈴木"] * 3
        assert again.verify() == []


def test_rows_keep_the_order_they_have_in_memory(ledger: Ledger) -> None:
    company = ledger.company()
    company = company.after(ledger.change("追加", [Asset(id=i) for i in ("z", "a", "m")]).put)
    for step in (ledger.change("直す", [Asset(id="z", name="x")]), ledger.change("削除", drop=[("assets", "a")])):
        company = company.after(step.put, step.drop)
    step = ledger.undo()
    company = company.after(step.put, step.drop)
    assert list(company.assets) == list(ledger.company().assets) == ["z", "m", "a"]


def test_dropping_and_putting_the_same_row_is_putting_it(ledger: Ledger) -> None:
    ledger.change("追加", [FILM])
    step = ledger.change("置き換え", [replace(FILM, note="新")], [("assets", "a1")])
    assert step.drop == () and ledger.company().assets["a1"].note == "新"


def test_what_the_ledger_could_not_read_again_is_not_written(ledger: Ledger) -> None:
    faulty = [
        Asset(id=""),
        Asset(id="a\x01"),
        Asset(id="a2", position="1"),  # type: ignore[arg-type]
        Decision(id="a1", level="special"),  # type: ignore[arg-type]
        Profile(id="another"),
    ]
    for record in faulty:
        with pytest.raises(ValueError):
            ledger.change("まちがい", [FILM, record])
    with pytest.raises(ValueError):
        ledger.change("まちがい", drop=[("profile", "company")])
    assert len(ledger.history()) == 1 and not ledger.company().assets


def test_what_hangs_on_no_asset_is_not_written(ledger: Ledger) -> None:
    ledger.change("追加", [FILM, SHELF])
    for put, drop in (([Access(id="x", asset="none")], []), ([], [("assets", "a1")])):
        with pytest.raises(driver.sqlite.IntegrityError):
            ledger.change("まちがい", put, drop)
    assert len(ledger.history()) == 2 and ledger.verify() == []
    ledger.change("資産ごと削除", drop=[("assets", "a1"), ("places", "p1")])  # in either order
    ledger.undo()
    assert ledger.company().places == {"p1": SHELF}


LONG = [Asset(id=f"long{n}", note="あ" * 9000) for n in range(20)]


def _as_if_nothing_had_happened(ledger: Ledger, before: Company) -> None:
    assert (ledger.company(), ledger.undo_label, len(ledger.history())) == (before, "追加", 2)
    ledger.change("小さな変更", [replace(FILM, note="新")])
    assert ledger.verify() == []


def test_a_full_disk_loses_only_the_change_that_did_not_fit(ledger: Ledger) -> None:
    ledger.change("追加", [FILM])
    before = ledger.company()
    used = ledger._db.execute("PRAGMA page_count").fetchone()[0]
    ledger._db.execute(f"PRAGMA max_page_count = {used + 2}").fetchone()
    with pytest.raises(LedgerError, match="空きが足りません") as caught:
        ledger.change("大きな変更", LONG)
    assert "保存されていません" in caught.value.safe
    _as_if_nothing_had_happened(ledger, before)


def test_a_failing_device_loses_only_the_change_that_was_being_written(ledger: Ledger) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no such limits")
    ledger.change("追加", [FILM])
    before = ledger.company()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(ledger.path), hard))  # writing beyond it fails
    try:
        with pytest.raises(LedgerError, match="読み書きに失敗"):
            ledger.change("大きな変更", LONG)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    _as_if_nothing_had_happened(ledger, before)


def test_a_ledger_whose_tables_left_its_history_is_told_as_damaged(ledger: Ledger) -> None:
    ledger.change("追加", [FILM])
    ledger._db.execute("UPDATE assets SET name = 'すり替え'")
    with pytest.raises(LedgerError, match="こわれています"):
        ledger.undo()
    assert ["資産" in finding for finding in ledger.verify()] == [True]
    ledger._db.execute("UPDATE assets SET owner = 'theirs'")
    with pytest.raises(LedgerError, match="こわれています"):
        ledger.company()
    assert "theirs" in ledger.verify()[0]
    ledger._db.execute("UPDATE history SET act = 'undo', undoes = 7 WHERE seq = 2")
    ledger.close()
    with pytest.raises(LedgerError, match="こわれています"):
        Ledger.open(ledger.path)


def test_a_ledger_without_a_beginning_is_told_as_damaged(ledger: Ledger) -> None:
    ledger._db.execute("DELETE FROM history")
    ledger.close()
    with pytest.raises(LedgerError, match="こわれています"):
        Ledger.open(ledger.path)


def test_another_thread_is_told_that_it_is_a_mistake_of_the_program_and_not_a_damaged_ledger(ledger: Ledger) -> None:
    ledger.change("前", [FILM])
    acts: list[Callable[[], object]] = [
        lambda: ledger.change("他から", [replace(FILM, name="新")]),
        lambda: ledger.record("他から", [Issue(id="i", form="f")]),
        ledger.undo,
        ledger.company,
        ledger.history,
        ledger.verify,
    ]
    for act in acts:
        with ThreadPoolExecutor(1) as other:
            error = other.submit(act).exception()
        assert isinstance(error, sqlite.ProgrammingError) and "thread" in str(error), act
    ledger.change("後", [replace(FILM, note="新")])  # nothing is in doubt here
    assert [entry.label for entry in ledger.history()][1:] == ["前", "後"] and ledger.verify() == []
