"""A やさしい要約 in large letters is one page of A4, so that it can be put on the wall; where all applies, F01 takes the back."""

from dataclasses import replace

import pytest

from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Choice
from app.domain.words import Circumstance, State
from app.paper.look import look_of
from app.paper.pages import Pages
from tests.documents.small_company import all_forms, paper, small_company
from tests.firms import library

SUMMARIES = sorted(name for name, form in all_forms().items() if form.summary_of)


def everything() -> Company:
    """A company with long names and answers that has adopted every measure and to which everything applies."""
    company = small_company()
    profile = replace(company.profile, name="株式会社" + "湘南精密金型製作所" * 2, circumstances=tuple(Circumstance))
    answers = [
        Answer(id="restricted-areas", value="金型庫、試作室及び設計室"),
        Answer(id="approved-cloud", value="まどかクラウド及びひまわりストレージ"),
    ]
    return company.after([profile, *answers, *(Choice(id=name, state=State.DONE) for name in library().measures)])


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_summary_is_one_sheet_whatever_is_chosen(name: str) -> None:
    form = all_forms()[name]
    longest = max((len(group.options) for group in form.choices), default=1)
    for number in range(longest):
        chosen = [
            Answer(id=form.answer_id(group), value=group.options[min(number, len(group.options) - 1)].name)
            for group in form.choices
        ]
        assert Pages(paper(everything().after(chosen), name)).count <= (2 if name == "information-rules-summary" else 1)
        assert Pages(paper(small_company().after(chosen), name)).count == 1


def test_its_letters_are_large_in_tables_too() -> None:
    look = look_of(paper(small_company(), SUMMARIES[0]))
    assert min(look[style].size for style in ("段落", "表の文字", "表の見出し")) >= 240, "12 pt"


def test_every_rule_and_pledge_has_a_summary() -> None:
    told = {form.summary_of for form in all_forms().values()}
    signed = {name for name, form in all_forms().items() if form.kind in ("regulation", "pledge")}
    assert signed | {"non-compete"} <= told


def test_the_policy_is_one_sheet_too() -> None:
    assert Pages(paper(everything(), "policy")).count == Pages(paper(small_company(), "policy")).count == 1
