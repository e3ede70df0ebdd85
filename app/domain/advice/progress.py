"""ホーム: where the owner stands in A → B → C → X, what is still open, and the one next thing to do."""

from collections import Counter
from collections.abc import Mapping

from app.domain.advice.agenda import agenda
from app.domain.advice.plan import at_first
from app.domain.advice.recommendation import Advice
from app.domain.handbook.library import Library
from app.domain.ledger import outputs
from app.domain.ledger.company import Company
from app.domain.ledger.readers import open_to_all
from app.domain.ledger.records import Asset
from app.domain.ledger.seats import filled, seats
from app.domain.ledger.unlawful import held_back, held_back_here
from app.domain.naming import short, things
from app.domain.value import Value
from app.domain.words import Level

FIRST_PAPERS = {
    "information-rules": "情報管理規程",
    "asset-register": "情報資産管理台帳",
    "role-chart": "体制図・役割分担表",
    "joining-pledge": "秘密保持誓約書（入社時）",
}
"""What a company begins with (the ids of the forms): the rules, the list, who does what, and everybody's word."""
PLEDGE = "joining-pledge"
NAMED = 2
"""Papers that are named; the others are counted."""
SHOWN = 3
"""Seats that are named; the others are counted."""


class Open(Value):
    """Something still open: words for a link, and where it leads (page name, argument)."""

    text: str
    page: str
    focus: str = ""


class Stage(Value):
    """One step of the ladder: done of total with the counting word, a sentence, what is open."""

    letter: str
    page: str
    title: str
    done: int
    total: int
    unit: str
    sentence: str
    open: tuple[Open, ...] = ()

    @property
    def finished(self) -> bool:
        """Nothing is left here for now."""
        return self.total > 0 and self.done >= self.total


class Next(Value):
    """The one next thing: the sentence, what is safe about it, the button's words and where it leads."""

    sentence: str
    safe: str
    button: str
    page: str
    focus: str = ""


def stages(company: Company, library: Library, advice: Mapping[str, Advice]) -> tuple[Stage, ...]:
    """The four steps of the ladder, and what they are for: the papers."""
    return (
        _inventory(company),
        _decision(company),
        _measures(company, library, advice),
        _structure(company),
        _papers(company),
    )


def next_thing(company: Company, ladder: tuple[Stage, ...]) -> Next:
    """The first step that is not finished, else the papers."""
    inventory, decision, measures, structure, papers = ladder
    if not inventory.total:
        return Next(
            "12の問いに答えて、一覧の下書きを作ります。",
            "30分ほど。途中でやめても続けられます。自分で書き出すなら「A 洗い出し」から。",
            "最初の30分を始める",
            "beginning",
        )
    if not decision.finished:
        first = undecided(company)[0]
        name, left = short(company.assets[first].name) or "名前のない情報", decision.total - decision.done
        return Next(
            f"「{name}」から、残り{left}件の区分を決めます。",
            "1件 2分ほど。途中でやめても、決めた分は残ります。",
            "B 秘密の決定を続ける",
            "decision",
            first,
        )
    if measures.open and measures.done < at_first(len(company.staff)):
        return Next(
            f"{measures.open[0].text}。計画の上から、対策を選びます。",
            "全部やる必要はありません。後で変えられます。",
            "C 対策を選ぶ",
            "measures",
            measures.open[0].focus,
        )
    if not structure.finished:
        return Next(
            f"「{structure.open[0].text}」を決めます。",
            "一人がいくつ兼ねてもかまいません。",
            "X 社内体制を続ける",
            "structure",
        )
    if not papers.finished:
        paper = papers.open[0]
        return Next(
            f"「{paper.text}」を作ります。",
            "空欄は順にうめられ、空けたままでも印刷できます。",
            "書類をひらく",
            "papers",
            paper.focus,
        )
    if papers.open:
        return Next(
            f"{papers.open[0].text}です。", "もらった日は、署名の記録に残せます。", "書類をひらく", "papers", PLEDGE
        )
    return Next(
        "はじめの書類がそろいました。",
        "ここまでで十分です。台帳を直すと、見直す書類が分かります。",
        "書類を見る",
        "papers",
    )


def undecided(company: Company) -> list[str]:
    """Assets without a decision, in the owner's order. What is held back waits for none."""
    return company.those(_is_undecided)


def to_check(company: Company) -> list[str]:
    """Assets that are held back until it is clear that they tell of nothing unlawful, in the owner's order."""
    return company.those(held_back_here)


def unconfirmed(company: Company) -> list[str]:
    """Assets with a guess that nobody has confirmed (仮)."""
    return company.those(_is_guessed)


def placeless(company: Company) -> list[str]:
    """Assets without any place."""
    return company.those(_is_nowhere)


def _is_undecided(company: Company, asset: Asset) -> bool:
    return asset.id not in company.decisions and not held_back(company, asset)


