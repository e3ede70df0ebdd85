"""What may tell of something unlawful is named in no paper: every form, for the company, each person, each partner."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import plain
from app.documents.compose import compose
from app.documents.cover import cover_of
from app.domain.forms.facts import gather
from app.domain.forms.tables import ROWS
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Decision
from app.domain.ledger.unlawful import held_back
from app.domain.words import Level, Medium, YesNo
from tests.documents.small_company import TODAY, all_forms
from tests.domain.advice.companies_at_random import companies
from tests.firms import asset, firm

NAME = "いろは帳票"
HOLDING = (
    {"unlawful": YesNo.YES},
    {"unlawful": YesNo.UNKNOWN},
    {"kind": "実測値と違う数字"},
    {"note": "社長に言われて書き直した"},
)
EACH = 2
"""So many people and partners of a company get their own papers."""


def papers_of(company: Company) -> Iterator[str]:
    """Everything that is written in every paper, and in the sheet that comes with it."""
    people, partners = list(company.people)[:EACH], list(company.partners)[:EACH]
    for form in all_forms().values():
        whom = [("", "")]
        whom += [(person, "") for person in people if form.per in ("person", "either")]
        whom += [("", partner) for partner in partners if form.per in ("partner", "either")]
        for person, partner in whom:
            document = compose(form, gather(company, form, today=TODAY, person=person, partner=partner))
            yield "\n".join((plain.text(document), plain.text(cover_of(form, document))))


def marked(company: Company, change: dict[str, object]) -> Company:
    """The company whose assets are all held back, or none, and all bear one name."""
    return company.after([replace(asset, name=NAME, **change) for asset in company.listed])  # type: ignore[arg-type]


@settings(max_examples=12, deadline=None)
@given(companies(most_people=6), st.sampled_from(HOLDING))
def test_no_paper_of_any_company_names_what_is_held_back(company: Company, why: dict[str, object]) -> None:
    held = marked(company, {"unlawful": None, **why})
    assert all(held_back(held, asset) for asset in held.listed)
    assert not any(NAME in text for text in papers_of(held))


@settings(max_examples=12, deadline=None)
@given(companies(most_people=6))
def test_among_others_it_is_left_out_and_they_stay(company: Company) -> None:
    company = company.after([replace(a, name=f"{NAME}{held_back(company, a)}") for a in company.listed])
    texts = "".join(papers_of(company))
    assert f"{NAME}True" not in texts
    assert (f"{NAME}False" in texts) == any(not held_back(company, asset) for asset in company.listed)


def test_once_the_answer_is_no_the_papers_name_it_again() -> None:
    kept = asset(NAME, readers=["p1"], media=[Medium.PAPER, Medium.MEMORY], kind="裏帳簿", keeper="p1")
    company = firm(*kept, Decision(id="a1", level=Level.SECRET))
    named = {answer: NAME in "".join(papers_of(answered(company, answer))) for answer in (None, *YesNo)}
    assert named == {None: False, YesNo.YES: False, YesNo.UNKNOWN: False, YesNo.NO: True}


def answered(company: Company, answer: YesNo | None) -> Company:
    return company.after([replace(one, unlawful=answer) for one in company.listed])


def test_numbers_in_a_list_leave_no_gap_that_would_tell() -> None:
    rows = [Asset(id=f"a{n}", position=n, name=f"物{n}") for n in (1, 2, 3)]
    company = firm(*rows, replace(rows[1], unlawful=YesNo.YES))
    assert [row[:2] for row in ROWS["assets"](company)] == [("1", "物1"), ("2", "物3")]
