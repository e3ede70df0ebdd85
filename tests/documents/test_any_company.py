"""Whatever a company adopts, is and chooses: its papers are numbered without a gap and every reference finds its clause.

Hypothesis looks for the smallest company with a fault; whole companies drawn by lot come by the thousand.
"""

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.ledger.company import Company
from app.domain.ledger.records import THREE_LEVELS, Access, Answer, Asset, Choice, Partner, Person, Profile
from app.domain.words import Circumstance, Level, Owner, State
from tests.documents.any_firm import drawn
from tests.documents.small_company import all_forms, paper
from tests.documents.soundness import check
from tests.firms import library

FORMS = sorted(all_forms())
FEW, MANY = 20, 10_000


@st.composite
def companies(draw: st.DrawFn) -> Company:
    """Random choices of everything that a clause can depend on."""
    measures = draw(st.sets(st.sampled_from(sorted(library().measures))))
    levels = draw(st.sampled_from([THREE_LEVELS, (Level.SECRET, Level.INTERNAL), (Level.TOP_SECRET,), ()]))
    circumstances = tuple(sorted(draw(st.sets(st.sampled_from(Circumstance)))))
    choices = [
        Answer(id=f"choice.{form.id}.{group.name}", value=draw(st.sampled_from([o.name for o in group.options])))
        for form in all_forms().values()
        for group in form.choices
    ]
    adopted = [Choice(id=measure, state=draw(st.sampled_from([State.ADOPTED, State.DONE]))) for measure in measures]
    profile = Profile(name="会社", levels=levels, circumstances=circumstances)
    return Company(on=date.today()).after([profile, *OTHERS, *adopted, *choices])


OTHERS = (
    Person(id="person", name="本人"),
    Partner(id="partner", name="先方"),
    Asset(id="ours", name="図面", keeper="person"),
    Asset(id="theirs", name="支給図", owner=Owner.ENTRUSTED, partner="partner"),
    Access(id="ours", asset="ours", who="person"),
)
subjects = st.sampled_from(["", "person", "partner"])


@given(companies(), st.sampled_from(FORMS), subjects)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_paper_of_any_company_is_sound(company: Company, form: str, subject: str) -> None:
    check(paper(company, form, person=subject, partner=subject))


@pytest.mark.parametrize("form", FORMS)
def test_a_paper_of_any_company_is_sound(form: str) -> None:
    check_all(form, FEW)


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
def test_the_papers_of_ten_thousand_companies_are_sound(
    form: str, share: float, capsys: pytest.CaptureFixture[str]
) -> None:
    companies, begun = round(MANY * share), time.perf_counter()
    different = check_all(form, companies)
    with capsys.disabled():
        print(f"\n{form}: {companies} companies, {different} different papers, {time.perf_counter() - begun:.0f} s")


def check_all(form: str, companies: int) -> int:
    """Checks the papers of so many companies and says how many different ones there were."""
    seen = set()
    for number in range(companies):
        document = drawn(form, number)
        seen.add(hash(document))
        try:
            check(document)
        except AssertionError as fault:
            raise AssertionError(f"drawn({form!r}, {number}): {fault}") from fault
    return len(seen)
