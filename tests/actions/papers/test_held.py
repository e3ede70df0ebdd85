"""What turns out to tell of something unlawful after a paper was issued: the paper stays, the next one is another, and no paper
of the step hands the name on."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.actions import assets
from app.actions.papers import issue as issuing
from app.actions.papers import list as paper_list
from app.actions.papers import lists
from app.actions.papers import revise as revising
from app.actions.papers.lists import Shown
from app.desk import Desk
from app.documents import plain
from app.domain.ledger.records import Access, Asset
from app.domain.words import YesNo
from app.paper.writers import writers

NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 12, 4, 9, 30, tzinfo=UTC)
REGISTER, PLEDGE = "asset-register", "leaving-pledge"
WRITERS = writers(*issuing.FILES)


@pytest.fixture
def desk(sample_desk: Desk, qapp: object) -> Desk:
    return sample_desk


def secret_of(desk: Desk) -> tuple[Asset, str]:
    """A decided asset, and somebody who may view it."""
    asset = next(one for one in desk.company.listed if one.id in desk.company.decisions)
    person = desk.company.staff[0].id
    desk.change("試し", [replace(asset, name="いろは帳票"), Access(id="試し", asset=asset.id, who=person)])
    return desk.company.assets[asset.id], person


def answer(desk: Desk, asset: Asset, unlawful: YesNo | None) -> None:
    desk.change("答え", [replace(desk.company.assets[asset.id], unlawful=unlawful)])


def state(desk: Desk, form: str) -> tuple[str, bool]:
    row = paper_list.row(desk, desk.forms[form], NOW)
    return row.state, row.waits


def test_an_issued_register_stays_and_is_to_be_made_anew(desk: Desk) -> None:
    asset, _ = secret_of(desk)
    issue = issuing.issue(desk, REGISTER, "", NOW, WRITERS)
    assert "見直し" not in state(desk, REGISTER)[0]
    answer(desk, asset, YesNo.UNKNOWN)
    assert state(desk, REGISTER)[0].startswith("見直しが必要") and state(desk, REGISTER)[1]
    assert asset.name in plain.text(issuing.document_of(desk, issue)), "what was handed out is evidence"
    answer(desk, asset, YesNo.NO)
    assert "見直し" not in state(desk, REGISTER)[0]


def test_a_pledge_that_was_issued_for_somebody_is_to_be_made_anew(desk: Desk) -> None:
    asset, person = secret_of(desk)
    issuing.issue(desk, PLEDGE, person, NOW, WRITERS)
    assert "見直し" not in state(desk, PLEDGE)[0]
    answer(desk, asset, YesNo.YES)
    assert state(desk, PLEDGE)[0].startswith("見直しが必要（1人分）") and state(desk, PLEDGE)[1]
    assert issuing.stale(desk, PLEDGE, person)
    issuing.issue(desk, PLEDGE, person, LATER, WRITERS)
    assert "見直し" not in state(desk, PLEDGE)[0]


@pytest.mark.parametrize("then", ["as it was", "renamed", "removed"])
def test_the_papers_of_a_revision_do_not_hand_the_name_on(desk: Desk, then: str) -> None:
    asset, _ = secret_of(desk)
    old = issuing.issue(desk, REGISTER, "", NOW, WRITERS)
    if then == "renamed":
        assets.edit(desk, asset.id, "name", "別の名")
    answer(desk, asset, YesNo.YES)
    if then == "removed":
        assets.remove(desk, [asset.id])
    new = issuing.issue(desk, REGISTER, "", LATER, WRITERS)
    texts = [plain.text(document) for document in revising.documents(desk, old, new, date(2026, 12, 4))]
    assert not any(asset.name in text for text in texts)


def test_where_the_answer_is_no_a_revision_says_all(desk: Desk) -> None:
    asset, _ = secret_of(desk)
    old = issuing.issue(desk, REGISTER, "", NOW, WRITERS)
    answer(desk, asset, YesNo.NO)
    assets.remove(desk, [asset.id])
    new = issuing.issue(desk, REGISTER, "", LATER, WRITERS)
    texts = [plain.text(document) for document in revising.documents(desk, old, new, date(2026, 12, 4))]
    assert asset.name in texts[0]


@pytest.mark.parametrize("unlawful", [None, YesNo.NO, YesNo.YES, YesNo.UNKNOWN])
def test_the_lists_of_the_screens_count_what_they_do_not_name(desk: Desk, unlawful: YesNo | None) -> None:
    asset, _ = secret_of(desk)
    answer(desk, asset, unlawful)
    held = unlawful in (YesNo.YES, YesNo.UNKNOWN)
    shown = Shown([one.id for one in desk.company.listed], f"「{asset.name}」を含む" if held else "")
    for document in (lists.inventory(desk.company, shown, ("name", "note")), lists.decisions(desk.company, shown)):
        text = plain.text(document)
        assert (asset.name in text) is not held
        assert ("ほかに、先に確かめる情報が1件あります。" in text) is held


def test_a_list_of_nothing_but_such_things_is_a_line(desk: Desk) -> None:
    asset, _ = secret_of(desk)
    answer(desk, asset, YesNo.YES)
    document = lists.decisions(desk.company, Shown([asset.id]))
    assert "先に確かめる情報が1件" in plain.text(document) and asset.name not in plain.text(document)
