"""Marks in the cells of people's own sheets are never data: they found nobody, and 「○」 is not 「ない」."""

import pytest

from app.domain.columns import marks, paste
from app.domain.columns.asset import apply
from app.domain.columns.lists import PEOPLE
from app.domain.words import Owner, YesNo
from tests import firms

FIRM = firms.firm(*firms.asset(owner=Owner.OWN, personal=YesNo.NO))


def typed(key: str, text: str):
    return apply(FIRM, FIRM.assets["a1"], {key: text}, firms.new_ids())


@pytest.mark.parametrize(
    "mark", ["－", "-", "―", "なし", "無し", "特になし", "該当なし", "未定", "?", "／", "N/A", "空席", " 　"]
)
@pytest.mark.parametrize("key", ["partner", "department", "keeper", "readers", "review_on", "places"])
def test_a_mark_founds_nobody_and_means_empty(key: str, mark: str) -> None:
    after, edit = typed(key, mark)
    assert not edit.problem
    assert (after.partners, after.departments, after.people) == (FIRM.partners, FIRM.departments, FIRM.people)
    assert after.assets["a1"].owner is Owner.OWN, "「なし」 entrusts nothing"


@pytest.mark.parametrize("word", ["各自", "各人", "担当者", "それぞれ"])
@pytest.mark.parametrize("key", ["keeper", "readers"])
def test_words_that_name_nobody_are_refused_in_words(key: str, word: str) -> None:
    after, edit = typed(key, word)
    assert word in edit.problem and after.people == FIRM.people


@pytest.mark.parametrize("key", ["personal", "export"])
@pytest.mark.parametrize(
    ("text", "means"),
    [
        (text, YesNo.YES)
        for text in ("○", "〇", "◯", "有", "有り", "あり", "ある", "はい", "Yes", "✓", "該当", "要", "含む")
    ]
    + [(text, YesNo.NO) for text in ("×", "✕", "無", "なし", "ない", "いいえ", "no", "－", "非該当", "不要")]
    + [(text, YesNo.UNKNOWN) for text in ("?", "？", "不明", "未定", "確認中")],
)
def test_yes_and_no_are_understood(key: str, text: str, means: YesNo) -> None:
    after, edit = typed(key, text)
    assert not edit.problem and getattr(after.assets["a1"], key) is means


@pytest.mark.parametrize(
    ("text", "means"), [("当社", Owner.OWN), ("預り", Owner.ENTRUSTED), ("支給品", Owner.ENTRUSTED)]
)
def test_whose_it_is_is_understood(text: str, means: Owner) -> None:
    assert typed("owner", text)[0].assets["a1"].owner is means


@pytest.mark.parametrize("key", ["personal", "export", "owner"])
def test_what_is_not_understood_is_unsure_and_never_said_to_be_no(key: str) -> None:
    plan = paste.plan(FIRM, paste.lines(["name", key], [["顧客名簿", "むにゃ"]]), firms.new_ids())
    new = FIRM.after(plan.put, plan.drop).assets[plan.rows[0].asset]
    assert key in new.guesses and "むにゃ" in new.note
    assert getattr(new, key) is not YesNo.NO
    sure = paste.plan(FIRM, paste.lines(["name", key], [["顧客名簿", ""]]), firms.new_ids())
    assert key not in FIRM.after(sure.put).assets[sure.rows[0].asset].guesses, "an empty cell says nothing"


@pytest.mark.parametrize("mark", ["〃", "同上", "″", "々", "“", "同じ"])
def test_as_above_says_what_stands_above(mark: str) -> None:
    rows = [["図面", "製造部", "大西"], ["型図", mark, mark], ["治具図", mark, "川口"]]
    plan = paste.plan(FIRM, paste.lines(["name", "department", "keeper"], rows), firms.new_ids())
    after = FIRM.after(plan.put, plan.drop)
    cells = [(row.cells["department"], row.cells["keeper"]) for row in plan.rows]
    assert cells == [("製造部", "大西"), ("製造部", "大西"), ("製造部", "川口")]
    assert mark not in {d.name for d in after.departments.values()} | {p.name for p in after.people.values()}


def test_a_list_of_people_takes_no_mark_for_a_department() -> None:
    department = next(field for field in PEOPLE.fields if field.key == "department")
    person = next(iter(firms.sample().people.values()))
    changed = department.edit(firms.sample(), person, "－", firms.new_ids())
    assert len(changed.put) == 1 and not changed.problem


def test_a_word_is_no_mark() -> None:
    for word in ("大西", "製造部", "同上商店", "なしの木", "未定の件"):
        assert not (marks.is_nothing(word) or marks.is_as_above(word) or marks.is_nobody(word))
