"""What the owner wrote is found: assets, people with where they came from, partners, and what is with whom."""

from app.domain.ledger.records import Asset, Disclosure, Partner, Person
from app.domain.search.ledger import sections
from tests import firms

COMPANY = firms.firm(
    Asset(id="a1", name="金型図面"),
    Partner(id="t1", name="南金属工業"),
    Person(id="p9", name="中尾 亮", previous="汐見工具"),
    Disclosure(id="o1", asset="a1", partner="t1", form="紙の図面", agreement="秘密保持契約", note="控えは棚に"),
    Disclosure(id="o2", asset="a1"),
    staff=0,
)


def test_what_is_with_whom_is_found_by_asset_partner_form_promise_and_note() -> None:
    found = [one for one in sections(COMPANY) if one.link == "ledger:disclosures#o1"]
    assert {one.title for one in found} == {"金型図面 → 南金属工業"}
    assert [one.text for one in found] == ["金型図面 → 南金属工業", "紙の図面", "秘密保持契約", "控えは棚に"]
    assert "金型図面 → 相手は空欄" in {one.title for one in sections(COMPANY)}


def test_a_person_is_found_by_the_former_employer() -> None:
    assert ("中尾 亮", "汐見工具") in {(one.title, one.text) for one in sections(COMPANY)}
