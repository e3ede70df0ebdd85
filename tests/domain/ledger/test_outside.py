"""What is with whom: what is still there comes first, and what is late or without a promise is said in words."""

from datetime import date

from app.domain.ledger.agreements import promises
from app.domain.ledger.company import Company
from app.domain.ledger.outside import handed_over, with_whom
from app.domain.ledger.people import person_joining
from app.domain.ledger.records import Asset, Disclosure, Partner, Person

TODAY = date(2026, 11, 17)
COMPANY = Company(on=TODAY).after(
    [
        Asset(id="a1", name="金型図面"),
        Partner(id="t1", name="南金属工業", nda_signed="2024-04-01", nda_until="2028-03-31"),
        Partner(id="t2", name="北めっき"),
        Disclosure(id="back", asset="a1", position=1, partner="t1", since="2025-04-01", returned="2026-03-31"),
        Disclosure(id="held", asset="a1", position=2, partner="t1", since="2026-04-01", return_by="2027-03-31"),
        Disclosure(id="late", asset="a1", position=3, partner="t1", since="2026-04-01", return_by="2026-11-16"),
        Disclosure(id="bare", asset="a1", position=4, partner="t2"),
        Disclosure(id="nobody", asset="a1", position=5),
    ]
)


def test_what_is_still_there_comes_first_and_what_is_open_is_known() -> None:
    found = handed_over(COMPANY)
    assert [one.row.id for one in found] == ["held", "late", "bare", "nobody", "back"]
    assert [one.row.id for one in found if one.open] == ["late", "bare", "nobody"]
    assert {one.partner.name: one.out for one in promises(COMPANY)} == {"南金属工業": 2, "北めっき": 1}


def test_each_is_told_in_one_line() -> None:
    said = {row.id: with_whom(COMPANY, row) for row in COMPANY.disclosures.values()}
    assert said == {
        "back": "南金属工業（令和7年4月1日から、令和8年3月31日に返りました）",
        "held": "南金属工業（令和8年4月1日から、返却は令和9年3月31日まで）",
        "late": "南金属工業（令和8年4月1日から、返してもらう日（令和8年11月16日）を過ぎています）",
        "bare": "北めっき（返してもらう日は書いてありません）",
        "nobody": "相手は空欄（返してもらう日は書いてありません）",
    }


def test_who_is_still_to_come_is_neither_taken_for_somebody_here_nor_founded_again() -> None:
    company = COMPANY.after([Person(id="p9", name="新田 花", joined="2027-04-01")])
    joining = person_joining(company, "新田花", lambda: "x")
    assert joining.meant is None and "令和9年4月1日に来る予定の人です" in joining.problem
    assert person_joining(company, "新田 太郎", lambda: "x").new != ()
