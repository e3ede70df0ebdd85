"""What should be said at the very moment of deciding: what this level would contradict, for one asset or for many at once.

The questions are those of the X-rays, asked before the decision is made instead of after it.
"""

from collections.abc import Iterator, Sequence

from app.domain.advice.contradictions import below_contract, decided_top, seen_widely, too_much
from app.domain.advice.evaluation import DECK, Reason
from app.domain.ledger.company import Company
from app.domain.ledger.readers import open_to_all, viewers
from app.domain.ledger.records import Asset
from app.domain.ledger.unlawful import held_back
from app.domain.naming import short
from app.domain.words import Basis, Known, Level, YesNo

NAMED = 2


def cautions(company: Company, assets: Sequence[str], level: Level | None) -> tuple[Reason, ...]:
    """Sentences on deciding this level for these assets; none while no level is chosen. What is held back has its own words."""
    if level is None:
        return ()
    chosen = [company.assets[one] for one in assets if one in company.assets]
    free = [asset for asset in chosen if not held_back(company, asset)]
    return tuple(_said(company, free, level)) if free else ()


def _said(company: Company, assets: list[Asset], level: Level) -> Iterator[Reason]:
    alone = len(assets) == 1
    out = [asset for asset in assets if level.rank and _is_out(company, asset)]
    if out:
        what = "" if alone else _names(out) + "は、"
        yield Reason(f"{what}もう世の中に出ているので、秘密としては守れません。", DECK, Basis.SEED)
    low = [asset for asset in assets if below_contract(asset, level)]
    if low:
        what = "預かった物です。" if alone else f"{_names(low)}は、預かった物です。"
        yield Reason(f"{what}約束を守るには、「{company.level_name(Level.SECRET)}」以上にします。")
    if level is Level.TOP_SECRET:
        yield from _of_the_highest(company, assets)
    if any(asset.personal is YesNo.YES for asset in assets):
        what = "個人の情報が入っています。" if alone else "個人の情報が入っている物があります。"
        yield Reason(f"{what}どの区分でも、法律の決まりがかかります。", "個人情報保護法", Basis.RECALLED)
    asked = [asset for asset in assets if asset.export is not YesNo.NO]
    if asked:
        sure = any(asset.export is YesNo.YES for asset in asked)
        what = "輸出管理に当たる技術です。" if sure else "輸出管理に当たるか、まだ分かっていません。"
        yield Reason(f"{what}国内でも、渡す前に確かめます。", "外為法", Basis.RECALLED)


def _of_the_highest(company: Company, assets: list[Asset]) -> Iterator[Reason]:
    """Many readers, and so many of this level that it says nothing any more."""
    name = company.level_name(Level.TOP_SECRET)
    wide = [asset for asset in assets if company.of(asset.id, seen_widely)]
    if wide:
        everyone = open_to_all(company, wide[0].id)
        who = "全員が" if everyone else f"{viewers(company, wide[0])}人が"
        seen = f"今は{who}見られます。" if len(assets) == 1 else f"{_names(wide)}は、今は大勢が見られます。"
        yield Reason(f"{seen}「{name}」にするなら、名前で言える人に絞ります。")
    top, decided = decided_top(company)
    top += sum(1 for asset in assets if company.level_of(asset.id) is not Level.TOP_SECRET)
    decided += sum(1 for asset in assets if company.level_of(asset.id) is None)
    if too_much(top, decided):
        yield Reason(
            f"これで、決めた{decided}件のうち{top}件が「{name}」です。多すぎると、本当に大事な物が分からなくなります。"
        )


def _is_out(company: Company, asset: Asset) -> bool:
    answers = company.evaluations.get(asset.id)
    return answers is not None and answers.known is Known.YES


def _names(assets: list[Asset]) -> str:
    more = f"ほか{len(assets) - NAMED}件" if len(assets) > NAMED else ""
    return "".join(f"「{short(asset.name) or '名前のない情報'}」" for asset in assets[:NAMED]) + more
