"""What only the finished sentence shows is found in every form and way of choosing; each look bites where its fault is put back."""

from collections.abc import Callable

import pytest

from app import paths
from app.content import form_modules, forms
from app.documents import article_runs, references
from app.documents.checks import forms as checks
from app.documents.checks import wording as wording_checks
from app.documents.numbering import Place
from app.domain.forms import parts as form_parts
from app.domain.forms.form import Form
from tests.documents.small_company import all_forms
from tests.documents.small_forms import USES_CHOICE, sound
from tests.firms import library


def found(*bundled: str) -> list[str]:
    return [
        fault.what for fault in checks.faults({name: all_forms()[name] for name in bundled}, set(library().measures))
    ]


def reread(form: str, change: Callable[[str], str]) -> list[str]:
    """What check says of a bundled form with its text changed."""
    modules, _ = form_modules.load(paths.FORMS)
    text = change((paths.FORMS / f"{form}.md").read_text("utf-8"))
    read, faults = forms.parse(text, form, f"forms/{form}.md", modules)
    assert isinstance(read, Form) and not faults
    return [fault.what for fault in checks.faults({form: read}, set(library().measures))]


@pytest.mark.parametrize(
    ("form", "right", "wrong", "said"),
    [
        (
            "information-rules",
            "納入その他業務上",
            "納入その他納入その他業務上",
            "同じ言葉が続いています「納入その他納入その他」",
        ),
        ("monitoring-notice", "{{ hotline }}（", "{{ hotline }}は{{ hotline }}は（", "〈hotline〉は〈hotline〉は"),
        ("incident-report", "直した対策、", "直した対策、直した対策、", "「直した対策、直した対策、」"),
        (
            "visitor-pledge",
            "私は、案内及び",
            "私は、案内及び案内及び",
            "第3条：同じ言葉が続いています「案内及び案内及び」",
        ),
        (
            "one-way-nda",
            "必要でないと認める",
            "必要でない必要でないと認める",
            "同じ言葉が続いています「必要でない必要でない」",
        ),
    ],
)
def test_a_phrase_said_twice_in_a_row_is_found_in_every_branch(form: str, right: str, wrong: str, said: str) -> None:
    faults = reread(form, lambda text: text.replace(right, wrong))
    assert faults and all(said in fault for fault in faults)


@pytest.mark.parametrize(
    "words",
    ["いろいろな物", "ますます", "　　　年　　　月", "□ある　□ある", "一つ一つ確かめる", "〔　　　〕〔　　　〕"],
)
def test_what_only_looks_like_it_is_let_be(words: str) -> None:
    document = wording_checks.paper(sound(f"{USES_CHOICE}\n## （文）\nこれは{words}である。\n"), set())
    assert list(wording_checks.unsound([document])) == []


def test_two_values_side_by_side_are_not_the_same_words() -> None:
    form = sound(f"{USES_CHOICE}\n## （文）\n{{{{ chief }}}}{{{{ chief-title }}}}は、定める。\n")
    assert list(wording_checks.unsound([wording_checks.paper(form, set())])) == []


def test_runs_of_articles_that_the_engine_left_apart_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found("mutual-nda", "joint-development") == []
    monkeypatch.setattr(article_runs, "drawn_together", lambda inlines, places: inlines)
    assert any("続く条が一つにまとまっていません「第1条から第9条まで、第10条" in fault for fault in found("mutual-nda"))


@pytest.mark.parametrize(
    ("run", "sound"),
    [
        ("第1条から第3条まで、第5条", True),
        ("第1条、第2条及び第4条", True),
        ("第1条及び第2条", True),
        ("第1条から第3条まで及び第4条", False),
        ("第1条、第2条及び第3条", False),
        ("第1条、第3条、第4条及び第5条", False),
    ],
)
def test_which_runs_are_drawn_together(run: str, sound: bool) -> None:
    assert wording_checks.drawn_together(run) is sound


def test_all_of_the_above_for_two_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def as_before(here: Place) -> str:
        return {0: "前項", 2: "前号"}.get(here.item, "前各号")

    assert found("leaving-pledge") == []
    monkeypatch.setattr(references, "above", as_before)
    assert any("二つの号を指して「前各号」と言っています" in fault for fault in found("leaving-pledge"))


def test_a_list_of_one_thing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found("information-rules") == []
    monkeypatch.setattr(form_parts, "_in_one_sentence", lambda paragraph, items: {})
    assert any("号が一つだけです「" in fault for fault in found("information-rules"))
