"""Who acts for the company."""

import pytest

from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_officer, is_representative
from app.domain.ledger.records import Person, Profile
from tests.documents.small_company import TODAY


def firm(*people: Person) -> Company:
    return Company(on=TODAY).after([Profile(representative="児玉　徹"), *people])


@pytest.mark.parametrize(
    ("employment", "title", "officer"),
    [
        ("役員", "", True),
        ("", "代表取締役", True),
        ("", "取締役工場長", True),
        ("", "監査役", True),
        ("正社員", "取締役工場長", False),
        ("", "執行役員", False),
        ("", "工場長", False),
        ("", "社長付", False),
        ("", "", False),
    ],
)
def test_what_the_ledger_says_of_an_officer(employment: str, title: str, officer: bool) -> None:
    assert is_officer(Person(id="p", employment=employment, title=title)) is officer


def test_the_representative_is_known_by_name_whatever_the_spaces() -> None:
    boss = Person(id="boss", name="児玉 徹")
    assert is_representative(firm(boss), boss)
    assert not is_representative(Company(on=TODAY).after([boss]), boss)


def test_an_employee_of_the_same_name_is_not_the_representative() -> None:
    boss, other = Person(id="boss", name="児玉 徹", title="代表取締役"), Person(id="other", name="児玉徹", title="班長")
    assert is_representative(firm(boss, other), boss) and not is_representative(firm(boss, other), other)
    hired = Person(id="hired", name="児玉 徹", employment="正社員")
    assert not is_representative(firm(hired), hired)
