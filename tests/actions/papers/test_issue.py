"""確定する: a version stays as it was issued, through restarts and undo, and says later what is different today."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sets
from app.actions.papers import sign as signing
from app.desk import Desk
from app.documents import plain
from app.documents.tree import brought_by
from app.domain.ledger.records import Choice, Issue, Person
from app.domain.words import State
from app.errors import ImportRefused, PaperError
from app.paper.writers import writers

NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
LATER = datetime(2027, 4, 1, 9, 0, tzinfo=UTC)
RULES, PLEDGE = "information-rules", "joining-pledge"
WRITERS = writers(*issuing.FILES)


@pytest.fixture
def desk(sample_desk: Desk, qapp: object) -> Desk:
    return sample_desk


def issue(desk: Desk, form: str = RULES, subject: str = "", now: datetime = NOW, reason: str = "") -> Issue:
    return issuing.issue(desk, form, subject, now, WRITERS, reason)


def drop_measure(desk: Desk) -> str:
    """Give up a measure that the rules speak of; its title."""
    document = papers.make(desk, RULES, NOW).document
    measure = next(measure for article in document.articles() for measure in brought_by(article))
    desk.change("やめる", [Choice(id=measure, state=State.DECLINED)])
    return desk.library.measures[measure].title


def test_tree_and_both_files_are_kept_with_number_date_name_and_hashes(desk: Desk) -> None:
    made = issue(desk, reason="初めて定めた")
    assert (made.version, made.on, made.by, made.reason) == (1, "2026-11-04", desk.author, "初めて定めた")
    assert issuing.versions(desk.company, RULES) == [made] == list(desk.company.issues.values())
    files = issuing.files_of(desk, made)
    assert {kind: hashlib.sha256(data).hexdigest() for kind, data in files.items()} == {
        "docx": made.docx_sha256,
        "pdf": made.pdf_sha256,
    }
    document = issuing.document_of(desk, made)
    assert document.head_right.startswith("第1版")
    WRITERS["docx"].verify(document, files["docx"], "規程.docx")
    WRITERS["pdf"].verify(document, files["pdf"], "規程.pdf")


def test_it_is_the_same_after_a_restart_and_the_ledger_is_sound(opened: Callable[[], Desk], qapp: object) -> None:
    made = issue(opened())
    desk = opened()
    assert issuing.latest(desk.company, RULES) == made
    assert desk.ledger.verify() == []


def test_undo_takes_back_the_step_before_and_leaves_the_version(desk: Desk) -> None:
    title = drop_measure(desk)
    made = issue(desk)
    assert desk.undo_label == "やめる"
    desk.undo()
    assert issuing.versions(desk.company, RULES) == [made]
    assert any(title in str(one) for one in issuing.stale(desk, RULES)), (
        "the measure is back, the version does not have it"
    )
    desk.redo()
    assert issuing.stale(desk, RULES) == []


def test_each_version_has_the_next_number_and_prints_it(desk: Desk) -> None:
    first, second = issue(desk), issue(desk, now=LATER)
    assert [one.version for one in issuing.versions(desk.company, RULES)] == [1, 2]
    assert issuing.document_of(desk, first).head_right.startswith("第1版")
    assert issuing.document_of(desk, second).head_right.startswith("第2版")


def test_a_paper_that_began_elsewhere_goes_on_from_the_number_that_was_typed(desk: Desk) -> None:
    question = next(one for one in desk.forms[RULES].ask if one.name == papers.EDITION)
    papers.answer(desk, question, "7")
    assert issue(desk).version == 7
    assert issue(desk).version == 8
    papers.answer(desk, question, "二")
    assert issuing.next_version(desk, RULES) == 9


def test_every_person_has_versions_of_their_own(desk: Desk) -> None:
    one, other = (person.id for person in desk.company.staff[:2])
    issue(desk, PLEDGE, one)
    assert issue(desk, PLEDGE, one).version == 2
    assert issue(desk, PLEDGE, other).version == 1
    assert issuing.latest(desk.company, PLEDGE) is None
    name = desk.company.people[one].name
    assert name in "\n".join(plain.lines(issuing.document_of(desk, issuing.versions(desk.company, PLEDGE, one)[0])))


def test_nothing_is_issued_when_a_file_cannot_be_read_back(desk: Desk) -> None:
    broken = {**WRITERS, "pdf": replace(WRITERS["pdf"], to_bytes=lambda document, made: b"%PDF-")}
    with pytest.raises(PaperError):
        issuing.issue(desk, RULES, "", NOW, broken)
    assert not desk.company.issues


@pytest.mark.parametrize("kind", issuing.FILES)
@pytest.mark.parametrize("seal", ["", "0" * 64])
def test_a_file_that_is_not_what_it_was_is_never_handed_out(desk: Desk, kind: str, seal: str) -> None:
    with pytest.raises(PaperError, match=rf"第1版の {kind} が、確定したときと違います"):
        issuing.files_of(desk, replace(issue(desk), **{f"{kind}_sha256": seal}))


TREES = [b"", b"{", b"{}", b"\xff", b'{"node": "Text"}', b'{"node": "Planet"}', b'{"node": "Document", "title": 5}']


@pytest.mark.parametrize("tree", TREES)
def test_a_tree_that_cannot_be_read_is_told_and_the_paper_can_be_made_all_the_same(
    desk: Desk, tmp_path: Path, tree: bytes
) -> None:
    one = desk.company.staff[0].id
    for subject in ("", one):
        whole = issue(desk, PLEDGE, subject)
        assert issuing.holds(desk, PLEDGE, subject)
        broken = replace(whole, id=f"x{subject}", version=2, tree_sha256=hashlib.sha256(tree).hexdigest())
        desk.record("確定", [broken], [tree])
        with pytest.raises(ImportRefused, match="確定した書類"):
            issuing.document_of(desk, broken)
        assert [str(one) for one in issuing.stale(desk, PLEDGE, subject)] == [str(issuing.UNREADABLE)]
        assert not issuing.holds(desk, PLEDGE, subject) and issuing.present(desk, PLEDGE, NOW, subject).document
    signing.record(desk, desk.forms[PLEDGE], [one], on="2026-11-27")
    assert not next(
        each for each in signing.standings(desk, desk.forms[PLEDGE], NOW.date()) if each.subject == one
    ).again
    made = list(sets.write(desk, [sets.Wanted(PLEDGE), sets.Wanted(PLEDGE, one)], tmp_path, writers("docx"), NOW))
    assert len(made) == 3
    assert list(sets.issue(desk, [sets.Wanted(PLEDGE)], WRITERS, NOW)) and issuing.holds(desk, PLEDGE)


def test_time_alone_makes_nothing_stale(desk: Desk) -> None:
    for form in papers.papers(desk):
        issue(desk, form.id)
        assert issuing.stale(desk, form.id) == [], form.id
        present = issuing.present(desk, form.id, LATER)
        again = papers.make(desk, form.id, LATER, edition=1)
        assert present.document == again.document


def test_what_is_not_issued_is_not_stale(desk: Desk) -> None:
    assert issuing.stale(desk, RULES) == []
    assert issuing.present(desk, RULES, NOW).document.head_right.startswith("第1版")


def test_a_measure_given_up_is_told_with_the_article_that_it_changes(desk: Desk) -> None:
    issue(desk)
    title = drop_measure(desk)
    told = [str(one) for one in issuing.stale(desk, RULES)]
    assert len(told) == 1 and told[0].startswith("第")
    assert told[0].endswith(f"が変わりました：対策『{title}』の取りやめ")
    assert issuing.present(desk, RULES, LATER).document.head_right.startswith("第2版")


def test_a_measure_adopted_is_told_with_the_article_that_it_changes(desk: Desk) -> None:
    title = drop_measure(desk)
    issue(desk)
    desk.undo()
    told = [str(one) for one in issuing.stale(desk, RULES)]
    assert any(one.endswith(f"が変わりました：対策『{title}』の採用") for one in told), told


def test_articles_that_come_and_go_are_told_and_mere_numbers_are_not(desk: Desk) -> None:
    group = next(group for group in desk.forms[PLEDGE].choices if group.name == "former")
    issue(desk, PLEDGE)
    papers.choose(desk, desk.forms[PLEDGE], group, "omit")
    assert [str(one) for one in issuing.stale(desk, PLEDGE)] == ["第5条（前の勤め先の秘密）がなくなりました"]
    issue(desk, PLEDGE)
    papers.choose(desk, desk.forms[PLEDGE], group, "include")
    assert [str(one) for one in issuing.stale(desk, PLEDGE)] == ["第5条（前の勤め先の秘密）が加わりました"]


def test_a_value_that_changed_is_told_with_both_values(desk: Desk) -> None:
    issue(desk)
    old = desk.company.profile.name
    desk.change("社名", [replace(desk.company.profile, name="A&B<精密>製作所")])
    told = [str(one) for one in issuing.stale(desk, RULES)]
    assert f"第1条（目的）が変わりました：「会社名」を「{old}」から「A&B<精密>製作所」に変更" in told


def test_rows_of_a_register_are_counted(desk: Desk) -> None:
    issue(desk, "asset-register")
    first, *_ = desk.company.listed
    desk.change("書き足す", [replace(first, id="x1", name="新しい図面", position=999)])
    told = [str(one) for one in issuing.stale(desk, "asset-register")]
    assert any("1行の追加" in one for one in told), told


def test_who_is_not_in_the_ledger_makes_nothing_stale(desk: Desk) -> None:
    """Nobody whom a paper names can be deleted any more, but a ledger of before may lack somebody."""
    desk.change("雇う", [Person(id="short", name="短期 太郎")])
    made = issue(desk, PLEDGE, "short")
    desk.record("前の台帳から", [replace(made, id="old", subject="gone")])
    desk.change("社名", [replace(desk.company.profile, name="別の製作所")])
    assert issuing.stale(desk, PLEDGE, "short") != []
    assert issuing.stale(desk, PLEDGE, "gone") == []


def test_a_title_alone_is_a_change_too(desk: Desk) -> None:
    made = issue(desk, PLEDGE)
    renamed = replace(issuing.document_of(desk, made), title="誓約書")
    told = issuing.differences(renamed, issuing.document_of(desk, made), issuing.names(desk, PLEDGE))
    assert [str(one) for one in told] == ["紙の題や、上下の表示が変わりました"]
