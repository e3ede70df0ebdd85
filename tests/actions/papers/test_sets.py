"""全員分: one paper for each person or partner in one go, every file whole, named so that they sort and none hides another."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sets, sign
from app.actions.papers.sets import Wanted
from app.desk import Desk
from app.documents import plain
from app.documents.compose import compose
from app.documents.files import safe_file_name
from app.documents.tree import Document
from app.documents.word import file as word
from app.documents.word.check import reopen_text
from app.domain.forms.form import Form
from app.domain.forms.own_wording import with_own
from app.domain.ledger.records import Person
from app.domain.words import State
from app.errors import PaperError
from app.paper.writers import writers
from tests.firms import ANYTHING

NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
PLEDGE, NDA = "joining-pledge", "mutual-nda"


@pytest.fixture
def desk(sample_desk: Desk, qapp: object) -> Desk:
    return sample_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where nothing is yet, not even the folder."""
    return tmp_path / "誓約書"


HIRE = Person(id="new", position=99, name="新田 花", joined="2999-04-01", previous="前の会社")


@pytest.mark.parametrize(
    ("form", "offered"),
    [
        ("joining-pledge", True),
        ("incoming-hire", True),
        ("project-pledge", False),
        ("leaving-pledge", False),
        ("exit-checklist", False),
        ("return-certificate", False),
    ],
)
def test_who_is_still_to_come_is_offered_where_a_paper_is_for_joining(desk: Desk, form: str, offered: bool) -> None:
    desk.change("採用", [HIRE])
    assert ("new" in dict(papers.subjects(desk, desk.forms[form]))) is offered
    assert Wanted(form, "new") not in sets.for_each(desk, desk.forms[form])
    assert (Wanted(form, "new") in sets.for_any(desk, desk.forms[form])) is offered
    desk.change("入社", [replace(HIRE, joined="2026-04-01")])
    assert "new" in dict(papers.subjects(desk, desk.forms[form])), "who is here is offered as before"


def test_the_pledge_of_who_is_still_to_come_speaks_of_the_first_day_and_is_not_waited_for(desk: Desk) -> None:
    desk.change("採用", [HIRE])
    text = plain.text(papers.make(desk, PLEDGE, NOW, "new").document)
    assert "新田 花は、令和981年4月1日に貴社に入社するに当たり" in text
    standing = next(one for one in sign.standings(desk, desk.forms[PLEDGE], NOW.date()) if one.subject == "new")
    assert not standing.awaited
    sign.record(desk, desk.forms[PLEDGE], ["new"], on="2026-11-04")
    standing = next(one for one in sign.standings(desk, desk.forms[PLEDGE], NOW.date()) if one.subject == "new")
    assert standing.signature is not None, "a pledge may be signed before the first day"


def test_a_pledge_for_everyone_each_with_their_own_name(desk: Desk, folder: Path) -> None:
    wanted = sets.for_each(desk, desk.forms[PLEDGE])
    boss, *staff = desk.company.staff
    assert boss.name == desk.company.profile.representative, "nobody pledges to themselves"
    assert [one.subject for one in wanted] == [person.id for person in staff] and len(staff) == 23
    done = list(sets.write(desk, wanted, folder, writers("docx"), NOW))
    assert [(one.number, one.total) for one in done] == [(n, 24) for n in range(1, 25)]
    assert sorted(folder.iterdir()) == sorted(one.path for one in done)
    papers_alone = [one.path for one in done if sets.COVER not in one.path.name]
    assert papers_alone == sorted(papers_alone), "they sort as they are listed"
    addressee = desk.company.profile.representative
    for person, path in zip(staff, papers_alone, strict=True):
        text = reopen_text(path)
        assert {other.name for other in desk.company.staff if other.name in text} == {person.name, addressee}


def test_an_agreement_for_every_partner_in_every_kind(desk: Desk, folder: Path) -> None:
    wanted = sets.for_each(desk, desk.forms[NDA])
    done = list(sets.write(desk, wanted, folder, writers("docx", "pdf"), NOW, covers=False))
    assert len(done) == 2 * len(desk.company.partners) == done[-1].total
    assert {path.suffix for path in folder.iterdir()} == {".docx", ".pdf"}


def test_whoever_stops_has_whole_files_and_knows_how_many(desk: Desk, folder: Path) -> None:
    making = sets.write(desk, sets.for_each(desk, desk.forms[PLEDGE]), folder, writers("docx"), NOW, covers=False)
    done = [next(making) for _ in range(5)]
    making.close()
    assert (done[-1].number, done[-1].total) == (5, 23)
    assert sorted(folder.iterdir()) == [one.path for one in done]
    assert all(reopen_text(one.path) for one in done)


