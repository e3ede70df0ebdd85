"""改定セット: every paper of a revision says what it has to, in every kind of file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents import plain
from app.documents.revision.differences import Names, differences
from app.documents.revision.papers import Edition, SignsAgain, Step, revision_set
from app.documents.tree import Blank, Document, PaperKind, Value
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Choice
from app.domain.words import State
from app.errors import PaperError
from app.paper.writers import writers
from tests.documents.small_company import all_forms, paper, small_company
from tests.documents.test_any_company import FORMS
from tests.documents.test_revision import firms
from tests.firms import library

NOW = datetime(2027, 4, 1, 9, 30, tzinfo=UTC)
TITLES = Names({measure.id: measure.title for measure in library().measures.values()})
AGAIN = (SignsAgain("髙﨑 健", "第1版", "令和8年11月10日", ("目的", "持出し")),)


def step(old: Document, new: Document, **other: object) -> Step:
    told = tuple(differences(old, new, TITLES))
    first, second = Edition(old, "第1版", "令和8年11月4日"), Edition(new, "第2版", "令和9年4月1日")
    made = Step(first, second, "私物の機器の扱いを改めるため", told, Value("secretariat", "大西 明子"))
    return replace(made, **other)


def changed(form: str) -> tuple[Document, Document]:
    """A paper of the small company before and after it gave up a measure and took another day."""
    old = small_company()
    given_up = [Choice(id=one, state=State.DECLINED) for one in ("personal-media-limit", "escort", "secret-marking")]
    new = old.after([*given_up, Answer(id="effective-date", value="2027-04-01")])
    return tuple(paper(company, form, partner="hokuto", person="yoshi") for company in (old, new))  # type: ignore[return-value]


def text(document: Document) -> str:
    return "\n".join(plain.lines(document))


def titles(made: list[Document]) -> list[str]:
    return [document.title for document in made]


def test_a_rule_gets_its_supplement_and_a_notice_to_staff() -> None:
    made = revision_set(step(*changed("information-rules")))
    assert titles(made) == [
        "新旧対照表　情報管理規程（第1版から第2版へ）",
        "改定の理由　情報管理規程",
        "情報管理規程　第2版の附則",
        "「情報管理規程」が変わります",
    ]
    comparison, reasons, supplement, notice = made
    assert comparison.landscape and not notice.landscape
    assert "対策『私物のスマホ・USBを持ち込まない区域を決める』の取りやめ" in text(reasons)
    assert "私物の機器の扱いを改めるため" in text(reasons) and "私物の機器の扱いを改めるため" in text(notice)
    assert "1　この情報管理規程の改定は、令和9年4月1日から施行する。" in plain.lines(supplement)
    assert "3　この改定の施行の前にした行為に対する処分については、なお従前の例による。" in plain.lines(supplement)
    assert "令和9年4月1日から「情報管理規程」が新しくなります（第2版）。" in text(notice)
    assert "分からないことは、大西 明子に聞いてください。" in text(notice)


def test_a_pledge_is_signed_again_and_has_no_supplement() -> None:
    made = revision_set(step(*changed("joining-pledge"), again=AGAIN))
    assert titles(made)[2:] == [
        "「秘密保持誓約書」が変わります",
        "署名をもらい直す方　秘密保持誓約書",
    ]
    notice, again = made[2:]
    assert "あらためて説明して、新しい紙に署名をお願いします。" in text(notice)
    assert "髙﨑 健｜第1版｜令和8年11月10日｜目的　持出し" in plain.lines(again)


def test_nobody_signs_again_where_no_duty_changed() -> None:
    notice, again = revision_set(step(*changed("joining-pledge"), again=()))[2:]
    assert "署名をお願いします" not in text(notice)
    assert text(again).endswith("署名をもらい直す方は、いません。")


def test_a_partner_is_asked_and_not_told() -> None:
    made = revision_set(step(*changed("mutual-nda"), again=()))
    asked = text(made[2])
    assert made[2].title == "「秘密保持契約書」の変更のお願い"
    assert "ほくと工業株式会社　御中" in asked and "双方が署名又は記名押印をしたときから効力を持ちます" in asked


def test_a_register_needs_no_notice() -> None:
    assert len(revision_set(step(*changed("asset-register")))) == 2


def test_what_is_not_known_is_left_to_be_written() -> None:
    old, new = changed("information-rules")
    undated = replace(
        new, blocks=tuple(block for block in new.blocks if "施行" not in "".join(plain.block_lines(block)))
    )
    made = revision_set(step(old, undated, reason=" ", contact=Blank("secretariat", "事務局")))
    assert [[blank.label for blank in document.blanks] for document in made[1:]] == [
        ["改定の理由"],
        ["施行日"],
        ["施行日", "改定の理由", "事務局"],
    ]


def test_two_versions_that_say_the_same_make_short_papers() -> None:
    old, _ = changed("information-rules")
    made = revision_set(step(old, old))
    assert "異なる部分はない。" in text(made[0])
    assert "言葉の変わる所はない。" in text(made[1])
    assert "言葉の変わる所はありません。" in text(made[3])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_paper_of_a_revision_can_be_written(form: str, kind: str, qapp: object) -> None:
    again = AGAIN if all_forms()[form].per else None
    for document in revision_set(step(*changed(form), again=again)):
        writers(kind)[kind].verified(document, NOW, "改定")


@given(firms(), firms(), st.sampled_from(FORMS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_so_it_is_for_any_two_companies(old: Company, new: Company, form: str) -> None:
    papers = (paper(company, form, person="p1") for company in (old, new))
    for document in revision_set(step(*papers, again=AGAIN)):
        try:
            writers("docx")["docx"].verified(document, NOW, "改定")
        except PaperError as error:
            raise AssertionError(document.title) from error


def test_only_the_kind_of_the_paper_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = changed("information-rules")
    counts: Callable[[PaperKind], int] = lambda kind: len(revision_set(step(old, replace(new, kind=kind))))  # noqa: E731
    assert {kind: counts(kind) for kind in PaperKind} == {
        PaperKind.REGULATION: 4,
        PaperKind.CONTRACT: 3,
        PaperKind.PLEDGE: 3,
        PaperKind.REGISTER: 2,
        PaperKind.NOTICE: 2,
        PaperKind.SUMMARY: 2,
    }
