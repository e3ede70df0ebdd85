"""Every paper of a small company, word by word.

The texts in golden/ were read and approved as prose. After a deliberate change of a form, write them anew with
`python -m tests.documents.test_papers [FORM …]` and read the difference.
"""

import re
import sys
from datetime import date
from pathlib import Path

import pytest

from app import paths
from app.documents import plain
from app.documents.compose import compose
from app.documents.cover import cover_of
from app.documents.tree import Document
from app.domain.forms.facts import gather
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer
from app.domain.ledger.size import CONTRACTS, SMALL
from tests.documents.small_company import TODAY, all_forms, paper, small_company

GOLDEN = Path(__file__).parent / "golden"
FORMS = sorted(all_forms())
OTHER_SIDE = {"person": "yoshi", "partner": "hokuto"}
OTHER_HAND = {
    "information-rules.small": {"size": "small", "removal": "by-level"},
    "development-record.catalogue": {"style": "catalogue"},
    "handover-receipt.receive": {"side": "receive"},
    "joint-development.each": {"cost": "listed", "exploit": "each", "rival": "limit"},
    "leaving-pledge.agreement": {
        "list": "typed",
        "after": "years",
        "competition": "agreement",
        "solicitation": "include",
        "record": "include",
    },
    "manufacturing-agreement.buyer": {"side": "buyer", "dies": "supplier", "survival": "years"},
    "non-compete.promotion": {"timing": "promotion", "pay": "lump", "customers": "include", "medium": "electronic"},
    "one-way-nda.receive": {"side": "receive", "definition": "listed", "survival": "core"},
    "project-pledge.entrusted": {"partner": "entrusted", "after": "years"},
    "return-certificate.them": {"certifier": "them"},
    "service-agreement.work": {"nature": "work", "results": "license", "personal": "omit"},
    "take-out-permit.sheet": {"style": "sheet"},
    "visitor-log.card": {"style": "card"},
    "visitor-pledge.group": {"party": "group"},
    "work-rules.listed": {"discipline": "listed", "side-jobs": "permit", "inventions": "include"},
}
"""The papers that say something else from the other side: their choices."""
PAPERS = [*FORMS, *(f"{form}.partner" for form in FORMS if all_forms()[form].per == "either"), *OTHER_HAND]
"""Every form, for a person or a partner; forms that fit both once more for the partner; some from the other side."""


def made(name: str) -> Document:
    form, _, version = name.partition(".")
    chosen = [Answer(id=f"choice.{form}.{key}", value=value) for key, value in OTHER_HAND.get(name, {}).items()]
    return paper(small_company().after(chosen), form, **_other_side(all_forms()[form].per, version))


def _other_side(per: str, version: str) -> dict[str, str]:
    side = ("partner" if version else "person") if per == "either" else per
    return {side: OTHER_SIDE[side]} if side else {}


def cover() -> Document:
    form = all_forms()["information-rules"]
    facts = gather(small_company(), form, today=TODAY)
    return cover_of(form.told(facts.tags), compose(form, facts))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_as_approved(name: str) -> None:
    assert plain.text(made(name)) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_the_cover_sheet_reads_as_approved() -> None:
    assert plain.text(cover()) == (GOLDEN / "cover.txt").read_text("utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_no_sentence_of_the_cover_sheet_is_in_the_paper(name: str) -> None:
    form, body = all_forms()[name.partition(".")[0]], plain.text(made(name))
    assert not [
        sentence for sentence in (form.use, *(one.text for one in form.cautions), form.source) if sentence in body
    ]


def test_the_page_of_public_templates_names_the_forms_that_have_one_and_no_other() -> None:
    page = (paths.CONTENT / "steps" / "public-templates.md").read_text("utf-8")
    rows = {
        form: line for line in page.splitlines() if line.startswith("|") for form in re.findall(r"form:([a-z-]+)", line)
    }
    models = {name: form.public_model for name, form in all_forms().items() if form.public_model}
    assert rows.keys() == models.keys()
    for name, model in models.items():
        for office in ("中小企業庁", "公正取引委員会", "参考資料2"):
            assert (office in rows[name]) == (office in model), (name, office)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("firm", [(), (SMALL,), (SMALL, CONTRACTS)])
def test_every_form_has_three_cautions_for_a_firm_of_any_size(name: str, firm: tuple[str, ...]) -> None:
    assert len(all_forms()[name].told({*firm}).cautions) == 3


@pytest.mark.parametrize("name", FORMS)
def test_a_company_that_knows_nothing_yet_sees_every_blank_with_its_name(name: str) -> None:
    document = paper(Company(on=date.today()), name)
    body = plain.text(document)
    assert "None" not in body
    assert body.count("〔　　　　〕") >= len(document.blanks) > 0
    assert all(blank.label for blank in document.blanks)


if __name__ == "__main__":
    for paper_name in sys.argv[1:] or PAPERS:
        (GOLDEN / f"{paper_name}.txt").write_text(plain.text(made(paper_name)), "utf-8")
    (GOLDEN / "cover.txt").write_text(plain.text(cover()), "utf-8")
