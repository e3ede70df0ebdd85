"""An issued paper's tree comes back from its JSON exactly, and anything that is not one is refused."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents import tree_json
from app.documents.tree import Document, PaperKind
from app.errors import ImportRefused
from tests.documents import samples
from tests.documents.small_company import all_forms, paper
from tests.documents.test_any_company import FORMS, companies


@pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)
def test_every_kind_of_block_comes_back(sample) -> None:
    assert tree_json.loads(tree_json.dumps(sample())) == sample()


@given(companies(), st.sampled_from(FORMS))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_paper_comes_back(company, form: str) -> None:
    document = paper(company, form)
    assert tree_json.loads(tree_json.dumps(document)) == document
    assert document.kind is (PaperKind.SUMMARY if all_forms()[form].summary_of else all_forms()[form].kind)


def test_a_field_that_came_later_has_its_default() -> None:
    plain = json.loads(tree_json.dumps(samples.notice()))
    for late in ("landscape", "subtitle"):
        del plain[late]
    again = tree_json.loads(json.dumps(plain))
    assert (again.landscape, again.subtitle) == (Document.landscape, Document.subtitle)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "1",
        "{}",
        '{"node":"Text","text":"x"}',
        '{"node":"Path","text":"x"}',
        '{"node":"Document"}',
        '{"node":"Document","form":"x","kind":"memo","title":"x","company":"x"}',
        '{"node":"Document","form":"x","kind":"notice","title":1,"company":"x"}',
        '{"node":"Document","form":"x","kind":"notice","title":"x","company":"x","colour":"red"}',
        '{"node":"Document","form":"x","kind":"notice","title":"x","company":"x","blocks":[{"node":"Text","text":"x"}]}',
        "[" * 100_000,
    ],
)
def test_what_is_not_a_paper_is_refused(text: str) -> None:
    with pytest.raises(ImportRefused):
        tree_json.loads(text)
