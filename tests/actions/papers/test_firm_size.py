"""What the size of a firm changes in its papers, read in the papers: below ten workers, and from the tenth on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.actions import ledgers
from app.actions.papers.make import chosen, make, why_first
from app.desk import Desk
from app.documents import plain
from app.documents.word import file as word
from app.domain.forms.facts import tags
from app.domain.ledger.company import Company
from app.domain.ledger.officers import OFFICER
from app.domain.ledger.records import Answer, Issue, Person, Profile
from app.domain.ledger.size import CONTRACTS, SMALL, workers
from app.domain.words import Circumstance
from tests.documents import ooxml_reading as inside
from tests.documents.small_company import TODAY, all_forms, paper
from tests.documents.test_word import MADE

NOW = datetime(2026, 11, 17, 9, 0)
RULES, WORK_RULES = "information-rules", "work-rules"
PROMISES = (RULES, "joining-pledge", "project-pledge", "joining-pledge-summary", "monitoring-notice", "non-compete")


def staff(count: int, **fields: str) -> list[Person]:
    return [Person(id=f"p{n}", position=n, name=f"社員{n}", **fields) for n in range(1, count + 1)]


def firm(count: int, *more: Person, circumstances: tuple[Circumstance, ...] = ()) -> Company:
    return Company(on=TODAY).after([Profile(name="試し製作所", circumstances=circumstances), *staff(count), *more])


def read(company: Company, form: str) -> str:
    """The paper as it stands in the Word file."""
    subject = {"person": "p1"} if all_forms()[form].per else {}
    return "".join(
        inside.text(part)
        for part in inside.every(inside.tree(word.to_bytes(paper(company, form, **subject), MADE)), "p")
    )


def cover(desk: Desk, form: str) -> str:
    return plain.text(make(desk, form, NOW).cover)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "試し.mamori"
    ledgers.create(path, Profile(name="試し製作所"))
    made = ledgers.open_ledger(path)
    yield made
    made.close()


@pytest.mark.parametrize(("count", "articles"), [(9, "小さい"), (10, "大きい")])
def test_the_tenth_worker_is_where_the_long_regulation_is_proposed(count: int, articles: str) -> None:
    found = len([*paper(firm(count), RULES).articles()])
    assert (found <= 12) is (articles == "小さい")


def test_what_the_owner_chose_holds_at_any_size() -> None:
    full = Answer(id=f"choice.{RULES}.size", value="full")
    assert "choice:size=full" in tags(firm(3).after([full]), all_forms()[RULES])
    assert "choice:size=small" in tags(firm(30).after([replace(full, value="small")]), all_forms()[RULES])


@pytest.mark.parametrize("form", PROMISES)
def test_below_ten_duties_rest_on_the_labour_contract_and_from_ten_on_the_work_rules(form: str) -> None:
    nine, ten = read(firm(9), form), read(firm(10), form)
    assert "労働契約" in nine and "就業規則" not in nine
    assert "就業規則" in ten and "労働契約" not in ten


@pytest.mark.parametrize("form", PROMISES)
def test_a_small_firm_that_has_work_rules_says_so(form: str) -> None:
    assert "就業規則" in read(firm(9, circumstances=(Circumstance.WORK_RULES,)), form)
    made = Issue(id="i", form=WORK_RULES, title="就業規則", on="2026-11-01")
    assert "就業規則" in read(firm(9).after([made]), form)


def test_officers_people_from_an_agency_and_leavers_are_not_counted() -> None:
    others = [
        Person(id="boss", name="社長さん", title="代表取締役"),
        Person(id="aud", name="監査役さん", employment=OFFICER),
        Person(id="agency", name="派遣さん", employment="派遣"),
        Person(id="gone", name="辞めた人", left="2026-11-16"),
        Person(id="soon", name="来年の人", joined="2027-04-01"),
    ]
    company = firm(9, *others)
    assert workers(company) == 9 and {SMALL, CONTRACTS} <= tags(company, all_forms()[RULES])
    part_time = company.after([Person(id="part", name="パートさん", employment="パート")])
    assert workers(part_time) == 10 and not {SMALL, CONTRACTS} & tags(part_time, all_forms()[RULES])


def test_a_ledger_that_lists_nobody_says_nothing_about_the_size() -> None:
    assert not {SMALL, CONTRACTS} & tags(Company(on=TODAY), all_forms()[RULES])
    assert "就業規則" in read(Company(on=TODAY), RULES)


def test_below_ten_article_89_is_explained_and_from_ten_on_the_filing(desk: Desk) -> None:
    desk.change("名簿", staff(9))
    nine = cover(desk, WORK_RULES)
    assert "第89条" in nine and "届出は要りません" in nine and "受付印" not in nine
    assert "第89条" in cover(desk, RULES) and "義務はありません" in cover(desk, RULES)
    desk.change("十人目", [Person(id="p10", name="社員10")])
    ten = cover(desk, WORK_RULES)
    assert "労働基準監督署に届け出ます" in ten and "受付印" in ten and "届出は要りません" not in ten
    assert "第89条" not in cover(desk, RULES)


def test_the_questions_say_why_the_short_one_is_the_first_choice(desk: Desk) -> None:
    form = desk.forms[RULES]
    size, removal = form.choices[0], form.choices[1]
    desk.change("名簿", staff(9))
    assert chosen(desk, form, size) == "small" and "9人" in why_first(desk, form, size)
    assert why_first(desk, form, removal) == ""
    desk.change("選んだ", [Answer(id=form.answer_id(size), value="full")])
    assert chosen(desk, form, size) == "full" and why_first(desk, form, size) == ""
