"""証拠の貯金: one seal for what was done on one day in one way, and none for what may not be named."""

from dataclasses import replace

from app.domain.days.seals import Kind, seals
from app.domain.ledger.records import Asset, Decision, Issue, Output, Signature
from app.domain.words import Level, YesNo
from tests import firms

TITLES = {"joining-pledge": "秘密保持誓約書"}


def decided(id: str, on: str, name: str = "図面") -> list[Asset | Decision]:
    return [Asset(id=id, name=name), Decision(id=id, level=Level.SECRET, on=on)]


def test_an_empty_ledger_has_no_seal_and_an_undated_decision_is_none() -> None:
    assert seals(firms.firm(), TITLES) == []
    assert seals(firms.firm(*decided("a1", "")), TITLES) == []


def test_what_was_decided_on_one_day_is_one_seal_and_the_newest_stands_first() -> None:
    company = firms.firm(*decided("a1", "2026-11-01"), *decided("a2", "2026-11-01"), *decided("a3", "2026-11-20"))
    found = seals(company, TITLES)
    assert [seal.day for seal in found] == ["2026-11-20", "2026-11-01"]
    assert found[1].text == "「図面」など2件の区分を決めました。" and found[1].kind is Kind.DECIDED


def test_signatures_papers_and_prints_are_seals_and_a_signature_taken_back_is_none() -> None:
    signed = Signature(id="s", form="joining-pledge", subject="p1", on="2026-11-02")
    company = firms.firm(
        signed,
        replace(signed, id="t", subject="p2"),
        Issue(id="i", form="joining-pledge", title="秘密保持誓約書", version=2, on="2026-11-03"),
        Output(id="o", form="joining-pledge", how="print", on="2026-11-04"),
        Output(id="q", form="joining-pledge", how="docx", on="2026-11-05"),
    )
    found = seals(company, TITLES)
    assert [seal.kind for seal in found] == [Kind.PRINTED, Kind.ISSUED, Kind.SIGNED]
    assert "2件の署名" in found[2].text
    back = company.after([replace(signed, id="u", on=""), replace(signed, id="v", subject="p2", on="")])
    assert Kind.SIGNED not in [seal.kind for seal in seals(back, TITLES)]


def test_what_may_be_unlawful_is_no_proof() -> None:
    company = firms.firm(*decided("a1", "2026-11-01", "かくし文書"))
    assert seals(company, TITLES)
    held = company.after([replace(company.assets["a1"], unlawful=YesNo.YES)])
    assert seals(held, TITLES) == []
