"""改定セット from the ledger: two versions, the papers in a folder, and those who sign again by name."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import revise as revising
from app.actions.papers import sign as signing
from app.desk import Desk
from app.documents.word.check import reopen_text
from app.paper.writers import writers

NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
LATER = datetime(2027, 4, 1, 9, 0, tzinfo=UTC)
PLEDGE = "joining-pledge"
WRITERS = writers(*issuing.FILES)


@pytest.fixture
def desk(sample_desk: Desk, qapp: object) -> Desk:
    return sample_desk


def test_the_papers_of_a_revision_come_into_one_folder(desk: Desk, tmp_path: Path) -> None:
    form, (one, other, *_) = desk.forms[PLEDGE], desk.company.staff
    old = issuing.issue(desk, PLEDGE, one.id, NOW, WRITERS)
    signing.record(desk, form, [one.id, other.id], on="2026-11-10", where="金庫")
    papers.choose(desk, form, next(group for group in form.choices if group.name == "former"), "omit")
    new = issuing.issue(desk, PLEDGE, one.id, LATER, WRITERS, "前の勤め先の条を就業規則に移すため")
    folder = tmp_path / "改定"
    done = list(revising.write(desk, old, new, folder, writers("docx"), LATER))
    assert [one.path.name for one in done] == [
        "改定1 新旧対照表　秘密保持誓約書（第1版から第2版へ）.docx",
        "改定2 改定の理由　秘密保持誓約書.docx",
        "改定3 「秘密保持誓約書」が変わります.docx",
        "改定4 署名をもらい直す方　秘密保持誓約書.docx",
    ]
    assert [(one.number, one.total) for one in done] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert sorted(folder.iterdir()) == [one.path for one in done]
    assert "前の勤め先の条を就業規則に移すため" in reopen_text(done[1].path)
    again = reopen_text(done[3].path)
    assert f"{one.name}｜第1版｜令和8年11月10日｜前の勤め先の秘密" in again
    assert other.name not in again, "what was signed elsewhere is not known here"


def test_a_paper_that_nobody_signs_has_no_such_list(desk: Desk) -> None:
    old, new = (issuing.issue(desk, "information-rules", "", now, WRITERS) for now in (NOW, LATER))
    made = revising.step(desk, old, new, date(2027, 4, 1))
    assert made.again is None and made.differences == ()
    assert (made.old.name, made.old.day, made.new.name, made.new.day) == (
        "第1版",
        "令和8年11月4日",
        "第2版",
        "令和9年4月1日",
    )
