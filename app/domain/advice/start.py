"""最初の30分: a dozen plain questions, and the ledger that their answers pre-fill. Everything pre-filled is 「仮」 until confirmed.

The questions are put one at a time, each with why it is asked. `prefilled` gives the records that the answers add to what is there; it
takes nothing away, so it can be done again: whom and what the ledger knows already is found again, and only circumstances follow the
newest answers.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from app.domain import dates
from app.domain.folding import name_key
from app.domain.handbook.library import Library, TypicalAsset
from app.domain.ledger.company import Company
from app.domain.ledger.people import departments_meant, next_position, partners_meant, people_meant
from app.domain.ledger.readers import DEPARTMENT_ENDINGS
from app.domain.ledger.records import (
    Answer,
    Asset,
    Department,
    Disclosure,
    Evaluation,
    Partner,
    Person,
    Place,
    Record,
)
from app.domain.value import Value
from app.domain.words import Circumstance, Medium, Owner, Relation

PREFIX = "start-"
"""Answers are kept as `Answer` records with this before their key."""
MOST = 12
"""Lines that the trade's model pre-fills at most."""
GUESSED = ("name", "department", "media", "places", "owner", "personal", "export")
QUALIFIED = re.compile(r"(.+?)\s*[（(]\s*(.+?)\s*[）)]\s*$")
LAST_DAY = re.compile(r"^(.+?)[\s　、,]+(\S*\d\S*)$")
GIVEN_NOTE = "最初の30分の答えから（仮）"

Answers = Mapping[str, tuple[str, ...]]
"""What was answered, by the key of the question: the ids of the choices, or the lines that were written."""


class Way(StrEnum):
    """How a question is answered."""

    ONE = "one"
    SEVERAL = "several"
    LINES = "lines"


class Question(Value):
    """One question: its words, why it is asked, how it is answered, the choices (id, words), an example for lines."""

    key: str
    words: str
    why: str
    way: Way
    options: tuple[tuple[str, str], ...] = ()
    example: str = ""


WORRIES = (
    "notice-today",
    "expert-retires",
    "going-independent",
    "drawings-at-subsubcontractor",
    "everyone-sees",
    "asked-for-drawings",
    "drawings-in-ai",
    "look-alike",
    "where-to-start",
)
NOBODY = ("none", "いない・ない")


def questions(library: Library) -> tuple[Question, ...]:
    """The dozen, in their order."""
    trades = sorted(library.trades.values(), key=lambda trade: trade.order)
    worries = [library.worries[worry] for worry in WORRIES if worry in library.worries]
    return (
        Question(
            "trade",
            "どんなものを作っていますか。",
            "同じ業種の会社によくある秘密を、はじめから並べておくためです。",
            Way.ONE,
            tuple((trade.id, trade.title) for trade in trades),
        ),
        Question(
            "people",
            "働いている人の名前を、分かる範囲で書いてください。",
            "誰が見てよいか、誰と約束を交わすかを決めるためです。全員でなくてもかまいません。",
            Way.LINES,
            example="湊 誠一（社長）\n長谷 真由（総務部）",
        ),
        Question(
            "kept",
            "図面や加工条件は、どこにありますか。",
            "置き場所によって、守り方が変わるからです。",
            Way.SEVERAL,
            (
                ("shelf", "紙で、棚やファイルに"),
                ("desk", "紙で、机や機械の横に"),
                ("server", "共有フォルダに"),
                ("pc", "それぞれのパソコンに"),
                ("cloud", "クラウドに"),
                ("head", "職人の頭の中に"),
            ),
        ),
        Question(
            "locks",
            "鍵のかかる棚や部屋はありますか。",
            "鍵が一つあれば、今日からできることが増えます。",
            Way.ONE,
            (("yes", "ある"), ("no", "ない")),
        ),
        Question(
            "visitors",
            "会社の中に、社外の人が入ることはありますか。",
            "見える所に何を置くかが変わるからです。",
            Way.SEVERAL,
            (("guests", "お客様の見学や打合せ"), ("service", "清掃・廃棄・警備・修理の業者"), NOBODY),
        ),
        Question(
            "leavers",
            "この1年で辞めた人、これから辞める人はいますか。",
            "辞める日が決まっていると、それまでに済ませたいことがあるからです。",
            Way.LINES,
            example="村井 勇　2027/3/31",
        ),
        Question(
            "net",
            "仕事で使っているものを選んでください。",
            "便利なものほど、決めておくと安心なことがあるからです。",
            Way.SEVERAL,
            (
                ("network", "インターネットとメール"),
                ("cloud", "クラウドのサービス"),
                ("ai", "生成AIや翻訳サイト"),
                ("server", "サーバーや共有フォルダ"),
                NOBODY,
            ),
        ),
        Question(
            "away",
            "会社の外で仕事をする人はいますか。",
            "外で見てよいものを決めておくためです。",
            Way.SEVERAL,
            (("telework", "自宅で"), ("mobile", "出先で、パソコンや携帯を持って"), NOBODY),
        ),
        Question(
            "subcontractors",
            "図面を渡している外注先の名前を書いてください。",
            "渡したものがどこにあるか、約束があるかを見るためです。",
            Way.LINES,
            example="三輪田ワイヤーカット",
        ),
        Question(
            "staff",
            "正社員のほかに、どんな人が働いていますか。",
            "「言わなくても分かる」が通じにくいほど、言葉と表示が効くからです。",
            Way.SEVERAL,
            (("part", "パート・アルバイト"), ("dispatch", "派遣・請負の人"), ("abroad", "外国から来た人"), NOBODY),
        ),
        Question(
            "entrusted",
            "図面や型を預かっているお客様の名前を書いてください。",
            "預かったものは、約束の重さがうちの区分より上のことがあるからです。",
            Way.LINES,
            example="北濃精器株式会社",
        ),
        Question(
            "worry",
            "いま、いちばん気になることは何ですか。",
            "そこから先にご案内するためです。",
            Way.ONE,
            tuple((worry.id, worry.title) for worry in worries),
        ),
    )