def _is_guessed(_: Company, asset: Asset) -> bool:
    return bool(asset.guesses)


def _is_nowhere(company: Company, asset: Asset) -> bool:
    return not any(place.where for place in company.places_of(asset.id))


def _is_exposed(company: Company, asset: Asset) -> bool:
    """A top secret that everyone may view."""
    return _decided(company, asset) is Level.TOP_SECRET and open_to_all(company, asset.id)


def decided(company: Company) -> dict[Level, int]:
    """How many assets are decided for each level, the highest first; no level without any."""
    count = Counter(company.of_every(_decided))
    return {level: count[level] for level in sorted(Level, key=lambda level: -level.rank) if count[level]}


def _decided(company: Company, asset: Asset) -> Level | None:
    return None if held_back(company, asset) else company.level_of(asset.id)


def _inventory(company: Company) -> Stage:
    guesses, nowhere = unconfirmed(company), placeless(company)
    total = len(company.assets)
    still = [
        Open(f"仮のままの行 {len(guesses)}件", "inventory", "guesses") if guesses else None,
        Open(f"置き場所が空欄 {len(nowhere)}件", "inventory", nowhere[0]) if nowhere else None,
    ]
    sentence = (
        f"会社にある大事な情報を{total}件書き出しました。"
        if total
        else "会社にある大事な情報を、種類ごとに書き出します。"
    )
    done = total - len(set(guesses) | set(nowhere))
    return Stage("A", "inventory", "洗い出し", done, total, "件", sentence, tuple(filter(None, still)))


def _decision(company: Company) -> Stage:
    left = undecided(company)
    exposed, check = company.those(_is_exposed), to_check(company)
    top = company.level_name(Level.TOP_SECRET)
    still = [
        Open(f"決めていない {len(left)}件", "decision", left[0]) if left else None,
        Open(f"全員が見てよい{top} {len(exposed)}件", "decision", exposed[0]) if exposed else None,
        Open(f"先に確かめる情報 {len(check)}件", "decision", check[0]) if check else None,
    ]
    total = len(company.assets)
    sentence = "どれを秘密にするか、理由を見ながら決めます。"
    return Stage("B", "decision", "秘密の決定", total - len(left), total, "件", sentence, tuple(filter(None, still)))


def _measures(company: Company, library: Library, advice: Mapping[str, Advice]) -> Stage:
    """What is in force, of that and what the plan suggests; open is what is to be begun this month."""
    plan = agenda(company, library, advice)
    done, in_force, left = len(plan.done), len(plan.begun) + len(plan.done), len(plan.first_month)
    still = (Open(f"今月はあと{things(left)}", "measures", "plan"),) if left else ()
    sentence = (
        f"{things(in_force)}の対策を選び、うち{done}は実施済みです。"
        if in_force
        else "漏れる道ごとに、無理なく続く対策を選びます。"
    )
    return Stage("C", "measures", "対策を選ぶ", in_force, in_force + len(plan.suggested), "個", sentence, still)


def _structure(company: Company) -> Stage:
    all_seats = seats(company)
    empty = [seat for seat in all_seats if not filled(company, seat.id)]
    still = [Open(seat.name, "structure", seat.id) for seat in empty[:SHOWN]]
    if len(empty) > SHOWN:
        still.append(Open(f"ほか{len(empty) - SHOWN}役", "structure", empty[SHOWN].id))
    sentence = "役はすべて決まりました。" if not empty else "誰が責任を持つかを決めます。兼ねてもかまいません。"
    done, total = len(all_seats) - len(empty), len(all_seats)
    return Stage("X", "structure", "社内体制", done, total, "役", sentence, tuple(still))


def _papers(company: Company) -> Stage:
    """Done, printed, and signed by each."""
    done, on_paper = outputs.made(company) & set(FIRST_PAPERS), outputs.printed(company)
    missing = [Open(title, "papers", form) for form, title in FIRST_PAPERS.items() if form not in done]
    still = missing[:NAMED]
    if len(missing) > NAMED:
        still.append(Open(f"ほか{len(missing) - NAMED}つ", "papers", missing[NAMED].focus))
    staff = [person.id for person in company.staff]
    signed = len(outputs.signed_by(company, PLEDGE) & set(staff))
    if PLEDGE in done and signed < len(staff):
        still.append(Open(f"誓約書の署名がまだ {len(staff) - signed}人", "papers", PLEDGE))
    printed = f"うち{len(done & on_paper)}つは印刷しました。" if done & on_paper else ""
    pledged = f"誓約書は{len(staff)}人中{signed}人が署名しました。" if signed else ""
    sentence = (
        f"{things(len(done))}の書類を作りました。{printed}{pledged}" if done else "決めたことを、会社の紙にします。"
    )
    return Stage("papers", "papers", "書類", len(done), len(FIRST_PAPERS), "つ", sentence, tuple(still))
