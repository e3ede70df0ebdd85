"""書類の一覧 says in a few words where every paper stands, under the moment at which it is needed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.actions.papers import gaps
from app.actions.papers import issue as issuing
from app.actions.papers import list as paper_list
from app.actions.papers import make as papers
from app.actions.papers import sign as signing
from app.desk import Desk
from app.domain.forms.form import Scene
from app.domain.ledger.records import Profile
from app.paper.writers import writers

NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
RULES, PLEDGE, NDA = "information-rules", "joining-pledge", "mutual-nda"
WRITERS = writers(*issuing.FILES)


@pytest.fixture
def desk(sample_desk: Desk, qapp: object) -> Desk:
    return sample_desk


def state(desk: Desk, form: str) -> tuple[str, bool]:
    row = paper_list.row(desk, desk.forms[form], NOW)
    return row.state, row.waits


def test_every_form_is_listed_once_under_its_scene_in_order(desk: Desk) -> None:
    listed = paper_list.rows(desk, NOW)
    assert list(listed) == [scene for scene in Scene if scene in listed]
    found = [row.form for rows in listed.values() for row in rows]
    assert sorted(form.id for form in found) == sorted(desk.forms)
    for scene, rows in listed.items():
        assert [row.form.order for row in rows] == sorted(row.form.order for row in rows)
        assert {row.form.scene for row in rows} == {scene}
    pairs = {form.id: form for form in found}
    assert all(form.scene is pairs[form.summary_of].scene for form in found if form.summary_of)


def test_blanks_are_counted_until_they_are_filled(desk: Desk) -> None:
    chart = [blank.key for blank in papers.make(desk, "role-chart", NOW).document.blanks]
    assert state(desk, "role-chart") == (f"空欄 {len(chart)}か所", True)
    desk.change("電話を消す", [replace(one, phone="") for one in desk.company.appointments.values()])
    assert state(desk, "role-chart")[1]


def test_names_of_each_person_are_no_blanks_of_the_company(desk: Desk) -> None:
    assert any(blank.key == "person" for blank in papers.make(desk, PLEDGE, NOW).document.blanks)
    assert state(desk, PLEDGE) == ("印刷できます", True)


def test_a_version_and_then_what_changed_since(desk: Desk) -> None:
    left = len(gaps.to_fill(papers.make(desk, RULES, NOW)))
    issuing.issue(desk, RULES, "", NOW, WRITERS)
    assert state(desk, RULES) == (f"第1版 11月4日 確定・空欄 {left}か所", True), "made final, and still not whole"
    issuing.issue(desk, "asset-register", "", NOW, WRITERS)
    assert paper_list.row(desk, desk.forms["asset-register"], NOW).done
    desk.change("社名", [replace(desk.company.profile, name="改めた社名")])
    told = list(paper_list.sentences(desk, RULES))
    assert state(desk, RULES) == (f"見直しが必要（{len(told)}か所）", True)
    assert told[0].startswith("第1条（目的）が変わりました：「会社名」を")


def test_signatures_are_counted_once_there_is_one(desk: Desk) -> None:
    form, (_boss, *staff) = desk.forms[PLEDGE], desk.company.staff
    issuing.issue(desk, PLEDGE, staff[0].id, NOW, WRITERS)
    assert state(desk, PLEDGE) == ("23人中 0人 署名", True)
    signing.record(desk, form, [one.id for one in staff[:22]], on="2026-11-10")
    assert state(desk, PLEDGE) == ("23人中 22人 署名", True)
    signing.record(desk, form, [one.id for one in staff[22:]], on="2026-11-10")
    assert state(desk, PLEDGE) == ("23人中 23人 署名", False)
    papers.choose(desk, form, next(group for group in form.choices if group.name == "former"), "omit")
    assert state(desk, PLEDGE) == ("23人中 23人 署名・1人 もらい直し", True)


def test_partners_are_counted_as_firms(desk: Desk) -> None:
    partners = [replace(one, nda_signed="", nda_until="") for one in desk.company.partners.values()]
    desk.change("契約なし", partners)
    signing.record(desk, desk.forms[NDA], [partners[0].id], on="2026-11-10")
    assert state(desk, NDA) == (f"{len(partners)}社中 1社 署名", True)


def test_a_paper_that_cannot_be_read_does_not_hide_the_others(desk: Desk) -> None:
    made = issuing.issue(desk, RULES, "", NOW, WRITERS)
    desk._hold(desk.company.after([replace(made, tree_sha256="0" * 64)]))
    rows = {row.form.id: row for found in paper_list.rows(desk, NOW).values() for row in found}
    assert (rows[RULES].state, rows[RULES].waits) == ("見直しが必要（1か所）", True)
    assert rows["asset-register"].state == "印刷できます"


def test_what_the_list_counts_is_what_the_paper_waits_for(desk: Desk) -> None:
    """In every form, for a full company and for an empty one."""
    for _ in range(2):
        for form in desk.forms.values():
            waited, row = gaps.to_fill(papers.make(desk, form.id, NOW)), paper_list.row(desk, form, NOW)
            assert (f"空欄 {len(waited)}か所" in row.state) == bool(waited), form.id
            assert not row.done, f"nothing of {form.id} has been made"
        desk.change("空に", [Profile()], [("appointments", seat) for seat in desk.company.appointments])


def test_what_is_for_an_accident_is_not_done_without_one(desk: Desk) -> None:
    filled = [(question, "1") for question in desk.forms["incident-report"].ask]
    for question, words in filled:
        papers.answer(desk, question, words)
    row = paper_list.row(desk, desk.forms["incident-report"], NOW)
    assert "✓" not in row.state and not row.done


def test_made_once_it_says_so_and_when(desk: Desk) -> None:
    papers.note_output(desk, [("asset-register", "")], "docx", NOW.date())
    row = paper_list.row(desk, desk.forms["asset-register"], NOW)
    assert (row.state, row.waits, row.done) == ("作りました（11月4日）", False, True)
    assert desk.ledger.history()[-1].label == "「情報資産管理台帳」をWordで保存"
    papers.note_output(desk, [(RULES, "")], "print", NOW.date())
    row = paper_list.row(desk, desk.forms[RULES], NOW)
    assert row.state.startswith("作りました（11月4日）・空欄 ") and not row.done, "what has blanks is not done"


def test_for_how_many_it_was_made(desk: Desk) -> None:
    staff = desk.company.staff
    papers.note_output(desk, [(PLEDGE, person.id) for person in staff[:3]], "print", NOW.date())
    assert state(desk, PLEDGE) == (f"{len(staff)}人中 3人分 作りました", False)
    desk.undo()
    assert state(desk, PLEDGE)[0] == f"{len(staff)}人中 3人分 作りました", "a sheet that is out stays out"