def kept_answers(company: Company) -> dict[str, tuple[str, ...]]:
    """What was answered the last time."""
    return {
        row.id.removeprefix(PREFIX): tuple(row.value.split("\n"))
        for row in company.answers.values()
        if row.id.startswith(PREFIX) and row.value
    }


def prefilled(company: Company, library: Library, answers: Answers, new_id: Callable[[], str]) -> list[Record]:
    """What the answers add to the ledger, the answers themselves included. Names are never made out of nothing: only what was written."""
    rows: list[Record] = [Answer(id=f"{PREFIX}{key}", value="\n".join(value)) for key, value in answers.items()]
    people = list(_people(company, answers, new_id))
    rows += people
    rows.append(_profile(company, library, answers))
    partners = list(_partners(company, answers, new_id))
    rows += partners
    there = company.after(rows)
    assets = list(_assets(there, library, answers, new_id))
    rows += assets
    rows += _handed_out(there.after(assets), library, answers, new_id)
    return rows


def lines(answers: Answers, key: str) -> list[str]:
    """The written lines of an answer, without empty ones."""
    return [line.strip() for line in answers.get(key, ()) if line.strip()]


def named(line: str) -> tuple[str, str]:
    """「長谷 真由（総務部）」 → the name, and what stands in brackets."""
    match = QUALIFIED.match(line)
    return (match[1].strip(), match[2]) if match else (line, "")


def last_day(line: str) -> tuple[str, str]:
    """「村井 勇　2027/3/31」 → the name and the day as ISO ("" where none is read)."""
    match = LAST_DAY.match(line)
    if match and (day := dates.read(match[2])):
        return match[1].strip(), day
    return named(line)[0], ""


def _profile(company: Company, library: Library, answers: Answers) -> Record:
    """The trade where none is written, and the circumstances of which the questions speak."""
    said = {key: set(value) for key, value in answers.items()}
    shown: dict[Circumstance, tuple[str, str]] = {
        Circumstance.VISITORS: ("visitors", "guests"),
        Circumstance.NETWORK: ("net", "network"),
        Circumstance.CLOUD: ("net", "cloud"),
        Circumstance.AI: ("net", "ai"),
        Circumstance.SERVER: ("net", "server"),
        Circumstance.TELEWORK: ("away", "telework"),
        Circumstance.MOBILE: ("away", "mobile"),
    }
    holds = {one: answer in said[key] for one, (key, answer) in shown.items() if key in said}
    if "staff" in said:
        holds[Circumstance.DIVERSE] = bool(said["staff"] - {"none", ""})
    if Circumstance.SERVER in holds and "server" in said.get("kept", ()):
        holds[Circumstance.SERVER] = True
    if Circumstance.CLOUD in holds and "cloud" in said.get("kept", ()):
        holds[Circumstance.CLOUD] = True
    now = {one for one in company.profile.circumstances if holds.get(one, True)} | {
        one for one, is_so in holds.items() if is_so
    }
    trade = next((library.trades[one].title for one in answers.get("trade", ()) if one in library.trades), "")
    ticked = tuple(one for one in Circumstance if one in now)
    return replace(company.profile, trade=company.profile.trade or trade, circumstances=ticked)


def _people(company: Company, answers: Answers, new_id: Callable[[], str]) -> Iterator[Record]:
    """Whoever is named and not known yet; and the last days, also of those who are known. Where several may be meant nobody is changed."""
    position, day = next_position(company.people), {name: day for name, day in map(last_day, lines(answers, "leavers"))}
    seen: set[str] = set()
    founded: dict[str, Department] = {}
    for line in (*lines(answers, "people"), *day):
        name, what = named(line)
        if name in seen or not name:
            continue
        seen.add(name)
        known = _known(company, name)
        if len(known) == 1 and day.get(name) and day[name] != known[0].left:
            yield replace(known[0], left=day[name])
        if known:
            continue
        department, title = "", what
        if what.endswith(DEPARTMENT_ENDINGS) and not what.endswith("長"):
            title = ""
            meant = departments_meant(company, what)
            if meant:
                department = meant[0].id
            else:
                if what not in founded:
                    place = next_position(company.departments) + len(founded)
                    founded[what] = Department(id=new_id(), position=place, name=what)
                    yield founded[what]
                department = founded[what].id
        yield Person(
            id=new_id(), position=position, name=name, department=department, title=title, left=day.get(name, "")
        )
        position += 1