def test_a_disk_that_is_full_leaves_what_is_whole(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    making = sets.write(desk, sets.for_each(desk, desk.forms[PLEDGE]), folder, writers("docx"), NOW, covers=False)
    done = [next(making) for _ in range(3)]

    def full(_: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PaperError, match="空きが足りません"):
        next(making)
    assert sorted(folder.iterdir()) == [one.path for one in done]


def test_one_print_job_has_the_papers_in_order(desk: Desk) -> None:
    wanted = sets.for_each(desk, desk.forms[PLEDGE])[:3]
    made = sets.documents(desk, wanted, NOW)
    assert made == [issuing.present(desk, PLEDGE, NOW, one.subject).document for one in wanted]


def test_the_papers_of_the_company_have_no_number(desk: Desk, folder: Path) -> None:
    wanted = [Wanted(form.id) for form in papers.papers(desk)]
    assert sets.stems(desk, wanted) == [safe_file_name(form.title) for form in papers.papers(desk)]


@given(st.lists(ANYTHING, min_size=1, max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_names_are_safe_sorted_and_all_different(desk: Desk, names: list[str]) -> None:
    people = [Person(id=f"x{n}", position=n, name=name) for n, name in enumerate(names)]
    here = {person.id for person in desk.company.people.values()}
    desk.change("名簿", people, [("people", gone) for gone in here])
    stems = sets.stems(desk, sets.for_each(desk, desk.forms[PLEDGE]))
    assert len({stem.casefold() for stem in stems}) == len(names)
    assert stems == sorted(stems)
    for stem in stems:
        path = PureWindowsPath(f"{stem}.docx")
        assert path.name == f"{stem}.docx" and not path.is_reserved()
        assert not set(stem) & set('<>:"/\\|?*\0\n\r\t')


def test_who_is_meant_is_asked_by_name(desk: Desk) -> None:
    form, (first, second, *_) = desk.forms[PLEDGE], desk.company.staff
    assert sets.asked(desk, [form], [second.name, first.name]) == [Wanted(PLEDGE, second.id), Wanted(PLEDGE, first.id)]
    assert sets.asked(desk, [form], None) == [Wanted(PLEDGE)]
    assert len(sets.asked(desk, [form, sets.form(desk, "information-rules")], None, everyone=True)) == 24
    desk.change("雇う", [Person(id="x", name=first.name)])
    assert len(sets.asked(desk, [form], [first.name])) == 2, "two people of the same name"


@pytest.mark.parametrize(
    ("form", "name", "told"),
    [
        (PLEDGE, "だれか", "「だれか」は台帳にありません"),
        ("information-rules", "湊 誠一", "一人・一社ごとに作る書類ではありません"),
        ("no-such-form", "", "様式「no-such-form」はありません"),
    ],
)
def test_who_and_what_is_not_there_is_told(desk: Desk, form: str, name: str, told: str) -> None:
    with pytest.raises(PaperError, match=told):
        sets.asked(desk, [sets.form(desk, form)], [name])


def test_only_those_are_issued_whose_text_is_new(desk: Desk) -> None:
    wanted = sets.for_each(desk, desk.forms[PLEDGE])[:3]
    made = writers(*issuing.FILES)
    issuing.issue(desk, PLEDGE, wanted[0].subject, NOW, made)
    assert [(one.number, one.total) for one in sets.issue(desk, wanted, made, NOW, "配るため")] == [
        (1, 3),
        (2, 3),
        (3, 3),
    ]
    versions = [issuing.versions(desk.company, PLEDGE, one.subject) for one in wanted]
    assert [len(found) for found in versions] == [1, 1, 1]
    assert versions[1][0].reason == "配るため"
    list(sets.issue(desk, wanted, made, NOW))
    assert len(desk.company.issues) == 3


def test_what_is_composed_for_many_is_what_would_be_composed_singly(desk: Desk) -> None:
    """Byte by byte: for each person and partner of every form, and again once something else is chosen."""

    def singly(form: Form, subject: str) -> Document:
        return compose(with_own(form, desk.company), papers.facts_of(desk, form, subject, NOW.date()))

    def compare() -> None:
        for form in desk.forms.values():
            for subject, _ in papers.subjects(desk, form)[:4] or [("", "")]:
                made, alone = papers.make(desk, form.id, NOW, subject).document, singly(form, subject)
                assert made == alone, (form.id, subject)
                if form.per:
                    assert word.to_bytes(made, NOW) == word.to_bytes(alone, NOW)

    compare()
    person = next(iter(desk.company.people.values()))
    asset = next(iter(desk.company.assets.values()))
    choice = next(iter(desk.company.choices.values()))
    desk.change("ほかの名前", [replace(person, name="髙﨑 𠮷郎", joined="2020-04-01"), replace(asset, name="別の図面")])
    compare()
    desk.change("ほかの対策", [replace(choice, state=State.DECLINED)])
    compare()
