"""証拠の貯金: each dated thing that shows that the firm kept its secrets as secrets — a decision, a paper made final or put up, a
signature — is a seal in a booklet. What was done on one day in one way is one seal.

It is the reason to come back, and the proof of 秘密管理性: what nobody can make up afterwards.
"""

from collections.abc import Iterator, Mapping

from app.domain.addresses import Address
from app.domain.ledger import outputs
from app.domain.ledger.company import Company
from app.domain.ledger.unlawful import held_back
from app.domain.naming import short
from app.domain.value import Value
from app.domain.words import Word


class Kind(Word):
    """What a seal stands for."""

    DECIDED = "decided", "区分を決めた"
    ISSUED = "issued", "書類を確定した"
    SIGNED = "signed", "署名をもらった"
    PRINTED = "printed", "印刷した"


class Seal(Value):
    """One seal: the day (ISO), what kind, what of it in words, and where it stands."""

    day: str
    kind: Kind
    text: str
    to: Address


def seals(company: Company, titles: Mapping[str, str]) -> list[Seal]:
    """The booklet, the newest first. `titles` are the titles of the forms by their ids; what is held back is not in it."""
    found = [*_decided(company), *_issued(company), *_signed(company, titles), *_printed(company, titles)]
    return sorted(found, key=lambda seal: (seal.day, seal.kind, seal.text), reverse=True)


def _decided(company: Company) -> Iterator[Seal]:
    days: dict[str, list[str]] = {}
    for asset in company.listed:
        decision = company.decisions.get(asset.id)
        if decision and decision.on and not held_back(company, asset):
            days.setdefault(decision.on, []).append(asset.id)
    for day, assets in days.items():
        name = f"「{short(company.assets[assets[0]].name) or '名前のない情報'}」"
        more = f"など{len(assets)}件" if len(assets) > 1 else ""
        yield Seal(day, Kind.DECIDED, f"{name}{more}の区分を決めました。", Address("decision", assets[0]))


def _issued(company: Company) -> Iterator[Seal]:
    for one in company.issues.values():
        if one.on:
            yield Seal(
                one.on,
                Kind.ISSUED,
                f"「{one.title}」を第{one.version}版として確定しました。",
                Address("papers", one.form),
            )


def _signed(company: Company, titles: Mapping[str, str]) -> Iterator[Seal]:
    count: dict[tuple[str, str], int] = {}
    for (form, _), signature in outputs.in_force(company).items():
        count[signature.on, form] = count.get((signature.on, form), 0) + 1
    for (day, form), signed in count.items():
        yield Seal(
            day, Kind.SIGNED, f"「{titles.get(form, form)}」に{signed}件の署名をもらいました。", Address("papers", form)
        )


def _printed(company: Company, titles: Mapping[str, str]) -> Iterator[Seal]:
    for day, form in sorted({(one.on, one.form) for one in company.outputs.values() if one.how == "print" and one.on}):
        yield Seal(day, Kind.PRINTED, f"「{titles.get(form, form)}」を印刷しました。", Address("papers", form))