def _known(company: Company, name: str) -> tuple[Person, ...]:
    """Who may be meant: somebody who is here, or else somebody who was, or will be, and has this name."""
    others = (person for person in company.people.values() if name_key(person.name) == name_key(name))
    return people_meant(company, name) or tuple(others)


def _partners(company: Company, answers: Answers, new_id: Callable[[], str]) -> Iterator[Record]:
    position, seen = next_position(company.partners), set[str]()
    for key, relation in (("subcontractors", Relation.SUBCONTRACTOR), ("entrusted", Relation.CUSTOMER)):
        for name in lines(answers, key):
            if name not in seen and not partners_meant(company, name):
                seen.add(name)
                yield Partner(id=new_id(), position=position, name=name, relation=relation)
                position += 1


def _assets(company: Company, library: Library, answers: Answers, new_id: Callable[[], str]) -> Iterator[Record]:
    """The trade's model: what firms of the trade have, kept where this firm keeps things; and one line a customer for what is entrusted."""
    trade = next((library.trades[one] for one in answers.get("trade", ()) if one in library.trades), None)
    taken = {asset.template for asset in company.assets.values()}
    position = next_position(company.assets)
    model = [library.assets[one] for one in trade.assets if one in library.assets] if trade else []
    own = [typical for typical in model if typical.entrusted != "yes" and _fits(typical, answers)]
    for typical in own[:MOST]:
        if typical.id not in taken:
            yield from _asset(typical, position, answers, new_id)
            position += 1
    supplied = library.assets.get("supplied-drawings")
    kept_for = {asset.partner for asset in company.assets.values() if asset.owner is Owner.ENTRUSTED}
    for name in lines(answers, "entrusted") if supplied else ():
        partner = partners_meant(company, name)
        if len(partner) == 1 and partner[0].id not in kept_for and supplied:
            yield from _asset(
                supplied, position, answers, new_id, name=f"{name}から預かった図面", partner=partner[0].id
            )
            position += 1


def _fits(typical: TypicalAsset, answers: Answers) -> bool:
    """What lives in heads alone is listed where the owner says that something does."""
    return set(typical.media) != {Medium.MEMORY} or "head" in answers.get("kept", ())


def _asset(
    typical: TypicalAsset,
    position: int,
    answers: Answers,
    new_id: Callable[[], str],
    *,
    name: str = "",
    partner: str = "",
) -> Iterator[Record]:
    asset = Asset(
        id=new_id(),
        position=position,
        name=name or typical.title,
        partner=partner,
        owner=Owner.ENTRUSTED if typical.entrusted == "yes" else Owner.OWN,
        personal=typical.personal,
        export=typical.export,
        template=typical.id,
        guesses=tuple(key for key in GUESSED if key != "department"),
    )
    yield asset
    for medium in typical.media:
        yield Place(id=new_id(), asset=asset.id, medium=medium, where=_where(medium, typical, answers))
    names = ("value", "loss", "rival", "trust", "duty", "known")
    yield Evaluation(id=asset.id, guesses=names, **{name: getattr(typical, name) for name in names})


def _where(medium: Medium, typical: TypicalAsset, answers: Answers) -> str:
    """Where things of this medium are kept in this firm, as far as the answers say."""
    kept, locked = answers.get("kept", ()), "yes" in answers.get("locks", ())
    if medium is Medium.PAPER and "shelf" in kept:
        return "鍵のかかる棚" if locked else "棚（鍵なし）"
    if medium is Medium.PAPER and "desk" in kept:
        return "机や機械の横"
    by_answer = (("server", "共有フォルダ"), ("cloud", "クラウド"), ("pc", "それぞれのパソコン"))
    if medium is Medium.DATA:
        return next((words for answer, words in by_answer if answer in kept), typical.place)
    return "" if medium is Medium.MEMORY else typical.place


def _handed_out(company: Company, library: Library, answers: Answers, new_id: Callable[[], str]) -> Iterator[Record]:
    """The subcontractors hold a drawing of ours: the first own line that is one."""
    drawings = [asset for asset in company.listed if asset.owner is Owner.OWN and "drawing" in asset.template]
    out = {(row.asset, row.partner) for row in company.disclosures.values()}
    for name in lines(answers, "subcontractors") if drawings else ():
        partner = partners_meant(company, name)
        if len(partner) == 1 and (drawings[0].id, partner[0].id) not in out:
            yield Disclosure(id=new_id(), asset=drawings[0].id, partner=partner[0].id, form="図面", note=GIVEN_NOTE)


def told(rows: Iterable[Record]) -> str:
    """「情報 12件、人 4人、取引先 2社」: what was pre-filled, in words."""
    count = {kind: sum(isinstance(row, kind) for row in rows) for kind in (Asset, Person, Partner)}
    words = ((Asset, "情報 {}件"), (Person, "人 {}人"), (Partner, "取引先 {}社"))
    return "、".join(text.format(count[kind]) for kind, text in words if count[kind])
