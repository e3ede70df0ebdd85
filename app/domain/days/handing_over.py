"""Something of ours is with a partner, or will be: when it is to be back, and what has to be asked before it goes out.

What is held back as perhaps unlawful is named nowhere here.
"""

from collections.abc import Iterator

from app.domain.addresses import Address
from app.domain.advice.exposure import outside
from app.domain.days.due import Due, Kind, in_time, real, ticked
from app.domain.ledger.agreements import Standing, standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Disclosure, Partner
from app.domain.ledger.unlawful import held_back
from app.domain.naming import short
from app.domain.words import Owner, Relation, YesNo

Out = tuple[Disclosure, Partner]
NAMELESS = "名前のない情報"


def handed_over(company: Company) -> Iterator[Due]:
    """What is due about all that is outside or entrusted."""
    sharing: set[str] = set(filter(None, company.of_every(_entrusted_by)))
    for asset, out in zip(company.order, company.of_every(_out), strict=True):
        for disclosure, partner in out:
            sharing.add(partner.id)
            yield from _back(company, company.assets[asset], disclosure, partner)
            yield from _export(company, company.assets[asset], disclosure, partner)
    for partner in sorted(company.partners.values(), key=lambda one: (one.position, one.id)):
        shared = partner.id in sharing
        yield from _agreement(company, partner, shared=shared)
        if shared and partner.relation is Relation.RESEARCH:
            yield from _research(company, partner)


def _out(company: Company, asset: Asset) -> tuple[Out, ...]:
    return () if held_back(company, asset) else tuple(outside(company, asset.id))


def _entrusted_by(company: Company, asset: Asset) -> str:
    return asset.partner if asset.owner is Owner.ENTRUSTED else ""


def _back(company: Company, asset: Asset, disclosure: Disclosure, partner: Partner) -> Iterator[Due]:
    if real(disclosure.return_by) is not None:
        form = f"（{short(disclosure.form)}）" if disclosure.form else ""
        text = f"{_name(partner)}に渡した「{short(asset.name) or NAMELESS}」{form}を返してもらいます。"
        to = Address("inventory", asset.id)
        yield Due(
            f"return:{disclosure.id}", Kind.RETURN, disclosure.return_by, text, to, f"{_name(partner)}：返してもらう日"
        )


def _export(company: Company, asset: Asset, disclosure: Disclosure, partner: Partner) -> Iterator[Due]:
    """該非: whether handing it over needs the state's leave is asked before, and at once where that was forgotten."""
    if not partner.abroad or asset.export is YesNo.NO:
        return
    key, since = f"export:{disclosure.id}", real(disclosure.since)
    name = short(asset.name) or NAMELESS
    ahead = since is not None and since > company.on
    text = (
        f"海外の{_name(partner)}に「{name}」を渡す前に、規制に当たる物か（該非）を確かめます。"
        if ahead
        else f"海外の{_name(partner)}に「{name}」が渡っています。規制に当たる物か（該非）を、すぐ確かめます。"
    )
    day, done = in_time(company, since or company.on), ticked(company, key)
    to, brief = Address("guide", "law:export-control"), f"{_name(partner)}：海外に渡す物の確認"
    yield Due(key, Kind.EXPORT, day, text, to, brief, "", done, True)


def _agreement(company: Company, partner: Partner, *, shared: bool) -> Iterator[Due]:
    """An end that lies ahead is said of everybody, one behind us only where something is shared."""
    until = real(partner.nda_until)
    if until is None or not (shared or until >= company.on):
        return
    ended = standing_of(partner, company.on) is Standing.ENDED
    text = f"{_name(partner)}との秘密保持契約が{'切れています' if ended else '終わります'}。続けるなら結び直します。"
    to, brief = Address("papers", f"mutual-nda@{partner.id}"), f"{_name(partner)}：秘密保持契約の終わり"
    if standing_of(partner, company.on) is not Standing.NONE:
        yield Due(f"agreement:{partner.id}", Kind.AGREEMENT, partner.nda_until, text, to, brief)


def _research(company: Company, partner: Partner) -> Iterator[Due]:
    """What each brought along, and who may publish, is to be on paper before the work is mixed."""
    name, scene = _name(partner), "y-joint-development"
    for which, words, to in (
        ("background", "それぞれが持ち込む情報の一覧を作り、日付を入れます。", Address("others", f"steps:{scene}")),
        ("publish", "誰が発表・出願してよいかを、書いて決めます。", Address("guide", f"checklists:{scene}")),
    ):
        key, brief = f"research:{partner.id}:{which}", f"{name}：共同開発の備え"
        text, done = f"{name}との共同開発で、{words}", ticked(company, key)
        yield Due(key, Kind.RESEARCH, company.day, text, to, brief, "", done, True)


def _name(partner: Partner) -> str:
    return short(partner.name) or "名前のない取引先"
