"""The 小規模版 of the 情報管理規程: short, and whatever a company adopted still has its clause."""

from hypothesis import HealthCheck, given, settings

from app.domain.forms.body import walk
from app.domain.forms.conditions import names
from app.domain.forms.facts import tags
from app.domain.forms.form import Form
from app.domain.forms.parts import kept
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer
from tests.documents.small_company import all_forms, paper
from tests.documents.test_any_company import companies

RULES = "information-rules"
SMALL = Answer(id=f"choice.{RULES}.size", value="small")
MOST = 12


def measures(form: Form, company: Company) -> set[str]:
    """The measures of which the paper of a company speaks."""
    held = tags(company, form)
    here = walk(kept(form.parts, held))
    return {tag for part in here for tag in names(part.when) if tag.startswith("measure:") and tag in held}


@given(companies())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_speaks_of_every_measure_that_the_standard_version_speaks_of(company: Company) -> None:
    form = all_forms()[RULES]
    standard = company.after([Answer(id=SMALL.id, value="full")])
    assert measures(form, standard) <= measures(form, company.after([SMALL]))


@given(companies())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_has_a_dozen_articles_at_most(company: Company) -> None:
    assert sum(1 for _ in paper(company.after([SMALL]), RULES).articles()) <= MOST
